# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: PTH102, PTH103, PTH110, PTH113, PTH118, PTH120, PTH123
"""Keeps watch over one run of LibreOffice: a small program of its own, that outlives jvom by a moment.

``python -I -S guard.py`` first reads in which folder to work and how to start LibreOffice, and starts it with
nothing to do yet. Then it reads what to convert. A LibreOffice that is called with the profile of one that
runs already hands its task over to that one, and ends when it is done: so documents need not wait for
LibreOffice to start. When the one that waits is gone, the call does the work itself.

When jvom ends, in whatever way, the guard stops what still runs and removes the folder: the end of what it
reads is the end of jvom. Both sides are the same Python, so they speak in `marshal`;
:mod:`jvom.layout.conversion` is the other. LibreOffice waits for a guard, which is why it imports little: no
pathlib, typing or json.
"""

from __future__ import annotations

import marshal
import os
import select
import shutil
import signal
import subprocess
import threading
from contextlib import suppress

TYPE_CHECKING = False  # as of `typing`, to who checks types
if TYPE_CHECKING:
    from typing import IO, Any, TypeAlias

    #: What the system says of an error: its number, by which jvom knows it, and its words.
    Reason: TypeAlias = tuple[int, str]

_IN, _OUT = 0, 1
_LONGEST_START = 20.0
"""After so many seconds a LibreOffice that is not ready is waited for no more: the task starts its own."""
_LONGEST_GOODBYE = 2.0
"""So many seconds LibreOffice gets to clean up when it is told to end; it takes hundredths of one."""
_LOOK_AGAIN = 0.005
_MOST_BYTES = 10_000


class _Program:
    """A program with all that it starts: in a session of its own, so that they can be stopped together."""

    def __init__(self, command: list[str], environment: dict[str, str], folder: str, said: str) -> None:
        # All that it starts holds one end of a pipe; the other end tells when none of them is left.
        self._left, held = os.pipe()
        try:
            with open(said, "ab") as output:
                self.process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    env=environment,
                    cwd=folder,
                    start_new_session=True,
                    pass_fds=() if os.name == "nt" else (held,),
                )
        finally:
            os.close(held)
        self._stopped = False

    def stop(self) -> None:
        """End it with all that it started, also what it left running behind it."""
        if self._stopped:
            return
        self._stopped = True
        if os.name == "nt":
            command = ["taskkill", "/F", "/T", "/PID", str(self.process.pid)]
            subprocess.run(command, check=False, capture_output=True)
        else:
            # LibreOffice has a socket outside the folder, and takes that away when it is asked to end.
            self._signal(signal.SIGTERM)
            select.select([self._left], [], [], _LONGEST_GOODBYE)
            self._signal(signal.SIGKILL)
        self.process.wait()

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)


