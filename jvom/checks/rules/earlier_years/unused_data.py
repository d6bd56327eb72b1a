# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What came along from last year, and no text uses any more; and earlier years that can't be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jvom.checks.other_dossiers import unreadable
from jvom.checks.rule import INFO, Scope, Violation, rule, violation
from jvom.checks.rules.earlier_years.typed_words import beside_last_year
from jvom.checks.views import DossierView
from jvom.model import Dossier
from jvom.resolving.abbreviations import used_abbreviations
from jvom.source import Span
from jvom.text import Citation, FigureUse, walk, walk_blocks

_LEAST_WORDS = 40


@rule("VRG013", INFO, Scope.DOSSIER)
def unused_data(dossier: DossierView) -> Iterator[Violation]:
    """A source, figure, abbreviation or picture that no text uses."""
    if dossier.last_year is None:
        return
    used: set[str] = set()
    for fragment in dossier.dossier.fragments:
        for inline in (*walk(fragment.title), *walk_blocks(fragment.all_blocks)):
            if isinstance(inline, FigureUse):
                used.add(inline.name)
            elif isinstance(inline, Citation):
                used.update(inline.references)
    figures, references = dossier.dossier.figures, dossier.dossier.references
    used.update(part for figure in figures.figures.values() for part in getattr(figure, "parts", ()))
    places = [(name, figures.at.entry("figures", name)) for name in figures.figures]
    places += [(name, references.at.entry("references", name)) for name in references.references]
    places += [(path.rpartition("/")[2], Span(path)) for path in dossier.dossier.unused_images]
    for name, place in places:
        if name not in used:
            yield violation(place, "unused", name=name)
    yield from _abbreviations(dossier.dossier, dossier.last_year)


def _abbreviations(dossier: Dossier, nearest: Dossier) -> Iterator[Violation]:
    """Yield the abbreviations that a text of last year used, and none of this year."""
    printed = (line for row in dossier.mandates.rows for line in (row.operation, row.basis))
    lines = chain(printed, *(text.lines for text in dossier.fragments))
    now = used_abbreviations(lines, dossier.glossary)
    for entry in used_abbreviations(chain(*(text.lines for text in nearest.fragments)), dossier.glossary):
        if entry not in now:
            yield violation(entry.at.value("abbreviation"), "abbreviation", name=entry.abbreviation)


@rule("VRG014", INFO, Scope.DOSSIER)
def section_size(dossier: DossierView) -> Iterator[Violation]:
    """A section is more than half longer or shorter than last year."""
    for section, other in beside_last_year(dossier):
        now, was = len(section.words), len(other.words)
        if min(now, was) >= _LEAST_WORDS and abs(now - was) * 2 > was:
            yield violation(section.title, now=now, was=was, related=other.title)


@rule("VRG015", INFO, Scope.DOSSIER)
def earlier_unreadable(dossier: DossierView) -> Iterator[Violation]:
    """A dossier of an earlier year can not be read, and so was not compared."""
    yield from unreadable(dossier.earlier)
