# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two nouns in one noun phrase where the first can't be its noun, by its number or its article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import chain, compress, count
from operator import and_, or_

from jvom.analysis.bare_nouns import is_in_title
from jvom.analysis.clauses import has_finite_verb_at, is_behind_subject_and_verb, is_second_given
from jvom.analysis.compounds import compounds
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.noun_pairs import OPENING, PHRASE_END
from jvom.analysis.nouns import (
    closers,
    is_countable,
    is_no_first,
    is_noun,
    is_plural,
    needs_article,
    openers,
    prepositions,
)
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import Indexed, Place

_SINGULAR = frozenset(("een", "elk", "elke", "ieder", "iedere"))
#: Words that are often no article.
_PRONOUNS = frozenset(("dat", "die", "dit", "deze", "het"))
#: "voor noodstroom aggregaten kopen": the noun is the object of the verb behind it.
_INFINITIVE = Phrase("*en")
#: The ends of most adjectives, and of no noun that compounds begin with.
_ADJECTIVES = ("se", "ke", "ige", "ele", "ale", "ende", "eerde", "bare", "ieve", "iële", "aire")
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


def noun_pairs(texts: Indexed) -> Iterator[Place]:
    """Yield the first of two nouns in a phrase that only one of them can be the noun of."""
    known = texts.index.places.keys()
    opening = (known & openers()).union(filter(str.isdigit, known))
    begin = opening.union(_JOINING)
    seconds = known - closers()
    firsts = seconds - openers()
    for passage in texts.index.passages:
        words = passage.lowered_words
        are_pairs = map(and_, map(firsts.__contains__, words[1:]), map(seconds.__contains__, words[2:]))
        begins = list(map(begin.__contains__, words))
        have_begin = map(or_, begins, chain((False,), begins))  # right before them, or with a word between
        for number in compress(count(1), map(and_, are_pairs, have_begin)):
            if _is_in_phrase_with_second(passage, number, opening):
                yield passage, number


def _is_in_phrase_with_second(passage: Passage, number: int, opening: Container[str]) -> bool:
    """Tell whether a noun and the next are one word by the words before them; `opening` begin phrases."""
    words = passage.lowered_words
    opener = number - 1
    if words[opener] in _JOINING:
        return stands_in_coordination(passage, number)
    if words[opener] not in opening:
        opener -= 1
        if opener < 0 or words[opener] not in opening or not _may_be_adjective(words[opener + 1]):
            return False
    return _is_one_noun(passage, number, opener)


def _may_be_adjective(word: str) -> bool:
    return word != "te" and (word.endswith("e") or classes_of(word) in ("a", "av"))


def _is_one_noun(passage: Passage, number: int, opener: int) -> bool:
    """Tell whether two words are nouns, and one word, in the phrase that the word number `opener` begins."""
    words, places = passage.lowered_words, passage.words
    first, second = words[number : number + 2]
    if len(second) < _SHORTEST_SECOND or first.endswith(_ADJECTIVES) or is_no_first(first):
        return False
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
    if _is_before_verb(passage, opener, number):
        return True
    if (sure or is_followed) and ends and OPENING.match_before(passage, start) is not None:
        return True
    if second in word_class("object_noun") or is_second_given(passage, number):
        return False
    if _counts(words, opener):
        return is_plural(second) and not is_plural(first) and (sure or ends)
    if opens in prepositions():
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


def _is_before_verb(passage: Passage, first: int, number: int) -> bool:
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
    return words[start] in openers() and all(map(_is_in_phrase, words[start:first]))


@cache
def _is_in_phrase(word: str) -> bool:
    """Tell whether a word may be before a noun in its phrase, and begins no clause."""
    begins_clause = word.startswith("waar") or word in ("die", "wie", "wat", "als")
    may_be = word in openers() or word in _JOINING or not {"n", "a"}.isdisjoint(classes_of(word))
    return may_be and not begins_clause


def stands_in_coordination(passage: Passage, number: int) -> bool:
    """Tell whether two nouns are one word behind another first part: "over wapen en munitie beheer"."""
    words, last = passage.lowered_words, passage.words[number + 1][1]
    one, first, second = words[number - 2], words[number], words[number + 1]
    if second in closers() or len(second) < _SHORTEST_SECOND or is_no_first(first) or is_no_first(one):
        return False
    if not all(is_noun(each, also_verb=True) for each in (one, first, second)):
        return False
    opener = number - _COORDINATED
    if opener < 0 or words[opener] not in openers():
        return False
    if not _are_apart_by_spaces(passage, opener, number) or is_plural(one) or is_plural(first):
        return False
    if words[opener] in prepositions():
        return PHRASE_END.match_at(passage, last) is not None
    opens_sentence = OPENING.match_before(passage, passage.words[number - 2][0]) is not None
    return opens_sentence or is_behind_subject_and_verb(passage, opener)


def _are_apart_by_spaces(passage: Passage, first: int, last: int) -> bool:
    """Tell whether nothing but a space is between the words from one number to another."""
    places, text = passage.words, passage.text
    return all(text[places[at][1] : places[at + 1][0]] == " " for at in range(first, last))


def _counts(words: Sequence[str], at: int) -> bool:
    """Tell whether a word says that there is more than one of what follows."""
    word = words[at]
    if word in word_class("plural_determiner"):
        return at == 0 or words[at - 1] not in _SINGULAR | {"geen"}
    return word in word_class("numeral") or (
        word.isdigit() and len(word) <= _LONGEST_COUNT and word not in ("0", "1")
    )


def is_second_noun(passage: Passage, number: int) -> bool:
    """Tell whether a word may be the second part of a compound, and is surely a noun."""
    word = passage.lowered_words[number]
    return (
        word not in closers()
        and len(word) >= _SHORTEST_SECOND
        and is_noun(word)
        and _INFINITIVE.match_at(passage, passage.words[number][1]) is None
    )
