# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which Dutch words are nouns and of which kind, and which words noun phrases begin and end with."""

from __future__ import annotations

from functools import cache

from jvom.analysis.compounds import LINKING_ENDINGS, compounds, singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.dutch.dates import MONTHS, WEEKDAYS
from jvom.dutch.verbs import infinitives_of

#: Ends that only nouns have.
_NOUN_ENDINGS = ("ing", "atie", "heid", "iteit", "grafie", "logie", "nomie", "metrie", "kunde", "tiek")
_SHORTEST_PART = 4
#: Ends of nouns that take "de".
_DE_ENDINGS = ("ing", "heid", "teit", "atie", "ie", "nis")
_DE, _HET = frozenset("de deze elke iedere onze".split()), frozenset("het dit elk ieder ons".split())
#: What is before the stem of a participle, behind "aan", "voort" and the like at most.
_BEFORE_STEMS = ("ge", "be", "ver", "ont", "her")
#: How words begin that the list takes for compounds: "waarnaartoe".
_ADVERBS = ("waar", "daar", "hier")
_SHORTEST_FIRST = 3
#: The ends of words that the dictionary has as nouns too, and of adjectives.
_NO_FIRST = (
    "ere",
    "ste",
    "end",
    "aire",
    "ieve",
    "ische",
    "iële",
    "nele",
    "gebonden",
    "vrije",
    "volle",
    "arme",
    "rijke",
    "loze",
    "halve",
)


@cache
def is_noun(word: str, *, also_verb: bool = False) -> bool:
    """Tell whether a word, singular or plural, is a noun that compounds are made of, and nothing else."""
    classes, known = classes_of(word), compounds()
    if not classes:
        parts = known.parts(word)
        is_made = parts is not None and len(parts[0]) >= _SHORTEST_PART and not word.startswith(_ADVERBS)
        return is_made and not is_participle(word)
    if classes != "n" and not (also_verb and classes == "nv"):
        return False
    is_known = known.can_end(word) or any(
        known.can_begin(each)
        or (each != word and len(each) > 3 and classes_of(each) == "n")
        or (each.endswith(_NOUN_ENDINGS) and classes_of(each) == "n")
        for each in singulars(word)
    )
    return is_known or _has_plural(word)


@cache
def is_participle(word: str) -> bool:
    """Tell whether a word (small letters) is a past participle, or is seldom anything else: "verbonden"."""
    parts = word_class("before_participle", "before_past_participle")
    for end in filter(word.endswith, word_class("strong_participle")):
        before = word.removesuffix(end)
        if any(before.endswith(each) and before[: -len(each)] in parts | {""} for each in _BEFORE_STEMS):
            return True
    return not classes_of(word) and any(
        word.startswith(f"{part}ge") and not {"v", "a"}.isdisjoint(classes_of(word[len(part) :]))
        for part in parts
    )


@cache
def is_countable(noun: str) -> bool:
    """Tell whether a singular has a plural, and is none of the kinds of nouns that often have no article."""
    return not noun.endswith(("ing", "heid", "teit", "schap", "isme", "ie")) and _has_plural(noun)


@cache
def may_be_bare(noun: str) -> bool:
    """Tell whether a noun (small letters) may be a phrase without an article: a plural, or a mass."""
    uncounted = word_class("bare_noun", "bare_de_noun", "bare_het_noun", "object_noun")
    return is_plural(noun) or (not needs_article(noun) and (noun in uncounted or not is_countable(noun)))


@cache
def takes_bare(noun: str, other: str) -> bool:
    """Tell whether a noun says how much there is of the other, or who does it: "een golf heffingen"."""
    return noun in word_class("measure", "head_of_field") and may_be_bare(other)


def is_plural(noun: str) -> bool:
    """Tell whether a noun (small letters) is the plural of another."""
    if not noun.endswith(("en", "ën", "s")) or (noun.endswith("s") and _has_plural(noun)):
        return False
    return any(
        each != noun and len(each) > 2 and ("n" in classes_of(each) or compounds().parts(each) is not None)
        for each in singulars(noun)
    )


#: What the last letter of a singular is in its plural: "huis", "brief".
_VOICED = {"s": "z", "f": "v"}


def _has_plural(noun: str) -> bool:
    plurals = [f"{noun}{ending}" for ending in ("en", "ën", "s", "'s", f"{noun[-1]}en")]
    plurals.append(f"{noun[:-2]}{noun[-1]}en")
    if noun[-1] in _VOICED:
        plurals.append(f"{noun[:-1]}{_VOICED[noun[-1]]}en")
    return any("n" in classes_of(each) and noun in singulars(each) for each in plurals)


@cache
def needs_article(noun: str) -> bool:
    """Tell whether a noun (small letters), or the last part of a compound, always has an article."""
    articled = word_class("articled", "articled_de", "articled_het")
    if classes_of(noun) in ("v", "a"):
        return False  # "handhaven", which ends like "haven"
    return noun in articled or any(
        noun[at:] in articled and (compounds().can_begin(noun[:at]) or "n" in classes_of(noun[:at]))
        for at in range(_SHORTEST_FIRST, len(noun) - 2)
    )


