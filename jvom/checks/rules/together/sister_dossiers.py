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
    decision_dates,
    letter_dates,
    nota_dates,
    plain_reference,
    references_of,
    unreadable,
)
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.dates import write_date
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import DossierData
from jvom.settings import Calendar
from jvom.sisters import Sister


def _readable(dossier: DossierView) -> Iterator[tuple[Sister, DossierData]]:
    """Yield the readable sisters with their data."""
    return ((sister, sister.data) for sister in dossier.sisters if sister.data is not None)


@rule("LET013", WARNING, Scope.DOSSIER)
def sister_days_differ(dossier: DossierView) -> Iterator[Violation]:
    """Two dossiers of one year go to the council of ministers or the Chambers on different days."""
    data, calendar = dossier.data, dossier.settings.calendar
    for sister, other in _readable(dossier):
        if calendar.presentation != sister.calendar.presentation:
            continue
        keys = ["presentation_date"]
        if _council_day(calendar) == _council_day(sister.calendar):
            keys.append("council_of_ministers")
        for key in keys:
            day, in_council = getattr(other, key), key == "council_of_ministers"
            if day != getattr(data, key):
                yield Violation(
                    data.at.value(key),
                    msg("dossier {id} is in de ministerraad van {day}", id=sister.id, day=write_date(day))
                    if in_council
                    else msg("dossier {id} wordt aangeboden op {day}", id=sister.id, day=write_date(day)),
                    msg("zoek uit welke datum klopt"),
                    related=(Related(other.at.value(key), msg("hier staat de andere datum")),),
                )


def _council_day(calendar: Calendar) -> tuple[str, int]:
    return calendar.council.weekday, calendar.council.days_before


@rule("LET014", WARNING, Scope.DOSSIER, worst=ERROR)
def sister_signatories_differ(dossier: DossierView) -> Iterator[Violation]:
    """Two dossiers of one year have different signatories."""
    data = dossier.data
    advice = msg("zoek uit wie de dossiers ondertekenen")
    for sister, other in _readable(dossier):
        theirs = {_plain(each.office): each for each in other.signatories}
        for signatory in data.signatories:
            same = theirs.pop(_plain(signatory.office), None)
            if same is None:
                yield Violation(
                    signatory.at.value("office"),
                    msg("dit ambt ondertekent dossier {id} niet", id=sister.id),
                    advice,
                    related=(Related(other.at.value("signatories"), msg("hier staan die ondertekenaars")),),
                )
            elif _plain(same.name) != _plain(signatory.name):
                yield Violation(
                    signatory.at.value("name"),
                    msg("in dossier {id} heet deze bewindspersoon {name}", id=sister.id, name=same.name),
                    msg("zoek uit welke naam klopt"),
                    related=(Related(same.at.value("name"), msg("hier staat de andere naam")),),
                    severity=ERROR,
                )
        for left in theirs.values():
            yield Violation(
                data.signatories[-1].at.value("office"),
                msg("dossier {id} ondertekent ook {office}", id=sister.id, office=left.office),
                advice,
                related=(Related(left.at.value("office"), msg("hier staat dat ambt")),),
            )


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@rule("LET015", ERROR, Scope.DOSSIER)
def reference_used_twice(dossier: DossierView) -> Iterator[Violation]:
    """A reference is also on a document of another dossier."""
    for sister, other in _readable(dossier):
        theirs = {plain_reference(typed): place for typed, place in reversed([*references_of(other)])}
        for reference, span in references_of(dossier.data):
            if place := theirs.get(plain_reference(reference)):
                yield Violation(
                    span,
                    msg("een stuk van dossier {id} heeft hetzelfde kenmerk", id=sister.id),
                    msg("geef elk stuk zijn eigen kenmerk"),
                    related=(Related(place, msg("hier staat het ook")),),
                )


@rule("LET016", ERROR, Scope.DOSSIER)
def sisters_not_that_day(dossier: DossierView) -> Iterator[Violation]:
    """A text says that the reports go the same day, and they do not."""
    for match in _SAME_DAY.find(dossier) if any(_readable(dossier)) else ():
        passage = match.passage
        if passage.kind == "value" or passage.document not in ("brief", "nota", "rapport"):
            continue
        if not _OTHER_REPORT.find_in(passage, *match.sentence):
            continue
        of_nota = bool(_WITH_THIS_NOTA.match_at(passage, match.end))
        end = match["reports"].end if "reports" in match else match.end
        for sister, other in _named_sisters(dossier, passage):
            if of_nota:
                own = {each.day for each in nota_dates(dossier.data)}
                days = [each for each in nota_dates(other) if own and each.day not in own]
            else:
                here = dossier.data.presentation_date
                theirs = (next(decision_dates(other)), *letter_dates(other))
                days = [each for each in theirs if each.day != here]
            for day, place, _ in days[:1]:
                yield Violation(
                    passage.span(match.start, end),
                    msg("de nota van dossier {id} is van {day}", id=sister.id, day=write_date(day))
                    if of_nota
                    else msg("dossier {id} gaat op {day}", id=sister.id, day=write_date(day)),
                    msg("verbeter de zin, of de datum in het andere dossier"),
                    related=(Related(place, msg("hier staat die datum")),),
                )


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
    known = list(_readable(dossier))
    words = frozenset(passage.lowered_words)
    named = [
        (sister, data)
        for sister, data in known
        if sister.id.series in words or (data.short != dossier.data.short and data.short.lower() in words)
    ]
    return named or known


@rule("LET017", INFO, Scope.DOSSIER)
def sister_unreadable(dossier: DossierView) -> Iterator[Violation]:
    """Another dossier of this year can't be read, and so is not compared."""
    yield from unreadable(dossier.sisters)


RULES = (
    sister_days_differ,
    sister_signatories_differ,
    reference_used_twice,
    sisters_not_that_day,
    sister_unreadable,
)
