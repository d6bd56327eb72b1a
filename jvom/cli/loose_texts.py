# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts outside a dossier, as ``jvom check --text`` reads them: Markdown, plain text and Word."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from jvom.messages import msg
from jvom.model import Fragment
from jvom.ooxml.archive import LARGEST_FILE
from jvom.reading.decoding import MAX_BYTES
from jvom.reading.fragment import read_fragment
from jvom.source import CannotRun, Problem, ProblemCollector, Span, read_file, sorted_problems, unreadable

_SUFFIXES = (".md", ".markdown", ".txt", ".docx")
# What other programs can save as a Word document.
_SAVED_AS_WORD = (".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".pdf", ".pages")


def read_texts(paths: Iterable[Path]) -> tuple[list[Fragment], tuple[Problem, ...]]:
    """Return each text that can be read as a fragment, and why the others can't.

    Raises CannotRun when none can be read.
    """
    gathered = ProblemCollector()
    every = (each for path in paths for each in _meant(path))
    read = [gathered.of(partial(_read_text, path)) for path in every]
    fragments = [fragment for fragment in read if fragment is not None]
    if gathered.problems and not fragments:
        raise CannotRun(gathered.problems)
    return fragments, sorted_problems(gathered.problems)


def _meant(path: Path) -> list[Path]:
    """Return the files that a name such as ``*.docx`` stands for: no shell of Windows says so itself."""
    if "*" not in path.name or os.path.lexists(path):
        return [path]
    found = sorted(path.parent.glob(path.name))
    # Word leaves files beside the one that is open: "~$nota.docx".
    return [each for each in found if not each.name.startswith((".", "~"))] or [path]


def _read_text(path: Path) -> Fragment:
    """Return a text as a fragment, without whatever a fragment can't hold."""
    name, kind = path.as_posix(), path.suffix.lower()
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises an error without the right to look
        raise CannotRun([Problem(Span(name), msg("dit is een map"), msg("noem de bestanden die erin staan"))])
    if kind not in _SUFFIXES:
        what = msg("dit soort bestand leest jvom niet")
        advice = msg("kies een van: {known}", known=", ".join(_SUFFIXES))
        if kind in _SAVED_AS_WORD:
            what = msg("een bestand van het soort {kind} leest jvom niet", kind=kind)
            advice = msg("sla het op als Word-document (.docx)")
        raise CannotRun([Problem(Span(name), what, advice)])
    try:
        raw = read_file(path, LARGEST_FILE if kind == ".docx" else MAX_BYTES)
    except OSError as error:
        raise CannotRun([unreadable(name, error)]) from error
    if kind == ".docx":
        from jvom.reading.word.reader import read_word

        return read_word(path.stem, raw, name)
    fragment, problems = read_fragment(path.stem, raw, name, loose=True)
    if problems and not fragment.blocks:
        raise CannotRun(problems)
    return fragment
