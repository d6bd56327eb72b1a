# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the texts beside the dictionary: known, a compound of known parts, a name, or none of these.

A word that no dictionary has may still be right: it is a name, an abbreviation, a word of the house
(``spelling`` in content/jvom.yml), or a compound whose parts are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jvom.analysis.caching import cached
from jvom.checks.compound_words import compounds
from jvom.checks.rules.spelling.dictionary import (
    LONGEST,
    Dictionary,
    dutch,
    slips,
)
from jvom.checks.views import DossierView
from jvom.checks.words.rule_files import word_rule
from jvom.dutch.patterns import pattern
from jvom.dutch.typos import typo

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts

# Letters, with hyphens and apostrophes inside; not what is part of a path, an address, a number or c.s.,
# nor of a word with a soft hyphen.
_TOKEN = pattern(
    r"(?<![\w@/#.'’)\u00ad-])(?<!\w\()[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@/#(\u00ad]|\.[^\W\d_]|['’-]\d|\)\w)"
    r"(?P<hanging>-?)"
)
_PREFIXES = frozenset(
    """
    anti mid pro ex oud niet non vice semi quasi co pre post sub trans inter multi euro indo ultra super
    anglo sino latijns oost west noord zuid midden centraal mede hoofd adjunct para contra tegen de het
    af over burger
    """.split()
)
_KINDS = frozenset(
    ("title", "heading", "paragraph", "item", "quote", "head", "cell", "footnote", "alternative", "caption")
)
#: Roman numerals of parts of articles: "onder b, sub iii".
_SMALL_NUMERALS = frozenset("iii vii viii xii xiii".split())
# Suggestions cost time, and a text in another language has thousands of unknown words: so many words get them
# in a run, and so many those that take more thought.
MOST_SUGGESTIONS, _MOST_THOUGHTS = 60, 10
#: How near a word of the texts is to one that it may be: in length, and as difflib measures it.
_FURTHEST, _LIKENESS = 2, 0.85
#: The slips that make a word nearly another.
NEAR = ("other", "more", "less", "swapped")
_PRINTED_VALUES = frozenset(("title", "subtitle", "subject", "purpose"))


class Token(msgspec.Struct, frozen=True):
    """A word as typed, and where it stands; `hanging` when a hyphen follows that stands for the rest."""

    text: str
    passage: Passage
    start: int
    hanging: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def begins_sentence(self) -> bool:
        """Whether the capital may be there because a sentence, a cell or a heading begins."""
        return self.passage.sentence_at(self.start)[0] >= self.start - 2


