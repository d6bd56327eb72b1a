# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on periods that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.entities import entities
from jvom.analysis.phrases import Phrase
from jvom.analysis.years import Year
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.source import Span

_YEARS = Phrase("first={year} (tot en met|t/m|tot) last={year}")
#: What a number names, so that it is no day: "artikel 2 tot 1 januari 2017".
_NUMBERED = Phrase("artikel|artikelen|lid|onderdeel|paragraaf|hoofdstuk|bijlage|nummer|nr|regel")


@rule("DAT011", ERROR, Scope.TEXTS)
def period_backwards(texts: Texts) -> Iterator[Violation]:
    """A period ends before it begins."""
    backwards: list[Span] = []
    for passage in texts.passages:
        backwards += (
            match.span
            for match in (_YEARS.find_in(passage) if len(passage.years) > 1 else ())
            if match.value("first", Year).number > match.value("last", Year).number
        )
        backwards += (
            passage.span_of(years)
            for years in entities(passage, "years")
            if years.joined != "/" and 1000 < years.last < years.first
        )
        for period in passage.periods:
            first, last = period.first.days, period.last.days
            if not first or not last or first[0] <= last[1]:
                continue
            if _NUMBERED.match_before(passage, period.start):
                continue
            if period.first.shared != "year":
                backwards.append(passage.span_of(period))
                continue
            yield violation(passage.span_of(period), "year-missing", severity=WARNING)
    for span in backwards:
        yield violation(span, "backwards")


RULES = (period_backwards,)
