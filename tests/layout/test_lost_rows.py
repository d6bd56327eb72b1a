# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that LibreOffice leaves out of a table; tests/test_any_dossier.py has a dossier in which it does."""

from __future__ import annotations

import io

import pikepdf
import pytest

from jvom.layout import exact
from jvom.layout.conversion import Conversions, convert
from jvom.layout.exact import lay_out
from jvom.layout.lost_rows import loses_rows
from jvom.layout.result import Job
from jvom.ooxml.names import qn
from jvom.plan import Cell, Document, Paragraph, Run, Table
from jvom.source import CannotRun
from jvom.word.package import build
from tests.layout.plans import chapter, small
from tests.layout.test_office_copy import main_part


def cell(text: str, style: str = "Tabeltekst") -> Cell:
    return Cell((Paragraph(style, (Run(text),)),))


def with_table() -> Document:
    table = Table(
        style="Rapporttabel",
        widths=(1.0,),
        header=((cell("Kop", "Tabelkop"),),),
        rows=((cell("een"),), (cell("twee"),)),
        title="Tabel",
        description="Een tabel.",
    )
    return small(chapter(1), table)


def filled() -> pikepdf.Dictionary:
    """Return a cell with a paragraph in it."""
    return pikepdf.Dictionary(S=pikepdf.Name.TD, K=pikepdf.Dictionary(S=pikepdf.Name.P))


def tagged(*rows: object) -> pikepdf.Pdf:
    made = pikepdf.new()
    made.add_blank_page()
    for content in rows:
        row = pikepdf.Dictionary(S=pikepdf.Name.TR)
        if content is not None:
            row.K = content
        made.Root[f"/X{len(made.objects)}"] = made.make_indirect(row)
    return made


def let_rows_go(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Let the first layouts lack rows."""
    left = iter([True] * times)
    monkeypatch.setattr(exact, "loses_rows", lambda _: next(left, False))


def whole_rows(file: bytes) -> int:
    """Return how many rows of the table may not break."""
    tables = [[each.tag for each in table.iter()] for table in main_part(file).iter(qn("w:tbl"))]
    return sum(kinds.count(qn("w:cantSplit")) for kinds in tables if qn("w:tblHeader") in kinds)


class Describe_loses_rows:
    @pytest.mark.parametrize("content", [None, pikepdf.Array()])
    def it_finds_a_row_without_cells(self, content: object) -> None:
        assert loses_rows(tagged(pikepdf.Array([filled()]), content))

    @pytest.mark.parametrize("nothing", [None, pikepdf.Array()])
    def it_finds_a_row_of_cells_without_a_paragraph(self, nothing: object) -> None:
        lost = pikepdf.Dictionary(S=pikepdf.Name.TD)
        if nothing is not None:
            lost.K = nothing
        assert loses_rows(tagged(pikepdf.Array([filled()]), pikepdf.Array([lost, lost])))
        assert loses_rows(tagged(pikepdf.Array([filled()]), lost))

    def it_finds_none_when_every_row_has_cells(self) -> None:
        """Of an empty cell the paragraph is there, without words."""
        covered = pikepdf.Dictionary(S=pikepdf.Name.TD)
        assert not loses_rows(tagged(pikepdf.Array([filled()]), filled(), pikepdf.Array([covered, filled()])))

    def it_finds_none_in_a_table_of_empty_cells(self, office, cache, template) -> None:
        empty = Table(
            style="Rapporttabel",
            widths=(0.5, 0.5),
            header=((cell("Kop", "Tabelkop"), cell("Kop", "Tabelkop")),),
            rows=((cell("een"), cell("")), (cell(""), cell(""))),
            title="Tabel",
            description="Een tabel.",
        )
        file = build(small(chapter(1), empty), template, {"_Ref_hoofdstuk_1": 2})
        with pikepdf.open(io.BytesIO(convert({"x": file}, office, cache)["x"])) as made:
            assert not loses_rows(made)


class Describe_a_layout_without_some_rows:
    @pytest.fixture
    def laid_out(self, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
        """Return a list that collects the Word files that LibreOffice lays out."""
        files: list[bytes] = []

        class Collecting(Conversions):
            def start(self, some):
                files.extend(some.values())
                return super().start(some)

        monkeypatch.setattr(exact, "Conversions", Collecting)
        return files

    @pytest.mark.parametrize(("times", "unbroken"), [(0, 3), (1, 2), (2, 1)])
    def it_is_made_again_with_rows_that_may_break(
        self, office, template, cache, laid_out, monkeypatch, times, unbroken
    ) -> None:
        let_rows_go(monkeypatch, times)

        laid = lay_out([Job(with_table(), template)], office, cache, with_pdf=True)

        assert laid.pdfs["rapport"]
        assert len(laid_out) == times + 1
        assert whole_rows(laid_out[-1]) == unbroken
        assert whole_rows(laid.files["rapport"]) == 3

    def it_is_refused_when_that_does_not_help(self, office, template, cache, laid_out, monkeypatch) -> None:
        let_rows_go(monkeypatch, 3)

        with pytest.raises(CannotRun, match="LibreOffice laat rijen van een tabel weg"):
            lay_out([Job(with_table(), template)], office, cache, with_pdf=True)
