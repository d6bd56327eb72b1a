# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG030: a noun apart from the name or term before it: "Verenigde Naties vredesmacht"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.clauses import has_finite_verb_at, is_behind_subject_and_verb
from jvom.analysis.compounds import join_compound
from jvom.analysis.entities import entities
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.marked_terms import marked_terms
from jvom.analysis.name_spellings import NamePlace, hyphened_words, place_of
from jvom.analysis.noun_pairs import DETERMINED, OPENING
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.name_phrases import phrases
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.language.hyphened_first_parts import is_before_nouns, is_inflected, is_pair
from jvom.checks.rules.language.nouns_behind_names import (
    has_noun,
    has_verb,
    head_nouns,
    is_a_noun,
    is_head,
    is_head_or_articled,
    is_head_or_countable,
    is_head_or_plural,
    is_only_a_noun,
    is_plural_noun,
)
from jvom.checks.views import Texts
from jvom.dutch.dates import MONTHS

_GOVERNED = Phrase(
    "{preposition|away_preposition} {determiner}? {adjective}?", "{numeral|digits} {adjective}?"
)
#: "de Wereldbank lening", "een Mali missie"
_SINGLE = Phrase("(de|het|een|deze|dit|elke|geen|onze|{numeral}) {adjective}? name={state|body_name} {word}")
_OPENING = Phrase(
    *OPENING.typed, "{start} {preposition} {determiner} {adjective}?", "{start} {numeral|digits} {adjective}?"
)
#: A question: "Heeft de Rekenkamer inzicht in dat werk?"
_ASKED = Phrase("{start} heeft|hebben|had|geeft|krijgt|houdt|biedt|vraagt {determiner} {adjective}?")
_PHRASE_END = Phrase(r",|;|:|\)|.", "en|of|die|dat", "{preposition|away_preposition}")
_COUNTED = Phrase("{numeral|digits} {adjective}?")
_JOINED = Phrase("en|of")
_LED = Phrase(*DETERMINED.typed, *_COUNTED.typed)
_LEADING_OR_GOVERNED = Phrase(*DETERMINED.typed, *_GOVERNED.typed)
#: The ends of English adjectives, which are apart from their noun: "de *embedded* adviseurs".
_LIKE_ENGLISH_ADJECTIVE = ("ed", "ive", "ic", "ary", "able", "ous", "onal")
#: The end of adjectives of a place: "de Sri Lankaanse regering", "Noorse en Finse havens".
_OF_PLACE = "se"
#: The ends of adjectives in names, before a noun of its own: "het Europees parlement".
_LIKE_ADJECTIVE = ("e", "s", "sch", "lijk", "uw", "ig")


@rule("LNG030", WARNING, Scope.TEXTS)
def name_and_noun_apart(texts: Texts) -> Iterator[Violation]:
    """A noun is written apart from the name or term that it makes one word with."""
    for names in texts.memo(phrases):
        for place in (place for places in names.values() for place in places):
            if is_inflected(place) or (
                place.words[-1].endswith(_OF_PLACE) and place.words[-1] not in english()
            ):
                continue
            may_be_adjective = place.words[-1].endswith(_LIKE_ADJECTIVE) and "n" not in classes_of(
                place.words[-1]
            )
            asked = is_head if may_be_adjective else is_head_or_articled
            if (has_noun(place, asked) and _is_phrase(place)) or (
                not may_be_adjective and _is_before_verb(place)
            ):
                yield _apart(place, f"{place.shown}-")
    for place in _terms(texts):
        if has_noun(place, is_head) and _LEADING_OR_GOVERNED.match_before(place.passage, place.start):
            yield _apart(place, f"{place.shown}-" if not place.is_dutch else place.shown.replace(" ", "-"))
    for term in marked_terms(texts.passages):
        if not term.text[0].islower() or term.passage.text[term.end : term.end + 1] != " ":
            continue
        first, end = (bisect_left(term.passage.words, (at, 0)) for at in (term.start, term.end))
        if first < end and _is_phrase_of_term(place := place_of(term.passage, first, end - 1)):
            yield _apart(place, f"{place.shown}-")
    for match in _SINGLE.find(texts, Reads.DUTCH):
        number = bisect_left(match.passage.words, (match["name"].start, 0))
        place = place_of(match.passage, number, number)
        if (has_noun(place, is_head_or_countable) and _is_phrase(place)) or _is_before_verb(place):
            yield _apart(place, place.shown)
    for passage in texts.passages:
        for place in hyphened_words(passage):
            if not is_before_nouns(place) or not has_noun(place, is_a_noun):
                continue
            is_noun = is_pair(place) or not has_verb(place) or _GOVERNED.match_before(passage, place.start)
            if is_noun and (_is_phrase(place) or _is_object(place) or _is_given(place)):
                yield _apart(place, place.shown)
        for each in entities(passage, "short_form"):
            first, last = (bisect_left(passage.words, (at, 0)) for at in (each.start, each.end))
            place = place_of(passage, first, last - 1)
            if each.text[-1].isdigit() and has_noun(place, is_only_a_noun) and _is_phrase(place):
                yield _apart(place, f"{place.shown}-")


