# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names that a Dutch Word gives the styles that a plan names by id."""

from __future__ import annotations

from re import sub

# Word shows its built-in styles in the language of the user; all others have the name they were given.
_DUTCH = {
    "BodyText": "Platte tekst",
    "Caption": "Bijschrift",
    "Emphasis": "Nadruk",
    "FootnoteReference": "Voetnootmarkering",
    "FootnoteText": "Voetnoottekst",
    "Heading": "Kop",
    "ListBullet": "Lijst opsom.teken",
    "ListContinue": "Lijstvoortzetting",
    "ListNumber": "Lijstnummering",
    "Quote": "Citaat",
    "Strong": "Zwaar",
    "TOC": "Inhopg",
    "TOCHeading": "Kop van inhoudsopgave",
}


def name_in_word(style_id: str) -> str:
    """Return "Kop 1 (Heading 1)" for ``Heading1``: the name in a Dutch Word, and the one in the file.

    A style that is not Word's own has one name, which is the same everywhere.
    """
    kind, number = style_id.rstrip("0123456789"), style_id[len(style_id.rstrip("0123456789")) :]
    if kind not in _DUTCH:
        return style_id
    in_file = sub(r"(?<=[a-z])(?=[A-Z])|(?<=TOC)(?=[A-Z])", " ", kind)
    dutch = _DUTCH[kind]
    return f"{dutch} {number} ({in_file} {number})" if number else f"{dutch} ({in_file})"
