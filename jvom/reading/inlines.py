# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the inline tokens of one block to inlines of the text model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from jvom.messages import Message, msg
from jvom.reading import markdown
from jvom.reading.places import Source, around
from jvom.source import Problem, Span
from jvom.text import (
    Citation,
    CrossReference,
    FigureUse,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Personal,
    Picture,
    Space,
    Strong,
    Suppression,
    Term,
    Text,
)

_SUPPRESSION = re.compile(r"<!--\s*jvom:\s*(ignore(?:-file)?)\s*(?:\[([^\]]*)\])?\s*(.*?)\s*-->", re.DOTALL)
_TARGETS = re.compile(r"#([a-z0-9_-]+)(?:(?:,[a-z0-9_-]+)*|\.\.[a-z0-9_-]+)")
_WEB = ("https://", "http://", "mailto:")
_DATED = "datum"


class Cursor:
    """A reader's place in a flat list of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens, self.at = tokens, 0

    def until(self, closing: str = "") -> Iterator[Token]:
        """Yield the tokens of this level, up to and over the token that closes it."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if closing and token.type == closing:
                return
            yield token

    def skip(self, opening: Token) -> None:
        """Pass over everything up to the end of what `opening` began."""
        depth: int = opening.nesting
        while depth and self.at < len(self.tokens):
            depth += self.tokens[self.at].nesting
            self.at += 1


