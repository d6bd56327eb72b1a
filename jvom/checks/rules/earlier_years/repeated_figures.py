# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures beside those of last year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jvom.analysis.phrases import Phrase
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.model import Figure
from jvom.resolving.figures import write_value
from jvom.source import Span
from jvom.text import FigureUse

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


RULES = (figure_of_last_year, change_told_wrong)
