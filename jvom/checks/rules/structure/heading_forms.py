# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""STR016: headings worded otherwise than their sisters: capitals, italics, a verb among nouns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, product
from typing import TypeAlias

from jvom.analysis.lexicon import classes_of, has_class
from jvom.analysis.name_spellings import NamePlace, place_of
from jvom.analysis.nouns import is_plural
from jvom.analysis.offices import ministries
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import typed_words
from jvom.analysis.word_classes import word_class
from jvom.analysis.years import is_year
from jvom.checks.outliers import outliers
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.structure.heading_phrasing import FEWEST_WORDS, action, article, phrasing
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, Texts

_Form: TypeAlias = Callable[[Passage], str | None]
_SHORTEST_NOUN, _SHORTEST_COMMON, _FEWEST_SISTERS = 4, 7, 2
_OPENING_MARKS = frozenset(":'\"‘“„")
_PHRASINGS = (phrasing, action)


@rule("STR016", WARNING, Scope.TEXTS, loose=INFO)
def heading_worded_otherwise(texts: Texts) -> Iterator[Violation]:
    """A heading is worded otherwise than the headings next to it."""
    typed = [[each for each in text.passages_of("heading") if each.text.strip()] for text in texts.texts]
    # Outside a dossier the first heading may well be a title in capitals.
    for headings in typed if isinstance(texts, DossierView) else ():
        yield from _outliers(headings, (_in_capitals,))
    every = [[each for each in headings if not each.text.isupper()] for headings in typed]
    for headings in every:
        yield from _outliers(headings, _PHRASINGS)
        if isinstance(texts, DossierView) and all(
            len(heading.tokens) <= FEWEST_WORDS for heading in headings
        ):
            yield from _outliers(headings, (article,))
    for headings in every:
        yield from _capitals_inside(headings, texts)
    for group in [list(chain.from_iterable(every))] if isinstance(texts, DossierView) else every:
        yield from _outliers(group, (_first_letter, _capitals, _slant))


def _outliers(headings: list[Passage], forms: tuple[_Form, ...]) -> Iterator[Violation]:
    """Yield the headings that have another form than most of their level."""
    for level, form in product(sorted({*map(level_of, headings)}), forms):
        for found in outliers((each for each in headings if level_of(each) == level), form):
            if found.rarer and (form not in _PHRASINGS or _is_odd(found.item, found.usual, headings, form)):
                words, there = found.example.text.strip(), found.example.span()
                yield violation(found.item.span(), found.form, words=words, related=there)


def _is_odd(heading: Passage, usual: str, headings: list[Passage], form: _Form) -> bool:
    """Tell whether a heading is beside sisters of the usual form under the same one, or has none of a form.

    In public prose headings are mixed on purpose: there all others of its level have that form.
    """
    level = level_of(heading)
    if heading.document == "tekst":
        others = [form(each) for each in headings if each is not heading and level_of(each) == level]
        unsure = others.count(None)
        return {*others} <= {usual, None} and len(others) - unsure >= max(_FEWEST_SISTERS, 2 * unsure)
    groups: list[list[Passage]] = [[]]
    for each in headings:
        if level_of(each) < level:
            groups.append([])
        elif level_of(each) == level:
            groups[-1].append(each)
    sisters = next(group for group in groups if any(each is heading for each in group))
    forms = [seen for each in sisters if (seen := form(each))]
    return len(forms) == 1 or usual in forms


def _in_capitals(heading: Passage) -> str | None:
    """Tell whether a heading is in capitals; None for what may be an abbreviation."""
    if not heading.text.isupper():
        return "not-shouted"
    words = heading.tokens.lowered
    long = all(len(word) >= _SHORTEST_NOUN and classes_of(word) for word in words)
    return "shouted" if long or not word_class("preposition", "article").isdisjoint(words) else None


def _first_letter(heading: Passage) -> str | None:
    word = heading.tokens.forms[0]
    if not word.isalpha() or not (classes_of(word.lower()) or word.lower() in _small_words()):
        return None
    return "small" if word.islower() else "capital"


