# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a name however it is spelled: with another hyphen, space, capital, accent, or -s- for -z-."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

_WORD = pattern(r"\w+")
#: What may separate two words of a name.
_GAPS = frozenset((*" \n\u00a0-‑–/'’&", " - ", " – ", "- ", " -", "-\n"))
_HYPHENS = str.maketrans("‑–’‘\n\u00a0", "--''  ")
_ACCENTS = str.maketrans(
    "àáâãäåāăąçćčďèéêëēęěğìíîïīıłñńňòóôõöøőřśşšťùúûüūůűýÿžźż",
    "aaaaaaaaacccdeeeeeeegiiiiiilnnnooooooorssstuuuuuuuyyzzz",
)
_PLURALS = ("s", "en", "e", "es")
_ENDINGS = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"))
_FOREIGN = (("programme", "program"), ("centre", "center"), ("theatre", "theater"), ("defence", "defense"))
_FOREIGN_STARTS = tuple(british for british, _ in _FOREIGN)


class NamePlace(msgspec.Struct, frozen=True):
    """The words `first` up to and including `last` of a passage."""

    passage: Passage
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.passage.words[self.first][0]

    @property
    def end(self) -> int:
        return self.passage.words[self.last][1]

    @property
    def found(self) -> str:
        """The words as they are spelled there."""
        words = self.passage.words
        return self.passage.text[words[self.first][0] : words[self.last][1]]


def plain_marks(text: str) -> str:
    """Return text with one kind of hyphen, apostrophe and space, to compare what a reader sees."""
    return text.replace("\n", " ") if text.isascii() else text.translate(_HYPHENS)


def unaccented(word: str) -> str:
    """Return a word in small letters without its accents."""
    return word if word.isascii() else word.translate(_ACCENTS)


