# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How many lines a paragraph takes, and in which of them its footnotes are called."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate

import msgspec

from jvom.layout.geometry import Hyphenation, ParagraphLook
from jvom.layout.widths import UNITS_PER_EM, WIDEST, Widths, bold, regular
from jvom.plan import Hyperlink, Image, Inline, LineBreak, Note, NumberReference, Run

# Where a piece between spaces may be parted: behind a hyphen, a dash or a slash.
_PARTING = "-–—/"
_PARTS = re.compile(rf"[^{_PARTING}]*[{_PARTING}]+|[^{_PARTING}]+")
_REFERENCE_MARK = 0.6  # the share of the size of a footnote's number in the text
_MILLIMETRES = 72 / 25.4

# Dutch divides a word before a consonant that a vowel follows, two letters from either end at least (Groene
# Boekje, "Afbreken"). The patterns of a word processor know more; on average lines it makes no difference.
_VOWEL = "aeiouyáéíóúëïöü"
_DIVISION = re.compile(rf"(?<=[{_VOWEL}])[^\W\d{_VOWEL}]?(?=[^\W\d{_VOWEL}][{_VOWEL}])")
_SHORTEST_DIVIDED = 5
_SHORTEST_PART = 2
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"


class Lines(msgspec.Struct):
    """Lines of a paragraph: how many, the notes of each that has any, and the height of its pictures."""

    count: int = 1
    notes: dict[int, list[Note]] = {}
    pictures: float = 0.0


def break_lines(
    content: tuple[Inline, ...],
    look: ParagraphLook,
    width: float,
    is_bold: Callable[[str], bool],
    hyphenation: Hyphenation,
) -> Lines:
    """Break the content over lines in a column `width` points wide; `is_bold` judges character styles."""
    units = UNITS_PER_EM / look.size
    room, used = (width - look.left - look.right) * units, look.first * units
    lines = Lines()
    # As most headings: so few letters fit on one line, however wide they are.
    match content:
        case (Run(text=text),) if used + len(text) * WIDEST <= room:
            return lines
    place = _Place(
        lines,
        room=room,
        used=used,
        zone=hyphenation.zone * units,
        hyphens=hyphenation.in_a_row if look.hyphens else 0,
    )
    for inline in content:
        match inline:
            case Run(text=text, style=style):
                place.words(text, look.bold or (bool(style) and is_bold(style)))
            case NumberReference(text=text):
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
                lines.pictures = max(lines.pictures, height * _MILLIMETRES)
    return lines


class _Place(msgspec.Struct):
    """The end of what was set so far: how much of the line is used."""

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
        cut = bold if is_bold else regular
        pieces = text.split(" ")
        # Where each piece would end with the space behind it if all stood on one line; `start` is where the
        # line that is being set begins there.
        ends = list(accumulate(map(cut.spaced.__getitem__, pieces)))
        start, room = -self.used, self.room + cut[" "]
        at = bisect_right(ends, start + room)
        while at < len(pieces):
            piece = pieces[at]
            if piece:
                self.used = ends[at] - cut.spaced[piece] - start
                self._turn(piece, cut)
                start = ends[at] - cut[" "] - self.used
            at = bisect_right(ends, start + room, at + 1)
        self.used = ends[-1] - cut[" "] - start

    def _turn(self, piece: str, cut: Widths) -> None:
        """Set a piece that does not fit on the line: part it where it may, and go on below."""
        left = self.room - self.used
        head, rest, last = "", piece, piece
        if len(parts := _parts(piece)) > 1:
            *before, last = parts
            for part in before:
                if cut[head + part] > left:
                    last = part
                    break
                head += part
            rest = piece[len(head) :]
        divided = 0
        if _SOFT_HYPHEN in last or (self.in_a_row < self.hyphens and left > self.zone):
            divided = _division(last, left - cut[head] - cut["-"], cut)
        hyphens = self.in_a_row + 1 if divided else 0
        if self.used > 0 or head or divided:
            self.new_line()
        self.in_a_row = hyphens
        self.used = cut[rest[divided:]]
        while self.used > self.room > 0:
            self.lines.count += 1
            self.used -= self.room


def _division(word: str, room: float, cut: Widths) -> int:
    """Return how many of the word's letters fit before a hyphen; 0 for none."""
    for end in _divisions(word):
        if cut[word[:end]] <= room:
            return end
    return 0


@cache
def _divisions(word: str) -> tuple[int, ...]:
    """Return after how many letters the word may be divided, the most first."""
    if _SOFT_HYPHEN in word:
        return tuple(at for at in range(len(word) - 1, 0, -1) if word[at] == _SOFT_HYPHEN)
    if len(word) < _SHORTEST_DIVIDED or word.isupper():
        return ()
    ends = (match.end() for match in _DIVISION.finditer(word))
    return tuple(end for end in ends if _SHORTEST_PART <= end <= len(word) - _SHORTEST_PART)[::-1]


@cache
def _parts(piece: str) -> tuple[str, ...]:
    """Return what a piece between spaces may be parted in."""
    return tuple(_PARTS.findall(piece))
