# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names that files get by mistake: another ending or other capitals, those of copies, and misspelt ones."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

DATA_FILES = (
    "abbreviations.yml", "approvals.yml", "dossier.yml", "figures.yml", "jvom.yml", "mandates.yml",
    "missions.yml", "names.yml", "owners.yml", "references.yml",
)  # fmt: skip
"""The data files of a dossier and of the house."""

_TEXT = (".md", ".markdown", ".md.txt", ".txt")
_DATA = (".yml", ".yaml", ".yml.txt", ".yaml.txt", ".txt")


def right_name(name: str) -> str:
    """Return the name by which jvom would read a file; "" when the name is right, or the file is no text."""
    stem, lower = name.partition(".")[0], name.lower()
    data = f"{stem.lower()}.yml"
    if data in DATA_FILES and lower.endswith(_DATA):
        right = data
    elif lower.endswith(_TEXT):
        right = name if name.endswith(".md") else f"{stem}.md"
    else:
        return ""
    return "" if right == name else right


def original_of(stem: str) -> str:
    """Return the name, without ending, of the file that this is a copy of by its name; "" for any other."""
    found, lower = "", stem.lower()
    if "(" not in stem and "kopie" not in lower and "copy" not in lower:  # like nearly all
        return found
    while copy := _copy().fullmatch(found or stem):
        found = copy["of"] or copy["before"]
    return found


@cache
def _copy() -> re.Pattern[str]:
    """Return the pattern of a copy, as Windows, macOS and browsers name it, in Dutch and English."""
    return re.compile(
        r"(?:kopie van|copy of)\s+(?P<of>.+)|(?P<before>.+?)(?:\s*\(\d+\)|[\s_-]+(?:kopie|copy)(?:\s*\d+)?)",
        re.IGNORECASE,
    )


def stands_for(name: str, right: str) -> bool:
    """Tell whether a file is by its name another one: with another ending or other capitals, or as a copy."""
    original = f"{original_of(Path(name).stem)}{Path(right).suffix}"
    return right in (right_name(name), original) or right.lower() == name.lower()


def mistaken_for(path: Path) -> str:
    """Return the name of the file that was meant to be at a path, which is missing; "" when there is none."""
    from difflib import get_close_matches

    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except OSError:
        return ""
    for name in names:
        if stands_for(name, path.name):
            return name
    strange = [name for name in names if name.endswith(path.suffix) and name not in DATA_FILES]
    return next(iter(get_close_matches(path.name, strange, n=1, cutoff=0.75)), "")
