# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Plans as text, so that a test reads as the page does."""

from __future__ import annotations

from collections.abc import Iterable

from jvom.documents.content import Writer
from jvom.plan import (
    Block,
    CommentEnd,
    CommentStart,
    Contents,
    Hyperlink,
    Image,
    Inline,
    LineBreak,
    NewSection,
    Note,
    NumberReference,
    Paragraph,
    Run,
    Table,
)
from tests.contents import basis, with_texts


def shown(content: Iterable[Inline]) -> str:
    """Return inlines as text: `·` is a no-break space, `<style language|words>` a run with formatting."""
    pieces = []
    for inline in content:
        match inline:
            case Run(text=text, style="", language=""):
                pieces.append(text)
            case Run(text=text, style=style, language=language):
                pieces.append(f"<{' '.join(filter(None, (style, language)))}|{text}>")
            case LineBreak():
                pieces.append("/")
            case NumberReference(bookmark=bookmark, text=text, lower=lower):
                pieces.append(f"[{text} {bookmark}{' klein' if lower else ''}]")
            case Hyperlink(address=address, content=runs):
                pieces.append(f"({shown(runs)} {address})")
            case Note(paragraphs=paragraphs):
                pieces.append("{" + " / ".join(shown(paragraph.content) for paragraph in paragraphs) + "}")
            case CommentStart():
                pieces.append("«")
            case CommentEnd(comment=comment):
                who = " ".join(filter(None, (comment.author, str(comment.date or ""))))
                pieces.append(f"»({who}: {comment.text})")
            case Image(description=description, width=width, height=height):
                pieces.append(f"![{description} {width:.0f}x{height:.0f}]")
    return "".join(pieces).replace("\N{NO-BREAK SPACE}", "·")


def listed(blocks: Iterable[Block]) -> list[str]:
    """Return each block, and each row of a table, as a line."""
    lines = []
    for block in blocks:
        match block:
            case Paragraph(style=style, content=content, number=number, sequence=sequence):
                order = f" {sequence.id}" if sequence else ""
                lines.append(f"{style}{order}: {number + ' ' if number else ''}{shown(content)}")
            case Table(header=header, rows=rows):
                for mark, row in [*(("=", row) for row in header), *(("|", row) for row in rows)]:
                    cells = (
                        shown(cell.paragraphs[0].content) + (f" ({cell.rows} rijen)" if cell.rows > 1 else "")
                        for cell in row
                    )
                    lines.append(f"{mark} {' | '.join(cells)}")
            case Contents(entries=entries):
                lines += [f"inhoud {e.level}: {e.number} {shown(e.text)} #{e.bookmark}" for e in entries]
            case NewSection(landscape=landscape):
                lines.append(f"--- {'liggend' if landscape else 'staand'}")
    return lines


def written(text: str, level: int = 1) -> list[str]:
    """Return how the blocks of a text in the basis dossier are written."""
    dossier = with_texts(basis(), {"inzet": text})
    return listed(Writer(dossier).blocks(dossier.section("inzet"), level))
