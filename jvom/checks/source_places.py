# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From a paragraph of a built file back to the line of the fragment it was made from."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern
from jvom.dutch.typography import untypeset
from jvom.findings import Finding, Related
from jvom.messages import msg
from jvom.source import Span

_SPACES = pattern(r"\s+")


def as_typed(text: str) -> str:
    """Return printed words without what typography changed, to compare them with typed words."""
    return _SPACES.sub(" ", untypeset(text)).strip()


def source_places(view: Texts) -> Mapping[str, Span]:
    """Return where each printed passage of the dossier was typed, by its text; the first of equals."""
    found: dict[str, Span] = {}
    for passage in view.passages:
        if text := as_typed(passage.text):
            found.setdefault(text, passage.span())
    return found


def at_source(finding: Finding, view: Texts, built: Texts) -> Finding:
    """Return a finding in a built file as one in the fragment, with the place in the file as related.

    A finding on text from no fragment (a table's row, a letterhead) stays where it is.
    """
    text = next((each for each in built.texts if each.path == finding.span.path), None)
    line = finding.span.line
    if text is None or not 0 < line <= len(text.lines):
        return finding
    place = view.memo(source_places).get(as_typed(text.lines[line - 1]))
    if place is None:
        return finding
    here = Related(finding.span, msg("zo staat het in het gemaakte bestand"))
    return structs.replace(finding, span=place, related=(*finding.related, here))
