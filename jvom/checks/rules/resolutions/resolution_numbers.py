# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the resolutions that the texts name exist, and are of the year that they are given."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase
from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.rules.resolutions.named_resolutions import NamedResolution, named_resolutions
from jvom.checks.rules.resolutions.security_council import resolutions
from jvom.checks.views import DossierView, Texts
from jvom.source import Span


@rule("RES001", ERROR, Scope.TEXTS)
def resolution_year(texts: Texts) -> Iterator[Violation]:
    """Number and year of a resolution do not belong together."""
    for named in texts.memo(named_resolutions):
        year = named.mention.year or _year_adopted(named)
        if year:
            yield from _wrong_year(named.span, named.mention.number, year)
    if isinstance(texts, DossierView):
        for mission in texts.dossier.missions.missions:
            for resolution in mission.resolutions:
                yield from _wrong_year(resolution.at.value("year"), resolution.number, resolution.year)


_ADOPTED = Phrase(
    "in year={year|date} nam|namen|aanvaardde|verlengde|verleende de|het {word}? (met|het mandaat met)?"
)


def _year_adopted(named: NamedResolution) -> int | None:
    """Return the year that precedes a resolution without one: "In 2024 nam de VNVR resolutie 2790 aan"."""
    adopted = _ADOPTED.match_before(named.passage, named.start)
    year = adopted.part("year")[-4:] if adopted else ""
    return int(year) if year.isdigit() else None


def _wrong_year(span: Span, number: int, year: int) -> Iterator[Violation]:
    known = resolutions()
    right, numbers = known.year_of(number), known.numbers_of(year)
    if right is not None and right != year:
        first, last = numbers or ("", "")
        wording = "with-numbers" if numbers else "no-numbers"
        yield violation(span, wording, number=number, right=right, year=year, first=first, last=last)


@rule("RES002", ERROR, Scope.TEXTS)
def resolution_unknown(texts: Texts) -> Iterator[Violation]:
    """A resolution that does not exist."""
    known = resolutions()
    for named in texts.memo(named_resolutions):
        mention = named.mention
        if not known.may_exist(mention.number, texts.as_of):
            number, last = mention.number, known.last_numbers[-1]
            yield violation(named.span, "future-number", number=number, last=last)
        elif mention.year and mention.year > texts.as_of.year and known.year_of(mention.number) is None:
            yield violation(named.span, "future-year", year=mention.year)


RULES = (resolution_year, resolution_unknown)
