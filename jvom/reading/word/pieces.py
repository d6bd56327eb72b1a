# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of one paragraph, gathered run by run, and the inlines made of it.

Word splits a sentence into any number of runs; those that look alike are joined again here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from jvom.source import Span
from jvom.text import FieldResult, Inline, Inlines, Link, NoteMark, Picture, Space, Strong, Term, Text

#: Words that are frequent in Dutch and rare in the foreign languages of these texts.
_DUTCH = frozenset(
    "aan bij dat deze dit door een geen heeft hebben het hun naar niet ook op tot uit van voor wij worden "
    "wordt zich zijn".split()
)
UNSPOKEN = "und"
"""The language of an italic term without a marked language, to a reader that does not guess (ISO 639-2)."""
HOUSE_FOREIGN = "en"
"""The language of an italic term without a marked language, as in fragments that are typed."""


class Look(NamedTuple):
    """How a run looks; `language` is "" for Dutch or the language of the file."""

    address: str = ""
    bold: bool = False
    italic: bool = False
    language: str = ""


class Piece(NamedTuple):
    """Characters of a paragraph that look alike, or a mark between two characters."""

    kind: Literal["text", "field", "break", "mark"]
    text: str
    start: int
    look: Look
    mark: NoteMark | Picture | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Pieces:
    """Gathers the pieces of the paragraph that becomes line `number` of the file at `path`.

    `unspoken` are the terms whose language the file does not give; `content` fills it.
    """

    def __init__(self, path: str, number: int, *, exact: bool = False) -> None:
        self.path, self.number, self.exact = path, number, exact
        self.found: list[Piece] = []
        self.length = 0
        self.unspoken: list[Span] = []
        # The parts of the last piece, joined once: a paragraph may have a million short runs.
        self._parts: list[str] = []

    def add(self, kind: Literal["text", "field", "break"], text: str, look: Look) -> None:
        """Add characters at the end of the line."""
        if not text:
            return
        last = self.found[-1] if self.found else None
        if last and kind == "text" and (last.kind, last.look) == (kind, look):
            self._parts.append(text)
        else:
            self._close()
            self._parts = [text]
            self.found.append(Piece(kind, text, self.length, look))
        self.length += len(text)

    def _close(self) -> None:
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
            self.found[-1] = self.found[-1]._replace(text=self._parts[0])

    def mark(self, mark: NoteMark | Picture, look: Look) -> None:
        """Add something without characters: a reference to a note, or a picture."""
        self._close()
        self._parts = []
        self.found.append(Piece("mark", "", self.length, look, mark))

    def here(self) -> Span:
        """Return the empty span at the end of the line so far."""
        return self.span(self.length, self.length)

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from `start` up to `end`."""
        return Span(self.path, self.number, start + 1, self.number, end + 1)

    def text(self) -> str:
        """Return the line: all characters, with line breaks as spaces."""
        self._close()
        return "".join(piece.text for piece in self.found).replace("\n", " ")

    def content(self, *, plain: bool = False) -> Inlines:
        """Return the inlines; `plain` ignores bold, for headings."""
        self._close()
        pieces = list(_trimmed(self.found))
        letters = [piece for piece in pieces if piece.text.strip()]
        # A paragraph that is all italics is emphasis; a term is part of a sentence.
        stressed = bool(letters) and all(piece.look.italic for piece in letters)
        styled = [
            piece._replace(
                look=Look(
                    piece.look.address,
                    piece.look.bold and not plain,
                    False,
                    self._language(piece, stressed),
                )
            )
            for piece in pieces
        ]
        return tuple(self._linked(styled))

    def _language(self, piece: Piece, stressed: bool) -> str:
        marked = piece.look.language
        if self.exact:
            # Word marks what is typed with an English keyboard as English: a term is italic too.
            if piece.look.italic:
                return marked or UNSPOKEN
            return marked if piece.look.bold else ""
        if not marked and (stressed or not piece.look.italic):
            return ""
        if is_dutch(piece.text):
            return ""
        if not marked and piece.text.strip():
            self.unspoken.append(self.span(piece.start, piece.end))
        return marked or HOUSE_FOREIGN

    def _linked(self, pieces: list[Piece]) -> Iterator[Inline]:
        for address, group in groupby(pieces, key=lambda piece: piece.look.address):
            inside = list(group)
            content = tuple(self._bold(inside))
            if address:
                yield Link(address, content, self.span(inside[0].start, inside[-1].end))
            else:
                yield from content

    def _bold(self, pieces: list[Piece]) -> Iterator[Inline]:
        for bold, group in groupby(pieces, key=lambda piece: piece.look.bold):
            inside = list(group)
            content = tuple(self._foreign(inside))
            if bold:
                yield Strong(content, self.span(inside[0].start, inside[-1].end))
            else:
                yield from content

    def _foreign(self, pieces: list[Piece]) -> Iterator[Inline]:
        for language, group in groupby(pieces, key=lambda piece: piece.look.language):
            inside = list(group)
            content = tuple(self._one(piece) for piece in _joined(inside))
            if language:
                yield Term(content, language, self.span(inside[0].start, inside[-1].end))
            else:
                yield from content

    def _one(self, piece: Piece) -> Inline:
        span = self.span(piece.start, piece.end)
        if piece.mark is not None:
            return piece.mark
        match piece.kind:
            case "break":
                return Space(True, span)
            case "field":
                return FieldResult(piece.text, span)
            case _:
                return Text(piece.text, span)


def _trimmed(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces without the paragraph's leading and trailing white space."""
    inked = [n for n, piece in enumerate(pieces) if piece.text.strip() or piece.mark]
    if not inked:
        return
    first, last = inked[0], inked[-1]
    for n in range(first, last + 1):
        piece = pieces[n]
        if n == first and piece.kind == "text":
            text = piece.text.lstrip()
            piece = piece._replace(text=text, start=piece.end - len(text))
        if n == last and piece.kind == "text":
            piece = piece._replace(text=piece.text.rstrip())
        yield piece


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, with adjacent pieces of text joined."""
    for is_text, group in groupby(pieces, key=lambda piece: piece.kind == "text"):
        inside = list(group)
        if is_text:
            yield inside[0]._replace(text="".join(piece.text for piece in inside))
        else:
            yield from inside


def is_dutch(text: str) -> bool:
    """Tell whether text is Dutch even though Word marks it as foreign, as it often does."""
    words = [word.strip(".,;:()\"'").lower() for word in text.split()]
    dutch = sum(word in _DUTCH for word in words)
    return dutch > 1 and dutch * 10 >= len(words)
