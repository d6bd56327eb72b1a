# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates and numbers of attachments in letter, nota, report and cover, compared with the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.calendar import ACCOUNTABILITY_DAY
from jvom.checks.other_dossiers import sent_dates
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.dutch.numbers import read_words


@rule("LET003", ERROR, Scope.DOSSIER)
def date_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter, cover or text gives another day of presentation."""
    data = dossier.data
    day, place = data.presentation_date, data.at.value("presentation_date")
    presentation = dossier.settings.calendar.presentation
    given = [(each.day, each.span) for each in sent_dates(data)]
    # A dossier that is presented on another day may still mention Verantwoordingsdag.
    for passage, found, said in _full_dates(dossier, _PRESENTATION):
        is_same = presentation == ACCOUNTABILITY_DAY
        if is_same and (found.year is None or said == presentation.in_year(found.year)):
            given.append((said, passage.span_of(found)))
    # Letter and nota announce this report, in the present tense; the report may mention an earlier one.
    for passage, found, said in _full_dates(dossier, _OFFER):
        if said.year == day.year or passage.document in ("brief", "nota"):
            given.append((said, passage.span_of(found)))
    for said, span in given:
        if said != day:
            yield violation(span, day=day, related=place)


@rule("LET004", ERROR, Scope.DOSSIER)
def council_date_differs(dossier: DossierView) -> Iterator[Violation]:
    """A text gives another day for the council of ministers."""
    day, weekday = dossier.data.council_of_ministers, dossier.settings.calendar.council.weekday_number
    place = dossier.data.at.value("council_of_ministers")
    for passage, found, given in _full_dates(dossier, _COUNCIL):
        if given != day and (found.year is None or given.weekday() == weekday):
            yield violation(passage.span_of(found), day=day, related=place)


_ON = "(van|op|is|valt|is op|valt op)?"
_PRESENTATION = Phrase(
    f"Verantwoordingsdag ,|\\(? {_ON} day={{date}}", "day={date} ,|\\(? op? Verantwoordingsdag"
)
#: Of this report: "de rapportage wordt op 13 mei aangeboden", "op 13 mei ontvangt het parlement ...".
_OFFER = Phrase(
    "de|deze rapportage|voortgangsrapportage wordt|gaat mede? op day={date}",
    "day={date} ontvangt|ontvangen|krijgt|krijgen (het parlement|de Kamer|de Kamers|beide Kamers)"
    " de|deze {word}? rapportage|voortgangsrapportage",
)
_COUNCIL_NAME = "ministerraad|MR"
_COUNCIL = Phrase(
    f"{_COUNCIL_NAME} (\\(MR\\))? ,|\\(? {_ON} day={{date}}",
    f"{_COUNCIL_NAME} (\\(MR\\))? behandel*|bespreek*|beslui*|beslis*|neem*|stem*|buig*|vergader* ...8"
    " op day={date}",
    f"day={{date}} in|door|aan|tijdens|voor de {_COUNCIL_NAME}",
)


def _full_dates(dossier: DossierView, phrase: Phrase) -> Iterator[tuple[Passage, DateExpression, date]]:
    """Yield the full dates that a phrase finds; those without a year get the year of presentation."""
    for match in phrase.find(dossier):
        found = match.value("day", DateExpression)
        if match.passage.kind != "value" and found.day and found.month and not found.impossible:
            year = found.year or dossier.data.presentation_date.year
            yield match.passage, found, date(year, found.month, found.day)


@rule("LET005", ERROR, Scope.DOSSIER)
def attachments_differ(dossier: DossierView) -> Iterator[Violation]:
    """The number of appendices to the nota does not agree with the text of letter or nota."""
    nota = dossier.data.nota
    for match in _attachments(dossier.memo(report_names)).find(dossier) if nota else ():
        passage, number = match.passage, match.part("number")
        if nota is None or passage.document not in ("brief", "nota") or "other" in match:
            continue
        count, plural = nota.attachments, match.part("word") == "bijlagen"
        own = passage.document == "brief" or bool(_OF_THE_NOTA.match_at(passage, match.end))
        wrong = own and (count == 0 or plural != (count > 1))
        if plural and number:
            wrong = (int(number) if number.isdigit() else read_words(number)) != count
        if wrong:
            place = nota.at.value("attachments")
            yield violation(place, count=count, words=match.text, related=match.span)


_OF_THE_NOTA = Phrase("bij deze nota")


_COUNTS = ("number={digits}?", "number=een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien")
_ATTACHMENTS = Phrase(
    *(
        f"{count} word=bijlage|bijlagen {other}"
        for count in _COUNTS
        for other in ("", "other={digits}", "other=A|B|C|D|E")
    )
)


@cache
def _attachments(names: ReportNames) -> Phrase:
    of_report = f"other=bij|van other=de|het other={names.phrase('rapport*', 'voortgangs*')}"
    return Phrase(*_ATTACHMENTS.typed, *(f"{count} word=bijlage|bijlagen {of_report}" for count in _COUNTS))
