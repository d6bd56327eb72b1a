# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The year that letter, nota and cover give."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.analysis.years import is_year
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.dutch.dates import MONTHS
from jvom.source import Span


@rule("LET002", ERROR, Scope.DOSSIER)
def year_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter or nota gives another year than the dossier."""
    data = dossier.data
    of_period = {data.period.first.year, data.period.last.year}
    phrase = _before_year(dossier.memo(report_names))
    for passage in dossier.passages:
        if passage.document not in ("brief", "nota") or passage.kind == "value":
            continue
        for year in passage.years:
            before = phrase.match_before(passage, year.start)
            if before is None or ("budget" in before and not _ACCOUNTED.match_at(passage, year.end)):
                continue
            just_the_year = "report" in before and not passage.text[before["report"].end : year.start].strip()
            named = "jaar" in before.text or just_the_year
            right = {data.year} if named else {data.year, *of_period}
            # A year of an earlier report, or of an event.
            earlier = _EARLIER.match_before(passage, year.start)
            if year.number not in right and not (earlier or _PREVIOUS_REPORT.find_in(passage, 0, year.start)):
                yield other_year(dossier, passage.span_of(year))
    subtitle = years_in(data.report.subtitle) if data.report else set()
    if data.report and subtitle and subtitle not in (of_period, {data.year}):
        yield violation(data.report.at.value("subtitle"), "cover", related=data.at.value("period"))


@cache
def _before_year(names: ReportNames) -> Phrase:
    report = names.phrase("*rapportage", *names.subject[-1:])
    return Phrase(
        f"report={report} ...8",
        "over het jaar|verslagjaar",
        "budget=begrotingsjaar|verslagjaar|rapportagejaar",
    )


_ACCOUNTED = Phrase("...6 verantwoord*")
_EARLIER = Phrase(
    f"vorig|vorige|eerder|eerdere|voorgaande|sinds|naamswijziging*|{'|'.join(MONTHS[1:])} van?", "van van?"
)
_PREVIOUS_REPORT = Phrase("vorig|vorige rapportage|voortgangsrapportage")


def other_year(dossier: DossierView, span: Span) -> Violation:
    """Return the violation that a text gives another year than the dossier."""
    data = dossier.data
    return violation(span, "year", year=data.year, related=data.at.value("year"))


def years_in(words: str) -> set[int]:
    """Return the years in some words."""
    return {int(word) for word in Tokens(words).forms if is_year(word)}
