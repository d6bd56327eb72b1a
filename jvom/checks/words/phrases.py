# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The phrases of word rules, and finding thousands of them at once in the word index of a run.

They are phrases of :mod:`jvom.analysis.phrases` with better forms, and are typed as in a text:
``(een|de)`` stands for each of the alternatives, ``aangaand*`` for every word that begins so. Small letters
match any case; a phrase with a capital, or ``=`` before it, matches exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from jvom.analysis.compiled_phrases import Option, option
from jvom.analysis.phrase_grammar import literal
from jvom.analysis.phrase_matching import occurrences
from jvom.analysis.phrases import Reads, may_read
from jvom.dutch.patterns import pattern

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts

_WORD = pattern(r"\w+\*?")
_CHOICE = pattern(r"\(([^()]*)\)")


class Phrase(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A phrase of a word rule, its choices made; `exact` when its capitals count.

    `better` are the forms to put in its place, `note` is a remark on it.
    """

    typed: str
    better: tuple[str, ...] = ()
    note: str = ""
    exact: bool = False

    @property
    def words(self) -> list[str]:
        """Its words in small letters; one that stands for others too has its ``*``."""
        typed = self.typed.lower()
        words = typed.split()
        return words if all(map(str.isalnum, words)) else _WORD.findall(typed)

    @property
    def option(self) -> Option:
        """The same in the language of phrases."""
        return option(literal(self.typed, self.exact))


#: Phrases, encoded: each under two of its words side by side ("ten tijde"), or else under one of its words.
#: Of thousands of phrases a run decodes only those whose words occur so in its texts. Under `_ANY` are those
#: without a whole word.
#: It is a part of the file that it comes from: copying them all takes time.
Table: TypeAlias = memoryview
NO_PHRASES = memoryview(b"")
_ANY = "*"
#: The keys in order, a new line between two, and the phrases under each: a dictionary takes twice as long.
_TABLE = msgspec.msgpack.Decoder(tuple[str, tuple[bytes, ...]])
_PHRASES = msgspec.msgpack.Decoder(tuple[Phrase, ...])


def make_table(phrases: Iterable[Phrase]) -> Table:
    """Return phrases as a table, each under the longest of its pairs of whole words, or of its words."""
    groups: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        pairs = map(" ".join, pairwise(phrase.words))
        whole = ([each for each in some if "*" not in each] for some in (pairs, phrase.words))
        key = next((max(some, key=len) for some in whole if some), _ANY)
        groups.setdefault(key, []).append(phrase)
    encode = msgspec.msgpack.encode
    if not groups:
        return NO_PHRASES
    keys = sorted(groups)
    return memoryview(encode(("\n".join(keys), [encode(groups[key]) for key in keys])))


def table_phrases(table: Table, texts: Texts | None = None) -> tuple[Phrase, ...]:
    """Return the phrases of a table: all, or those that can occur in these texts."""
    if not table:
        return ()
    typed, groups = _TABLE.decode(table)
    keys = typed.split("\n")
    if texts is not None:
        wanted = texts.index.words_and_pairs.intersection(keys).union({_ANY}.intersection(keys[:1]))
        groups = tuple([groups[bisect_left(keys, key)] for key in sorted(wanted)])
    return tuple([phrase for group in groups for phrase in _PHRASES.decode(group)])


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
        if self.phrase.typed.endswith("*"):
            tail = _last_word(self.found)[len(self.phrase.words[-1]) - 1 :]
        forms = (form.replace("*", tail) for form in self.phrase.better)
        return tuple(forms) if self.phrase.exact else tuple(match_case(self.found, form) for form in forms)

    @property
    def is_right(self) -> bool:
        """Whether it is a better form already, whatever the white space in it."""
        return " ".join(self.found.split()) in (*self.phrase.better, *self.better)


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
        if texts is not None and not _may_be_in(text.split(), texts):
            continue
        forms = []
        for form in better:
            for number, choice in enumerate(picked, 1):
                form = form.replace(f"${number}", choice)
            forms.append(" ".join(form.split()))
        yield _phrase(" ".join(text.split()), tuple(forms), note)


def _phrase(text: str, better: tuple[str, ...], note: str) -> Phrase:
    exact = text != text.lower() or text.startswith("=")
    text = text.removeprefix("=")
    word = _WORD.search(text)
    if word is None or word[0] == "*":
        raise ValueError(f"an entry needs a word: {text!r}")
    return Phrase(text, better, note, exact)


def find_matches(texts: Texts, phrases: Iterable[Phrase], *, foreign: bool = False) -> list[Match]:
    """Return where the phrases occur in Dutch that was typed (also in foreign terms when `foreign`).

    In the order of the texts; of overlapping matches the longest, then the first. A phrase is looked for
    where the rarest of its words is, so the time is linear in the phrases and in those places.
    """
    reads = Reads.TYPED if foreign else Reads.DUTCH
    found: dict[int, list[Match]] = {}
    for phrase in phrases:
        if not _may_be_in(phrase.words, texts) or (phrase.exact and not _is_typed(phrase, texts)):
            continue
        for each in occurrences(phrase.option, texts.index):
            if may_read(each, reads):
                match = Match(each.passage, each.start, each.end, phrase)
                found.setdefault(id(match.passage), []).append(match)
    in_order = sorted(found, key=texts.index.numbers.__getitem__) if len(found) > 1 else found
    return [match for passage in in_order for match in _without_overlap(found[passage])]


def is_always_right(phrase: Phrase, texts: Texts) -> bool:
    """Tell whether texts have the words of a phrase only with the capitals of a better form.

    It costs less to see that than to find all places of "zuid korea" in texts about South Korea.
    """
    typed, various = texts.index.typed_forms, texts.index.typed_variously
    return any(
        better.lower() == phrase.typed.lower()
        and all(word in typed and word.lower() not in various for word in _WORD.findall(better))
        for better in phrase.better
    )


def _may_be_in(words: list[str], texts: Texts) -> bool:
    """Tell whether texts have all words of a phrase, and each two of them side by side."""
    before = "*"
    for word in words:
        if word[-1] == "*":
            if not texts.index.words_starting(word[:-1]):
                return False
        elif word not in texts.words if before[-1] == "*" else f"{before} {word}" not in texts.pairs:
            return False
        before = word
    return True


def _is_typed(phrase: Phrase, texts: Texts) -> bool:
    """Tell whether texts have all whole words of a phrase with its capitals."""
    words = [word for word in _WORD.findall(phrase.typed) if word[-1] != "*"]
    return texts.index.typed_forms.issuperset(words)


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
