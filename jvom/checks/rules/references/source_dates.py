# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of the sources: complete, not too old, and not from the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.dated_sources import dated_sources
from jvom.checks.rules.references.papers import papers
from jvom.checks.views import Texts

_MONTH_OF_LETTER = Phrase(
    "*brief (aan het parlement|aan de Kamer|aan de Tweede Kamer|aan de Eerste Kamer)? van month={date} \\("
)


@rule("REF006", WARNING, Scope.TEXTS)
def incomplete_source_date(texts: Texts) -> Iterator[Violation]:
    """The date of a Kamerstuk is incomplete."""
    for paper in papers(texts).values():
        if not paper.date.exact:
            yield violation(paper.at.value("date"), "incomplete")
    for passage in texts.passages:
        for cited in passage.citations:
            letter = _MONTH_OF_LETTER.match_before(passage, cited.start)
            dates = [letter.value("month", DateExpression)] if letter else []
            if cited.kind == "kamerstuk" and cited.date and not cited.date_joined.startswith("d"):
                dates.append(cited.date)
            for date in dates:
                if _lacks_day(date) and passage.is_typed(date.start, date.end):
                    yield violation(passage.span_of(date), "incomplete" if date.day is None else "no-year")


def _lacks_day(date: DateExpression) -> bool:
    return date.day is None or (date.year is None and not date.qualifier)


@rule("REF008", INFO, Scope.TEXTS)
def old_source(texts: Texts) -> Iterator[Violation]:
    """A document cited is more than five years older than the report."""
    for source in texts.memo(dated_sources):
        is_old = source.here.certain and source.here.day - source.last > _OLD
        if is_old and (source.is_paper or source.is_registered):
            yield violation(source.span, year=source.last.year)


#: A report is of the year before it is presented.
_OLD = datetime.timedelta(366 * 6)


@rule("REF010", WARNING, Scope.TEXTS, local=True)
def dated_without_day(texts: Texts) -> Iterator[Violation]:
    """No full date follows "d.d."."""
    for passage in texts.passages:
        dates = (date for date in passage.dates if date.introduced and _lacks_day(date))
        yield from (violation(passage.span_of(date)) for date in dates)
    for match in _YEAR_ONLY.find(texts):
        yield violation(match.passage.span_of(match["year"]))


_YEAR_ONLY = Phrase("d.d.|dd.|dd year={year}")


@rule("REF012", ERROR, Scope.TEXTS)
def source_from_the_future(texts: Texts) -> Iterator[Violation]:
    """A source is later than the document that cites it."""
    for source in texts.memo(dated_sources):
        if source.first > source.here.day:
            yield violation(source.span, day=source.here.day)
