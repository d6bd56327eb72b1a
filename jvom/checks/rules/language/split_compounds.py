# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds written as two words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from jvom.analysis.bare_nouns import begins_compound, stands_bare
from jvom.analysis.clauses import is_a_person_acting, is_second_an_object, is_second_given
from jvom.analysis.compounds import LINKING_ENDINGS, compounds, join_compound, singulars
from jvom.analysis.joined_adjectives import adjectives_apart
from jvom.analysis.noun_pairs import PHRASE_END, stand_as_one
from jvom.analysis.noun_phrases import is_second_noun, noun_pairs, stands_in_coordination
from jvom.analysis.nouns import articled_nouns, first_parts, is_noun, is_plural, words_for_things
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule
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
#: "het rappel toezeggingen en moties": a title lists plurals behind what they are in.
_LISTED = Phrase("*en|*s en|of *en|*s")
#: "de landen die met troepen bijdragen": a plural behind a preposition, and the verb that ends its clause.
_BY_MEANS = Phrase("die|dat|wie|zij|ze ... met|door|in|op|aan|voor|over|uit|tot|naar")
#: "de geannoteerde agenda bijeenkomst ministers": the subject of a paper, without its preposition.
_SUBJECT = Phrase("agenda|verslag|evaluatie|rapport|nota {word} {capital|digits}")
#: "de combinatie exporteur, eindgebruiker en land": what a list of several is about.
_COMBINED = Phrase(r"combinatie|relatie|verhouding|koppeling|volgorde|driehoek {word} ,|en|/|\-|–")
#: "het algemeen overleg politie": what a meeting of Parliament is about.
_MEETING = Phrase("algemeen overleg")
_VERB = Phrase("kampen met", "landen op", "*en zij|ze|wij|we|hij|ik|u|men|er")
#: "schoot het toezicht tekort": the particle of its verb.
_FALLING_SHORT = Phrase("schiet|schoot|schoten|komt|kwam|kwamen|doet|deed ...6")
_PREPOSITION = Phrase("{preposition|away_preposition} {word}...2?")
_LINKING = ("ing", "heid", "teit")
#: "het mijnenveld kaart na kaart in beeld"
_BETWEEN_ALIKE = frozenset(("na", "voor", "om", "aan", "tegen", "bij", "op"))
_JOINING_MARKS = tuple("-‑'’@/_")


@rule("LNG010", WARNING, Scope.TEXTS, fixable=True, local=True)
def compound_apart(texts: Texts) -> Iterable[Violation]:
    """A compound is written as separate words."""
    return {each.span: each for each in _found(texts)}.values()


def _found(texts: Texts) -> Iterator[Violation]:
    """Yield the compounds apart that each way of looking finds; two ways may find the same."""
    index = texts.index
    for first in first_parts(index):
        for passage, number in texts.words[first]:
            if _is_apart(passage, number) and _is_compound(passage, number):
                yield _one_word(passage, number, "")
    for first in (each for each in words_for_things(index) if not compounds().can_begin(each)):
        for passage, number in texts.words[first]:
            if _is_apart(passage, number) and _is_after_thing(passage, number):
                yield _one_word(passage, number, "s" if first.endswith(_LINKING) else "")
    for noun in articled_nouns(index):
        for passage, number in texts.words[noun]:
            if number and begins_compound(passage, number - 1) and _is_apart(passage, number - 1):
                yield _one_word(passage, number - 1, "")
            if _is_bare_before_noun(passage, number) and _is_apart(passage, number):
                yield _one_word(passage, number, "")
    for passage, number in noun_pairs(texts):
        if _is_apart(passage, number):
            yield _one_word(passage, number, "")
    for passage, number in adjectives_apart(texts):
        first = passage.lowered_words[number]
        yield _one_word(passage, number, "s" if first.endswith(_LINKING) else "")


def _is_apart(passage: Passage, number: int) -> bool:
    """Tell whether only a space is between a word and the next, both Dutch and no part of a longer word."""
    words = passage.lowered_words
    if number + 1 == len(words) or words[number + 1] in _no_seconds():
        return False
    text, (start, end), (begin, last) = passage.text, passage.words[number], passage.words[number + 1]
    return (
        begin == end + 1
        and text[end].isspace()
        and not text.startswith(_JOINING_MARKS, last)
        and passage.is_dutch(start, last)
        and not passage.is_quoted(start, last)
        and not _is_repeated(words, number + 1)
        and not (words[number] == "overleg" and _MEETING.match_before(passage, end))
        and not (words[number + 1] == "tekort" and _FALLING_SHORT.match_before(passage, begin))
    )


@cache
def _no_seconds() -> frozenset[str]:
    return word_class("small_word", "plural_or_infinitive")


def _is_repeated(words: Sequence[str], number: int) -> bool:
    """Tell whether a word is the first of a phrase like "stap voor stap", which belongs to no other noun."""
    between, *again = words[number + 1 : number + 3] or ("",)
    return between in _BETWEEN_ALIKE and again == [words[number]]


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
        or _VERB.match_at(passage, begin)
        or _COMBINED.match_at(passage, start)
        or _SUBJECT.match_at(passage, start)
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


def _is_bare_before_noun(passage: Passage, number: int) -> bool:
    """Tell whether a noun that needs an article has none, and another noun behind it."""
    is_last = number + 1 == len(passage.words)
    return not is_last and is_second_noun(passage, number + 1) and stands_bare(passage, number)


def _one_word(passage: Passage, number: int, link: str) -> Violation:
    (start, end), (_, last) = passage.words[number : number + 2]
    second = passage.lowered_words[number + 1]
    better = join_compound(passage.text[start:end] + link, second)
    if _shares_second(passage, number):
        # "leger en politie eenheden": the first of these shares the second part.
        begin, stop = passage.words[number - 2]
        better = f"{passage.text[begin:stop]}- {passage.lowered_words[number - 1]} {better}"
        start = begin
    return correction(passage, start, last, better, found=passage.text[start:last], safe=False)


def _shares_second(passage: Passage, number: int) -> bool:
    """Tell whether the noun before "en" and the first part of a compound has the same second part."""
    words = passage.lowered_words
    if number < 2 or words[number - 1] != "en":
        return False
    one, second = words[number - 2], words[number + 1]
    begin, end = passage.words[number - 2]
    return (
        passage.text[begin:end].islower()
        and passage.text[end : passage.words[number][0]] == " en "
        and is_noun(one, also_verb=True)
        and not is_plural(one)
        and (compounds().certainty(one, second) > 0 or stands_in_coordination(passage, number))
    )


RULES = (compound_apart,)
