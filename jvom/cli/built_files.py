# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Word files read back for the rules about them: those of a build, and the templates."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec import structs

from jvom.cli.build_inputs import template_path
from jvom.cli.dossiers import PUBLIC
from jvom.documents.dossier import contracts
from jvom.messages import msg
from jvom.model import Dossier, Fragment, FrontMatter, WordFile
from jvom.ooxml.archive import LARGEST_FILE
from jvom.plan import Contract
from jvom.reading.word.reader import read_word
from jvom.sealing.checklist import CONTRACT as CHECKLIST
from jvom.source import CannotRun, Problem, ProblemCollector, Span, read_file, unreadable
from jvom.word.template import open_template, verify


def read_folder(folder: Path) -> list[Fragment]:
    """Return the Word files of a build and its public version, read back.

    Raises CannotRun when there are none, or with the problems of those that can't be read.
    """
    found = [*folder.glob("*.docx"), *folder.glob(f"{PUBLIC}*.docx")]
    paths = [path for path in found if not path.name.startswith("~")]  # Word's lock file of an open document
    if not paths:
        what = msg("in deze map staan geen Word-bestanden")
        raise CannotRun([Problem(Span(folder.as_posix()), what, msg("draai eerst «jvom build»"))])
    gathered = ProblemCollector()
    read = [gathered.of(partial(_read, path)) for path in sorted(paths, key=Path.as_posix)]
    if gathered.problems:
        raise CannotRun(gathered.problems)
    return [fragment for fragment in read if fragment is not None]


def _read(path: Path) -> Fragment:
    try:
        return read_word(path.stem, read_file(path, LARGEST_FILE), path.as_posix())
    except OSError as error:
        raise CannotRun([unreadable(path.as_posix(), error)]) from error


def read_templates(folder: Path, dossier: Dossier) -> list[Fragment]:
    """Return the templates of a dossier's documents and checklist, each with what it lacks of its contract.

    One that can't be opened is an empty fragment with the reason as its problem.
    """
    templates = (*contracts(dossier), CHECKLIST)
    return [_template(template_path(folder, contract), contract) for contract in templates]


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
