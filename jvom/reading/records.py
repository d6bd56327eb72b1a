# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads one data file as a record."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from jvom.accents import problems_as_typed
from jvom.model import Record
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.reading.decoding import MAX_BYTES, as_typed, decode
from jvom.reading.kept_files import KeptFiles
from jvom.source import CannotRun, unreadable

Kind = TypeVar("Kind", bound=Record)


def read_record(path: Path, kind: type[Kind], files: KeptFiles | None = None) -> Kind:
    """Return a YAML file as a record of that kind; raises CannotRun with every problem of the file.

    `files` are those that were read before, and those that are not saved yet.
    """
    name, files = path.as_posix(), files or KeptFiles()
    try:
        raw = files.read(path, MAX_BYTES)
    except OSError as error:
        raise CannotRun([unreadable(name, error)]) from error
    return files.once((kind, path), raw, lambda: parse_record(raw, name, kind))


def parse_record(raw: bytes, name: str, kind: type[Kind]) -> Kind:
    """Return the record that the bytes of a YAML file are; raises CannotRun with every problem of it."""
    text, problems = decode(raw, name)
    if not problems:
        node, problems = parse(text, name)
        if not problems:
            record, problems = bind(node, kind, name)
            if record is not None and not problems:
                return record
        problems = problems_as_typed(problems, {name: as_typed(raw, text)})
    raise CannotRun(problems)
