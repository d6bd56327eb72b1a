# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT015: developments on a day before the reporting period."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.report_period import period_of_report
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView

#: In this time a day may well be one of last year's report, or one whose year is wrong.
_DAYS = 365
_RUNNING = ("paragraph", "item", "quote")
#: Where a day only tells which event is meant, or is told in passing: "na het akkoord van".
_IN_PASSING = Phrase(
    r"van|uit|sinds|sedert|d.d.|,|\(",
    "na|sinds|van|over de|het|een {word}...2 op",
    ", {word}...3? {participle} op?",
    "als|zoals|evenals|dan|tegenover op|in|tussen|voor|vóór|rond {weekday}?",
    "tijd|periode|dagen|week|weken|maanden tussen|voor|vóór|rond",
)
#: Where it does not: "van 3 tot 9 april", "in de vroege ochtend van".
_TIME = Phrase("in|op de|een {word}? ochtend|middag|avond|nacht|loop van", "met ingang van")
_OF_EVENT = Phrase("de|het|een {adjective}? {noun} van")
_EARLIER = Phrase(
    "al|reeds|eerder|eerdere|sinds|sindsdien|vóór|voordat|voorafgaand|vorig|vorige|nadat|destijds",
    "voor|vóór|buiten het|de|deze begin|aanvang|start|verslagperiode",
    "that=die|dat ...7 {date}",
    "was|waren|had|hadden ...12 {participle}",
    "{participle} was|waren|had|hadden",
    ", op|per {date} {word}...3? {participle}",
)
#: "Een van die landen" begins no clause.
_POINTED = Phrase("{preposition}")
#: "Er kwam een hek, dat op 19 april 2025 openging" tells what came next.
_NEXT = Phrase("een {word}...3? , die|dat ...7 {date}")


@rule("DAT015", WARNING, Scope.DOSSIER)
def before_period(dossier: DossierView) -> Iterator[Violation]:
    """A section on developments has a day from the year before the reporting period as if it were in it."""
    period = dossier.memo(period_of_report)
    for passage in dossier.passages if period else ():
        if period and passage.document == "rapport" and "ontwikkeling" in passage.heading.lower():
            for before, date in pairwise((None, *passage.dates)):
                day = date.date if date and not (before and before.shared) else None
                if day and date and 0 < (period.first - day).days <= _DAYS and _is_news(passage, date):
                    yield violation(passage.span_of(date), day=day, first=period.first)


def _is_news(passage: Passage, date: DateExpression) -> bool:
    """Tell whether a sentence says what happened on a day, or from then on, as if that were news."""
    begins = any(period.start == date.start for period in passage.periods)
    is_time = _TIME.match_before(passage, date.start) or (
        begins and not _OF_EVENT.match_before(passage, date.start)
    )
    if passage.kind not in _RUNNING or (_IN_PASSING.match_before(passage, date.start) and not is_time):
        return False
    sentence = passage.sentence_at(date.start)
    excuses = [
        each
        for each in _EARLIER.find_in(passage, *sentence)
        if not ("that" in each and _POINTED.match_before(passage, each.start))
    ]
    is_next = all("that" in each for each in excuses) and bool(_NEXT.find_in(passage, *sentence))
    return not excuses or is_next


RULES = (before_period,)
