# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of Parliament that letters about missions cite most, and typos in their numbers."""

from __future__ import annotations

from collections.abc import Iterable

from jvom.dutch.typos import typo

#: By number as Parliament prints it. Source: the heads of the papers on zoek.officielebekendmakingen.nl.
DOSSIERS = {
    "21 501-02": "Raad Algemene Zaken en Raad Buitenlandse Zaken",
    "21 501-20": "Europese Raad",
    "21 501-28": "Defensieraad",
    "22 054": "Wapenexportbeleid",
    "23 432": "De situatie in het Midden-Oosten",
    "26 150": "Algemene Vergadering der Verenigde Naties",
    "27 830": "Materieelprojecten",
    "27 925": "Bestrijding internationaal terrorisme",
    "28 676": "NAVO",
    "29 237": "Afrika-beleid",
    "29 521": "Nederlandse deelname aan vredesmissies",
    "29 754": "Terrorismebestrijding",
    "30 139": "Veteranenzorg",
    "32 623": "Actuele situatie in Noord-Afrika en het Midden-Oosten",
    "33 694": "Internationale Veiligheidsstrategie",
    "33 763": "Toekomst van de krijgsmacht",
    "36 045": "Situatie in Oekraïne",
}


def intended_dossier(written: str, known: Iterable[str], *, any_digit: bool = False) -> str:
    """Return the known dossier that `written` misspells; "" when there is none.

    A typo is two neighbouring digits swapped, a digit too many or a digit too few; with `any_digit` also one
    digit that differs.
    """
    typos = ("swapped", "more", "less", "other") if any_digit else ("swapped", "more", "less")
    digits = _digits(written)
    return next((dossier for dossier in known if typo(digits, _digits(dossier)) in typos), "")


def _digits(written: str) -> str:
    return "".join(letter for letter in written.partition("-")[0] if letter.isdigit())
