# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What of this machine a layout needs: programs, environment, and a place to keep what was laid out."""

from __future__ import annotations

import os
from pathlib import Path

from jvom.layout.surroundings import Surroundings


def surroundings(soffice: Path | None = None) -> Surroundings:
    """Return what a layout may use here; `soffice` is LibreOffice's program when the user names it."""
    return Surroundings(
        search_path=os.environ.get("PATH", ""),
        environment=dict(os.environ),
        cache=_cache(),
        soffice=soffice,
        # LibreOffice keeps one core busy, and jvom hardly any while it waits.
        processes=os.cpu_count() or 1,
    )


def _cache() -> Path | None:
    """Return jvom's folder in the user's cache (XDG Base Directory Specification); None without a home."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        home = os.environ.get("HOME", "")
        base = os.environ.get("XDG_CACHE_HOME", "") or (f"{home}/.cache" if home else "")
    return Path(base) / "jvom" if base else None
