# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on "ik" and "wij", which are right by who speaks, and a reader called "je"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.traits import Traits
from jvom.checks.quoted_paragraphs import is_after_opening, is_quoted_whole
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView

_PRONOUN = Phrase("word=ik|mij|mijn|mijzelf|mezelf|ikzelf|we|wij|ons|onze|onszelf|wijzelf")
#: A reference at the head of a letter, and who rules by a law.
_OTHER = Phrase("ons|onze referentie|kenmerk|ref|brief|nummer", r"Onze|Wij (\({word}\))? {capital}")
_MINE = Phrase("{mine} mijn")
_OUR_LAND = Phrase("ons land")
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
#: In how many passages the head of a letter ends.
_LETTER_HEAD = 20
#: In printed data "onze referentie" is that of the letter, and these are those of the state.
_OURS = Phrase(
    "ons|onze kabinet|regering|land|krijgsmacht|leger|marine|luchtmacht|minister|parlement|mandaat"
)


@rule("LNG013", WARNING, Scope.TEXTS, loose=INFO, local=True)
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
    letters = {text.path for text in texts.texts if found and _is_letter(text)}
    to_readers = _TO_READER.find(texts) if found else ()
    letters |= {match.passage.whole.path for match in to_readers if match.passage.document == "tekst"}
    for match in found:
        speaks = match.passage.whole.path in letters and match.passage.kind != "value"
        minor = speaks and not _OUR_LAND.match_at(match.passage, match.start)
        if not minor or match.part("word") in ("ons", "onze"):
            yield violation(match.span, word=match.text, severity=INFO if minor else None)


def _is_letter(text: TextView) -> bool:
    """Tell whether a text is a letter of a dossier, or begins as one."""
    if text.is_letter or text.document != "tekst":
        return text.is_letter
    openings = tuple(f"{opening} " for opening in text.texts.settings.letter.openings)
    for passage in text.passages[:_LETTER_HEAD]:
        addressed = _SALUTATION.match_at(passage, 0) or (
            _ADDRESSED.match_at(passage, 0) and not passage.text.endswith(".")
        )
        # A salutation may have been glued to the subject above it.
        if addressed or any(map(passage.text.__contains__, openings)):
            return True
    return False


_YOU = Phrase("je|jij|jou|jouw|jullie|jezelf")


@rule("LNG033", WARNING, Scope.TEXTS, loose=INFO, local=True)
def informal_address(texts: Texts) -> Iterator[Violation]:
    """The text calls its reader "je"."""
    for match in _YOU.find(texts, Reads.DUTCH, Traits(refused=("quoted",))):
        if not is_quoted_whole(texts, match.passage):
            yield violation(match.span, word=match.text)
