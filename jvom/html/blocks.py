# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Blocks of a plan as HTML: headings, nested lists, quotations, tables, figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from jvom.html.inlines import Inlines
from jvom.html.sources import source_of
from jvom.plan import CAPTION, TABLE_CAPTION, Block, Cell, Image, Paragraph, Table

_DEEPEST_HEADING = 6
_NUMBERS = ("Tabelgetal", "TabelkopGetal")


class Blocks:
    """Writes the blocks of one document, below a heading of level 2."""

    def __init__(self, inlines: Inlines) -> None:
        self._inlines = inlines
        self._level = 2
        self._lists: list[tuple[str, int]] = []
        """The open lists: the tag of each, and the id of its sequence."""
        self._last: dict[int, int] = {}
        """The last number of each sequence."""

    def html(self, blocks: Sequence[Block]) -> str:
        """Return the blocks as HTML."""
        return "".join(self._pieces(blocks))

    def _pieces(self, blocks: Sequence[Block]) -> Iterator[str]:
        place = 0
        while place < len(blocks):
            block = blocks[place]
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            match block:
                case Paragraph(style=style) if style == TABLE_CAPTION and isinstance(after, Table):
                    yield self._close()
                    yield self._table(after, block)
                    place += 1
                case Paragraph() if _is_picture(block):
                    yield self._close()
                    caption = after if isinstance(after, Paragraph) and after.style == CAPTION else None
                    yield self._figure(block, caption)
                    place += caption is not None
                case Paragraph():
                    yield self._paragraph(block)
                case Table():
                    yield self._close()
                    yield self._table(block)
                case _:
                    pass
            place += 1
        yield self._close()

    def _paragraph(self, paragraph: Paragraph) -> str:
        said = self._inlines.html(paragraph.content)
        if paragraph.heading:
            return self._close() + self._heading(paragraph, said)
        style = paragraph.style
        if style.startswith(("ListBullet", "ListNumber")):
            return self._item(paragraph, said)
        typed = source_of(paragraph)
        if style.startswith("ListContinue") and self._lists:
            return self._close(_depth(style)) + f"<p{typed}>{said}</p>\n"
        if style == "Quote":
            return self._close() + f"<blockquote><p{typed}>{said}</p></blockquote>\n"
        return self._close() + (f"<p{typed}>{said}</p>\n" if said else "")

    def _heading(self, paragraph: Paragraph, said: str) -> str:
        # A level that is left out is a hole in the outline that screen readers read from.
        self._level = min(paragraph.heading + 2, self._level + 1, _DEEPEST_HEADING)
        number = f'<span class="number">{escape(paragraph.number)}</span> ' if paragraph.number else ""
        id_ = f' id="{escape(f"{self._inlines.name}.{paragraph.bookmark}")}"' if paragraph.bookmark else ""
        return f"<h{self._level}{id_}{source_of(paragraph)}>{number}{said}</h{self._level}>\n"

    def _item(self, paragraph: Paragraph, said: str) -> str:
        depth = _depth(paragraph.style)
        ordered = paragraph.style.startswith("ListNumber")
        sequence = paragraph.sequence.id if ordered and paragraph.sequence else -1
        list_ = ("ol" if ordered else "ul", sequence)
        written = self._close(depth)
        if len(self._lists) == depth and self._lists[-1] != list_:
            written += self._close(depth - 1)
        first = paragraph.sequence.start if ordered and paragraph.sequence else 1
        number = self._last.get(sequence, first - 1) + 1
        self._last[sequence] = number
        if len(self._lists) == depth:
            return f"{written}</li>\n<li{source_of(paragraph)}>{said}"
        while len(self._lists) < depth - 1:
            self._lists.append(("ul", -1))
            written += "<ul>\n<li>"
        self._lists.append(list_)
        start = f' start="{number}"' if ordered and number != 1 else ""
        return f"{written}<{list_[0]}{start}>\n<li{source_of(paragraph)}>{said}"

    def _close(self, depth: int = 0) -> str:
        """Return what ends the lists that are deeper."""
        written = ""
        while len(self._lists) > depth:
            tag, _ = self._lists.pop()
            written += f"</li>\n</{tag}>\n"
        return written

    def _figure(self, paragraph: Paragraph, caption: Paragraph | None) -> str:
        said = f"<figcaption>{self._inlines.html(caption.content)}</figcaption>" if caption else ""
        return f"<figure{source_of(paragraph)}>{self._inlines.html(paragraph.content)}{said}</figure>\n"

    def _table(self, table: Table, named: Paragraph | None = None) -> str:
        caption = ""
        if named:
            caption = f"<caption{source_of(named)}>{self._inlines.html(named.content)}</caption>"
        name = escape(table.title or table.description or "Tabel")
        head = "".join(f"<tr>{self._cells(row, 'th')}</tr>\n" for row in table.header)
        body = "".join(f"<tr>{self._cells(row, 'td')}</tr>\n" for row in table.rows)
        return (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{name}"><table>\n'
            f"{caption}{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table></div>\n"
        )

    def _cells(self, row: Sequence[Cell], tag: str) -> str:
        return "".join(self._cell(cell, tag) for cell in row)

    def _cell(self, cell: Cell, tag: str) -> str:
        said = "<br>".join(self._inlines.html(each.content) for each in cell.paragraphs)
        attributes = ' scope="col"' if tag == "th" else ""
        attributes += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        attributes += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        attributes += ' class="number"' if any(each.style in _NUMBERS for each in cell.paragraphs) else ""
        # An empty heading of a column says nothing to who hears the table.
        tag = "td" if tag == "th" and not said else tag
        attributes = attributes.replace(' scope="col"', "") if tag == "td" else attributes
        typed = source_of(cell.paragraphs[0]) if cell.paragraphs else ""
        return f"<{tag}{attributes}{typed}>{said}</{tag}>"


def _depth(style: str) -> int:
    return 2 if style.endswith("2") else 1


def _is_picture(paragraph: Paragraph) -> bool:
    return any(isinstance(each, Image) for each in paragraph.content)
