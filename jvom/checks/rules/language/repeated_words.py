# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are there twice in a row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import eq

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.analysis.years import is_year
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.language.spaced_words import place_of, spaced_words
from jvom.checks.views import Texts
from jvom.dutch.verbs import infinitives_of

_PREFIXES, _LONGEST_CLAUSE = ("be", "ver", "ont", "her"), 11
#: "Het team past zich aan aan de omstandigheden"
_PARTICLE = Phrase("past|passen|paste|pasten|sluit|sluiten|sloot|sloten zich? ...8 aan")
#: "Wat daar gebeurd is is geheim": the verb of a clause, and that of the sentence.
_CLAUSE = Phrase("wat|wie|dat|die|hoe|waar|waarom|of ...8 {participle|adjective|verb} is|was|waren")
_LATIN = (" facto", " jure")
_LONGEST_RUN = 5
#: More characters than so many words have.
_REACH = 300


@rule("LNG011", WARNING, Scope.TEXTS, fixable=True, local=True)
def word_twice(texts: Texts) -> Iterator[Violation]:
    """A word is repeated."""
    for word in [word for word in texts.words if f"{word} {word}" in texts.pairs]:
        for passage, number in texts.words[word]:
            if passage.lowered_words[number + 1 : number + 2] == (word,):
                yield from _twice(word, passage, number)
    for passage in texts.passages:
        parts = passage.memo(spaced_words)
        for length in range(2, min(_LONGEST_RUN, len(parts) // 2) + 1):
            if sum(map(eq, parts, parts[length:])) >= length:
                yield from _repeated_run(passage, length)


def _said_twice(passage: Passage, start: int, end: int, once: str, *, safe: bool = False) -> Violation:
    return violation(passage.span(start, end), words=once, fix=replace(passage, start, end, once, safe=safe))


def _twice(word: str, passage: Passage, number: int) -> Iterator[Violation]:
    text, words = passage.text, passage.words
    (start, first_end), (second, end) = words[number], words[number + 1]
    if not text[first_end:second].isspace() or text.startswith("-", end) or word in word_class("repeatable"):
        return
    if text.startswith(("'", "’", "-"), max(0, start - 1)):
        return  # "de LCF'en en de gemeenten", "een plug-in in de browser"
    if word in word_class("part_of_verb") and _is_particle(passage, number):
        return
    if text.startswith(_LATIN, end) or (word == "aan" and _PARTICLE.match_before(passage, first_end)):
        return  # "de de facto overheid"
    if word in ("is", "was", "waren") and _CLAUSE.match_before(passage, first_end):
        return
    if word[0].isdigit() and not is_year(word):
        return
    if text[second].isupper() and (text[start].islower() or word not in word_class("function_word")):
        return
    times = passage.lowered_words[max(0, number - 1) : number + 3].count(word)
    if times > 2 and word not in word_class("function_word"):
        return  # "het was druk druk druk"
    if word == "een" and number and passage.lowered_words[number - 1] in ("de", "het"):
        return  # "omdat de een een bewerking is van de ander"
    if word == "het" and number and passage.lowered_words[number - 1] not in word_class("noun_preposition"):
        return
    if passage.is_typed(start, end):
        is_sure = word.isalpha() and word not in word_class("part_of_verb")
        yield _said_twice(passage, start, end, text[start:first_end], safe=is_sure)


def _is_particle(passage: Passage, number: int) -> bool:
    """Tell whether a verb goes with the first: "Voer het in in de tabel", "de knop om om te schakelen"."""
    words = passage.lowered_words
    word, behind = words[number], words[number + 2 : number + 4]
    if behind[:1] == ("te",) and "v" in classes_of(f"{word}{behind[-1]}"):
        return True
    first = bisect_left(passage.words, (passage.sentence_at(passage.words[number][0])[0], 0))
    return any(
        "v" in classes_of(f"{word}{verb}")
        for before in words[max(first, number - _LONGEST_CLAUSE) : number]
        for stem in {before, before.removesuffix("t")}
        if len(stem) > 2
        for verb in (stem, *infinitives_of(stem))
    )


def _repeated_run(passage: Passage, length: int) -> Iterator[Violation]:
    """Yield runs of `length` words that come twice in a row; of two words those with a preposition."""
    parts = passage.memo(spaced_words)
    same = [number for number, (a, b) in enumerate(zip(parts, parts[length:], strict=False)) if a == b]
    done = -1
    for at, number in enumerate(same[: 1 - length]):
        if number < done or same[at + length - 1] != number + length - 1:
            continue
        done = number + 2 * length
        start, end = place_of(passage, number, 2 * length)
        words = passage.text[slice(*place_of(passage, number, length))]
        is_phrase = _is_phrase(*parts[number : number + 2]) and not _has_participle(passage.text, end)
        is_slip = is_phrase if length == 2 else any(word.isalpha() for word in words.split())
        if is_slip and passage.is_typed(start, end):
            yield _said_twice(passage, start, end, words)


def _is_phrase(first: str, second: str) -> bool:
    return first in word_class("noun_preposition") and second in word_class("function_word")


def _has_participle(text: str, end: int) -> bool:
    """Tell whether a clause before a noun may follow: "in de in de bijlage genoemde landen"."""
    following = text[end + 1 : end + _REACH].split()[1:_LONGEST_CLAUSE]
    return any(
        word.endswith("e") and ("ge" in word[:-3] or word.startswith(_PREFIXES) or word.endswith("ende"))
        for word in following
    )
