# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps watch over LibreOffice: a small program of its own, that outlives jvom by a moment.

It makes a folder, runs in it what it is told, and when jvom ends, in whatever way, stops what still runs and
removes the folder. ``python -I -S guard.py`` reads a line of JSON at a time and answers each with one:

* ``{"under": folder or null}``: makes the folder there (null: where the system has such) and tells its path.
* ``{"run": [program, ...], "environment": {...}, "seconds": number}``: tells the exit status, null when the
  time was up, or what kept it from starting.

The end of what it reads is the end of jvom.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

_IN, _OUT = 0, 1
SAID = "said.txt"
"""What a program printed, in the folder."""


class _Watch:
    def __init__(self) -> None:
        self.folder: Path | None = None
        self.child: subprocess.Popen[bytes] | None = None
        self.lock = threading.Lock()
        self.ended = False

    def make(self, under: str | None) -> str:
        self.folder = Path(tempfile.mkdtemp(prefix="jvom-", dir=under))
        return str(self.folder)

    def run(self, command: list[str], environment: dict[str, str], seconds: float) -> int | str | None:
        if self.folder is None:
            return "no folder"
        with (self.folder / SAID).open("wb") as said:
            try:
                with self.lock:
                    if self.ended:
                        return "too late"
                    # A session of its own, so that it can be stopped with all that it starts.
                    self.child = subprocess.Popen(
                        command,
                        stdin=subprocess.DEVNULL,
                        stdout=said,
                        stderr=said,
                        env=environment,
                        cwd=self.folder,
                        start_new_session=True,
                    )
            except OSError as error:
                return error.strerror or type(error).__name__
            try:
                return self.child.wait(seconds)
            except subprocess.TimeoutExpired:
                return None
            finally:
                self.stop()

    def stop(self) -> None:
        """End the program and all that it started, also what it left running behind it."""
        with self.lock:
            child = self.child
            if child is None:
                return
            if os.name == "nt":
                command = ["taskkill", "/F", "/T", "/PID", str(child.pid)]
                subprocess.run(command, check=False, capture_output=True)
            else:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(child.pid, signal.SIGKILL)
            child.wait()

    def clean(self) -> None:
        with self.lock:
            self.ended = True
        self.stop()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def _lines() -> Iterator[bytes]:
    kept = b""
    while data := os.read(_IN, 65536):
        *whole, kept = (kept + data).split(b"\n")
        yield from whole


def _answer(said: object) -> None:
    with suppress(BrokenPipeError):
        os.write(_OUT, json.dumps(said).encode() + b"\n")


def _make(watch: _Watch, under: str | None) -> None:
    try:
        _answer(watch.make(under))
    except OSError as error:
        _answer({"error": error.strerror or type(error).__name__})


def _run(watch: _Watch, asked: dict[str, Any]) -> None:
    _answer(watch.run(asked["run"], asked["environment"], asked["seconds"]))


def main() -> None:
    """Obey until there is no one left to obey."""
    watch = _Watch()
    try:
        for line in _lines():
            asked = json.loads(line)
            if "run" in asked:
                # Beside this thread, so that the end of jvom is seen while a program runs.
                threading.Thread(target=_run, args=(watch, asked), daemon=True).start()
            else:
                _make(watch, asked["under"])
    finally:
        watch.clean()
        os._exit(0)


if __name__ == "__main__":
    main()
