# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A noun or prefix apart from the word that it makes one with: "een regio gerichte aanpak", "anti tank"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.clauses import is_behind_subject_and_verb
from jvom.analysis.lexicon import classes_of
from jvom.analysis.noun_pairs import OPENING, NounPair, may_be_attribute, opens_phrase, pair_at
from jvom.analysis.nouns import is_countable, is_linked, is_plural, may_be_bare, needs_article
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import Indexed

_ADJECTIVE = Phrase("noun={word} {joined_adjective} {word}")
_PARTICIPLE = Phrase(
    "{word} gebonden|gedragen|gedreven {be|preposition}",
    "{word} gedragen|gedreven en|of",
    "{word} gebonden|gedragen zich",
    "{word} houdende met",
)
_AFTER_INDEFINITE = Phrase("een|geen")
#: "een voor conflict gevoelige regio"
_GOVERNED_BEFORE = Phrase("{determiner|adjective} {preposition|away_preposition} {determiner}?")
_OF_PARTICIPLE = Phrase("op|door|tegen|aan|van|met een|geen")
_ARTICLE_OF_NOUN = Phrase("de|het|deze|dit|die|dat {word}?", "{adjective}", "op|door|tegen|aan|van|met")
#: No preposition that an adjective may have: "een breed door de raad gedragen plan".
_GOVERNED_NOUN = Phrase(
    "uit|in|naar|bij|langs|tijdens|sinds|na|over|binnen|buiten|rond de|het|deze|dit|die|dat"
)
_PREDICATE = Phrase("noun={word} {joined_predicate}")
#: "vrij van", "gericht op", "gereed gemaakt": a word of its own.
_ON_ITS_OWN = Phrase(
    "{word} {word} {preposition}",
    "{word} vrij|gereed *maken|*maakt|*geven|*geeft|gezet|gesteld|gehouden|gelegd|staan|staat",
)
_COPULA = Phrase(
    "is|was|waren|blijft|bleef|blijven|lijkt|leek|werkt|werken|werkte zeer|erg|meer|minder|niet|ook|volledig?"
)
_ATTRIBUTE = Phrase("noun={word} gestuurd|gedreven|gericht|gerelateerd|gebonden|gevoelig {noun}")
_BEFORE_BARE = Phrase(
    "{determiner|preposition|away_preposition|be|having_word}", "heeft|hebben|had|hadden|zich"
)
_VERB = Phrase("{verb}")
_BE = Phrase("het|dit|dat|er zijn|is|was|waren")
_SHORTEST = 4
_PREFIXED = Phrase("prefix={loose_prefix|prefix_or_word} {word}")
_PREFIXED_NOUN = Phrase(
    "(de|het|een|deze|dit|onze|geen) prefix={prefix_behind_article} {word}",
    "(de|deze|onze|alle|beide|{numeral}) prefix={prefix_behind_de} {word}",
)
#: "de grens overschrijdende misdaad", and not "de over de grens handelende bendes".
_ATTRIBUTIVE = Phrase("{word} {word} {noun}")
_OF_ADJECTIVE = Phrase("{preposition|away_preposition} {determiner}?", "{determiner} {adjective}")


def adjectives_apart(texts: Indexed) -> Iterator[NounPair]:
    """Yield where a noun is that is the first part of the adjective behind it."""
    for phrase, is_first in (
        (_ADJECTIVE, _is_before_adjective),
        (_PREDICATE, _is_in_predicate),
        (_ATTRIBUTE, _is_in_attribute),
    ):
        for match in phrase.find(texts, Reads.DUTCH):
            passage, number = match.passage, bisect_left(match.passage.words, (match.start, 0))
            pair = pair_at(passage, number)
            first, second = pair.words
            # A measure is a first part only of what the dictionary has.
            may_be = _may_be_first(first) or (classes_of(first) == "n" and _is_known(first, second))
            if may_be and is_first(passage, match.start) and not _is_of_next(pair):
                yield pair


def _is_of_next(pair: NounPair) -> bool:
    """Tell whether a short adjective belongs to the noun behind it: "van scholen brede scholen"."""
    first, second = pair.words
    may_be_verb = "v" in classes_of(first) and not _is_known(first, second)
    return second in word_class("short_adjective") and (
        (is_plural(first) and not is_linked(first)) or not pair.word(1).islower() or may_be_verb
    )


