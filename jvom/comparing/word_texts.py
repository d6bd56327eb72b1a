# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Plans the text of a Word file as one flow, since nothing else is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import count

from msgspec.structs import replace

from jvom import plan
from jvom.dutch.typography import typeset
from jvom.model import Fragment
from jvom.text import (
    Block,
    Cell,
    FieldResult,
    Heading,
    Inline,
    Link,
    List,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Space,
    Strong,
    Table,
    Term,
    Text,
    Withheld,
)

_DEEPEST = 5
_DIGITS = 16


def word_text(fragment: Fragment) -> tuple[plan.Block, ...]:
    """Plan the text of a Word file.

    A section starts at each heading with a bookmark, or with unique words. In a text with numbered headings,
    the latter must be numbered too, or of level 1.
    """
    return tuple(_Text(fragment).blocks(fragment.blocks))


class _Text:
    def __init__(self, fragment: Fragment) -> None:
        self.notes = {note.label: note for note in fragment.footnotes}
        self.sequences = count(1)
        headings = [each for each in fragment.blocks if isinstance(each, Heading)]
        self.titles = Counter(plan.plain_text(self.inlines(each.content)) for each in headings)
        self.is_numbered = any(each.number for each in headings)

    def blocks(
        self, blocks: Iterable[Block], style: str = "BodyText", depth: int = 1
    ) -> Iterator[plan.Block]:
        for block in blocks:
            match block:
                case Heading():
                    yield self.heading(block)
                case Paragraph(content=content):
                    yield plan.Paragraph(style, self.inlines(content))
                case Quote(blocks=inner):
                    yield from self.blocks(inner, "Quote", depth)
                case List():
                    yield from self.list(block, depth)
                case Table():
                    yield self.table(block)

    def heading(self, heading: Heading) -> plan.Paragraph:
        content = self.inlines(heading.content)
        level = heading.level
        style = f"Tussenkop{min(level + 1, _DEEPEST)}"  # without a number
        number = f"{heading.number}." if heading.number[:1].isdigit() else heading.number
        return plan.Paragraph(
            style, content, heading=level, number=number, bookmark=self.bookmark(heading, content)
        )

    def bookmark(self, heading: Heading, content: tuple[plan.Inline, ...]) -> str:
        """Return the name of the section that starts at a heading, "" for none."""
        words = plan.plain_text(content)
        if heading.bookmark:
            return heading.bookmark
        if self.titles[words] > 1 or (self.is_numbered and heading.level > 1 and not heading.number):
            return ""
        return f"_Kop_{sha256(words.encode()).hexdigest()[:_DIGITS]}"

    def list(self, block: List, depth: int) -> Iterator[plan.Block]:
        suffix = "" if depth == 1 else "2"
        sequence = plan.Sequence(next(self.sequences), block.start) if block.ordered else None
        style = ("ListNumber" if block.ordered else "ListBullet") + suffix
        for item in block.items:
            rest = list(item.blocks)
            if rest and isinstance(rest[0], Paragraph):
                yield plan.Paragraph(style, self.inlines(rest[0].content), sequence=sequence)
                rest.pop(0)
            yield from self.blocks(rest, f"ListContinue{suffix}", depth + 1)

    def table(self, table: Table) -> plan.Table:
        columns = max(len(row) for row in (table.header, *table.rows))

        def row(cells: Iterable[Cell], style: str) -> tuple[plan.Cell, ...]:
            made = [plan.Cell((plan.Paragraph(style, self.inlines(cell.content)),)) for cell in cells]
            empty = plan.Cell((plan.Paragraph(style, ()),))
            return (*made, *[empty] * (columns - len(made)))

        return plan.Table(
            style="Rapporttabel",
            widths=(1 / columns,) * columns,
            header=(row(table.header, "Tabelkop"),) if table.header else (),
            rows=tuple(row(each, "Tabeltekst") for each in table.rows),
            title="Tabel",
            description="Tabel uit het Word-bestand.",
        )

    def inlines(
        self, content: Iterable[Inline], style: str = "", language: str = ""
    ) -> tuple[plan.Inline, ...]:
        found: list[plan.Inline] = []
        for inline in content:
            match inline:
                case Text(value=text) | FieldResult(value=text):
                    found.append(plan.Run(typeset(text), style, language))
                case Space(hard=True):
                    found.append(plan.LineBreak())
                case Space():
                    found.append(plan.Run(" ", style, language))
                case Term():
                    found += self.inlines(inline.content, "Emphasis", inline.language)
                case Strong():
                    found += self.inlines(inline.content, "Strong", language)
                case Withheld():
                    found += self.inlines(inline.content, style, language)
                case Link(address=address, content=inner):
                    runs = tuple(each for each in self.inlines(inner) if isinstance(each, plan.Run))
                    found.append(plan.Hyperlink(address, runs))
                case NoteMark(label=label) if label in self.notes:
                    found.append(self.note(label))
                case Picture(alternative=alternative):
                    found.append(plan.Run(f"[afbeelding: {alternative}]", "Emphasis"))
                case _:
                    pass
        return tuple(found)

    def note(self, label: str) -> plan.Note:
        return plan.Note(
            tuple(
                plan.Paragraph("FootnoteText", self.inlines(block.content))
                for block in self.notes[label].blocks
                if isinstance(block, Paragraph)
            )
        )


def with_printed_numbers(document: plan.Document) -> plan.Document:
    """Write the numbers of headings as text, since the styles of these documents have none.

    They are those of the new text, and no revisions.
    """

    def printed(block: plan.Block) -> plan.Block:
        if not isinstance(block, plan.Paragraph) or not block.number:
            return block
        number = plan.Run(f"{block.number} ")
        first = block.content[:1]
        if block.change and first and isinstance(first[0], plan.Revised):
            marked = replace(first[0], content=(number, *first[0].content))
            return replace(block, content=(marked, *block.content[1:]))
        return replace(block, content=(number, *block.content))

    return replace(document, blocks={tag: tuple(map(printed, each)) for tag, each in document.blocks.items()})
