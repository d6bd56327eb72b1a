# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the words around an unknown one with a capital tell: that it is a person, a place or ordinary."""

from __future__ import annotations

from jvom.analysis.languages import english, is_personal_name
from jvom.analysis.name_spellings import place_of
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.known_names import known_names, meant_names
from jvom.checks.rules.spelling.spell_checker import SpellChecker
from jvom.checks.rules.spelling.spelled_words import Token
from jvom.dutch.patterns import pattern

#: A word with a capital.
CAPITAL = Phrase("{capital}")
#: What is before an ordinary word with a capital.
_BEFORE_NOUN = Phrase(
    "de|het|een|deze|ons|onze|hun|elke|iedere {adjective}?", "{preposition} {adjective}", "van|voor ...6 en|,"
)
#: What names of bodies begin with, and end in.
_BEHIND = Phrase(
    "Verenigde|Europese|Afrikaanse|Arabische|Algemene|Tweede|Eerste|Koninklijke|Internationaal|Internationale|Rode|Zwarte|Nabije",
    "Ministerie|Minister van {capital}? en?",
)
_BEFORE = Phrase(
    "Rekenkamer|Raad|Unie|Naties|Staten|Liga|Commissie|Hof|Gerechtshof|Strafhof|Bank|Landmacht|Luchtmacht",
    "Marine|Marechaussee|Vergadering|Zee|Zaken|Rijk|Golf|Kamer|Vertegenwoordiging|Vertegenwoordiger|Dienst",
    "Organisatie|Agentschap|Autoriteit|Comité|Fonds|Verdrag|Strijdkrachten|Federatie|Republiek",
)
_PERSON = Phrase(
    "{title|initial|rank|first_name|address_form|public_office} .?",
    "heer|mevrouw|generaal|motie|*-president",
    "{title|initial|first_name} .? {name_prefix|capital}...3",
    "mevrouw|heer|*-generaal {capital} {name_prefix|capital}...2",
    # A hamlet or range, which no list has: "de omgeving Tongelaar".
    "omgeving|landgoed|buurtschap|gehucht|kasteel|schietbanen|schietterrein|oefenterrein Het|De?",
    "voorzitter|*griffier|*-griffier|secretaris van|voor ...6 ,",
    "{before_person|role|person_noun} =Van|=De|=Den|=Der|=Ter|=Ten|=Te|=El|=Al...2?",
    "{persons} {capital|joins_persons}...6?",
    "van der|den {name_prefix}?",
)

#: Initials, and what may be between them and a surname: "S.P.R.A. van".
_INITIALS, _LONGEST_INITIALS = pattern(r"(?:\b[A-Z][a-z]?\.)+\s?(?:(?:[a-z]+|['’]t)\s){0,3}$"), 40
#: Where places are.
_PLACE = Phrase("in|naar|uit|te|vanuit|nabij|rond|richting|bij|stad|regio|provincie|district")


def is_behind_person(token: Token) -> bool:
    """Tell whether what is right before a name is of persons only: a title, an office, initials."""
    passage, start = token.passage, token.start
    return _PERSON.match_before(passage, start) is not None or bool(
        _INITIALS.search(passage.text, max(0, start - _LONGEST_INITIALS), start)
    )


def is_of_person(guesses: list[str], tokens: list[Token], spelling: SpellChecker) -> bool:
    """Tell whether guesses are of a person's name; asked only of guesses, since it loads all first names."""
    return bool(guesses) and any(_follows_first_name(token, spelling) for token in tokens)


def is_behind_place(token: Token) -> bool:
    """Tell whether what is right before a name is of places."""
    return _PLACE.match_before(token.passage, token.start) is not None


def _follows_first_name(token: Token, spelling: SpellChecker) -> bool:
    """Tell whether before a name is one of persons only ("Jens Stoltenberg"), or any name and "van"."""
    before = ["", *token.passage.text[: token.start].split()]
    name = before[-1]
    while before[-1] in word_class("name_prefix"):
        before.pop()
    is_name = before[-1].istitle() and before[-1].isalpha()
    if is_name and before[-1] != name and before[-1] not in known_names():
        return spelling.dictionary.has(before[-1]) and not spelling.dictionary.has(before[-1].lower())
    # "Narayan Dhakal": of two names that nothing has, the second is a surname.
    is_unheard_of = is_name and not (
        spelling.dictionary.has(before[-1]) or before[-1].lower() in english() or meant_names(before[-1])
    )
    return is_unheard_of or (is_name and is_personal_name(before[-1]))


def may_be_ordinary(token: Token) -> bool:
    """Tell whether a word is where ordinary ones with a capital are: behind an article, in a name or data."""
    passage, start, end = token.passage, token.start, token.end
    is_behind = _BEFORE_NOUN.match_before(passage, start) or CAPITAL.match_before(passage, start)
    return passage.kind == "value" or (is_behind or CAPITAL.match_at(passage, end)) is not None


def is_in_name(token: Token) -> bool:
    """Tell whether a word is beside another of the name of a body: "Verenigde Natis", "Algmene Raad"."""
    behind = _BEHIND.match_before(token.passage, token.start)
    return (behind or _BEFORE.match_at(token.passage, token.end)) is not None


def is_in_english_name(token: Token) -> bool:
    """Tell whether a word beside this one, small words aside, is one that English names and titles have."""
    passage = token.passage
    number = next((number for number, place in enumerate(passage.words) if place[0] == token.start), None)
    if number is None:
        return False
    place, small = place_of(passage, number, number), word_class("joining_english")
    known = english() | word_class("title_word", "loanword")
    for step in (-1, 1):
        beside = step
        while place.word(beside) in small:
            beside += step
        word = place.word(beside)
        if word.istitle() and word.lower() in known:
            return True
    return False
