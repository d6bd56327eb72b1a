# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that Dutch makes of others: compounds and derivations, which no dictionary has all of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.compounds import LINKING_ENDINGS, compounds, singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.dutch.verbs import infinitives_of

#: Endings of a first part that always need a linking s.
_WITH_S = tuple(ending[:-1] for ending in LINKING_ENDINGS[:4])
#: Shorter parts are in too many words by accident, as are shorter words.
_SHORTEST_FIRST, _SHORTEST_SECOND, _SHORTEST_STEM, _SHORTEST = 3, 4, 5, 9
#: Behind this many letters a first part may be short, even if no other word begins with it.
_LONG_SECOND = 8
_MAKING_VERBS = ("be", "ver", "ont")
#: What participles begin and end with: "kortgeschoold", "bijgerekend", "terugliggend".
_PAST, _PRESENT = "ge", ("end", "ende")
#: What forms of a verb that is made of an adjective end in, where that is spelled alike.
_OF_VERBS = ("t", "d", "de", "den", "ing", "ingen")
#: What nouns with a plural in -s that are not in every dictionary end in: "watertaps", "botnets".
_BEFORE_S = tuple("bdfgkmpt")


def is_formed(word: str, dictionary: Dictionary, *, inner: bool = False) -> bool:
    """Tell whether a word is made of words that are known: a compound, or one with a prefix or an ending.

    The last part of a compound is a noun or an adjective, and may be a compound itself; the first part is a
    noun, an adjective, the stem of a verb or a name (with its capital), with a linking s where one belongs.
    """
    small = word.lower()
    if not inner and _is_derived(small, dictionary):
        return True
    for at in range(len(word) - _SHORTEST_FIRST, _SHORTEST_FIRST - 1, -1):
        first, second = word[:at], small[at:]
        is_one = _is_second(second, first.lower(), dictionary)
        may_be_more = not inner and len(second) >= _LONG_SECOND
        # Asked last, since the dictionary needs long for what is no word.
        if (is_one or (may_be_more and is_formed(second, dictionary, inner=True))) and _is_first(
            first, len(second), dictionary
        ):
            # "Vergader-ring" is a typo.
            return not (first[-1] == second[0] and dictionary.lists(first + second[1:]))
    return False


def is_act(word: str) -> bool:
    """Tell whether a word (small letters) may be a noun for what somebody keeps doing: "geprocedeer"."""
    stem = word.removeprefix(_PAST)
    return stem != word and len(stem) > 2 and any("v" in classes_of(verb) for verb in infinitives_of(stem))


def is_before_noun(word: str) -> bool:
    """Tell whether a word (small letters) is a preposition and a noun: "voordetachement"."""
    behind = (rest for _, rest in _divided(word, "before_new_noun"))
    return any(len(rest) > _SHORTEST_STEM and "n" in classes_of(rest) for rest in behind)


def unknown_second(word: str) -> str:
    """Return what is behind the longest first part that a word (small letters) begins with; "" for none."""
    for at in range(len(word) - _SHORTEST_SECOND, _SHORTEST_STEM - 1, -1):
        first = word[:at]
        if first not in _function_words() and ("n" in classes_of(first) or compounds().can_begin(first)):
            return word[at:]
    return ""


@cache
def _function_words() -> frozenset[str]:
    loose = word_class("loose") - word_class("loose_noun")
    return word_class("small_word", "never_first", "opening") | loose


@cache
def _never_second() -> frozenset[str]:
    return _function_words() | word_class("never_second", "by_accident")


def _is_first(word: str, behind: int, dictionary: Dictionary) -> bool:
    """Tell whether a word may be the first part, before so many letters."""
    small = word.lower()
    if small in word_class("free_first") and behind >= _SHORTEST_SECOND:
        return True
    if small in _function_words():
        return False
    if small.endswith(_WITH_S) and not compounds().begins_often(small):
        return small.endswith(tuple(word_class("loanword")))
    if compounds().can_begin(small):
        return True
    if behind < _LONG_SECOND and len(word) <= _SHORTEST_SECOND:
        return False
    classes = classes_of(small)
    if "n" in classes or (classes == "a" and small[-1] != "e"):
        return True
    is_long = len(word) >= _SHORTEST_STEM or behind >= _LONG_SECOND
    if is_long and any("v" in classes_of(verb) for verb in infinitives_of(small)):
        return True
    bare = word.removesuffix("s")
    if bare.lower() in word_class("unlisted"):
        return True
    known = dictionary.has(word) or dictionary.has(bare)
    # "Wegverkeers" is of a noun, though its parts are a verb as well.
    tails = (bare[at:].lower() for at in range(_SHORTEST_FIRST, len(bare) - _SHORTEST_SECOND))
    may_be_noun = "v" not in (classes, classes_of(bare.lower())) or any(
        "n" in classes_of(tail) for tail in tails
    )
    return len(word) >= _SHORTEST_STEM and known and may_be_noun


