# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What may have been meant by an unknown word, and whether it is a slip at all.

A new word is near others by accident. So only words count that the dictionary lists, or that a text may well
have; and a word that is near none of them is taken for right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from jvom.analysis.compounds import compounds
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.common_words import is_common
from jvom.checks.rules.spelling.compound_parts import unknown_second
from jvom.checks.rules.spelling.compound_slips import with_other_second
from jvom.checks.rules.spelling.dictionary import LONGEST, Dictionary, is_english
from jvom.checks.rules.spelling.edits import nearest, simple_edits, split_in_two, typed_once, undoubled
from jvom.checks.rules.spelling.evident_slips import SHORTEST, is_evident
from jvom.checks.rules.spelling.joined_words import apart
from jvom.checks.rules.spelling.likely_compounds import may_be_compound
from jvom.checks.rules.spelling.word_formation import is_formed
from jvom.checks.views import Texts
from jvom.dutch.typos import typo

# Suggestions cost time, and a text in another language has thousands of unknown words. These are the most
# words in a file that get suggestions, and in a run that get expensive ones.
MOST_SUGGESTIONS, _MOST_GUESSES = 60, 10
#: The longest word in which two typos are tried: the number of candidates grows with its square.
_LONGEST_EDITED_TWICE = 16
#: How similar a word in the texts must be to be suggested: the difference in length, and difflib's ratio.
_MOST_LETTERS_APART, _LIKENESS = 2, 0.85
#: The typos that make two words similar.
SIMILAR = ("other", "more", "less", "swapped")
#: A word that is spelled in one way beside so many other words is rarely a slip of the finger.
_OFTEN = 2
#: Words of this length are near another by accident hardly ever.
_LONG = 12


