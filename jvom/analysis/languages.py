# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which language a few words are in: Dutch, English, French, German, or unknown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.data import DATA

# Words of one language only; "de", "des", "in" and "of" are in several.
_ENGLISH = frozenset("the and of for to with by from on at their its are was were as an into between".split())
_FRENCH = frozenset("le la les du et aux pour sur avec dans par une sans chez leur leurs dela".split())
_GERMAN = frozenset("und für mit das der die zur zum von im am bei nicht ein eine des auf".split())
_DUTCH = frozenset(
    """
    het een van voor met en ter ten bij naar uit aan dat dit deze niet ook om door tussen onder wordt worden
    heeft hebben zijn wij zij ons onze maar geen nog wel hun haar werd werden kan kunnen tegen zonder binnen
    """.split()
)
_NOT_ENGLISH = frozenset(("de", "des", "d", "l"))
_FRENCH_LETTERS = frozenset("éèêàçùœ")
_GERMAN_ENDINGS = ("ung", "keit", "schaft", "wehr")
_DUTCH_LETTERS = ("ij", "aa", "uu", "eeu", "ieu")
_DUTCH_ENDINGS = (
    *("heid", "heden", "lijk", "lijke", "schap", "schappen", "dienst", "fonds", "zaken", "rijk", "ingen"),
    *("ische", "atie", "aties", "eerd", "eerde"),
)


@cache
def english() -> frozenset[str]:
    """Return English words that are not Dutch words too (``jvom/data/english.txt``)."""
    return frozenset((DATA / "english.txt").read_text(encoding="utf-8").split())


@cache
def _dictionary() -> str:
    return "\n" + (DATA / "dictionary" / "nl.dic").read_text(encoding="utf-8")


def is_in_dutch_dictionary(word: str) -> bool:
    """Tell whether the Dutch dictionary lists a word; its rules for endings are not applied."""
    # OpenTaal writes ij as one letter.
    entry = "\n" + word.replace("ij", "ĳ")
    return f"{entry}/" in _dictionary() or f"{entry}\n" in _dictionary()


def is_personal_name(word: str) -> bool:
    """Tell whether the Dutch dictionary has a word only as the name of persons, of which there are many."""
    # OpenTaal writes ij as one letter.
    return f"\n{word.replace('ij', 'ĳ')}/PN\n" in _dictionary()


def dutch_entries(start: str) -> Iterator[str]:
    """Yield the words that the Dutch dictionary lists and that begin with some letters."""
    text, at = _dictionary(), _dictionary().find(f"\n{start}")
    while at >= 0:
        end = text.find("\n", at + 1)
        yield text[at + 1 : end].partition("/")[0].replace("ĳ", "ij")
        at = text.find(f"\n{start}", end)


@cache
def language_of(words: tuple[str, ...]) -> str:
    """Return ``nl``, ``en``, ``fr`` or ``de`` when words (small, no marks) are clearly in it, else "".

    Names, and words that several languages share, prove nothing.
    """
    known = english()
    score = {
        "en": sum([word in _ENGLISH or word in known for word in words]),
        "fr": sum([word in _FRENCH or not _FRENCH_LETTERS.isdisjoint(word) for word in words]),
        "de": sum([word in _GERMAN or "ß" in word or word.endswith(_GERMAN_ENDINGS) for word in words]),
        "nl": sum(
            [
                word in _DUTCH or word.endswith(_DUTCH_ENDINGS) or any(map(word.__contains__, _DUTCH_LETTERS))
                for word in words
            ]
        ),
    }
    # French shares many words in -tion and -ance with English; but English has no "de" next to them.
    if (score["fr"] or not _NOT_ENGLISH.isdisjoint(words)) and all(
        word.endswith(_IN_BOTH) for word in words if word in known
    ):
        score["en"] = 0
    found = [language for language, count in score.items() if count]
    return found[0] if len(found) == 1 else ""


_IN_BOTH = tuple(
    """
    tion tions sion sions ance ances ence ences ment ments able ables ible ibles force forces police
    justice aide
    """.split()
)
