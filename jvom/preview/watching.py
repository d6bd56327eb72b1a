# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Says when a file of a folder changed.

The system tells at once; where it does not, as on some network drives, a look at the files every two seconds
does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

_EVERY = 2000
"""After so many milliseconds without news the files are looked at."""

_DEEPEST = 8
"""How many folders deep is looked: a link may lead round."""

State = dict[str, tuple[int, int, int]]


class Changes:
    """Whether a file of a folder changed since it was last asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state = state_of(folder)
        self._changed = Event()
        # Neither waits for the other when the program ends.
        Thread(target=self._watch, daemon=True, name="watching").start()

    def is_pending(self) -> bool:
        """Tell whether something changed since the last `wait` returned."""
        return self._changed.is_set()

    def wait(self) -> None:
        """Return as soon as something changed since the last `wait` returned."""
        self._changed.wait()
        self._changed.clear()

    def _watch(self) -> None:
        try:
            for _ in watch(
                self._folder,
                watch_filter=None,
                rust_timeout=_EVERY,
                yield_on_timeout=True,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                self._look()
        except (OSError, RuntimeError):  # the folder went away, or the system watches no more of them
            pass
        pause = Event()
        while True:
            pause.wait(_EVERY / 1000)
            self._look()

    def _look(self) -> None:
        state = state_of(self._folder)
        if state != self._state:
            self._state = state
            self._changed.set()


def state_of(folder: Path) -> State:
    """Return of each file in a folder, hidden ones left out, what differs after it is written."""
    return dict(_files(str(folder), _DEEPEST))


def _files(folder: str, depth: int) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # gone, or closed: reading it says so
        return
    for entry in entries:
        if entry.name.startswith((".", "~")) or entry.name.endswith("~"):
            continue
        try:
            if entry.is_dir():
                if depth:
                    yield from _files(entry.path, depth - 1)
                continue
            found = entry.stat()
        except OSError:
            continue
        yield entry.path, (found.st_mtime_ns, found.st_size, found.st_ino)
