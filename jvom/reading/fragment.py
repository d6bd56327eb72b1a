# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the text of one Markdown file to a fragment: front matter, title, blocks, footnotes, comments."""

from __future__ import annotations

from msgspec import structs

from jvom.accents import problems_as_typed
from jvom.messages import msg
from jvom.model import Fragment, FrontMatter
from jvom.reading import data, remarks
from jvom.reading.binding import bind
from jvom.reading.blocks import BlockReader
from jvom.reading.decoding import as_typed, control, decode
from jvom.reading.inlines import InlineReader
from jvom.reading.markdown import Markdown
from jvom.reading.places import Source
from jvom.reading.tokens import Token
from jvom.source import NOWHERE, Positions, Problem, Span
from jvom.text import Inlines, shows_nothing

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
    reader = _TextReader(path, text, problems)
    tokens = reader.tokens(loose=loose)
    front = reader.front_matter(tokens)
    title = reader.title(front)
    if titled and not title and not problems:
        # An unreadable front matter may well have a title: do not report that as missing too.
        place = front.at.value("title") if front.title else Span(path, 1, 1)
        what = msg("dit fragment heeft geen titel")
        reader.refuse(place, what, msg("zet bovenaan tussen twee regels met --- een regel «title: ...»"))
    body = BlockReader(path, reader.lines, reader.inline, reader.markdown)
    blocks = body.read(tokens)
    return (
        Fragment(
            id=id,
            span=Span(path),
            front=front,
            title=title,
            blocks=blocks,
            footnotes=tuple(body.footnotes),
            suppressions=tuple(reader.inline.suppressions),
            remarks=tuple(sorted(reader.inline.remarks, key=lambda each: each.span)),
            lines=tuple(reader.lines),
            body_line=reader.body_line,
            typed=typed,
        ),
        problems[:undecoded] + problems_as_typed(problems[undecoded:], {path: typed}),
    )


class _TextReader:
    """Divides one file into tokens and reads what is above its blocks; gathers its problems."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self.path, self.text, self.lines = path, text, text.split("\n")
        self.inline = InlineReader(path)
        self.inline.problems = self.problems = problems
        self.refuse = self.inline.refuse
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