def _terms(texts: Texts) -> Iterator[NamePlace]:
    """Yield the runs of English words in small letters."""
    known = english() | word_class("loanword")
    for word in english() & texts.words.keys():
        for passage, number in texts.words[word]:
            words, first, last = passage.lowered_words, number, number
            while first and words[first - 1] in known:
                first -= 1
            while last + 1 < len(words) and words[last + 1] in known and words[last + 1] not in head_nouns():
                last += 1
            place = place_of(passage, first, last)
            if place.text.islower() and next(each for each in words[first:] if each in english()) == word:
                yield place


def _is_phrase_of_term(place: NamePlace) -> bool:
    """Tell whether a term in small letters has its noun behind it: "een *boarding* cursus"."""
    noun = place.word(len(place.words))
    is_noun = not place.words[-1].endswith(_LIKE_ENGLISH_ADJECTIVE)
    if noun in MONTHS or not (is_noun or place.words[-1] in word_class("english_part")):
        return False
    if has_noun(place, is_only_a_noun) and (_is_before_verb(place) or _is_object(place)):
        return True  # and not "kunt u *cron* gebruiken"
    is_led = not is_plural_noun(noun) or _LED.match_before(place.passage, place.start) is not None
    return is_led and has_noun(place, is_head_or_plural) and _is_phrase(place)


def _is_before_verb(place: NamePlace) -> bool:
    """Tell whether a name and a noun are all there is before the verb: "De Rode Zee inzet vroeg"."""
    return (
        has_noun(place, is_a_noun)
        and has_finite_verb_at(place.passage, place.last + 2)
        and _OPENING.match_before(place.passage, place.start) is not None
    )


def _is_object(place: NamePlace) -> bool:
    """Tell whether a name and a noun are the object of a verb: "De staf kiest track-and-trace systemen"."""
    before = place.passage.lowered_words[place.first - 1] if place.first else ""
    return is_behind_subject_and_verb(place.passage, place.first - (before in word_class("determiner")))


def _is_given(place: NamePlace) -> bool:
    """Tell whether what is given begins with a chain, and so is nobody: "levert kant-en-klaar eten"."""
    passage = place.passage
    return (
        place.first > 0
        and len(place.words) > 2
        and passage.lowered_words[place.first - 1] in word_class("giving")
        and _PHRASE_END.match_at(passage, passage.words[place.last + 1][1]) is not None
    )


#: What is behind the verb of a name, and seldom behind a noun.
_BEHIND_VERB = frozenset("zich u je hem haar hen ons het toe een de".split())


def _is_phrase(place: NamePlace) -> bool:
    """Tell whether a name and the noun behind it are one phrase, and not two that a verb has."""
    passage, noun = place.passage, place.passage.lowered_words[place.last + 1]
    after = place.passage.lowered_words[place.last + 2 : place.last + 3]
    may_be_verb = "v" in classes_of(noun) and not _BEHIND_VERB.isdisjoint(after)
    if noun == "zelf" or may_be_verb or _ASKED.match_before(passage, place.start):
        return False  # "de plug-in zelf", "de plug-in richt zich op", "de plug-in laat u"
    if OPENING.match_before(passage, place.start):
        return True
    end = passage.words[place.last + 1][1]
    if is_plural_noun(noun):
        # "voor de Hoorn van Afrika strategieën en middelen leveren": what comes before "en" may be an object.
        return bool(
            _GOVERNED.match_before(passage, place.start)
            and _PHRASE_END.match_at(passage, end)
            and not (_JOINED.match_at(passage, end) and not _COUNTED.match_before(passage, place.start))
        )
    return bool(DETERMINED.match_before(passage, place.start) and _PHRASE_END.match_at(passage, end))


def _apart(place: NamePlace, first: str) -> Violation:
    noun = place.word(place.last - place.first + 1)
    first += "-" if first[-1].isdigit() else ""
    end = place.passage.words[place.last + 1][1]
    span = place.passage.span(place.start, end)
    return violation(span, noun=noun, name=place.shown, better=join_compound(first, noun))
