# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two words that nobody lists as one, and that are each a part of compounds: "een sonar koepel"."""

from __future__ import annotations

from jvom.analysis.clauses import has_finite_verb_at, is_second_given
from jvom.analysis.compounds import compounds
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.noun_pairs import NounPair, is_numbered
from jvom.analysis.noun_phrases import HYPHENS, OF_A_NOUN, tells_what
from jvom.analysis.nouns import (
    closers,
    disagrees,
    ends_compounds,
    is_actor,
    is_no_first,
    is_plural,
    is_titled,
    is_verb_stem,
    never_behind_noun,
    openers,
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
    is_part = pair.passage.text[: pair.start].endswith(HYPHENS)
    if first in closers() or not pair.is_lower or second in english() or is_part:
        return False
    if first.endswith("s") and not classes_of(first) and "n" in classes_of(first[:-1]):
        return compounds().can_begin(first) and "n" in classes_of(second)
    if second in closers() or is_no_first(first) or _is_about(pair) or _may_be_clause(pair):
        return False
    if disagrees(pair.opens, first):
        return "n" in classes_of(second)
    return _is_made_of_parts(pair, first, second)


def _is_made_of_parts(pair: NounPair, first: str, second: str) -> bool:
    """Tell whether the second can only be a part of a compound, and the first is one before it."""
    if is_actor(first) or has_finite_verb_at(pair.passage, pair.last) or not _is_second(pair, second):
        return False
    if is_plural(first):
        return classes_of(first) == "n" and pair.opens in _ONE and not is_plural(second)
    known = compounds()
    if second in word_class("object_noun"):
        return pair.is_determined and not pair.is_governed and known.is_productive(first, second)
    if not known.can_begin(first):
        return pair.is_determined and is_verb_stem(first) and known.ends_often(second)
    may_be_joined = is_plural(second) and pair.word(-1) in _JOINING
    often = known.begins_often(first) and len(second) >= _SHORTEST
    if not ends_compounds(second):
        return often and classes_of(first) == classes_of(second) == "n" and not may_be_joined
    is_first = classes_of(first) == "n" or _is_behind_adjective(pair)
    is_first = is_first or OF_A_NOUN.match_before(pair.passage, pair.start) is not None
    return (is_first or (often and never_behind_noun(first))) and not may_be_joined


def _is_second(pair: NounPair, second: str) -> bool:
    """Tell whether a word is a noun, and no verb, by itself or by the words around it."""
    if never_behind_noun(second):
        return True
    classes = classes_of(second)
    if "a" in classes:
        return pair.ends_phrase and compounds().ends_often(second)
    # "de illegale wapen stromen"
    return "n" in classes and is_plural(second) and _is_behind_adjective(pair)


def _is_behind_adjective(pair: NounPair) -> bool:
    """Tell whether an inflected adjective is before them, so that a noun follows it."""
    before = pair.word(-1)
    return before.endswith("e") and "a" in classes_of(before) and before not in openers()


def _may_be_clause(pair: NounPair) -> bool:
    """Tell whether the second may be the object of a verb: "toen de regering troepen stuurde"."""
    if pair.word(2) in _BEHIND_VERB or is_second_given(pair.passage, pair.first):
        return True
    return not pair.opens_sentence and pair.is_determined and "v" in classes_of(pair.word(2).lower())


def _is_about(pair: NounPair) -> bool:
    """Tell whether two nouns may be a title, or what one is about."""
    before = pair.word(-1)
    if before == "te" or pair.is_in_title or is_titled(before.lower()) or is_numbered(pair.passage, pair.end):
        return True
    is_named = before[:1].isupper() and "n" in classes_of(before.lower())
    return is_named or ((pair.is_terse or tells_what(pair)) and not pair.is_determined)
