# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the tokens of a text to its blocks and footnotes.

What a fragment cannot contain (HTML, code, rules, headings of level 1, tables in lists ...) is a problem at
its place and is left out; the rest is kept.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from jvom.messages import msg
from jvom.reading import half_typed
from jvom.reading.inlines import InlineReader
from jvom.reading.markdown import Markdown
from jvom.reading.mission_marks import mission_at_start
from jvom.reading.places import BlockPlaces, Source, around
from jvom.reading.tables import TableReader
from jvom.reading.tokens import Cursor, Token
from jvom.reading.withheld import lone_mark, unfit_below_mark, withhold_all, withhold_block
from jvom.source import Span
from jvom.text import (
    Block,
    Footnote,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Withheld,
    shows_nothing,
    withheld_whole,
)

if TYPE_CHECKING:
    from jvom.reading.table_lines import TableLine

_NOTE_WITHOUT_COLON = re.compile(r"\[\^([^\s\[\]]+)\]\s+(?=\S)")
_NOTE = re.compile(r"\s*\[\^([^\s\[\]]+)\]:")
MAX_LIST_DEPTH = 2
"""How deep lists nest: the number of levels that the templates have styles for."""


class _Tokens(Cursor[Token]):
    """A position in the tokens of a text."""

    def skip(self, opening: Token) -> None:
        """Skip to the end of the block that `opening` began."""
        depth = opening.nesting
        while depth and self.at < len(self.items):
            depth += self.items[self.at].nesting
            self.at += 1


