# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the pieces of one block to inlines of the text model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from jvom.messages import Message, msg
from jvom.reading import half_typed
from jvom.reading.decoding import control
from jvom.reading.markdown import Markdown
from jvom.reading.pieces import Piece, term_attributes
from jvom.reading.places import Source
from jvom.reading.remarks import empty_remark, remark
from jvom.reading.suppressions import suppression
from jvom.reading.tokens import Cursor
from jvom.reading.withheld import UnfitMarkError, length_of_whole, read_ground, read_whole
from jvom.source import Problem, Span
from jvom.text import (
    PERSONAL,
    Citation,
    CrossReference,
    FigureUse,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Picture,
    Remark,
    Space,
    Strong,
    Suppression,
    Term,
    Text,
    Withheld,
    is_visible,
    shows_nothing,
    walk,
)

_TAG = re.compile(r"</?([A-Za-z][\w-]*)")
_ELEMENTS = frozenset(
    """
    a abbr b big blockquote br caption center cite code col dd del div dl dt em figcaption figure font h1 h2
    h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strike strong sub sup table tbody td tfoot
    th thead tr tt u ul var wbr
    """.split()
)
_COMMENT = re.compile(r"\s*<!--(.*?)-->", re.DOTALL)
_TARGET = re.compile(r"[A-Za-z0-9_-]+")
_DOMAIN = re.compile(r"www\.|[\w-]+\.(?:nl|com|eu|int|org)(?![\w.])")
_WEB = ("https://", "http://", "mailto:")
# What to type instead of HTML, by its element.
_INSTEAD = {
    "br": msg("begin een nieuwe alinea met een lege regel"),
    "i": msg("zet een vreemde term tussen sterretjes: *term*"),
    "b": msg("zet twee sterretjes om woorden met nadruk: **woorden**"),
    "sup": msg("schrijf een voetnoot als [^naam]"),
    "table": msg("typ een tabel met strepen tussen de cellen"),
}
_ALSO = {"em": "i", "strong": "b", "p": "br"}
_DATED = "datum"
_CLOSING = tuple(".,;:!?)]”’…")
# These have no meaning in the description of a picture, which keeps only words.
_UNPRINTED = frozenset(("citation", "cross_reference", "figure", "note_mark"))


