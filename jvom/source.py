# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A place in a file, and a problem at that place. Lines and columns count from 1, in characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from jvom.messages import Message

Read = TypeVar("Read")


class Span(msgspec.Struct, frozen=True, order=True):
    """From `line:column` up to, not including, `end_line:end_column` of the file at `path`.

    `path` is as a user would type it, with forward slashes. Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Positions(msgspec.Struct, frozen=True, eq=False):
    """Where a record of a data file stands: the whole, each key, each value, each item of a list value."""

    span: Span
    keys: Mapping[str, Span] = {}
    values: Mapping[str, Span] = {}
    items: Mapping[str, tuple[Span, ...]] = {}

    def value(self, key: str) -> Span:
        """Return the span of the value of `key`, or of the whole record when the file leaves it out."""
        return self.values.get(key, self.span)

    def item(self, key: str, index: int) -> Span:
        """Return the span of one item of the list at `key`, or of the value when there is none."""
        items = self.items.get(key, ())
        return items[index] if index < len(items) else self.value(key)


NOWHERE = Positions(Span(""))


class Problem(msgspec.Struct, frozen=True):
    """What is wrong at a place, and what to do about it."""

    span: Span
    what: Message
    advice: Message


class CannotRun(Exception):
    """Something the user can mend stops the run; carries every problem that was found.

    The one root of the errors that reach a user as messages: anything else is a bug.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted_problems(problems)
        super().__init__("; ".join(f"{p.span}: {p.what}" for p in self.problems))


class Gathered:
    """The problems of several things that are each read or refused, so that all are told in one run."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)

    def of(self, read: Callable[[], Read]) -> Read | None:
        """Return what `read` returns; None when it raises CannotRun, whose problems are kept."""
        try:
            return read()
        except CannotRun as error:
            self.problems += error.problems
            return None


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line and column, each once."""
    unique = {(p.span, str(p.what), str(p.advice)): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))
