# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier on disk: which one is meant, where its files and documents are, and reading it whole.

Problems with the files and names in them that do not exist are reported in one run.
"""

from __future__ import annotations

from pathlib import Path

from jvom.cli.terminal import Terminal
from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.model import Dossier
from jvom.reading.dossier import read_partial_dossier
from jvom.reading.dossier_folders import dossier_ids
from jvom.resolving.integrity import problems
from jvom.source import Problem

PUBLIC = "openbaar/"
"""The folder of the public version, within that of the documents."""


def built_folder(out: Path | None, project: Path, id: DossierId) -> Path:
    """Return where the documents of a dossier are: `out`, or the usual place in the folder of the project."""
    return out or project / "build" / str(id)


def files_of(content: Path, id: DossierId) -> list[Path]:
    """Return every file, and every folder, that a dossier may be made of."""
    return [*content.glob("*.yml"), *(content / str(id)).rglob("*")]


def read_dossier(content: Path, id: DossierId) -> tuple[Dossier | None, list[Problem]]:
    """Return a dossier as far as it can be read, None when that is too little, and all that is wrong."""
    dossier, found = read_partial_dossier(content, id)
    return dossier, [*found, *(problems(dossier) if dossier is not None else ())]


def tell_of_sisters(terminal: Terminal, content: Path, asked: DossierId | None, id: DossierId) -> None:
    """Say which dossier was taken when none was asked for and the newest year has several."""
    if asked is None and (others := id.sisters(dossier_ids(content))):
        terminal.inform(
            msg(
                "Dit is dossier {id}; van dat jaar is er ook {others}.",
                id=id,
                others=", ".join(map(str, others)),
            )
        )
