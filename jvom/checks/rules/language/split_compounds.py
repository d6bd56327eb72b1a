# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds written as two words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.analysis.compounds import (
    LINKING_ENDINGS,
    Compounds,
    compounds,
    join_compound,
    singulars,
)
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.language.abbreviation_hyphens import ARTICLES, PREPOSITIONS
from jvom.dutch.dates import WEEKDAYS
from jvom.dutch.patterns import pattern
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts


@rule(
    "LNG010",
    "compound-apart",
    WARNING,
    Scope.TEXTS,
    msg("Een samenstelling is los geschreven"),
    fixable=True,
)
def compound_apart(texts: Texts) -> Iterator[Violation]:
    """A compound is written as separate words."""
    known = compounds()
    yield from _split_compounds(texts, known)
    yield from _nouns_after_compounds(texts, known)


def _split_compounds(texts: Texts, known: Compounds) -> Iterator[Violation]:
    """Yield two words that the list of compounds has as one."""
    for first in known.first_parts(texts.words):
        if first in _DAYS:
            continue
        # A first part with a linking s only occurs before another part, also in a name: "Veiligheids Raad".
        linked = first.endswith(LINKING_ENDINGS)
        for passage, number in texts.words[first]:
            if passage.lowered_words[number + 1 : number + 2] in _NEVER_SECOND:
                continue
            words, text = passage.words, passage.text
            start, end = words[number]
            begin, last = words[number + 1]
            if begin != end + 1 or not text[end].isspace():
                continue
            second = text[begin:last]
            capitalized = linked and text[start].isupper() and second.istitle()
            if not capitalized and not second.islower():
                continue
            after_hyphen = start > 0 and text[start - 1] in _JOINING_MARKS and not linked
            if after_hyphen or text[last : last + 1] in _JOINING_MARKS:
                continue
            if not known.join(first, second.lower()):
                continue
            if not capitalized and text[start].isupper() and passage.sentence_at(start)[0] < start - 1:
                continue
            if first in _ALSO_VERBS and not _has_article(passage, number):
                continue
            if number and first in _PHRASES.get(passage.lowered_words[number - 1], ()):
                continue
            if _is_second_an_object(passage, number) or _is_second_a_verb(passage, number):
                continue
            if passage.is_dutch(start, last) and (linked or not _is_second_given(passage, number)):
                yield _one_word(passage, start, last, join_compound(text[start:end], second.lower()))


def _one_word(passage: Passage, start: int, end: int, better: str) -> Violation:
    return Violation(
        passage.span(start, end),
        msg("«{found}» is één woord", found=passage.text[start:end]),
        msg("schrijf «{better}»", better=better),
        replace(passage, start, end, better, safe=False),
    )


def _nouns_after_compounds(texts: Texts, known: Compounds) -> Iterator[Violation]:
    """Yield a compound for a thing with another noun after it: "crisisrespons teams"."""
    for first, places in texts.words.items():
        if len(first) < _SHORTEST_COMPOUND or first[-_TAIL:] not in _TAILS:
            continue
        if not first.endswith(_THING_ENDINGS) or known.can_begin(first):
            continue
        for passage, number in places:
            following = passage.lowered_words[number + 1 : number + 2]
            if not following or following[0] in _INFINITIVES:
                continue
            forms = frozenset(singulars(following[0]))
            if not forms & _AFTER_THINGS or _is_second_given(passage, number):
                continue
            text, (start, end), (begin, last) = passage.text, *passage.words[number : number + 2]
            adjacent = begin == end + 1 and text[end].isspace() and text[begin].islower()
            if (
                adjacent
                and text[last : last + 1] not in _JOINING_MARKS
                and passage.is_dutch(start, last)
                and (following[0] not in _AFTER_THINGS or _has_article(passage, number))
                and (not _has_preposition(passage, number) or _PHRASE_END.match(text, last))
                and known.is_noun(first)  # last, since it must load all nouns
            ):
                linked = "s" if first.endswith(_LINKING) else ""
                yield _one_word(passage, start, last, join_compound(text[start:end] + linked, following[0]))


#: The least length of a compound of two parts.
_SHORTEST_COMPOUND = 9
#: Endings of compounds for things that do not act, so that a noun after one is not its object.
_THING_ENDINGS = tuple(
    """
    respons opbouw beheersing bewaking bestrijding verdediging hervorming voorziening ondersteuning verlening
    handhaving uitwisseling sector zorg smokkel handel hulp steun beheer toezicht onderzoek transport vervoer
    geweld criminaliteit onderwijs beleid herstel ontwikkeling samenwerking controle planning deling vorming
    verkeer veiligheid oefening training
    """.split()
)
#: Their last letters, for one look-up before the endings are tried one by one.
_TAIL = 4
_TAILS = frozenset(thing[-_TAIL:] for thing in _THING_ENDINGS)
_LINKING = ("ing", "heid", "teit")
_AFTER_THINGS = word_class("count_noun") | frozenset(
    """
    activiteit hervorming proces inspanning maatregel taak budget campagne overeenkomst initiatief faciliteit
    voorziening oefening capaciteit kader middel
    """.split()
)
#: What follows if the two nouns end their phrase.
_PHRASE_END = pattern(
    r"[.,;:)]|\s(?:en|of|in|van|voor|die|dat|bij|op|met|is|zijn|was|waren|wordt|worden)(?!\w)"
)
_PREPOSITIONS_BEFORE = PREPOSITIONS | {"binnen", "rond", "zonder", "sinds", "na"}


