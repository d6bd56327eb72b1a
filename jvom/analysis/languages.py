# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which language a few words are in: Dutch, English, French, German, or unknown."""

from __future__ import annotations

from functools import cache

from jvom.analysis.phrase_grammar import listed_words
from jvom.data import DATA

#: Letters that only words of a language have; ``classes.txt`` has words that tell it, and ends of words.
_LETTERS = {
    "en": (),
    "fr": tuple("éèêàçùœ"),
    "de": ("ß",),
    "nl": ("ij", "aa", "uu", "eeu", "ieu"),
}
_CLASSES = {"en": "english", "fr": "french", "de": "german", "nl": "dutch"}
_NOT_ENGLISH = frozenset(("de", "des", "d", "l"))


@cache
def english() -> frozenset[str]:
    """Return English words that are not Dutch words too (``jvom/data/english.txt``)."""
    return frozenset((DATA / "english.txt").read_text(encoding="utf-8").split())


@cache
def _dictionary() -> str:
    return "\n" + (DATA / "dictionary" / "nl.dic").read_text(encoding="utf-8")


def _entry(word: str) -> str:
    """Return what the entry of a word begins with: OpenTaal writes ij as one letter."""
    return "\n" + word.replace("ij", "ĳ")


def is_in_dutch_dictionary(word: str) -> bool:
    """Tell whether the Dutch dictionary lists a word; its rules for endings are not applied."""
    return f"{_entry(word)}/" in _dictionary() or f"{_entry(word)}\n" in _dictionary()


def is_personal_name(word: str) -> bool:
    """Tell whether the Dutch dictionary has a word only as the name of persons."""
    return f"{_entry(word)}/PN\n" in _dictionary()


@cache
def language_of(words: tuple[str, ...]) -> str:
    """Return ``nl``, ``en``, ``fr`` or ``de`` when words (small, no marks) are clearly in it, else "".

    Names, and words that several languages share, prove nothing.
    """
    known, in_both = english().intersection(words), listed_words("english_or_french")
    found, text = {"en"} if known else set(), " ".join(words)
    for language, letters in _LETTERS.items():
        listed = listed_words(_CLASSES[language])
        if any(map(listed.match, words, words)) or any(map(text.__contains__, letters)):
            found.add(language)
    # French shares many words in -tion and -ance with English; but English has no "de" next to them.
    may_be_french = "fr" in found or not _NOT_ENGLISH.isdisjoint(words)
    if may_be_french and all(in_both.match(word, word) for word in known):
        found.discard("en")
    return found.pop() if len(found) == 1 else ""