class InlineReader:
    """Makes inlines, gathering the suppressions, remarks and problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.suppressions: list[Suppression] = []
        self.remarks: list[Remark] = []
        self.refused_tags: set[str] = set()
        # Whether this block has a picture, or a sign of markup among its words: most have neither.
        self.is_suspect = False

    def refuse(self, place: Span, what: Message, advice: Message) -> None:
        """Report a problem at a place."""
        self.problems.append(Problem(place, what, advice))

    def read(self, pieces: Sequence[Piece], source: Source, picture_fits: bool = False) -> Inlines:
        """Return the inlines of one block, without spaces at its ends.

        With `picture_fits`, a picture may be the only content of the block.
        """
        self.is_suspect = False
        if len(pieces) == 1 and pieces[0].type == "text":  # words alone, as most headings and paragraphs
            (only,) = pieces
            found: list[Inline] = [*self.words(only, source, only.start, only.end)]
        else:
            found = self.sequence(Cursor(pieces), source, "")
        while found and isinstance(found[-1], Space):
            found.pop()
        while found and isinstance(found[0], Space):
            found.pop(0)
        content = tuple(found)
        if not self.is_suspect or (picture_fits and len(content) == 1 and isinstance(content[0], Picture)):
            return content
        misplaced = False
        marked: Withheld | None = None
        for inline in walk(content):
            if isinstance(inline, Withheld):
                marked = inline
            elif isinstance(inline, Text) and marked and (link := inline.value.find("](")) >= 0:
                # The brackets of the mark are links too, in which CommonMark allows no other.
                self.refuse_marked_link(marked, inline, link)
                marked = None
            elif isinstance(inline, Text):
                self.refuse_half_typed(inline)
            elif isinstance(inline, Picture):
                misplaced = True
                self.refuse(
                    inline.span,
                    msg("een afbeelding kan hier niet staan"),
                    msg("zet de afbeelding in een eigen alinea, met lege regels eromheen"),
                )
        if not misplaced:
            return content
        return tuple(inline for inline in content if not isinstance(inline, Picture))

    def refuse_marked_link(self, marked: Withheld, text: Text, bracket: int) -> None:
        """Refuse a mark within the words of a link, which CommonMark then takes for no link."""
        column = text.span.column + bracket
        start = marked.span
        self.refuse(
            Span(text.span.path, start.line, start.column, text.span.line, column + 1),
            msg("binnen de tekst van een link lakt jvom geen persoonsgegeven")
            if marked.ground is None
            else msg("binnen de tekst van een link lakt jvom niets"),
            msg(
                "zet de haken van {mark} om de hele link, zoals {example}",
                mark=marked.mark,
                example=f"[[naam](https://www.defensie.nl)]{marked.mark}",
            ),
        )

    def refuse_half_typed(self, text: Text) -> None:
        """Refuse incomplete markup, which would be printed as typed."""
        for mark in half_typed.within_words(text.value) if _as_typed(text) else ():
            column = text.span.column + mark.start
            end = column + mark.end - mark.start
            self.refuse(
                Span(text.span.path, text.span.line, column, text.span.line, end), mark.what, mark.advice
            )

    def sequence(self, cursor: Cursor[Piece], source: Source, closing: str) -> list[Inline]:
        found: list[Inline] = []
        told = len(self.remarks)
        for piece in cursor.until(closing):
            start, end = piece.start, piece.end
            if piece.type in ("text", "text_special"):
                self.add_words(found, piece, source, start, end)
                continue
            place = source.span(start, end)
            match piece.type:
                case "softbreak" | "hardbreak":
                    found.append(Space(piece.type == "hardbreak", place))
                case "term":
                    words = tuple(self.words(piece, source, start + 1, end - 1))
                    found += self.term(words, cursor, source, start, end)
                case "em_open":
                    found += self.emphasis(cursor, source, start)
                case "strong_open":
                    found += self.strong(cursor, source, start)
                case "span_open":
                    found += self.withheld(piece, cursor, source, place)
                case "link_open":
                    found += self.link(str(piece.attributes.get("href", "")), cursor, source, place)
                case "image":
                    found += self.picture(piece, source, cursor)
                case "note_mark":
                    found.append(NoteMark(piece.content, place))
                case "cross_reference":
                    found += self.cross_reference(piece.content, place)
                case "code_inline":
                    self.refuse(
                        place,
                        msg("programmacode hoort niet in een rapport"),
                        msg("laat de accenten grave (`) weg"),
                    )
                case "figure":
                    self.refuse_more_braces(source, start, end)
                    found.append(FigureUse(piece.content, place))
                case "citation":
                    found += self.citation(piece.content, place)
                case "html_inline":
                    found += self.read_html(piece.content, place, within=True)
                    # "<naam>" is a placeholder: refused here, but kept for the check of loose texts.
                    if (tag := _TAG.match(piece.content)) and tag[1].lower() not in _ELEMENTS:
                        self.add_words(found, piece, source, start, end)
                case _:
                    self.refuse(place, msg("deze opmaak kent jvom niet"), msg("schrijf het als gewone tekst"))
        return found if told == len(self.remarks) else _closed_up(found)

    def add_words(self, found: list[Inline], piece: Piece, source: Source, start: int, end: int) -> None:
        for text in self.words(piece, source, start, end):
            _add(found, text)

    def words(self, piece: Piece, source: Source, start: int, end: int) -> list[Text]:
        if piece.type == "text_special" and (control().search(piece.content) or piece.content == "\ufffd"):
            self.refuse(
                source.span(start, end), msg("deze code is geen teken"), msg("typ het teken dat u bedoelt")
            )
            return []
        self.is_suspect = self.is_suspect or half_typed.may_be_in(piece.content)
        if source.is_plain or len(piece.content) != end - start:
            return [Text(piece.content, source.span(start, end))] if piece.content else []
        return [
            Text(piece.content[first - start : last - start], source.span(first, last))
            for first, last in source.pieces(start, end)
        ]

    def strong(self, cursor: Cursor[Piece], source: Source, start: int) -> list[Inline]:
        content = tuple(self.sequence(cursor, source, "strong_close"))
        end = cursor.items[cursor.at - 1].end
        # Two asterisks open and close, and only the inner ones are pieces.
        return [Strong(content, source.span(start - 1, end + 1))] if content else []

    def emphasis(self, cursor: Cursor[Piece], source: Source, start: int) -> list[Inline]:
        content = tuple(self.sequence(cursor, source, "em_close"))
        return self.term(content, cursor, source, start, cursor.items[cursor.at - 1].end)

    def term(
        self, content: Inlines, cursor: Cursor[Piece], source: Source, start: int, end: int
    ) -> list[Inline]:
        language: str | None = "en"
        if cursor.at < len(cursor.items) and cursor.items[cursor.at].type == "text":
            after = cursor.items[cursor.at]
            length, named = term_attributes(after.content)
            if length:
                end = after.start + length
                after.content = after.content[length:]
                after.start = end
            language = named if length or named is None else language
        place = source.span(start, end)
        if not language:
            self.refuse(
                place,
                msg("dit kenmerk is onbekend"),
                msg("achter een term hoort een taal: {lang}", lang="{lang=fr}"),
            )
            language = "en"
        return [Term(content, language, place)] if content else []

    def withheld(self, piece: Piece, cursor: Cursor[Piece], source: Source, place: Span) -> list[Inline]:
        content = tuple(self.sequence(cursor, source, "span_close"))
        try:
            ground = read_ground(piece.attributes)
        except UnfitMarkError as unfit:
            self.refuse(place, unfit.what, unfit.advice)
            return list(content)
        if not content:
            what = (
                msg("dit persoonsgegeven is leeg") if ground is None else msg("hier staat niets om te lakken")
            )
            self.refuse(place, what, msg("zet de tekst tussen de haken"))
            return []
        return [Withheld(content, place, ground)]

    def block(self, markdown: Markdown, source: Source, picture_fits: bool = False) -> Inlines:
        """Return the inlines of a block as typed, as `read` does; a mark may withhold it as a whole."""
        if not source.content.startswith("{"):
            return self.read(markdown.pieces(source.content), source, picture_fits)
        ground = ""
        try:
            length, ground = read_whole(source.content) or (0, "")
        except UnfitMarkError as unfit:
            length = length_of_whole(source.content)
            self.refuse(source.span(0, len(source.content[:length].rstrip())), unfit.what, unfit.advice)
        rest = source.after(length) if length else source
        content = self.read(markdown.pieces(rest.content), rest, picture_fits)
        if not length:
            return content
        return (Withheld(content, source.span(0, len(source.content)), ground, whole=True),)

    def link(self, address: str, cursor: Cursor[Piece], source: Source, place: Span) -> list[Inline]:
        content = tuple(self.sequence(cursor, source, "link_close"))
        if address.startswith("#"):
            self.refuse(
                place,
                msg("een kruisverwijzing heeft geen eigen tekst"),
                msg("laat de haken leeg: [](#paragraaf) drukt zelf «paragraaf 2.3» af"),
            )
            return []
        if not address.startswith(_WEB):
            self.refuse(
                place,
                msg("dit is geen webadres: {address}", address=address or "(leeg)"),
                _advice_on_address(address),
            )
            return list(content)
        if shows_nothing(content):
            self.refuse(
                place, msg("deze link heeft geen tekst"), msg("zet tussen de haken waar de link heen gaat")
            )
            return []
        return [Link(address, content, place)]

    def cross_reference(self, address: str, place: Span) -> list[Inline]:
        through = ".." in address
        targets = tuple(target.strip() for target in address.split(".." if through else ","))
        if not all(map(_TARGET.fullmatch, targets)) or (through and len(targets) != 2):
            self.refuse(
                place,
                msg("deze kruisverwijzing is onleesbaar"),
                msg("schrijf [](#nmi), [](#nmi,oir) of [](#nmi..lcf)"),
            )
            return []
        return [CrossReference(targets, through, place)]

    def picture(self, piece: Piece, source: Source, cursor: Cursor[Piece]) -> list[Inline]:
        self.is_suspect = True
        place = source.span(piece.start, piece.end)
        name, length = self.picture_name(source, cursor)
        if length:
            place = source.span(piece.start, piece.end + length)
        alternative = "".join(
            " " if child.type in ("softbreak", "hardbreak") else child.content for child in piece.pieces
        )
        if not is_visible(alternative):
            self.refuse(
                place,
                msg("deze afbeelding heeft geen beschrijving"),
                msg("schrijf tussen de haken wat er te zien is, voor wie de afbeelding niet ziet"),
            )
        caption = str(piece.attributes.get("title", ""))
        children = {child.type for child in piece.pieces}
        if PERSONAL in caption or "{.gelakt" in caption or "span_open" in children:
            self.refuse(
                place,
                msg("in de tekst bij een afbeelding lakt jvom geen persoonsgegeven"),
                msg(
                    "beschrijf de afbeelding zonder persoonsgegevens; kijk ook wat er te zien is. Een hele "
                    "afbeelding lakt {mark} op de regel erboven",
                    mark=half_typed.WITHHELD,
                ),
            )
        elif children & _UNPRINTED or any(half_typed.within_words(caption)):
            self.refuse(
                place,
                msg("de beschrijving of het bijschrift van deze afbeelding heeft opmaak"),
                msg("schrijf ze als gewone tekst: er wordt niets in ingevuld of genummerd"),
            )
        path = unquote(str(piece.attributes.get("src", "")))
        return [Picture(path, alternative, caption, place, name)]

    def picture_name(self, source: Source, cursor: Cursor[Piece]) -> tuple[str, int]:
        """Return the name behind a picture, "" for none, and how long it is with its braces."""
        from jvom.reading.attributes import PICTURE_NAME, name_at_start, unfit_name

        after = cursor.items[cursor.at] if cursor.at < len(cursor.items) else None
        typed = name_at_start(after.content) if after and after.type == "text" else None
        if after is None or typed is None:
            return "", 0
        length, name = typed
        if not PICTURE_NAME.fullmatch(name):
            self.refuse(source.span(after.start, after.start + length), *unfit_name(name, "fig-kaart"))
            name = ""
        after.content = after.content[length:]
        after.start += length
        if not after.content:
            cursor.at += 1
        return name, length

    def refuse_tag(self, content: str, place: Span) -> None:
        """Refuse HTML; an end without a word on its beginning, which was refused already."""
        tag = _TAG.match(content)
        name = tag[1].lower() if tag else ""
        if content.startswith("</") and name in self.refused_tags:
            return
        self.refused_tags.add(name)
        otherwise = msg(
            "gebruik de opmaak van de handleiding; zet bij een kleiner-dan-teken een backslash: \\<"
        )
        advice = _INSTEAD.get(_ALSO.get(name, name), otherwise)
        self.refuse(place, msg("HTML hoort niet in de tekst"), advice)

    def refuse_more_braces(self, source: Source, start: int, end: int) -> None:
        """Refuse the braces around those of a figure, which would be printed."""
        content = source.content
        if content[start - 1 : start] == "{" or content[end : end + 1] == "}":
            what = msg("om een cijfer staan twee accolades, geen drie")
            self.refuse(source.span(start, end), what, msg("schrijf {mark}", mark=content[start:end]))

    def citation(self, content: str, place: Span) -> list[Inline]:
        body, _, locator = content.partition(",")
        names = [name.strip() for name in body.split(";")]
        if locator and locator.strip() != _DATED:
            self.refuse(
                place,
                msg("«{locator}» kan hier niet staan", locator=locator.strip()),
                msg("achter de komma kan alleen «datum»"),
            )
        references = tuple(name.removeprefix("@") for name in names)
        if any(not name for name in references):
            self.refuse(place, msg("deze bronverwijzing is leeg"), msg("schrijf [@kst-29521-493]"))
            return []
        return [Citation(references, bool(locator), place)]

    def read_html(self, content: str, place: Span, within: bool = False) -> list[Remark]:
        """Take suppressions and remarks out of a piece of HTML, and return the remarks.

        Anything else in it is refused. With `within` it is inside a paragraph.
        """
        at = 0
        remarks: list[Remark] = []
        while comment := _COMMENT.match(content, at):
            if said := remark(comment[1], place, within):
                remarks.append(said)
                if not said.text:
                    self.problems.append(empty_remark(place))
            elif found := suppression(comment[1], place):
                self.suppressions.append(found)
            else:
                break
            at = comment.end()
        self.remarks += remarks
        if content[at:].strip() and remarks:
            self.refuse(
                place,
                msg("achter een opmerking aan het begin van een regel kan geen tekst staan"),
                msg("zet de opmerking op een eigen regel, of achter de woorden waar zij over gaat"),
            )
        elif content[at:].strip():
            if "<!--" in content and "-->" not in content[content.rindex("<!--") :]:
                what = msg("deze opmerking wordt niet afgesloten: wat eronder staat, valt weg")
                self.refuse(place, what, msg("zet --> achter de opmerking"))
            elif "<!--" in content:
                advice = msg(
                    "een opmerking voor een collega begint zo: {remark}", remark="<!-- opmerking: ... -->"
                )
                self.refuse(place, msg("HTML hoort niet in de tekst"), advice)
            else:
                self.refuse_tag(content[at:].strip(), place)
        return remarks


def _advice_on_address(address: str) -> Message:
    """Return what to type for a link that does not lead to the web: it may lead to a section."""
    name = address.removesuffix(".md").rpartition("/")[2]
    if _TARGET.fullmatch(name):
        return msg("bedoelt u een paragraaf, schrijf dan {reference}", reference=f"[](#{name.lower()})")
    if "@" in address and " " not in address:
        return msg("schrijf een mailadres als {address}", address=f"mailto:{address}")
    if _DOMAIN.match(address):
        return msg("een webadres begint met https://, zoals {address}", address=f"https://{address}")
    return msg("een webadres begint met https://")


def _add(found: list[Inline], text: Text) -> None:
    """Add a text, joined to the text before it when they are adjacent in the source, as typed."""
    last = found[-1] if found else None
    if isinstance(last, Text) and last.span.meets(text.span) and _as_typed(last) and _as_typed(text):
        found[-1] = Text(last.value + text.value, last.span.through(text.span))
    else:
        found.append(text)


def _closed_up(found: list[Inline]) -> list[Inline]:
    """Return the inlines without the second of the two spaces around a remark, which prints nothing."""
    closed = list(found)
    printed = [place for place, inline in enumerate(found) if not isinstance(inline, Remark)]
    for before, after in zip([-1, *printed], [*printed, len(found)], strict=True):
        if after - before < 2:
            continue  # no remark between them
        first = closed[before] if before >= 0 else None
        then = closed[after] if after < len(closed) else None
        if isinstance(first, Text) and first.value.endswith(" "):
            follows = then.value if isinstance(then, Text) else "" if then is None else "x"
            if isinstance(then, Space) or not follows or follows.startswith((" ", *_CLOSING)):
                closed[before] = _without_ends(first, end=True)
        elif isinstance(then, Text) and (first is None or isinstance(first, Space)):
            closed[after] = _without_ends(then, start=True)
    return [each for each in closed if not isinstance(each, Text) or each.value]


def _without_ends(text: Text, start: bool = False, end: bool = False) -> Text:
    """Return the text without the spaces at its start or its end."""
    value = text.value.lstrip(" ") if start else text.value
    left = len(text.value) - len(value)
    value = value.rstrip(" ") if end else value
    right = len(text.value) - left - len(value)
    at = text.span
    span = Span(at.path, at.line, at.column + left, at.end_line, at.end_column - right)
    return Text(value, span)


def _as_typed(text: Text) -> bool:
    return text.span.end_column - text.span.column == len(text.value)
