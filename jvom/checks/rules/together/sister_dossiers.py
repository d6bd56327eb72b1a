# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of one year compared: their days, signatories and references, and what texts say about them.

A sister is known only by its dossier.yml. Findings are always in the dossier that is checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.dates import write_date
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.model import DossierData
from jvom.sisters import Sister
from jvom.source import Span


def _readable(dossier: DossierView) -> Iterator[tuple[Sister, DossierData]]:
    """Yield the readable sisters with their data."""
    return ((sister, sister.data) for sister in dossier.sisters if sister.data is not None)


@rule(
    "LET013",
    WARNING,
    Scope.DOSSIER,
    msg("Twee dossiers van een jaar gaan op een andere dag naar ministerraad of Kamers"),
)
def sister_days_differ(dossier: DossierView) -> Iterator[Violation]:
    """Two dossiers of one year go to the council of ministers or the Chambers on different days."""
    data, calendar = dossier.data, dossier.settings.calendar
    for sister, other in _readable(dossier):
        same_day = calendar.presentation == sister.calendar.presentation
        if same_day and data.presentation_date != other.presentation_date:
            yield _another_day(
                dossier,
                "presentation_date",
                msg(
                    "dossier {id} wordt aangeboden op {day}",
                    id=sister.id,
                    day=write_date(other.presentation_date),
                ),
                other.at.value("presentation_date"),
            )
        ours, theirs = calendar.council, sister.calendar.council
        same_council = (ours.weekday, ours.days_before) == (theirs.weekday, theirs.days_before)
        if same_day and same_council and data.council_of_ministers != other.council_of_ministers:
            yield _another_day(
                dossier,
                "council_of_ministers",
                msg(
                    "dossier {id} is in de ministerraad van {day}",
                    id=sister.id,
                    day=write_date(other.council_of_ministers),
                ),
                other.at.value("council_of_ministers"),
            )


def _another_day(dossier: DossierView, key: str, message: Message, place: Span) -> Violation:
    return Violation(
        dossier.data.at.value(key),
        message,
        msg("zoek uit welke datum klopt"),
        related=(Related(place, msg("hier staat de andere datum")),),
    )


@rule(
    "LET014",
    WARNING,
    Scope.DOSSIER,
    msg("Twee dossiers van een jaar hebben andere ondertekenaars"),
    worst=ERROR,
)
def sister_signatories_differ(dossier: DossierView) -> Iterator[Violation]:
    """Two dossiers of one year have different signatories."""
    data = dossier.data
    for sister, other in _readable(dossier):
        theirs = {_plain(each.office): each for each in other.signatories}
        for signatory in data.signatories:
            same = theirs.pop(_plain(signatory.office), None)
            if same is None:
                yield Violation(
                    signatory.at.value("office"),
                    msg("dit ambt ondertekent dossier {id} niet", id=sister.id),
                    msg("zoek uit wie de dossiers ondertekenen"),
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
                msg("zoek uit wie de dossiers ondertekenen"),
                related=(Related(left.at.value("office"), msg("hier staat dat ambt")),),
            )


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@rule("LET015", ERROR, Scope.DOSSIER, msg("Een kenmerk staat ook op een stuk van een ander dossier"))
def reference_used_twice(dossier: DossierView) -> Iterator[Violation]:
    """A reference is also on a document of another dossier."""
    for sister, other in _readable(dossier):
        theirs = dict(reversed([*_references(other)]))
        for reference, span in _references(dossier.data):
            if place := theirs.get(reference):
                yield Violation(
                    span,
                    msg("een stuk van dossier {id} heeft hetzelfde kenmerk", id=sister.id),
                    msg("geef elk stuk zijn eigen kenmerk"),
                    related=(Related(place, msg("hier staat het ook")),),
                )


def _references(data: DossierData) -> Iterator[tuple[str, Span]]:
    """Yield the references of letters and nota, without spaces, and their places."""
    for recipient in data.letter.recipients:
        if recipient.reference:
            yield "".join(recipient.reference.split()).lower(), recipient.at.value("reference")
    if data.nota is not None and data.nota.reference:
        yield "".join(data.nota.reference.split()).lower(), data.nota.at.value("reference")


@rule(
    "LET016",
    ERROR,
    Scope.DOSSIER,
    msg("Een tekst zegt dat de rapportages dezelfde dag gaan, en dat is niet zo"),
)
def sisters_not_that_day(dossier: DossierView) -> Iterator[Violation]:
    """A text says that the reports go the same day, and they do not."""
    for match in _SAME_DAY.find(dossier) if any(_readable(dossier)) else ():
        passage = match.passage
        if passage.kind == "value" or passage.document not in ("brief", "nota", "rapport"):
            continue
        if not _OTHER_REPORT.find_in(passage, *match.sentence):
            continue
        of_nota = _WITH_THIS_NOTA.match_at(passage, match.end) is not None
        end = match["reports"].end if "reports" in match else match.end
        for sister, other in _named_sisters(dossier, passage):
            if late := _on_another_day(dossier.data, other, of_nota=of_nota):
                day, place = late
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


def _on_another_day(own: DossierData, other: DossierData, *, of_nota: bool) -> tuple[date, Span] | None:
    """Return a date of the other dossier that differs from that of this one, and its place."""
    if of_nota:
        if own.nota is None or other.nota is None or own.nota.date == other.nota.date:
            return None
        if own.nota.date is None or other.nota.date is None:
            return None
        return other.nota.date, other.nota.at.value("date")
    days = [(other.presentation_date, other.at.value("presentation_date"))]
    days += [(each.date, each.at.value("date")) for each in other.letter.recipients if each.date]
    return next((each for each in days if each[0] != own.presentation_date), None)


@rule(
    "LET017",
    INFO,
    Scope.DOSSIER,
    msg("Een ander dossier van dit jaar is niet te lezen, en dus niet vergeleken"),
)
def sister_unreadable(dossier: DossierView) -> Iterator[Violation]:
    """Another dossier of this year can't be read, and so is not compared."""
    for sister in dossier.sisters:
        if sister.problems:
            first = sister.problems[0]
            yield Violation(
                Span(sister.path),
                msg("dossier {id} is niet te lezen, en niet met dit dossier vergeleken", id=sister.id),
                msg("herstel dat dossier; «jvom check {id}» zegt wat er niet klopt", id=sister.id),
                related=(Related(first.span, first.what),),
            )


RULES = (
    sister_days_differ,
    sister_signatories_differ,
    reference_used_twice,
    sisters_not_that_day,
    sister_unreadable,
)
