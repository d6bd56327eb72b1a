# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which mission each passage is about, in a text on several missions: the last one that was named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from jvom.analysis.passages import Passage
from jvom.text import Heading, List

_TEXT = ("paragraph", "item", "quote")


def missions_before(passages: Iterable[Passage]) -> dict[int, str]:
    """Return, by the id() of each passage, the mission that it is about until it names another; "" for none.

    A mission that a heading names is carried on to the next heading of that level, one that words or a mark
    name to the next heading. What an item names is carried on in that item and in the items below it.
    """
    before: dict[int, str] = {}
    above: dict[int, str] = {}  # by level of the heading
    items: dict[int, str] = {}  # by column of the item
    current, outside, block = "", "", None
    for passage in passages:
        if passage.kind in ("title", "heading"):
            level = passage.block.level if isinstance(passage.block, Heading) else 1
            above = {each: mission for each, mission in above.items() if each < level}
            above[level] = current = mission_at(passage, next(reversed(above.values()), ""), 0)
            before[id(passage)] = current
            continue
        if passage.kind not in _TEXT:
            continue
        if passage.block is not block:
            # What follows a list goes on with what came before it.
            current = outside if isinstance(block, List) else current
            block, outside, items = passage.block, current, {}
        if isinstance(block, List):
            column = passage.whole.column
            current = next((items[each] for each in sorted(items, reverse=True) if each < column), outside)
        before[id(passage)] = current = passage.mission or current
        if not passage.mission:
            current = mission_at(passage, current, len(passage.text))
        items[passage.whole.column] = current
    return before


def mission_at(passage: Passage, before: str, at: int) -> str:
    """Return the mission that the sentence around an offset is about: "" when it names several.

    It is the one that was named last in the passage up to the end of that sentence, or else `before`.
    """
    starts, missions = passage.memo(_named)
    last = bisect_right(starts, at) - 1
    return missions[last] if last >= 0 else before


def _named(passage: Passage) -> tuple[list[int], list[str]]:
    """Return where the sentences that name a mission begin, and the mission; "" for several."""
    found: dict[int, set[str]] = {}
    for each in passage.mentions.get("mission", ()):
        found.setdefault(passage.sentence_at(each.start)[0], set()).add(each.id)
    return [*found], [named.pop() if len(named) == 1 else "" for named in found.values()]
