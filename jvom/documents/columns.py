# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns of a table are: as their words need, since nobody types a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

BOLD = 1.22
"""How much wider bold letters are, as those of column headings."""

_LINE = 82.0
"""How many small letters of a table fit on a line of a portrait page: Verdana 8 on 130 mm."""
_GAP = 3.0
"""The white between two columns, in small letters."""

# What no line breaks within. Not \s: lines do not break at every space.
_UNBROKEN = re.compile("[^ /-]*[/-]|[^ /-]+")


class Columns(msgspec.Struct, frozen=True):
    """The `shares` of the text width that the columns get, which sum to 1.

    `rooms` is how wide a word can be in each, as `width` measures; empty when every word fits.
    """

    shares: tuple[float, ...]
    rooms: tuple[float, ...] = ()


def fit_columns(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Columns:
    """Return the columns of a table, by the texts of its header and rows.

    Each column gets its longest word; what is left goes to those that have more to say on a line. When the
    longest words do not fit together, the widest columns are narrowed; the others keep their words whole.
    """
    least = [BOLD * _longest_word(head) for head in heads]
    whole = [BOLD * width(head) for head in heads]
    for row in rows:
        for column, text in enumerate(row):
            least[column] = max(least[column], _longest_word(text))
            whole[column] = max(whole[column], width(text))
    least = [min(need, _LINE) + _GAP for need in least]
    more = [max(0.0, min(need, _LINE) + _GAP - low) for need, low in zip(whole, least, strict=True)]
    left, wanted = _LINE - sum(least), sum(more)
    if left > 0 and wanted > left:
        more = [each * left / wanted for each in more]
    elif left <= 0:
        least, more = _at_most_together(least, _LINE), [0.0] * len(more)
    needs = [low + each for low, each in zip(least, more, strict=True)]
    return Columns(
        shares=tuple(need / sum(needs) for need in needs),
        rooms=tuple(low - _GAP for low in least) if left <= 0 else (),
    )


def unbroken(text: str) -> Iterable[re.Match[str]]:
    """Yield the pieces of the text that a line does not break within: words, with what is bound to them."""
    return _UNBROKEN.finditer(text)


def width(text: str) -> float:
    """Return about how wide the text is, in small letters: capitals and figures are wider."""
    return sum(1.35 if char.isupper() else 1.15 if char.isdigit() else 1.0 for char in text)


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
