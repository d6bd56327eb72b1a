# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The terminal: results go to standard output, everything else to standard error.

Nothing reaches either with characters that would steer a terminal.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from jvom.cli.language import Translate
from jvom.escaping import escape_in_lines
from jvom.messages import Message, msg
from jvom.source import Problem, Span

_SECONDS_BEFORE_PROGRESS = 1.0


class OutputLost(Exception):
    """Standard output can't be written: its disk is full, or it was closed."""


class ReaderGone(OutputLost):
    """The program that read standard output has ended; it had what it wanted, as `head` does."""


class Terminal:
    """The terminal of one run, in one language.

    `debug` asks for the traceback of a bug in jvom; `for_program` is set when a program reads the result, and
    `delivered` when the run has written files.
    """

    def __init__(self, translate: Translate, *, language: str = "nl", debug: bool = False) -> None:
        self.translate = translate
        self.language = language
        self.debug = debug
        self.for_program = False
        self.delivered = False
        self.started = time.monotonic()
        self._shown = ""

    @property
    def coloured(self) -> bool:
        """Whether standard output is a terminal that wants colours (https://no-color.org)."""
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def translated(self, message: Message) -> str:
        """Return a message as text in the language of the run."""
        return message.format(self.translate)

    def write(self, text: str | Message, *, exact: bool = False) -> None:
        """Write a line of the result; raises OutputLost.

        With `exact`, what a file or pipe gets is not escaped: a patch must have the characters of the text.
        """
        if isinstance(text, Message):
            text = self.translated(text)
        self.clear_progress()
        with self._output():
            if not (exact and not sys.stdout.isatty()):
                text = escape_in_lines(text)
            sys.stdout.write(text + "\n")

    def note_delivery(self) -> None:
        """Remember that the run has written files, so that stopping it now undoes nothing."""
        self.delivered = True

    def set_encoding(self) -> None:
        """Make standard output accept any text: UTF-8 in a file or pipe, its own encoding on a screen.

        A screen whose code page lacks a letter shows its number. Raises OutputLost.
        """
        output = sys.stdout
        if isinstance(output, io.TextIOWrapper):
            with self._output():
                encoding = None if output.isatty() else "utf-8"
                output.reconfigure(encoding=encoding, errors="backslashreplace")

    def flush(self) -> None:
        """Write what is buffered now, while a failure can still be reported; raises OutputLost."""
        with self._output():
            sys.stdout.flush()

    @contextmanager
    def _output(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise (ReaderGone if isinstance(error, BrokenPipeError) else OutputLost) from error

    def write_error(self, text: str) -> None:
        """Write text to standard error; when that can't be written, the run goes on."""
        self.clear_progress()
        with suppress(OSError):
            sys.stderr.write(escape_in_lines(text))

    def inform(self, message: Message) -> None:
        """Write a line for the user to standard error."""
        self.write_error(f"{self.translated(message)}\n")

    def list_problems(self, problems: Iterable[Problem]) -> None:
        """Write each problem as ``path:line:column: what is wrong; what to do``."""
        for problem in problems:
            what, advice = self.translated(problem.what), self.translated(problem.advice)
            self.write_error(f"{problem.span}: {what}; {advice}\n")

    def refuse(self, message: Message) -> None:
        """Say why a run ends that has no place to name: a call that can't be understood, or a bug."""
        if self.for_program:
            self.report_problems([Problem(Span(""), message, msg("zie --help"))])
        else:
            self.inform(message)

    def report_problems(self, problems: Iterable[Problem]) -> None:
        """Report why nothing could be done: as JSON on standard output when a program asked for it."""
        if self.for_program:
            from jvom.output.json import write_problems

            self.write(write_problems(problems, self.translate).rstrip("\n"))
        else:
            self.list_problems(problems)

    def show_progress(self, message: Message) -> None:
        """Show what is going on, on a terminal and only once the run takes long."""
        if sys.stderr.isatty() and time.monotonic() - self.started > _SECONDS_BEFORE_PROGRESS:
            text = self.translated(message)
            with suppress(OSError):
                sys.stderr.write(f"\r{text:<{len(self._shown)}}")
                sys.stderr.flush()
            self._shown = text

    def clear_progress(self) -> None:
        """Wipe the line of progress."""
        if self._shown:
            with suppress(OSError):
                sys.stderr.write("\r" + " " * len(self._shown) + "\r")
            self._shown = ""

    def write_json(self, value: object) -> None:
        """Write a result for a program."""
        from jvom.output.encoding import as_json

        self.write(as_json(value))

    def report_bug(self, error: BaseException) -> None:
        """Tell that jvom itself is at fault, with the traceback when `debug` asks for it."""
        if self.debug:
            import traceback

            self.write_error("".join(traceback.format_exception(error)))
        else:
            self.refuse(
                msg(
                    "dit is een fout van jvom zelf ({kind}); herhaal het met --debug en meld wat er staat",
                    kind=type(error).__name__,
                )
            )
