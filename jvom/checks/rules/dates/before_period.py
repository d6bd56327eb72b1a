# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT015: developments on a day before the reporting period."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.report_period import period_of_report
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView

#: In this time a day may well be one of last year's report, or one whose year is wrong.
_DAYS = 365
_ON = Phrase("op|per {word}?")
#: "Het bestand, gesloten op 27 november 2024, hield stand."
_DONE = Phrase(", {word}...2? ge*|ver*|be*|ont*|aange*|opge*|afge*|inge* op {word}?")
_EARLIER = Phrase(
    "al|reeds|eerder|eerdere|sinds|sindsdien|vanaf|vóór|voordat|voorafgaand|vorig|vorige|nadat|destijds|toen",
    "voor|vóór het|de begin|aanvang|start van",
    "voor|na|in de|het|deze|vorige verslagperiode|bestand|akkoord|aanslag|aanval|verkiezing*",
    "die|dat ...4 {date}",
    "was|waren|had|hadden",
    "nasleep|gevolg|gevolgen|slachtoffers|nabestaanden|daders|overlevenden|herdenking van de|het {word} op",
)


@rule("DAT015", WARNING, Scope.DOSSIER)
def before_period(dossier: DossierView) -> Iterator[Violation]:
    """A section on developments has a day from the year before the reporting period as if it were in it."""
    period = dossier.memo(period_of_report)
    for passage in dossier.passages if period else ():
        if period and passage.document == "rapport" and "ontwikkeling" in passage.heading.lower():
            for date in passage.dates:
                day = date.date
                if day and 0 < (period.first - day).days <= _DAYS and _happened(passage, date):
                    yield violation(passage.span_of(date), day=day, first=period.first)


def _happened(passage: Passage, date: DateExpression) -> bool:
    """Tell whether a sentence says what happened on a day, as if that were news."""
    start, end = passage.sentence_at(date.start)
    is_day = _ON.match_before(passage, date.start) and not _DONE.match_before(passage, date.start)
    return bool(is_day) and not _EARLIER.find_in(passage, start, end)


RULES = (before_period,)
