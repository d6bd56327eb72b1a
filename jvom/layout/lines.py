# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How many lines a paragraph takes, and in which of them its footnote references are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate

import msgspec

from jvom.layout.geometry import Hyphenation, ParagraphLook
from jvom.ooxml.measures import POINTS_PER_MILLIMETRE
from jvom.plan import (
    CommentEnd,
    CommentStart,
    Hyperlink,
    Image,
    Inline,
    LineBreak,
    Note,
    NumberReference,
    Run,
    SequenceNumber,
)
from jvom.widths import UNITS_PER_EM, WIDEST, Widths, bold, parts, regular

_REFERENCE_MARK = 0.6  # the size of a footnote's number, as a share of that of the text

# Dutch divides a word before a consonant that is followed by a vowel, at least two letters from either end
# (Groene Boekje, "Afbreken"). A word processor has finer patterns; on average that makes no difference.
_VOWEL = "aeiouyáéíóúëïöü"
_DIVISION = re.compile(rf"(?<=[{_VOWEL}])[^\W\d{_VOWEL}]?(?=[^\W\d{_VOWEL}][{_VOWEL}])")
_SHORTEST_DIVIDED = 5
_SHORTEST_PART = 2
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"


class Lines(msgspec.Struct):
    """The lines of a paragraph: how many, the notes of each by number, and the height of its pictures.

    `bookmarks` are those of its runs, each with the number of the line.
    """

    count: int = 1
    notes: dict[int, list[Note]] = {}
    pictures: float = 0.0
    bookmarks: dict[str, int] = {}


def break_lines(
    content: tuple[Inline, ...],
    look: ParagraphLook,
    width: float,
    is_bold: Callable[[str], bool],
    hyphenation: Hyphenation,
) -> Lines:
    """Break the content into lines in a column `width` points wide.

    `is_bold` tells whether a character style, by id, is bold.
    """
    units = UNITS_PER_EM / look.size
    room, used = (width - look.left - look.right) * units, look.first * units
    lines = Lines()
    # Like most headings: so few letters fit on one line, however wide they are.
    match content:
        case (Run(text=text, bookmark=""),) if used + len(text) * WIDEST <= room:
            return lines
    place = _Position(
        lines,
        room=room,
        used=used,
        zone=hyphenation.zone * units,
        hyphens=hyphenation.in_a_row if look.hyphens else 0,
    )
    for inline in content:
        match inline:
            case Run(text=text, style=style, bookmark=bookmark):
                is_strong = look.bold or (bool(style) and is_bold(style))
                if bookmark:
                    # It is where its first word is; the others may go on below.
                    first, space, text = text.partition(" ")
                    place.words(first, is_strong)
                    lines.bookmarks[bookmark] = lines.count
                    text = space + text
                place.words(text, is_strong)
            case NumberReference(text=text) | SequenceNumber(text=text):
                place.words(text, look.bold)
            case Hyperlink(content=runs):
                for run in runs:
                    place.words(run.text, look.bold)
            case LineBreak():
                place.new_line()
            case Note():
                place.used += regular["1"] * _REFERENCE_MARK
                lines.notes.setdefault(lines.count, []).append(inline)
            case Image(height=height):
                lines.pictures = max(lines.pictures, height * POINTS_PER_MILLIMETRE)
            case CommentStart() | CommentEnd():
                pass  # in the margin
    return lines


class _Position(msgspec.Struct):
    """The end of the text so far: how much of the line is used."""

    lines: Lines
    room: float
    used: float
    zone: float
    hyphens: int
    in_a_row: int = 0

    def new_line(self) -> None:
        self.lines.count += 1
        self.used = 0.0
        self.in_a_row = 0

    def words(self, text: str, is_bold: bool) -> None:
        widths = bold if is_bold else regular
        pieces = text.split(" ")
        # Where each piece and its space would end if all were on one line; `start` is where the current line
        # begins there.
        ends = list(accumulate(map(widths.spaced.__getitem__, pieces)))
        start, room = -self.used, self.room + widths[" "]
        at = bisect_right(ends, start + room)
        while at < len(pieces):
            piece = pieces[at]
            if piece:
                self.used = ends[at] - widths.spaced[piece] - start
                self._wrap(piece, widths)
                start = ends[at] - widths[" "] - self.used
            at = bisect_right(ends, start + room, at + 1)
        self.used = ends[-1] - widths[" "] - start

    def _wrap(self, piece: str, widths: Widths) -> None:
        """Set a piece that does not fit on the line: split it where that is allowed, and go on below."""
        left = self.room - self.used
        head, rest, last = "", piece, piece
        if len(pieces := parts(piece)) > 1:
            *before, last = pieces
            for part in before:
                if widths[head + part] > left:
                    last = part
                    break
                head += part
            rest = piece[len(head) :]
        divided = 0
        if _SOFT_HYPHEN in last or (self.in_a_row < self.hyphens and left > self.zone):
            divided = _division(last, left - widths[head] - widths["-"], widths)
        hyphens = self.in_a_row + 1 if divided else 0
        if self.used > 0 or head or divided:
            self.new_line()
        self.in_a_row = hyphens
        self.used = widths[rest[divided:]]
        while self.used > self.room > 0:
            self.lines.count += 1
            self.used -= self.room


def _division(word: str, room: float, widths: Widths) -> int:
    """Return how many letters of the word fit before a hyphen, 0 for none."""
    for end in _divisions(word):
        if widths[word[:end]] <= room:
            return end
    return 0


@cache
def _divisions(word: str) -> tuple[int, ...]:
    """Return after how many letters the word may be divided, largest first."""
    if _SOFT_HYPHEN in word:
        return tuple(at for at in range(len(word) - 1, 0, -1) if word[at] == _SOFT_HYPHEN)
    if len(word) < _SHORTEST_DIVIDED or word.isupper():
        return ()
    ends = (match.end() for match in _DIVISION.finditer(word))
    return tuple(end for end in ends if _SHORTEST_PART <= end <= len(word) - _SHORTEST_PART)[::-1]
