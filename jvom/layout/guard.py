# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: PTH102, PTH103, PTH118, PTH120, PTH123
"""Keeps watch over one run of LibreOffice: a small program of its own, that outlives jvom by a moment.

``python -I -S guard.py`` reads what to do, makes a folder, runs the program in it, and tells what came of it.
When jvom ends, in whatever way, it stops what still runs and removes the folder: the end of what it reads is
the end of jvom. Both sides are the same Python, so they speak in `marshal`; :mod:`jvom.layout.conversion` is
the other. LibreOffice waits for a guard, which is why it imports little: no pathlib, typing or json.
"""

from __future__ import annotations

import marshal
import os
import shutil
import signal
import subprocess
import threading
from contextlib import suppress

TYPE_CHECKING = False  # as of `typing`, to who checks types
if TYPE_CHECKING:
    from typing import Any

_IN, _OUT = 0, 1


class _Watch:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.child: subprocess.Popen[bytes] | None = None
        self.lock = threading.Lock()
        self.ended = False

    def furnish(self, files: dict[str, bytes]) -> None:
        """Make the folder, with these files in it."""
        os.mkdir(self.folder, 0o700)
        for name, data in files.items():
            path = os.path.join(self.folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)

    def run(self, command: list[str], environment: dict[str, str], seconds: float) -> int | str | None:
        """Return the exit status, None when the time was up, or what kept it from starting."""
        try:
            with self.lock, open(self._said, "wb") as said:
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

    def found(self, names: list[str]) -> dict[str, bytes]:
        """Return those of the files that are in the folder."""
        found = {}
        for name in names:
            with suppress(OSError), open(os.path.join(self.folder, name), "rb") as file:
                found[name] = file.read()
        return found

    def said(self) -> bytes:
        """Return what the program printed, or the last of it."""
        try:
            with open(self._said, "rb") as file:
                return file.read()[-10_000:]
        except OSError:
            return b""

    @property
    def _said(self) -> str:
        return os.path.join(self.folder, "said.txt")

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
        shutil.rmtree(self.folder, ignore_errors=True)


def _run(watch: _Watch, asked: dict[str, Any]) -> None:
    status = watch.run(asked["command"], asked["environment"], asked["seconds"])
    _answer({"status": status, "made": watch.found(asked["wanted"]), "said": watch.said()})


def _answer(said: dict[str, object]) -> None:
    with suppress(BrokenPipeError), open(_OUT, "wb", closefd=False) as out:
        marshal.dump(said, out)


def main() -> None:
    """Do what is asked, and see to it that nothing of it is left when jvom ends."""
    with open(_IN, "rb", closefd=False) as asking:
        try:
            asked = marshal.load(asking)
        except (EOFError, ValueError, TypeError):
            return
        watch = _Watch(asked["folder"])
        try:
            watch.furnish(asked["files"])
            # Beside this thread, so that the end of jvom is seen while a program runs.
            threading.Thread(target=_run, args=(watch, asked), daemon=True).start()
        except OSError as error:
            _answer({"refused": error.strerror or type(error).__name__})
        try:
            asking.read()
        finally:
            watch.clean()
            os._exit(0)


if __name__ == "__main__":
    main()
