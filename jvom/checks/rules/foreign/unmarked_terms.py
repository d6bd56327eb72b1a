# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on foreign terms that are not marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jvom.analysis.languages import english
from jvom.analysis.name_spellings import NamePlace, name_places, place_of
from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.glossaries import spelling_groups
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.foreign.term_marks import (
    LANGUAGES,
    UNMARKABLE,
    is_plain_dutch,
    mark_fix,
    marked_terms_by_part,
)
from jvom.checks.views import DossierView, Texts
from jvom.data import lexicon_lines
from jvom.dutch.sorting import letters

_SHORTEST_WORD = 6


@rule("ITA002", WARNING, Scope.TEXTS, loose=INFO, fixable=True)
def foreign_term_unmarked(texts: Texts) -> Iterator[Violation]:
    """A foreign term is not marked."""
    allowed, names = _registered_names(texts)
    marked_words = {term.words for term in chain.from_iterable(texts.memo(marked_terms_by_part))}
    joining = word_class("joining_english")
    fixed = (
        (language, place)
        for language, _, term in (line.partition(" ") for line in lexicon_lines("foreign_terms.txt"))
        for place in name_places(texts, term)
    )
    for language, place in (*fixed, *_unmarked_english(texts)):
        key = letters(place.text)
        in_data = place.passage.kind == "value" and _is_dutch_value(place.passage)
        if key in allowed or place.words in marked_words or not (is_plain_dutch(place) or in_data):
            continue
        lower_case = (word[0].islower() for word in place.text.split() if word not in joining)
        is_term = bool(language) or any(lower_case) or key in names
        name = LANGUAGES[language or "en"]
        fix, severity = mark_fix(place, language or "en"), None if is_term else INFO
        wording = "in-data" if in_data else "in-text"
        yield violation(place.span, wording, found=place.shown, language=name, fix=fix, severity=severity)


def _unmarked_english(texts: Texts) -> Iterator[tuple[str, NamePlace]]:
    """Yield the runs of English words in the passages that have one."""
    words = english() & texts.words.keys()
    with_english = {id(passage) for word in words for passage, _ in texts.words[word]}
    for passage in chain.from_iterable(texts.memo(spelling_groups)):
        if id(passage) not in with_english or (passage.kind in UNMARKABLE and not _is_dutch_value(passage)):
            continue
        for place in _english_runs(passage):
            if passage.kind != "value" or place.text[0].islower():
                yield "", place


def _is_dutch_value(passage: Passage) -> bool:
    """Tell whether it is a text in the data with Dutch small words; of one in English all words are."""
    small = (word_class("article") | word_class("preposition")) - word_class("joining_english") - {"in"}
    return passage.kind == "value" and passage.is_text and not small.isdisjoint(passage.lowered_words)


def _registered_names(texts: Texts) -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters of the names that need no mark, and of the foreign names that do."""
    if not isinstance(texts, DossierView):
        return frozenset(), frozenset()
    data = texts.dossier
    foreign = {mission.official for mission in data.missions.missions if mission.language != "nl"}
    foreign |= {entry.expansion for entry in data.glossary.abbreviations if entry.language != "nl"}
    allowed = frozenset(letters(name) for name in texts.registered_names if name not in foreign)
    return allowed, frozenset(map(letters, foreign)) - allowed


def _english_runs(passage: Passage) -> Iterator[NamePlace]:
    """Yield the runs of English words and loanwords in a passage, each with a word that is only English."""
    text, words = passage.text, passage.words
    foreign, loanwords, joining = english(), word_class("loanword"), word_class("joining_english")
    first = last = -1
    has_english = False
    for number, word in enumerate((*passage.lowered_words, "")):
        if first < 0 and word not in foreign and word not in loanwords:
            continue  # as most are
        start, end = words[number] if word else (len(text), len(text))
        joined = first >= 0 and text[words[number - 1][1] : start] in (" ", "\n", "-")
        is_english = word in foreign and word not in loanwords
        is_term = is_english or word in loanwords or (joined and text[start:end].istitle())
        if joined and not is_term and word in joining and number - last < 3:
            continue
        if not (joined and is_term):
            if has_english and _is_term(passage, first, last):
                yield place_of(passage, _first_capitalized(passage, first), last)
            first, has_english = (number if is_term else -1), False
        if is_term:
            last, has_english = number, has_english or is_english


def _first_capitalized(passage: Passage, first: int) -> int:
    """Return the first word of the name that word `first` is in: capitalized words before it belong to it."""
    text, words = passage.text, passage.words
    sentence, _ = passage.sentence_at(words[first][0])
    while first > 0 and text[words[first][0]].isupper():
        start, end = words[first - 1]
        word = text[start:end]
        if not word[0].isupper() or text[end : words[first][0]] not in (" ", "\n") or start == sentence:
            break
        if word.lower() in word_class("nationality") or word.endswith("sche"):
            break
        first -= 1
    return first


def _is_term(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a run is more than one word, or one long lower-case word."""
    start, end = passage.words[first]
    return first < last or (end - start >= _SHORTEST_WORD and passage.text[start].islower())