def _has_preposition(passage: Passage, number: int) -> bool:
    """Tell whether a preposition precedes a noun, its article or its adjective."""
    return not _PREPOSITIONS_BEFORE.isdisjoint(passage.lowered_words[max(0, number - 3) : number])


# The words that most often follow a noun without being part of it.
_SMALL_WORDS = frozenset(
    """
    van in de het een en is zijn met voor op aan door te die dat of om bij naar uit tot als niet ook over
    heeft hebben wordt worden werd werden was waren kan kunnen moet moeten zal zullen daar er
    """.split()
)
#: Nouns that are also verbs, which a noun may follow: "hij was adviseur", "het kabinet besluit troepen te".
_ALSO_VERBS = frozenset(
    """
    was las greep sloot stal wees zet besluit start verzoek bond vraag wacht steun koop bouw schat zoek tref
    test plant schoot bood blijk dank meld help leid hoop
    """.split()
)
#: Plurals that are infinitives as often: "in het water leven", "de school bezoeken".
_INFINITIVES = frozenset(
    """
    leven werken kosten bezoeken vragen eisen spelen handelen dienen regelen wijzen openen kiezen staken
    klagen reizen rusten testen starten verschillen steunen
    """.split()
)
#: What follows a noun that is not a first part: nothing at all, or one of these.
_NEVER_SECOND = frozenset(((), *((word,) for word in _SMALL_WORDS | _INFINITIVES)))
_DAYS = frozenset(WEEKDAYS)
_TIMES = frozenset("jaar maand week dag uur kwartaal nacht avond ochtend middag".split())
#: By the word before, the nouns that end a phrase with it: "eenmaal per jaar verslag doen", "aan land gaan".
_PHRASES = {
    "per": _TIMES | frozenset("schip vliegtuig trein persoon land missie eenheid regio post brief".split()),
    "elk": _TIMES,
    "elke": _TIMES,
    "ieder": _TIMES,
    "iedere": _TIMES,
    "dit": _TIMES,
    "deze": _TIMES,
    "vorig": _TIMES,
    "vorige": _TIMES,
    "volgend": _TIMES,
    "volgende": _TIMES,
    "aan": frozenset("land boord wal bod tafel kop".split()),
    "op": frozenset("land zee straat school weg pad papier koers post afstand locatie verzoek".split()),
    "over": frozenset("land zee weg".split()),
    "te": frozenset("land water voet paard".split()),
    "ter": frozenset("zee plaatse land plekke".split()),
    "onder": frozenset("water druk vuur dwang leiding toezicht vlag".split()),
    "in": frozenset("dienst nood oorlog zee bedrijf".split()),
    "uit": frozenset("dienst zee voorzorg".split()),
    "van": frozenset("boord land huis".split()),
    "naar": frozenset("zee land huis school boven".split()),
    "met": frozenset("spoed geweld kracht hulp steun".split()),
}
_NEARBY = 150
_DETERMINERS = frozenset(
    "de het een geen dit dat deze die elk elke ieder iedere zijn haar hun ons onze alle".split()
)
_GIVING = pattern(
    r"\b(?:geven|geeft|gaf|gaven|gegeven|bieden|biedt|bood|boden|geboden|leveren|levert|leverde|leverden|geleverd"
    r"|verlenen|verleent|verleende|verleenden|verleend|verstrekken|verstrekt|verschaffen|verschaft"
    r"|sturen|stuurt|stuurde|stuurden|zenden|zendt|zond|zonden)\b"
)


def _has_article(passage: Passage, number: int) -> bool:
    """Tell whether a determiner precedes a word or its adjective."""
    words = passage.lowered_words[max(0, number - 2) : number]
    return bool(words) and (
        words[-1] in _DETERMINERS or (words[0] in _DETERMINERS and words[-1].endswith("e"))
    )


def _is_second_a_verb(passage: Passage, number: int) -> bool:
    """Tell whether the second noun is a verb with its preposition: "eenheden in eigen land kampen met"."""
    return passage.lowered_words[number + 1 : number + 3] in (("kampen", "met"), ("landen", "op"))


_PARTICIPLES = ("ge", "ver", "be", "ont", "her")
_MODALS = frozenset("wil willen kan kunnen moet moeten zal zullen mag mogen wilde kon moest zou gaat".split())


def _is_second_an_object(passage: Passage, number: int) -> bool:
    """Tell whether the second noun may be the object of a verb after it: "aan de grens controles houden"."""
    words = passage.lowered_words
    before, (second, *after) = words[max(0, number - 2) : number], words[number + 1 : number + 4]
    verb = next((word for word in after if word not in _MODALS), "")
    return (
        len(before) == 2
        and before[0] in PREPOSITIONS
        and before[0] != "van"
        and before[1] in ARTICLES
        and second.endswith(("en", "s"))
        and verb not in _SMALL_WORDS
        and (verb.endswith("en") or (verb.startswith(_PARTICIPLES) and verb[-1] in "dt"))
        and passage.text[passage.words[number + 1][1]] == " "
    )


def _is_second_given(passage: Passage, number: int) -> bool:
    """Tell whether the second noun may be given to or sent by the first: "zij geeft de politie training"."""
    words = passage.lowered_words[max(0, number - 2) : number]
    if not words or not ("de" in words or "het" in words):
        return False
    at = passage.words[number][0]
    first, last = passage.sentence_at(at)
    return _GIVING.search(passage.text, max(first, at - _NEARBY), min(last, at + _NEARBY)) is not None


_JOINING_MARKS = tuple("-‑'’@/_")


RULES = (compound_apart,)
