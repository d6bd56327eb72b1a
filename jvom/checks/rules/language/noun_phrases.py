# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two nouns in one noun phrase, of which the first can't be the noun by its number or its article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_letters

from jvom.analysis.compounds import compounds, singulars
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.language.articled_nouns import (
    has_finite_verb_at,
    is_in_title,
    is_no_first,
    needs_article,
)
from jvom.checks.rules.language.nouns_apart import OPENING, PHRASE_END, is_second_given
from jvom.dutch.dates import MONTHS, WEEKDAYS

_SINGULAR = frozenset(("een", "elk", "elke", "ieder", "iedere"))
#: Words that are often no article.
_PRONOUNS = frozenset(("dat", "die", "dit", "deze", "het"))
#: Ends that only nouns have.
_NOUN_ENDINGS = ("ing", "atie", "heid", "iteit")
#: "voor noodstroom aggregaten kopen": the noun is the object of the verb behind it.
_INFINITIVE = Phrase("*en")
#: The ends of most adjectives, and of no noun that compounds begin with.
_ADJECTIVES = ("se", "ke", "ige", "ele", "ale", "ende", "eerde", "bare", "ieve", "iële", "aire")
_SHORTEST_PART = 4
#: How words begin that the list takes for compounds: "waarnaartoe".
_ADVERBS = ("waar", "daar", "hier")
_SHORTEST_SECOND = 4
#: "Dat de commandant troepen stuurt": a clause with its verb at the end.
_CONJUNCTIONS = ("dat", "die")
_JOINING = ("en", "of")
_HYPHENS = ("-", "‑")
#: "middelen die het kabinet voor waterstof inzet": the verb of a clause may be at its end.
_CLAUSE = Phrase("die|dat|of|als|omdat|wanneer|zodat|terwijl|indien|zoals|waarin|waarvoor|waarmee ...12")
#: So many words before a noun in a coordination its determiner is.
_COORDINATED = 3
#: So many before one with an adjective.
_WITH_ADJECTIVE = 2
_LONGEST_PHRASE = 10
_LONGEST_COUNT = 3
_LETTERS = frozenset(ascii_letters + " -")
#: How many words a subject and its verb are, before an object that may be anything.
_SHORTEST_SUBJECT, _LONGEST_SUBJECT = 1, 5


def noun_pairs(passage: Passage) -> Iterator[int]:
    """Yield the number of the first of two nouns in a phrase that only one of them can be the noun of."""
    words, openers = passage.lowered_words, _openers()
    closers, no_firsts = _closers(), _no_firsts()
    for number, (before, first, second) in enumerate(zip(words, words[1:], words[2:], strict=False), 1):
        # Most words are one of these: the rest is looked at more closely.
        if second in closers or first in no_firsts or len(second) < _SHORTEST_SECOND:
            continue
        if before in _JOINING:
            if stands_in_coordination(passage, number):
                yield number
            continue
        opener = number - 1
        if before not in openers and not before.isdigit():
            if number < _WITH_ADJECTIVE or not _may_be_adjective(before):
                continue
            opener -= 1
            if words[opener] not in openers and not words[opener].isdigit():
                continue
        if (
            not first.endswith(_ADJECTIVES)
            and not is_no_first(first)
            and _is_one_noun(passage, number, opener)
        ):
            yield number


@cache
def _no_firsts() -> frozenset[str]:
    return _closers() | _openers()


@cache
def _openers() -> frozenset[str]:
    names = ("determiner", "preposition", "away_preposition", "numeral", "plural_determiner")
    return frozenset().union(*map(word_class, names))


@cache
def _closers() -> frozenset[str]:
    names = ("small_word", "never_first", "never_second", "finite_verb", "holder", "loose")
    return frozenset().union(*map(word_class, names), MONTHS, WEEKDAYS)


@cache
def _prepositions() -> frozenset[str]:
    return word_class("preposition") | word_class("away_preposition")


def _may_be_adjective(word: str) -> bool:
    return word != "te" and (word.endswith("e") or classes_of(word) in ("a", "av"))


