# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the lexicon and the list of compounds from a Hunspell dictionary, when the package is built.

The dictionary is OpenTaal's: its flags are two characters, and its rules for endings say with ``ts:`` which
class of words they make.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from jvom.analysis.compounds import OFTEN, CompoundFile
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_tables import make_table

#: The class of a word by the first letters of its flags, or of the ``ts:`` of a rule: plurals and diminutives
#: are of nouns, comparatives of adjectives, tenses of verbs; participles are adjectives too.
_BY_FLAG = {"Ve": "a", "Z": "n", "Y": "n", "Ca": "n", "Cb": "n", "Cc": "n", "A": "a", "V": "v"}
#: Ends of nouns for a field or a movement, which have no plural and so no flags: "hydrografie".
_FIELDS = ("grafie", "logie", "nomie", "metrie", "sofie", "urgie", "kunde", "tiek", "isme")
_BY_RULE = {"NN": "n", "AJ": "a", "VBp": "a", "VB": "v", "PP": "a"}


class _Ending(msgspec.Struct, frozen=True):
    """A rule of the affix file: what it strips from a word, what it appends, and how the word must end."""

    off: str
    on: str
    condition: re.Pattern[str]
    letter: str


def lexicon(dictionary: str, affixes: str) -> dict[str, str]:
    """Return what ``lexicon.table`` has of each word: a letter for each of its classes.

    It is made of a dictionary and its affixes (the text of ``nl.dic`` and ``nl.aff``).
    """
    endings, prefixes = _endings(affixes), _prefixes(affixes)
    found: dict[str, set[str]] = {}
    for word, flags in _entries(dictionary).items():
        if not flags and word.endswith(_FIELDS):
            found.setdefault(word, set()).add("n")
        for flag in flags:
            if letter := _letter(_BY_FLAG, flag):
                found.setdefault(word, set()).add(letter)
            if prefix := prefixes.get(flag):
                found.setdefault(word, set()).add("v")
                found.setdefault(prefix + word, set()).add("v")
            for ending in endings.get(flag, ()):
                if ending.condition.search(word):
                    made = word[: len(word) - len(ending.off)] + ending.on
                    found.setdefault(made, set()).add(ending.letter)
    return {word: "".join(sorted(letters)) for word, letters in found.items()}


def compound_list(dictionary: str, more: str) -> CompoundFile:
    """Return what ``compounds.msgpack`` has, from a dictionary and our own list.

    A compound counts when it is in the dictionary, its second part is a noun there, and its first part a
    noun, with or without a linking s. `more` has a first part a line, with second parts behind it.
    """
    flags = _entries(dictionary)
    known = {word for word, each in flags.items() if "Fw" not in each}
    nouns = {
        word
        for word in known
        if any(flag[0] in "ZY" or flag in ("Ca", "Cb", "Cc") for flag in flags[word])
        and not any(flag[0] == "A" for flag in flags[word])
    }
    found: dict[str, set[str]] = {}
    for word in known:
        for at in range(3, len(word) - 2):
            first, second = word[:at], word[at:]
            if second in nouns and (first in nouns or (first[-1] == "s" and first[:-1] in nouns)):
                found.setdefault(first, set()).add(second)
    adjectives = {word for word in known if any(flag[0] == "A" for flag in flags[word])}
    for first in word_class("loose") & found.keys():
        del found[first]
    for line in more.splitlines():
        first, *seconds = line.split()
        found.setdefault(first, set()).update(seconds)
    chosen = {
        first: " ".join(sorted(second - word_class("never_second")))
        for first, second in sorted(found.items())
        if not (first[-1] == "e" and _adjective(first[:-1]) & adjectives)
    }
    listed = {first: seconds for first, seconds in chosen.items() if seconds}
    firsts = {first: len(seconds.split()) for first, seconds in listed.items()}
    ends = Counter(second for seconds in listed.values() for second in seconds.split())
    return CompoundFile(_often_and_not(firsts), _often_and_not(ends), make_table(listed))


def _often_and_not(counts: Mapping[str, int]) -> tuple[str, str]:
    """Return the words that are a part of many compounds, and those that are of fewer."""
    words = sorted(counts)
    return (
        " ".join(word for word in words if counts[word] >= OFTEN),
        " ".join(word for word in words if counts[word] < OFTEN),
    )


def _entries(dictionary: str) -> Mapping[str, set[str]]:
    """Return the flags of each word of letters only; OpenTaal writes ij as one letter."""
    flags: dict[str, set[str]] = {}
    for line in dictionary.splitlines()[1:]:
        word, _, rest = line.replace("ĳ", "ij").partition("/")
        if word.isalpha() and word.islower():
            letters = rest.partition(" ")[0]
            flags.setdefault(word, set()).update(letters[at : at + 2] for at in range(0, len(letters), 2))
    return flags


def _endings(affixes: str) -> Mapping[str, list[_Ending]]:
    """Return the rules for endings that make a word of a known class, by their flag."""
    found: dict[str, list[_Ending]] = {}
    for flag, off, on, condition, *tags in _rules(affixes, "SFX"):
        made = on.partition("/")[0]
        names = [tag.removeprefix("ts:") for tag in tags if tag.startswith("ts:")]
        letter = next((letter for name in names if (letter := _letter(_BY_RULE, name))), "")
        if made.isalpha() and letter:
            ending = _Ending("" if off == "0" else off, made, re.compile(f"{condition}$"), letter)
            found.setdefault(flag, []).append(ending)
    return found


def _prefixes(affixes: str) -> Mapping[str, str]:
    """Return the prefixes of verbs by their flags: P and a small letter."""
    return {
        flag: on
        for flag, _, on, *_ in _rules(affixes, "PFX")
        if flag[0] == "P" and flag[1].islower() and on.isalpha()
    }


def _rules(affixes: str, kind: str) -> Iterator[list[str]]:
    """Yield the fields of the rules of a kind after the kind: flag, to strip, to append, condition, tags."""
    for line in affixes.replace("ĳ", "ij").splitlines():
        fields = line.split()
        if len(fields) > 4 and fields[0] == kind:
            yield fields[1:]


def _letter(letters: Mapping[str, str], name: str) -> str:
    """Return the letter of the class that a flag or tag begins with; "" for none."""
    return next((letter for start, letter in letters.items() if name.startswith(start)), "")


def _adjective(stem: str) -> set[str]:
    """Return the adjectives whose inflected form may be `stem` and an e: "halv" gives half."""
    forms = {stem, f"{stem[:-1]}f", f"{stem[:-1]}s", f"{stem[:-1]}{stem[-2:]}"}
    return forms | {stem[:-1]} if stem[-1] == stem[-2:-1] else forms
