# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice called in good time: it takes as long to start as jvom needs to read and to plan."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from jvom import __version__
from jvom.cli.surroundings import surroundings
from jvom.layout import soffice
from jvom.layout.cache import Cache
from jvom.layout.conversion import Conversions
from jvom.source import CannotRun

_KIND = "asked"


class Standby:
    """A LibreOffice that starts while jvom reads; it is gone when the context ends.

    `conversions` has it, and is None when it does not seem to be needed: what was asked was done before with
    the same files, by their names, sizes and times. It is a guess, and a wrong one costs a moment only.
    """

    def __init__(self, program: Path | None, folders: Iterable[Path], *asked: object) -> None:
        self.conversions: Conversions | None = None
        self._around = surroundings(program)
        self._cache = Cache(self._around.cache)
        self._asked = "\n".join([__version__, *map(repr, asked), *_states(folders)])

    def __enter__(self) -> Standby:
        done_before = self._cache.text(_KIND, self._asked) is not None
        # To ask a LibreOffice for its version takes as long as to start it.
        if not done_before and soffice.is_known(self._around, self._cache):
            with suppress(CannotRun):
                self.conversions = Conversions(soffice.of(self._around, self._cache), self._cache)
                self.conversions.prepare()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.conversions is not None:
            self.conversions.__exit__(kind, error, trace)

    def done(self) -> None:
        """Remember that what was asked is done: next time there will be nothing to lay out."""
        self._cache.put_text(_KIND, self._asked, "")


def _states(folders: Iterable[Path]) -> Iterator[str]:
    """Yield name, size and time of every file in the folders."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    yield from _states([Path(entry.path)])
                else:
                    state = entry.stat()
                    yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
