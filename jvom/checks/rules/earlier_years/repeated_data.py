# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References, dates and figures that a document of an earlier year has already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from jvom.analysis.phrases import Phrase
from jvom.checks.other_dossiers import (
    Dated,
    decision_dates,
    nota_dates,
    plain_reference,
    references_of,
    sent_dates,
)
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.model import DossierData, Figure
from jvom.resolving.figures import write_value
from jvom.source import Span
from jvom.text import FigureUse


@rule("VRG001", ERROR, Scope.DOSSIER)
def reference_of_earlier_year(dossier: DossierView) -> Iterator[Violation]:
    """A reference is that of a document of an earlier year."""
    known: dict[str, Span] = {}
    for earlier in reversed(dossier.earlier):
        for typed, place in references_of(earlier.data) if earlier.data else ():
            known[plain_reference(typed)] = place
    own = {plain_reference(typed) for typed, _ in references_of(dossier.data)}
    for fragment in (fragment for earlier in dossier.earlier for fragment in earlier.printed):
        text = plain_reference("\n".join(fragment.lines))
        for reference in own:
            if reference in text:
                known.setdefault(reference, fragment.span)
    for typed, place in references_of(dossier.data):
        if there := known.get(plain_reference(typed)):
            yield violation(place, reference=typed, related=there)


@rule("VRG002", ERROR, Scope.DOSSIER)
def date_of_earlier_year(dossier: DossierView) -> Iterator[Violation]:
    """A date is that of a document of an earlier year."""
    data = [earlier.data for earlier in reversed(dossier.earlier) if earlier.data]
    known = {dated.day: dated.span for each in data for dated in _dates(each)}
    for dated in _dates(dossier.data):
        if there := known.get(dated.day):
            yield violation(dated.span, what=dated.what, day=dated.day, related=there)


def _dates(data: DossierData) -> Iterator[Dated]:
    return chain(decision_dates(data), nota_dates(data), sent_dates(data))


Before = tuple[float | date, Span]


def _last_year(dossier: DossierView, name: str, figure: Figure) -> Before | None:
    """Return the value that a figure had last year, and its place; None when nobody says."""
    other = dossier.last_year.figures.figures.get(name) if dossier.last_year else None
    if other is not None and other.value is not None and type(other) is type(figure):
        return other.value, other.at.value("value")
    there = figure.at.value("last_year")
    return (figure.last_year, there) if figure.last_year is not None else None


@rule("VRG005", WARNING, Scope.DOSSIER, worst=ERROR)
def figure_of_last_year(dossier: DossierView) -> Iterator[Violation]:
    """A figure has last year's value."""
    for name, figure in dossier.dossier.figures.figures.items():
        if figure.value is None or figure.constant or figure.confirmed.strip():
            continue
        before = _last_year(dossier, name, figure)
        if before is not None and before[0] == figure.value:
            span, source, there = figure.at.value("value"), figure.source, before[1]
            value, severity = write_value(figure, figure.value), ERROR if dossier.to_be_sealed else None
            yield violation(span, name=name, value=value, source=source, related=there, severity=severity)


_SAME = Phrase(
    "{unchanged}", "gelijk gebleven", "bleef|bleven gelijk", "net (als vorig jaar|zoveel|zo groot)"
)
_OTHER = Phrase("verdubbeld*|gehalveerd*|halveerde*", "sterk|fors|flink|aanzienlijk {changed}")


@rule("VRG012", WARNING, Scope.DOSSIER)
def change_told_wrong(dossier: DossierView) -> Iterator[Violation]:
    """A sentence says that a figure stayed the same or changed much, and it did not."""
    figures = dossier.dossier.figures.figures
    for passage in dossier.passages:
        for part in passage.segments:
            if not isinstance(part.source, FigureUse):
                continue
            name = part.source.name
            figure = figures[name]
            was, place = _last_year(dossier, name, figure) or (None, passage.whole)
            now = figure.value
            if was is None or now is None or isinstance(now, date) or isinstance(was, date):
                continue
            changed = abs(now - was) * 2 > abs(was)
            said = (_SAME if changed else _OTHER).find_in(passage, *passage.sentence_at(part.start))
            if said and (changed or now == was):
                span, words = said[0].span, said[0].text
                before, after = write_value(figure, was), write_value(figure, now)
                yield violation(span, said=words, name=name, was=before, now=after, related=place)