class _Watch:
    def __init__(self, asked: dict[str, Any]) -> None:
        self.folder: str = asked["folder"]
        self.environment: dict[str, str] = asked["environment"]
        self._profile: dict[str, bytes] = asked["profile"]
        self._ready = os.path.join(self.folder, asked["ready"])
        self._said = os.path.join(self.folder, "said.txt")
        self.programs: list[_Program] = []
        self.lock = threading.Lock()
        self.ended = False

    def furnish_profile(self) -> None:
        """Put a new profile in the place of any that is there."""
        with self.lock:
            if not self.ended:  # else the folder is being taken away
                shutil.rmtree(os.path.dirname(self._ready), ignore_errors=True)
                self.furnish(self._profile)

    def furnish(self, files: dict[str, bytes]) -> None:
        """Put these files in the folder."""
        for name, data in files.items():
            path = os.path.join(self.folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)

    def start(self, command: list[str]) -> _Program | Reason:
        """Start a program, or return what kept it from starting."""
        try:
            with self.lock:
                if self.ended:
                    return 0, ""  # told to nobody: jvom has ended
                self.programs.append(_Program(command, self.environment, self.folder, self._said))
                return self.programs[-1]
        except OSError as error:
            return _reason(error)

    def convert(self, command: list[str], wanted: list[str], seconds: float) -> int | Reason | None:
        """Return the exit status, None when the time was up, or what kept it from starting."""
        time_is_up = threading.Event()
        clock = threading.Timer(seconds, time_is_up.set)
        clock.daemon = True
        clock.start()
        waited = self._await_ready(time_is_up)
        if not waited:
            self._begin_anew()
        status = self._run(command, time_is_up)
        if waited and status is not None and not self._is_there(wanted):
            self._begin_anew()
            status = self._run(command, time_is_up)
        return status

    def _begin_anew(self) -> None:
        """End what waits, if it has not fallen: it may leave a profile with which none can start."""
        self.stop()
        self.furnish_profile()

    def _await_ready(self, time_is_up: threading.Event) -> bool:
        """Wait until LibreOffice is ready for work; False when it will not be."""
        for _ in range(int(_LONGEST_START / _LOOK_AGAIN)):
            if not self.programs or self.programs[0].process.poll() is not None:
                return False
            if os.path.exists(self._ready):
                return True
            if time_is_up.wait(_LOOK_AGAIN):
                return False
        return False

    def _run(self, command: list[str], time_is_up: threading.Event) -> int | Reason | None:
        program = self.start(command)
        if isinstance(program, tuple):
            return program
        while (status := program.process.poll()) is None:
            if time_is_up.wait(_LOOK_AGAIN):
                return None
        return status

    def _is_there(self, names: list[str]) -> bool:
        return all(os.path.isfile(os.path.join(self.folder, name)) for name in names)

    def found(self, names: list[str]) -> dict[str, bytes]:
        """Return those of the files that are in the folder."""
        found = {}
        for name in names:
            with suppress(OSError), open(os.path.join(self.folder, name), "rb") as file:
                found[name] = file.read()
        return found

    def said(self) -> bytes:
        """Return the last of what the programs printed."""
        try:
            with open(self._said, "rb") as file:
                return file.read()[-_MOST_BYTES:]
        except OSError:
            return b""

    def stop(self) -> None:
        """End all programs."""
        with self.lock:
            for program in self.programs:
                program.stop()

    def clean(self) -> None:
        """End all programs for good, and take the folder away."""
        with self.lock:
            self.ended = True
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def _convert(watch: _Watch, asked: dict[str, Any]) -> None:
    try:
        status = watch.convert(asked["command"], asked["wanted"], asked["seconds"])
    except OSError as error:  # no room for a new profile
        status = _reason(error)
    _answer({"status": status, "made": watch.found(asked["wanted"]), "said": watch.said()})
    watch.stop()


def _reason(error: OSError) -> Reason:
    return error.errno or 0, error.strerror or type(error).__name__


def _answer(said: dict[str, object]) -> None:
    with suppress(BrokenPipeError), open(_OUT, "wb", closefd=False) as out:
        marshal.dump(said, out)


def _serve(asking: IO[bytes], watch: _Watch, first: dict[str, Any]) -> None:
    """Do what is asked; returns when jvom has ended, or asks what nobody can read."""
    refused: Reason | None = None
    try:
        os.mkdir(watch.folder, 0o700)
        watch.furnish_profile()
        watch.start(first["command"])
    except OSError as error:
        refused = _reason(error)
    asked = marshal.load(asking)
    try:
        watch.furnish(asked["files"])
    except OSError as error:
        refused = refused or _reason(error)
    if refused:
        _answer({"refused": refused})
    else:
        # Beside this thread, so that the end of jvom is seen while a program runs.
        threading.Thread(target=_convert, args=(watch, asked), daemon=True).start()
    asking.read()


def main() -> None:
    """Do what is asked, and see to it that nothing of it is left when jvom ends."""
    with open(_IN, "rb", closefd=False) as asking:
        try:
            first = marshal.load(asking)
        except (EOFError, ValueError, TypeError):
            return
        watch = _Watch(first)
        try:
            _serve(asking, watch, first)
        except (EOFError, ValueError, TypeError):
            pass
        finally:
            watch.clean()
            os._exit(0)


if __name__ == "__main__":
    main()
