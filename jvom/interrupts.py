# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Ctrl-C, held back while files are moved: it stops that work between two steps, and never within one."""

from __future__ import annotations

import signal
import sys
from types import FrameType, TracebackType

_came = False
"""Whether Ctrl-C came: what was running may have made another error of it, or have lost it."""


def watch_interrupts() -> None:
    """Remember each Ctrl-C from now on, beside raising KeyboardInterrupt for it as Python does."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _remember)
        sys.unraisablehook = _keep_quiet


def was_interrupted() -> bool:
    """Tell whether Ctrl-C came since it is watched."""
    return _came


def _remember(number: int, frame: FrameType | None) -> None:
    del number, frame
    global _came  # noqa: PLW0603 - the process has one terminal to press it on
    _came = True
    raise KeyboardInterrupt


def _keep_quiet(lost: sys.UnraisableHookArgs) -> None:
    """Say nothing of a Ctrl-C that Python loses, as in the callback of a weak reference: it is remembered."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)


class HeldInterrupts:
    """A block in which Ctrl-C raises nothing by itself.

    One that comes is raised as KeyboardInterrupt by `check`, or else at the end of the block. A thread that
    is not the main one gets no signals, and a process that ignores Ctrl-C goes on doing so.
    """

    def __init__(self) -> None:
        self._pending = _came  # one that was lost stops the work before it begins
        self._held = False

    def __enter__(self) -> HeldInterrupts:
        # By the time that another handler is set, this one can put the first back.
        self._before = signal.getsignal(signal.SIGINT)
        if self._before is not signal.SIG_IGN:
            try:
                signal.signal(signal.SIGINT, self._note)
                self._held = True
            except ValueError:  # not the main thread
                pass
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._held:
            # None is a handler that was not set by Python.
            signal.signal(signal.SIGINT, signal.SIG_DFL if self._before is None else self._before)
        self.check()

    def check(self) -> None:
        """Raise KeyboardInterrupt when Ctrl-C came."""
        if self._pending:
            self._pending = False
            raise KeyboardInterrupt

    def _note(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        global _came  # noqa: PLW0603
        self._pending = _came = True


def ignore_interrupts() -> None:
    """Ignore Ctrl-C from now on: the run has ended, and only has to say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
