# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether words are part of a longer foreign name, where they are right as they are: "NATO Mission Iraq"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jvom.checks.prose import Passage
    from jvom.checks.words.phrases import Match

_SMALL = frozenset(
    "of for to the and from with on between towards against des du de la et pour au aux".split()
)
_DUTCH_SMALL = frozenset("de la".split())
#: English nouns that name missions and bodies: "Training Mission in Iraq".
_BODIES = frozenset(
    """
    academy action agency agreement assistance authority battalion board brigade cell center centre command
    commission conference cooperation corps council department development directorate embassy exercise force
    forces fund government group headquarters initiative institute instrument ministry mission monitoring
    movement observer office operation operations organisation organization partnership peace plan police
    process program programme project protection reconciliation reform representative republic resistance
    security stabilisation stabilization state strategy support survey team training transition treaty trust union
    unit war
    """.split()
)


def is_in_a_name(match: Match) -> bool:
    """Tell whether a capital or a small foreign word beside the words makes them part of a foreign name."""
    passage, start, end = match.passage, match.start, match.end
    text = passage.text
    before = text[max(0, start - 60) : start]
    after = text[end : end + 30]
    previous = before.split()[-2:] if before[-1:].isspace() else []
    following = after.split()[:2] if after[:1].isspace() else []
    if following and (_is_name(following[0]) or (len(following) > 1 and _joins(following))):
        return True
    if not previous:
        return False
    last = previous[-1].strip("\"'“‘„«(*")
    if last in _SMALL - _DUTCH_SMALL:
        return True
    if last == "in" and len(previous) > 1:
        return previous[0].strip("\"'“‘„«(*").lower() in _BODIES
    return _is_name(last) and not _opens(passage, start, last) and last.lower() in _BODIES


def _is_name(word: str) -> bool:
    """Tell whether a word has a capital and can be English: "Defense", not "NAVO" or "Defensie"."""
    word = word.strip("\"'“”‘’„«»()*,.;:")
    return word.lower() in _BODIES | {"defense", "defence", "national", "international", "armed", "air"} and (
        word[:1].isupper()
    )


def _joins(following: list[str]) -> bool:
    return following[0] in ("and", "for", "of") and following[1][:1].isupper()


def _opens(passage: Passage, start: int, word: str) -> bool:
    first, _ = passage.sentence_at(start)
    return passage.text.startswith(word, first) and start - first <= len(word) + 2
