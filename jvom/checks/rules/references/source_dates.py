# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of the sources: complete, not too old, and not from the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from jvom.analysis.citations import Citation
from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.phrases import Phrase
from jvom.checks.reference_dates import ReferenceDate, reference_date
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.references.kamerstukken import papers
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.dates import write_date
from jvom.messages import Message, msg
from jvom.source import Span

_MONTH_OF_LETTER = Phrase(
    "*brief (aan het parlement|aan de Kamer|aan de Tweede Kamer|aan de Eerste Kamer)? van month={date} \\("
)


@rule("REF006", WARNING, Scope.TEXTS)
def incomplete_source_date(texts: Texts) -> Iterator[Violation]:
    """The date of a Kamerstuk is incomplete."""
    if isinstance(texts, DossierView):
        for _, paper in papers(texts):
            if not paper.date.exact:
                yield Violation(
                    paper.at.value("date"),
                    msg("van dit Kamerstuk ontbreekt de dag")
                    if paper.date.month
                    else msg("van dit Kamerstuk ontbreken dag en maand"),
                    msg("zoek de dagtekening op"),
                )
    for passage in texts.passages:
        found: list[tuple[DateExpression, Message]] = []
        for cited in passage.citations:
            if letter := _MONTH_OF_LETTER.match_before(passage, cited.start):
                date = letter.value("month", DateExpression)
                found.append((date, msg("van dit Kamerstuk ontbreekt de dag")))
            introduced = cited.date_joined.startswith("d") or (cited.date and cited.date.introduced)
            if cited.kind == "kamerstuk" and cited.date and not introduced:
                found.append((cited.date, msg("de datum van dit Kamerstuk is niet volledig")))
        for date, message in found:
            if _lacks_day(date) and passage.is_typed(date.start, date.end):
                yield Violation(passage.span_of(date), message, msg("zoek de dagtekening op"))


def _lacks_day(date: DateExpression) -> bool:
    return date.day is None or (date.year is None and not date.qualifier)


@rule("REF008", INFO, Scope.TEXTS)
def old_source(texts: Texts) -> Iterator[Violation]:
    """A document cited is more than five years older than the report."""
    if isinstance(texts, DossierView):
        since = texts.data.period.first.first_day
        for reference in texts.dossier.references.references.values():
            if since - reference.date.latest > _OLD:
                yield _old(reference.at.value("date"), reference.date.latest)
    for cited, days, span, here in _cited(texts):
        is_old = here.day - days[1] > _OLD + datetime.timedelta(366)
        if cited.kind == "kamerstuk" and here.certain and is_old:
            yield _old(span, days[1])


def _cited(
    texts: Texts,
) -> Iterator[tuple[Citation, tuple[datetime.date, datetime.date], Span, ReferenceDate]]:
    """Yield the citations with a typed date: the days it may mean, its place, and the document's own date."""
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                days = cited.date.days if cited.date else None
                if cited.date and days and passage.is_typed(cited.start, cited.date.end):
                    yield cited, days, passage.span_of(cited.date), reference_date(text, passage)


_OLD = datetime.timedelta(366 * 5)


def _old(span: Span, day: datetime.date) -> Violation:
    return Violation(
        span,
        msg("dit stuk is uit {year}", year=day.year),
        msg("kijk of er een nieuwer stuk is; is dit bedoeld, dan hoeft er niets"),
    )


@rule("REF010", WARNING, Scope.FRAGMENT, local=True)
def dated_without_day(text: TextView) -> Iterator[Violation]:
    """No full date follows "d.d."."""
    for passage in text.passages:
        places = [(date.start, date.end) for date in passage.dates if date.introduced and _lacks_day(date)]
        years = (match["year"] for match in _YEAR_ONLY.find_in(passage))
        for place in (*places, *((year.start, year.end) for year in years)):
            yield Violation(
                passage.span(*place),
                msg("achter «d.d.» hoort een dag met maand en jaar"),
                msg("zoek de dag op, of schrijf «van» met de maand"),
            )


_YEAR_ONLY = Phrase("d.d.|dd.|dd year={year}")


@rule("REF012", ERROR, Scope.TEXTS)
def source_from_the_future(texts: Texts) -> Iterator[Violation]:
    """A source is later than the document that cites it."""
    if isinstance(texts, DossierView):
        sent = texts.data.presentation_date
        for reference in texts.dossier.references.references.values():
            if reference.date.earliest > sent:
                yield _later(reference.at.value("date"), sent)
    for _, days, span, here in _cited(texts):
        if days[0] > here.day:
            yield _later(span, here.day)


def _later(span: Span, day: datetime.date) -> Violation:
    return Violation(span, msg("deze bron is van na {day}", day=write_date(day)), msg("zoek de datum op"))


RULES = (
    incomplete_source_date,
    old_source,
    dated_without_day,
    source_from_the_future,
)
