# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The files of Verdana on this machine, or of DejaVu Sans, which has the same widths.

The templates set exact line heights, so that the lower lines of DejaVu Sans make no difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "C:/Windows/Fonts",
)
_OWN_FOLDERS = (".fonts", ".local/share/fonts", "Library/Fonts", "AppData/Local/Microsoft/Windows/Fonts")

# Regular, bold, italic and bold italic, as Microsoft, Apple and the DejaVu project name them.
_FAMILIES = (
    ("verdana.ttf", "verdanab.ttf", "verdanai.ttf", "verdanaz.ttf"),
    ("verdana.ttf", "verdana bold.ttf", "verdana italic.ttf", "verdana bold italic.ttf"),
    ("dejavusans.ttf", "dejavusans-bold.ttf", "dejavusans-oblique.ttf", "dejavusans-boldoblique.ttf"),
)


def typeface(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the files of the first family that is complete, or the most complete one: regular first.

    `environment` tells where the user's own folder is. Empty when neither Verdana nor DejaVu Sans is found.
    """
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    folders = [*map(Path, _FOLDERS), *(Path(home) / folder for folder in _OWN_FOLDERS if home)]
    known = frozenset(name for family in _FAMILIES for name in family)
    files = {
        path.name.lower(): path
        for folder in reversed(folders)
        if folder.is_dir()
        for path in sorted(folder.rglob("*.[tT][tT][fF]"))
        if path.name.lower() in known
    }
    found = [tuple(files[name] for name in family if name in files) for family in _FAMILIES]
    # Italics are as wide as upright letters, so two files will do; DejaVu comes in two packages.
    return max((family for family in found if len(family) > 1), key=len, default=())
