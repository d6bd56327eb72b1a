# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the file of a verb declares: its options, each once, and the function that does the work.

The options are the fields of a struct. An annotated field can be typed, under the name of the field::

    class SchemaOptions(Options, frozen=True, kw_only=True):
        out: Annotated[Path, Option(msg("De map voor de schema's."), metavar=msg("MAP"))] = Path("schema")


    def schema(terminal: Terminal, options: SchemaOptions) -> int: ...


    VERB = Verb(msg("Schrijft de schema's."), SchemaOptions, schema)

A field without a default must be typed. A ``bool`` is a flag; a tuple without `read` takes any number of
words.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from jvom.cli.recovery import Places
from jvom.messages import Message
from jvom.source import Problem

if TYPE_CHECKING:
    from jvom.cli.terminal import Terminal

Reader = Callable[[str, str], object]
"""Makes a value of the name of an option and the word typed behind it; raises CannotRun for a wrong word."""


class Option(msgspec.Struct, frozen=True):
    """How an option is shown in the help and read; without `read` its value is of the type of the field."""

    help: Message
    metavar: Message | None = None
    read: Reader | None = None
    hidden: bool = False


class Argument(msgspec.Struct, frozen=True):
    """How an argument, a word without an option's name, is shown in the help and read."""

    help: Message
    metavar: Message
    read: Reader | None = None


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed behind a verb.

    `problems` are those of values that could not be read, whose fields have their default instead. A verb
    raises them together with whatever else it finds. `project` is the folder in which `build` is.
    """

    problems: tuple[Problem, ...] = ()
    project: Path = Path()
    json: bool = False

    @property
    def places(self) -> Places:
        """The folders that the verb reads or writes and in which jvom replaces files.

        By its options: the texts that it reads, and where it writes a report.
        """
        content, report = getattr(self, "content", None), getattr(self, "output_file", None)
        return Places((content,) if content else (), (report.parent,) if report else ())

    @property
    def for_program(self) -> bool:
        """Whether a program reads the result, so that problems too must be JSON."""
        return self.json


VerbOptions = TypeVar("VerbOptions", bound=Options)


class Verb(msgspec.Struct, Generic[VerbOptions], frozen=True):
    """A verb: its line in the help, its options, and the function that runs it and gives the exit status."""

    help: Message
    options: type[VerbOptions]
    run: Callable[[Terminal, VerbOptions], int]
