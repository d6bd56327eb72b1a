# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the texts that are looked up: as typed, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

import msgspec

from jvom.analysis.compounds import compounds
from jvom.analysis.passages import Passage
from jvom.checks.groups import by_key
from jvom.checks.rules.spelling.dictionary import LONGEST
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

# Letters, with hyphens and apostrophes inside; not in a path, an address, a number or "c.s.", nor in a word
# with a soft hyphen.
_TOKEN = pattern(
    r"(?<![\w@/#.'’)\u00ad-])(?<!\w\()[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@/#(\u00ad]|\.[^\W\d_]|['’-]\d|\)\w)"
    r"-?"
)
#: The names in data that are made of ordinary words: offices and directorates, not persons or addresses.
_NAMES_OF_WORDS = frozenset(("office", "addressee", "attention", "contact", "signed_by"))


class Token(msgspec.Struct, frozen=True):
    """A word and its place; `hanging` when a hyphen follows: "land- en luchtmacht".

    It is as typed, but for one in data in capitals, which has one capital: "Ter Beslissing".
    """

    text: str
    passage: Passage
    start: int
    hanging: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def typed(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def begins_sentence(self) -> bool:
        """Whether a capital may be due to the beginning of a sentence, cell or heading."""
        return self.passage.sentence_at(self.start)[0] >= self.start - 2

    @property
    def beside(self) -> tuple[str, str]:
        """The words before and behind it, "" where there is none."""
        before, after = self.passage.text[: self.start].split(), self.passage.text[self.end :].split()
        return before[-1] if before else "", after[0] if after else ""

    @property
    def has_full_stop(self) -> bool:
        return self.passage.text[self.end : self.end + 1] == "."

    @property
    def is_in_brackets(self) -> bool:
        """Whether it is all there is in brackets, as an abbreviation that is introduced: "(ehs)"."""
        text = self.passage.text
        return text[max(0, self.start - 1) : self.start] == "(" and text[self.end : self.end + 1] == ")"

    @property
    def is_written_apart(self) -> bool:
        """Whether it is the first part of a compound written apart, which another rule reports."""
        after = self.passage.text[self.end : self.end + LONGEST].split()
        spaced = self.passage.text[self.end : self.end + 1].isspace()
        second = "".join(takewhile(str.isalpha, after[0] if after else ""))
        return spaced and bool(second) and compounds().join(self.text.lower(), second.lower())


def tokens_by_text(texts: Texts) -> dict[str, list[Token]]:
    """Return the places of each word as it is typed."""
    return by_key(
        (token.text, token)
        for passage in texts.passages
        if (passage.is_text and passage.document != "gegevens") or passage.label in _NAMES_OF_WORDS
        for token in passage.memo(tokens)
    )


def tokens(passage: Passage) -> tuple[Token, ...]:
    """Return the words of a passage."""
    return tuple(_tokens_in(passage))


def _tokens_in(passage: Passage) -> Iterator[Token]:
    links = [(part.start, part.end) for part in passage.segments if part.style.address]
    is_shouted = passage.kind == "value" and passage.text.isupper() and " " in passage.text
    for match in _TOKEN.finditer(passage.dutch.title() if is_shouted else passage.dutch):
        typed, start = match[0], match.start()
        hanging = typed[-1] == "-"
        text = typed[:-1] if hanging else typed
        is_linked = links and any(begin <= start < end for begin, end in links)
        if 2 < len(text) <= LONGEST and not is_linked:
            yield Token(text, passage, start, hanging)


def words_of(name: str) -> list[str]:
    """Return the words of a name."""
    return [match[0].removesuffix("-") for match in _TOKEN.finditer(name)]


def is_abbreviation(word: str) -> bool:
    """Tell whether a word has a capital after its first letter (EU, eFP, MoU), or is a single letter."""
    return len(word) == 1 or word[1:] != word[1:].lower()
