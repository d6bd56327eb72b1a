# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words before the @ that make an e-mail address that of an office, not of one person, by reason."""

from __future__ import annotations

_BY_REASON = {
    "an office that answers the public": (
        "balie contact helpdesk info informatie loket meldpunt receptie servicedesk steunpunt vragen"
    ),
    "an office that speaks to the press": (
        "communicatie media pers persvoorlichting publieksvoorlichting redactie voorlichting woordvoering"
    ),
    "a body or a unit of one": (
        "administratie afdeling ambassade bestuur bestuursraad bureau cie commissie consulaat directie "
        "griffie kabinet kamer ministerie parlement protocol secr secretariaat stafbureau team"
    ),
    "a task that passes from hand to hand": (
        "beveiliging documentatie evaluatie evaluaties inkoop planning project projecten registratie "
        "verantwoording zaken"
    ),
    "a right that a citizen uses (AVG, Awb, Woo)": (
        "avg bezwaar klacht klachten openbaarheid privacy wob woo"
    ),
    "a procedure that is open to all": (
        "facturen factuur internetconsultatie subsidie subsidies tender vacatures"
    ),
    "a mailbox that a machine or a whole team reads": (
        "algemeen mail no-reply noreply post postbus postmaster webmaster"
    ),
    "the subject of the report itself": "jvom missies",
}

OFFICES = frozenset(word for words in _BY_REASON.values() for word in words.split())
"""An address with one of these as a part before the @ is that of an office."""