def _is_known(first: str, second: str) -> bool:
    """Tell whether the dictionary has two words as one adjective: "tijdrovende"."""
    return classes_of(first + second).startswith("a")


def prefixes_apart(texts: Indexed) -> Iterator[NounPair]:
    """Yield where a prefix is, that is no word of its own, apart from the rest of its word."""
    for match in _PREFIXED.find(texts, Reads.DUTCH):
        pair = pair_at(match.passage, bisect_left(match.passage.words, (match.start, 0)))
        prefix, rest = pair.words
        is_whole = any(not {"n", "a"}.isdisjoint(classes_of(rest[at:])) for at in _starts_of_part(rest))
        is_known = classes_of(f"{prefix}{rest}") != "" or prefix in word_class("loose_prefix")
        if is_known and is_whole and not opens_phrase(rest) and len(rest) >= _SHORTEST and pair.is_lower:
            yield pair
    for match in _PREFIXED_NOUN.find(texts, Reads.DUTCH):
        pair = pair_at(match.passage, bisect_left(match.passage.words, (match["prefix"].start, 0)))
        is_noun = classes_of("".join(pair.words)) == "n" and not opens_phrase(pair.words[1])
        is_noun = is_noun and pair.words[1] not in word_class("small_word")
        if is_noun and pair.is_lower and (pair.ends_phrase or pair.is_before_verb):
            yield pair


def _starts_of_part(word: str) -> tuple[int, ...]:
    """Return where a word, or the last part of one that nobody lists, may begin."""
    return (0, *range(_SHORTEST, len(word) - _SHORTEST + 1))


def is_adjective_apart(pair: NounPair) -> bool:
    """Tell whether two words are an adjective of the dictionary: "de grens overschrijdende misdaad"."""
    first, second = pair.words
    if not may_be_attribute(second) or classes_of(f"{first}{second}") != "a":
        return False
    if not _may_be_first(first) or _OF_ADJECTIVE.match_before(pair.passage, pair.start):
        return False
    return _ATTRIBUTIVE.match_at(pair.passage, pair.start) is not None


def _may_be_first(word: str) -> bool:
    """Tell whether a word is a noun, or one with a linking s that only first parts have: "rijks"."""
    if word in word_class("loose", "never_first", "small_word", "holder"):
        return False
    return classes_of(word) in ("n", "nv") or word in word_class("loanword") or is_linked(word)


def _is_before_adjective(passage: Passage, start: int) -> bool:
    """Tell whether a noun belongs to the adjective before the next noun: "een regio gerichte aanpak".

    It does not when a preposition makes it a phrase of its own ("een op de regio gerichte aanpak"), nor
    before a participle with its verb: "dat de landen gebonden zijn".
    """
    if _PARTICIPLE.match_at(passage, start) or _GOVERNED_BEFORE.match_before(passage, start):
        return False
    if OPENING.match_before(passage, start):
        return True
    if _AFTER_INDEFINITE.match_before(passage, start):
        return not _OF_PARTICIPLE.match_before(passage, start)
    if _BE.match_before(passage, start) or not _ARTICLE_OF_NOUN.match_before(passage, start):
        return True
    number = bisect_left(passage.words, (start, 0))
    return _is_governed_with_thing(passage, number) or is_behind_subject_and_verb(passage, number)


def _is_governed_with_thing(passage: Passage, number: int) -> bool:
    """Tell whether the noun behind the adjective needs the article before: "uit de olie rijke provincie"."""
    first, second, noun = passage.lowered_words[number : number + 3]
    if not _is_known(first, second):
        return False
    is_governed = _GOVERNED_NOUN.match_before(passage, passage.words[number][0]) is not None
    is_thing = classes_of(noun) == "n" and is_countable(noun) and not may_be_bare(noun)
    return is_governed and (is_thing or needs_article(noun))


def _is_in_predicate(passage: Passage, start: int) -> bool:
    """Tell whether a noun without an article is right behind a form of "to be": "is conflict gevoelig"."""
    return _COPULA.match_before(passage, start) is not None and not _ON_ITS_OWN.match_at(passage, start)


def _is_in_attribute(passage: Passage, start: int) -> bool:
    """Tell whether a bare noun is before a participle and a noun: "informatie gestuurd optreden"."""
    if not start:
        return True
    return _VERB.match_before(passage, start) is not None and not _BEFORE_BARE.match_before(passage, start)
