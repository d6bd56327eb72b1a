# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT009: times that depend on the day of reading: "onlangs", "begin volgend jaar"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.dutch.dates import WEEKDAYS
from jvom.findings import Severity
from jvom.messages import Message, msg

_SEASONS = "voorjaar|najaar|zomer|winter|herfst|lente"
_SOME = "enkele|een paar|twee|drie|vier|vijf|zes|tien"
#: Calendar periods relative to the day of writing.
_CALENDAR_PHRASES = (
    "vorig|volgend|komend|afgelopen|aanstaand|dit jaar|kalenderjaar|verslagjaar|voorjaar|najaar",
    f"vorige|volgende|komende|afgelopen|deze {_SEASONS}",
    "vorige|volgende|komende|afgelopen|deze week|maand",
    "vorig|volgend|komend|afgelopen|dit kwartaal|weekend|halfjaar",
    "vorige|volgende|komende|afgelopen verslagperiode",
    "de komende|afgelopen weken|maanden|tijd|periode",
    "later dit|deze jaar|maand|week|zomer|najaar",
    f"komende|afgelopen|aanstaande ({'|'.join(WEEKDAYS)})",
    "het komende|afgelopen|volgende|vorige (halfjaar|kwartaal|half jaar)",
    "(het|in het) lopende jaar|kalenderjaar|halfjaar|kwartaal",
    "(een half jaar|een halfjaar|een jaar|een maand|een week) geleden",
    f"({_SOME}) jaar|jaren|maanden|weken|dagen geleden|terug",
    f"de|het (komende|volgende|afgelopen|laatste|voorbije) ({_SOME}) jaar|jaren|maanden|weken|dagen",
    f"over ({_SOME}|een) jaar|jaren|maanden|maand|weken|week|dagen",
    "een jaar|maand|week terug",
    "de|het laatste|voorbije weken|maanden|tijd|halfjaar",
    f"Van de {_SEASONS}",
)
_VAGUE_PHRASES = (
    "onlangs|recentelijk|kortgeleden|binnenkort|momenteel|thans|tegenwoordig|gisteren|vooralsnog|zojuist|weldra",
    "eerdaags|vandaag|straks",
    "(kort geleden|pas geleden|enige tijd geleden|lang geleden|weken geleden|maanden geleden|jaren geleden)",
    "(sinds|sedert|tot voor) kort",
    "(sinds|sedert) enige tijd",
    "(tot op heden|per heden|vandaag de dag|tot op de dag van vandaag|tot nu toe|tot nog toe|tot dusver)",
    "anno nu",
    "(op dit moment|op dit ogenblik|op het moment|op korte termijn|op afzienbare termijn)",
    "in de nabije toekomst",
    "(dezer dagen|nog maar net)",
    "op het moment van schrijven",
    "ten tijde van (schrijven|het schrijven)",
    "bij het schrijven van deze|dit",
    "(zeer recent|recent is|recent zijn|recent heeft|is recent|zijn recent)",
    "recent hervat|verlengd|besloten|gebleken|verschenen|gepubliceerd|aangekondigd|begonnen|beëindigd",
    "recent toegenomen|afgenomen|geopend|afgerond|uitgebreid|gewijzigd|gestart|opgericht|ondertekend",
)
#: Phrases so vague that they are only reported as info.
_INFO_PHRASES = ("inmiddels", "de komende|afgelopen jaren", f"in het|de {_SEASONS}")
_VAGUE = Phrase(*_VAGUE_PHRASES)
_AGEING = Phrase(*_VAGUE_PHRASES, *_CALENDAR_PHRASES, *_INFO_PHRASES)
#: Those that are reported as info, including those relative to the reporting period.
_INFO = Phrase(*_INFO_PHRASES, "in ...", "vorige|volgende verslagperiode")
_OF_YEAR = Phrase("van? {year}")
_OF_SOMETHING = Phrase("dat|van")
#: "De laatste maanden van 2025", "de komende jaren na de verkiezing".
_OF_TIME = Phrase("van|voor|vóór|na het|de|dat|die|haar|zijn|hun", "van|voor|vóór|na {year|date}")
_LAST = Phrase("de|het laatste|voorbije ...2")
_IN_SEASON = Phrase("in het|de ...")
_THIS_YEAR = Phrase("later? dit *jaar")
_MOMENT = Phrase("op het moment")


@rule("DAT009", WARNING, Scope.TEXTS)
def ageing_time(texts: Texts) -> Iterator[Violation]:
    """A time that depends on the day of reading."""
    found: list[tuple[Passage, int, int, Message, Severity]] = []
    for match in _AGEING.find(texts, Reads.DUTCH):
        if match.passage.kind != "quote" and not _is_anchored(match):
            advice = msg("noem het jaar, of de maand en het jaar")
            if _VAGUE.matches(match):
                advice = msg("noem de datum, of laat het weg")
            severity = INFO if _INFO.matches(match) else _severity(match.passage)
            found.append((match.passage, match.start, match.end, advice, severity))
    for passage in texts.passages:
        for date in passage.dates if passage.kind != "quote" else ():
            named = date.day is None or passage.document == "rapport"
            if date.qualifier and date.month and date.year is None and named:
                advice = msg("noem de maand en het jaar")
                found.append((passage, date.start, date.end, advice, _severity(passage)))
    for passage, start, end, advice, severity in found:
        words = " ".join(passage.text[start:end].split())
        message = msg("«{found}» hangt af van de dag van lezen", found=words)
        yield Violation(passage.span(start, end), message, advice, severity=severity)


def _severity(passage: Passage) -> Severity:
    return WARNING if passage.document == "rapport" else INFO


def _is_anchored(match: Match) -> bool:
    """Tell whether the words are relative to something in the text: a year, an event."""
    passage = match.passage
    if _IN_SEASON.matches(match):
        return bool(_OF_YEAR.match_at(passage, match.end)) or _follows_year(match)
    if _MOMENT.matches(match):
        return _OF_SOMETHING.match_at(passage, match.end) is not None
    if _LAST.matches(match):
        return _OF_TIME.match_at(passage, match.end) is not None
    return _THIS_YEAR.matches(match) and _follows_year(match)


def _follows_year(match: Match) -> bool:
    """Tell whether the sentence names a year before the words."""
    begin, _ = match.sentence
    starts = [year.start for year in match.passage.years]
    starts += [date.start for date in match.passage.dates if date.year_written]
    return any(begin <= start < match.start for start in starts)


RULES = (ageing_time,)
