# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The files that a submission is made of, by their names in its manifest, which are the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from jvom.cli.build_inputs import template_path
from jvom.cli.contracts import CONTRACTS
from jvom.cli.dossiers import files_of
from jvom.cli.earlier_years import previous_file
from jvom.documents.dossier import classified, contracts, names
from jvom.documents.inventory import CONTRACT as INVENTORY
from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.model import Dossier
from jvom.ooxml.archive import LARGEST_FILE
from jvom.plan import Contract
from jvom.reading.earlier_dossiers import earlier_files
from jvom.reading.settings import SETTINGS
from jvom.reading.sisters import sister_files
from jvom.sealing.bundle import LARGEST, colliding
from jvom.sealing.checklist import CONTRACT as CHECKLIST
from jvom.sealing.manifest import Digest, digest, digests, is_safe_name
from jvom.source import CannotRun, Problem, Span, read_file, unreadable


class InputPaths(msgspec.Struct, frozen=True):
    """The folders and the dossier of the inputs, and the paths of their files by name."""

    content: Path
    id: DossierId
    templates: Path

    def all(self) -> dict[str, Path]:
        """Return every file that a submission may be made of."""
        found = [*files_of(self.content, self.id), *self._others(), *self.content.rglob("*.zip")]
        return {self.name(path): path for path in found} | self._templates(CONTRACTS)

    def used(self, dossier: Dossier) -> dict[str, Path]:
        """Return the files that the dossier was made of and checked with, also of other dossiers."""
        paths = [
            *(file.path for file in dossier.files),
            *(fragment.span.path for fragment in dossier.fragments),
            *dossier.images,
            *self._unused_images(dossier),
            (self.content / SETTINGS).as_posix(),
            (self.content / str(self.id) / SETTINGS).as_posix(),
            *(path.as_posix() for path in self._others(dossier.data.first)),
            *(path.as_posix() for path in previous_file(self.content, dossier.data)),
        ]
        is_public = len(classified(dossier)) < len(names(dossier))
        listed = (INVENTORY,) if is_public else ()
        templates = self._templates((*contracts(dossier), CHECKLIST, *listed))
        return {self.name(Path(path)): Path(path) for path in paths} | templates

    def _unused_images(self, dossier: Dossier) -> tuple[str, ...]:
        """Return the pictures that no text shows, when the check names them: beside an earlier year."""
        compared = not dossier.data.first and (dossier.data.previous or earlier_files(self.content, self.id))
        return dossier.unused_images if compared else ()

    def _others(self, first: bool = False) -> tuple[Path, ...]:
        """Return the files of other dossiers that the check compares with; `first` has no earlier ones."""
        earlier = () if first else earlier_files(self.content, self.id)
        return (*sister_files(self.content, self.id), *earlier)

    def named(self, names: Iterable[str]) -> dict[str, Path]:
        """Return the paths of the inputs of these names, without names that lead out of the folders."""
        folders = {"content": self.content, "templates": self.templates}
        found = {}
        for name in names:
            folder, _, below = name.partition("/")
            if folder in folders and is_safe_name(below):
                found[name] = folders[folder] / below
        return found

    def may_be_used(self, name: str) -> bool:
        """Tell whether a submission would read an input of this name if it were there."""
        folder, _, below = name.partition("/")
        if folder == "templates":
            return name in self._templates(CONTRACTS)
        above, _, last = below.rpartition("/")
        if not above:
            return last.endswith(".yml")
        if above == str(self.id) or above.startswith(f"{self.id}/"):
            return last.endswith((".md", ".yml"))
        return name in {self.name(path) for path in sister_files(self.content, self.id)}

    def name(self, path: Path) -> str:
        """Return the name of a file of the content."""
        return f"content/{Path(os.path.relpath(path, self.content)).as_posix()}"

    def _templates(self, contracts: Iterable[Contract]) -> dict[str, Path]:
        paths = [template_path(self.templates, contract) for contract in contracts]
        return {f"templates/{path.name}": path for path in paths}


def read_inputs(paths: Mapping[str, Path]) -> dict[str, bytes]:
    """Return the bytes of the files that exist, by their names.

    Raises CannotRun with those that can't be read, and those whose name a manifest can't have.
    """
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, path in paths.items():
        try:
            found[name] = read_file(path, _largest(path))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            problems.append(unreadable(path.as_posix(), error))
        if not is_safe_name(name):
            what = msg("een bestand met deze naam kan niet verzegeld worden")
            advice = msg("geef het een naam zonder dubbele punt, backslash of onzichtbare tekens")
            problems.append(Problem(Span(path.as_posix()), what, advice))
    for name in colliding(found):
        what = msg("een ander bestand heeft dezelfde naam, op hoofdletters of accenten na")
        advice = msg("geef een van beide een andere naam: niet elk systeem houdt ze uit elkaar")
        problems.append(Problem(Span(paths[name].as_posix()), what, advice))
    if problems:
        raise CannotRun(problems)
    return found


def _largest(path: Path) -> int:
    """Return how large an input may be: an earlier submission as large as any."""
    return LARGEST if path.suffix == ".zip" else LARGEST_FILE


def states_of(paths: Mapping[str, Path]) -> dict[str, Digest]:
    """Return the digests of the files that exist and are not too large to be an input, by their names."""
    found = {}
    for name, path in paths.items():
        with suppress(OSError):  # what is used and can't be read is refused where it is used
            found[name] = digest(name, read_file(path, _largest(path)))
    return found


def refuse_changed(paths: Mapping[str, Path], before: Mapping[str, Digest], now: Mapping[str, bytes]) -> None:
    """Raise CannotRun when an input changed after the start: the documents may be made of old and new."""
    known = {each.name: each for each in digests(now)}
    changed = [
        Problem(
            Span(path.as_posix()),
            msg("dit bestand veranderde terwijl er verzegeld werd"),
            msg("sla het op en verzegel opnieuw"),
        )
        for name, path in paths.items()
        if before.get(name) != known.get(name)
    ]
    if changed:
        raise CannotRun(changed)
