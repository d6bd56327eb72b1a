# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns of a table are: as their words need, since nobody types a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

BOLD = 1.22
"""How much wider bold letters are, as those of column headings."""

PORTRAIT = 82.0
"""How many small letters of a table fit on a line of a portrait page: Verdana 8 on 130 mm."""
LANDSCAPE = 157.0
"""How many fit on a line of a landscape page, of 249 mm."""
_GAP = 3.0
"""The white between two columns, in small letters."""
_HYPHEN = 0.75
_PART_OF_ADDRESS = 8.0
"""How wide the column of an address is at least: an address may break anywhere."""

# What no line breaks within. Not \s: lines do not break at every space.
_UNBROKEN = re.compile("[^ /-]*[/-]|[^ /-]+")


FOREIGN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each letter of words in another language, which Dutch patterns do not divide."""


class CellText(msgspec.Struct, frozen=True):
    """The words of a cell as they are printed; in `dutch` those in another language are `FOREIGN`."""

    text: str
    dutch: str


class Columns(msgspec.Struct, frozen=True):
    """The `shares` of the text width that the columns get, which sum to 1.

    `rooms` is how wide a word can be in each, as `width` measures; empty when every word fits. When they do
    not even fit with hyphens, `too_wide` is what would be broken, such as a number.
    """

    shares: tuple[float, ...]
    rooms: tuple[float, ...] = ()
    too_wide: str = ""


def fit_columns(
    heads: Sequence[CellText], rows: Sequence[Sequence[CellText]], line: float = PORTRAIT
) -> Columns:
    """Return the columns of a table on a line of that width, by the texts of its header and rows.

    Each column gets its longest word; what is left goes to those that have more to say on a line. When the
    longest words do not fit together, the widest columns are narrowed, but not so far that something breaks
    that can't be hyphenated, such as a number; the others keep their words whole.
    """
    least = [BOLD * _longest_word(head.text) for head in heads]
    whole = [BOLD * width(head.text) for head in heads]
    for row in rows:
        for column, cell in enumerate(row):
            least[column] = max(least[column], _longest_word(cell.text))
            whole[column] = max(whole[column], width(cell.text))
    least = [min(need, line) + _GAP for need in least]
    left = line - sum(least)
    if left <= 0:
        return _narrowed(heads, rows, least, line)
    more = [max(0.0, min(need, line) + _GAP - low) for need, low in zip(whole, least, strict=True)]
    if (wanted := sum(more)) > left:
        more = [each * left / wanted for each in more]
    needs = [low + each for low, each in zip(least, more, strict=True)]
    return Columns(shares=tuple(need / sum(needs) for need in needs))


def _narrowed(
    heads: Sequence[CellText], rows: Sequence[Sequence[CellText]], least: Sequence[float], line: float
) -> Columns:
    """Return the columns of a table whose longest words need widths that do not fit together."""
    widest = [_widest_part(head, BOLD) for head in heads]
    for row in rows:
        for column, cell in enumerate(row):
            widest[column] = max(widest[column], _widest_part(cell))
    hard = [part.width + _GAP for part in widest]
    too_wide = ""
    if sum(hard) > line:
        needs = _at_most_together(least, line)
        # Rather a number than the syllable of a word.
        broken = [part for part, low, need in zip(widest, hard, needs, strict=True) if low > need]
        too_wide = max(broken, key=lambda part: (part.whole, part.width)).text
    else:
        needs = _between(hard, least, line)
    return Columns(
        shares=tuple(need / sum(needs) for need in needs),
        rooms=tuple(need - _GAP for need in needs),
        too_wide=too_wide,
    )


def unbroken(text: str) -> Iterable[re.Match[str]]:
    """Yield the pieces of the text that a line does not break within: words, with what is bound to them."""
    return _UNBROKEN.finditer(text)


def width(text: str) -> float:
    """Return about how wide the text is, in small letters: capitals and figures are wider."""
    return sum(1.35 if char.isupper() else 1.15 if char.isdigit() else 1.0 for char in text)


class _Part(msgspec.Struct, frozen=True, order=True):
    """A part of a text that no line breaks within, not even with a hyphen; `whole` is not part of a word."""

    width: float
    text: str
    whole: bool = True


def _widest_part(cell: CellText, wider: float = 1.0) -> _Part:
    """Return the widest part of a text in letters that are so much wider than plain ones."""
    # Here and not at the top: hardly any table is too narrow.
    from jvom.dutch.hyphenation import addresses, divisions

    widest = _Part(0.0, "")
    apart = addresses(cell.dutch)
    for piece in unbroken(cell.text):
        if any(start < piece.end() and piece.start() < end for start, end in apart):
            found = _Part(min(wider * width(piece[0]), _PART_OF_ADDRESS), piece[0])
            widest = max(widest, found)
            continue
        inside = () if FOREIGN in cell.dutch[slice(*piece.span())] else piece.span()
        edges = [piece.start(), *(divisions(cell.dutch, *inside, apart) if inside else ()), piece.end()]
        for start, end in pairwise(edges):
            hyphen = _HYPHEN if end < piece.end() else 0.0
            text = cell.text[start:end]
            widest = max(widest, _Part(wider * (width(text) + hyphen), text, text == piece[0]))
    return widest


def _between(low: Sequence[float], needs: Sequence[float], room: float) -> list[float]:
    """Return the needs, reduced to some maximum so that together they fill the room, but none below its low.

    The low ones fit in the room together.
    """
    held: set[int] = set()
    while True:
        free = [at for at in range(len(needs)) if at not in held]
        left = room - sum(low[at] for at in held)
        given = dict(zip(free, _at_most_together([needs[at] for at in free], left), strict=True))
        short = {at for at, each in given.items() if each < low[at]}
        if not short:
            return [given.get(at, low[at]) for at in range(len(needs))]
        held |= short


def _at_most_together(needs: Sequence[float], room: float) -> list[float]:
    """Return the needs, reduced to some maximum so that together they fill the room.

    So an address in one column does not break the words of all others; needs that fit stay as they are.
    """
    most = room
    for count, need in zip(range(len(needs), 0, -1), sorted(needs), strict=True):
        most = room / count
        if need >= most:
            break
        room -= need
    return [min(need, most) for need in needs]


def _longest_word(text: str) -> float:
    return max((width(piece[0]) for piece in unbroken(text)), default=0.0)
