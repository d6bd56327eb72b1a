# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that Dutch makes of others: compounds and derivations, which no dictionary has all of."""

from __future__ import annotations

from jvom.analysis.compounds import compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.dictionary import Dictionary

# Endings of a first part that always need a linking s.
_WITH_S = ("heid", "teit", "schap", "ing")


def is_compound(word: str, dictionary: Dictionary, *, inner: bool = False) -> bool:
    """Tell whether a word is a compound of known parts, with a linking s where one belongs.

    The last part is a noun, or a long word after a common first part; the first part is a word, a name (with
    its capital), or a prefix. The last part may be a compound itself.
    """
    known = compounds()
    small = word.lower()
    for prefix in word_class("attached_prefix"):
        if small.startswith(prefix) and len(word) - len(prefix) > 4 and dictionary.has(small[len(prefix) :]):
            return True
    for at in range(len(word) - 3, 2, -1):
        first, second = word[:at], small[at:]
        if first.endswith(_WITH_S) or (len(second) < 5 and second not in word_class("short_second")):
            continue
        begins = known.can_begin(first.lower())
        if not begins and (len(first) < 5 or not _is_first_part(first, dictionary)):
            continue
        if dictionary.has(second):
            if known.is_noun(second) or (begins and len(first) > 3 and len(second) > 5):
                return True
        elif not inner and len(second) > 7 and is_compound(second, dictionary, inner=True):
            return True
    return False


def _is_first_part(first: str, dictionary: Dictionary) -> bool:
    """Tell whether a first part is a word, possibly with a linking s."""
    return dictionary.has(first) or (first[-1] == "s" and dictionary.has(first[:-1]))


# Shorter parts are in too many words by accident.
_SHORTEST_FIRST, _SHORTEST_SECOND, _SHORTEST_ADJECTIVE = 3, 4, 5
#: Behind this many letters a first part may be short, even if no other word begins with it.
_LONG_SECOND = 8
_SHORTEST, _SHORTEST_BASE, _SHORTEST_STEM = 9, 6, 5


def is_made_up(word: str, dictionary: Dictionary, *, inner: bool = False) -> bool:
    """Tell whether a word (small letters) is made of words that the dictionary lists.

    Of two nouns, of a noun or an adjective and an adjective, or of one word with a prefix or an ending.
    """
    if not inner and _is_derived(word, dictionary):
        return True
    for at in range(len(word) - _SHORTEST_FIRST, _SHORTEST_FIRST - 1, -1):
        first, second = word[:at], word[at:]
        if _is_first(first, len(second)) and (
            _is_second(second, len(first))
            or (
                not inner
                and len(second) > 2 * _SHORTEST_SECOND
                and is_made_up(second, dictionary, inner=True)
            )
        ):
            return True
    return False


def unknown_second(word: str) -> str:
    """Return what is behind the longest listed noun that a word (small letters) begins with; "" for none."""
    for at in range(len(word) - _SHORTEST_SECOND, _SHORTEST_STEM - 1, -1):
        if "n" in classes_of(word[:at]) or compounds().can_begin(word[:at]):
            return word[at:]
    return ""


def _is_first(word: str, behind: int) -> bool:
    """Tell whether a listed noun or adjective may be the first part, before so many letters."""
    needs_s = word.endswith(_WITH_S) and not word.endswith(tuple(word_class("loanword")))
    if needs_s or word in _function_words():
        return False
    if compounds().can_begin(word):
        return True
    classes = classes_of(word)
    if behind < _LONG_SECOND and len(word) <= _SHORTEST_SECOND:
        return False
    is_stem = behind >= _LONG_SECOND and "v" in classes_of(f"{word}en")
    return is_stem or "n" in classes or (classes == "a" and word[-1] != "e")


def _is_second(word: str, before: int) -> bool:
    """Tell whether a listed noun or adjective may be the last part, behind so many letters."""
    if word in word_class("adjective_ending"):
        return before >= _SHORTEST_SECOND
    never = _function_words() | word_class("never_second") | word_class("by_accident")
    if len(word) + before < _SHORTEST or word in never:
        return False
    classes = classes_of(word)
    if "n" in classes:
        return True
    return before >= _SHORTEST_SECOND and classes[:1] == "a" and len(word) >= _SHORTEST_ADJECTIVE


def _function_words() -> frozenset[str]:
    return word_class("small_word") | word_class("never_first") | word_class("loose") | word_class("opening")


def _is_derived(word: str, dictionary: Dictionary) -> bool:
    for prefix in word_class("free_prefix"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_BASE and dictionary.has(rest):
            return prefix != "on" or classes_of(rest).startswith("a")
    for ending in word_class("free_ending"):
        base, needed, instead = ending.split("/")
        stem = word.removesuffix(base)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        known = stem + instead
        if needed in classes_of(known) if needed else dictionary.has(known):
            return True
    return False
