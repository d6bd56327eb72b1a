# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier that was read and checked, and the fixing of what can be fixed in its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from jvom.checks.run import check
from jvom.checks.settings import Overrides
from jvom.cli.dossiers import files_of, read_dossier, year_of
from jvom.findings import Report
from jvom.model import Dossier, Fragment
from jvom.reading.settings import read_settings
from jvom.source import CannotRun, Gathered


class CheckedDossier(msgspec.Struct, frozen=True):
    """A dossier, the report on it, and the bytes of its files as they were read, by path."""

    dossier: Dossier
    report: Report
    sources: Mapping[str, bytes]

    def texts(self) -> Mapping[str, str]:
        """Return the files of the report as they were read, with their BOM and line ends."""
        paths = (file.path for file in self.report.files if not file.places)
        return {path: self.sources[path].decode() for path in paths if path in self.sources}

    def write(self, content: Path, texts: Mapping[str, str]) -> None:
        """Write new texts, all or none; raises CannotRun when one of the files changed after it was read."""
        from jvom.files import deliver_in_place

        deliver_in_place(
            content,
            {Path(path): text.encode() for path, text in texts.items()},
            {Path(path): self.sources[path] for path in texts},
        )


def read_and_check(
    content: Path,
    asked: int | None,
    as_of: date,
    overrides: Overrides,
    *,
    word_files: Callable[[int], list[Fragment]],
    with_sources: bool,
) -> CheckedDossier:
    """Read the dossier of a year (the newest for None) and check it, with the Word files of that year.

    `with_sources` is whether its texts may be changed after. Raises CannotRun with the problems of settings,
    dossier and Word files.
    """
    gathered = Gathered()
    settings = gathered.of(lambda: read_settings(content))
    year = gathered.of(lambda: year_of(content, asked))
    if year is None:
        raise CannotRun(gathered.problems)
    sources = _sources(content, year) if with_sources else {}
    built = gathered.of(lambda: word_files(year))
    dossier, problems = gathered.of(lambda: read_dossier(content, year)) or (None, [])
    gathered.problems += problems
    if gathered.problems or settings is None or built is None or dossier is None:
        raise CannotRun(gathered.problems)
    report = check(dossier, settings, as_of, overrides, built=built)
    return CheckedDossier(dossier, report, sources)


def _sources(content: Path, year: int) -> dict[str, bytes]:
    """Return the bytes of every text that a dossier may be made of, by path."""
    return {
        path.as_posix(): path.read_bytes()
        for path in files_of(content, year)
        if path.suffix in (".md", ".yml") and path.is_file()
    }


def fix(
    content: Path, checked: CheckedDossier, check_again: Callable[[], CheckedDossier], *, unsafe: bool
) -> tuple[CheckedDossier, int]:
    """Apply fixes pass by pass, until none is left; return what remains, and how many were applied."""
    from jvom.checks.fixes import MAX_PASSES, mend

    count = 0
    for _ in range(MAX_PASSES):
        done = mend(checked.texts(), checked.report.findings, unsafe=unsafe)
        if not done.mended:
            break
        checked.write(content, done.texts)
        count += len(done.mended)
        checked = check_again()
    return checked, count
