# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words in a series that ends in a compound, and whether they share its last part: "grens en kustwacht"."""

from __future__ import annotations

from functools import cache

from jvom.analysis.compounds import COUNTED, LINKED, LISTED, PRODUCTIVE, compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import (
    disagrees,
    is_actor,
    is_countable,
    is_linked,
    is_no_first,
    is_noun,
    is_plural,
    is_verb_stem,
    prepositions,
)
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class

_OF_ITS_OWN = Phrase("{adjective}", "{capital}")
_PLURAL_VERB = Phrase("{plural_verb}")
_NAME = Phrase("{capital}")
#: What no plural has before it.
_NEUTER = frozenset("het ons dit elk ieder".split())
_HYPHENS = ("-", "‑")
#: What a noun without an article is often behind, beside the prepositions.
_ABOUT = frozenset(("inzake", "betreffende", "aangaande", "qua", "wegens"))
#: How much less sure a plural is a first part.
_PLURAL_LESS = 0.15


def gap_behind(passage: Passage, number: int) -> str:
    """Return what is between a word and the next, with one kind of space; "" when there is no such word."""
    if not 0 <= number < len(passage.words) - 1:
        return ""
    return passage.text[passage.words[number][1] : passage.words[number + 1][0]].replace("\n", " ")


def is_attribute(word: str, last: str) -> bool:
    """Tell whether an adjective is a word by itself: "hoge- en lage", not "lange- en korteafstands"."""
    if {word, last} <= word_class("ordinal"):
        return True  # "de eerste- en tweede groep"
    is_inflected = word.endswith("sche") or (word.endswith("e") and classes_of(word) == "a")
    if not is_inflected or last.startswith("midden"):
        return False
    is_joined = any(last[at - 1] == "e" and "a" in classes_of(last[:at]) for at in range(4, len(last) - 3))
    return not is_joined or "a" in classes_of(last)


def is_alone(passage: Passage, number: int) -> bool:
    """Tell whether a word is a noun for a thing or a branch, without the article that it needs on its own."""
    word, before = passage.lowered_words[number], passage.lowered_words[number - 1] if number else ""
    if is_linked(word):
        return True
    if before in word_class("determiner") or is_plural(word):
        return False
    may_begin = compounds().can_begin(word) and (is_countable(word) or is_verb_stem(word))
    return may_begin or word in word_class("branch")


def is_first_part(passage: Passage, number: int, compound: str) -> bool:
    """Tell whether a word makes a compound with the last part of another: "grens" and "kustbewaking".

    A plural, or a noun with an adjective, is nearly always a word of its own; so is somebody or something
    with an article, or with a plural verb behind both.
    """
    (start, end), word = passage.words[number], passage.lowered_words[number]
    if not compounds().can_begin(word) or not passage.is_dutch(start, end) or compound.startswith(word):
        return False  # "noodweer of noodweerexces"
    if not passage.text[start:end].islower() or passage.text[start - 1 : start] in _HYPHENS:
        return False
    certainty = certainty_of(word, compound)
    if is_plural(word):
        certainty -= _PLURAL_LESS
    before = passage.lowered_words[number - 1] if number else ""
    if before in _NEUTER and is_plural(compound):
        return False  # "ons onderzoek en vervolgacties": it has a word of its own.
    if before in word_class("determiner"):
        # "De olie en gasvelden liggen": the compound is a plural itself.
        is_two = not is_plural(compound) and _PLURAL_VERB.match_at(passage, passage.words[number + 2][1])
        # "De school en zorginstelling Zon", but "het winkel en zorgcentrum Zon"
        is_named = (
            not disagrees(before, word) and _NAME.match_at(passage, passage.words[number + 2][1]) is not None
        )
        may_act = is_actor(word) or word in word_class("feminine", "neuter_body") or is_two or is_named
        is_clause = passage.lowered_words[number + 1] == "of" or (before == "een" and is_plural(compound))
        # "de water en stroomaansluitingen": the article is that of the compound.
        is_of_compound = certainty >= PRODUCTIVE and disagrees(before, word)
        return (certainty >= COUNTED or is_of_compound) and not may_act and not is_clause
    # A name in a register begins with it: "Grens en Kustwachtbureau".
    if certainty == COUNTED and word in word_class("bare_de_noun", "bare_het_noun"):
        return False  # "beheer en schadebestrijding"
    # "De begane grond"
    may_describe = before.endswith("e") and not classes_of(before) and number > 1
    if may_describe and passage.lowered_words[number - 2] in word_class("determiner"):
        return False
    # "Van hardware en besturingssysteem": the first may stand alone, unless the second is an act of both.
    may_stand = before == "zowel" or before in word_class("preposition")
    sure = LISTED if may_stand and not compound.endswith("ing") else LINKED
    is_listed = gap_behind(passage, number - 1) in (", ", " / ")
    is_bare = certainty >= PRODUCTIVE and passage.kind in RUNNING and not is_listed
    is_bare = is_bare and _is_bare_thing(word, before)
    # "zaterdag en zondag": what the dictionary has is a word of its own.
    is_bare = is_bare and (classes_of(compound) == "" or before == "zowel")
    least = PRODUCTIVE if is_bare or (passage.kind == "value" and not before) else sure
    if certainty < least or (before != "zowel" and _OF_ITS_OWN.match_before(passage, start)):
        return False
    # "natuur, landbouw en klimaatactie", "schaken, tennis en voetbal"
    return not is_listed or (certainty_of(before, compound) >= certainty and not compound.startswith(before))


@cache
def _is_bare_thing(word: str, before: str) -> bool:
    """Tell whether a noun for one thing lacks its article: "zowel zee als luchttransport"."""
    may_act = is_actor(word) or word in word_class("feminine", "neuter_body", "branch", "role", "person_noun")
    is_thing = (is_countable(word) or (before == "zowel" and is_verb_stem(word))) and not is_no_first(word)
    return is_thing and not may_act and before not in prepositions() and before not in _ABOUT


@cache
def certainty_of(word: str, compound: str) -> float:
    """Return how sure it is that a word is a first part of the last part of a compound too."""
    known = compounds()
    return max(
        (
            known.certainty(word, compound[at:])
            for at in range(3, len(compound) - 2)
            if known.can_begin(compound[:at]) or (known.can_end(compound[at:]) and is_noun(compound[:at]))
        ),
        default=0.0,
    )
