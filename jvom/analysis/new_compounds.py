# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two words that nobody lists as one, and that are each a part of compounds: "een sonar koepel"."""

from __future__ import annotations

from functools import cache

from jvom.analysis.clauses import has_finite_verb_at, is_second_given
from jvom.analysis.compounds import compounds
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.noun_pairs import NounPair, is_numbered
from jvom.analysis.noun_phrases import HYPHENS, OF_A_NOUN, has_one_phrase, tells_what
from jvom.analysis.nouns import (
    closers,
    disagrees,
    is_actor,
    is_linked,
    is_no_first,
    is_plural,
    is_titled,
    is_verb_stem,
    may_be_bare,
    never_behind_noun,
    openers,
    prepositions,
    takes_bare,
    takes_de,
)
from jvom.analysis.word_classes import word_class

#: The shortest noun that is a second part though no compound of the list has it.
_SHORTEST = 4
_ONE = frozenset(("een", "elk", "ieder", "het", "dit"))
#: "Dit onderzoek stuur ik mee", "geen noodzaak voorzieningen te treffen"
_BEHIND_VERB = frozenset("ik u je jij wij we men hij zij ze het te".split())
_JOINING = ("en", "of")


def is_new_compound(pair: NounPair) -> bool:
    """Tell whether two words are one, by what each is and by the words before and behind them."""
    first, second = pair.words
    if not _may_be_parts(first, second) or not (pair.is_lower or _begins_sentence(pair)):
        return False
    if pair.passage.text[: pair.start].endswith(HYPHENS):
        return False
    if is_linked(first):
        return True
    is_one = disagrees(pair.opens, first) or _is_made_of_parts(pair, first, second)
    return is_one and not _is_about(pair) and not _may_be_clause(pair)


@cache
def is_in_dictionary(first: str, second: str) -> bool:
    """Tell whether the dictionary has two nouns as one, and the second can be no verb or part of one."""
    if classes_of(first + second) != "n":
        return False
    may_be_verb = second in word_class("verb_prefix") or not never_behind_noun(second)
    is_thing = classes_of(first) in ("n", "nv") and not (is_no_first(first) or is_plural(first))
    return len(second) >= _SHORTEST and not may_be_verb and (is_thing or is_linked(first))


def _begins_sentence(pair: NounPair) -> bool:
    """Tell whether they have a capital because a sentence begins with them, and are no title on their own."""
    if pair.start - pair.sentence[0] > 1 or not pair.text[1:].islower():
        return False
    return pair.is_before_verb or pair.word(2) in prepositions()


@cache
def _may_be_parts(first: str, second: str) -> bool:
    """Tell whether two words (small letters) may be the parts of a compound at all."""
    if is_linked(first):
        return first not in closers() and "n" in classes_of(second)
    if not (compounds().can_end(second) or compounds().begins_often(first)) or is_no_first(first):
        return False
    if takes_bare(first, second) or not english().isdisjoint((first, second)) or second in closers():
        return False
    return "n" in classes_of(second)


def _is_made_of_parts(pair: NounPair, first: str, second: str) -> bool:
    """Tell whether the second can only be a part of a compound, and the first is one before it."""
    known, is_first = compounds(), classes_of(first) == "n"
    if not _is_second(pair, second) or is_actor(first) or has_finite_verb_at(pair.passage, pair.last):
        return False
    if is_plural(first):
        return is_first and pair.opens in _ONE and not is_plural(second)
    if may_be_bare(second) and not has_one_phrase(pair):
        return False
    if second in word_class("object_noun"):
        return known.is_productive(first, second) and pair.is_determined and not pair.is_governed
    if not known.can_begin(first):
        return known.ends_often(second) and is_verb_stem(first) and pair.is_determined
    if is_plural(second) and pair.word(-1) in _JOINING:
        return False
    often = known.begins_often(first) and len(second) >= _SHORTEST
    if not compounds().can_end(second):
        return often and is_first and classes_of(second) == "n"
    if "a" in classes_of(first) and not takes_de(second):
        return False  # "een blauw oog", but "een straf vermindering"
    is_bare = often and never_behind_noun(first) and pair.start > pair.sentence[0] + 1
    is_bare = is_bare or OF_A_NOUN.match_before(pair.passage, pair.start) is not None
    return is_first or is_bare or _is_behind_adjective(pair)


def _is_second(pair: NounPair, second: str) -> bool:
    """Tell whether a word is a noun, and no verb, by itself or by the words around it."""
    if never_behind_noun(second):
        return True
    may_be = "a" in classes_of(second) and not second.endswith("en")  # "is het gebruik verboden"
    return may_be and pair.ends_phrase and compounds().ends_often(second)


def _is_behind_adjective(pair: NounPair) -> bool:
    """Tell whether an inflected adjective is before them, so that a noun follows it."""
    before = pair.word(-1)
    return before.endswith("e") and "a" in classes_of(before) and before not in openers()


def _may_be_clause(pair: NounPair) -> bool:
    """Tell whether the second may be the object of a verb: "toen de regering troepen stuurde"."""
    if pair.word(2) in _BEHIND_VERB or is_second_given(pair.passage, pair.first):
        return True
    return not pair.opens_sentence and pair.opener >= 0 and "v" in classes_of(pair.word(2).lower())


def _is_about(pair: NounPair) -> bool:
    """Tell whether two nouns may be a title, or what one is about."""
    before = pair.word(-1)
    if before == "te" or pair.is_in_title or is_titled(before.lower()) or is_numbered(pair.passage, pair.end):
        return True
    is_named = before[:1].isupper() and "n" in classes_of(before.lower())
    return is_named or ((pair.is_terse or tells_what(pair)) and not pair.is_determined)
