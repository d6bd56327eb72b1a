# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds written as two words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.compounds import LINKING_ENDINGS, compounds, join_compound, singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.language.nouns_apart import (
    OPENING,
    PHRASE_END,
    is_a_person_acting,
    is_second_an_object,
    is_second_given,
    stand_as_one,
)
from jvom.checks.views import Texts

#: A noun and words before it that belong together, so that the next noun is none of its parts.
_FIXED = Phrase(
    "per|elk|elke|ieder|iedere|dit|deze|vorig|vorige|volgend|volgende {time}",
    "per schip|vliegtuig|trein|persoon|land|missie|eenheid|regio|post|brief",
    "{preposition|away_preposition} {phrase_noun}",
    "te|ter|een|hele {phrase_noun}",
    "als|tot doel|taak|gevolg|reden|inzet|voorwaarde|uitgangspunt",
)
_DETERMINED = Phrase("{determiner} *e?")
#: "schoot het toezicht tekort": the particle of its verb.
_FALLING_SHORT = Phrase("schiet|schoot|schoten|komt|kwam|kwamen|doet|deed ...6")
#: "het rappel toezeggingen en moties": a title lists plurals behind what they are in.
_LISTED = Phrase("*en|*s en|of *en|*s")
#: "de landen die met troepen bijdragen": a plural behind a preposition, and the verb that ends its clause.
_BY_MEANS = Phrase("die|dat|wie|zij|ze ... met|door|in|op|aan|voor|over|uit|tot|naar")
#: "de combinatie exporteur, eindgebruiker en land": what a list of several is about.
_COMBINED = Phrase(r"combinatie|relatie|verhouding|koppeling|volgorde|driehoek {word} ,|en|/|\-|–")
_VERB = Phrase("kampen met", "landen op", "*en zij|ze|wij|we|hij|ik|u|men|er")
_PREPOSITION = Phrase("{preposition|away_preposition} {word}...2?")
_ADJECTIVE = Phrase("noun={word} {joined_adjective} {word}")
_PARTICIPLE = Phrase("{word} gebonden|gedragen|gedreven {be|preposition}", "{word} gebonden zich")
_AFTER_INDEFINITE = Phrase("een|geen")
_OF_PARTICIPLE = Phrase("op|door|tegen|aan|van|met een|geen")
_ARTICLE_OF_NOUN = Phrase("de|het|deze|dit|die|dat {word}?", "{adjective}", "op|door|tegen|aan|van|met")
_LINKING = ("ing", "heid", "teit")
_JOINING_MARKS = tuple("-‑'’@/_")


@rule("LNG010", WARNING, Scope.TEXTS, fixable=True, local=True)
def compound_apart(texts: Texts) -> Iterator[Violation]:
    """A compound is written as separate words."""
    for first in compounds().first_parts(texts.words):
        for passage, number in texts.words[first]:
            if _is_apart(passage, number) and _is_compound(passage, number):
                yield _one_word(passage, number, "")
    endings = sorted(ending[1:] for ending in word_class("thing_noun"))
    things = dict.fromkeys(word for ending in endings for word in texts.index.words_ending(ending))
    for first in (each for each in things if not compounds().can_begin(each)):
        for passage, number in texts.words[first]:
            if _is_apart(passage, number) and _is_after_thing(passage, number):
                yield _one_word(passage, number, "s" if first.endswith(_LINKING) else "")
    for match in _ADJECTIVE.find(texts, Reads.DUTCH):
        passage, number = match.passage, bisect_left(match.passage.words, (match.start, 0))
        first = passage.lowered_words[number]
        if _is_before_adjective(passage, number):
            yield _one_word(passage, number, "s" if first.endswith(_LINKING) else "")


def _is_before_adjective(passage: Passage, number: int) -> bool:
    """Tell whether a noun is the first part of the adjective behind it: "een regio gerichte aanpak".

    It is not when a preposition makes it a phrase of its own ("een op de regio gerichte aanpak"), nor before
    a participle with its verb: "dat de landen gebonden zijn".
    """
    start, first = passage.words[number][0], passage.lowered_words[number]
    is_noun = classes_of(first) in ("n", "nv") or first in word_class("loanword")
    if not is_noun or first in word_class("loose", "never_first"):
        return False
    if _PARTICIPLE.match_at(passage, start):
        return False
    if OPENING.match_before(passage, start):
        return True
    if _AFTER_INDEFINITE.match_before(passage, start):
        return not _OF_PARTICIPLE.match_before(passage, start)
    return not _ARTICLE_OF_NOUN.match_before(passage, start)


def _is_apart(passage: Passage, number: int) -> bool:
    """Tell whether only a space is between a word and the next, both Dutch and no part of a longer word."""
    words = passage.lowered_words
    if number + 1 == len(words) or words[number + 1] in word_class("small_word"):
        return False
    text, (start, end), (begin, last) = passage.text, *passage.words[number : number + 2]
    return (
        begin == end + 1
        and text[end].isspace()
        and not text.startswith(_JOINING_MARKS, last)
        and words[number + 1] not in word_class("plural_or_infinitive")
        and passage.is_dutch(start, last)
        and not passage.is_quoted(start, last)
    )


def _is_compound(passage: Passage, number: int) -> bool:
    """Tell whether the list of compounds has two words as one, and the words around them allow that."""
    text, (start, end), (begin, last) = passage.text, *passage.words[number : number + 2]
    first, second = passage.lowered_words[number : number + 2]
    # A first part with a linking s only occurs before another part, also in a name: "Veiligheids Raad".
    linked = first.endswith(LINKING_ENDINGS)
    capitalized = linked and text[start].isupper() and text[begin].isupper()
    if not capitalized and not text[begin:last].islower():
        return False
    if not compounds().join(first, second) and not stand_as_one(passage, number):
        return False
    if not linked and (text[:start].endswith(_JOINING_MARKS) or is_second_given(passage, number)):
        return False
    if not capitalized and text[start].isupper() and passage.sentence_at(start)[0] < start - 1:
        return False
    if first in word_class("noun_or_verb") and not _DETERMINED.match_before(passage, start):
        return False
    return not (
        _FIXED.match_before(passage, end)
        or (second == "tekort" and _FALLING_SHORT.match_before(passage, begin))
        or _VERB.match_at(passage, begin)
        or _COMBINED.match_at(passage, start)
        or (first.endswith("en") and second.endswith("en") and _BY_MEANS.match_before(passage, start))
        or (not linked and _LISTED.match_at(passage, begin))
        or is_a_person_acting(passage, number)
        or is_second_an_object(passage, number)
    )


def _is_after_thing(passage: Passage, number: int) -> bool:
    """Tell whether a noun is the last part of a compound with the thing before it: "crisisrespons teams"."""
    (start, _), (begin, last) = passage.words[number : number + 2]
    second = passage.lowered_words[number + 1]
    after = word_class("count_noun", "after_thing")
    return (
        passage.text[begin].islower()
        and not after.isdisjoint(singulars(second))
        and not is_second_given(passage, number)
        and (second not in after or _DETERMINED.match_before(passage, start) is not None)
        and not (_PREPOSITION.match_before(passage, start) and not PHRASE_END.match_at(passage, last))
        and compounds().is_noun(passage.lowered_words[number])  # last, since it must load all nouns
    )


def _one_word(passage: Passage, number: int, link: str) -> Violation:
    (start, end), (_, last) = passage.words[number : number + 2]
    better = join_compound(passage.text[start:end] + link, passage.lowered_words[number + 1])
    return correction(passage, start, last, better, found=passage.text[start:last], safe=False)


RULES = (compound_apart,)
