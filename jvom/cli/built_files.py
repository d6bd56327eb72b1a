# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Word files read back for the rules about them: what a build made, and the templates it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec import structs

from jvom.cli.build_inputs import template_path
from jvom.cli.contracts import CONTRACTS
from jvom.cli.public_version import PUBLIC
from jvom.messages import msg
from jvom.model import Fragment, FrontMatter, WordFile
from jvom.plan import Contract
from jvom.reading.word.reader import read_word
from jvom.source import CannotRun, Gathered, Problem, Span, read_file, unreadable
from jvom.word.template import open_template, verify


def read_files(files: Mapping[str, bytes]) -> list[Fragment]:
    """Return the Word files with these paths and bytes, read back. Raises CannotRun for what is none."""
    return [read_word(Path(path).stem, data, path) for path, data in sorted(files.items())]


def read_folder(folder: Path) -> list[Fragment]:
    """Return the Word files of a build and its public version, read back. Raises CannotRun without any."""
    found = [*folder.glob("*.docx"), *folder.glob(f"{PUBLIC}*.docx")]
    paths = [path for path in found if not path.name.startswith("~")]  # Word's mark that one is open
    if not paths:
        what = msg("in deze map staan geen Word-bestanden")
        raise CannotRun([Problem(Span(folder.as_posix()), what, msg("draai eerst «jvom build»"))])
    gathered = Gathered()
    files = {path.as_posix(): gathered.of(partial(_bytes, path)) for path in paths}
    if gathered.problems:
        raise CannotRun(gathered.problems)
    return read_files({name: data for name, data in files.items() if data is not None})


def _bytes(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError as error:
        raise CannotRun([unreadable(path.as_posix(), error)]) from error


def read_templates(folder: Path) -> list[Fragment]:
    """Return the templates, each with what it lacks of its contract.

    One that can't be opened has no words: only the reason.
    """
    return [_template(template_path(folder, contract), contract) for contract in CONTRACTS]


def _template(path: Path, contract: Contract) -> Fragment:
    try:
        template = open_template(path)
        fragment = read_word(path.stem, template.data, path.as_posix())
        lacks = tuple(verify(template, contract))
    except CannotRun as error:
        fragment = Fragment(
            id=path.stem, span=Span(path.as_posix()), front=FrontMatter(status="final"), blocks=()
        )
        lacks = error.problems
    word = structs.replace(fragment.word or WordFile(language="nl"), template=True, contract=lacks)
    return structs.replace(fragment, word=word)