class MeantWords:
    """What may have been meant by the unknown words of a run."""

    def __init__(self, dictionary: Dictionary, texts: Texts) -> None:
        self.dictionary, self.texts = dictionary, texts
        self._suggested: Counter[str] = Counter()

    def suggest(self, word: str, file: str, *, guess: bool = True) -> tuple[str, ...]:
        """Return the words that may have been meant by a word, the likeliest first.

        They have a letter swapped, doubled, accented, less or more, or a common mistake corrected; only when
        there are none, another letter; only then a space; and only then, to `guess`, two typos. After many
        words in one file there are none.
        """
        self._suggested[file] += 1
        if self._suggested[file] > MOST_SUGGESTIONS or len(word) > LONGEST // 2:
            return ()
        first, _, last = word.rpartition("-")
        if first.isupper() or (first and self.dictionary.has(first)):
            return tuple(f"{first}-{each}" for each in self.suggest(last, file, guess=guess))
        capital = word[:1].upper() + word[1:]
        if word.islower() and self.dictionary.has(capital) and is_common(capital, self.dictionary):
            return (capital,)
        if in_capitals := self.with_abbreviation(word):
            return in_capitals
        if first and self.dictionary.has(last) and not is_english(first):
            return tuple(f"{each}-{last}" for each in self.suggest(first, file, guess=guess))
        likeliest, others = nearest(word)
        once = (each for each in typed_once(word) if is_formed(each, self.dictionary))
        found = (*apart(word), *once) or self.dictionary.first_known(
            self.is_likely,
            chain(likeliest, self.dictionary.corrected(word)),
            others,
            split_in_two(word),
        )
        if guess and not found and self._suggested.total() <= _MOST_GUESSES:
            found = (
                self._similar_words(word)
                or self.dictionary.first_known(self.is_likely, self._edited_twice(word))
                or with_other_second(word, self.dictionary)
            )
        if self.dictionary.has(capital) and capital != word:
            found = (capital, *found)
        # Words that the texts use elsewhere are likeliest, then usual mistakes; the sort is stable.
        usual = self._usual_mistakes(word)
        found = tuple(
            sorted(
                found,
                key=lambda each: (
                    -len(self.texts.words.get(each.lower(), ())),
                    undoubled(each) not in usual,
                    not is_common(each, self.dictionary),
                ),
            )
        )
        return tuple(each[:1].upper() + each[1:] for each in found) if word[0].isupper() else found

    def with_abbreviation(self, word: str) -> tuple[str, ...]:
        """Return a word whose first part is an abbreviation, in capitals: EU-geleide for Eu-geleide.

        One of two letters, since longer ones may be read as words: Navo-missie.
        """
        first, _, rest = word.partition("-")
        if (
            len(first) != 2
            or not first.istitle()
            or not rest.islower()
            or not self.dictionary.has(first.upper())
        ):
            return ()
        return (f"{first.upper()}-{rest}",)

    def may_be_right(self, word: str, file: str, suggestions: tuple[str, ...], times: int) -> bool:
        """Tell whether a word is near no word that is known as such, for which `suggest` found these.

        What is near by two typos is so by accident, unless the word is long. Behind a known first part a long
        word is wrong when it is unknown, unless it is English. A word that is there `times` times, each time
        beside others, is wrong only when that is a common mistake.
        """
        if self._suggested[file] > MOST_SUGGESTIONS:
            return False
        if not any(map(self._is_sure, suggestions)) and may_be_compound(word, self.dictionary):
            return True
        if any(undoubled(each) == undoubled(word) for each in suggestions):
            return False
        if len(word) >= _LONG and times < _OFTEN and "-" not in word:
            second = unknown_second(word.lower())
            return is_english(second) if second else not suggestions
        usual = self._usual_mistakes(word)
        if times >= _OFTEN:
            suggestions = tuple(filter(self.dictionary.lists, suggestions))
        return not any(
            (times < _OFTEN and typo(word, each) in SIMILAR) or undoubled(each) in usual or " " in each
            for each in suggestions
        )

    def is_evident_slip(self, word: str, suggestions: tuple[str, ...]) -> bool:
        """Tell whether a word is a usual mistake, or a small slip for a common word or one in the texts."""
        return any(
            (len(word) >= SHORTEST and each in self.texts.words and typo(word, each) in SIMILAR)
            or is_evident(word, each, self.dictionary, usual=self._is_usual(word, each))
            for each in suggestions
        )

    def _is_usual(self, word: str, meant: str) -> bool:
        """Tell whether a word is a common mistake for another, which is listed or made of such words."""
        is_one = undoubled(meant) in self._usual_mistakes(word)
        return is_one and (self.dictionary.lists(meant) or is_formed(meant, self.dictionary))

    def _is_sure(self, suggestion: str) -> bool:
        """Tell whether a suggestion is a word of the dictionary or the texts, and no mere compound."""
        return " " in suggestion or suggestion in self.texts.words or self.dictionary.lists(suggestion)

    def _usual_mistakes(self, word: str) -> frozenset[str]:
        """Return the undoubled word, and what it is when a common mistake in it is corrected."""
        return frozenset(map(undoubled, (word, *self.dictionary.corrected(word))))

    def is_likely(self, suggestion: str) -> bool:
        """Tell whether a known word is one that may well have been meant: no odd compound of short words."""
        first, _, second = suggestion.partition(" ")
        if second:
            return not word_class("small_word").isdisjoint((first.lower(), second))
        small = suggestion.lower()
        return (
            (len(small) >= _LONG and "-" not in small)
            or small in self.texts.words
            or self.dictionary.lists(suggestion)
            or any(compounds().is_productive(small[:at], small[at:]) for at in range(3, len(small) - 2))
        )

    def _edited_twice(self, word: str) -> Iterator[str]:
        """Yield what two typos make of a word.

        Hunspell guesses too, but its search ends by the clock, so that machines would differ.
        """
        if len(word) <= _LONGEST_EDITED_TWICE:
            for once in dict.fromkeys(chain(simple_edits(word), self.dictionary.corrected(word))):
                yield from simple_edits(once)

    def _similar_words(self, word: str) -> tuple[str, ...]:
        """Return the words in the texts that are most similar."""
        from difflib import get_close_matches  # only needed when a word is wrong

        near = [each for each in self.texts.words if abs(len(each) - len(word)) <= _MOST_LETTERS_APART]
        return tuple(filter(self.dictionary.has, get_close_matches(word.lower(), near, cutoff=_LIKENESS)))
