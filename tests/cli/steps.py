# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs jvom, and sends it a signal before the nth change that a delivery makes to the disk.

``python steps.py SIGNAL N ARGUMENT...``. With N 0 nothing is sent, and the number of changes is printed last.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jvom.files
from jvom.cli.app import run

_STEPS = ("open", "hardlink_to", "replace", "mkdir", "unlink", "rmdir", "chmod", "rename")


class Steps:
    """Counts the changes of a delivery, and sends the signal before one of them."""

    def __init__(self, number: int, at: int) -> None:
        self._number, self._at = number, at
        self.taken = 0
        self._delivering = False

    def counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def take(*arguments: Any, **named: Any) -> Any:
            if self._delivering:
                self.taken += 1
                if self.taken == self._at:
                    os.kill(os.getpid(), self._number)
            return real(*arguments, **named)

        return take

    def watched(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def deliver(*arguments: Any, **named: Any) -> Any:
            self._delivering = True
            try:
                return real(*arguments, **named)
            finally:
                self._delivering = False

        return deliver


def main() -> int:
    """Run jvom with the arguments; print how many changes its delivery made."""
    steps = Steps(signal.Signals[sys.argv[1]], int(sys.argv[2]))
    for name in _STEPS:
        setattr(Path, name, steps.counted(getattr(Path, name)))
    os.fsync = steps.counted(os.fsync)
    jvom.files.deliver = steps.watched(jvom.files.deliver)
    status = run(sys.argv[3:])
    sys.stdout.write(f"{steps.taken}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
