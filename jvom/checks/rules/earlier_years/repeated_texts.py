# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections and passages that are those of last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jvom.analysis.passages import Passage
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.earlier_years.printed_words import printed_now, printed_then
from jvom.checks.rules.earlier_years.typed_words import Typed, of_last_year, section_views, written
from jvom.checks.views import DossierView
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.model import Day
from jvom.source import Span

_LEAST_WORDS = 20
_PASSAGE = 40
_RECENT = 3  # a date of more years ago is history, such as a founding year


@rule("VRG003", ERROR, Scope.DOSSIER)
def section_of_last_year(dossier: DossierView) -> Iterator[Violation]:
    """A section is last year's."""
    copies = dossier.memo(_copies)
    for id, other in copies.items():
        section = written(dossier)[id]
        what = msg("deze paragraaf verschilt alleen in datums van die van vorig jaar")
        where = msg("hier staat die van vorig jaar")
        yield _copied(section.title, other.title, what, where, same=section.plain == other.plain)
    # Sections that are printed as in a sealed submission, and not found already.
    known = {each.masked: each for each in printed_then(dossier) if len(each.words) >= _LEAST_WORDS}
    for id, printed in printed_now(dossier).items() if known else ():
        then, text = known.get(printed.masked), dossier.text(id)
        unchanged = text.fragment.front.unchanged.strip() if text and text.fragment else ""
        if then and id not in copies and not unchanged:
            what = msg("deze paragraaf verschilt alleen in datums en getallen van die van een eerder jaar")
            where = msg("daar is het {heading}", heading=then.heading)
            yield _copied(printed.title, then.title, what, where, same=printed.words == then.words)


def _copied(here: Span, there: Span, differs: Message, where: Message, *, same: bool) -> Violation:
    return Violation(
        here,
        msg("deze paragraaf is woord voor woord die van vorig jaar") if same else differs,
        msg("werk de tekst bij, of zet bovenaan «unchanged:» met de reden"),
        related=(Related(there, where),),
    )


def _copies(texts: object) -> dict[str, Typed]:
    """Return last year's section of each section that is the same, by the id of this year's."""
    if not isinstance(texts, DossierView):
        return {}
    known = {each.masked: each for each in of_last_year(texts).values() if len(each.words) >= _LEAST_WORDS}
    if not known:
        return {}
    return {
        id: known[section.masked]
        for id, section in written(texts).items()
        if not section.fragment.front.unchanged.strip() and section.masked in known
    }


@rule("VRG004", ERROR, Scope.DOSSIER)
def carried_and_final(dossier: DossierView) -> Iterator[Violation]:
    """A text is final, but says that it is of an earlier year."""
    for fragment in dossier.dossier.fragments:
        front = fragment.front
        if front.status == "final" and front.carried_from is not None:
            yield Violation(
                front.at.value("carried_from"),
                msg("deze tekst is definitief, maar komt uit {year}", year=front.carried_from),
                msg("werk de tekst bij en haal «carried_from» weg, of zet de status terug"),
            )


@rule("VRG006", WARNING, Scope.DOSSIER)
def nothing_of_this_period(dossier: DossierView) -> Iterator[Violation]:
    """The newest date of a section on a mission lies before the reporting period."""
    if dossier.last_year is None:
        return
    first = dossier.data.period.first
    for text in section_views(dossier):
        if not text.missions:
            continue
        found = [
            (month, passage.span(start, end))
            for passage in text.passages
            for month, start, end in _times(passage)
        ]
        newest, place = max(found, key=lambda each: each[0], default=((0, 0), text.whole))
        if (first.year - _RECENT, 0) < newest < (first.year, first.month):
            yield Violation(
                place,
                msg("dit is de nieuwste datum van deze paragraaf, en zij ligt voor de verslagperiode"),
                msg("schrijf wat er in de verslagperiode gebeurde"),
            )


def _times(passage: Passage) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Yield the year and month of each date and year in a passage, and where it is."""
    for date in passage.dates:
        if date.year:
            yield (date.year, date.month or 12), date.start, date.end
    for year in passage.years:
        yield (year.number, 12), year.start, year.end


@rule("VRG007", WARNING, Scope.DOSSIER)
def passage_of_last_year(dossier: DossierView) -> Iterator[Violation]:
    """A long passage that names a time is last year's."""
    known, copies = dossier.memo(_passages), dossier.memo(_copies)
    figures = dossier.dossier.figures.figures
    days = frozenset(name for name, figure in figures.items() if isinstance(figure, Day))
    for id, section in written(dossier).items() if known else ():
        if id in copies or section.fragment.front.unchanged.strip():
            continue
        words = tuple(word.text for word in section.words)
        at = 0
        while at + _PASSAGE <= len(words):
            other, start = known.get(hash(words[at : at + _PASSAGE]), (None, 0))
            length = _common(words, at, other, start) if other else 1
            if other and length >= _PASSAGE and section.names_time(at, at + length - 1, days):
                yield Violation(
                    section.span(at, at + length - 1),
                    msg("deze passage van {count} woorden stond er vorig jaar ook", count=length),
                    msg("werk haar bij, of verkort haar tot wat nog van belang is"),
                    related=(Related(other.span(start, start + length - 1), msg("hier stond zij")),),
                )
            at += length


def _common(words: Sequence[str], at: int, other: Typed, start: int) -> int:
    """Return how many words from two places on are the same, at least one."""
    most = min(len(words) - at, len(other.words) - start)
    differ = (number for number in range(most) if words[at + number] != other.words[start + number].text)
    return max(1, next(differ, most))


def _passages(texts: object) -> Mapping[int, tuple[Typed, int]]:
    """Return where each run of forty words of last year begins, by its hash."""
    found: dict[int, tuple[Typed, int]] = {}
    if isinstance(texts, DossierView):
        for section in of_last_year(texts).values():
            words = tuple(word.text for word in section.words)
            for at in range(len(words) - _PASSAGE + 1):
                found.setdefault(hash(words[at : at + _PASSAGE]), (section, at))
    return found


RULES = (section_of_last_year, carried_and_final, nothing_of_this_period, passage_of_last_year)
