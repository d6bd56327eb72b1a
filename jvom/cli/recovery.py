# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Before all else: what a killed run was replacing is put back, and said."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span

if TYPE_CHECKING:
    from jvom.cli.terminal import Terminal

_OUTPUT = Path("build")
WORK = ".jvom-werk"
"""The name of the work folder of `jvom.files`, which is not imported to look for one."""


class Places(msgspec.Struct, frozen=True):
    """The folders in which a verb may find that jvom was replacing files.

    `texts` are those of users, with a folder for each dossier, and with links; `written` are those that jvom
    writes its own files into.
    """

    texts: tuple[Path, ...] = ()
    written: tuple[Path, ...] = ()


def output_folders(out: Path | None, project: Path) -> tuple[Path, ...]:
    """Return where documents are written: `out`, or the usual folders of every dossier of the project."""
    return (out,) if out else tuple(sorted(path.parent for path in (project / _OUTPUT).glob(f"*/**/{WORK}")))


def _has_work(folder: Path) -> bool:
    return os.path.isdir(folder / WORK)  # noqa: PTH112 - Path.is_dir may raise an error


def recover_first(terminal: Terminal, places: Places) -> None:
    """Restore what a killed run was replacing in these folders.

    Raises CannotRun when that fails, and when the current folder is gone.
    """
    try:
        above = [Path(os.path.realpath(folder)).parents for folder in places.texts]
    except FileNotFoundError as error:  # of the current folder, which a relative path begins in
        what = msg("de map waarin u werkt, bestaat niet meer")
        raise CannotRun([Problem(Span("."), what, msg("ga naar een andere map"))]) from error
    below = [path.parent for folder in places.texts for path in sorted(folder.glob(f"*/{WORK}"))]
    if not below and not any(_has_work(each) for each in chain(places.texts, places.written, *above)):
        return  # without the imports of what restores
    from jvom.files import recover, recover_in_place

    found = [folder for folder in places.texts if recover_in_place(folder)]
    found += [folder for folder in dict.fromkeys((*below, *places.written)) if recover(folder)]
    for folder in found:
        terminal.inform(
            msg(
                "{folder}: een eerdere keer stopte jvom terwijl het bestanden verving; "
                "die van daarvoor zijn teruggezet",
                folder=folder.as_posix(),
            )
        )
