# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a layout needs of this machine: programs, the environment, and a folder for its cache."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from jvom.layout.surroundings import Surroundings


def surroundings(soffice: Path | None = None) -> Surroundings:
    """Return what a layout may use here; `soffice` is the program of LibreOffice when the user names one."""
    return Surroundings(
        search_path=search_path(),
        environment=dict(os.environ),
        cache=cache_folder(),
        soffice=soffice,
        # Each LibreOffice keeps one core busy; jvom only waits for it.
        processes=os.cpu_count() or 1,
    )


def search_path() -> str:
    """Return where programs are looked for: PATH, without what depends on the folder that a user is in.

    That may be a stranger's, with a program of its own.
    """
    places = os.environ.get("PATH", "").split(os.pathsep)
    return os.pathsep.join(place for place in places if Path(place).is_absolute())


def find_program(name: str) -> str | None:
    """Return the path of a program, never one in the current folder: that may be a stranger's."""
    places = search_path()
    found = shutil.which(name, path=places) if places else None
    return found if found and Path(found).is_absolute() else None


def cache_folder() -> Path | None:
    """Return jvom's folder in the user's cache (XDG Base Directory Specification); None without a home."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        home = os.environ.get("HOME", "")
        base = os.environ.get("XDG_CACHE_HOME", "") or (f"{home}/.cache" if home else "")
    return Path(base) / "jvom" if base else None
