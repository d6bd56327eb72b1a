# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What documents say whatever the dossier says: it tells nothing of what a dossier withholds."""

from __future__ import annotations

from jvom.dutch.typography import typeset
from jvom.resolving.captions import PICTURE, TABLE

CONTENTS = "Inhoud"
ABBREVIATIONS = "Afkortingen"
ABBREVIATION_HEADS = ("Afkorting", "Betekenis")
ROUTE = "Parafenroute"
ROUTE_HEADS = ("Functie", "Datum", "Paraaf")
NOTA = "Nota"
APPENDIX = "Bijlage"
KINDS = ("Brief", NOTA, "Rapport", "Inventarislijst")
"""The categories in the properties of documents."""

_MOST_APPENDICES = 99


def own_texts() -> frozenset[str]:
    """Return every text that jvom itself puts in a public document as a run of its own, typeset and not.

    What a template says is not among them.
    """
    from jvom.documents.bars import reasons
    from jvom.documents.captions import LISTS

    said = (
        *(CONTENTS, ABBREVIATIONS, *ABBREVIATION_HEADS, ROUTE, *ROUTE_HEADS, PICTURE, TABLE, *KINDS),
        *(name.capitalize() for name in LISTS),
        *(f"{APPENDIX} {number}" for number in range(1, _MOST_APPENDICES + 1)),
        *reasons(),
    )
    return frozenset(form for each in said for form in (each, typeset(each)))
