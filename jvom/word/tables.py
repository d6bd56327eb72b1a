# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables: a fixed grid, header rows that repeat, rows that stay whole, cells over columns and rows."""

from __future__ import annotations

from collections.abc import Callable

from jvom.plan import Cell, Paragraph, Table
from jvom.word.markup import paragraph, quote

Row = tuple[Cell, ...]


def table(plan: Table, width: int, paragraphs: Callable[[tuple[Paragraph, ...]], str]) -> str:
    """Return the table as markup, `width` twips wide; `paragraphs` writes those of a cell.

    Raises ValueError when the cells do not fill the grid exactly.
    """
    columns = column_widths(plan.widths, width)
    rows = plan.header + plan.rows
    if not rows:
        raise ValueError(f"a table without rows: {plan.title!r}")
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    # 0400 leaves column bands out; row bands and a first row are the table style's to show.
    look = ("0420", "1") if plan.header else ("0400", "0")
    caption = f"<w:tblCaption w:val={quote(plan.title)}/>" if plan.title else ""
    description = f"<w:tblDescription w:val={quote(plan.description)}/>" if plan.description else ""
    written = [
        f"<w:tbl><w:tblPr><w:tblStyle w:val={quote(plan.style)}/>"
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look[0]}" w:firstRow="{look[1]}" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"{caption}{description}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    ]
    # For each column that a cell above reaches down into: that cell, and how many rows it has to go.
    reaching: dict[int, tuple[Cell, int]] = {}
    for index, row in enumerate(rows):
        is_header = index < len(plan.header)
        written.append("<w:tr><w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if is_header else "") + "</w:trPr>")
        cells = iter(row)
        column = 0
        while column < len(columns):
            if column in reaching:
                cell, left = reaching.pop(column)
                merge = "<w:vMerge/>"
                style = cell.paragraphs[0].style if cell.paragraphs else ""
                content = paragraph(style, "")
            else:
                cell, left = next(cells, None), 0
                if cell is None:
                    raise ValueError(f"row {index + 1} of table {plan.title!r} is too short")
                left = cell.rows
                merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                content = paragraphs(cell.paragraphs)
            end = column + cell.columns
            if end > len(columns) or any(each in reaching for each in range(column, end)):
                raise ValueError(f"row {index + 1} of table {plan.title!r} does not fit its columns")
            if left > 1:
                reaching[column] = (cell, left - 1)
            span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
            written.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns[column:end])}" w:type="dxa"/>{span}{merge}</w:tcPr>'
                f"{content}</w:tc>"
            )
            column = end
        if next(cells, None) is not None:
            raise ValueError(f"row {index + 1} of table {plan.title!r} is too long")
        written.append("</w:tr>")
    if reaching:
        raise ValueError(f"a cell of table {plan.title!r} reaches below its last row")
    written.append("</w:tbl>")
    return "".join(written)


def column_widths(shares: tuple[float, ...], width: int) -> list[int]:
    """Return whole twips for the shares of the width; they sum to it."""
    edges = [0]
    total = 0.0
    for share in shares:
        total += share
        edges.append(round(total * width))
    return [right - left for left, right in zip(edges, edges[1:], strict=False)]