def _is_second(word: str, first: str, dictionary: Dictionary) -> bool:
    """Tell whether a word may be the last part, behind a first one."""
    before, begins = len(first), compounds().can_begin(first)
    if word in word_class("adjective_ending") or word in word_class("short_second"):
        return begins or before >= _SHORTEST_SECOND
    if word in word_class("short_noun"):
        return begins and before > _SHORTEST_STEM
    if len(word) < _SHORTEST_SECOND or len(word) + before < _SHORTEST:
        return False
    if len(word) < _LONG_SECOND - 1 and word in _never_second() and not compounds().ends_often(word):
        return False
    if begins and min(before + 2, len(word)) > _SHORTEST_STEM and dictionary.has(word):
        return True
    classes = classes_of(word)
    is_infinitive = "a" in classes_of(f"{word}d") and before >= _SHORTEST_STEM
    is_adjective = classes[:1] == "a" and before >= _SHORTEST_SECOND < len(word)
    return "n" in classes or is_infinitive or is_adjective


def _is_derived(word: str, dictionary: Dictionary) -> bool:
    for prefix, rest in _divided(word, "free_prefix"):
        if len(rest) < _SHORTEST_STEM:
            continue
        if prefix == "on":
            if classes_of(rest).startswith("a") or _is_verb_form(rest):
                return True
        elif dictionary.has(rest) or _has_free_ending(rest, dictionary):
            return True
    behind = (rest for _, rest in _divided(word, "numeral", "free_preposition"))
    # "Buitenplanse": with the ending of an adjective.
    long = (
        each for rest in behind for each in (rest, rest.removesuffix("se")) if len(each) >= _SHORTEST_SECOND
    )
    if any("n" in classes_of(rest) or is_formed(rest, dictionary, inner=True) for rest in long):
        return True
    participles = _divided(word, "before_participle", "before_past_participle")
    if any(_is_participle(rest, first, dictionary) for first, rest in participles):
        return True
    # "Tweedepijlerpensioen": an adjective before a compound.
    if any(is_formed(rest, dictionary, inner=True) for _, rest in _divided(word, "ordinal_part")):
        return True
    # "Gebonden" from "gebondene", and "de gebrekkigen" from "gebrekkige".
    is_adjective = word.endswith("en") and (dictionary.lists(f"{word}e") or classes_of(word[:-1]) == "a")
    return is_adjective or _has_free_ending(word, dictionary) or _is_verb_form(word) or _is_of_adjective(word)


def is_plural(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is the regular plural of one that the dictionary has in the singular only.

    "Gehoren", "de aangetredenen" and, where it has no plural in -en, "watertaps".
    """
    if word.endswith("enen"):
        return _PAST in word[: -len("enen")] and dictionary.has(word[:-2])
    if word.endswith("en"):
        nouns = (each for each in singulars(word) if "n" in classes_of(each) and len(each) >= _SHORTEST_STEM)
        return any(
            word in infinitives_of(each) and not any(map(dictionary.has, infinitives_of(each)))
            for each in nouns
            if word != f"{each}en" or each[-3] != each[-2]
        )
    noun = word.removesuffix("s")
    is_noun = noun != word and noun.endswith(_BEFORE_S) and classes_of(noun) in ("", "n")
    return (
        is_noun
        and len(noun) > _SHORTEST_STEM
        and dictionary.has(noun)
        and not any(map(dictionary.has, infinitives_of(noun)))
    )


def _divided(word: str, *classes: str) -> Iterator[tuple[str, str]]:
    """Yield each word of some classes that a word begins with, and what is behind it."""
    return ((first, word.removeprefix(first)) for first in word_class(*classes) if word.startswith(first))


def _is_participle(word: str, first: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a participle that a first part may precede, too long to be one by accident."""
    if len(word) <= _SHORTEST_STEM + 1:
        return False
    if word.startswith(_PAST) and ("a" in classes_of(word) or (word.endswith("en") and dictionary.has(word))):
        return True
    is_present = word.endswith(_PRESENT) and dictionary.has(word)
    return is_present and first in word_class("before_participle")


def _has_free_ending(word: str, dictionary: Dictionary) -> bool:
    for ending in word_class("free_ending"):
        base, needed, instead = ending.split("/")
        stem = word.removesuffix(base)
        if stem == word or len(stem) < _SHORTEST_STEM or word.endswith("ss"):
            continue
        known = infinitives_of(stem) if instead == "en" else (stem + instead,)
        if any(needed in classes_of(each) if needed else dictionary.has(each) for each in known):
            return True
    return False


def _is_verb_form(word: str) -> bool:
    """Tell whether a word is a form of a verb that a prefix makes of another: beprijsde."""
    return any(
        word.startswith(prefix) and "v" in classes_of(word.removeprefix(prefix)) and len(word) >= _SHORTEST
        for prefix in _MAKING_VERBS
    )


def _is_of_adjective(word: str) -> bool:
    """Tell whether a word is a form of a verb that "ver" makes of an adjective: verruigt, verruiging."""
    rest = word.removeprefix("ver")
    stems = (rest.removesuffix(end) for end in _OF_VERBS if rest.endswith(end))
    return rest != word and any(classes_of(stem) == "a" and len(stem) >= _SHORTEST_SECOND for stem in stems)
