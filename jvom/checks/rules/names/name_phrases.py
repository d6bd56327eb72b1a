# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of several words, known by their capitals: "Human Rights and Rule of Law Directorate"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from jvom.analysis.name_spellings import NamePlace
from jvom.analysis.passages import Passage
from jvom.checks.glossaries import spelling_groups
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: Small words that may join the parts of a name; their capitals do not matter.
JOINING = frozenset("van de der den het en voor ter op of the in for and on to a an du des la les et".split())

#: Capitalized words with at most two small words between them.
_CHAIN = pattern(r"[A-ZÀ-ÖØ-ÞĀ-Ž](?<!\w.)\w*+(?:\s(?:\w{1,4}\s){0,2}[^\W\d_a-z]\w*+)+")
_BEFORE_ARTICLE = frozenset("van voor op of in for to on".split())

#: Words that are capitalized when they begin a sentence and are no part of the name that follows.
OPENING = frozenset(
    """
    de het een deze dit die dat in op aan bij met van voor door over onder na naar om uit te tot ook als
    maar en of want dus zo er hier daar wel niet nog al alle elk elke ieder iedere geen zijn haar hun hij
    zij wij u ik wat wie waar wanneer hoe waarom toen dan sinds tijdens volgens vanuit vanaf binnen buiten
    tussen tegen zonder heeft hebben is was waren wordt worden kan kunnen kunt moet mag zal zou bent deelt
    klopt erkent welke welk hoeveel begin eind half medio zowel daarnaast daarbij daarmee daarvoor hierbij
    hiermee bovendien verder
    """.split()
)

#: Names by their words in lower case, each with its places in reading order.
Phrases: TypeAlias = dict[tuple[str, ...], list[NamePlace]]

_KINDS = frozenset(("paragraph", "item", "quote", "footnote", "cell", "caption"))


def phrases(texts: Texts) -> tuple[Phrases, ...]:
    """Return the names of two words or more, for each of the `spelling_groups`."""
    return tuple(_collect(passages) for passages in texts.memo(spelling_groups))


def _collect(passages: tuple[Passage, ...]) -> Phrases:
    phrases: Phrases = {}
    for passage in passages:
        if passage.kind in _KINDS and not passage.text.isupper():
            for place in _find_names(passage):
                key = passage.lowered_words[place.first : place.last + 1]
                phrases.setdefault(key, []).append(place)
    return phrases


def _find_names(passage: Passage) -> Iterator[NamePlace]:
    """Yield the longest runs of capitalized words, which small words may join."""
    text, changes = passage.typed, _language_changes(passage)
    for chain in _CHAIN.finditer(text):
        run: list[tuple[int, int]] = []
        end = chain.start() - 1
        for word in chain[0].split():
            start, end = end + 1, end + 1 + len(word)
            if not word[0].isupper():
                continue
            if run and (start in changes or not _continues(text, run[-1][1], start, changes)):
                yield from _name_of_run(passage, run)
                run = []
            if run or word.lower() not in OPENING:
                run.append((start, end))
        yield from _name_of_run(passage, run)


def _continues(text: str, end: int, start: int, changes: frozenset[int]) -> bool:
    """Tell whether a name continues after a space or small words: "of the" can be in it, "and the" can't."""
    if start - end > 20 or end in changes:
        return False
    between = text[end:start]
    if between in (" ", "\n"):
        return True
    if not between[:1].isspace() or not between[-1:].isspace():
        return False
    small = between.split()
    if " ".join(small) != between[1:-1].replace("\n", " ") or any(word not in JOINING for word in small):
        return False
    return len(small) == 1 or (len(small) == 2 and small[0] in _BEFORE_ARTICLE)


def _language_changes(passage: Passage) -> frozenset[int]:
    """Return the offsets where the language changes, which ends a name."""
    return frozenset(
        right.start
        for left, right in pairwise(passage.segments)
        if left.style.language != right.style.language
    )


def _name_of_run(passage: Passage, run: list[tuple[int, int]]) -> Iterator[NamePlace]:
    if len(run) > 1:
        first = bisect_left(passage.words, run[0])
        yield NamePlace(passage, first, bisect_left(passage.words, run[-1]))
