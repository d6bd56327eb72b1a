# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two words side by side that may be nouns, and what is around them in their phrase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress, count
from operator import and_

from jvom.analysis.clauses import has_finite_verb_at
from jvom.analysis.compounds import LINKED, LISTED, compounds, singulars
from jvom.analysis.lexicon import classes_of, has_class
from jvom.analysis.name_spellings import NamePlace
from jvom.analysis.nouns import closers, needs_article, openers, prepositions
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import Indexed

#: What is before a noun in its phrase, and when a sentence begins with that.
DETERMINED = Phrase("{determiner} {adjective}?")
OPENING = Phrase("{start} {determiner} {adjective}?")
_GOVERNED = Phrase("{preposition|away_preposition} {determiner}? {adjective}?")
_END = Phrase(
    r",|;|:|\)|.",
    "aan {determiner}",
    "en|of|in|van|voor|die|dat|bij|op|met|naar|door|over|tegen|tussen|is|zijn|was|waren|wordt|worden",
)
_JOINING_MARKS = tuple("-‑'’@/_=")
#: Where a text drops its articles.
_TERSE = frozenset(("title", "heading", "head", "cell", "caption", "value"))
_ROMAN = frozenset("IVXLC")
#: So many words before a noun the title of an act may begin.
_TITLE = 3


class NounPair(NamePlace, frozen=True):
    """Two words with a space between them, which may be nouns.

    `opener` is the number of the word that their phrase begins with: a determiner, a preposition or a number,
    with an adjective behind it at most; -1 when there is none.
    """

    opener: int

    @property
    def opens(self) -> str:
        """The word that their phrase begins with; "" for none."""
        return self.passage.lowered_words[self.opener] if self.opener >= 0 else ""

    @property
    def is_determined(self) -> bool:
        """Whether a determiner is before them."""
        return DETERMINED.match_before(self.passage, self.start) is not None

    @property
    def is_governed(self) -> bool:
        """Whether they are the whole of what is behind a preposition."""
        return _GOVERNED.match_before(self.passage, self.start) is not None

    @property
    def is_behind_preposition(self) -> bool:
        """Whether their phrase is behind a preposition: "met de staf afspraken maken"."""
        before = self.passage.lowered_words[self.opener - 1] if self.opener > 0 else ""
        return not prepositions().isdisjoint((self.opens, before))

    @property
    def opens_sentence(self) -> bool:
        """Whether a sentence begins with their phrase."""
        return OPENING.match_before(self.passage, self.start) is not None

    @property
    def is_before_verb(self) -> bool:
        """Whether a finite verb is behind them, also one like a participle: "De post bewaakt de kust"."""
        is_participle = self.word(2).endswith(("t", "d")) and "a" in classes_of(self.word(2))
        is_finite = is_participle and self.word(3) in word_class("determiner") and self.opens_sentence
        return is_finite or has_finite_verb_at(self.passage, self.last + 1)

    @property
    def ends_phrase(self) -> bool:
        """Whether their phrase ends with them."""
        return _END.match_at(self.passage, self.end) is not None

    @property
    def is_terse(self) -> bool:
        """Whether they are where texts drop their articles."""
        return self.passage.kind in _TERSE

    @property
    def is_lower(self) -> bool:
        """Whether both are in small letters."""
        return self.text.islower()

    @property
    def is_in_title(self) -> bool:
        """Whether they are in the title of an act: "het Besluit algemene rechtspositie politie"."""
        first, titled = max(0, self.first - _TITLE), word_class("titled")
        return any(
            word in titled and self.word(number - self.first)[0].isupper()
            for number, word in enumerate(self.passage.lowered_words[first : self.first], first)
        )


