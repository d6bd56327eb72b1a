# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The formats, by the name that ``--output-format`` takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeAlias

from jvom.findings import Report
from jvom.source import Problem

Translate: TypeAlias = Callable[[str], str]
Write: TypeAlias = Callable[[Report, Translate], str]
WriteProblems: TypeAlias = Callable[[Sequence[Problem], Translate], str]

#: Each is a module here with a function `write`; a run imports the one it needs.
FORMATS = ("full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit", "html")
#: Those that programs read have a function `write_problems` too.
FOR_PROGRAMS = ("json", "sarif", "github", "gitlab", "junit")


def writer(format: str) -> Write:
    """Return the function that writes a report in a format; KeyError when there is no such format."""
    if format not in FORMATS:
        raise KeyError(format)
    write: Write = import_module(f"jvom.output.{format}").write
    return write


def problems_writer(format: str) -> WriteProblems | None:
    """Return the function that writes why nothing could be checked; None for a format for people."""
    if format not in FOR_PROGRAMS:
        return None
    write: WriteProblems = import_module(f"jvom.output.{format}").write_problems
    return write
