# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where to correct a figure that a finding is about: the text has only its name, figures.yml its value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import structs

from jvom.checks.views import DossierView, Texts
from jvom.findings import Finding, Related
from jvom.messages import msg
from jvom.model import Fragment
from jvom.text import FigureUse, walk_blocks


def with_figure_places(view: DossierView, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings; those on a figure also point to its value."""
    return [_with_places(finding, view) for finding in findings]


def _with_places(finding: Finding, view: DossierView) -> Finding:
    uses = (each for each in view.memo(_uses).get(finding.span.path, ()) if each.span.overlaps(finding.span))
    values = {each.name: view.dossier.figures.figures[each.name].at.value("value") for each in uses}
    told = {related.span.path for related in finding.related}
    places = [
        Related(place, msg("hier staat de waarde van «{name}»", name=name))
        for name, place in values.items()
        if place.path not in told
    ]
    return structs.replace(finding, related=(*finding.related, *places)) if places else finding


def _uses(view: Texts) -> Mapping[str, tuple[FigureUse, ...]]:
    return {text.path: _in(text.fragment) for text in view.texts if text.fragment}


def _in(fragment: Fragment) -> tuple[FigureUse, ...]:
    return tuple(inline for inline in walk_blocks(fragment.all_blocks) if isinstance(inline, FigureUse))
