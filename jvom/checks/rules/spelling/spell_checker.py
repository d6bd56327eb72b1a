# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the texts, looked up: known, a compound of known parts, a name, or unknown.

A word that isn't in the dictionary may still be right: as a name, an abbreviation, a word in the house's own
list (``spelling`` in content/jvom.yml), or a compound whose parts are known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

import msgspec

from jvom.analysis.caching import cached
from jvom.analysis.compounds import compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.languages import is_in_dutch_dictionary
from jvom.checks.rules.spelling.dictionary import (
    LONGEST,
    Dictionary,
    dutch,
    is_english,
    simple_edits,
)
from jvom.checks.rules.spelling.word_formation import is_compound, is_made_up, unknown_second
from jvom.checks.views import DossierView, Texts
from jvom.checks.words.rule_files import word_rule
from jvom.dutch.patterns import pattern
from jvom.dutch.typos import typo

# Letters, with hyphens and apostrophes inside; not in a path, an address, a number or "c.s.", nor in a word
# with a soft hyphen.
_TOKEN = pattern(
    r"(?<![\w@/#.'’)\u00ad-])(?<!\w\()[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@/#(\u00ad]|\.[^\W\d_]|['’-]\d|\)\w)"
    r"(?P<hanging>-?)"
)
_KINDS = frozenset(
    ("title", "heading", "paragraph", "item", "quote", "head", "cell", "footnote", "alternative", "caption")
)
#: Roman numerals of parts of articles: "onder b, sub iii".
_SMALL_NUMERALS = frozenset("iii vii viii xii xiii".split())
# Suggestions cost time, and a text in another language has thousands of unknown words. These are the most
# words in a file that get suggestions, and in a run that get expensive ones.
MOST_SUGGESTIONS, _MOST_GUESSES = 60, 10
#: In so many words, half of which are unknown, a passage is in another language.
_MANY_WORDS = 8
#: How similar an existing word must be to be suggested: the difference in length, and difflib's ratio.
_MOST_LETTERS_APART, _LIKENESS = 2, 0.85
#: The typos that make two words similar.
SIMILAR = ("other", "more", "less", "swapped")
#: A word that the texts spell in one way so many times is no slip.
_OFTEN = 3
#: Shorter words with 's are plurals of abbreviations: "zbo's".
_LONG_PLURAL = 4


class Token(msgspec.Struct, frozen=True):
    """A word as typed, and its place; `hanging` when a hyphen follows: "land- en luchtmacht"."""

    text: str
    passage: Passage
    start: int
    hanging: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def begins_sentence(self) -> bool:
        """Whether a capital may be due to the beginning of a sentence, cell or heading."""
        return self.passage.sentence_at(self.start)[0] >= self.start - 2


