# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG039: the stem or participle of a verb where the third person belongs: "het onderhoud gebeurd"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from jvom.analysis.clauses import is_apart, verbs_between
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import is_determiner
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts

_SHORTEST_STEM = 4
#: Whose verb has no t, and what is with a participle.
_OTHERS = frozenset(("ik", "je", "jij", "u", "door"))
#: How verbs end that are no imperative: "klik en houd vast" is right.
_FINITE_ENDS = ("t", "te", "de")


@rule("LNG039", WARNING, Scope.TEXTS)
def third_person_without_t(texts: Texts) -> Iterator[Violation]:
    """A verb without its t: there is no other verb for the subject of its clause."""
    for word in texts.index.words_ending("d"):
        if better := _third_person(word):
            for passage, number in texts.index.places[word]:
                start, end = passage.words[number]
                is_read = passage.kind in RUNNING and passage.is_dutch(start, end)
                if is_read and _is_only_verb(passage, number):
                    yield violation(passage.span(start, end), found=passage.text[start:end], better=better)


@cache
def _third_person(word: str) -> str:
    """Return the third person of what is spelled as a stem or a participle, "gebeurt" of "gebeurd"; or ""."""
    classes = classes_of(word)
    if len(word) < _SHORTEST_STEM or ("n" in classes and word not in word_class("stem_in_d")):
        return ""
    of_participle = f"{word[:-1]}t" if "a" in classes else ""
    return next((each for each in (of_participle, f"{word}t") if classes_of(each) == "v"), "")


def _is_only_verb(passage: Passage, number: int) -> bool:
    """Tell whether a word must be the finite verb of its clause, since there is no other."""
    start, end = passage.sentence_at(passage.words[number][0])
    first, last = bisect_left(passage.words, (start, 0)), bisect_left(passage.words, (end, 0))
    words = passage.lowered_words
    if not _OTHERS.isdisjoint(words[first:last]):
        return False
    mark = passage.text[passage.words[number][1] :][:1]
    if mark in (",", ".", ""):
        return _ends_clause(passage, first, number)
    if mark != " " or not word_class("auxiliary").isdisjoint(words[first:number]):
        return False
    if words[number - 1] in ("en", "maar"):
        is_second = any(each.endswith(_FINITE_ENDS) for each in verbs_between(passage, first, number))
        return is_second and any(map(is_determiner, words[number + 1 : number + 2]))
    is_whole = passage.kind == "paragraph" and first < number and is_determiner(words[first])
    is_whole = is_whole and passage.text[passage.words[last - 1][1] :][:1] == "."
    is_whole = is_whole and not any(is_apart(passage, each) for each in range(first + 1, last))
    return (
        is_whole
        and not verbs_between(passage, first, number)
        and not verbs_between(passage, number + 1, last)
    )


def _ends_clause(passage: Passage, first: int, last: int) -> bool:
    """Tell whether the words before one are a clause that lacks only its verb: "die het team"."""
    words = passage.lowered_words
    for number in range(last - 1, first, -1):
        if is_apart(passage, number + 1):
            return False
        if words[number] in word_class("clause_joint"):
            has_verb = not word_class("auxiliary").isdisjoint(words[number:last])  # "was" is a noun too
            return (
                is_determiner(words[number + 1])
                and not has_verb
                and not verbs_between(passage, number + 1, last)
            )
    return False
