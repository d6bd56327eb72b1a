# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Phrases to look for, and finding thousands of them at once in the word index of a run.

A phrase is typed as in a text. Small letters match any case; a phrase with a capital, or ``=`` before it,
matches exactly.
``(een|de)`` stands for each of the alternatives, ``aangaand*`` for every word that begins so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import structs

from jvom.dutch.patterns import pattern

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.analysis.word_index import Place
    from jvom.checks.views import Texts

_WORD = pattern(r"\w+\*?")
_CHOICE = pattern(r"\(([^()]*)\)")
_APOSTROPHES = str.maketrans("‘’´`", "''''")
_JOINERS = frozenset("-‑_@/")


class Phrase(msgspec.Struct, frozen=True, array_like=True):
    """A phrase in its parts: its words (small), and what is between them, before and after.

    Without `words` it is small words with spaces between them, like most. `exact` is the phrase itself when
    its capitals count. `better` are the forms to put in its place, `note` is a remark on it.
    """

    typed: str
    better: tuple[str, ...] = ()
    note: str = ""
    words: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    exact: str = ""

    def __post_init__(self) -> None:
        if not self.words:
            structs.force_setattr(self, "words", tuple(self.typed.split()))
            structs.force_setattr(self, "gaps", (" ",) * (len(self.words) - 1))


#: Encoded phrases, by one of their words and then by two of their words side by side ("ten tijde"): of
#: thousands of phrases a run decodes only those whose words occur so in its texts. Under `_ANY` are phrases
#: without a whole word, or without two whole words side by side.
Table: TypeAlias = dict[str, msgspec.Raw]
_ANY = "*"
_GROUPS = msgspec.json.Decoder(tuple[dict[str, msgspec.Raw], ...])
_PHRASES = msgspec.json.Decoder(tuple[tuple[Phrase, ...], ...])


def make_table(phrases: Iterable[Phrase]) -> Table:
    """Return phrases as a table, each under the longest of its words, and the longest of its pairs."""
    groups: dict[str, dict[str, list[list[object]]]] = {}
    for phrase in phrases:
        pairs = [" ".join(pair) for pair in pairwise(phrase.words)]
        word, pair = (
            max((each for each in some if "*" not in each), key=len, default=_ANY)
            for some in (phrase.words, pairs)
        )
        groups.setdefault(word, {}).setdefault(pair, []).append(_shortened(phrase))
    return {word: msgspec.Raw(msgspec.json.encode(group)) for word, group in groups.items()}


def table_phrases(table: Table, texts: Texts | None = None) -> tuple[Phrase, ...]:
    """Return the phrases of a table: all, or those that can occur in these texts."""
    words = table if texts is None else (*sorted(table.keys() & texts.words.keys()), *table.keys() & {_ANY})
    groups = _GROUPS.decode(_as_array(table[word] for word in words))
    found = (
        phrases
        for group in groups
        for pair, phrases in group.items()
        if texts is None or pair == _ANY or pair in texts.pairs
    )
    return tuple(chain.from_iterable(_PHRASES.decode(_as_array(found))))


def _shortened(phrase: Phrase) -> list[object]:
    """Return the fields of a phrase that cannot be made from those before them."""
    plain = Phrase(phrase.typed, phrase.better, phrase.note) == phrase
    fields: list[object] = list(structs.astuple(phrase))[: 3 if plain else None]
    while not fields[-1]:
        del fields[-1]
    return fields


def _as_array(parts: Iterable[msgspec.Raw]) -> bytes:
    """Return encoded values as the list of them: decoding all at once costs least."""
    return b"[" + b",".join(map(bytes, parts)) + b"]"


