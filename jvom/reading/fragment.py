# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the text of one Markdown file to a fragment: front matter, blocks, footnotes, comments.

What a fragment cannot contain (HTML, code, rules, headings of level 1, tables in lists ...) is a problem at
its place and is left out; the rest is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import structs

from jvom.accents import problems_as_typed
from jvom.messages import msg
from jvom.model import Fragment, FrontMatter
from jvom.reading import data, half_typed, remarks
from jvom.reading.binding import bind
from jvom.reading.decoding import as_typed, control, decode
from jvom.reading.inlines import InlineReader
from jvom.reading.markdown import Markdown
from jvom.reading.mission_marks import mission_at_start
from jvom.reading.places import Source, TypedCell, around, typed_cells
from jvom.reading.tokens import Cursor, Token
from jvom.reading.withheld import (
    lone_mark,
    unfit_below_mark,
    whole_cells,
    withhold_all,
    withhold_block,
    withhold_row,
)
from jvom.source import NOWHERE, Positions, Problem, Span
from jvom.text import (
    Block,
    Cell,
    FigureUse,
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
MAX_LIST_DEPTH = 2
"""How deep lists nest: the number of levels that the templates have styles for."""
_MOST_COLUMNS = 63
"""How many columns a table has in Word (its limit, and that of the Open XML SDK)."""

_MOST_MARKS = 5
"""How often code is looked for in what was code."""

MAX_LINE = 150_000
"""The longest line that is read, in characters: thirty pages. A longer one is no text, and slow to parse."""


def read_fragment(
    id: str, raw: bytes, path: str, titled: bool = False, *, loose: bool = False
) -> tuple[Fragment, list[Problem]]:
    """Return the fragment in a file, and its problems; with `titled`, it must have a title.

    Of a `loose` text, which need not be fit for a dossier, words in code and in an open comment are read too.
    """
    text, problems = decode(raw, path)
    typed, undecoded = as_typed(raw, text), len(problems)
    if problems:
        # Report what can't be shown, and keep reading to report the rest as well.
        text = control().sub("\ufffd", text)
    reader = _BlockReader(path, text, problems)
    tokens = reader.tokens(loose=loose)
    front = reader.front_matter(tokens)
    title = reader.title(front)
    if titled and not title and not problems:
        # An unreadable front matter may well have a title: do not report that as missing too.
        place = front.at.value("title") if front.title else Span(path, 1, 1)
        what = msg("dit fragment heeft geen titel")
        reader.refuse(place, what, msg("zet bovenaan tussen twee regels met --- een regel «title: ...»"))
    blocks = reader.blocks(_Tokens(tokens), depth=0)
    return (
        Fragment(
            id=id,
            span=Span(path),
            front=front,
            title=title,
            blocks=blocks,
            footnotes=tuple(reader.footnotes),
            suppressions=tuple(reader.inline.suppressions),
            remarks=tuple(sorted(reader.inline.remarks, key=lambda each: each.span)),
            lines=tuple(reader.lines),
            body_line=reader.body_line,
            typed=typed,
        ),
        problems[:undecoded] + problems_as_typed(problems[undecoded:], {path: typed}),
    )


class _Tokens(Cursor[Token]):
    """A position in the tokens of a text."""

    def skip(self, opening: Token) -> None:
        """Skip to the end of the block that `opening` began."""
        depth = opening.nesting
        while depth and self.at < len(self.items):
            depth += self.items[self.at].nesting
            self.at += 1


class _BlockReader:
    """Makes the blocks of one file, gathering its footnotes and problems."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self.path, self.text, self.lines = path, text, text.split("\n")
        self.inline = InlineReader(path)
        self.inline.problems = self.problems = problems
        self.refuse = self.inline.refuse
        self.footnotes: list[Footnote] = []
        self.body_line = 1
        self.markdown = Markdown()

    def tokens(self, *, loose: bool) -> list[Token]:
        """Return the tokens of the text; none when it can't be a text that was typed."""
        long = [number for number, line in enumerate(self.lines, 1) if len(line) > MAX_LINE]
        for number in long:
            self.refuse(
                Span(self.path, number, 1, number, len(self.lines[number - 1]) + 1),
                msg("deze regel is {length} tekens lang", length=len(self.lines[number - 1])),
                msg("verdeel de tekst over alinea's, of kijk wat erin terechtkwam"),
            )
        # Most problems of a text with conflicts come from the markers, and would only add noise.
        has_marks = "<<<<<<<" in self.text or ">>>>>>>" in self.text
        if (has_marks and self.refuse_conflicts()) or long:
            return []
        try:
            tokens = self.markdown.blocks(self.text)
            if loose:
                tokens = self.without_marks(tokens)
        except RecursionError:
            self.refuse(
                Span(self.path, 1, 1),
                msg("deze tekst is onmogelijk diep genest"),
                msg("maak de opbouw vlakker"),
            )
            return []
        for line in self.markdown.definitions:
            self.refuse(
                Span(self.path, line + 1, 1, line + 1, len(self.lines[line]) + 1),
                msg("deze regel zou niet gedrukt worden: hij geeft een adres een naam"),
                msg("zet een adres achter de tekst, [tekst](https://...); een voetnoot begint met [^naam]:"),
            )
        return tokens

    def refuse_conflicts(self) -> bool:
        """Refuse each conflict that git left, and tell whether there is any."""
        from jvom.reading import conflicts

        found = [*conflicts.in_markdown(self.lines)]
        for number, mark in found:
            place = Span(self.path, number + 1, 1, number + 1, len(self.lines[number]) + 1)
            self.refuse(place, *conflicts.explain(mark))
        return bool(found)

    def without_marks(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens of a loose text once nothing keeps words from being read."""
        from jvom.reading.unmarked import without_marks

        lines = self.lines
        for _ in range(_MOST_MARKS):
            unmarked = without_marks(lines, tokens)
            if unmarked is None:
                break
            lines, self.markdown = unmarked, Markdown()
            tokens = self.markdown.blocks("\n".join(lines))
        return tokens

    # --- front matter ---------------------------------------------------------------------------

    def front_matter(self, tokens: list[Token]) -> FrontMatter:
        front = self.typed_front_matter(tokens)
        if front.at is NOWHERE:  # not typed, so it has no place of its own
            structs.force_setattr(front, "at", Positions(Span(self.path)))
        return front

    def typed_front_matter(self, tokens: list[Token]) -> FrontMatter:
        first = tokens[0] if tokens else None
        if first and first.type == "hr" and first.lines == (0, 1) and self.lines[0].startswith("---"):
            tokens.pop(0)
            self.refuse(
                Span(self.path, 1, 1, 1, len(self.lines[0]) + 1),
                msg("het blok met gegevens bovenaan wordt niet afgesloten"),
                msg("zet onder de laatste sleutel een regel met ---"),
            )
            return FrontMatter()
        if not tokens or tokens[0].type != "front_matter":
            self.refuse_other_front_matter(tokens)
            return FrontMatter()
        token = tokens.pop(0)
        self.body_line = token.lines[1] + 1 if token.lines else 1
        first_line = 2
        node, problems = data.parse(token.content, self.path, first_line)
        self.problems += problems
        if problems:
            return FrontMatter()
        said, problems = remarks.in_yaml(token.content, self.path, first_line)
        self.inline.remarks += said
        self.problems += problems
        front, problems = bind(node, FrontMatter, self.path, first_line)
        self.problems += problems
        return front or FrontMatter()

    def refuse_other_front_matter(self, tokens: list[Token]) -> None:
        """Refuse a front matter below a blank line, or whose dashes are no longer three, and skip it."""
        from jvom.reading.front_matter_lines import meant_as_front_matter

        if (place := meant_as_front_matter(self.lines)) is None:
            return
        first, last = place
        if self.lines[first].strip() == self.lines[last].strip() == "---":
            what = msg("boven de gegevens staat een lege regel")
            advice = msg("haal die weg: de eerste regel is ---")
        else:
            first = last if self.lines[first].strip() == "---" else first
            what = msg("«{dashes}» zijn geen drie streepjes", dashes=self.lines[first].strip())
            advice = msg("typ --- boven en onder de gegevens; Word maakt er bij het typen iets anders van")
        self.refuse(Span(self.path, first + 1, 1, first + 1, len(self.lines[first]) + 1), what, advice)
        below = (
            at for at, each in enumerate(tokens) if not each.level and each.lines and each.lines[0] > last
        )
        del tokens[: next(below, len(tokens))]

    def title(self, front: FrontMatter) -> Inlines:
        """Return the inlines of the title, which may contain ``*terms*`` and personal data."""
        if not front.title:
            return ()
        place = front.at.value("title")
        line = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        column = line.find(front.title.strip(), max(place.column - 1, 0))
        title = front.title.strip()
        # YAML gives no positions inside a value of several lines.
        if not title or "\n" in title or place.end_line > place.line:
            self.refuse(place, msg("een titel is een regel tekst"), msg("zet de titel op een regel"))
            return ()
        source = Source(self.path, title, [(place.line, max(column, place.column - 1))])
        content = self.inline.read(self.markdown.pieces(source.content), source)
        if shows_nothing(content):
            self.refuse(place, msg("deze titel is leeg"), msg("vul iets in"))
            return ()
        return content

    # --- blocks ---------------------------------------------------------------------------------

    def blocks(self, cursor: _Tokens, depth: int, closing: str = "", within: str = "") -> tuple[Block, ...]:
        """Return the blocks up to the token that closes them; `within` is the type of their container."""
        found: list[Block] = []
        lines: list[TableLine] = []
        above: Withheld | None = None
        for token in cursor.until(closing):
            place = self.place(token)
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
                    found += self.read_table(cursor, place)
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
        return tuple(self.with_table_lines(found, lines) if lines else found)

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
        return token.tag in ("", "p") and self.begins_table_line(place.line - 1)

    def begins_table_line(self, number: int) -> bool:
        """Tell whether a line, counted from 0, is about a table."""
        if not self.lines[number].startswith((": ", "{")):  # like nearly all
            return False
        from jvom.reading.table_lines import is_table_line

        return is_table_line(self.lines[number])

    def with_table_lines(self, blocks: list[Block], lines: list[TableLine]) -> list[Block]:
        from jvom.reading.table_lines import with_table_lines

        return with_table_lines(blocks, lines, self.refuse)

    def read_table_line(self, token: Token, cursor: _Tokens, place: Span, at: int) -> TableLine:
        """Return the line about a table with `at` blocks above it."""
        inline = token if token.type == "inline" else cursor.only("paragraph_close")
        return self.table_line(self.source(inline), place, at)

    def table_line(self, source: Source, place: Span, at: int = 0) -> TableLine:
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

    def read_paragraph(self, inline: Token, within: str, place: Span) -> list[Block]:
        if not within and (note := _NOTE_WITHOUT_COLON.match(inline.content)):
            self.refuse_note(note, self.source(inline), place)
            return []
        about, source = mission_at_start(self.source(inline))
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
            item_place = self.place(item)
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

    def read_table(self, cursor: _Tokens, place: Span) -> list[Block]:
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
                if about := "|" not in self.lines[line] and self.begins_table_line(line):
                    typed_line = self.lines[line].rstrip()
                    at = Span(self.path, line + 1, 1, line + 1, len(typed_line) + 1)
                    lines.append(self.table_line(Source(self.path, typed_line, [(line + 1, 0)]), at, at=1))
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
        return self.with_table_lines([table], lines) if lines else [table]

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
        return self.inline.block(self.markdown, self.source(token))

    # --- places ---------------------------------------------------------------------------------

    def place(self, token: Token) -> Span:
        """Return the place of a block: from its first word to the end of its last line."""
        if not token.lines:
            return Span(self.path)
        first, end = token.lines
        last = max(end - 1, first)
        while last > first and not self.lines[last].strip():
            last -= 1
        while first < last and not self.lines[first].strip():
            first += 1  # a line of no-break spaces, which are words to CommonMark
        line = self.lines[first]
        return Span(
            self.path, first + 1, len(line) - len(line.lstrip()) + 1, last + 1, len(self.lines[last]) + 1
        )

    def source(self, token: Token) -> Source:
        """Return where each line of a block's content is in the file."""
        first, end = token.lines or (0, 1)
        if "\n" not in token.content and self.lines[first].endswith(token.content):
            return Source(
                self.path, token.content, [(first + 1, len(self.lines[first]) - len(token.content))]
            )
        content = token.content.split("\n")
        # A line of special spaces, such as no-break spaces, is words to CommonMark, but markdown-it drops it.
        for skipped in range(end - first - len(content) + 1):
            lines = self.lines[first + skipped : first + skipped + len(content)]
            if all(map(_is_source_of, lines, content)):
                first += skipped
                break
        starts = []
        for number, line in enumerate(content, first):
            typed = self.lines[number] if number < len(self.lines) else ""
            starts.append((number + 1, _column(typed, line)))
        return Source(self.path, token.content, starts)


def _as_words(token: Token) -> Token:
    """Return the words of code as a paragraph."""
    content = "\n".join(line.strip() for line in token.content.rstrip("\n").split("\n"))
    return Token("inline", lines=token.lines, content=content)


def _is_words(line: str) -> bool:
    """Tell whether a line may be one of a paragraph: not blank, no heading, comment or front matter."""
    return bool(line.strip()) and not line.lstrip().startswith(("#", "<!--", "---"))


def _is_source_of(typed: str, line: str) -> bool:
    """Tell whether a line of a block's content may come from this typed line."""
    return typed.rstrip().endswith(line.strip())


def _column(typed: str, line: str) -> int:
    """Return the column, from 0, at which a line of a block's content begins in the typed line."""
    # markdown-it may have replaced a tab before the words by spaces, so look for the words.
    words = line.lstrip(" \t")
    if typed.endswith(words):
        begin = len(typed) - len(words)
    else:
        words = line.strip()
        if _is_source_of(typed, words):
            begin = len(typed.rstrip()) - len(words)
        else:
            # A heading may end in # marks: look for its words after the opening marks.
            begin = max(typed.find(words, len(typed) - len(typed.lstrip().lstrip("#"))), 0)
    return begin - line.find(words)
