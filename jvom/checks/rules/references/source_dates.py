# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of the sources: complete, not too old, and not from the future."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jvom.checks.reference_dates import interval, reference_date
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.references.kamerstukken import papers
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.dates import MONTHS, write_date
from jvom.dutch.patterns import pattern
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.source import Span

_MONTH_OF_LETTER = pattern(
    rf"brief(?: aan (?:het parlement|de (?:Tweede |Eerste )?Kamer))? van "
    rf"(?P<month>(?:{'|'.join(MONTHS[1:])}) (?:19|20)\d\d) \($"
)
_OLD_YEARS = 5


@rule(
    "REF006",
    "incomplete-source-date",
    WARNING,
    Scope.TEXTS,
    msg("De datum van een Kamerstuk is niet volledig"),
)
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
        for cited in passage.citations:
            near = max(0, cited.start - 60)
            letter = passage.text.find("brief", near, cited.start) >= 0
            month = _MONTH_OF_LETTER.search(passage.text, near, cited.start) if letter else None
            if month and passage.is_typed(*month.span("month")):
                yield Violation(
                    passage.span(*month.span("month")),
                    msg("van dit Kamerstuk ontbreekt de dag"),
                    msg("zoek de dagtekening op"),
                )
            date = cited.date
            if (
                date is None
                or cited.kind != "kamerstuk"
                or date.introduced
                or cited.date_joined.startswith("d")
            ):
                continue
            if date.day is None or (date.year is None and not date.qualifier):
                if not passage.is_typed(date.start, date.end):
                    continue
                yield Violation(
                    passage.span(date.start, date.end),
                    msg("de datum van dit Kamerstuk is niet volledig"),
                    msg("zoek de dagtekening op"),
                )


@rule(
    "REF008",
    "old-source",
    INFO,
    Scope.TEXTS,
    msg("Een aangehaald stuk is meer dan vijf jaar ouder dan het rapport"),
)
def old_source(texts: Texts) -> Iterator[Violation]:
    """A document cited is more than five years older than the report."""
    if isinstance(texts, DossierView):
        since = texts.data.period.first.first_day
        for reference in texts.dossier.references.references.values():
            if since - reference.date.latest > _OLD:
                yield _old(reference.at.value("date"), reference.date.latest)
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                if (
                    cited.kind != "kamerstuk"
                    or cited.date is None
                    or not passage.is_typed(cited.start, cited.end)
                ):
                    continue
                here, days = reference_date(text, passage), interval(cited.date)
                if days and here.certain and here.day - days[1] > _OLD + datetime.timedelta(366):
                    yield _old(passage.span(cited.date.start, cited.date.end), days[1])


_OLD = datetime.timedelta(366 * _OLD_YEARS)


def _old(span: Span, day: datetime.date) -> Violation:
    return Violation(
        span,
        msg("dit stuk is uit {year}", year=day.year),
        msg("kijk of er een nieuwer stuk is; is dit bedoeld, dan hoeft er niets"),
    )


@cache
def _year_only() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])d\.?d\.?\s{1,3}(?P<year>(?:19|20)\d\d)(?![\w-])")


@rule("REF010", "dated-without-day", WARNING, Scope.FRAGMENT, msg("Achter «d.d.» staat geen volledige datum"))
def dated_without_day(text: TextView) -> Iterator[Violation]:
    """No full date follows "d.d."."""
    for passage in text.passages:
        for date in passage.dates:
            if date.introduced and (date.day is None or (date.year is None and not date.qualifier)):
                yield _without_day(passage.span(date.start, date.end))
        if "d.d" in passage.text or "dd" in passage.lowered_words:
            for match in _year_only().finditer(passage.text):
                yield _without_day(passage.span(*match.span("year")))


def _without_day(span: Span) -> Violation:
    return Violation(
        span,
        msg("achter «d.d.» hoort een dag met maand en jaar"),
        msg("zoek de dag op, of schrijf «van» met de maand"),
    )


@rule(
    "REF012",
    "source-from-the-future",
    ERROR,
    Scope.TEXTS,
    msg("Een bron is van na het stuk dat die bron aanhaalt"),
)
def source_from_the_future(texts: Texts) -> Iterator[Violation]:
    """A source is later than the document that cites it."""
    if isinstance(texts, DossierView):
        sent = texts.data.presentation_date
        for reference in texts.dossier.references.references.values():
            if reference.date.earliest > sent:
                yield _later(reference.at.value("date"), sent)
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                if cited.date is None or not passage.is_typed(cited.start, cited.date.end):
                    continue
                here, days = reference_date(text, passage), interval(cited.date)
                if days and days[0] > here.day:
                    yield _later(passage.span(cited.date.start, cited.date.end), here.day)


def _later(span: Span, day: datetime.date) -> Violation:
    return Violation(span, msg("deze bron is van na {day}", day=write_date(day)), msg("zoek de datum op"))


RULES = (
    incomplete_source_date,
    old_source,
    dated_without_day,
    source_from_the_future,
)