class SpellChecker:
    """The words of a run, looked up once for all rules. Raises Missing when there is no dictionary."""

    def __init__(self, texts: Texts) -> None:
        self.dictionary: Dictionary = dutch(texts.settings.dictionary)
        self.texts = texts
        house = {word.lower() for word in texts.settings.spelling}
        entire, self.beginnings = _reported()
        self.accepted = house | entire
        self._suggested: Counter[str] = Counter()
        self.capitals: dict[str, int] = {}
        self.tokens: dict[str, list[Token]] = {}
        for passage in texts.passages:
            if passage.kind in _KINDS or (passage.kind == "value" and passage.is_text):
                for token in passage.memo(_tokens):
                    self.tokens.setdefault(token.text, []).append(token)
        for text, tokens in self.tokens.items():
            if text[0].isupper() and not all(token.begins_sentence for token in tokens):
                self.capitals[text] = len(tokens)

    @cached
    def names(self) -> frozenset[str]:
        """The words of the names in the registers, and those that are capitalized more than once."""
        found = {word for word, count in self.capitals.items() if count > 1}
        if isinstance(self.texts, DossierView):
            found.update(*map(_words, self.texts.registered_names))
        return frozenset(found)

    @cached
    def unknown(self) -> dict[str, list[Token]]:
        """The unknown words with their places, without those in passages in another language."""
        wrong = {text: tokens for text, tokens in self.tokens.items() if not self.knows(text, tokens)}
        found = [token.passage for tokens in wrong.values() for token in tokens]
        count = Counter(map(id, found))
        foreign = {
            key
            for key, passage in {id(passage): passage for passage in found}.items()
            if (total := len(passage.memo(_tokens))) >= _MANY_WORDS and count[key] * 2 >= total
        }
        left = {
            text: [token for token in tokens if id(token.passage) not in foreign]
            for text, tokens in wrong.items()
        }
        return {text: tokens for text, tokens in left.items() if tokens}

    @cached
    def _names_by_key(self) -> dict[str, list[str]]:
        """The names, indexed by themselves and by each form with one letter less."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.names):
            for key in _without_a_letter(name):
                found.setdefault(key, []).append(name)
        return found

    def similar_names(self, text: str) -> list[str]:
        """Return the names that differ from a name in one letter."""
        near = {name for key in _without_a_letter(text) for name in self._names_by_key.get(key, ())}
        return sorted(name for name in near if typo(text, name) in SIMILAR)

    def suggest(self, word: str, file: str) -> tuple[str, ...]:
        """Return the words that may have been meant by a word; () after many words in one file."""
        self._suggested[file] += 1
        if self._suggested[file] > MOST_SUGGESTIONS:
            return ()
        capital = word[:1].upper() + word[1:]
        if word.islower() and self.dictionary.has(capital):
            return (capital,)
        found = self.dictionary.suggest(word)
        if not found and self._suggested.total() <= _MOST_GUESSES:
            found = self._similar_words(word) or self.dictionary.guess(word)
        # Words that the texts use elsewhere are likeliest; the sort is stable.
        found = tuple(sorted(found, key=lambda each: -len(self.texts.words.get(each.lower(), ()))))
        return tuple(each[:1].upper() + each[1:] for each in found) if word[0].isupper() else found

    def may_be_right(self, word: str, file: str, suggestions: tuple[str, ...], times: int) -> bool:
        """Tell whether a word is near no word that is known as such, for which `suggest` found these.

        Words that only may be compounds are near too many others to count for a word that is used often.
        Behind a known first part an unknown second one is wrong, unless it is English.
        """
        near = [each for each in suggestions if times < _OFTEN or typo(word, each) in SIMILAR]
        if self._suggested[file] > MOST_SUGGESTIONS or any(map(self._is_listed, near)):
            return False
        if times >= _OFTEN or "-" in word:
            return True
        rest = unknown_second(word.lower())
        return not any(compounds().parts(each.lower()) for each in suggestions) and not (
            rest and not is_english(rest)
        )

    def _is_listed(self, suggestion: str) -> bool:
        first, _, second = suggestion.partition(" ")
        if second:
            return not word_class("small_word").isdisjoint((first.lower(), second))
        small = suggestion.lower()
        return bool(classes_of(small)) or small in self.texts.words or is_in_dutch_dictionary(suggestion)

    def _similar_words(self, word: str) -> tuple[str, ...]:
        """Return the words in the texts that are most similar."""
        from difflib import get_close_matches  # only needed when a word is wrong

        near = [each for each in self.texts.words if abs(len(each) - len(word)) <= _MOST_LETTERS_APART]
        return tuple(filter(self.dictionary.has, get_close_matches(word.lower(), near, cutoff=_LIKENESS)))

    def knows(self, text: str, tokens: list[Token]) -> bool:
        """Tell whether a word is right."""
        small = text.lower().replace("’", "'")
        if (
            small in _SMALL_NUMERALS
            or small in self.accepted
            or text in self.names
            or self.dictionary.has(text)
            or (text.istitle() and self.dictionary.has(small))
        ):
            return True
        if small.startswith(self.beginnings) or all(_is_written_apart(token) for token in tokens):
            return True
        if small.endswith("ese") and self.dictionary.has(f"{text[:-3]}ees"):
            return True
        # A sentence may begin with "Eén" as well as "Één".
        if (
            text == "Eén"
            or small.endswith("n't")
            or (all(_has_full_stop(token) for token in tokens) and self.dictionary.has(f"{text}."))
        ):
            return True
        hanging = all(token.hanging for token in tokens)
        if "-" in text:
            *parts, last = text.split("-")
            return all(self._knows_part(part) for part in parts) and (
                self._knows_part(last) or self._knows_whole(last, hanging)
            )
        return self._knows_whole(text, hanging)

    def _knows_part(self, part: str) -> bool:
        return (
            part.lower() in word_class("prefix_part")
            or is_abbreviation(part)
            or part in self.names
            or part.lower() in self.accepted
            or self.dictionary.has(part)
            or self.dictionary.has(part[:1].upper() + part[1:])
            or self._knows_whole(part, hanging=True)
            or self._is_a_name(part)
        )

    def _is_a_name(self, part: str) -> bool:
        """Tell whether a capitalized part is a name, unlike any in the dictionary: motie-Boswijk."""
        return part[:1].isupper() and not any(self.dictionary.has(name) for name in simple_edits(part))

    def _knows_whole(self, word: str, hanging: bool) -> bool:
        base, apostrophe, ending = word.replace("’", "'").partition("'")
        if (
            apostrophe
            and ending in ("s", "", "er", "ers", "tje")
            and (is_abbreviation(base) or base in self.names or (ending == "s" and len(base) < _LONG_PLURAL))
        ):
            return True
        if is_abbreviation(word):
            return True
        small = word.lower()
        if hanging and (
            self.dictionary.has(small) or (small.endswith("s") and self.dictionary.has(small[:-1]))
        ):
            return True
        stem = small.removesuffix("en").removesuffix("e").removeprefix("ge").removesuffix("eerd")
        if small.startswith("ge") and "eerd" in small and self.dictionary.has(f"{stem}eren"):
            return True  # "geclausuleerde"
        return is_compound(word, self.dictionary) or is_made_up(small, self.dictionary)


def _tokens(passage: Passage) -> tuple[Token, ...]:
    return tuple(_tokens_in(passage))


def _tokens_in(passage: Passage) -> Iterator[Token]:
    links = [(part.start, part.end) for part in passage.segments if part.style.address]
    for match in _TOKEN.finditer(passage.dutch):
        text = match[0].removesuffix("-")
        start = match.start()
        if 2 < len(text) <= LONGEST and not any(begin <= start < end for begin, end in links):
            yield Token(text, passage, start, bool(match["hanging"]))


@lru_cache(maxsize=4096)
def _without_a_letter(word: str) -> tuple[str, ...]:
    return word, *(word[:at] + word[at + 1 :] for at in range(len(word)))


@cache
def _reported() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that word rules already report: entire ones, and beginnings of words."""
    reported = {
        phrase.typed.lower().lstrip("=")
        for code in ("LNG001", "LNG003", "NAM004")
        for phrase in word_rule(code).phrases
        if " " not in phrase.typed
    }
    beginnings = sorted(word[:-1] for word in reported if word[-1] == "*")
    return frozenset(word for word in reported if word[-1] != "*"), tuple(beginnings)


def _has_full_stop(token: Token) -> bool:
    return token.passage.text[token.end : token.end + 1] == "."


def _is_written_apart(token: Token) -> bool:
    """Tell whether a word is the first part of a compound written apart, which another rule reports."""
    after = token.passage.text[token.end : token.end + LONGEST].split()
    spaced = token.passage.text[token.end : token.end + 1].isspace()
    second = "".join(takewhile(str.isalpha, after[0] if after else ""))
    return spaced and bool(second) and compounds().join(token.text.lower(), second.lower())


def is_abbreviation(word: str) -> bool:
    """Tell whether a word has a capital after its first letter (EU, eFP, MoU), or is a single letter."""
    return len(word) == 1 or word[1:] != word[1:].lower()


def _words(name: str) -> list[str]:
    return [match[0].removesuffix("-") for match in _TOKEN.finditer(name)]
