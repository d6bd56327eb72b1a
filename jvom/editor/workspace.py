# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of which an editor has files open, each kept up with what is typed in them.

A dossier is the folder of a file or one above it. A register, which is beside the dossiers, belongs to those
that are open already, and else to the newest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from jvom.dossier_ids import DossierId
from jvom.editor.positions import lines_of
from jvom.editor.snapshot import Lines, Snapshot, next_snapshot
from jvom.findings import Report
from jvom.model import Dossier
from jvom.reading.decoding import MAX_BYTES
from jvom.reading.dossier_folders import dossier_ids, find_dossier
from jvom.reading.kept_files import KeptFiles
from jvom.source import CannotRun, Problem


class State(Protocol):
    """A dossier as it was read: the parts of it that could be, or None, and what is wrong with it.

    There is no report as long as there are problems.
    """

    @property
    def dossier(self) -> Dossier | None: ...

    @property
    def problems(self) -> tuple[Problem, ...]: ...

    @property
    def report(self) -> Report | None: ...


class Readable(Protocol):
    """A dossier that can be read again and again."""

    def read(self, as_of: date) -> State: ...


Place = tuple[Path, DossierId]
"""A dossier: the folder of the content, and its id."""


class Workspace:
    """The open files of an editor, and the dossiers that they belong to.

    `here` is the current folder: paths in it are shown from there. `open_dossier` makes a dossier that can be
    read, from the folder of the content, its id, and the files that are kept.
    """

    def __init__(self, here: Path, open_dossier: Callable[[Path, DossierId, KeptFiles], Readable]) -> None:
        self.here, self._open = here, open_dossier
        self.files = KeptFiles()
        self._dossiers: dict[Place, Readable] = {}
        self._snapshots: dict[Place, Snapshot] = {}

    def path(self, absolute: Path) -> Path:
        """Return a path as findings show it: from the current folder for what is in it."""
        return absolute.relative_to(self.here) if absolute.is_relative_to(self.here) else absolute

    def set_text(self, path: Path, text: str) -> None:
        """Count a text instead of the file at a path, as `path` returns it."""
        self.files.unsaved[path] = text.encode("utf-8", "surrogatepass")

    def forget_text(self, path: Path) -> None:
        """Count the file on disk again."""
        self.files.unsaved.pop(path, None)

    def lines(self, path: str) -> Lines:
        """Return the lines of a file as they are in the editor, or on disk; none for what can't be read."""
        try:
            return lines_of(self.files.read(Path(path), MAX_BYTES).decode("utf-8", "replace"))
        except OSError:
            return ()

    def places(self, path: Path) -> tuple[Place, ...]:
        """Return the dossiers that a file belongs to; none for a file that jvom does not read."""
        if path.suffix not in (".md", ".yml"):
            return ()
        for folder in path.parents:
            if (id := _id_of(folder)) and self.files.exists(folder / "dossier.yml"):
                return ((folder.parent, id),)
        return tuple(self._of_register(path.parent)) if path.suffix == ".yml" else ()

    def _of_register(self, content: Path) -> Iterator[Place]:
        if opened := [place for place in self._dossiers if place[0] == content]:
            yield from opened
            return
        try:
            yield content, find_dossier(content)
        except CannotRun:  # of the newest year are several, or there is none
            try:
                known = dossier_ids(content)
            except CannotRun:
                return
            yield from ((content, id) for id in known if id.year == known[-1].year)

    @property
    def known(self) -> tuple[Place, ...]:
        """The dossiers that were read."""
        return tuple(self._dossiers)

    def read(self, place: Place, as_of: date) -> Snapshot:
        """Read a dossier as it is now."""
        if place not in self._dossiers:
            self._dossiers[place] = self._open(*place, self.files)
        state = self._dossiers[place].read(as_of)
        before = self._snapshots.get(place)
        now = next_snapshot(before, state.dossier, state.problems, state.report, self.lines)
        self._snapshots[place] = now
        return now

    def snapshot(self, path: Path, as_of: date) -> Snapshot | None:
        """Return the dossier of a file, with the lines that the file has now; None for one of no dossier.

        It is not read again: its names and findings are those of the last time.
        """
        for place in self.places(path):
            kept = self._snapshots.get(place) or self.read(place, as_of)
            name = path.as_posix()
            return kept.with_lines(name, self.lines(name))
        return None

    def shown(self) -> tuple[Snapshot, ...]:
        """Return all dossiers as they were read last."""
        return tuple(self._snapshots.values())


def _id_of(folder: Path) -> DossierId | None:
    try:
        return DossierId.parse(folder.name)
    except ValueError:
        return None
