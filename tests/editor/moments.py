# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The base dossier at a moment of writing, as an editor has it."""

from __future__ import annotations

from typing import NamedTuple

from jvom.cli.kept_dossier import KeptDossier
from jvom.dossier_ids import DossierId
from jvom.editor.snapshot import Snapshot
from jvom.editor.workspace import Workspace
from jvom.source import Span
from tests.checks.examples import BASE, TODAY, YEAR

PLACE = (BASE, DossierId(int(YEAR)))
DUTCH = str


class Spot(NamedTuple):
    """A snapshot and a place in it, as the questions of an editor have them."""

    snapshot: Snapshot
    path: str
    line: int
    column: int


def path_of(name: str) -> str:
    """Return the path of a file, named from the folder of the content."""
    return (BASE / name).as_posix()


def text_of(name: str) -> str:
    return (BASE / name).read_text(encoding="utf-8")


def snapshot(unsaved: dict[str, str]) -> Snapshot:
    """Return the dossier once some of its files are changed."""
    workspace = Workspace(BASE.parent, KeptDossier)
    workspace.here = BASE.parent / "elsewhere"  # so that paths are whole
    workspace.read(PLACE, TODAY)
    for name, text in unsaved.items():
        workspace.set_text(BASE / name, text)
    return workspace.read(PLACE, TODAY)


def spot(name: str, typed: str, *, whole: str | None = None, also: dict[str, str] | None = None) -> Spot:
    """Return the place of ``|`` in a line that is typed at the end of a file, or in its `whole` text."""
    text = f"{text_of(name)}\n{typed}\n" if whole is None else whole
    before, _, after = text.partition("|") if whole is not None else _at_bar(text, typed)
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return Spot(snapshot({name: before + after, **(also or {})}), path_of(name), line, column)


def _at_bar(text: str, typed: str) -> tuple[str, str, str]:
    at = text.rindex(typed) + typed.index("|")
    return text[:at], "|", text[at + 1 :]


def words_at(of: Snapshot, span: Span) -> str:
    """Return the words of a span in one line."""
    return of.lines[span.path][span.line - 1][span.column - 1 : span.end_column - 1]
