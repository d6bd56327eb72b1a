# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where findings are shown: at the values of figures, and in files as they were typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import structs
from msgspec.structs import replace

from jvom.accents import TypedLines, span_as_typed
from jvom.checks.views import DossierView, Texts
from jvom.findings import CheckedFile, Edit, Finding, Fix, Related, Report
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


def with_typed_places(report: Report, view: Texts) -> Report:
    """Return the report with the lines of the files as typed, and its places in those."""
    typed = _typed(view)
    if not typed:
        return report
    return replace(
        report,
        findings=tuple(_finding(each, typed) for each in report.findings),
        suppressed=tuple(replace(each, finding=_finding(each.finding, typed)) for each in report.suppressed),
        files=tuple(_file(each, typed.get(each.path, {})) for each in report.files),
    )


def _typed(view: Texts) -> dict[str, TypedLines]:
    """Return the lines that are not in their files as they were read, by path."""
    found = {each.path: each.fragment.typed for each in view.texts if each.fragment and each.fragment.typed}
    if isinstance(view, DossierView):
        found |= view.dossier.typed
        for earlier in view.earlier:
            found |= earlier.dossier.typed if earlier.dossier else {}
    return found


def _finding(finding: Finding, typed: Mapping[str, TypedLines]) -> Finding:
    fix = finding.fix and Fix(tuple(_edit(each, typed) for each in finding.fix.edits), finding.fix.safe)
    related = tuple(Related(span_as_typed(each.span, typed), each.message) for each in finding.related)
    return replace(finding, span=span_as_typed(finding.span, typed), fix=fix, related=related)


def _edit(edit: Edit, typed: Mapping[str, TypedLines]) -> Edit:
    return Edit(span_as_typed(edit.span, typed), edit.replacement)


def _file(file: CheckedFile, typed: TypedLines) -> CheckedFile:
    if not typed:
        return file
    return replace(file, lines=tuple(typed.get(number, line) for number, line in enumerate(file.lines, 1)))