def _capitals(heading: Passage) -> str | None:
    """Tell whether every word has a capital, or not; None for what may be names."""
    rest = [word for word in heading.tokens.forms[1:] if word.isalpha()]
    if all(word[0].isupper() for word in rest):
        lowered = {*map(str.lower, rest)}
        of = {"van", "in", "uit"}
        small = _small_words() | of if all(map(classes_of, lowered - of)) else _small_words()
        return None if small.isdisjoint(lowered) else "capitals"
    return "sentence" if any(word.islower() and len(word) >= _SHORTEST_NOUN for word in rest) else None


def _capitals_inside(headings: list[Passage], texts: Texts) -> Iterator[Violation]:
    """Yield the common nouns with a capital in sisters of headings without: "Blik op de Toekomst"."""
    if sum(_capitals(heading) == "sentence" for heading in headings) < _FEWEST_SISTERS:
        return
    for heading in headings:
        for number in heading.capitalized_words if _capitals(heading) != "capitals" else ():
            place = place_of(heading, number, number)
            is_name = (
                place.text in texts.memo(_registered) or _is_of_ministry(place) or _is_whole_name(heading)
            )
            if not is_name and not _is_in_name(place) and _is_common(place, texts):
                yield violation(place.span, "capital-inside", word=place.text, better=place.words[0])


def _registered(texts: Texts) -> frozenset[str]:
    return typed_words(texts.registered_names) if isinstance(texts, DossierView) else frozenset()


def _is_of_ministry(place: NamePlace) -> bool:
    """Tell whether a word ends the name of a ministry, "(Justitie en Veiligheid)", or is of an office."""
    is_of_office = place.word(-1) in ("van", "voor") and place.word(-2).lower() in word_class("public_office")
    return is_of_office or any(
        place.passage.text.endswith(name, 0, place.end) for name in ministries() if place.text in name
    )


def _is_in_name(place: NamePlace) -> bool:
    """Tell whether a word in a loose text is in a name: "Ministerie van OCW", "Nationale Politie"."""
    is_of = place.word(1) in ("van", "voor") and place.word(2)[:1].isupper()
    before = place.word(-1)
    is_behind = place.first > 1 and before.istitle() and before.lower() in word_class("capital_name")
    return place.passage.document == "tekst" and (is_of or is_behind)


def _is_whole_name(heading: Passage) -> bool:
    """Tell whether a heading of a loose text is two words with a capital, as names are: "Vrij Verbond"."""
    words = heading.tokens.forms
    is_in_title_case = len(words) == FEWEST_WORDS and all(map(str.istitle, words))
    return heading.document == "tekst" and is_in_title_case and not is_plural(words[-1].lower())


def _is_common(place: NamePlace, texts: Texts) -> bool:
    """Tell whether a word is a long noun behind a small word or an adjective, and nowhere a name."""
    before, word = place.word(-1).lower(), place.words[0]
    if place.passage.text[: place.start].rstrip()[-1:] in _OPENING_MARKS:
        return False  # "Omtzigt: 'Herstel lukt niet'"
    return (
        bool(before)
        and before != "circulaire"
        and len(word) >= _SHORTEST_COMMON
        and (before == "de" or before in _small_words() or "a" in classes_of(before))
        and has_class(word, "noun")
        and word not in word_class("capital_name")
        and not any(_is_named(*each) for each in texts.words[word])
        and not place.word(1)[:1].isupper()  # "het Programma Aanpak Stikstof"
        and not any(map(is_year, map(place.word, (1, 2, 3))))  # "de Rapportage bedrijfsvoering 2015"
    )


def _is_named(passage: Passage, number: int) -> bool:
    """Tell whether a word has a capital in a sentence."""
    start = passage.words[number][0]
    is_running = passage.kind != "heading" and passage.sentence_at(start)[0] < start - 1
    return is_running and passage.text[start].isupper()


def _small_words() -> frozenset[str]:
    """Return small words that no name of a person begins with, as "Van" in "Van Dijk" does."""
    return word_class("preposition") - {"van", "in", "uit"} | {"het", "een", "en"}


def _slant(heading: Passage) -> str | None:
    """Tell whether a Dutch heading is in italics, which foreign terms are."""
    parts = [part for part in heading.segments if part.kind == "words" and part.text.strip()]
    if not all(part.style.language for part in parts):
        return "upright"
    words = {word for word in heading.tokens.lowered if word.isalpha()}
    small = words & (_small_words() | {"de", "van", "in", "uit"})
    return "italic" if small and all(map(classes_of, words - small)) else None