class Spelling:
    """The words of a run, sorted out once for the rules below. Raises Missing when there is no dictionary."""

    def __init__(self, texts: Texts) -> None:
        self.dictionary: Dictionary = dutch(texts.settings.dictionary)
        self.texts = texts
        house = {word.lower() for word in texts.settings.spelling}
        # What the word rules report already, whole or by its beginning.
        reported = {
            phrase.typed.lower().lstrip("=")
            for code in ("LNG001", "LNG003", "NAM004")
            for phrase in word_rule(code).phrases
            if " " not in phrase.typed
        }
        self.passed_over = house | {word for word in reported if word[-1] != "*"}
        self.beginnings = tuple(word[:-1] for word in reported if word[-1] == "*")
        self._asked = 0
        self.capitals: dict[str, int] = {}
        self.tokens: dict[str, list[Token]] = {}
        for passage in texts.passages:
            if passage.kind in _KINDS or (passage.kind == "value" and passage.label in _PRINTED_VALUES):
                for token in _tokens(passage):
                    self.tokens.setdefault(token.text, []).append(token)
        for text, tokens in self.tokens.items():
            if text[0].isupper() and not all(token.begins_sentence for token in tokens):
                self.capitals[text] = len(tokens)

    @cached
    def names(self) -> frozenset[str]:
        """The words of the names in the registers, and those that stand with a capital more than once."""
        found = {word for word, count in self.capitals.items() if count > 1}
        if isinstance(self.texts, DossierView):
            found.update(*(_words(name) for name in _registered(self.texts)))
        return frozenset(found)

    @cached
    def unknown(self) -> dict[str, list[Token]]:
        """The words that nobody knows, with their places; without passages in another language."""
        found = {text: tokens for text, tokens in self.tokens.items() if not self.knows(text, tokens)}
        count: dict[int, list[int]] = {}
        for text, tokens in self.tokens.items():
            for token in tokens:
                entry = count.setdefault(id(token.passage), [0, 0])
                entry[0] += 1
                entry[1] += text in found
        foreign = {key for key, (total, wrong) in count.items() if total >= 8 and wrong * 2 >= total}
        left = {
            text: [token for token in tokens if id(token.passage) not in foreign]
            for text, tokens in found.items()
        }
        return {text: tokens for text, tokens in left.items() if tokens}

    @cached
    def _nearly(self) -> dict[str, list[str]]:
        """The names by what they are with one letter less, and as they are."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.names):
            for key in _without_a_letter(name):
                found.setdefault(key, []).append(name)
        return found

    def names_near(self, text: str) -> list[str]:
        """Return the names that differ one letter from a name."""
        near = {name for key in _without_a_letter(text) for name in self._nearly.get(key, ())}
        return sorted(name for name in near if typo(text, name) in NEAR)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant by a word, with its capital; not for more than some words a run."""
        self._asked += 1
        if self._asked > MOST_SUGGESTIONS:
            return ()
        capital = word[:1].upper() + word[1:]
        if word.islower() and self.dictionary.has(capital):
            return (capital,)
        found = self.dictionary.suggest(word)
        if not found and self._asked <= _MOST_THOUGHTS:
            found = self._alike(word) or self.dictionary.guess(word)
        # What the texts use elsewhere is likeliest; of equals the order stays.
        found = tuple(sorted(found, key=lambda each: -len(self.texts.words.get(each.lower(), ()))))
        return tuple(each[:1].upper() + each[1:] for each in found) if word[0].isupper() else found

    def _alike(self, word: str) -> tuple[str, ...]:
        """Return the words of the texts that look most like one."""
        from difflib import get_close_matches  # a thing to import only where a word is wrong

        near = [each for each in self.texts.words if abs(len(each) - len(word)) <= _FURTHEST]
        return tuple(filter(self.dictionary.has, get_close_matches(word.lower(), near, cutoff=_LIKENESS)))

    def knows(self, text: str, tokens: list[Token]) -> bool:
        """Tell whether a word is right."""
        small = text.lower().replace("’", "'")
        if (
            small in _SMALL_NUMERALS
            or small in self.passed_over
            or text in self.names
            or self.dictionary.has(text)
        ):
            return True
        if small.startswith(self.beginnings) or all(_is_apart(token) for token in tokens):
            return True
        # A sentence may begin with Eén as well as with Één.
        if (
            text == "Eén"
            or small.endswith("n't")
            or (all(_stops(token) for token in tokens) and self.dictionary.has(f"{text}."))
        ):
            return True
        hanging = all(token.hanging for token in tokens)
        if "-" in text:
            *parts, last = text.split("-")
            return all(self._part(part) for part in parts) and (
                self._part(last) or self._known(last, hanging)
            )
        return self._known(text, hanging)

    def _part(self, part: str) -> bool:
        return (
            part.lower() in _PREFIXES
            or is_abbreviation(part)
            or part in self.names
            or part.lower() in self.passed_over
            or self.dictionary.has(part)
            or self.dictionary.has(part[:1].upper() + part[1:])
            or self._known(part, hanging=True)
            or self._is_a_name(part)
        )

    def _is_a_name(self, part: str) -> bool:
        """Tell whether a part with a capital is a name, and near none of the dictionary: motie-Boswijk."""
        return part[:1].isupper() and not any(self.dictionary.has(name) for name in slips(part))

    def _known(self, word: str, hanging: bool) -> bool:
        base, apostrophe, ending = word.replace("’", "'").partition("'")
        if (
            apostrophe
            and ending in ("s", "", "er", "ers", "tje")
            and (is_abbreviation(base) or base in self.names)
        ):
            return True
        if is_abbreviation(word):
            return True
        small = word.lower()
        if hanging and (
            self.dictionary.has(small) or (small.endswith("s") and self.dictionary.has(small[:-1]))
        ):
            return True
        if participle := _PARTICIPLE.fullmatch(small):
            return self.dictionary.has(f"{participle[1]}eren") or is_compound(word, self.dictionary)
        return is_compound(word, self.dictionary)


