# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What jvom knows of the world and of Dutch, as files: word rules, dictionaries, resolutions."""

from __future__ import annotations

from pathlib import Path

#: The folder of the files.
DATA = Path(__file__).resolve().parent


def lexicon_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a file of ``jvom/data/lexicon`` that have something and are no comment."""
    text = (DATA / "lexicon" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and line[0] != "#")
