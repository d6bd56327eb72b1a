# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Word files that came back: those that are named, and those in folders."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span, unreadable

_LOCK = "~$"
_WORD = (".docx", ".docm")
# Texts that other programs, or an older Word, save: somebody wrote in them.
_OTHER_TEXTS = (".doc", ".dot", ".dotx", ".dotm", ".odt", ".ott", ".rtf", ".pages", ".wpd")


class ReturnedFiles(msgspec.Struct, frozen=True):
    """The Word files to import, and what to tell about others in their folders."""

    paths: tuple[Path, ...]
    skipped: tuple[Message, ...]


def find_returned_files(typed: tuple[str, ...]) -> ReturnedFiles:
    """Return the Word files that are named or in folders that are.

    Raises CannotRun for texts that can't be read as Word files, also in folders, and for folders without any.
    """
    found: list[Path] = []
    skipped: list[Message] = []
    problems: list[Problem] = []
    for each in typed:
        path = Path(each)
        if path.is_dir():
            try:
                inside = sorted(entry for entry in path.iterdir() if not entry.is_dir())
            except OSError as error:
                problems.append(unreadable(each, error))
                continue
            if not any(_is_text(entry) for entry in inside):
                what = msg("in deze map staat geen Word-document")
                problems.append(Problem(Span(each), what, msg("noem de map met wat terugkwam")))
            for entry in inside:
                if _is_text(entry):
                    problems += _not_word(entry)
                    found.append(entry)
                elif message := _skipped(entry):
                    skipped.append(message)
            continue
        if path.name.startswith(_LOCK):
            what = msg("dit is het slotbestand van een document dat in Word open staat")
            problems.append(Problem(Span(each), what, msg("sluit Word en noem het document zelf")))
            continue
        problems += _not_word(path)
        found.append(path)
    if problems:
        raise CannotRun(problems)
    return ReturnedFiles(tuple(dict.fromkeys(found)), tuple(skipped))


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in (*_WORD, *_OTHER_TEXTS) and not path.name.startswith((_LOCK, "."))


def _not_word(path: Path) -> list[Problem]:
    if path.suffix.lower() in _WORD:
        return []
    what = msg("dit is geen Word-document (.docx)")
    return [Problem(Span(path.as_posix()), what, msg("sla het in Word op als Word-document (.docx)"))]


def _skipped(path: Path) -> Message | None:
    if path.name.startswith(_LOCK):
        return msg("{path} is overgeslagen: dat document staat in Word open", path=path.as_posix())
    if path.name.startswith("."):
        return None
    return msg("{path} is overgeslagen: dat is geen Word-document", path=path.as_posix())
