# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the word behind a name or term is a noun that it may make one word with."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jvom.analysis.compounds import compounds, singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace
from jvom.analysis.nouns import is_countable, is_noun, needs_article
from jvom.analysis.word_classes import word_class

_SHORTEST = 4
_PLURAL = ("en", "ën", "s")


def has_noun(place: NamePlace, is_meant: Callable[[str], bool]) -> bool:
    """Tell whether a Dutch noun is right behind a name or term, with only a space between them."""
    text, words, number = place.passage.text, place.passage.words, place.last + 1
    if number == len(words):
        return False
    start, end = words[number]
    return (
        end - start >= _SHORTEST
        and text[place.end : start].isspace()
        and text[start].isalpha()
        and text[start:end].islower()
        and not text.startswith(("-", "‑"), end)
        and place.passage.is_dutch(start, end)
        and is_meant(text[start:end])
    )


def has_verb(place: NamePlace) -> bool:
    """Tell whether the noun behind a name may be its verb: "als u een plug-in start"."""
    word, is_plural = place.word(len(place.words)), place.words[-1].endswith("s")
    is_noun = is_only_a_noun(word) or (is_plural_noun(word) and not is_plural)
    return not is_noun and word.endswith(("t", "en"))


def is_head(noun: str) -> bool:
    """Tell whether a word (small letters), singular or plural, is a noun that many compounds end in."""
    return not head_nouns().isdisjoint(singulars(noun))


def is_head_or_articled(noun: str) -> bool:
    """Tell whether a word is such a noun, or one that has an article when it is on its own."""
    return is_head(noun) or needs_article(noun)


def is_head_or_countable(noun: str) -> bool:
    """Tell whether a word is such a noun, or any that has a plural."""
    return is_head_or_articled(noun) or (is_noun(noun) and is_countable(noun))


def is_head_or_plural(noun: str) -> bool:
    """Tell whether a word is such a noun, or the plural of one."""
    return is_head_or_countable(noun) or (is_noun(noun) and any(map(is_countable, singulars(noun)[1:])))


def is_a_noun(noun: str) -> bool:
    """Tell whether a word (small letters) can be a noun, and is no verb or small word."""
    return "n" in classes_of(noun) and noun not in word_class(
        "small_word", "never_first", "finite_verb", "strong_past"
    )


def is_plural_noun(noun: str) -> bool:
    """Tell whether a noun (small letters) looks like a plural."""
    return noun.endswith(_PLURAL) and not is_countable(noun)


def is_only_a_noun(noun: str) -> bool:
    """Tell whether a word (small letters) is a noun and can be nothing else."""
    return (classes_of(noun) or "n" * compounds().is_noun(noun)) == "n"


@cache
def head_nouns() -> frozenset[str]:
    """Return the nouns, in the singular, that many compounds end in."""
    return word_class("count_noun", "head_noun", "after_thing")