def noun_pairs(texts: Indexed) -> Iterator[NounPair]:
    """Yield the words side by side that may be one noun, in Dutch that nobody is quoted for."""
    known = texts.index.places.keys()
    listed = compounds().first_parts(known)
    may_be_verbs = word_class("plural_or_infinitive")
    seconds = known - word_class("small_word", "plural_verb")
    firsts = (known - closers() - openers()) | (listed - word_class("finite_verb"))
    for passage in texts.index.passages:
        words, text, places = passage.lowered_words, passage.text, passage.words
        are_pairs = map(and_, map(firsts.__contains__, words), map(seconds.__contains__, words[1:]))
        for number in compress(count(), are_pairs):
            end, start = places[number][1], places[number + 1][0]
            if start - end > 1 or not text[end].isspace():
                continue  # before the lexicon is asked, which takes longer
            one, two = words[number : number + 2]
            if two in may_be_verbs and not (number and _ends_series(passage, number, one, two)):
                continue
            if (one in listed or has_class(one, "noun")) and _may_be_second(two):
                pair = pair_at(passage, number)
                if _is_apart(pair):
                    yield pair


def _ends_series(passage: Passage, number: int, one: str, two: str) -> bool:
    """Tell whether a second part that may be a verb ends a series: "trein en bus reizen".

    Behind a hanging hyphen, as in "reis- en vertaal kosten", any two parts of many compounds do.
    """
    if passage.lowered_words[number - 1] not in ("en", "of"):
        return False
    certainty = compounds().certainty(one, two)
    if certainty >= LINKED:
        return passage.lowered_words[number - 1] == "en"
    before = number - 2
    is_hanging = before >= 0 and passage.text.startswith("- ", passage.words[before][1])
    return certainty > 0 and is_hanging


@cache
def _may_be_second(word: str) -> bool:
    """Tell whether a word may be the last part of a compound, singular or plural, or of an adjective."""
    return (
        may_be_attribute(word)
        or has_class(word, "noun")
        or compounds().can_end(word)
        or not word_class("count_noun", "after_thing").isdisjoint(singulars(word))
        or needs_article(word)
    )


def may_be_attribute(word: str) -> bool:
    """Tell whether a word (small letters) may be an inflected adjective or participle."""
    return word.endswith("ende") or (word.endswith("e") and "a" in classes_of(word))


def pair_at(passage: Passage, number: int) -> NounPair:
    """Return a word and the next, with the word that their phrase begins with."""
    words = passage.lowered_words
    opener = number - 1
    if opener > 0 and not opens_phrase(words[opener]) and _may_be_adjective(words[opener]):
        opener -= 1
    opener = opener if opener >= 0 and opens_phrase(words[opener]) else -1
    (start, _), (_, end) = passage.words[number : number + 2]
    return NounPair(passage, start, end, number, number + 1, opener)


@cache
def opens_phrase(word: str) -> bool:
    """Tell whether a noun phrase may begin with a word."""
    return word in openers() or word.isdigit() or word in word_class("counting")


def _may_be_adjective(word: str) -> bool:
    return word != "te" and (word.endswith("e") or classes_of(word) in ("a", "av"))


def _is_apart(pair: NounPair) -> bool:
    """Tell whether two words with a space between them are Dutch, and no part of a longer word."""
    passage, end = pair.passage, pair.end
    return (
        (not passage.text.startswith(_JOINING_MARKS, end) or _is_plural_of_one(pair))
        and passage.is_dutch(pair.start, end)
        and not passage.is_quoted(pair.start, end)
    )


def _is_plural_of_one(pair: NounPair) -> bool:
    """Tell whether the list has two words as one, of which the second has its plural: "lucht foto's"."""
    is_plural = pair.passage.text.startswith(("'s ", "’s ", "'s.", "’s."), pair.end)
    return is_plural and compounds().certainty(*pair.words) == LISTED


def is_numbered(passage: Passage, end: int) -> bool:
    """Tell whether a number comes behind a word that ends there: "artikel 3", "het onderdeel fase 2"."""
    behind = passage.text[end:].split(maxsplit=1)
    return bool(behind) and (behind[0][0].isdigit() or _ROMAN.issuperset(behind[0]))