def _is_one_noun(passage: Passage, number: int, opener: int) -> bool:
    """Tell whether two words are nouns, and one word, in the phrase that the word number `opener` begins."""
    words, places = passage.lowered_words, passage.words
    first, second = words[number : number + 2]
    if not passage.text[places[number][0] : places[number + 1][1]].islower():
        return False
    if not (is_noun(second, also_verb=True) and is_noun(first, also_verb=words[number - 1] not in _PRONOUNS)):
        return False
    if not _are_apart_by_spaces(passage, opener, number) or english() >= {first, second}:
        return False
    if words[opener].isdigit() and passage.text[: places[opener][0]].endswith(_HYPHENS):
        return False  # "de F-16 vloot"
    if is_in_title(passage, number):
        return False
    opens, start, last = words[opener], places[number][0], places[number + 1][1]
    sure = is_noun(second)
    is_followed = has_finite_verb_at(passage, number + 2)
    ends = is_followed or PHRASE_END.match_at(passage, last) is not None
    if is_before_verb(passage, opener, number):
        return True
    if (sure or is_followed) and ends and OPENING.match_before(passage, start) is not None:
        return True
    if second in word_class("object_noun") or is_second_given(passage, number):
        return False
    if _counts(words, opener):
        return is_plural(second) and not is_plural(first) and (sure or ends)
    if opens in _prepositions():
        may_be_bare = first in word_class("bare_after_preposition") or first in word_class("object_noun")
        if may_be_bare or opens == "per" or first.endswith("ing") or _INFINITIVE.match_at(passage, last):
            return False
        bare = needs_article(first) or is_countable(first) or (sure and compounds().can_begin(first))
        may_be_verb = not sure and _CLAUSE.match_before(passage, start) is not None
        return bare and not is_plural(first) and (sure or ends) and not may_be_verb
    plural = is_plural(first)
    if plural and (opens in _SINGULAR or (opens == "het" and words[opener - 1] in word_class("preposition"))):
        return ends
    if opens == "een" and not plural and sure and is_countable(second):
        return True
    return (sure or ends) and not plural and is_behind_subject_and_verb(passage, opener)


def is_before_verb(passage: Passage, first: int, number: int) -> bool:
    """Tell whether two nouns are in the phrase before the verb of a main clause, which is one phrase.

    `first` is the number of the word that their noun phrase begins with.
    """
    words = passage.lowered_words
    first_noun, second = words[number : number + 2]
    is_sure = is_noun(second) and (is_plural(second) or compounds().can_begin(first_noun))
    if not is_sure or not has_finite_verb_at(passage, number + 2):
        return False
    start = bisect_left(passage.words, (passage.sentence_at(passage.words[number][0])[0], 0))
    if first - start > _LONGEST_PHRASE or not _are_apart_by_spaces(passage, start, number + 1):
        return False
    if words[start] in _CONJUNCTIONS and start != first:
        return False
    return words[start] in _openers() and all(map(_is_in_phrase, words[start:first]))


@cache
def _is_in_phrase(word: str) -> bool:
    """Tell whether a word may be before a noun in its phrase, and begins no clause."""
    begins_clause = word.startswith("waar") or word in ("die", "wie", "wat", "als")
    may_be = word in _openers() or word in _JOINING or not {"n", "a"}.isdisjoint(classes_of(word))
    return may_be and not begins_clause


def stands_in_coordination(passage: Passage, number: int) -> bool:
    """Tell whether two nouns are one word behind another first part: "over wapen en munitie beheer"."""
    words, last = passage.lowered_words, passage.words[number + 1][1]
    one, first, second = words[number - 2], words[number], words[number + 1]
    if second in _closers() or len(second) < _SHORTEST_SECOND or is_no_first(first) or is_no_first(one):
        return False
    if not all(is_noun(each, also_verb=True) for each in (one, first, second)):
        return False
    opener = number - _COORDINATED
    if opener < 0 or words[opener] not in _openers():
        return False
    if not _are_apart_by_spaces(passage, opener, number) or is_plural(one) or is_plural(first):
        return False
    if words[opener] in _prepositions():
        return PHRASE_END.match_at(passage, last) is not None
    opens_sentence = OPENING.match_before(passage, passage.words[number - 2][0]) is not None
    return opens_sentence or is_behind_subject_and_verb(passage, opener)