class BlockReader:
    """Makes the blocks of one file, whose `lines` these are, and gathers its `footnotes`.

    What is wrong with them, `inline` gathers.
    """

    def __init__(self, path: str, lines: list[str], inline: InlineReader, markdown: Markdown) -> None:
        self.path, self.lines, self.inline, self.markdown = path, lines, inline, markdown
        self.refuse = inline.refuse
        self.places = BlockPlaces(path, lines)
        self.tables = TableReader(path, lines, inline, markdown)
        self.footnotes: list[Footnote] = []

    def read(self, tokens: list[Token]) -> tuple[Block, ...]:
        """Return the blocks of the tokens."""
        return self.blocks(_Tokens(tokens), depth=0)

    def blocks(self, cursor: _Tokens, depth: int, closing: str = "", within: str = "") -> tuple[Block, ...]:
        """Return the blocks up to the token that closes them; `within` is the type of their container."""
        found: list[Block] = []
        lines: list[TableLine] = []
        above: Withheld | None = None
        for token in cursor.until(closing):
            place = self.places.span(token)
            at = len(found)
            match token.type:
                case "inline" | "paragraph_open" if not within and self.is_table_line(token, place):
                    lines.append(self.read_table_line(token, cursor, place, len(found)))
                case "inline" if not token.tag:
                    found += self.read_paragraph(token, within, place)
                case "paragraph_open":
                    found += self.read_paragraph(cursor.only("paragraph_close"), within, place)
                case "inline" if not within:
                    found += self.read_heading(token, token, place)
                case "heading_open" if not within:
                    found += self.read_heading(token, cursor.only("heading_close"), place)
                case "bullet_list_open" | "ordered_list_open" if within != "quote" and depth < MAX_LIST_DEPTH:
                    found.append(self.read_list(token, cursor, depth, place))
                case "blockquote_open" if not within:
                    found += self.read_quote(cursor, depth, place)
                case "table_open" if not within:
                    found += self.tables.read(cursor, place)
                case "footnote_reference_open" if not within:
                    self.read_footnote(token, cursor, place)
                case "code_block" if not within and self.is_pasted_row(place.line - 1):
                    found += self.read_paragraph(_as_words(token), within, place)
                case "html_block":
                    if self.inline.read_html(token.content, place) and not within:
                        self.refuse_split(place)
                case _:
                    self.unfit(token, place, within)
                    cursor.skip(token)
            if above is not None:
                self.withhold_below(above, found, at)
            above = lone_mark(found[at:])
        if above is not None:
            self.refuse_empty(above)
        return tuple(self.tables.with_lines(found, lines) if lines else found)

    def is_pasted_row(self, number: int) -> bool:
        """Tell whether a line, counted from 0, begins with a tab as a row does whose first cell is empty."""
        pair = self.lines[number : number + 2]
        return pair[0].startswith("\t") and any("\t" in line.strip() for line in pair)

    def withhold_below(self, mark: Withheld, blocks: list[Block], at: int) -> None:
        """Withhold the list, table or quotation at that place instead of the mark above it."""
        below = blocks[at] if at < len(blocks) else None
        if not isinstance(below, List | Quote | Table):
            self.refuse_empty(mark)
        elif isinstance(below, Table) and below.filled_with:
            self.refuse(
                mark.span,
                msg(
                    "een tabel met {data} is niet als geheel te lakken", data=f"{{{{ {below.filled_with} }}}}"
                ),
                msg("laat de tabel weg, of lak een gewone tabel"),
            )
        else:
            blocks[at - 1 : at + 1] = [withhold_block(below, mark)]

    def is_table_line(self, token: Token, place: Span) -> bool:
        """Tell whether a block is a paragraph that is a line about a table."""
        return token.tag in ("", "p") and self.tables.begins_line(place.line - 1)

    def read_table_line(self, token: Token, cursor: _Tokens, place: Span, at: int) -> TableLine:
        """Return the line about a table with `at` blocks above it."""
        inline = token if token.type == "inline" else cursor.only("paragraph_close")
        return self.tables.line(self.places.source(inline), place, at)

    def read_paragraph(self, inline: Token, within: str, place: Span) -> list[Block]:
        note = None if within else _NOTE_WITHOUT_COLON.match(inline.content)
        if note and note[1] not in self.labels:
            self.refuse_note(note, self.places.source(inline), place)
            return []
        about, source = mission_at_start(self.places.source(inline))
        if source.content.startswith("{") and (unfit := unfit_below_mark(source.content)):
            self.refuse(place, *unfit)
            return []
        for mark in half_typed.at_line_starts(source.content):
            self.refuse(source.span(mark.start, mark.end), mark.what, mark.advice)
        content = self.inline.block(self.markdown, source, picture_fits=within in ("", "quote"))
        if about is not None and not content:
            self.refuse(
                about.span,
                msg("hier staat niets dat over een missie gaat"),
                msg("zet het kenmerk vooraan in de alinea of het punt, zonder lege regel ertussen"),
            )
        return [Paragraph(content, place, about)] if content else []

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of the footnotes whose text is in the file, so that another mark refers to it."""
        return frozenset(found[1] for found in map(_NOTE.match, self.lines) if found)

    def refuse_note(self, note: re.Match[str], source: Source, place: Span) -> None:
        """Refuse the text of a footnote that has no colon behind its mark, and keep it as one."""
        mark = source.span(0, note.end(1) + 1)
        what = msg("achter [^{label}] ontbreekt een dubbele punt", label=note[1])
        self.refuse(mark, what, msg("begin de tekst van een voetnoot met {mark}", mark=f"[^{note[1]}]:"))
        rest = source.after(note.end())
        content = self.inline.read(self.markdown.pieces(rest.content), rest)
        self.footnotes.append(Footnote(note[1], (Paragraph(content, place),), mark))

    def refuse_empty(self, mark: Withheld) -> None:
        """Refuse the mark of a whole block that has nothing behind it."""
        self.refuse(
            mark.span,
            msg("hier staat niets om te lakken"),
            msg(
                "zet het direct boven de alinea, de lijst, de tabel, het citaat of de afbeelding, of vooraan "
                "in een kop, een punt van een lijst, een cel van een rij of een voetnoot"
            ),
        )

    def refuse_split(self, place: Span) -> None:
        """Refuse a remark between two lines of one paragraph: CommonMark (4.6) makes two paragraphs of it."""
        above = self.lines[place.line - 2] if place.line > 1 else ""
        below = self.lines[place.end_line] if place.end_line < len(self.lines) else ""
        if _is_words(above) and _is_words(below):
            self.refuse(
                place,
                msg("deze opmerking zou de alinea in tweeën delen"),
                msg("zet de opmerking achter de woorden waar zij over gaat, of tussen twee lege regels"),
            )

    def unfit(self, token: Token, place: Span, within: str) -> None:
        where = {
            "quote": msg("een citaat"), "list": msg("een lijst"), "note": msg("een voetnoot")
        }.get(within)  # fmt: skip
        match token.type:
            case "code_block":
                what = msg("vier spaties aan het begin maken er programmacode van")
                advice = msg("haal de spaties weg, of zet een opsommingsstreepje voor de regel")
            case "fence":
                what, advice = (
                    msg("programmacode hoort niet in een rapport"),
                    msg("schrijf het als gewone tekst"),
                )
            case "hr":
                what, advice = (
                    msg("een lijn kan het document niet weergeven"),
                    msg("gebruik een tussenkop (##)"),
                )
            case "bullet_list_open" | "ordered_list_open" if within == "list":
                what = msg("deze lijst zit meer dan {depth} niveaus diep", depth=MAX_LIST_DEPTH)
                advice = msg("breng de lijst een niveau terug")
            case _ if where is not None:
                what = msg("dit kan niet binnen {where}", where=where)
                advice = msg("zet het erbuiten, met een lege regel ertussen")
            case _:
                what = msg("deze opmaak kent jvom niet ({type})", type=token.type)
                advice = msg("schrijf het als gewone tekst")
        self.refuse(place, what, advice)

    def read_quote(self, cursor: _Tokens, depth: int, place: Span) -> list[Block]:
        blocks = self.blocks(cursor, depth, "blockquote_close", "quote")
        if not blocks:
            self.refuse(place, msg("dit citaat is leeg"), msg("zet de tekst achter het teken >"))
            return []
        return [Quote(blocks, place)]

    def read_heading(self, token: Token, inline: Token, place: Span) -> list[Block]:
        landscape = False
        if "{" in inline.content:
            from jvom.reading.attributes import Attributes, attributes_at_end

            attributes = attributes_at_end(inline.content)
            landscape = attributes is not None and attributes[1:] == Attributes(0, landscape=True)[1:]
            if attributes is not None and landscape:
                inline.content = inline.content[: attributes.start]
        content = self.content(inline)
        level = int(token.tag[1:])
        if token.markup in ("-", "="):
            advice = msg("begin een kop met ##; zet anders een lege regel tussen tekst en streepjes")
            if "|" in self.lines[place.line - 1]:
                advice = half_typed.UNDER_A_HEADER
            self.refuse(place, msg("de streepjes onder deze tekst maken er een kop van"), advice)
        elif level == 1:
            self.refuse(
                place,
                msg("een kop van niveau 1 (#) staat niet in een fragment"),
                msg("zet de titel van de paragraaf als «title:» bovenaan en begin koppen met ##"),
            )
        elif level > 4:
            self.refuse(
                place, msg("een kop van niveau {level} is te diep", level=level), msg("gebruik ## of ###")
            )
        elif shows_nothing(content):
            self.refuse(place, msg("deze kop is leeg"), msg("geef de kop tekst of haal de kop weg"))
        # Keep a refused heading: in a text outside a dossier it is still a heading.
        return [Heading(level, content, around(content) or place, landscape=landscape)] if content else []

    def read_list(self, token: Token, cursor: _Tokens, depth: int, place: Span) -> List:
        ordered = token.type == "ordered_list_open"
        items: list[ListItem] = []
        for item in cursor.until(token.type.replace("open", "close")):
            blocks = self.blocks(cursor, depth + 1, "list_item_close", "list")
            item_place = self.places.span(item)
            if blocks and isinstance(blocks[0], Paragraph) and (mark := withheld_whole(blocks[0].content)):
                blocks = withhold_all(blocks, mark)
            if blocks and isinstance(blocks[0], Paragraph):
                items.append(ListItem(blocks, item_place))
            else:
                self.refuse(
                    item_place, msg("dit lijstitem heeft geen tekst"), msg("vul het aan of haal het weg")
                )
        start = int(token.attributes.get("start", 1)) if ordered else 1
        if start > 9999:
            self.refuse(
                place, msg("deze lijst begint bij {start}", start=start), msg("begin bij een kleiner nummer")
            )
            start = 1
        return List(ordered, start, tuple(items), place)

    def read_footnote(self, token: Token, cursor: _Tokens, place: Span) -> None:
        label = token.label
        blocks = self.blocks(cursor, 0, "footnote_reference_close", "note")
        line = self.lines[place.line - 1]
        column = line.find("[^") + 1
        span = Span(self.path, place.line, column, place.line, column + len(label) + 3)
        if all(isinstance(each, Paragraph) and shows_nothing(each.content) for each in blocks):
            self.refuse(
                span, msg("de voetnoot [^{label}] is leeg", label=label), msg("schrijf de tekst erachter")
            )
        for block in blocks:
            if not isinstance(block, Paragraph):
                self.refuse(
                    block.span, msg("een voetnoot heeft alleen alinea's"), msg("maak er gewone tekst van")
                )
        if blocks and isinstance(blocks[0], Paragraph) and (mark := withheld_whole(blocks[0].content)):
            blocks = withhold_all(blocks, mark)
        self.footnotes.append(Footnote(label, blocks, span))

    def content(self, token: Token) -> Inlines:
        return self.inline.block(self.markdown, self.places.source(token))


def _as_words(token: Token) -> Token:
    """Return the words of code as a paragraph."""
    content = "\n".join(line.strip() for line in token.content.rstrip("\n").split("\n"))
    return Token("inline", lines=token.lines, content=content)


def _is_words(line: str) -> bool:
    """Tell whether a line may be one of a paragraph: not blank, no heading, comment or front matter."""
    return bool(line.strip()) and not line.lstrip().startswith(("#", "<!--", "---"))
