# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the tokens of a table to its cells, and what the lines about it say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jvom.messages import msg
from jvom.reading.inlines import InlineReader
from jvom.reading.markdown import Markdown
from jvom.reading.places import Source, TypedCell, typed_cells
from jvom.reading.tokens import Cursor, Token
from jvom.reading.withheld import whole_cells, withhold_row
from jvom.source import Span
from jvom.text import Block, Cell, FigureUse, Inlines, Table, shows_nothing

if TYPE_CHECKING:
    from jvom.reading.table_lines import TableLine

_MOST_COLUMNS = 63
"""How many columns a table has in Word (its limit, and that of the Open XML SDK)."""


class TableReader:
    """Reads the tables of one file, whose `lines` these are; what is wrong with them, `inline` gathers."""

    def __init__(self, path: str, lines: list[str], inline: InlineReader, markdown: Markdown) -> None:
        self.path, self.lines, self.inline, self.markdown = path, lines, inline, markdown
        self.refuse = inline.refuse

    def read(self, cursor: Cursor[Token], place: Span) -> list[Block]:
        """Return the table up to its end, with what the lines in it say; nothing for one that can't be."""
        rows: list[tuple[Cell, ...]] = []
        cells: list[Cell] = []
        typed: list[TypedCell] = []
        right: set[int] = set()
        about = False
        lines: list[TableLine] = []
        for part in cursor.until("table_close"):
            if part.type == "tr_open":
                cells = []
                line = (part.lines or (0, 1))[0]
                typed = typed_cells(self.lines[line])
                if about := "|" not in self.lines[line] and self.begins_line(line):
                    typed_line = self.lines[line].rstrip()
                    at = Span(self.path, line + 1, 1, line + 1, len(typed_line) + 1)
                    lines.append(self.line(Source(self.path, typed_line, [(line + 1, 0)]), at, at=1))
                elif "|" not in self.lines[line] and not self.lines[line].lstrip().startswith("{{"):
                    self.refuse(
                        Span(self.path, line + 1, 1, line + 1, len(self.lines[line]) + 1),
                        msg("deze regel zonder | zou een rij van de tabel worden"),
                        msg("zet een lege regel onder de tabel, of | tussen de cellen"),
                    )
                elif rows and len(typed) > len(rows[0]):
                    self.refuse(
                        Span(self.path, line + 1, typed[len(rows[0])].column + 1),
                        msg("deze rij heeft meer cellen dan de koprij"),
                        msg("geef de koprij ook zoveel cellen, of zet een backslash voor een streep: \\|"),
                    )
            elif part.type == "th_open" and part.attributes.get("style") == "text-align:right":
                right.add(len(cells))
            elif part.type == "th_open" and part.attributes.get("style") == "text-align:center":
                self.refuse(
                    Span(self.path, line + 2, 1, line + 2, len(self.lines[line + 1]) + 1),
                    msg("de huisstijl kent geen kolom die in het midden staat"),
                    msg("typ ---: onder de kop van een kolom met getallen, en anders ---"),
                )
            elif about:
                continue  # the line says something of the table
            elif part.type == "tr_close":
                rows.append(self.row(cells))
            elif part.type == "inline":
                end = TypedCell(len(self.lines[line].rstrip()))
                cell = typed[len(cells)] if len(cells) < len(typed) else end
                source = Source(self.path, part.content, [(line + 1, cell.column)], cell.dropped)
                content = self.inline.block(self.markdown, source)
                cells.append(Cell(content, source.span(0, len(part.content))))
        filled_with = ""
        if len(rows) == 2:
            only = [inline for cell in rows[1] for inline in cell.content]
            if len(only) == 1 and isinstance(only[0], FigureUse) and only[0].name == "mandates":
                filled_with, rows = only[0].name, rows[:1]
        if len(rows[0]) > _MOST_COLUMNS:
            self.refuse(
                place,
                msg("deze tabel heeft {count} kolommen", count=len(rows[0])),
                msg("Word kan er hooguit {most} aan; maak er meer tabellen van", most=_MOST_COLUMNS),
            )
            return []
        if all(shows_nothing(cell.content) for cell in rows[0]):
            self.refuse(place, msg("deze tabel heeft een lege koprij"), msg("geef elke kolom een kop"))
            return []
        table = Table(rows[0], tuple(rows[1:]), filled_with, place, right=frozenset(right))
        return self.with_lines([table], lines) if lines else [table]

    def row(self, cells: list[Cell]) -> tuple[Cell, ...]:
        """Return the cells of a row, all of them withheld when one says so of the whole row."""
        marks = whole_cells(cells)
        if not marks:
            return tuple(cells)
        for mark in marks[1:]:
            if mark.ground != marks[0].ground:
                self.refuse(
                    mark.span,
                    msg("deze rij is al als geheel gelakt, op een andere grond"),
                    msg("een rij heeft een grond; zet anders haken om de woorden in elke cel"),
                )
        return withhold_row(cells, marks[0])

    def begins_line(self, number: int) -> bool:
        """Tell whether a line, counted from 0, is about a table."""
        if not self.lines[number].startswith((": ", "{")):  # like nearly all
            return False
        from jvom.reading.table_lines import is_table_line

        return is_table_line(self.lines[number])

    def with_lines(self, blocks: list[Block], lines: list[TableLine]) -> list[Block]:
        """Return the blocks, each table with what the lines above or below it say."""
        from jvom.reading.table_lines import with_table_lines

        return with_table_lines(blocks, lines, self.refuse)

    def line(self, source: Source, place: Span, at: int = 0) -> TableLine:
        """Return what a line says of a table; what it may not say is refused."""
        from jvom.reading.attributes import LANDSCAPE, TABLE_NAME, Attributes, attributes_at_end, unfit_name
        from jvom.reading.table_lines import CAPTION, TableLine

        attributes = attributes_at_end(source.content) or Attributes(len(source.content))
        for each in attributes.others:
            self.refuse(
                place,
                msg("het kenmerk {mark} is onbekend", mark=f"{{{each}}}"),
                msg("achter een kop, of op een regel bij een tabel, kan {marks} staan", marks=LANDSCAPE),
            )
        name = attributes.name
        if name and not TABLE_NAME.fullmatch(name):
            self.refuse(place, *unfit_name(name, "tab-inzet"))
            name = ""
        caption: Inlines = ()
        if source.content.startswith(CAPTION):
            words = source.until(attributes.start).after(len(CAPTION))
            caption = self.inline.block(self.markdown, words)
            if shows_nothing(caption):
                self.refuse(place, msg("dit bijschrift is leeg"), msg("zet de tekst achter de dubbele punt"))
                caption = ()
        return TableLine(at, place, attributes.landscape, caption, name)
