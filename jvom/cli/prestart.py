# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice started before all else: that takes as long as jvom's imports, reading and planning."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from jvom import __version__
from jvom.source import CannotRun, Problem

if TYPE_CHECKING:
    from jvom.layout.conversion import Conversions

_WITH_OFFICE = ("auto", "exact")
_KIND = "asked"


def prestarted_office(
    pages: str, program: Path | None, folders: Iterable[Path], *asked: object, problems: tuple[Problem, ...]
) -> AbstractContextManager[PrestartedOffice | None]:
    """Return the LibreOffice to start for a run; None when its pages need none or its options are wrong.

    `asked` are the options that the documents depend on, beside the files in the folders.
    """
    if pages not in _WITH_OFFICE or problems:
        return nullcontext()
    return PrestartedOffice(program, folders, *asked)


class PrestartedOffice:
    """A LibreOffice that starts while jvom reads, and is gone when the context ends.

    `conversions` is None when LibreOffice does not seem to be needed: the same was asked before of files with
    the same names, sizes and times. A wrong guess only costs a moment.
    """

    def __init__(self, program: Path | None, folders: Iterable[Path], *asked: object) -> None:
        from jvom.cli.surroundings import surroundings
        from jvom.layout.cache import Cache

        self.conversions: Conversions | None = None
        self._surroundings = surroundings(program)
        self._cache = Cache(self._surroundings.cache)
        self._asked = "\n".join([__version__, *map(repr, asked), *_states(folders)])

    def __enter__(self) -> PrestartedOffice:
        from jvom.layout import soffice
        from jvom.layout.conversion import Conversions

        done_before = self._cache.text(_KIND, self._asked) is not None
        # Asking an unknown LibreOffice for its version would take as long as starting it.
        if not done_before and soffice.is_known(self._surroundings, self._cache):
            with suppress(CannotRun):
                self.conversions = Conversions(
                    soffice.office_for(self._surroundings, self._cache), self._cache
                )
                self.conversions.prepare()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.conversions is not None:
            self.conversions.__exit__(kind, error, trace)

    def mark_done(self) -> None:
        """Remember that what was asked is done: next time there will be nothing to lay out."""
        self._cache.put_text(_KIND, self._asked, "")


def _states(folders: Iterable[Path]) -> Iterator[str]:
    """Yield path, size and time of every file in the folders."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    yield from _states([Path(entry.path)])
                else:
                    state = entry.stat()
                    yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