@cache
def spelling_key(word: str) -> str:
    """Return a key that all spellings of a word (small letters) share: no accents, American spelling."""
    word = unaccented(word)
    if len(word) > 5:
        # Most words have none of them.
        for british, american in _ENDINGS if "is" in word else ():
            if british in word:
                return word.replace(british, american)
        for british, american in _FOREIGN if word.startswith(_FOREIGN_STARTS) else ():
            if word.startswith(british):
                return american + word[len(british) :]
    return word


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, small."""
    return tuple(_WORD.findall(name.lower()))


def spellings(texts: Texts) -> Mapping[str, tuple[str, ...]]:
    """Return the words of the texts by the key of their spellings, except words that are their own key."""
    found: dict[str, tuple[str, ...]] = {}
    for word in texts.words:
        if (shared := spelling_key(word)) != word:
            found[shared] = (*found.get(shared, ()), word)
    return found


def name_places(texts: Texts, name: str, *, plural: bool = False) -> tuple[NamePlace, ...]:
    """Return where a name was typed, in any spelling but as one word.

    With `plural` its last word may have an ending. Cached, since several rules look for the same names.
    """
    found = texts.memo(_by_name)
    key = name, plural
    if key not in found:
        found[key] = tuple(_name_places(texts, name, plural))
    return found[key]


def _by_name(_: Texts) -> dict[tuple[str, bool], tuple[NamePlace, ...]]:
    """Return the cache of `name_places`, empty at first."""
    return {}


def _name_places(texts: Texts, name: str, plural: bool) -> Iterator[NamePlace]:
    wanted = tuple(map(spelling_key, words_of(name)))
    if not wanted:
        return
    known, index = texts.memo(spellings), texts.words
    if len(wanted) > 1 and not _might_match(texts, wanted[:-1] if plural else wanted):
        return
    # A name is only where all its words are, apart from the ending of the last: look where the rarest is.
    anchor, places = 0, None
    for number, word in enumerate(wanted[: -1 if plural and len(wanted) > 1 else None]):
        here = index.get(word, [])
        if word in known:
            here = [*here, *(place for form in known[word] for place in index[form])]
        if places is None or len(here) < len(places):
            anchor, places = number, here
            if not here:
                break
    for passage, number in places or ():
        found: NamePlace | None = NamePlace(passage, number, number)
        if len(wanted) > 1:
            found = _match_at(passage, number - anchor, wanted, plural, name)
        # Most passages are typed from end to end.
        if found and (passage.typed is passage.text or passage.is_typed(found.start, found.end)):
            yield found
    if plural and len(wanted) == 1:
        for ending in _PLURALS:
            for passage, number in index.get(words_of(name)[0] + ending, ()):
                yield NamePlace(passage, number, number)


def _might_match(texts: Texts, wanted: tuple[str, ...]) -> bool:
    """Tell quickly whether words can occur side by side in any spelling; most names do not."""
    known, pairs = texts.memo(spellings), texts.pairs
    for one, two in pairwise(wanted):
        if f"{one} {two}" not in pairs and one not in known and two not in known:
            return False
    return True


def _match_at(
    passage: Passage, first: int, wanted: tuple[str, ...], plural: bool = False, name: str = ""
) -> NamePlace | None:
    """Return the words from number `first` on when they are the `wanted`, spelled in any way, else None.

    They may be separated by what may separate any name, or by what separates the words of the name itself.
    """
    last = first + len(wanted) - 1
    small = passage.lowered_words[first : last + 1] if first >= 0 else ()
    if len(small) < len(wanted):
        return None
    if small != wanted and not _same_spelling(small, wanted, plural):
        return None
    words, text = passage.words, passage.text
    for index in range(first, last):
        gap = text[words[index][1] : words[index + 1][0]]
        if gap not in _GAPS and plain_marks(gap) not in _gaps_of(name):
            return None
    return NamePlace(passage, first, last)


def _same_spelling(words: tuple[str, ...], wanted: tuple[str, ...], plural: bool) -> bool:
    """Tell whether words are the `wanted` in another spelling; with `plural` the last may have an ending."""
    if any(
        word != each and spelling_key(word) != each
        for word, each in zip(words[:-1], wanted[:-1], strict=True)
    ):
        return False
    end, ending = spelling_key(words[-1]), wanted[-1]
    return end == ending or (plural and end.startswith(ending) and end[len(ending) :] in _PLURALS)


@cache
def _gaps_of(name: str) -> frozenset[str]:
    return frozenset(_WORD.split(plain_marks(name)))


def run_together(texts: Texts, name: str) -> Iterator[NamePlace]:
    """Yield where a name of several words is written as one word."""
    words = words_of(name)
    if len(words) > 1:
        for passage, number in texts.words.get("".join(words), ()):
            yield NamePlace(passage, number, number)


def taken_apart(texts: Texts, word: str) -> Iterator[NamePlace]:
    """Yield where one word (small letters) is written as two, with a hyphen or a space between them.

    A part of one letter counts with a hyphen only ("K-FOR").
    """
    for at in range(1, len(word)):
        parts = word[:at], word[at:]
        for passage, number in texts.words.get(parts[0], ()) if _might_match(texts, parts) else ():
            found = _match_at(passage, number, parts)
            if found and ("-" in plain_marks(found.found) or 1 < at < len(word) - 1):
                yield found


def spelled_out(texts: Texts, word: str) -> Iterator[NamePlace]:
    """Yield where a word (small letters) has a full stop after each letter: "V.N.", "N.A.V.O."."""
    if any(" ".join(pair) not in texts.pairs for pair in pairwise(word)):
        return
    for passage, number in texts.words.get(word[0], ()):
        words, text = passage.words, passage.text
        last = number + len(word) - 1
        if last >= len(words) or text[words[last][1] : words[last][1] + 1] != ".":
            continue
        start, end = words[number][0], words[last][1]
        if text[start:end].lower() == ".".join(word) and text[start - 1 : start] != ".":
            yield NamePlace(passage, number, last)
