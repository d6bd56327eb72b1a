# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Results as tables: drawn on a terminal, plain columns in a file or pipe."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import msgspec

from jvom.cli.numbers import write_number
from jvom.cli.terminal import Terminal
from jvom.escaping import escape_controls
from jvom.messages import Message, msg
from jvom.plan import Tally

if TYPE_CHECKING:
    from jvom.sealing.manifest import Digest


class BuiltFile(msgspec.Struct, frozen=True):
    """A file that was built: its path, its size in bytes, and what is in it when it is a Word document."""

    path: str
    size: int
    tally: Tally | None = None


def show_built(terminal: Terminal, built: Sequence[BuiltFile]) -> None:
    """Show the files of a build: words, headings and footnotes of the documents, and the size of all."""
    heads = (msg("bestand"), msg("woorden"), msg("koppen"), msg("voetnoten"), msg("grootte"))
    rows = [
        (
            file.path,
            *_counts(terminal, file.tally),
            write_size(terminal, file.size),
        )
        for file in built
    ]
    show_table(terminal, heads, rows)


def show_files(terminal: Terminal, files: Sequence[Digest]) -> None:
    """Show the files of a submission: their size, and the first digits of their SHA-256."""
    heads = (msg("bestand"), msg("grootte"), msg("sha-256"))
    rows = [(each.name, write_size(terminal, each.size), f"{each.sha256[:16]}…") for each in files]
    show_table(terminal, heads, rows)


def _counts(terminal: Terminal, tally: Tally | None) -> tuple[str, str, str]:
    if tally is None:
        return "", "", ""
    words, headings, footnotes = (
        write_number(count, terminal.language) for count in (tally.words, tally.headings, tally.footnotes)
    )
    return words, headings, footnotes


def write_size(terminal: Terminal, size: int) -> str:
    """Write a number of bytes in kB, in the user's language."""
    return f"{write_number(size / 1000, terminal.language, 1)} kB"


def show_table(
    terminal: Terminal,
    heads: Sequence[Message],
    rows: Sequence[Sequence[str]],
    *,
    left: Collection[int] = (0,),
    styles: Sequence[str] = (),
) -> None:
    """Show a table whose columns are aligned right but for those at the `left`, counted from 0.

    `styles` are those of rich for each row, which only a terminal shows.
    """
    titles = [terminal.translated(head) for head in heads]
    rows = [[escape_controls(cell) for cell in row] for row in rows]
    if terminal.coloured:
        _draw(terminal, titles, rows, left, styles)
    else:
        terminal.write(plain_table(titles, rows, left))


def plain_table(titles: Sequence[str], rows: Sequence[Sequence[str]], left: Collection[int] = (0,)) -> str:
    """Return a table as lines of text, in plain columns."""
    widths = [max(len(row[column]) for row in (titles, *rows)) for column in range(len(titles))]
    lines = []
    for row in (titles, *rows):
        cells = (
            text.ljust(width) if column in left else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _draw(
    terminal: Terminal,
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    left: Collection[int],
    styles: Sequence[str],
) -> None:
    """Draw the table, or list its rows when the terminal is too narrow: every name is shown whole."""
    # Only for a terminal: importing rich takes longer than making a document.
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    for column, title in enumerate(titles):
        table.add_column(title, justify="left" if column in left else "right")
    for number, row in enumerate(rows):
        # A name with brackets is no markup.
        table.add_row(*map(Text, row), style=styles[number] if styles else None)
    console = Console()
    if _fits(titles, rows, console.width):
        console.print(table)
        return
    for first, *others in rows:
        terminal.write(first)
        for title, cell in zip(titles[1:], others, strict=True):
            if cell:
                terminal.write(f"  {title}: {cell}")


def _fits(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Tell whether the columns fit side by side, with a space on either side of each, as rich draws them."""
    return sum(max(map(len, column)) + 2 for column in zip(titles, *rows, strict=True)) <= width
