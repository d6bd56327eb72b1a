# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables: a fixed grid, repeated header rows, rows that do not break, merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from jvom.ooxml.xml import quote
from jvom.plan import Cell, Change, Paragraph, Table


def table(
    plan: Table,
    width: int,
    paragraphs: Callable[[tuple[Paragraph, ...]], str],
    revision: Callable[[Change], str],
) -> Iterator[str]:
    """Yield the table's markup, `width` twips wide.

    `paragraphs` writes those of a cell, and `revision` that a row was changed.

    Raises ValueError when the cells do not fill the grid exactly, or when there are no rows.
    """
    columns = column_widths(plan.widths, width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    yield f"<w:tbl>{_properties(plan, sum(columns))}<w:tblGrid>{grid}</w:tblGrid>"
    for index, places in enumerate(_grid(plan)):
        header = "<w:tblHeader/>" if index < len(plan.header) else ""
        change = plan.changes[index] if plan.changes else None
        revised = revision(change) if change else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{header}{revised}</w:trPr>"
        column = 0
        for cell, is_new in places:
            end = column + cell.columns
            span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
            merge = ""
            if cell.rows > 1:
                merge = '<w:vMerge w:val="restart"/>' if is_new else "<w:vMerge/>"
            content = paragraphs(cell.paragraphs if is_new else _covered_content(places))
            yield (
                f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns[column:end])}" w:type="dxa"/>{span}{merge}</w:tcPr>'
                f"{content}</w:tc>"
            )
            column = end
        yield "</w:tr>"
    yield "</w:tbl>"


def _properties(plan: Table, width: int) -> str:
    # 0400 turns off column bands; 0020 asks for the table style's first row.
    look, first_row = ("0420", "1") if plan.header else ("0400", "0")
    caption = f"<w:tblCaption w:val={quote(plan.title)}/>" if plan.title else ""
    description = f"<w:tblDescription w:val={quote(plan.description)}/>" if plan.description else ""
    return (
        f"<w:tblPr><w:tblStyle w:val={quote(plan.style)}/>"
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="0" w:noVBand="1"/>{caption}{description}</w:tblPr>'
    )


def _grid(plan: Table) -> Iterator[list[tuple[Cell, bool]]]:
    """Yield the cells of each row, including those that span from above; True marks a new one."""
    count = len(plan.widths)
    rows = plan.header + plan.rows
    if not rows:
        raise ValueError(f"table {plan.title!r} has no rows")
    # By first column: the cell from above, and how many rows it still spans.
    spanning: dict[int, tuple[Cell, int]] = {}
    for number, row in enumerate(rows, 1):
        remaining = list(reversed(row))
        places: list[tuple[Cell, bool]] = []
        below: dict[int, tuple[Cell, int]] = {}
        column = 0
        while column < count:
            is_new = column not in spanning
            if is_new and not remaining:
                raise ValueError(f"row {number} of table {plan.title!r} is too short")
            cell, left = _take(remaining) if is_new else spanning.pop(column)
            if left > 1:
                below[column] = (cell, left - 1)
            places.append((cell, is_new))
            column += cell.columns
            if any(start < column for start in spanning):
                raise ValueError(f"row {number} of table {plan.title!r} runs into a cell from above")
        if remaining or column > count:
            raise ValueError(f"row {number} of table {plan.title!r} is too long")
        spanning = below
        yield places
    if spanning:
        raise ValueError(f"a cell of table {plan.title!r} reaches below its last row")


def _take(remaining: list[Cell]) -> tuple[Cell, int]:
    cell = remaining.pop()
    return cell, cell.rows


def _covered_content(places: list[tuple[Cell, bool]]) -> tuple[Paragraph, ...]:
    """Return the content of a merged cell below its first row: an invisible paragraph that Word wants.

    It is like those of the row, since it counts for whether the row stays with the next.
    """
    firsts = (cell.paragraphs[0] for cell, is_new in places if is_new and cell.paragraphs)
    like = next(firsts, Paragraph("", ()))
    return (Paragraph(like.style, (), keep_next=like.keep_next),)


def column_widths(shares: tuple[float, ...], width: int) -> list[int]:
    """Return the columns' widths in whole twips, which sum to `width`; `shares` sum to 1."""
    edges = [0]
    total = 0.0
    for share in shares:
        total += share
        edges.append(round(total * width))
    return [right - left for left, right in pairwise(edges)]