def _are_apart_by_spaces(passage: Passage, first: int, last: int) -> bool:
    """Tell whether nothing but a space is between the words from one number to another."""
    places, text = passage.words, passage.text
    return all(text[places[at][1] : places[at + 1][0]] == " " for at in range(first, last))


def is_behind_subject_and_verb(passage: Passage, number: int) -> bool:
    """Tell whether before a word there are only a subject and its verb, so that one object follows.

    That is so when the verb gives nothing to anybody.
    """
    start = passage.sentence_at(passage.words[number][0])[0]
    first = bisect_left(passage.words, (start, 0))
    if not _SHORTEST_SUBJECT < number - first <= _LONGEST_SUBJECT:
        return False
    words, text = passage.lowered_words, passage.text
    if not set(text[passage.words[first][0] : passage.words[number][0]]) <= _LETTERS:
        return False
    verb, subject = words[number - 1], words[first : number - 1]
    is_verb = "v" in classes_of(verb) or verb.endswith(tuple(word_class("strong_past")))
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
    return _openers() | _closers() | word_class("giving") | word_class("with_two_objects")


def _counts(words: Sequence[str], at: int) -> bool:
    """Tell whether a word says that there is more than one of what follows."""
    word = words[at]
    if word in word_class("plural_determiner"):
        return at == 0 or words[at - 1] not in _SINGULAR | {"geen"}
    return word in word_class("numeral") or (
        word.isdigit() and len(word) <= _LONGEST_COUNT and word not in ("0", "1")
    )


@cache
def is_noun(word: str, *, also_verb: bool = False) -> bool:
    """Tell whether a word, singular or plural, is a noun that compounds are made of, and nothing else."""
    classes, known = classes_of(word), compounds()
    if not classes:
        parts = known.parts(word)
        return parts is not None and len(parts[0]) >= _SHORTEST_PART and not word.startswith(_ADVERBS)
    if classes != "n" and not (also_verb and classes == "nv"):
        return False
    is_known = any(
        known.can_begin(each)
        or each in known.nouns
        or (each != word and len(each) > 3 and classes_of(each) == "n")
        or (each.endswith(_NOUN_ENDINGS) and classes_of(each) == "n")
        for each in singulars(word)
    )
    return is_known or _has_plural(word)


@cache
def is_countable(noun: str) -> bool:
    """Tell whether a singular has a plural, and is none of the kinds of nouns that often have no article."""
    return not noun.endswith(("ing", "heid", "teit", "schap", "isme", "ie")) and _has_plural(noun)


def _has_plural(noun: str) -> bool:
    plurals = (f"{noun}en", f"{noun}s", f"{noun}'s", f"{noun}{noun[-1]}en", f"{noun[:-2]}{noun[-1]}en")
    return any("n" in classes_of(each) and noun in singulars(each) for each in plurals)


def is_second_noun(passage: Passage, number: int) -> bool:
    """Tell whether a word may be the second part of a compound, and is surely a noun."""
    word = passage.lowered_words[number]
    return (
        word not in _closers()
        and len(word) >= _SHORTEST_SECOND
        and is_noun(word)
        and _INFINITIVE.match_at(passage, passage.words[number][1]) is None
    )


def is_plural(noun: str) -> bool:
    """Tell whether a noun (small letters) is the plural of another."""
    if not noun.endswith(("en", "s")) or (noun.endswith("s") and _has_plural(noun)):
        return False
    return any(
        each != noun and len(each) > 2 and ("n" in classes_of(each) or compounds().parts(each) is not None)
        for each in singulars(noun)
    )
