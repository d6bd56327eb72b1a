# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on the first person: who speaks decides whether "ik" and "wij" are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.traits import Traits
from jvom.checks.quoted_paragraphs import is_quoted_whole
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts, TextView
from jvom.findings import Severity
from jvom.messages import msg

_SINGULAR = frozenset("ik mij mijn mijzelf mezelf ikzelf".split())
_PRONOUN = Phrase(f"word={'|'.join(sorted(_SINGULAR))}|we|wij|ons|onze|onszelf|wijzelf")
#: A reference at the head of a letter, and who rules by a law.
_OTHER = Phrase("ons|onze referentie|kenmerk|ref|brief|nummer", r"Onze|Wij (\({word}\))? {capital}")
_MINE = Phrase("{mine} mijn")
_OUR_LAND = Phrase("ons land")
#: The first line of a letter: "Aan het college van burgemeester en wethouders".
_ADDRESSED = Phrase("Aan de|het voorzitter|college|raad|gemeenteraad|leden|staten")
#: How answers to questions begin, and the words of who has the floor in a debate.
_RECORD = Phrase(
    "Antwoord|Antwoorden op|van",
    "Antwoord {digits}?",
    "Vraag {digits}",
    "Inbreng",
    "Vragen van",
    "Nota|NOTA naar|NAAR aanleiding|AANLEIDING van|VAN het|HET verslag|VERSLAG",
    "De voorzitter|heer|minister|staatssecretaris ...6 :",
    "Voorzitter|Minister|Staatssecretaris ...6 :",
    "Mevrouw {word} ...6 :",
    "Het|De lid|leden ...3 :",
    r"Voorzitter ,|\.",
)
#: In how many passages the head of a letter ends.
_LETTER_HEAD = 20
#: A loose text that says "wij" in more of its paragraphs has chosen to.
_BY_CHANCE = 3


@rule("LNG013", WARNING, Scope.TEXTS, local=True)
def first_person(texts: Texts) -> Iterator[Violation]:
    """The text speaks in the first person."""
    found = [
        match
        for match in _PRONOUN.find(texts, Reads.DUTCH, Traits(refused=("quoted",)))
        if not _OTHER.match_at(match.passage, match.start)
        and not _MINE.match_before(match.passage, match.end)
        and not is_quoted_whole(texts, match.passage)
    ]
    views = {text.path: text for text in texts.texts}
    speaking = Counter(path for path, _ in {(each.passage.whole.path, id(each.passage)) for each in found})
    voices = {path: _voice(views[path], speaking[path]) for path in speaking}
    for match in found:
        severity = _severity(match, voices[match.passage.whole.path])
        if severity is not None:
            yield Violation(
                match.span,
                msg("«{word}» is de eerste persoon", word=match.text),
                msg("schrijf wie het is: Nederland, het kabinet, de krijgsmacht"),
                severity=severity,
            )


def _severity(match: Match, voice: str) -> Severity | None:
    """Return how severe the first person is where somebody speaks so; None for right."""
    word, is_our_land = match.part("word"), _OUR_LAND.match_at(match.passage, match.start) is not None
    if voice == "letter" and not is_our_land:
        return INFO if word in ("ons", "onze") else None
    if match.passage.document != "tekst":
        return WARNING
    return INFO if word in _SINGULAR or voice in ("record", "we") else WARNING


def _voice(text: TextView, speaking: int) -> str:
    """Return who speaks in a text: the writer of a "letter", several in a "record", a "we", or "" for nobody.

    `speaking` is in how many of its paragraphs somebody does.
    """
    # A salutation may have been glued to the subject above it.
    openings = tuple(f"{opening} " for opening in text.texts.settings.letter.openings)
    if text.is_letter or any(
        _ADDRESSED.match_at(each, 0) or any(map(each.text.__contains__, openings))
        for each in text.passages[:_LETTER_HEAD]
    ):
        return "letter"
    if any(_RECORD.match_at(each, 0) for each in text.passages):
        return "record"
    return "we" if speaking > _BY_CHANCE else ""


RULES = (first_person,)
