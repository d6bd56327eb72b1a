# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of parliamentary papers: they rise with the numbers in a dossier, and each paper has one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from jvom.checks.groups import by_key
from jvom.checks.rising import longest_rising
from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.rules.references.dated_sources import DatedSource, dated_sources
from jvom.checks.views import Texts


@rule("REF007", ERROR, Scope.TEXTS)
def numbers_against_dates(texts: Texts) -> Iterator[Violation]:
    """Within a dossier the numbers do not rise with the dates."""
    # `two_dates` reports a second date for the same number.
    first = {(each.dossier, each.number): each for each in reversed(texts.memo(dated_sources))}
    for listed in by_key((paper.dossier, paper) for paper in first.values()).values():
        order = sorted(listed, key=lambda paper: paper.number)
        exact = [paper for paper in order if paper.is_exact]
        # The register takes precedence over typed citations.
        rising = _longest_rising(paper for paper in exact if paper.is_registered)
        rising = _longest_rising(each for each in exact if each in rising or not _contradicted(each, rising))
        for paper in order:
            other = _contradicted(paper, rising)
            if other is None:
                continue
            wording = "lower-and-younger" if paper.number < other.number else "higher-and-older"
            there, day = other.span, other.first
            yield violation(paper.span, wording, name=paper.name, other=other.name, day=day, related=there)


def _contradicted(paper: DatedSource, rising: list[DatedSource]) -> DatedSource | None:
    """Return the neighbour in a rising sequence that a paper contradicts."""
    place = bisect_left(rising, paper.number, key=lambda each: each.number)
    below = next((each for each in rising[max(0, place - 1) : place] if each.first > paper.last), None)
    above = next((each for each in rising[place : place + 2] if each.number > paper.number), None)
    return below or (above if above and paper.first > above.last else None)


def _longest_rising(papers: Iterable[DatedSource]) -> list[DatedSource]:
    """Return the longest sequence of papers, ordered by number, whose dates don't go back."""
    order = list(papers)
    return [order[number] for number in longest_rising([paper.first for paper in order])]


@rule("REF011", ERROR, Scope.TEXTS)
def two_dates(texts: Texts) -> Iterator[Violation]:
    """A Kamerstuk has another date here than elsewhere."""
    first: dict[tuple[str, int], DatedSource] = {}
    for paper in texts.memo(dated_sources):
        known = first.setdefault((paper.dossier, paper.number), paper)
        if paper.dossier and (paper.last < known.first or paper.first > known.last):
            yield violation(paper.span, name=paper.name, day=known.first, related=known.span)
