# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The tokens of a text: its words and its marks, each once.

An entity (a date, a citation) is one token as well, over the words and marks that it is written with: see
:mod:`jvom.analysis.entities`.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import add

from jvom.analysis.caching import cached
from jvom.dutch.patterns import pattern

_TOKEN = pattern(r"\w+|[^\w\s]")
#: Marks that mostly have a word right before them and a space behind them.
_BEHIND_WORDS = frozenset(".,:;)?!")

#: Marks that are typed in several ways, and the one that phrases use.
_AS_ONE = tuple(zip("‘’´`“”„‑", "''''\"\"\"-", strict=True))

#: Between letters or digits these make one longer word: "VN-missie", "en/of", "a@b".
_JOINERS = frozenset("-‑_@/")


def is_word(form: str) -> bool:
    """Tell whether a token is a word, not a mark."""
    return form[0].isalnum() or form[0] == "_"


class Tokens:
    """Words (runs of letters, digits and underscores) and single marks, in order.

    `count` is how many there are. `starts` and `ends` are their offsets, `forms` their letters as typed, with
    one kind of apostrophe, quotation mark and hyphen, and `lowered` the same in small letters.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        if not text.isascii() or "`" in text:
            for typed, mark in _AS_ONE:
                text = text.replace(typed, mark)
        forms: list[str] = []
        starts: list[int] = []
        at = 0
        # Nearly all pieces between spaces are a word, or a word and a mark: they are no work for the pattern.
        for piece in text.split(" "):
            if piece.isalnum():
                forms.append(piece)
                starts.append(at)
            elif (word := piece[:-1]).isalnum() and piece[-1] in _BEHIND_WORDS:
                forms += (word, piece[-1])
                starts += (at, at + len(word))
            else:
                for token in _TOKEN.finditer(piece):
                    forms.append(token[0])
                    starts.append(at + token.start())
            at += len(piece) + 1
        self.forms, self.starts, self.ends = forms, starts, list(map(add, starts, map(len, forms)))
        self.lowered = list(map(str.lower, self.forms))
        self.count = len(self.forms)

    @cached
    def are_words(self) -> list[bool]:
        """Whether each token is a word, not a mark."""
        return list(map(is_word if "_" in self.text else str.isalnum, self.forms))

    def __len__(self) -> int:
        return self.count

    def at(self, offset: int) -> int:
        """Return the number of the first token that begins at an offset or after it."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> list[str]:
        """Return the tokens that begin between two offsets, as typed."""
        return self.forms[self.at(start) : self.at(end)]

    def are_joined(self, number: int) -> bool:
        """Tell whether nothing separates a token from the one before it."""
        return number > 0 and self.ends[number - 1] == self.starts[number]

    def first_of_word(self, number: int) -> int:
        """Return the number of the first token of the word with hyphens that a token is in."""
        while self.has_hyphen_at(number - 1):
            number -= 2
        return number

    def last_of_word(self, number: int) -> int:
        """Return the number of the last token of the word with hyphens that a token is in."""
        while self.has_hyphen_at(number + 1):
            number += 2
        return number

    def has_hyphen_at(self, number: int) -> bool:
        """Tell whether a token is a hyphen between two words, with no space on either side."""
        return (
            0 < number < len(self) - 1
            and self.forms[number] == "-"
            and self.are_joined(number)
            and self.are_joined(number + 1)
            and self.forms[number - 1].isalnum()
            and self.forms[number + 1].isalnum()
        )

    def begins_word(self, number: int) -> bool:
        """Tell whether no longer word, such as one with a hyphen, begins before a token and goes on in it."""
        return not self._is_joint(number - 1, -1)

    def ends_word(self, number: int) -> bool:
        """Tell whether no longer word goes on after the last token, the one before `number`."""
        return not self._is_joint(number, 1)

    def _is_joint(self, mark: int, step: int) -> bool:
        """Tell whether a mark makes one word of the token before it and the one behind it, seen from a token.

        `step` is 1 when that token comes before the mark, -1 when it comes behind it.
        """
        near, beyond, known = mark - step, mark + step, range(self.count)
        if mark not in known or near not in known or not self.are_joined(max(mark, near)):
            return False
        if self.forms[mark] in _JOINERS:
            return True
        is_inside = beyond in known and self.are_joined(max(mark, beyond)) and self.forms[beyond].isalnum()
        return is_inside and self.forms[mark] in (".", "'")
