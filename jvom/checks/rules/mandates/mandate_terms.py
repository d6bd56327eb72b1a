# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The terms of mandates and frameworks, compared with the period, the day of presentation and the texts.

Each rule reads mandates.yml and tables of mandates that were typed in a text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from datetime import date

import msgspec

from jvom.analysis.phrases import Phrase
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.reference_dates import own_days
from jvom.checks.report_period import period_of_report
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.mandate_table import TERM_NAMES, Row, Term, base_name, table_rows
from jvom.checks.rules.mandates.mandate_texts import ENDED, StatedEnd, stated_ends
from jvom.checks.rules.mandates.mission_sentences import Sentence, mission_sentences
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import write_date
from jvom.times import Duration


class KeyDates(msgspec.Struct, frozen=True):
    """The first and last day of the period, and the presentation; None for those that nothing gives."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    presentation: datetime.date | None = None


def key_dates(texts: Texts) -> KeyDates:
    """Return the dates of the dossier, or those that loose texts give."""
    period = texts.memo(period_of_report)
    days = (each.day for each in texts.memo(own_days).values())
    presentation = texts.data.presentation_date if isinstance(texts, DossierView) else next(days, None)
    return KeyDates(period.first, period.last, presentation) if period else KeyDates(None, None, presentation)


_ENDING = Phrase(
    "beëindig*|geëindigd|eindig|eindigde|eindigt|afgelopen|afloop|afliep|verstreken|verlopen|stopgezet|gestopt"
    "|stopte|opgeheven|afgerond|teruggetrokken",
    "recently=afgelopen jaar|jaren|maand|maanden|week|weken|periode|tijd",
    "liep|loopt|liepen|lopen {word}...6? af",
    "ten einde",
    "niet langer? verleng*",
    "laatste keer|maal",
)


def mentions_end(texts: Texts, row: Row, kind: str, until: datetime.date) -> bool:
    """Tell whether a text says that a row's ``mandaat`` or ``kader``, or its mission, ends."""
    if any(end.allows(until) for end in texts.memo(stated_ends).get((row.id, kind), ())):
        return True
    for sentence in texts.memo(_ending_sentences).get(row.id, ()):
        place = sentence.passage, sentence.start, sentence.end
        if any("recently" not in each for each in _ENDING.find_in(*place)) and (
            ENDED.find_in(*place) or has_any_whole(sentence.text.lower(), row.names)
        ):
            return True
    return False


def _ending_sentences(texts: Texts) -> dict[str, list[Sentence]]:
    return mission_sentences(texts, {match.passage for match in _ENDING.find(texts)})


@rule("MAN001", ERROR, Scope.TEXTS)
def mandate_ended(texts: Texts) -> Iterator[Violation]:
    """A mandate or framework ended before the reporting period began."""
    first = texts.memo(key_dates).first
    for row in texts.memo(table_rows):
        for _, term in row.terms():
            if first and term.until and term.until < first:
                yield violation(term.span, first=write_date(first))


@rule("MAN002", ERROR, Scope.TEXTS)
def mandate_ended_before_presentation(texts: Texts) -> Iterator[Violation]:
    """A mandate or framework has ended by the day of presentation, and no text says so."""
    dates = texts.memo(key_dates)
    for kind, term in _ended_in_silence(texts, dates.last, dates.presentation):
        if term.until not in (dates.last, dates.presentation):
            yield violation(term.span, what=TERM_NAMES[kind], day=dates.presentation)


def _ended_in_silence(texts: Texts, first: date | None, last: date | None) -> Iterator[tuple[str, Term]]:
    """Yield the mandates and frameworks that end from one day to another, and of which no text says so."""
    if not first or not last:
        return
    for row in texts.memo(table_rows):
        for kind, term in row.terms():
            until = term.until
            if until and first <= until <= last and not mentions_end(texts, row, kind, until):
                yield kind, term


@rule("MAN003", WARNING, Scope.TEXTS, worst=ERROR)
def mandate_ends_in_silence(texts: Texts) -> Iterator[Violation]:
    """A mandate or framework ends within the reporting period, and no text says so."""
    dates = texts.memo(key_dates)
    for kind, term in _ended_in_silence(texts, dates.first, dates.last):
        yield violation(term.span, what=TERM_NAMES[kind], severity=ERROR if kind == "mandaat" else None)


@rule("MAN004", WARNING, Scope.TEXTS)
def framework_past_mandate(texts: Texts) -> Iterator[Violation]:
    """The national framework runs longer than the international mandate."""
    severity = INFO if _EXPLAINED.find(texts) else None
    for row in texts.memo(table_rows):
        mandate, framework = row.mandate, row.framework
        if not mandate or not framework or not mandate.until:
            continue
        longer = framework.until > mandate.until if framework.until else framework.duration.word != "geen"
        if longer:
            yield violation(framework.span, until=mandate.text, related=mandate.span, severity=severity)


_EXPLAINED = Phrase(
    "kader|kaders ...14 langer ...14 mandaat*|*-mandaat",
    "mandaat*|*-mandaat ...14 langer ...14 kader*",
)


@rule("MAN005", ERROR, Scope.TEXTS)
def mandate_end_differs(texts: Texts) -> Iterator[Violation]:
    """The table and the text on the mission give different ends."""
    stated = texts.memo(stated_ends)
    first = texts.memo(key_dates).first
    data = {row.id: row for row in texts.memo(table_rows) if not row.passages}
    for row in texts.memo(table_rows):
        if row.passages and row.id in data:
            yield from _differing_terms(data[row.id], row)
            continue
        for kind, term in row.terms():
            ends = [end for end in stated.get((row.id, kind), ()) if not end.earlier]
            last = max(ends, key=lambda end: end.last, default=None)
            agreeing = {end for end in ends if _is_same_end(end, term.duration)}
            # In the present tense an end counts in any text, otherwise in another one.
            confirmed = {"" if end.present else end.span.path for end in agreeing}
            for end in ends:
                # A sentence about an earlier end is in the past tense, and may be about an earlier mandate.
                counts = end.present if end is not last else not first or end.last >= first
                if counts and end not in agreeing:
                    in_text = end is not last or not confirmed <= {end.span.path}
                    yield _difference(row, kind, term, end, in_text=in_text)


def _differing_terms(row: Row, typed: Row) -> Iterator[Violation]:
    """Yield the ends in a typed row that differ from those in mandates.yml."""
    right = dict(row.terms())
    for kind, term in typed.terms():
        if kind in right and not term.allows(right[kind].duration):
            end = StatedEnd(kind, term.text, term.span, term.until)
            yield _difference(row, kind, right[kind], end, in_text=True)


def _is_same_end(end: StatedEnd, duration: Duration) -> bool:
    if end.first is None:
        return duration.word in end.words
    return duration.until is not None and end.allows(duration.until)


def _difference(row: Row, kind: str, term: Term, end: StatedEnd, *, in_text: bool) -> Violation:
    here, there = (end, term) if in_text else (term, end)
    return violation(
        here.span,
        "open-ended" if end.first is None else "other-end",
        mission=row.mission.name if row.mission else base_name(row.operation.text),
        what=TERM_NAMES[kind],
        term=term.text,
        words=end.text,
        there=there.text,
        related=there.span,
    )
