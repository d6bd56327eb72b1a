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
from jvom.messages import Message, msg


@rule("RES001", ERROR, Scope.TEXTS)
def resolution_year(texts: Texts) -> Iterator[Violation]:
    """Number and year of a resolution do not belong together."""
    for named in texts.memo(named_resolutions):
        year = named.mention.year or _year_adopted(named)
        if year and (violation := _wrong_year(named.mention.number, year)):
            yield Violation(named.span, *violation)
    if isinstance(texts, DossierView):
        for mission in texts.dossier.missions.missions:
            for resolution in mission.resolutions:
                if violation := _wrong_year(resolution.number, resolution.year):
                    yield Violation(resolution.at.value("year"), *violation)


_ADOPTED = Phrase(
    "in year={year|date} nam|namen|aanvaardde|verlengde|verleende de|het {word}? (met|het mandaat met)?"
)


def _year_adopted(named: NamedResolution) -> int | None:
    """Return the year that precedes a resolution without one: "In 2024 nam de VNVR resolutie 2790 aan"."""
    adopted = _ADOPTED.match_before(named.passage, named.start)
    year = adopted.part("year")[-4:] if adopted else ""
    return int(year) if year.isdigit() else None


def _wrong_year(number: int, year: int) -> tuple[Message, Message] | None:
    known = resolutions()
    right = known.year_of(number)
    if right is None or right == year:
        return None
    what = msg("resolutie {number} is van {right}, niet van {year}", number=number, right=right, year=year)
    numbers = known.numbers_of(year)
    if not numbers:
        return what, msg("verbeter het jaar")
    first, last = numbers
    return what, msg(
        "die van {year} hebben de nummers {first} tot en met {last}", year=year, first=first, last=last
    )


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
