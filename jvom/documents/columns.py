# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns of a table are: as its words need, since nobody types a width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_LINE = 82.0
"""How many small letters of a table fit on a line of an upright page: Verdana 8 on 130 mm."""
_BOLD = 1.22
"""How much wider bold letters are, as the heads of columns are."""
_GAP = 3.0
"""What keeps a column from the next, in small letters."""


def column_shares(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """Return the share of the width that each column gets; they sum to 1.

    Each gets its longest word; what is left goes to those that have more to say on a line. When the longest
    words do not fit together, those that ask most are broken, and the other columns keep theirs whole.
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
        least, more = _at_most_together(least, _LINE), [0.0] * len(more)
    needs = [low + each for low, each in zip(least, more, strict=True)]
    return tuple(need / sum(needs) for need in needs)


def _at_most_together(needs: Sequence[float], room: float) -> list[float]:
    """Return the needs, those above some measure cut to it, so that together they fill the room.

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
    # Not split(): that parts words at the spaces where no line breaks.
    return max(map(_width, text.replace("-", "- ").replace("/", "/ ").split(" ")), default=0.0)


def _width(text: str) -> float:
    """Return about how wide the text is, in small letters: capitals and figures are wider."""
    return sum(1.35 if char.isupper() else 1.15 if char.isdigit() else 1.0 for char in text)
