# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which nouns side by side are surely one word: more shows it than the grammar of the words around them.

By that alone "het instrument omgevingsplan", which is right, looks like "het energie systeem".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jvom.analysis.compounds import COUNTED, LINKING_ENDINGS, compounds, singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.noun_pairs import NounPair
from jvom.analysis.noun_phrases import counts_things, stands_in_coordination
from jvom.analysis.nouns import disagrees, is_countable, is_linked, is_plural, may_be_bare, needs_article
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import Indexed

#: So many other compounds that a text surely splits show that it splits this one too.
_SPLIT = 2
#: The ends of nouns that another explains: "de intrekking exploitatievergunning".
_ACTS = ("ing", "heid", "schap", "tie", "teit")


def unsure_pairs(pairs: Iterable[NounPair], texts: Indexed) -> Iterator[NounPair]:
    """Yield those of the pairs found in texts that may be two words; each text is read by itself."""
    unsure = []
    split: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if _is_sure(pair, texts):
            split[pair.passage.compared_in].add(pair.text.lower())
        else:
            unsure.append(pair)
    for pair in unsure:
        if len(split[pair.passage.compared_in]) < _SPLIT:
            yield pair


def _is_sure(pair: NounPair, texts: Indexed) -> bool:
    first, second = pair.words
    certainty, closed = compounds().certainty(first, second), f"{first}{second}"
    # "Dat boeren land verkopen": a subject and an object.
    if is_plural(first) and _is_clause(pair):
        return False
    if is_linked(first) or first.endswith(LINKING_ENDINGS) or disagrees(pair.opens, first):
        return True
    if pair.word(-1) in ("en", "of") and stands_in_coordination(pair):
        return True
    if is_plural(second) and not is_plural(first) and (counts_things(pair) or _is_subject_of_several(pair)):
        return True
    if may_be_bare(second) and _may_be_object(pair):
        return False
    if certainty > COUNTED or classes_of(closed) or first in word_class("before_any_noun", "hyphened_first"):
        return True
    if _is_closed_elsewhere(pair, closed, texts):
        return True
    if certainty == COUNTED:
        # "over een voordracht afspraken maken": a plural behind a phrase that lacks nothing.
        may_be_two = is_plural(second) and may_be_bare(second)
        return not (may_be_two and (pair.is_behind_preposition or needs_article(first)))
    if is_plural(first):
        return needs_article(second) and pair.is_determined
    if needs_article(second) and pair.is_determined and _is_mass(first):
        return True  # "de kinderopvang toeslag": no one thing that the second explains
    # "een facet bestemmingsplan": the first is never a last part, and the second no phrase by itself.
    return compounds().can_begin(first) and not compounds().can_end(first) and not may_be_bare(second)


def _is_clause(pair: NounPair) -> bool:
    """Tell whether two nouns may be the subject and the object of a clause."""
    is_opened = pair.word(-1).lower() in word_class("clause_joint") and pair.word(2).endswith("en")
    return (is_opened and "v" in classes_of(pair.word(2))) or (
        may_be_bare(pair.words[1]) and _may_be_object(pair)
    )


def _may_be_object(pair: NounPair) -> bool:
    """Tell whether the verb behind them may have the second for its object: "om het jaar rekening houden"."""
    after, is_joined = pair.word(2).lower(), pair.word(-1) in ("en", "of")
    is_before = pair.is_before_verb and not pair.opens_sentence
    is_infinitive = after == "te" or (after.endswith("en") and classes_of(after) == "v")
    return not is_joined and (is_before or is_infinitive)


def _is_mass(noun: str) -> bool:
    return classes_of(noun) != "" and not is_countable(noun) and not noun.endswith(_ACTS)


def _is_subject_of_several(pair: NounPair) -> bool:
    """Tell whether the verb behind them is one of a plural: "de patrouille boten voeren"."""
    return pair.opens_sentence and pair.is_before_verb and pair.word(2).endswith("n")


def _is_closed_elsewhere(pair: NounPair, closed: str, texts: Indexed) -> bool:
    """Tell whether the text of a pair has the two as one word, in the singular or the plural."""
    return any(
        passage.compared_in == pair.passage.compared_in
        for form in (*singulars(closed), f"{closed}en", f"{closed}s")
        for passage, _ in texts.index.places.get(form, ())
    )
