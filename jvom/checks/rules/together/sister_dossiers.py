# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of one year compared: their days, signatories and references, and what texts say about them.

A sister is known only by its dossier.yml. Findings are always in the dossier that is checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.other_dossiers import (
    Dated,
    decision_dates,
    letter_dates,
    nota_dates,
    plain_reference,
    references_of,
    unreadable,
)
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.model import DossierData
from jvom.settings import Calendar
from jvom.sisters import Sister
from jvom.source import Span


def _readable(dossier: DossierView) -> Iterator[tuple[Sister, DossierData]]:
    """Yield the readable sisters with their data."""
    return ((sister, sister.data) for sister in dossier.sisters if sister.data is not None)


@rule("LET013", WARNING, Scope.DOSSIER)
def sister_days_differ(dossier: DossierView) -> Iterator[Violation]:
    """Two dossiers of one year go to the council of ministers or the Chambers on different days."""
    calendar = dossier.settings.calendar
    for sister, other in _readable(dossier):
        if calendar.presentation != sister.calendar.presentation:
            continue
        own, theirs = [*decision_dates(dossier.data)], [*decision_dates(other)]
        if _council_day(calendar) != _council_day(sister.calendar):
            own, theirs = own[:1], theirs[:1]
        for here, there in zip(own, theirs, strict=True):
            if here.day != there.day:
                yield _other_day(here.span, sister, there)


def _other_day(span: Span, sister: Sister, there: Dated) -> Violation:
    """Return the violation that a sister has something on another day."""
    return violation(span, what=there.what, id=sister.id, day=there.day, related=there.span)


def _council_day(calendar: Calendar) -> tuple[str, int]:
    return calendar.council.weekday, calendar.council.days_before


@rule("LET014", WARNING, Scope.DOSSIER, worst=ERROR)
def sister_signatories_differ(dossier: DossierView) -> Iterator[Violation]:
    """Two dossiers of one year have different signatories."""
    data = dossier.data
    for sister, other in _readable(dossier):
        theirs = {_plain(each.office): each for each in other.signatories}
        for signatory in data.signatories:
            same = theirs.pop(_plain(signatory.office), None)
            if same is None:
                there = other.at.value("signatories")
                yield violation(signatory.at.value("office"), "not-there", id=sister.id, related=there)
            elif _plain(same.name) != _plain(signatory.name):
                here, there = (each.at.value("name") for each in (signatory, same))
                yield violation(here, "name", id=sister.id, name=same.name, related=there, severity=ERROR)
        last = data.signatories[-1].at.value("office")
        for left in theirs.values():
            there = left.at.value("office")
            yield violation(last, "also-there", id=sister.id, office=left.office, related=there)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@rule("LET015", ERROR, Scope.DOSSIER)
def reference_used_twice(dossier: DossierView) -> Iterator[Violation]:
    """A reference is also on a document of another dossier."""
    for sister, other in _readable(dossier):
        theirs = {plain_reference(typed): place for typed, place in reversed([*references_of(other)])}
        for reference, span in references_of(dossier.data):
            if place := theirs.get(plain_reference(reference)):
                yield violation(span, id=sister.id, related=place)


@rule("LET016", ERROR, Scope.DOSSIER)
def sisters_not_that_day(dossier: DossierView) -> Iterator[Violation]:
    """A text says that the reports go the same day, and they do not."""
    for match in _SAME_DAY.find(dossier) if any(_readable(dossier)) else ():
        passage = match.passage
        if passage.kind == "value" or not _OTHER_REPORT.find_in(passage, *match.sentence):
            continue
        dates = nota_dates if _WITH_THIS_NOTA.match_at(passage, match.end) else _sent
        own = {each.day for each in dates(dossier.data)}
        end = match["reports"].end if "reports" in match else match.end
        for sister, other in _named_sisters(dossier, passage):
            other_days = (each for each in dates(other) if own and each.day not in own)
            if there := next(other_days, None):
                yield _other_day(passage.span(match.start, end), sister, there)


def _sent(data: DossierData) -> Iterator[Dated]:
    """Yield the dates of the presentation and the letters."""
    yield next(decision_dates(data))
    yield from letter_dates(data)


_SAME_DAY = Phrase(
    "gelijktijdig|tegelijk|tegelijkertijd|vandaag",
    "op? dezelfde dag",
    "reports=de reports=twee|drie|vier reports=andere? reports=*rapportages op *dag",
    "reports=de reports=twee|drie|vier reports=andere? reports=*rapportages op {digits}",
)
#: Words that make it another report than this one.
_OTHER_REPORT = Phrase(
    "afzonderlijk|afzonderlijke|apart|aparte|ander|andere|eigen|overige|beide|zuster*|twee|drie|vier"
    " {word}...2? *rapportage|*rapportages|*brief|*brieven|rapport|rapporten"
)
_WITH_THIS_NOTA = Phrase("met deze nota")


def _named_sisters(dossier: DossierView, passage: Passage) -> list[tuple[Sister, DossierData]]:
    """Return the sisters that a passage names, or all when it names none."""
    known, own = list(_readable(dossier)), dossier.data.short
    names = {sister.id: {sister.id.series, data.short.lower()} - {own.lower()} for sister, data in known}
    words = set(passage.lowered_words)
    return [each for each in known if words & names[each[0].id]] or known


@rule("LET017", INFO, Scope.DOSSIER)
def sister_unreadable(dossier: DossierView) -> Iterator[Violation]:
    """Another dossier of this year can't be read, and so is not compared."""
    yield from unreadable(dossier.sisters)
