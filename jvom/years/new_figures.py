# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``figures.yml`` for a new year: each value is open, with last year's beside it."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.messages import msg
from jvom.model import Figure, FigureData
from jvom.years.tasks import Task
from jvom.years.text_edits import TextEdits


def new_figures(data: FigureData, edits: TextEdits, name: str) -> Iterator[Task]:
    """Open the figures that are not constant, and yield which are."""
    opened, constant = [], []
    for key, figure in data.figures.items():
        if figure.constant:
            constant.append(key)
            continue
        if figure.value is not None:
            _open(figure, edits)
        elif "last_year" in figure.at.keys:
            edits.remove_key(figure.at, "last_year")  # it is that of two years ago now
        opened.append(key)
    if opened:
        what = msg(
            "vul {count} cijfers in, of noem een cijfer constant: {names}",
            count=len(opened),
            names=tuple(opened),
        )
        yield Task(name, 0, what)
    if constant:
        what = msg("deze cijfers zijn elk jaar hetzelfde en bleven staan: {names}", names=tuple(constant))
        yield Task(name, 0, what)


def _open(figure: Figure, edits: TextEdits) -> None:
    key, value = figure.at.keys["value"], figure.at.values["value"]
    was = edits.typed(value)
    if "confirmed" in figure.at.keys:
        edits.remove_key(figure.at, "confirmed")
    if "last_year" in figure.at.keys:
        edits.replace(figure.at.values["last_year"], was)
        edits.replace(value, "null")
    elif not edits.in_brackets(figure.at.span):
        edits.replace(value, "null")
        edits.insert_line(value.end_line + 1, f"{edits.indent(key.line)}last_year: {was}")
    else:
        edits.replace(value, f"null, last_year: {was}")
