# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The files that a submission is made of, by their names in its manifest, which are the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from jvom.cli.build_inputs import template_path
from jvom.cli.contracts import CONTRACTS
from jvom.cli.dossiers import files_of
from jvom.documents.dossier import contracts
from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.model import Dossier
from jvom.plan import Contract
from jvom.reading.earlier_dossiers import earlier_files
from jvom.reading.settings import SETTINGS
from jvom.reading.sisters import sister_files
from jvom.sealing.checklist import CONTRACT as CHECKLIST
from jvom.source import CannotRun, Problem, Span


class InputPaths(msgspec.Struct, frozen=True):
    """The folders and the dossier of the inputs, and the paths of their files by name."""

    content: Path
    id: DossierId
    templates: Path

    def all(self) -> dict[str, Path]:
        """Return every file that a submission may be made of."""
        found = [*files_of(self.content, self.id), *self._others()]
        return {self.name(path): path for path in found} | self._templates(CONTRACTS)

    def used(self, dossier: Dossier) -> dict[str, Path]:
        """Return the files that the dossier was made of and checked with, also of other dossiers."""
        paths = [
            *(file.path for file in dossier.files),
            *(fragment.span.path for fragment in dossier.fragments),
            *dossier.images,
            (self.content / SETTINGS).as_posix(),
            (self.content / str(self.id) / SETTINGS).as_posix(),
            *(path.as_posix() for path in self._others()),
        ]
        templates = self._templates((*contracts(dossier), CHECKLIST))
        return {self.name(Path(path)): Path(path) for path in paths} | templates

    def _others(self) -> tuple[Path, ...]:
        """Return the files of other dossiers that the check compares with."""
        return (*sister_files(self.content, self.id), *earlier_files(self.content, self.id))

    def named(self, names: Iterable[str]) -> dict[str, Path]:
        """Return the paths of the inputs of these names, without names that lead out of the folders."""
        folders = {"content": self.content, "templates": self.templates}
        found = {}
        for name in names:
            folder, _, below = name.partition("/")
            if folder in folders and ".." not in below.split("/"):
                found[name] = folders[folder] / below
        return found

    def name(self, path: Path) -> str:
        """Return the name of a file of the content."""
        return f"content/{Path(os.path.relpath(path, self.content)).as_posix()}"

    def _templates(self, contracts: Iterable[Contract]) -> dict[str, Path]:
        paths = [template_path(self.templates, contract) for contract in contracts]
        return {f"templates/{path.name}": path for path in paths}


def read_inputs(paths: Mapping[str, Path]) -> dict[str, bytes]:
    """Return the bytes of the files that exist, by their names."""
    return {name: path.read_bytes() for name, path in paths.items() if path.is_file()}


def refuse_changed(paths: Mapping[str, Path], before: Mapping[str, bytes], now: Mapping[str, bytes]) -> None:
    """Raise CannotRun when an input changed after the start: the documents may be made of old and new."""
    changed = [
        Problem(
            Span(path.as_posix()),
            msg("dit bestand veranderde terwijl er verzegeld werd"),
            msg("sla het op en verzegel opnieuw"),
        )
        for name, path in paths.items()
        if before.get(name) != now.get(name)
    ]
    if changed:
        raise CannotRun(changed)
