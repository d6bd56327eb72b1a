# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that Dutch makes of others: compounds and derivations, which no dictionary has all of."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.compound_parts import (
    SHORTEST,
    SHORTEST_SECOND,
    SHORTEST_STEM,
    has_free_ending,
    is_compound,
)
from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.dutch.verbs import infinitives_of

_MAKING_VERBS = ("be", "ver", "ont")
#: What verbs in -eren and their nouns and participles end in: "decompileren", "gedecompileerd".
_OF_EREN = ("eren", "eer", "eert", "eerde", "eerden", "eerd", "ering", "eringen", "atie", "aties")
#: What participles begin and end with: "kortgeschoold", "bijgerekend", "terugliggend".
_PAST, _PRESENT = "ge", ("end", "ende")
#: What participles begin with.
_OF_PARTICIPLE = ("ge", "be", "ver", "ont", "her")
#: What forms of a verb that is made of an adjective end in, where that is spelled alike.
_OF_VERBS = ("t", "d", "de", "den", "ing", "ingen")
#: What adjectives end in that a preposition may precede: "buitenstedelijk".
_OF_RELATION = ("lijk", "lijke", "isch", "ische", "aal", "ale", "eel", "ele")
#: What nouns with a plural in -s that are not in every dictionary end in: "watertaps", "stratificaties".
_BEFORE_S = (*"bdfgkmpt", "tie")


