# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether words are part of a longer foreign name, where they are right as they are: "NATO Mission Iraq"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.words.phrases import Match

_SMALL = frozenset(
    "of for to the and from with on between towards against versus v. vs. des du et pour au aux".split()
)
#: Dutch words with a capital that come before the name of a country or body.
_DUTCH = frozenset(
    """
    Republiek Staat Koninkrijk Regering Minister President Premier Raad Noord Zuid Oost West Midden Bijlage
    Operatie Missie Federatie Unie Ambassade Ministerie Regio Bij In Uit Voor Naar Over Ook De Het Een
    """.split()
)
#: English nouns that name missions and bodies: "Training Mission in Iraq".
_BODIES = frozenset(
    """
    academy action agency agreement assistance authority battalion board brigade cell center centre command
    commission conference cooperation corps council department development directorate embassy exercise force
    forces fund government group headquarters initiative institute instrument ministry mission monitoring
    movement observer office operation operations organisation organization partnership peace plan police
    process program programme project protection reconciliation reform representative republic resistance
    security industries assembly stabilisation stabilization state strategy support survey team training
    transition treaty trust union unit war
    """.split()
)


def is_in_a_name(match: Match) -> bool:
    """Tell whether a neighbouring capital or foreign function word makes words part of a foreign name."""
    passage, start, end = match.passage, match.start, match.end
    text = passage.text
    if passage.is_quoted(start, end):
        return True
    before = text[max(0, start - 60) : start]
    after = text[end : end + 30]
    previous = before.split()[-2:] if before[-1:].isspace() else []
    following = after.split()[:3] if after[:1].isspace() else []
    capitalized = [*takewhile(lambda word: word[:1].isupper(), following)]
    if any(map(_is_name, capitalized)) or (len(following) > 1 and _joins(following)):
        return True
    if not previous:
        return False
    last = previous[-1].strip("\"'“‘„«(*")
    if last in _SMALL:
        return True
    if last.lower() == "in" and len(previous) > 1:
        at = text.rindex(previous[0], 0, start)
        return previous[0].strip("\"'“‘„«(*").lower() in _BODIES and passage.is_dutch(at, at + 1)
    # An abbreviation may open a bracket or a term: "(MCM Black Sea)".
    whole = previous[-1].lstrip("(*") if last.isupper() and len(last) > 2 else previous[-1]
    return (
        last[:1].isupper()
        and last == whole
        and last[-1].isalnum()
        and last not in _DUTCH
        # An abbreviation can begin a name anywhere, also at the start of a sentence: "EUTM Somalia".
        and ((last.isupper() and len(last) > 3) or not _opens(passage, start, last))
    )


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
