# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.ooxml.xml import parse
from jvom.plan import Cell, Paragraph, Run, Table
from jvom.word.markup import paragraph, run
from jvom.word.tables import column_widths, table
from tests.word.shorthand import shorthand


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Paragraph("Tabeltekst", (Run(text),)),), columns, rows)


def written(plan: Table, width: int = 1000) -> list[str]:
    def paragraphs(content: tuple[Paragraph, ...]) -> str:
        return "".join(paragraph("", "".join(run(str(each.text)) for each in one.content)) for one in content)  # type: ignore[union-attr]

    [element] = parse("".join(table(plan, width, paragraphs, str)))
    return [shorthand(each) for each in element]


def plan(*rows: tuple[Cell, ...], header: int = 0, columns: int = 2) -> Table:
    return Table(
        "Rapporttabel", (1 / columns,) * columns, rows[:header], rows[header:], "Titel", "Omschrijving"
    )


class Describe_a_table:
    def it_has_the_given_width_and_a_fixed_grid(self):
        properties, grid, _ = written(plan((cell("a"), cell("b"))))

        assert properties == (
            "w:tblPr/(w:tblStyle{w:val=Rapporttabel},w:tblW{w:w=1000,w:type=dxa},w:tblLayout{w:type=fixed},"
            "w:tblLook{w:val=0400,w:firstRow=0,w:lastRow=0,w:firstColumn=0,w:lastColumn=0,w:noHBand=0,w:noVBand=1},"
            "w:tblCaption{w:val=Titel},w:tblDescription{w:val=Omschrijving})"
        )
        assert grid == "w:tblGrid/(w:gridCol{w:w=500},w:gridCol{w:w=500})"

    def it_marks_its_header_rows_and_does_not_split_rows(self):
        properties, _, first, second = written(plan((cell("a"), cell("b")), (cell("c"), cell("d")), header=1))

        assert "w:tblLook{w:val=0420,w:firstRow=1" in properties
        assert first.startswith("w:tr/(w:trPr/(w:cantSplit,w:tblHeader),")
        assert second.startswith("w:tr/(w:trPr/w:cantSplit,")

    def it_spans_columns(self):
        *_, row = written(plan((cell("a", columns=2),)))

        assert row == (
            "w:tr/(w:trPr/w:cantSplit,"
            'w:tc/(w:tcPr/(w:tcW{w:w=1000,w:type=dxa},w:gridSpan{w:val=2}),w:p/w:r/w:t"a"))'
        )

    def it_gives_merged_cells_the_style_of_their_row(self):
        # A row stays with the next when all its paragraphs do, including those that aren't visible.
        def styled(style: str, rows: int = 1) -> Cell:
            return Cell((Paragraph(style, ()),), 1, rows)

        held, last = (styled("Held", 2), styled("Held")), (styled("Last"),)
        made = "".join(table(plan(held, last), 1000, lambda content: f"<{content[0].style}>", str))

        assert re.findall("<(Held|Last)>", made) == ["Held", "Held", "Last", "Last"]

    def it_spans_rows_and_columns_at_once(self):
        *_, first, second = written(plan((cell("a", 2, 2), cell("b")), (cell("c"),), columns=3))

        assert "w:gridSpan{w:val=2},w:vMerge{w:val=restart}" in first
        assert second == (
            "w:tr/(w:trPr/w:cantSplit,w:tc/(w:tcPr/(w:tcW{w:w=667,w:type=dxa},w:gridSpan{w:val=2},w:vMerge),w:p),"
            'w:tc/(w:tcPr/w:tcW{w:w=333,w:type=dxa},w:p/w:r/w:t"c"))'
        )

    def it_merges_cells_that_end_at_different_rows(self):
        *_, first, second, third = written(
            plan(
                (cell("a", rows=3), cell("b", rows=2)),
                (),
                (cell("c"),),
            )
        )

        assert first.count("w:vMerge{w:val=restart}") == 2
        assert second.count("w:vMerge)") == 2
        assert third.count("w:vMerge)") == 1

    @pytest.mark.parametrize(
        ("rows", "complaint"),
        [
            ([], "has no rows"),
            ([(cell("a"),)], "row 1 .* too short"),
            ([(cell("a"), cell("b"), cell("c"))], "row 1 .* too long"),
            ([(cell("a"), cell("b", columns=2))], "row 1 .* too long"),
            ([(cell("a"), cell("b", rows=2)), (cell("c", columns=2),)], "row 2 .* runs into"),
            ([(cell("a", rows=2), cell("b"))], "below its last row"),
        ],
    )
    def it_refuses_cells_that_do_not_fit(self, rows, complaint):
        with pytest.raises(ValueError, match=complaint):
            written(plan(*rows))


class Describe_column_widths:
    @given(st.lists(st.floats(0.01, 1), min_size=1, max_size=12), st.integers(100, 20_000))
    def they_sum_to_the_width(self, shares, width):
        total = sum(shares)

        widths = column_widths(tuple(share / total for share in shares), width)

        assert abs(sum(widths) - width) <= 1
        assert all(abs(each - share / total * width) <= 1 for each, share in zip(widths, shares, strict=True))
