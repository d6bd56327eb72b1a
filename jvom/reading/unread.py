# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds files of a dossier that jvom does not read: Word files, wrong endings, copies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jvom.kinds import SECTIONS
from jvom.messages import Message, msg
from jvom.reading.file_names import DATA_FILES, mistaken_for, original_of, right_name, stands_for
from jvom.source import Problem, Span

_PROCESSED = (".doc", ".docm", ".docx", ".dotx", ".odt", ".rtf")


def unread(content: Path, folder: Path) -> Iterator[Problem]:
    """Yield a problem for each file in the folders of a dossier and of the house that was meant to be read.

    Texts in the folder of the sections all are; what is wrong with their names, the outline says.
    """
    for place in (content, folder, folder / SECTIONS.name):
        for path in _files(place):
            # Word and editors leave files beside the one that is open: "~$nota.docx", ".#nota.md".
            if path.name.startswith((".", "~")) or (place == content and not _is_data(path)):
                continue
            if path.name.lower().endswith(_PROCESSED):
                advice = msg(
                    "neem de tekst over in een bestand dat op .md eindigt, en bewaar dit buiten {folder}",
                    folder=folder.as_posix(),
                )
                yield _unread(path, advice)
            elif right := right_name(path.name):
                yield misnamed(path, right)
            elif place.name == SECTIONS.name or path.suffix not in (".md", ".yml"):
                continue
            elif original := original_of(path.stem):
                yield copied(path, f"{original}{path.suffix}")


def missing(path: Path, advice: Message) -> Problem:
    """Return the problem of a file that is not there, or under another name; `advice` is how to make it."""
    other = mistaken_for(path)
    if not other:
        return Problem(Span(path.as_posix()), msg("dit bestand ontbreekt"), advice)
    return misnamed(path.parent / other, path.name)


def misplaced(path: Path) -> Problem | None:
    """Return the problem of a text of the report that has another name, or is beside or below its folder."""
    other = mistaken_for(path)
    if other and stands_for(other, path.name):
        return misnamed(path.parent / other, path.name)
    beside = path.parent.parent / path.name
    if not beside.exists():
        beside = next(iter(sorted(path.parent.glob(f"*/{path.name}"))), beside)
    if not beside.exists():
        return None
    what = msg("dit fragment staat niet rechtstreeks in de map {folder}", folder=path.parent.name)
    return Problem(
        Span(beside.as_posix()), what, msg("verplaats het naar {path}", path=path.parent.as_posix())
    )


def missing_folder(folder: Path) -> Problem:
    """Return the problem of the folder of the sections that is not there, or under another name."""
    others = (each for each in _files(folder.parent) if each.is_dir())
    other = next((each for each in others if each.name.lower() == folder.name), None)
    if other is not None:
        advice = msg("geef haar de naam {name}", name=folder.name)
        return Problem(Span(other.as_posix()), msg("jvom leest deze map niet"), advice)
    advice = msg("maak haar aan, met een bestand voor elke paragraaf van de opzet")
    return Problem(Span(folder.as_posix()), msg("deze map ontbreekt"), advice)


def misnamed(path: Path, right: str) -> Problem:
    """Return the problem of a file that jvom would read under the name that is right."""
    if (path.parent / right).exists() and not (path.parent / right).samefile(path):
        return _unread(path, msg("{name} is er ook: houd er een over", name=right))
    return _unread(path, msg("geef het de naam {name}", name=right))


def copied(path: Path, original: str) -> Problem:
    """Return the problem of a file that is by its name a copy of another, which may be gone."""
    if not (path.parent / original).exists():
        return _unread(path, msg("geef het de naam {name}", name=original))
    what = msg("dit is een kopie van {name}", name=original)
    return Problem(
        Span(path.as_posix()), what, msg("haal de kopie weg, of bewaar die buiten de map met teksten")
    )


def _unread(path: Path, advice: Message) -> Problem:
    return Problem(Span(path.as_posix()), msg("jvom leest dit bestand niet"), advice)


def _is_data(path: Path) -> bool:
    return ".y" in path.suffix.lower() or right_name(path.name) in DATA_FILES


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # reported where its texts are read
        return []