class Match(msgspec.Struct, frozen=True):
    """A phrase at the characters `start` up to `end` of a passage; `found` is the text there."""

    passage: Passage
    start: int
    end: int
    phrase: Phrase

    @property
    def found(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def better(self) -> tuple[str, ...]:
        """The better forms, with the capitals of what was found."""
        tail = ""
        if self.phrase.words[-1].endswith("*") and not self.phrase.after:
            tail = _last_word(self.found)[len(self.phrase.words[-1]) - 1 :]
        forms = (form.replace("*", tail) for form in self.phrase.better)
        return tuple(forms) if self.phrase.exact else tuple(match_case(self.found, form) for form in forms)


def phrases(
    typed: str, better: Iterable[str] = (), note: str = "", texts: Texts | None = None
) -> Iterator[Phrase]:
    """Yield the phrases that one entry describes; ``$1`` in `better` is the first choice made.

    With `texts`, and an entry of plain words, only the phrases that can occur in these texts.
    Raises ValueError for an entry without a word.
    """
    choices = [choice.split("|") for choice in _CHOICE.findall(typed)]
    frame = _CHOICE.split(typed)[::2]
    for picked in product(*choices):
        text = "".join(part + choice for part, choice in zip(frame, [*picked, ""], strict=True))
        if texts is not None and not _might_match(text.split(), texts):
            continue
        forms = []
        for form in better:
            for number, choice in enumerate(picked, 1):
                form = form.replace(f"${number}", choice)
            forms.append(" ".join(form.split()))
        yield _phrase(" ".join(text.split()), tuple(forms), note)


def _might_match(words: list[str], texts: Texts) -> bool:
    """Tell whether each of the words is followed by the next somewhere in the texts."""
    return words[0] in texts.words and all(" ".join(pair) in texts.pairs for pair in pairwise(words))


def _phrase(text: str, better: tuple[str, ...], note: str) -> Phrase:
    exact = text != text.lower() or text.startswith("=")
    text = text.removeprefix("=")
    found = list(_WORD.finditer(text))
    if not found or found[0][0] == "*":
        raise ValueError(f"an entry needs a word: {text!r}")
    gaps = tuple(text[left.end() : right.start()].translate(_APOSTROPHES) for left, right in pairwise(found))
    return Phrase(
        typed=text,
        words=tuple(match[0].lower() for match in found),
        gaps=gaps,
        before=text[: found[0].start()],
        after=text[found[-1].end() :],
        exact=text if exact else "",
        better=better,
        note=note,
    )


def find_matches(texts: Texts, phrases: Iterable[Phrase], *, foreign: bool = False) -> list[Match]:
    """Return where the phrases occur in Dutch that was typed (also in foreign terms when `foreign`).

    In the order of the texts; of overlapping matches the longest, then the first. A phrase is looked for
    where the rarest of its words is, so the time is linear in the phrases and in those places.
    """
    found: dict[int, tuple[Passage, list[Match]]] = {}
    for phrase in phrases:
        anchor, places = _rarest(texts, phrase)
        for passage, number in places:
            match = _match(passage, number - anchor, phrase) if number >= anchor else None
            if match and (passage.is_dutch(match.start, match.end) or (foreign and _typed(match))):
                found.setdefault(id(passage), (passage, []))[1].append(match)
    if not found:
        return []
    return [
        match
        for passage in texts.passages
        if id(passage) in found
        for match in _without_overlap(found[id(passage)][1])
    ]


def _rarest(texts: Texts, phrase: Phrase) -> tuple[int, list[Place]]:
    """Return which word of a phrase is in the fewest places, and those: none when a word is missing."""
    anchor, places = 0, None
    for number, word in enumerate(phrase.words):
        here = texts.words.get(word) or _places_starting(texts, word)
        if not here:
            return number, []
        if places is None or len(here) < len(places):
            anchor, places = number, here
    return anchor, places or []


def _places_starting(texts: Texts, word: str) -> list[Place]:
    """Return the places of all words that begin with `word`, when that ends in ``*``."""
    if not word.endswith("*"):
        return []
    return [place for longer in texts.index.words_starting(word[:-1]) for place in texts.words[longer]]


def _without_overlap(found: list[Match]) -> list[Match]:
    if len(found) == 1:
        return found
    starts: list[int] = []
    kept: dict[int, Match] = {}
    for match in sorted(found, key=lambda each: (each.start - each.end, each.start, each.phrase.typed)):
        # Those kept do not overlap, so only the last that begins before this one's end can overlap it.
        at = bisect_left(starts, match.end)
        if at == 0 or kept[starts[at - 1]].end <= match.start:
            starts.insert(at, match.start)
            kept[match.start] = match
    return [kept[start] for start in starts]


def _match(passage: Passage, number: int, phrase: Phrase) -> Match | None:
    standing = passage.lowered_words[number : number + len(phrase.words)]
    if standing != phrase.words and not _same_beginnings(standing, phrase):
        return None
    text, words = passage.text, passage.words[number : number + len(phrase.words)]
    start, end = words[0][0], words[-1][1]
    for asked, (left, right) in zip(phrase.gaps, pairwise(words), strict=True):
        gap = text[left[1] : right[0]]
        if gap != asked and not (asked == " " and gap.isspace()) and gap.translate(_APOSTROPHES) != asked:
            return None
    if phrase.before:
        start -= len(phrase.before)
        if start < 0 or not text.startswith(phrase.before, start):
            return None
    elif _joined(text, start - 1, start - 2):
        return None
    if phrase.after:
        if not text.startswith(phrase.after, end):
            return None
        end += len(phrase.after)
        if phrase.after[-1] == "." and text[end : end + 1].isalnum():
            return None
    elif _joined(text, end, end + 1):
        return None
    if phrase.exact and not _same_case(text[start:end], phrase):
        return None
    return Match(passage, start, end, phrase)


def _same_beginnings(words: tuple[str, ...], phrase: Phrase) -> bool:
    """Tell whether words match a phrase with a word that ends in ``*``."""
    return (
        "*" in phrase.typed
        and len(words) == len(phrase.words)
        and all(
            word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
            for word, wanted in zip(words, phrase.words, strict=True)
        )
    )


def _joined(text: str, at: int, beyond: int) -> bool:
    """Tell whether the character at `at` joins the word next to it to another."""
    if not 0 <= at < len(text):
        return False
    return text[at] in _JOINERS or (text[at] in ".'’" and 0 <= beyond < len(text) and text[beyond].isalnum())


def _same_case(found: str, phrase: Phrase) -> bool:
    wanted = phrase.exact
    if "*" not in wanted:
        return " ".join(found.split()).translate(_APOSTROPHES) == wanted.translate(_APOSTROPHES)
    pairs = zip(re.findall(r"\w+", found), _WORD.findall(wanted), strict=False)
    return all(word.startswith(part[:-1]) if part.endswith("*") else word == part for word, part in pairs)


def _typed(match: Match) -> bool:
    return all(part.kind in ("words", "space") for part in match.passage.parts(match.start, match.end))


def _last_word(text: str) -> str:
    *_, last = re.finditer(r"\w+", text)
    return last[0]


def match_case(found: str, form: str) -> str:
    """Return `form` with the capitals of `found`: all capitals, a first capital, or unchanged."""
    if len(found) > 1 and found.isupper():
        return form.upper()
    if found[:1].isupper() and form[:1].islower():
        return form[:1].upper() + form[1:]
    return form