class InlineReader:
    """Makes inlines, gathering the suppressions and problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.suppressions: list[Suppression] = []

    def refuse(self, place: Span, what: Message, advice: Message) -> None:
        """Note what is wrong at a place."""
        self.problems.append(Problem(place, what, advice))

    def read(self, tokens: Sequence[Token], source: Source) -> Inlines:
        """Return the inlines of one block, without spaces at its ends."""
        found = _joined(self.sequence(Cursor(tokens), source, ""))
        while found and isinstance(found[-1], Space):
            found.pop()
        while found and isinstance(found[0], Space):
            found.pop(0)
        for picture in found:
            if isinstance(picture, Picture) and len(found) > 1:
                self.refuse(
                    picture.span,
                    msg("een afbeelding staat midden in een zin"),
                    msg("zet de afbeelding in een eigen alinea, met lege regels eromheen"),
                )
        return tuple(found)

    def sequence(self, cursor: Cursor, source: Source, closing: str) -> list[Inline]:
        found: list[Inline] = []
        for token in cursor.until(closing):
            start, end = token.meta.get("start", 0), token.meta.get("end", 0)
            place = source.span(start, end)
            match token.type:
                case "text" | "text_special":
                    if token.content:
                        found.append(Text(token.content, place))
                case "softbreak" | "hardbreak":
                    found.append(Space(token.type == "hardbreak", place))
                case "em_open":
                    found += self.term(cursor, source, start)
                case "strong_open":
                    content = tuple(_joined(self.sequence(cursor, source, "strong_close")))
                    found.append(Strong(content, around(content) or place))
                case "span_open":
                    found += self.personal(token, cursor, source, place)
                case "link_open":
                    found += self.link(str(token.attrs.get("href", "")), cursor, source, place)
                case "image":
                    found += self.picture(token, place)
                case "footnote_ref":
                    found.append(NoteMark(str(token.meta["label"]), place))
                case "figure":
                    found.append(FigureUse(token.content, place))
                case "citation":
                    found += self.citation(token.content, place)
                case "html_inline":
                    self.read_html(token.content, place)
                case _:
                    self.refuse(place, msg("deze opmaak kent jvom niet"), msg("schrijf het als gewone tekst"))
        return found

    def term(self, cursor: Cursor, source: Source, start: int) -> list[Inline]:
        content = tuple(_joined(self.sequence(cursor, source, "em_close")))
        closed = cursor.tokens[cursor.at - 1] if cursor.at else None
        end = closed.meta.get("end", start) if closed else start
        language: str | None = "en"
        if cursor.at < len(cursor.tokens) and cursor.tokens[cursor.at].type == "text":
            after = cursor.tokens[cursor.at]
            length, named = markdown.term_attributes(after.content)
            if length:
                end = after.meta["start"] + length
                after.content = after.content[length:]
                after.meta["start"] = end
                language = named
        place = source.span(start, end)
        if not language:
            self.refuse(
                place,
                msg("dit kenmerk is onbekend"),
                msg("achter een term hoort een taal: {lang}", lang="{lang=fr}"),
            )
            language = "en"
        return [Term(content, language, place)] if content else []

    def personal(self, token: Token, cursor: Cursor, source: Source, place: Span) -> list[Inline]:
        content = tuple(_joined(self.sequence(cursor, source, "span_close")))
        if token.attrs == {"class": "persoonsgegeven"}:
            if not content:
                self.refuse(place, msg("dit persoonsgegeven is leeg"), msg("zet de tekst tussen de haken"))
                return []
            return [Personal(content, place)]
        self.refuse(
            place,
            msg("dit kenmerk is onbekend"),
            msg("bij tekst tussen haken hoort {mark}", mark="{.persoonsgegeven}"),
        )
        return list(content)

    def link(self, address: str, cursor: Cursor, source: Source, place: Span) -> list[Inline]:
        content = tuple(_joined(self.sequence(cursor, source, "link_close")))
        if address.startswith("#"):
            if content:
                self.refuse(
                    place,
                    msg("een kruisverwijzing heeft geen eigen tekst"),
                    msg("laat de haken leeg: [](#paragraaf) drukt zelf «paragraaf 2.3» af"),
                )
            elif not _TARGETS.fullmatch(address):
                self.refuse(
                    place,
                    msg("deze kruisverwijzing is onleesbaar"),
                    msg("schrijf [](#nmi), [](#nmi,oir) of [](#nmi..lcf)"),
                )
            else:
                through = ".." in address
                targets = tuple(address[1:].split(".." if through else ","))
                return [CrossReference(targets, through, place)]
            return []
        if not address.startswith(_WEB):
            self.refuse(
                place,
                msg("dit is geen webadres: {address}", address=address or "(leeg)"),
                msg("een webadres begint met https://"),
            )
            return list(content)
        if not content:
            self.refuse(
                place, msg("deze link heeft geen tekst"), msg("zet tussen de haken waar de link heen gaat")
            )
            return []
        return [Link(address, content, place)]

    def picture(self, token: Token, place: Span) -> list[Inline]:
        alternative = "".join(child.content for child in token.children or [])
        if not alternative.strip():
            self.refuse(
                place,
                msg("deze afbeelding heeft geen beschrijving"),
                msg("schrijf tussen de haken wat er te zien is, voor wie de afbeelding niet ziet"),
            )
        caption = str(token.attrs.get("title", ""))
        return [Picture(str(token.attrs.get("src", "")), alternative, caption, place)]

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

    def read_html(self, content: str, place: Span) -> None:
        """Take the suppressions out of a piece of HTML; anything else in it is refused."""
        at = 0
        while match := _SUPPRESSION.match(content, at):
            codes = tuple(code.strip() for code in (match[2] or "").split(",") if code.strip())
            self.suppressions.append(Suppression(codes, match[3], match[1] == "ignore-file", place))
            at = match.end()
            at += len(content[at:]) - len(content[at:].lstrip())
        if content[at:].strip():
            self.refuse(
                place,
                msg("HTML hoort niet in de tekst"),
                msg("gebruik de opmaak van de handleiding; zet bij een kleiner-dan-teken een backslash: \\<"),
            )


def _joined(inlines: list[Inline]) -> list[Inline]:
    """Join pieces of text that follow each other in the source, letter by letter."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if (
            isinstance(inline, Text)
            and isinstance(last, Text)
            and (last.span.end_line, last.span.end_column) == (inline.span.line, inline.span.column)
            and _as_typed(last)
            and _as_typed(inline)
        ):
            span = Span(
                last.span.path, last.span.line, last.span.column, inline.span.end_line, inline.span.end_column
            )
            joined[-1] = Text(last.value + inline.value, span)
        else:
            joined.append(inline)
    return joined


def _as_typed(text: Text) -> bool:
    return text.span.end_column - text.span.column == len(text.value)