def _tokens(passage: Passage) -> Iterator[Token]:
    links = [(part.start, part.end) for part in passage.segments if part.style.address]
    for match in _TOKEN.finditer(passage.dutch):
        text = match[0].removesuffix("-")
        start = match.start()
        if 2 < len(text) <= LONGEST and not any(begin <= start < end for begin, end in links):
            yield Token(text, passage, start, bool(match["hanging"]))


def _without_a_letter(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _stops(token: Token) -> bool:
    return token.passage.text[token.end : token.end + 1] == "."


_NEXT = pattern(r"\s([^\W\d_]+)")
_PARTICIPLE = pattern(r"ge([a-zë]{3,20})eerd(?:e|en)?")


def _is_apart(token: Token) -> bool:
    """Tell whether a word is the first part of a compound written apart, which is reported as that."""
    following = _NEXT.match(token.passage.text, token.end)
    return following is not None and compounds().join(token.text.lower(), following[1].lower())


def is_abbreviation(word: str) -> bool:
    """Tell whether a word has a capital that is not its first letter: EU, eFP, MoU, or is one letter."""
    return len(word) == 1 or word[1:] != word[1:].lower()


def _words(name: str) -> list[str]:
    return [match[0].removesuffix("-") for match in _TOKEN.finditer(name)]


def _registered(view: DossierView) -> Iterator[str]:
    """Yield the names in the dossier's registers."""
    for mission in view.dossier.missions.missions:
        yield from (mission.name, mission.official, mission.region, *mission.places, *mission.accepted)
    for entry in view.dossier.glossary.abbreviations:
        yield from (entry.abbreviation, entry.expansion, *entry.also)
    for name in view.dossier.names.names:
        yield from (name.name, *name.accepted)


# --- compounds ----------------------------------------------------------------------------------

# Endings of a first part that a linking s always follows.
_WITH_S = ("heid", "teit", "schap", "ing")
# What is written onto a word without being one.
_ATTACHED = tuple(
    """
    sub anti inter multi mede super semi pre post neo pseudo ultra micro macro bio geo cyber tele contra
    """.split()
)

_SHORT_SECONDS = frozenset("wet zee eis weg dag lid plan team fase".split())


def is_compound(word: str, dictionary: Dictionary, *, inner: bool = False) -> bool:
    """Tell whether a word is a compound of known parts, with a linking s where one belongs.

    The last part is a noun, or a long word behind a first part that often has one behind it; before it stands
    a word, a name (then with its capital), or a prefix. The last part may be a compound itself.
    """
    known = compounds()
    small = word.lower()
    for prefix in _ATTACHED:
        if small.startswith(prefix) and len(word) - len(prefix) > 4 and dictionary.has(small[len(prefix) :]):
            return True
    for at in range(len(word) - 3, 2, -1):
        first, second = word[:at], small[at:]
        if first.endswith(_WITH_S) or (len(second) < 5 and second not in _SHORT_SECONDS):
            continue
        begins = known.can_begin(first.lower())
        if not begins and (len(first) < 5 or not _stands(first, dictionary)):
            continue
        if dictionary.has(second):
            if known.is_noun(second) or (begins and len(first) > 3 and len(second) > 5):
                return True
        elif not inner and len(second) > 7 and is_compound(second, dictionary, inner=True):
            return True
    return False


def _stands(first: str, dictionary: Dictionary) -> bool:
    """Tell whether a first part is a word, or one with a linking s."""
    return dictionary.has(first) or (first[-1] == "s" and dictionary.has(first[:-1]))
