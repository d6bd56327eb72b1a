# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where jvom speaks: results on standard output, the rest on standard error."""

from __future__ import annotations

import io
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from jvom.cli.language import Translate
from jvom.messages import Message, msg
from jvom.source import Problem

PATIENCE = 1.0
"""Seconds before a run on a terminal tells what it is doing."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class OutputLost(Exception):
    """Standard output takes no more: the disk behind it is full, or it was closed."""


class NobodyReads(OutputLost):
    """The program that read standard output has ended: it has what it wanted."""


class Terminal:
    """The terminal of one run, in one language.

    `debug` is whether to show where a fault of jvom is; a verb sets `for_program` when a program reads it.
    """

    def __init__(self, translate: Translate, *, language: str = "nl", debug: bool = False) -> None:
        self.translate = translate
        self.language = language
        self.debug = debug
        self.for_program = False
        self.started = time.monotonic()
        self._shown = ""

    @property
    def coloured(self) -> bool:
        """Whether standard output is a terminal that wants colours (https://no-color.org)."""
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def say(self, text: str) -> None:
        """Write a line of the result; raises OutputLost."""
        self.finish()
        with self._output():
            sys.stdout.write(text + "\n")

    def prepare(self) -> None:
        """Make standard output ready for any text: UTF-8 in a file and to a program, what it can on a screen.

        A screen whose code page lacks a letter shows its number. Raises as `say` does.
        """
        output = sys.stdout
        if isinstance(output, io.TextIOWrapper):
            with self._output():
                encoding = None if output.isatty() else "utf-8"
                output.reconfigure(encoding=encoding, errors="backslashreplace")

    def flush(self) -> None:
        """Have all that was said written now, while it can be told that it fails; raises as `say` does."""
        with self._output():
            sys.stdout.flush()

    @contextmanager
    def _output(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise (NobodyReads if isinstance(error, BrokenPipeError) else OutputLost) from error

    def note(self, text: str) -> None:
        """Write what is no result to standard error; when that takes no more, the run goes on."""
        self.finish()
        with suppress(OSError):
            sys.stderr.write(text)

    def tell(self, message: Message) -> None:
        """Write a sentence that is no result to standard error."""
        self.note(f"{message.format(self.translate)}\n")

    def complain(self, problems: Iterable[Problem]) -> None:
        """Write each problem as ``path:line:column: what is wrong; what to do``."""
        for problem in problems:
            what, advice = (part.format(self.translate) for part in (problem.what, problem.advice))
            self.note(_in_one_line(f"{problem.span}: {what}; {advice}") + "\n")

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Say why the run can't be, to who asked for it: a person, or a program."""
        if self.for_program:
            from jvom.output.json import write_problems

            self.say(write_problems(problems, self.translate).rstrip("\n"))
        else:
            self.complain(problems)

    def progress(self, message: Message) -> None:
        """Show what is going on, on a terminal and only when the run lasts."""
        if sys.stderr.isatty() and time.monotonic() - self.started > PATIENCE:
            text = message.format(self.translate)
            with suppress(OSError):
                sys.stderr.write(f"\r{text:<{len(self._shown)}}")
                sys.stderr.flush()
            self._shown = text

    def finish(self) -> None:
        """Wipe the line of progress."""
        if self._shown:
            with suppress(OSError):
                sys.stderr.write("\r" + " " * len(self._shown) + "\r")
            self._shown = ""

    def json(self, value: object) -> None:
        """Write a machine's version of the result."""
        from jvom.output.encoding import as_json

        self.say(as_json(value))

    def bug(self, error: BaseException) -> None:
        """Tell that jvom itself is at fault; the traceback is for who asks for it."""
        if self.debug:
            import traceback

            self.note("".join(traceback.format_exception(error)))
        else:
            self.tell(
                msg(
                    "dit is een fout van jvom zelf ({kind}); herhaal het met --debug en meld wat er staat",
                    kind=type(error).__name__,
                )
            )


def _in_one_line(text: str) -> str:
    r"""Return a text with `\n` for a line end: a value or the name of a file that is shown may have one."""
    return text if text.isprintable() else _CONTROL.sub(lambda found: repr(found[0])[1:-1], text)
