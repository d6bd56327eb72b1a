# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether an unknown word is evidently a slip: a small change of a word that is common.

A public text has rare words, names and dialect that no dictionary lists, and any of them is near some word.
A slip is a usual one, or for a word that is common, or deep in a long word of which the rest is right.
"""

from __future__ import annotations

from jvom.analysis.compounds import compounds
from jvom.analysis.languages import is_personal_name
from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.common_words import is_common
from jvom.checks.rules.spelling.compound_parts import SHORTEST_FIRST
from jvom.checks.rules.spelling.dictionary import Dictionary, is_english
from jvom.checks.rules.spelling.edits import simple_edits
from jvom.dutch.typos import typo

#: In a word of fewer letters a slip for a rarer one is not evident; with another letter it takes more.
_SHORTEST_RARE, _SHORTEST_RARE_OTHER = 9, 12
#: A word of fewer letters is another letter, or any, away from a common one by accident: "lejon", "oba".
_SHORTEST_OTHER, SHORTEST = 7, 4
#: A shorter part before a hyphen is foreign.
_SHORTEST_PART = 8
#: The slips of the fingers other than another letter.
_SMALL = ("more", "less", "swapped")
#: What rare forms of known words end in besides: comparatives, agents, plurals, genitives; and in all.
_MORE, _ENDS = ("r", "s", "n", "'s", "’s"), tuple("enrs")


def is_evident(word: str, meant: str, dictionary: Dictionary, *, usual: bool) -> bool:
    """Tell whether a word is evidently a slip for another, which is known; `usual` is a common mistake."""
    written, small = word.lower(), meant.lower()
    if written == small:
        last = meant.rpartition("-")[2]
        return is_common(last, dictionary) and not is_personal_name(last)  # "aloë vera"
    first, _, second = small.partition(" ")
    if second:
        longest = max(first, second, key=len)
        if first in word_class("article") and "a" in classes_of(second):
            return False  # "dekoloniaal"
        is_prefix = first in word_class("verb_prefix", "free_preposition", "before_past_participle")
        # "In hoeverre", "op zijn", not "om kleuring".
        may_be = not is_prefix or not classes_of(second) or second in word_class("small_word", "loose")
        return may_be and (" " in second or len(longest) < SHORTEST or is_common(longest, dictionary))
    before, _, last = written.rpartition("-")
    meant_before, _, meant_last = small.rpartition("-")
    if before and last == meant_last and before != meant_before:
        # "Chroot-omgeving", with a foreign first part.
        is_long = len(before) >= _SHORTEST_PART
        return usual or (is_long and is_evident(before, meant_before, dictionary, usual=False))
    if usual and ("." in small or is_common(meant, dictionary)):
        return True
    # Of a word that is made of others, or short and rare, a usual mistake may be another word: "ontschotte".
    is_known = dictionary.lists(meant) or classes_of(small) or compounds().parts(small)
    if usual and len(written) >= _SHORTEST_RARE and is_known:
        return True
    kind = typo(written, small) or ("more" if small in simple_edits(written) else "")
    is_form = any(written == small + ending for ending in _MORE) and classes_of(small) != ""
    if len(written) < SHORTEST or is_form:
        return False
    if is_common(meant, dictionary):
        shortest = {"": _SHORTEST_RARE, "other": _SHORTEST_OTHER}.get(kind, SHORTEST)
        return len(word) >= shortest
    if len(word) < (_SHORTEST_RARE if kind in _SMALL else _SHORTEST_RARE_OTHER):
        return False
    is_cut = small[:-1] == written and not small.endswith(_ENDS)
    if kind != "swapped" and not is_cut and (written[0] != small[0] or written[-1] != small[-1]):
        return False
    return (kind != "" and dictionary.lists(meant)) or _has_evident_part(written, small, dictionary)


def _has_evident_part(written: str, meant: str, dictionary: Dictionary) -> bool:
    """Tell whether the part of a compound that is written otherwise is common, and the rest known.

    As it is written it is no word, unless only the linking s lacks.
    """
    for at in range(SHORTEST_FIRST, len(meant) - SHORTEST_FIRST + 1):
        first, second = meant[:at], meant[at:]
        bare = first.removesuffix("-").removesuffix("s")
        if written.startswith(first):
            old, changed, is_known = written[at:], second, any(map(dictionary.has, (first, bare)))
        elif written.endswith(second):
            old, changed, is_known = written.removesuffix(second), bare, dictionary.has(second)
        else:
            continue
        is_evident_part = old == bare or (
            not (dictionary.has(old) or is_english(old))
            and (
                is_common(changed, dictionary)
                or (len(changed) >= _SHORTEST_RARE and dictionary.lists(changed))
                or _has_evident_part(old, changed, dictionary)
            )
        )
        if is_evident_part and is_known:
            return True
    return False
