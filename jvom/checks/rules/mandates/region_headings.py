# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Headings that are a region, and the missions described under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jvom.analysis.passages import Passage
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.mandates.mandate_table import Row
from jvom.checks.sections import level_of
from jvom.checks.views import TextView


def under_regions(text: TextView, rows: Mapping[str, Row]) -> Iterator[Violation]:
    """Yield the headings that are a region under which a mission of another is described."""
    regions = {row.region.lower(): row.region for row in rows.values()}
    heading: Passage | None = None
    for passage in text.passages:
        if passage.kind == "heading" and (heading is None or level_of(passage) <= level_of(heading)):
            heading = passage if passage.text.strip().lower() in regions else None
        elif heading and passage.kind == "paragraph":
            here = {each.id for each in passage.mentions.get("mission", ())}
            row = rows.get(here.pop()) if len(here) == 1 else None
            if row and row.region.lower() != heading.text.strip().lower():
                yield violation(
                    heading.span(),
                    "region",
                    name=row.operation.text,
                    words=row.region,
                    related=row.operation.span,
                )
                heading = None