def is_formed(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is made of words that are known: a compound, or one with a prefix or an ending."""
    return _is_derived(word.lower(), dictionary) or is_compound(word, dictionary)


def is_act(word: str) -> bool:
    """Tell whether a word (small letters) may be a noun for what somebody keeps doing: "geprocedeer"."""
    stem = word.removeprefix(_PAST)
    return stem != word and len(stem) > 2 and any("v" in classes_of(verb) for verb in infinitives_of(stem))


def is_before_noun(word: str) -> bool:
    """Tell whether a word (small letters) is a preposition and a noun: "voordetachement"."""
    behind = (rest for _, rest in _divided(word, "before_new_noun"))
    return any(len(rest) > SHORTEST_STEM and "n" in classes_of(rest) for rest in behind)


def _is_derived(word: str, dictionary: Dictionary) -> bool:
    for prefix, rest in _divided(word, "free_prefix"):
        if len(rest) < SHORTEST_STEM:
            continue
        if prefix == "on":
            divided = _divided(rest, "before_participle", "before_past_participle")
            is_strong = rest.endswith("en") and any(each.startswith(_PAST) for _, each in divided)
            # "Onopgeslagen"
            if (
                classes_of(rest).startswith("a")
                or _is_verb_form(rest)
                or (is_strong and dictionary.has(rest))
            ):
                return True
        elif dictionary.has(rest) or has_free_ending(rest, dictionary):
            return True
    behind = (rest for _, rest in _divided(word, "numeral", "free_preposition"))
    # "Buitenplanse": with the ending of an adjective.
    long = (
        each for rest in behind for each in (rest, rest.removesuffix("se")) if len(each) >= SHORTEST_SECOND
    )
    if any("n" in classes_of(rest) or is_compound(rest, dictionary, inner=True) for rest in long):
        return True
    if any(
        rest.endswith(_OF_RELATION) and "a" in classes_of(rest)
        for _, rest in _divided(word, "free_preposition")
    ):
        return True
    participles = _divided(word, "before_participle", "before_past_participle")
    if any(_is_participle(rest, first, dictionary) for first, rest in participles):
        return True
    # "Vooruitkijkt", in a clause.
    apart = (rest for _, rest in _divided(word, "before_verb_form") if len(rest) >= SHORTEST_SECOND)
    if any("v" in classes_of(rest) for rest in apart):
        return True
    # "Tweedepijlerpensioen": an adjective before a compound.
    if any(is_compound(rest, dictionary, inner=True) for _, rest in _divided(word, "ordinal_part")):
        return True
    # "Getegeld", "het rastert": of a verb that is a noun in -el or -er as well.
    noun = word.removeprefix(_PAST).removesuffix("e").removesuffix("t" if word.endswith("t") else "d")
    is_tool = noun.endswith(("el", "er")) and len(noun) >= SHORTEST_STEM and classes_of(noun) == "n"
    if is_tool and (word == f"{noun}t" or word.startswith(f"{_PAST}{noun}d")):
        return True
    # "Gebonden" from "gebondene", and "de gebrekkigen" from "gebrekkige".
    is_adjective = word.endswith("en") and (dictionary.lists(f"{word}e") or classes_of(word[:-1]) == "a")
    # "Gelote burgers", "de Verrezene"
    vowel, last = word[-3:-2], word[-2:-1]
    if word[-1] == "e" and word.startswith(_OF_PARTICIPLE) and len(word) > SHORTEST_STEM:
        is_open = vowel in "aou" and last in "td" and dictionary.has(f"{word[:-2]}{vowel}{last}")
        if is_open or (last == "n" and word[-4] not in "aeou" and dictionary.has(word[:-1])):
            return True
    return (
        is_adjective
        or has_free_ending(word, dictionary)
        or _is_verb_form(word)
        or _is_of_made_verb(word)
        or _is_undone(word, dictionary)
    )


def _is_undone(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is of a verb in -eren with "de" before it: "decompileren", "gedecompileerd"."""
    rest = word.removeprefix("ge").removeprefix("de")
    is_one = rest != word and word.startswith(("de", "gede")) and rest.endswith(_OF_EREN)
    return is_one and (dictionary.has(rest) or dictionary.has(f"ge{rest}"))


def is_plural(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is the regular plural of one that the dictionary has in the singular only.

    "Gehoren", "de aangetredenen" and, where it has no plural in -en, "watertaps".
    """
    if word.endswith("enen"):
        return _PAST in word[: -len("enen")] and dictionary.has(word[:-2])
    if word.endswith("en"):
        nouns = (each for each in singulars(word) if "n" in classes_of(each) and len(each) >= SHORTEST_STEM)
        return any(
            word in infinitives_of(each) and not any(map(dictionary.has, infinitives_of(each)))
            for each in nouns
            if word != f"{each}en" or each[-3] != each[-2]
        )
    noun = word.removesuffix("s")
    is_noun = noun != word and noun.endswith(_BEFORE_S) and classes_of(noun) in ("", "n")
    return (
        is_noun
        and len(noun) > SHORTEST_STEM
        and dictionary.has(noun)
        and not any(map(dictionary.has, infinitives_of(noun)))
    )


def _divided(word: str, *classes: str) -> Iterator[tuple[str, str]]:
    """Yield each word of some classes that a word begins with, and what is behind it."""
    return ((first, word.removeprefix(first)) for first in word_class(*classes) if word.startswith(first))


def _is_participle(word: str, first: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a participle that a first part may precede, too long to be one by accident."""
    if len(word) <= SHORTEST_STEM + 1:
        return False
    if word.startswith(_PAST) and ("a" in classes_of(word) or (word.endswith("en") and dictionary.has(word))):
        return True
    is_present = word.endswith(_PRESENT) and dictionary.has(word)
    is_infinitive = word.endswith("en") and classes_of(word) in ("v", "nv")
    return (is_present or is_infinitive) and first in word_class("before_participle")


def _is_verb_form(word: str) -> bool:
    """Tell whether a word is a form of a verb that a prefix makes of another: beprijsde."""
    return any(
        word.startswith(prefix) and "v" in classes_of(word.removeprefix(prefix)) and len(word) >= SHORTEST
        for prefix in _MAKING_VERBS
    )


def _is_of_made_verb(word: str) -> bool:
    """Tell whether a word is of a verb that "ver" makes of an adjective, or "ont" of a noun: ontrechting."""
    prefix = next(filter(word.startswith, ("ver", "ont")), None)
    if prefix is None:
        return False
    rest = word.removeprefix(prefix)
    stems = ((rest.removesuffix(end), end) for end in _OF_VERBS if rest.endswith(end))
    return any(
        (classes_of(stem) == "a" or (prefix == "ont" and "n" in classes_of(stem)))
        and len(stem) >= SHORTEST_SECOND
        # "Verduurzaming" has one vowel less.
        and (end[0] != "i" or (stem[-3] != stem[-2] and f"{stem}en" in infinitives_of(stem)))
        for stem, end in stems
    )
