# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What computed parts of a text (figures, citations, cross-references) are made of."""

from __future__ import annotations

import msgspec


class Piece(msgspec.Struct, frozen=True):
    """Words in their language ("" for Dutch), or the number of a section, to be printed as a field.

    `section` is then the id of that section. The number of an appendix includes its word, "bijlage 1":
    Word's own number of the heading does too. The number of a captioned picture or table has its name as
    `caption`.
    """

    text: str
    language: str = ""
    section: str = ""
    appendix: bool = False
    caption: str = ""


def text_of(pieces: tuple[Piece, ...]) -> str:
    """Return the text of pieces, as one string."""
    return "".join([piece.text for piece in pieces])
