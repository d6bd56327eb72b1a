# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier that was read and checked, and the fixing of what can be fixed in its files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from jvom.checks.run import check
from jvom.checks.settings import Overrides
from jvom.cli.dossiers import files_of, read_dossier
from jvom.cli.earlier_years import read_earlier_years
from jvom.dossier_ids import DossierId
from jvom.earlier_dossiers import EarlierDossier, texts_of_last_year
from jvom.findings import Report
from jvom.model import Dossier, Fragment
from jvom.reading.decoding import MAX_BYTES
from jvom.reading.dossier_folders import find_dossier
from jvom.reading.settings import read_settings
from jvom.reading.sisters import read_sisters
from jvom.settings import Settings
from jvom.source import CannotRun, ProblemCollector, read_file


class CheckedDossier(msgspec.Struct, frozen=True):
    """A dossier, its settings, the report on it, and the bytes of its files as they were read, by path.

    `earlier` are the dossiers of earlier years with which the check compared it.
    """

    id: DossierId
    dossier: Dossier
    settings: Settings
    report: Report
    sources: Mapping[str, bytes]
    earlier: tuple[EarlierDossier, ...] = ()

    @property
    def texts_last_year(self) -> tuple[Fragment, ...]:
        """The texts of the dossier a year before; none when there is none that can be read."""
        return texts_of_last_year(self.id, self.earlier)

    def texts(self) -> Mapping[str, str]:
        """Return the files of the report as they were read, with their BOM and line ends."""
        paths = (file.path for file in self.report.files if not file.places)
        return {path: self.sources[path].decode() for path in paths if path in self.sources}

    def only(self, paths: Collection[str]) -> CheckedDossier:
        """Return this with the report on the files at `paths` alone: what was found in others is left out."""
        report = msgspec.structs.replace(
            self.report,
            findings=tuple(each for each in self.report.findings if each.span.path in paths),
            suppressed=tuple(each for each in self.report.suppressed if each.finding.span.path in paths),
            files=tuple(each for each in self.report.files if each.path in paths),
        )
        return msgspec.structs.replace(self, report=report)

    def write(self, content: Path, texts: Mapping[str, str], delivered: Callable[[], None]) -> None:
        """Write new texts, all or none, and call `delivered` then.

        Raises CannotRun when one of the files changed after it was read.
        """
        from jvom.files import deliver_in_place

        deliver_in_place(
            content,
            {Path(path): text.encode() for path, text in texts.items()},
            {Path(path): self.sources[path] for path in texts},
            delivered=delivered,
        )


def read_and_check(
    content: Path,
    asked: DossierId | None,
    as_of: date,
    overrides: Overrides,
    *,
    word_files: Callable[[DossierId], list[Fragment]],
    templates: Callable[[Dossier], list[Fragment]],
    with_sources: bool,
    against: Path | None = None,
) -> CheckedDossier:
    """Read a dossier (the newest for None) and check it, with its Word files and their templates.

    `with_sources` is whether its texts may be changed after; `against` is a sealed submission to compare it
    with. Raises CannotRun with the problems of settings, dossier and Word files.
    """
    gathered = ProblemCollector()
    id = gathered.of(lambda: find_dossier(content, asked))
    settings = gathered.of(lambda: read_settings(content, id))
    if id is None:
        raise CannotRun(gathered.problems)
    sources = _sources(content, id) if with_sources else {}
    built = gathered.of(lambda: word_files(id))
    dossier, problems = gathered.of(lambda: read_dossier(content, id)) or (None, [])
    gathered.problems += problems
    if gathered.problems or settings is None or built is None or dossier is None:
        raise CannotRun(gathered.problems)
    word_texts = [*built, *templates(dossier)]
    earlier = read_earlier_years(content, id, dossier.data, against)
    report = check(
        dossier,
        settings,
        as_of,
        overrides,
        built=word_texts,
        sisters=read_sisters(content, id),
        earlier=earlier,
    )
    return CheckedDossier(id, dossier, settings, report, sources, earlier)


def _sources(content: Path, id: DossierId) -> dict[str, bytes]:
    """Return the bytes of every text that a dossier may be made of, by path."""
    found = {}
    for path in files_of(content, id):
        if path.suffix in (".md", ".yml"):
            with suppress(OSError):  # reading the dossier reports what it can't read
                found[path.as_posix()] = read_file(path, MAX_BYTES)
    return found


def fix(
    content: Path,
    checked: CheckedDossier,
    check_again: Callable[[], CheckedDossier],
    *,
    unsafe: bool,
    delivered: Callable[[], None],
) -> tuple[CheckedDossier, int]:
    """Apply fixes pass by pass, until none is left; return what remains, and how many were applied.

    `delivered` is called when files were written.
    """
    from jvom.checks.fixes import MAX_PASSES, apply_fixes

    count = 0
    for _ in range(MAX_PASSES):
        done = apply_fixes(checked.texts(), checked.report.findings, unsafe=unsafe)
        if not done.fixed:
            break
        checked.write(content, done.texts, delivered)
        count += len(done.fixed)
        checked = check_again()
    return checked, count
