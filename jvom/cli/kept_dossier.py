# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier that is read and checked again and again while its files change, for an editor or a preview."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from jvom.checks.kept_check import KeptCheck
from jvom.cli.earlier_years import read_earlier_years
from jvom.dossier_ids import DossierId
from jvom.findings import Report
from jvom.model import Dossier
from jvom.reading.dossier import read_partial_dossier
from jvom.reading.kept_files import KeptFiles
from jvom.reading.settings import read_settings
from jvom.reading.sisters import read_sisters
from jvom.resolving.integrity import problems
from jvom.source import CannotRun, Problem, ProblemCollector, sorted_problems


class DossierState(NamedTuple):
    """A dossier as it is now: as far as it can be read, all that is wrong with it, and the report on it.

    There is no report as long as there are problems.
    """

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    report: Report | None


class KeptDossier:
    """A dossier that is kept up with its files.

    `files` may be shared by dossiers; its `unsaved` texts count instead of what is on disk.
    """

    def __init__(self, content: Path, id: DossierId, files: KeptFiles) -> None:
        self.content, self.id, self.files = content, id, files
        self._check = KeptCheck()

    def read(self, as_of: date) -> DossierState:
        """Read and check the dossier as it is now: what `jvom check` says of it. `as_of` is today."""
        gathered = ProblemCollector()
        settings = gathered.of(lambda: read_settings(self.content, self.id, files=self.files))
        dossier, found = read_partial_dossier(self.content, self.id, files=self.files)
        gathered.problems += (*found, *(problems(dossier) if dossier else ()))
        if gathered.problems or dossier is None or settings is None:
            return DossierState(dossier, sorted_problems(gathered.problems), None)
        try:
            sisters = read_sisters(self.content, self.id, files=self.files)
            earlier = read_earlier_years(self.content, self.id, dossier.data, files=self.files)
            report = self._check.check(dossier, settings, as_of, sisters=sisters, earlier=earlier)
        except CannotRun as error:
            return DossierState(dossier, error.problems, None)
        return DossierState(dossier, (), report)
