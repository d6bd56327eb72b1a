# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the cells of a table, by which its columns get their widths."""

from __future__ import annotations

from jvom.plan import Cell, Hyperlink, Inline, Run, plain_text
from jvom.resolving.columns import FOREIGN, CellText


def cell_texts(row: tuple[Cell, ...]) -> list[CellText]:
    """Return the words of each cell of a row."""
    contents = [cell.paragraphs[0].content for cell in row]
    return [CellText(plain_text(content), "".join(map(dutch_text, content))) for content in contents]


def dutch_text(inline: Inline) -> str:
    """Return the plain text of the inline, with as many placeholders for words in another language."""
    match inline:
        case Run(text=text, language=language):
            return text if language.partition("-")[0] in ("", "nl") else FOREIGN * len(text)
        case Hyperlink(content=runs):
            return "".join(map(dutch_text, runs))
        case _:
            return plain_text((inline,))
