# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG040: a verb of another number than its subject: "de inwoners wachtte"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from jvom.analysis.clauses import is_apart
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import is_countable, is_determiner, is_plural
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.verbs import infinitives_of

_MOST_ADJECTIVES = 2
#: How nouns may end that are plurals: "media", "kosten".
_PLURAL_ENDS = ("en", "ën", "s", "a", "i")
#: The ends of plurals that no noun in the singular has, but for some in -en, which have a plural.
_SURE_PLURALS = ("en", "ën", "ers", "eurs", "ors", "aars", "teams")
_OF_SEVERAL = frozenset("de deze die alle onze hun beide enkele".split())
_SINGULAR = frozenset("het dit dat een elk elke ieder iedere".split())
_PAST_ENDS = ("te", "de", "ten", "den")
#: The plurals of the commonest verbs, whose singular no ending tells.
_COMMON = dict(
    each.split("/")
    for each in """is/zijn wordt/worden werd/werden heeft/hebben had/hadden gaat/gaan
    ging/gingen komt/komen kwam/kwamen staat/staan stond/stonden ligt/liggen blijft/blijven bleef/bleven
    krijgt/krijgen kreeg/kregen neemt/nemen vertrekt/vertrekken ziet/zien""".split()
)


@rule("LNG040", WARNING, Scope.TEXTS)
def verb_of_other_number(texts: Texts) -> Iterator[Violation]:
    """A verb does not agree in number with the subject that begins its sentence."""
    index = texts.index
    for word in (*_COMMON, *_strong_plurals(), *chain.from_iterable(map(index.words_ending, _PAST_ENDS))):
        plural, singular = _plural_of(word), _singular_of(word)
        for passage, number in index.places.get(word, ()) if plural or singular else ():
            if word in _COMMON and not passage.lowered_words[number - 1].endswith(_SURE_PLURALS):
                continue
            if passage.text[passage.words[number][0]].isupper():
                continue  # "De functie Wonen"
            first, noun = _subject_before(passage, number) if passage.kind in RUNNING else ("", "")
            if plural and is_plural(noun) and first not in _SINGULAR and not _is_one(first, noun, word):
                yield _found(passage, number, "plural", plural)
            elif singular and _is_singular(noun):
                yield _found(passage, number, "singular", singular)


def _is_one(determiner: str, noun: str, verb: str) -> bool:
    """Tell whether a noun may be a singular in -en ("De haven is"), or an amount ("Twee weken is lang")."""
    is_when = noun in word_class("time_noun")
    return verb in _COMMON and (is_when or determiner not in _OF_SEVERAL or is_countable(noun))


def _found(passage: Passage, number: int, form: str, better: str) -> Violation:
    start, end = passage.words[number]
    return violation(passage.span(start, end), form, found=passage.text[start:end], better=better)


@cache
def _strong_plurals() -> Sequence[str]:
    return sorted(f"{each}en" for each in word_class("strong_past"))


def _subject_before(passage: Passage, verb: int) -> tuple[str, str]:
    """Return the determiner and noun of the subject between a verb and the start of its sentence; or ""."""
    words, noun = passage.lowered_words, verb - 1
    near = range(noun - 1, max(noun - 2 - _MOST_ADJECTIVES, -1), -1)
    first = next((number for number in near if is_determiner(words[number])), -1)
    if first < 0 or not all(map(_is_adjective, words[first + 1 : noun])):
        return "", ""
    start, end = passage.sentence_at(passage.words[first][0])
    is_whole = not any(is_apart(passage, number) for number in range(first + 1, verb + 1))
    if not is_whole or passage.words[first][0] != start or not passage.text[passage.words[noun][0]].islower():
        return "", ""
    is_typed = passage.is_dutch(start, end) and not passage.is_quoted(*passage.words[verb])
    return (words[first], words[noun]) if is_typed and _ends_subject(passage, verb, end) else ("", "")


def _is_adjective(word: str) -> bool:
    return word.endswith("e") and "a" in classes_of(word)


def _ends_subject(passage: Passage, verb: int, end: int) -> bool:
    """Tell whether what follows a verb is no other subject of it."""
    if verb + 1 == len(passage.words) or passage.words[verb + 1][0] >= end or is_apart(passage, verb + 1):
        return True
    after = passage.lowered_words[verb + 1]
    is_last = verb + 2 == len(passage.words) or is_apart(passage, verb + 2)
    return after in word_class("noun_preposition", "behind_verb") or (
        is_last and "n" not in classes_of(after) != ""
    )


def _is_singular(noun: str) -> bool:
    is_noun = "n" in classes_of(noun) and not noun.endswith(_PLURAL_ENDS)
    return is_noun and noun not in word_class("counting", "measure", "part_of_many")


@cache
def _plural_of(verb: str) -> str:
    """Return the plural of a verb that can only be a singular in the past tense; "" for anything else."""
    if verb in _COMMON:
        return _COMMON[verb]
    is_past = classes_of(verb) == "v" and verb.endswith(("te", "de"))
    return f"{verb}n" if is_past and "v" in classes_of(f"{verb}n") else ""


@cache
def _singular_of(verb: str) -> str:
    """Return the singular of a verb that can only be a plural in the past tense; "" for anything else."""
    if classes_of(verb) != "v" or not verb.endswith("en"):
        return ""
    weak, strong = verb[:-1], verb[:-2]
    if strong in word_class("strong_past", "finite_verb"):
        return strong
    is_past = weak.endswith(("te", "de")) and classes_of(weak) == "v"
    # "praten" is an infinitive, "werkten" is of "werken".
    infinitives = infinitives_of(verb[:-3]) if is_past else ()
    return weak if any(each != verb and "v" in classes_of(each) for each in infinitives) else ""
