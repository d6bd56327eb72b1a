# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates and numbers of attachments in letter, nota, report and cover, compared with the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import TypeAlias

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.calendar import ACCOUNTABILITY_DAY
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.dates import WEEKDAYS, write_date
from jvom.dutch.numbers import read_words
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg


@rule(
    "LET003",
    "date-differs",
    ERROR,
    Scope.DOSSIER,
    msg("Brief, omslag of tekst geeft een andere dag van aanbieding"),
)
def date_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter, cover or text gives another day of presentation."""
    data = dossier.data
    day = data.presentation_date
    related = (Related(data.at.value("presentation_date"), msg("hier staat de dag van aanbieding")),)
    dated = [(recipient.date, recipient.at.value("date")) for recipient in data.letter.recipients]
    if data.report:
        dated.append((data.report.date, data.report.at.value("date")))
    for given, span in dated:
        if given is not None and given != day:
            yield Violation(
                span,
                msg("het dossier wordt aangeboden op {day}", day=write_date(day)),
                msg("maak de datums gelijk"),
                related=related,
            )
    # A dossier that is presented on another day may still mention Verantwoordingsdag.
    presentation = dossier.settings.calendar.presentation
    beside = [
        each
        for each in _dates_beside(dossier, _of_presentation)
        if presentation == ACCOUNTABILITY_DAY
        and (each[1].year is None or each[2] == presentation.in_year(each[2].year))
    ]
    # Letter and nota announce this report, in the present tense; the report may mention an earlier one.
    beside += [
        each
        for each in _dates_beside(dossier, _of_offer)
        if each[2].year == day.year or each[0].document in ("brief", "nota")
    ]
    for passage, found, given in beside:
        if given != day:
            yield Violation(
                passage.span(found.start, found.end),
                msg("het dossier wordt aangeboden op {day}", day=write_date(day)),
                msg("maak de datums gelijk"),
                related=related,
            )


@rule(
    "LET004",
    "council-date-differs",
    ERROR,
    Scope.DOSSIER,
    msg("Een tekst geeft een andere dag voor de ministerraad"),
)
def council_date_differs(dossier: DossierView) -> Iterator[Violation]:
    """A text gives another day for the council of ministers."""
    day, weekday = dossier.data.council_of_ministers, dossier.settings.calendar.council.weekday_number
    for passage, found, given in _dates_beside(dossier, _of_council):
        printed = not passage.is_typed(found.start, found.end)
        if given != day and (found.year is None or printed or given.weekday() == weekday):
            yield Violation(
                passage.span(found.start, found.end),
                msg("de ministerraad van dit dossier is op {day}", day=write_date(day)),
                msg("maak de datums gelijk"),
                related=(
                    Related(
                        dossier.data.at.value("council_of_ministers"),
                        msg("hier staat de dag van de ministerraad"),
                    ),
                ),
            )


_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS[:5])})\s+)?"
_DAY_OF = pattern(
    r"(?:(?P<presentation>Verantwoordingsdag)|(?P<council>\b[Mm]inisterraad|\bMR))"
    rf"\s*(?:\(MR\)|,|\()?\s*(?:van|op|d\.d\.|(?:is|valt)(?:\s+op)?)?\s*{_WEEKDAY}$"
)
_VERBS = ("behandel", "bespreek", "beslui", "beslis", "neem", "stem", "buig", "vergader")
_COUNCIL_DOES = pattern(
    rf"(?:\b[Mm]inisterraad|\bMR)(?:\s*\(MR\))?\s+(?:{'|'.join(_VERBS)})\w*\b[^.;:()]{{0,45}}\bop\s+{_WEEKDAY}$"
)
_IS_DAY = pattern(r"\s*[,(]?\s*(?:op\s+)?Verantwoordingsdag\b")
_IN_COUNCIL = pattern(r"\s+(?:in|door|aan|tijdens|voor)\s+de\s+(?:ministerraad|MR)\b")
_OFFERED_ON = pattern(
    r"\b(?:[Dd]e|[Dd]eze) (?:voortgangs)?rapportage (?:wordt|gaat) (?:mede )?op (?:\w+dag )?$"
)
_RECEIVED = pattern(
    r" (?:ontvangt|ontvangen|krijgt|krijgen) (?:het parlement|de Kamers?|beide Kamers)"
    r" (?:de|deze) (?:\w+ )?(?:voortgangs)?rapportage\b"
)
#: How many characters are read before and after a date.
_CONTEXT = 90

#: Tells from the text before and after a date whether it is the day of some event.
_Beside: TypeAlias = Callable[[str, str], bool]


def _of_presentation(before: str, behind: str) -> bool:
    if "Verantwoordingsdag" in before and (match := _DAY_OF.search(before)) and match["presentation"]:
        return True
    return "Verantwoordingsdag" in behind and _IS_DAY.match(behind) is not None


def _of_offer(before: str, behind: str) -> bool:
    """Match "De rapportage wordt op 13 mei aangeboden" and "Op 13 mei ontvangt het parlement ..."."""
    if "rapportage" in before and before.endswith(("op ", "dag ")) and _OFFERED_ON.search(before):
        return True
    return behind.startswith((" ontvang", " krijg")) and _RECEIVED.match(behind) is not None


def _of_council(before: str, behind: str) -> bool:
    if "inisterraad" in before or "MR" in before:
        if (match := _DAY_OF.search(before)) and match["council"]:
            return True
        if any(map(before.__contains__, _VERBS)) and _COUNCIL_DOES.search(before):
            return True
    return ("ministerraad" in behind or "MR" in behind) and _IN_COUNCIL.match(behind) is not None


def _dates_beside(dossier: DossierView, is_beside: _Beside) -> Iterator[tuple[Passage, DateExpression, date]]:
    """Yield the full dates that `is_beside` accepts; those without a year get the year of presentation."""
    for passage in dossier.passages_with(("dag", "mr", "raad", "rapportage")):
        for found in passage.dates if passage.kind != "value" else ():
            if not found.day or not found.month or found.impossible:
                continue
            before = passage.text[max(0, found.start - _CONTEXT) : found.start]
            if is_beside(before, passage.text[found.end : found.end + _CONTEXT]):
                year = found.year or dossier.data.presentation_date.year
                yield passage, found, date(year, found.month, found.day)


@rule(
    "LET005",
    "attachments-differ",
    ERROR,
    Scope.DOSSIER,
    msg("Het aantal bijlagen van de nota klopt niet met de tekst van brief of nota"),
)
def attachments_differ(dossier: DossierView) -> Iterator[Violation]:
    """The number of appendices to the nota does not agree with the text of letter or nota."""
    nota = dossier.data.nota
    if nota is None:
        return
    span, count = nota.at.value("attachments"), nota.attachments
    attachments = _attachments(dossier.memo(report_names))
    for id in ("brief", "nota"):
        text = dossier.text(id)
        for passage in text.passages if text else ():
            for match in attachments.finditer(passage.text) if "bijlage" in passage.lowered else ():
                said = _count(match["number"] or "")
                plural = match["word"].lower() == "bijlagen"
                if said is not None and plural:
                    wrong = said != count
                else:
                    own = id == "brief" or _OF_THE_NOTA.match(passage.text, match.end())
                    wrong = bool(own) and (count == 0 or plural != (count > 1))
                if wrong:
                    place = passage.span(match.start(), match.end())
                    yield Violation(
                        span,
                        msg("hier staat {count}, in de tekst «{words}»", count=count, words=match[0]),
                        msg("tel de bijlagen, en maak ze gelijk"),
                        related=(Related(place, msg("hier staat «{words}»", words=match[0])),),
                    )


@cache
def _attachments(names: ReportNames) -> re.Pattern[str]:
    report = names.one_of("rapport", "voortgangs")
    return re.compile(
        r"(?:(?P<number>\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\s+)?\b(?P<word>bijlagen?)\b"
        rf"(?!\s+(?:\d|[A-Z]\b|(?:bij|van)\s+(?:de|het)\s+(?:{report})))",
        re.IGNORECASE,
    )


_OF_THE_NOTA = pattern(r"\s+bij\s+deze\s+nota\b")


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return read_words(written.lower()) if written else None


RULES = (date_differs, council_date_differs, attachments_differ)
