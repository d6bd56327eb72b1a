# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A place in a file, and a problem at that place. Lines and columns count from 1, in characters."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TypeVar

import msgspec

from jvom.escaping import escape_controls
from jvom.messages import Message, msg

Read = TypeVar("Read")


class Span(msgspec.Struct, frozen=True, order=True):
    """From `line:column` up to, not including, `end_line:end_column` of the file at `path`.

    `path` is as a user would type it, with forward slashes. Line 0 means the file as a whole. As text it is
    shown without control characters.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        path = escape_controls(self.path)
        return f"{path}:{self.line}:{self.column}" if self.line else path

    @property
    def begin(self) -> tuple[int, int]:
        """Where it begins: line and column."""
        return self.line, self.column

    @property
    def end(self) -> tuple[int, int]:
        """Where it ends: line and column."""
        return self.end_line, self.end_column

    def through(self, last: Span) -> Span:
        """Return the place from here up to the end of a later one in the same file."""
        return Span(self.path, self.line, self.column, last.end_line, last.end_column)

    def contains(self, other: Span) -> bool:
        """Return whether another place in the same file lies within this one."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether another place in the same file has characters in common with this one."""
        return self.begin < other.end and other.begin < self.end

    def meets(self, other: Span) -> bool:
        """Return whether another place begins where this one ends."""
        return self.end == other.begin


class Positions(msgspec.Struct, frozen=True, eq=False):
    """The place of a record in a data file: of the whole, each key and each value.

    `items` has the items of each value that is a list, `entries` the keys of each that is a mapping.
    """

    span: Span
    keys: Mapping[str, Span] = {}
    values: Mapping[str, Span] = {}
    items: Mapping[str, tuple[Span, ...]] = {}
    entries: Mapping[str, Mapping[str, Span]] = {}

    def value(self, key: str) -> Span:
        """Return the span of the value of `key`, or of the whole record when the file leaves it out."""
        return self.values.get(key, self.span)

    def item(self, key: str, index: int) -> Span:
        """Return the span of one item of the list at `key`, or of the value when there is none."""
        items = self.items.get(key, ())
        return items[index] if index < len(items) else self.value(key)

    def entry(self, key: str, name: str) -> Span:
        """Return the span of `name` in the mapping at `key`, or of the value when it is not there."""
        return self.entries.get(key, {}).get(name) or self.value(key)


NOWHERE = Positions(Span(""))


class Problem(msgspec.Struct, frozen=True):
    """What is wrong at a place, and what to do about it."""

    span: Span
    what: Message
    advice: Message


def reason(error: OSError) -> Message:
    """Return why the system refuses: in the user's language, or in the system's words."""
    return _REASONS.get(error.errno or 0) or Message(error.strerror or type(error).__name__)


_REASONS = {
    errno.ENOENT: msg("het bestaat niet"),
    errno.EACCES: msg("geen rechten"),
    errno.EPERM: msg("geen rechten"),
    errno.EISDIR: msg("het is een map"),
    errno.ENOTDIR: msg("het is geen map"),
    errno.ENOSPC: msg("de schijf is vol"),
    errno.EROFS: msg("de schijf is alleen te lezen"),
    errno.ENOEXEC: msg("het is geen programma"),
    errno.ELOOP: msg("de koppelingen lopen rond"),
    errno.EIO: msg("de schijf geeft een fout"),
    errno.ENAMETOOLONG: msg("de naam is te lang"),
    errno.ESPIPE: msg("het is geen gewoon bestand"),
}


def is_known(error: OSError) -> bool:
    """Tell whether this is trouble that a user may have with any file, for which `reason` has words."""
    return error.errno in _REASONS


def read_file(path: Path, largest: int) -> bytes:
    """Return the bytes of a file of at most `largest` bytes.

    Raises OSError, also with ESPIPE for a pipe, socket or device, and TooLargeError for a larger file:
    reading one may block, never end, or fill the memory.
    """
    state = path.stat()
    if not S_ISREG(state.st_mode) and not S_ISDIR(state.st_mode):  # a folder raises an error of its own
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE))
    if S_ISREG(state.st_mode) and state.st_size > largest:
        raise TooLargeError(largest)
    with path.open("rb") as file:  # a file may grow after it was looked at
        data = file.read(largest + 1)
    if len(data) > largest:
        raise TooLargeError(largest)
    return data


class TooLargeError(OSError):
    """A file has more than `largest` bytes."""

    def __init__(self, largest: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))
        self.largest = largest


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file that the system does not let jvom read."""
    if isinstance(error, TooLargeError):
        size = f"{error.largest / 1e6:.0f}"
        what = msg("dit bestand is groter dan {size} MB", size=size)
        return Problem(Span(path), what, msg("kijk of dit het goede bestand is, en wat erin terechtkwam"))
    what = msg("dit is niet te lezen ({reason})", reason=reason(error))
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ESPIPE):
        return Problem(Span(path), what, msg("kijk of de naam klopt"))
    return Problem(Span(path), what, msg("kijk of u er rechten op hebt"))


class CannotRun(Exception):
    """Stops the run for something that the user can fix; carries every problem found.

    The only error that reaches users as messages: any other is a bug.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted_problems(problems)
        super().__init__("; ".join(f"{p.span}: {p.what}" for p in self.problems))


class ProblemCollector:
    """Collects the problems of several inputs, so that one run reports them all."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)

    def of(self, read: Callable[[], Read]) -> Read | None:
        """Return what `read` returns; None when it raises CannotRun, whose problems are collected."""
        try:
            return read()
        except CannotRun as error:
            self.problems += error.problems
            return None


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line and column, each once."""
    unique = {(p.span, str(p.what), str(p.advice)): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))
