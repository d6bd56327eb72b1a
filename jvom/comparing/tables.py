# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Merges two tables with as many columns into one with deleted and inserted rows."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from jvom.alignment import Pair, align, likeness
from jvom.comparing.words import revised, revised_paragraphs, whole
from jvom.plan import Cell, Change, Paragraph, Table, plain_text

_LEAST_LIKE = 0.3
_SAME_FIRST_CELL = 0.5
"""Added to the similarity of two rows with the same first cell."""

_Row = list[tuple[Paragraph, ...] | None]
"""The paragraphs in each column; None where a cell from above continues."""


def has_plain_grid(table: Table) -> bool:
    """Tell whether no cell spans columns, so that rows of another table can be merged in."""
    return all(cell.columns == 1 for row in table.header + table.rows for cell in row)


def revised_table(old: Table, new: Table) -> Table:
    """Return the new table with revisions from the old; both have a plain grid with as many columns."""
    if old == new:
        return new
    before, after = _unfolded(old), _unfolded(new)
    heads = _revised_rows(before[: len(old.header)], after[: len(new.header)])
    rows = _revised_rows(before[len(old.header) :], after[len(new.header) :])
    folded = _folded([row for row, _ in (*heads, *rows)])
    return replace(
        new,
        header=tuple(folded[: len(heads)]),
        rows=tuple(folded[len(heads) :]),
        changes=tuple(change for _, change in (*heads, *rows)),
    )


def whole_table(change: Change, table: Table) -> Table:
    """Mark all rows of a table as changed."""

    def marked(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(cell, paragraphs=_whole_cell(change, cell.paragraphs)) for cell in row)

    return replace(
        table,
        header=tuple(map(marked, table.header)),
        rows=tuple(map(marked, table.rows)),
        changes=(change,) * (len(table.header) + len(table.rows)),
    )


def moved_table(old: Table, new: Table) -> Table:
    """Return the new table as moved here, with the words that were added to it as inserted."""
    if not has_plain_grid(old) or not has_plain_grid(new) or len(old.widths) != len(new.widths):
        return whole_table("moved-here", new)
    before, after = _unfolded(old), _unfolded(new)
    made: list[tuple[_Row, Change]] = []
    for one, other in _paired_rows(before, after):
        if other is None:
            continue
        if one is None:
            made.append(([each and _whole_cell("inserted", each) for each in after[other]], "inserted"))
        else:
            cells = zip(before[one], after[other], strict=True)
            made.append(([now and _moved_cell(was, now) for was, now in cells], "moved-here"))
    folded = _folded([row for row, _ in made])
    heads = len(new.header)
    return replace(
        new,
        header=tuple(folded[:heads]),
        rows=tuple(folded[heads:]),
        changes=tuple(change for _, change in made),
    )


def _moved_cell(old: tuple[Paragraph, ...] | None, new: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    if old is None or len(old) != len(new):
        return _whole_cell("moved-here", new)
    return tuple(
        replace(now, content=revised(was.content, now.content, moved=True))
        for was, now in zip(old, new, strict=True)
    )


def _whole_cell(change: Change, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(replace(each, content=whole(change, each.content)) for each in paragraphs)


def _unfolded(table: Table) -> list[_Row]:
    """Return the rows with an entry for each column."""
    left = [0] * len(table.widths)
    unfolded: list[_Row] = []
    for row in table.header + table.rows:
        cells = iter(row)
        places: _Row = []
        for column, more in enumerate(left):
            if more:
                places.append(None)
                left[column] -= 1
            else:
                cell = next(cells)
                places.append(cell.paragraphs)
                left[column] = cell.rows - 1
        unfolded.append(places)
    return unfolded


def _revised_rows(old: list[_Row], new: list[_Row]) -> list[tuple[_Row, Change | None]]:
    return [
        (
            _revised_row(old, new, (one, other)),
            "inserted" if one is None else "deleted" if other is None else None,
        )
        for one, other in _paired_rows(old, new)
    ]


def _paired_rows(old: list[_Row], new: list[_Row]) -> list[Pair]:
    before, after = list(map(_words, old)), list(map(_words, new))

    def score(one: int, other: int) -> float:
        shared = likeness(list(chain(*before[one])), list(chain(*after[other])))
        if before[one][0] == after[other][0]:
            shared += _SAME_FIRST_CELL
        return shared if shared >= _LEAST_LIKE else 0.0

    return align(before, after, score)


def _words(row: _Row) -> tuple[tuple[str, ...], ...]:
    """Return the words of each cell that starts in the row."""
    return tuple(
        tuple(word for each in paragraphs for word in plain_text(each.content).split())
        for paragraphs in row
        if paragraphs is not None
    ) or ((),)


def _revised_row(old: list[_Row], new: list[_Row], pair: Pair) -> _Row:
    """Merge two rows; a cell that starts here in either of them starts here."""
    one, other = pair
    was = [None] * len(new[other]) if one is None and other is not None else old[one or 0]
    now = [None] * len(was) if other is None else new[other]
    return [_revised_cell(before, after) for before, after in zip(was, now, strict=True)]


def _revised_cell(
    old: tuple[Paragraph, ...] | None, new: tuple[Paragraph, ...] | None
) -> tuple[Paragraph, ...] | None:
    if old is None:
        return None if new is None else _whole_cell("inserted", new)
    return _whole_cell("deleted", old) if new is None else revised_paragraphs(old, new)


def _folded(rows: list[_Row]) -> list[tuple[Cell, ...]]:
    """Make cells of the columns, each as high as the rows until the next one starts."""
    folded: list[tuple[Cell, ...]] = []
    for at, row in enumerate(rows):
        cells: list[Cell] = []
        for column, paragraphs in enumerate(row):
            if paragraphs is None:
                continue
            height = 1
            while at + height < len(rows) and rows[at + height][column] is None:
                height += 1
            cells.append(Cell(paragraphs, rows=height))
        folded.append(tuple(cells))
    return folded
