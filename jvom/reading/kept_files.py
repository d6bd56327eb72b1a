# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What files were read as, kept for the next time that a dossier is read; and texts that are not saved yet.

An editor reads a dossier at each change, and all but one of its files are as they were.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from jvom.source import read_file

Read = TypeVar("Read")


class KeptFiles:
    """Files of one or more dossiers, whose values are kept as long as their bytes stay the same.

    `unsaved` are the bytes of files that were changed or made in an editor, by path: they count instead of
    what is on disk. A path is as the reader makes it: `content / "2025" / "nota.md"`.
    """

    def __init__(self) -> None:
        self.unsaved: dict[Path, bytes] = {}
        self._kept: dict[Hashable, tuple[object, object]] = {}

    def once(self, key: Hashable, source: object, make: Callable[[], Read]) -> Read:
        """Return what `make` makes of `source`: the same value as the last time when that is equal.

        `key` says what is made. Nothing is kept of a `make` that raises.
        """
        kept = self._kept.get(key)
        if kept is None or kept[0] != source:
            kept = self._kept[key] = (source, make())
        return cast("Read", kept[1])

    def exists(self, path: Path) -> bool:
        """Tell whether there is such a file, saved or not."""
        return path in self.unsaved or os.path.lexists(path)

    def read(self, path: Path, largest: int) -> bytes:
        """Return the bytes of a file; raises OSError like `jvom.source.read_file`."""
        raw = self.unsaved.get(path)
        return read_file(path, largest) if raw is None else raw

    def texts_in(self, folder: Path) -> list[Path]:
        """Return the Markdown files in a folder, in order."""
        made = {path for path in self.unsaved if path.parent == folder and path.suffix == ".md"}
        with suppress(OSError):  # as of a folder that is missing: reported when the outline is checked
            made |= {path for path in folder.iterdir() if path.name.endswith(".md")}
        return sorted(made)
