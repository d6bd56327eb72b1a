# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Column widths of a table, from its text: nobody types a width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_LINE = 82.0
"""The width of an upright page in lower-case letters of a table: Verdana 8 on 130 mm."""
_BOLD = 1.22
"""How much wider bold letters are: column heads are bold."""
_GAP = 3.0
"""The gap between columns, in lower-case letters."""


def column_shares(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """Return each column's share of the width; the shares sum to 1.

    A column is at least as wide as its longest word; what is left goes to columns with longer lines. When the
    longest words do not fit together, the widest are broken and the other columns keep theirs whole.
    """
    least = [_BOLD * _longest_word(head) for head in heads]
    whole = [_BOLD * _width(head) for head in heads]
    for row in rows:
        for column, text in enumerate(row):
            least[column] = max(least[column], _longest_word(text))
            whole[column] = max(whole[column], _width(text))
    least = [min(need, _LINE) + _GAP for need in least]
    more = [max(0.0, min(need, _LINE) + _GAP - low) for need, low in zip(whole, least, strict=True)]
    left, wanted = _LINE - sum(least), sum(more)
    if left > 0 and wanted > left:
        more = [each * left / wanted for each in more]
    elif left <= 0:
        least, more = _capped(least, _LINE), [0.0] * len(more)
    needs = [low + each for low, each in zip(least, more, strict=True)]
    return tuple(need / sum(needs) for need in needs)


def _capped(needs: Sequence[float], room: float) -> list[float]:
    """Return the needs, the largest capped to the same width, so that together they fill the room.

    One long address then does not break the words of every other column.
    """
    most = room
    for count, need in zip(range(len(needs), 0, -1), sorted(needs), strict=True):
        most = room / count
        if need >= most:
            break
        room -= need
    return [min(need, most) for need in needs]


def _longest_word(text: str) -> float:
    # Not split(): that would also split at no-break spaces.
    return max(map(_width, text.replace("-", "- ").replace("/", "/ ").split(" ")), default=0.0)


def _width(text: str) -> float:
    """Return the approximate width in lower-case letters: capitals and digits are wider."""
    return sum(1.35 if char.isupper() else 1.15 if char.isdigit() else 1.0 for char in text)
