# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Submissions that the tests read: their place, their members and their manifest."""

from __future__ import annotations

import zipfile
from pathlib import Path

from jvom.sealing.manifest import NAME, Manifest, decode

FOUR = ["brief-eerste-kamer", "brief-tweede-kamer", "nota", "rapport"]
"""The documents of the small dossier."""
LISTED = ["inventarislijst.docx", "inventarislijst.json"]
"""The lists of what its public version withholds."""
SEALED = "build/2025/indiening-2025.zip"


def members(path: Path) -> dict[str, bytes]:
    """Return the files of a submission by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def manifest(path: Path) -> Manifest:
    """Return the manifest of a submission."""
    return decode(members(path)[NAME])