@cache
def is_linked(word: str) -> bool:
    """Tell whether a word (small letters) is a noun with the s that only first parts have: "bestuurs"."""
    is_noun = word.endswith("s") and not classes_of(word) and "n" in classes_of(word[:-1])
    return is_noun and (compounds().can_begin(word) or word.endswith(LINKING_ENDINGS))


@cache
def never_behind_noun(word: str) -> bool:
    """Tell whether a word (small letters) is a noun, and no verb that may be right behind another."""
    classes = classes_of(word)
    is_form = word.endswith(("t", "en", "aan", "de", "te", *word_class("strong_past")))
    is_past = word.endswith("d") and "a" in classes_of(f"{word}e")
    may_be_verb = is_form or is_past or word in word_class("noun_or_verb")
    return classes == "n" or (classes == "nv" and not may_be_verb)


@cache
def is_verb_stem(word: str) -> bool:
    """Tell whether a word (small letters) is the stem of a verb, and no noun with a plural."""
    is_stem = classes_of(word) in ("v", "nv") and "v" in map(classes_of, infinitives_of(word))
    is_inflected = word.endswith("t") and "v" in classes_of(word[:-1])  # "werkt", but "schiet"
    return is_stem and not is_inflected and not _has_plural(word)


def takes_de(noun: str) -> bool:
    """Tell whether a noun (small letters) is known to take "de", as each plural does."""
    known = noun in word_class("articled_de", "bare_de_noun") or noun.endswith(_DE_ENDINGS)
    return known or is_plural(noun)


@cache
def disagrees(determiner: str, noun: str) -> bool:
    """Tell whether a singular (small letters) takes the other article than a determiner before it says."""
    takes_het = noun in word_class("single_het_noun", "articled_het", "bare_het_noun")
    if is_plural(noun) or takes_het == takes_de(noun):
        return False
    return determiner in (_DE if takes_het else _HET)


def is_actor(noun: str) -> bool:
    """Tell whether a noun may act; one in -er only if it comes from a verb, unlike "terugkeer"."""
    is_doer = not noun.endswith("er") or classes_of(f"{noun[:-2]}en") != ""
    return is_doer and noun.endswith(tuple(word_class("actor")))


@cache
def is_made_up(noun: str) -> bool:
    """Tell whether a noun is a compound that a writer made: it tells what the one before it is about.

    As in "de basiskennis crisisbeheersing", "een hoorzitting bestemmingsplannen".
    """
    parts = compounds().parts(noun)
    if parts is None or not (classes_of(noun) == "" or parts[0].endswith(LINKING_ENDINGS)):
        return False
    # One thing has an article when it is what another is about: unlike "de munitie opslagplaats".
    return may_be_bare(noun) or may_be_bare(parts[1])


@cache
def is_no_first(word: str) -> bool:
    """Tell whether a word (small letters) is not the first part of a compound where it is before a noun."""
    is_adjective = word.endswith(_no_first_endings()) and not compounds().begins_often(word)
    return word in _no_firsts() or is_adjective or is_titled(word)


@cache
def is_titled(word: str) -> bool:
    """Tell whether a word, or its last part, is one that a noun explains: "de voortgangsbrief politie"."""
    return word in word_class("titled") or (
        word.endswith(tuple(word_class("titled_ending"))) and compounds().parts(word) is not None
    )


@cache
def _no_first_endings() -> tuple[str, ...]:
    return (*_NO_FIRST, *word_class("joined_adjective"))


@cache
def _no_firsts() -> frozenset[str]:
    names = ("loose", "never_first", "holder", "titled", "named", "time", "determiner", "small_word")
    return word_class(*names).union(MONTHS, WEEKDAYS)


def is_determiner(word: str) -> bool:
    """Tell whether a noun phrase may begin with a word (small letters), as with an article or numeral."""
    return word in word_class("determiner", "plural_determiner", "numeral")


@cache
def openers() -> frozenset[str]:
    """Return the words that a noun phrase begins with, also one with a preposition."""
    return word_class("determiner", "preposition", "away_preposition", "numeral", "plural_determiner")


@cache
def closers() -> frozenset[str]:
    """Return the words that are no part of a compound, and mostly end a noun phrase."""
    names = ("small_word", "never_first", "never_second", "finite_verb", "holder", "loose")
    return word_class(*names).union(MONTHS, WEEKDAYS)


@cache
def prepositions() -> frozenset[str]:
    """Return the prepositions, also those that may be behind their noun."""
    return word_class("preposition", "away_preposition")


@cache
def idioms() -> frozenset[str]:
    """Return the nouns that often have a preposition and no article: "in beginsel"."""
    return word_class("phrase_noun", "bare_after_preposition")
