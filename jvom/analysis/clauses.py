# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the verb of a clause is, and what comes before it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from jvom.analysis.compounds import compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import closers, is_determiner, is_plural, openers
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.dutch.dates import MONTHS, WEEKDAYS

#: How many words a subject and its verb are, before an object that may be anything.
_SHORTEST_SUBJECT, _LONGEST_SUBJECT = 1, 5
_VERB = Phrase("{finite_verb|plural_verb|strong_past}")
_GIVING = Phrase("{giving}")
#: What begins a clause, of which the verb makes no sentence of what is before it.
_SUBORDINATE = Phrase("die|dat|wie|wat|waar*|om|omdat|doordat|zodat|als|toen|hoe|of")
#: Determiners that may be a subject too: "dit staat vast".
_MAYBE_PRONOUNS = ("het", "dit", "dat", "deze", "die")
_GIVEN_TO = Phrase("{article} {word}?")
#: How far from two nouns a verb of giving may be.
_NEARBY = 150


def has_finite_verb_at(passage: Passage, number: int) -> bool:
    """Tell whether a word, if there is one of that number, can only be a verb, and no infinitive."""
    if number >= len(passage.words):
        return False
    word = passage.lowered_words[number]
    classes = classes_of(word)
    is_past = "v" in classes and "n" not in classes and word.endswith(("de", "te"))
    is_past = is_past or (word.endswith(("den", "ten")) and classes == classes_of(word[:-1]) == "v")
    is_present = classes == "v" and word.endswith("t") and word not in word_class("preposition")
    # "Die", of the same class, begins a clause.
    is_listed = word != "die" and _VERB.match_at(passage, passage.words[number][0] - 1) is not None
    return is_past or is_present or is_listed


def is_behind_plural_verb(passage: Passage, number: int) -> bool:
    """Tell whether the verb right before a word is one of several, and gives nobody anything."""
    verb = passage.lowered_words[number - 1] if number else ""
    gives = verb in word_class("giving", "with_two_objects") - word_class("plural_verb")
    return verb.endswith("en") and not gives and has_finite_verb_at(passage, number - 1)


def is_sentence(passage: Passage) -> bool:
    """Tell whether a passage has a finite verb that is not in a clause: "tolken die helpen" has none."""
    numbers = range(1, len(passage.words))
    first = next((number for number in numbers if has_finite_verb_at(passage, number)), 0)
    return first > 0 and not _SUBORDINATE.find_in(passage, 0, passage.words[first][0])


def verbs_between(passage: Passage, first: int, last: int) -> list[str]:
    """Return the words, from one number up to another, that may be a finite verb."""
    return [passage.lowered_words[each] for each in range(first, last) if _may_be_finite(passage, each)]


def _may_be_finite(passage: Passage, number: int) -> bool:
    """Tell whether a word may be the finite verb of a clause: a noun behind an article is not."""
    word, before = passage.lowered_words[number], passage.lowered_words[number - 1] if number else ""
    classes, is_behind_preposition = classes_of(word), before in word_class("noun_preposition")
    is_listed = word in word_class("finite_verb", "plural_verb", "strong_past", "modal") and word != "die"
    if not (is_listed or "v" in classes) or before == "te" or word in word_class("noun_preposition"):
        return False
    if "n" in classes and not (is_listed and before in _MAYBE_PRONOUNS):
        return not (is_behind_preposition or is_determiner(before))
    return word != "zijn" or not is_behind_preposition


def is_apart(passage: Passage, number: int) -> bool:
    """Tell whether a mark separates a word from the one before it."""
    return not passage.text[passage.words[number - 1][1] : passage.words[number][0]].isspace()


def has_only_a_verb_at(passage: Passage, number: int) -> bool:
    """Tell whether a word may be a finite verb and is no adjective: "duurde", and not "wilde"."""
    return has_finite_verb_at(passage, number) and "a" not in classes_of(passage.lowered_words[number])


def is_behind_subject_and_verb(passage: Passage, number: int) -> bool:
    """Tell whether before a word there are only a subject and its verb, so that one object follows.

    That is so when the verb gives nothing to anybody.
    """
    start = passage.sentence_at(passage.words[number][0])[0]
    first = bisect_left(passage.words, (start, 0))
    if not _SHORTEST_SUBJECT < number - first <= _LONGEST_SUBJECT:
        return False
    words, text = passage.lowered_words, passage.text
    before = text[passage.words[first][0] : passage.words[number][0]]
    if not before.isascii() or not before.replace(" ", "").replace("-", "").isalpha():
        return False
    verb, subject = words[number - 1], words[first : number - 1]
    is_verb = "v" in classes_of(verb) or verb.endswith(tuple(word_class("strong_past")))
    # "herstelt": nothing else that ends so is listed nowhere, and no compound.
    is_verb = is_verb or (verb.endswith("t") and not classes_of(verb) and compounds().parts(verb) is None)
    if not is_verb or verb in _no_verbs() or not _times().isdisjoint(subject):
        return False
    opens = text[slice(*passage.words[first])]
    return (
        opens in word_class("state") or opens.isupper() or (opens != "Dat" and opens.lower() in _subjects())
    )


@cache
def _times() -> frozenset[str]:
    return word_class("time").union(MONTHS, WEEKDAYS, ("dagen", "weken", "maanden", "jaren", "keer"))


@cache
def _subjects() -> frozenset[str]:
    return word_class("determiner").union(("zij", "hij", "ze", "we", "wij", "ik"))


@cache
def _no_verbs() -> frozenset[str]:
    """Return what is no verb with one object."""
    return openers() | closers() | word_class("giving") | word_class("with_two_objects")


def is_second_given(passage: Passage, number: int) -> bool:
    """Tell whether the second noun may be given to or sent by the first: "zij geeft de politie training"."""
    at = passage.words[number][0]
    first, last = passage.sentence_at(at)
    if is_plural(passage.lowered_words[number]) and _GIVING.match_before(passage, at):
        return True  # "de club geeft leden korting"
    return _GIVEN_TO.match_before(passage, at) is not None and bool(
        _GIVING.find_in(passage, max(first, at - _NEARBY), min(last, at + _NEARBY))
    )
