# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on foreign terms that are not marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jvom.analysis.name_spellings import NamePlace, name_places
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import plain_marks, words_of
from jvom.checks.glossaries import spelling_groups
from jvom.checks.languages import english
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.foreign.term_marks import (
    LANGUAGES,
    MARKABLE_KINDS,
    is_plain_dutch,
    mark_fix,
    marked_terms_by_part,
)
from jvom.checks.views import DossierView, Texts
from jvom.dutch.sorting import letters
from jvom.messages import msg

#: Dutch loanwords from English, which belong to a term with an English word beside them.
_DUTCH_LOANWORDS = frozenset(
    """
    building community briefing feedback management team teams support security force joint project training
    office human gender peacekeeping board border desk special senior junior leader planner monitoring
    review power policy party response relations operating media market law intelligence hub framework fund
    field event exchange engagement development data cyber design counter country contract crisis release
    research resource resources screening service services skills strategy surveillance survey system
    systems target targets time
    """.split()
)
_DUTCH_ADJECTIVES = frozenset(
    "Nederlandse Britse Amerikaanse Franse Duitse Europese Iraakse Libanese Afrikaanse Internationale".split()
)
#: Terms whose language no single word gives away.
_FIXED_TERMS = {
    "en": (
        "end state", "quick reaction force", "train the trainer", "stand alone", "counter ied", "lead nation",
    ),
    "fr": (
        "note verbale", "notes verbales", "raison d être", "chef de mission", "aide mémoire", "fait accompli",
        "coup d état",
    ),
}  # fmt: skip
_JOINING = frozenset("of the and for in to on at by with a an".split())


@rule(
    "ITA002",
    "foreign-term-unmarked",
    WARNING,
    Scope.TEXTS,
    msg("Een vreemde term is niet gemarkeerd"),
    fixable=True,
)
def unmarked_term(texts: Texts) -> Iterator[Violation]:
    """A foreign term is not marked."""
    allowed, names = (
        _registered_names(texts) if isinstance(texts, DossierView) else (frozenset(), frozenset())
    )
    in_dossier = isinstance(texts, DossierView)
    marked = [*chain.from_iterable(texts.memo(marked_terms_by_part))]
    marked_words = {" ".join(words_of(term.found)) for term in marked}
    marking_files = {term.passage.whole.path for term in marked}
    english_passages = _passages_with_english(texts)
    for language, place in _unmarked_fixed_terms(texts):
        if " ".join(words_of(place.found)) not in marked_words and letters(place.found) not in allowed:
            yield Violation(
                place.passage.span(place.start, place.end),
                msg(
                    "«{found}» is {language} en niet als vreemde taal gemarkeerd",
                    found=plain_marks(place.found),
                    language=LANGUAGES[language],
                ),
                msg("zet de term tussen sterretjes, of schrijf er een Nederlands woord voor"),
                mark_fix(place, language),
                severity=None if in_dossier or place.passage.whole.path in marking_files else INFO,
            )
    for passages in texts.memo(spelling_groups):
        for passage in passages:
            if id(passage) not in english_passages:
                continue
            for place in _english_runs(passage):
                key = letters(place.found)
                if (
                    key in allowed
                    or " ".join(words_of(place.found)) in marked_words
                    or not is_plain_dutch(place)
                ):
                    continue
                has_lowercase = any(
                    map(str.islower, (word[:1] for word in place.found.split() if word not in _JOINING))
                )
                severity = (
                    None
                    if (has_lowercase or key in names) and (in_dossier or passage.whole.path in marking_files)
                    else INFO
                )
                yield Violation(
                    passage.span(place.start, place.end),
                    msg(
                        "«{found}» is Engels en niet als vreemde taal gemarkeerd",
                        found=plain_marks(place.found),
                    ),
                    msg("zet de term tussen sterretjes, of schrijf er een Nederlands woord voor"),
                    mark_fix(place, "en"),
                    severity=severity,
                )


def _unmarked_fixed_terms(texts: Texts) -> Iterator[tuple[str, NamePlace]]:
    """Yield the unmarked fixed terms with their language."""
    for language, terms in _FIXED_TERMS.items():
        for term in terms:
            for place in name_places(texts, term):
                if place.passage.kind in MARKABLE_KINDS and is_plain_dutch(place):
                    yield language, place


def _registered_names(view: DossierView) -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters of the names that need no mark, and of the foreign names that do."""
    allowed: set[str] = set()
    names: set[str] = set()
    for mission in view.dossier.missions.missions:
        allowed.update(letters(form) for form in (mission.name, *mission.accepted))
        if mission.language != "nl":
            names.add(letters(mission.official))
    for name in view.dossier.names.names:
        allowed.update(letters(form) for form in (name.name, *name.accepted))
    for entry in view.dossier.glossary.abbreviations:
        allowed.update(letters(form) for form in (entry.abbreviation, *entry.also))
        if entry.language != "nl":
            names.add(letters(entry.expansion))
    return frozenset(allowed), frozenset(names - allowed)


def _passages_with_english(texts: Texts) -> set[int]:
    """Return the ids of the passages with an unmarked English word."""
    return {
        id(passage)
        for word in english() & texts.words.keys()
        for passage, number in texts.words[word]
        if passage.is_dutch(*passage.words[number])
    }


def _english_runs(passage: Passage) -> Iterator[NamePlace]:
    """Yield the runs of English words and loanwords in a passage, each with a word that is only English."""
    if passage.kind not in MARKABLE_KINDS:
        return
    text, words = passage.text, passage.words
    known = english()
    first = last = -1
    has_english = False
    for number, (start, end) in enumerate((*words, (len(text), len(text)))):
        word = text[start:end].lower()
        joined = first >= 0 and text[words[number - 1][1] : start] in (" ", "\n", "-")
        kind = (
            2
            if word in known
            else 1
            if word in _DUTCH_LOANWORDS or (joined and text[start:end].istitle())
            else 0
        )
        if joined and not kind and word in _JOINING and number - last < 3:
            continue
        if not (joined and kind):
            if has_english and _is_reported(passage, first, last):
                yield NamePlace(passage, _first_capitalized(passage, first), last)
            first, has_english = (number if kind else -1), False
        if kind:
            last, has_english = number, has_english or kind == 2


def _first_capitalized(passage: Passage, first: int) -> int:
    """Return the first word of the name that word `first` is in: capitalized words before it belong to it."""
    text, words = passage.text, passage.words
    if not text[words[first][0]].isupper():
        return first
    sentence, _ = passage.sentence_at(words[first][0])
    while first > 0:
        start, end = words[first - 1]
        if not text[start].isupper() or text[end : words[first][0]] not in (" ", "\n") or start == sentence:
            break
        if text[start:end] in _DUTCH_ADJECTIVES or text[start:end].endswith("sche"):
            break
        first -= 1
    return first


def _is_reported(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a run is more than one word, or one long lower-case word."""
    if first < last:
        return True
    start, end = passage.words[first]
    return end - start > 5 and passage.text[start].islower()


RULES = (unmarked_term,)
