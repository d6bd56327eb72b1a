# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Templates to build in, and the building."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from jvom.plan import Block, Cell, Inline, Paragraph, Run, Table
from jvom.source import Span
from jvom.word.package import build as build_package
from jvom.word.template import Template, read_template
from tests.word.shorthand import Built, document, package_members, report_members, zipped

Builder = Callable[..., Built]


@pytest.fixture(scope="session")
def report() -> Template:
    """Return a template with the sections and controls of the report's."""
    return read_template(zipped(report_members()), Span("templates/rapport.docx"))


@pytest.fixture
def make_template() -> Callable[..., Template]:
    """Return the maker of a template with a body (and header, footer, settings) in shorthand."""

    def make(body: str, **members: str) -> Template:
        return read_template(zipped(package_members(body, **members)), Span("templates/proef.docx"))

    return make


@pytest.fixture
def build(report: Template) -> Builder:
    """Return the builder of a document out of blocks and texts by tag; it is a report by default."""

    def make(
        blocks: Mapping[str, tuple[Block, ...]] | None = None,
        text: Mapping[str, tuple[Inline, ...]] | None = None,
        *,
        template: Template | None = None,
        pages: Mapping[str, int] | None = None,
    ) -> Built:
        return Built(build_package(document(blocks, text), template or report, pages or {}))

    return make


@pytest.fixture
def make_table() -> Callable[[str], Table]:
    """Return the maker of a table of one cell."""

    def make(text: str) -> Table:
        cell = Cell((Paragraph("Tabeltekst", (Run(text),)),))
        return Table("Rapporttabel", (1.0,), (), ((cell,),), text, "")

    return make
