# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds texts in a dossier's folder that jvom does not read: Word files, and names that do not end in .md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jvom.kinds import SECTIONS
from jvom.messages import msg
from jvom.source import Problem, Span

_PLAIN = (".markdown", ".md.txt", ".txt")
_PROCESSED = (".doc", ".docm", ".docx", ".dotx", ".odt", ".rtf")


def unread(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each file in a dossier's folder that was meant as one of its texts."""
    for place in (folder, folder / SECTIONS.name):
        for path in _files(place):
            name = path.name.lower()
            # Word and editors leave files beside the one that is open: "~$nota.docx", ".#nota.md".
            if name.startswith((".", "~")):
                continue
            if name.endswith(_PROCESSED):
                advice = msg(
                    "neem de tekst over in een bestand dat op .md eindigt, en bewaar dit buiten {folder}",
                    folder=folder.as_posix(),
                )
            elif name.endswith(_PLAIN) or (name.endswith(".md") and path.suffix != ".md"):
                advice = msg("geef het de naam {name}", name=f"{name.partition('.')[0]}.md")
            else:
                continue
            yield Problem(Span(path.as_posix()), msg("jvom leest dit bestand niet"), advice)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # reported where its texts are read
        return []
