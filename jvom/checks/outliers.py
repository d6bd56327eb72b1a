# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Things that ought to look alike, and the few that do not: headings, list marks, dates in a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

import msgspec

Item = TypeVar("Item")
Form = TypeVar("Form", bound=Hashable)


class Outlier(msgspec.Struct, Generic[Item, Form], frozen=True):
    """An item with its form, the form that is usual, and an example of that; `rarer` unless it is a tie."""

    item: Item
    form: Form
    usual: Form
    example: Item
    rarer: bool


def outliers(
    items: Iterable[Item],
    form: Callable[[Item], Form | None],
    rank: Callable[[Form, int], object] = lambda _, count: count,
) -> Iterator[Outlier[Item, Form]]:
    """Yield the items that have another form than the usual one, in order; one without a form doesn't count.

    The usual form is the first with the greatest `rank`, which is given a form and how often it occurs.
    """
    forms = [(item, seen) for item in items if (seen := form(item)) is not None]
    counts = Counter(seen for _, seen in forms)
    if len(counts) < 2:
        return
    ranks: dict[Form, Any] = {seen: rank(seen, count) for seen, count in counts.items()}
    usual = max(ranks, key=ranks.__getitem__)
    example = next(item for item, seen in forms if seen == usual)
    for item, seen in forms:
        if seen != usual:
            yield Outlier(item, seen, usual, example, counts[seen] < counts[usual])
