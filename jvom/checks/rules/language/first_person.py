# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on the first person: who speaks decides whether "ik" and "wij" are right."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.traits import Traits
from jvom.checks.groups import by_key
from jvom.checks.quoted_paragraphs import is_after_opening, is_quoted_whole
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView
from jvom.data import lexicon_lines
from jvom.findings import Severity

_SINGULAR = frozenset("ik mij mijn mijzelf mezelf ikzelf".split())
_PRONOUN = Phrase(f"word={'|'.join(sorted(_SINGULAR))}|we|wij|ons|onze|onszelf|wijzelf")
#: A reference at the head of a letter, and who rules by a law.
_OTHER = Phrase("ons|onze referentie|kenmerk|ref|brief|nummer", r"Onze|Wij (\({word}\))? {capital}")
_MINE = Phrase("{mine} mijn")
_OUR_LAND = Phrase("ons land")
#: What a paragraph of a loose text says when its "wij" may be the state.
_PLACE = Phrase("in|uit|binnen|naar|heel", "{adjective}")
_STATE = Phrase("{of_the_state}", "ons|onze land|leger|marine|soldaten|troepen|vloot|overheid")
#: Whom a letter is to, on a line of its own: "Aan het college van burgemeester en wethouders".
_ADDRESSED = Phrase(
    "Aan :? de|het voorzitter|college|raad|gemeenteraad|leden|staten|minister|ministers|staatssecretaris"
)
_SALUTATION = Phrase(
    "Geacht|Geachte|Beste|Waarde|Lieve|Edelachtbaar|Edelachtbare|Hooggeachte|Weledele ...4 ,|:|!",
    "Geacht|Edelachtbaar|Edelachtbare|Excellentie {word}...3? {end}",
    "Zeer geachte ...4 ,",
)
#: How a letter speaks to its reader: "Hierbij informeren wij u".
_TO_READER = Phrase("wij|we|ik u")
#: How answers to questions begin, and the words of who has the floor in a debate.
_RECORD = Phrase(*lexicon_lines("records.txt"))
#: In how many passages the head of a letter ends.
_LETTER_HEAD = 20
#: A loose text that says "wij" more often has chosen to.
_BY_CHANCE = 3

#: In printed data "onze referentie" is that of the letter, and these are those of the state.
_OURS = Phrase(
    "ons|onze kabinet|regering|land|krijgsmacht|leger|marine|luchtmacht|minister|parlement|mandaat"
)


@rule("LNG013", WARNING, Scope.TEXTS, local=True)
def first_person(texts: Texts) -> Iterator[Violation]:
    """The text speaks in the first person."""
    found = [
        match
        for match in _PRONOUN.find(texts, Reads.DUTCH, Traits(refused=("quoted",)))
        if (match.passage.kind != "value" or _OURS.match_at(match.passage, match.start))
        and not match.text.isupper()
        and not _OTHER.match_at(match.passage, match.start)
        and not _MINE.match_before(match.passage, match.end)
        and not is_quoted_whole(texts, match.passage)
        and not is_after_opening(match.passage, match.start)
    ]
    views = {text.path: text for text in texts.texts}
    spoken = by_key((match.passage.whole.path, match) for match in found if match.passage.kind != "value")
    voices = {path: _voice(views[path], matches) for path, matches in spoken.items()}
    for match in found:
        is_value = match.passage.kind == "value"
        severity = WARNING if is_value else _severity(match, voices[match.passage.whole.path])
        if severity is not None:
            yield violation(match.span, word=match.text, severity=severity)


def _severity(match: Match, voice: str) -> Severity | None:
    """Return how severe the first person is where somebody speaks so; None for right."""
    word, is_our_land = match.part("word"), _OUR_LAND.match_at(match.passage, match.start) is not None
    if voice == "letter" and not is_our_land:
        return INFO if word in ("ons", "onze") else None
    is_anyone = match.passage.document == "tekst" and (voice or not _speaks_of_state(match.passage))
    return INFO if is_anyone else WARNING


def _speaks_of_state(passage: Passage) -> bool:
    """Tell whether a paragraph names the state, and not only a place: "in Nederland"."""
    return any(
        not (each.text == "Nederland" and _PLACE.match_before(passage, each.start))
        for each in _STATE.find_in(passage)
    )


def _voice(text: TextView, spoken: list[Match]) -> str:
    """Return who speaks in a text, in words in the first person: "" for nobody.

    That is the writer of a "letter", several persons in a "record", or one "person", or a "we".
    """
    if text.is_letter:
        return "letter"
    if text.document != "tekst":
        return ""
    letter = text.texts.settings.letter
    openings = tuple(f"{opening} " for opening in letter.openings)
    for passage in text.passages[:_LETTER_HEAD]:
        addressed = _SALUTATION.match_at(passage, 0) or (
            _ADDRESSED.match_at(passage, 0) and not passage.text.endswith(".")
        )
        # A salutation may have been glued to the subject above it.
        if addressed or any(map(passage.text.__contains__, openings)):
            return "letter"
    if any(_TO_READER.match_at(match.passage, match.start) for match in spoken):
        return "letter"
    if any(_RECORD.match_at(passage, 0) for passage in text.passages):
        return "record"
    if any(match.part("word") in _SINGULAR for match in spoken):
        return "person"
    return "we" if len(spoken) > _BY_CHANCE else ""


RULES = (first_person,)
