# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG028: a hyphen inside a word, left from the end of a line: "her-structurering"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.analysis.compounds import singulars
from jvom.analysis.word_classes import word_class
from jvom.checks.languages import english, is_in_dutch_dictionary
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts

#: Prefixes of verbs and their nouns, which no hyphen ever follows.
_PREFIXES = frozenset(
    "aan af be door her in mis om ont op over samen stil terug toe uit ver voor weg".split()
)
#: Endings of adjectives, which are words of their own before a noun.
_ADJECTIVE_ENDINGS = ("ele", "ische", "lijke", "aire", "ieve", "ale")
_SHORTEST_SECOND = 4
_NOUNS = word_class("count_noun") | frozenset(
    "bijdrage inzet steun hulp samenwerking middel maatregel taak doel belang".split()
)


@rule(
    "LNG028",
    "stray-hyphen",
    WARNING,
    Scope.TEXTS,
    msg("Een koppelteken staat waar het niet hoort"),
    fixable=True,
)
def stray_hyphen(texts: Texts) -> Iterator[Violation]:
    """A hyphen stands where none belongs."""
    for passage in texts.passages:
        if "-" not in passage.text:
            continue
        for start, first, second, end in _hyphenated_pairs(passage):
            if first in _PREFIXES:
                known = second not in english() and is_in_dutch_dictionary(first + second)
                better = passage.text[start:end].replace("-", "") if known else ""
            else:
                noun = first.endswith(_ADJECTIVE_ENDINGS) and not _NOUNS.isdisjoint(singulars(second))
                better = passage.text[start:end].replace("-", " ") if noun else ""
            if better and passage.is_dutch(start, end):
                yield _violation(passage, start, end, better)


def _hyphenated_pairs(passage: Passage) -> Iterator[tuple[int, str, str, int]]:
    """Yield (start, first word, second word, end) of two words joined by one hyphen, in lower case."""
    text, words = passage.text, passage.words
    hyphen = -1
    while (hyphen := text.find("-", hyphen + 1)) >= 0:
        number = bisect_left(words, (hyphen + 1,))
        if not 0 < number < len(words) or words[number - 1][1] != hyphen or words[number][0] != hyphen + 1:
            continue
        start, end = words[number - 1][0], words[number][1]
        around = text[start - 1 : start] if start else "", text[end : end + 1]
        second = text[hyphen + 1 : end]
        if "-" not in around and len(second) >= _SHORTEST_SECOND and second.islower():
            yield start, text[start:hyphen].lower(), second, end


def _violation(passage: Passage, start: int, end: int, better: str) -> Violation:
    return Violation(
        passage.span(start, end),
        msg("in «{found}» hoort geen koppelteken", found=passage.text[start:end]),
        msg("schrijf «{better}»", better=better),
        replace(passage, start, end, better),
    )


RULES = (stray_hyphen,)
