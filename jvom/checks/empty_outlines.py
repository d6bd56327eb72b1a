# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text that nobody has begun is one finding, not one for each thing that it still lacks."""

from __future__ import annotations

from collections.abc import Iterable

from jvom.checks.views import DossierView
from jvom.findings import Finding
from jvom.model import Fragment
from jvom.text import Heading, Table

NOT_BEGUN = "PLH008"
"""The rule that says so."""


def is_empty_outline(fragment: Fragment) -> bool:
    """Tell whether a text is an outline with headings alone, or with a table that data fill."""
    return fragment.front.status == "outline" and all(
        isinstance(block, Heading) or (isinstance(block, Table) and bool(block.filled_with))
        for block in fragment.blocks
    )


def without_empty_outlines(view: DossierView, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those in empty outlines, but that nobody has begun these texts."""
    empty = {each.span.path for each in view.dossier.fragments if is_empty_outline(each)}
    return [each for each in findings if each.span.path not in empty or each.code == NOT_BEGUN]
