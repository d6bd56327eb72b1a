# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: PTH102, PTH103, PTH108, PTH110, PTH113, PTH118, PTH120, PTH123
"""Guards one run of LibreOffice: a separate small program that outlives jvom by a moment.

``python -I -S guard.py`` first reads in which folder to work and how to start LibreOffice, and starts it
idle. Then it reads what to convert. A LibreOffice that is started with the profile of a running one hands its
task to that one, and ends when the task is done: so documents need not wait for LibreOffice to start. When
the idle one is gone, the second does the work itself.

When jvom ends, in whatever way, its end of the pipe closes; the guard then stops what still runs and removes
the folder. Both sides run the same Python, so they exchange `marshal` data; the other side is
:mod:`jvom.layout.conversion`. LibreOffice starts only after the guard has, so the guard imports little: no
pathlib, typing or json.
"""

from __future__ import annotations

import marshal
import os
import select
import shutil
import signal
import stat
import subprocess
import threading
from contextlib import suppress

TYPE_CHECKING = False  # a type checker takes it for that of `typing`
if TYPE_CHECKING:
    from typing import IO, Any, TypeAlias

    #: An error of the system: its number, by which jvom knows it, and its text.
    Reason: TypeAlias = tuple[int, str]

_IN, _OUT = 0, 1
_START_SECONDS = 20.0
"""How long to wait for the idle LibreOffice to be ready; after that the task starts its own."""
_STOP_SECONDS = 2.0
"""How long LibreOffice may take to clean up when told to end; it takes hundredths of a second."""
_POLL_SECONDS = 0.005
_OUTPUT_BYTES = 10_000


class _Program:
    """A program and everything it starts, in a session of their own so that they can be stopped together."""

    def __init__(self, command: list[str], environment: dict[str, str], folder: str, log: str) -> None:
        # Each of them holds one end of a pipe; the other end tells when none of them is left.
        self._left, held = os.pipe()
        try:
            with open(log, "ab") as output:
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

    def await_end(self) -> None:
        """Give it a moment to end by itself."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_STOP_SECONDS)

    def stop(self) -> None:
        """End it and everything it started, also what it left running."""
        if self._stopped:
            return
        self._stopped = True
        if os.name == "nt":
            command = ["taskkill", "/F", "/T", "/PID", str(self.process.pid)]
            subprocess.run(command, check=False, capture_output=True)
        else:
            # LibreOffice has a socket outside the folder, which it removes when asked to end.
            self._signal(signal.SIGTERM)
            select.select([self._left], [], [], _STOP_SECONDS)
            self._signal(signal.SIGKILL)
        self.process.wait()

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)


class _Watch:
    def __init__(self, request: dict[str, Any]) -> None:
        self.folder: str = request["folder"]
        self._sockets: list[str] = request["sockets"]
        self.environment: dict[str, str] = request["environment"]
        self._profile: dict[str, bytes] = request["profile"]
        self._ready = os.path.join(self.folder, request["ready"])
        self._log = os.path.join(self.folder, "log.txt")
        self.programs: list[_Program] = []
        self.converted = False
        self.lock = threading.Lock()
        self.ended = False

    def write_profile(self) -> None:
        """Write a new profile, replacing any other."""
        with self.lock:
            if not self.ended:  # else the folder is being removed
                shutil.rmtree(os.path.dirname(self._ready), ignore_errors=True)
                self.write(self._profile)

    def write(self, files: dict[str, bytes]) -> None:
        """Write these files into the folder."""
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
                    return 0, ""  # nobody reads it: jvom has ended
                self.programs.append(_Program(command, self.environment, self.folder, self._log))
                return self.programs[-1]
        except OSError as error:
            return _reason(error)

    def convert(
        self, command: list[str], wanted: list[str], ending: bytes, seconds: float
    ) -> int | Reason | None:
        """Return the exit status, None when time ran out, or what kept it from starting.

        It is 0 as soon as every file that is wanted has that ending: LibreOffice takes a moment to end.
        """
        time_is_up = threading.Event()
        clock = threading.Timer(seconds, time_is_up.set)
        clock.daemon = True
        clock.start()
        waited = self._await_ready(time_is_up)
        if not waited:
            self._start_over()
        status = self._run(command, wanted, ending, time_is_up)
        if waited and status is not None and not self._all_exist(wanted):
            self._start_over()
            status = self._run(command, wanted, ending, time_is_up)
        return status

    def _start_over(self) -> None:
        """End the idle LibreOffice if it still runs, and replace its profile: it may be unusable by now."""
        self.stop()
        self.write_profile()

    def _await_ready(self, time_is_up: threading.Event) -> bool:
        """Wait until LibreOffice is ready for work; return False when it never will be."""
        for _ in range(int(_START_SECONDS / _POLL_SECONDS)):
            if not self.programs or self.programs[0].process.poll() is not None:
                return False
            if os.path.exists(self._ready):
                return True
            if time_is_up.wait(_POLL_SECONDS):
                return False
        return False

    def _run(
        self, command: list[str], wanted: list[str], ending: bytes, time_is_up: threading.Event
    ) -> int | Reason | None:
        program = self.start(command)
        if isinstance(program, tuple):
            return program
        while (status := program.process.poll()) is None:
            if all(self._is_complete(name, ending) for name in wanted):
                self.converted = True
                return 0
            if time_is_up.wait(_POLL_SECONDS):
                return None
        return status

    def _is_complete(self, name: str, ending: bytes) -> bool:
        """Tell whether a file is there up to its ending, which a line end may follow."""
        try:
            with open(os.path.join(self.folder, name), "rb") as file:
                length = file.seek(0, os.SEEK_END)
                file.seek(max(0, length - len(ending) - 2))
                return file.read().rstrip().endswith(ending)
        except OSError:
            return False

    def _all_exist(self, names: list[str]) -> bool:
        return all(os.path.isfile(os.path.join(self.folder, name)) for name in names)

    def read(self, names: list[str]) -> dict[str, bytes]:
        """Return the contents of the files that exist."""
        found = {}
        for name in names:
            with suppress(OSError), open(os.path.join(self.folder, name), "rb") as file:
                found[name] = file.read()
        return found

    def output(self) -> bytes:
        """Return the end of what the programs printed."""
        try:
            with open(self._log, "rb") as file:
                return file.read()[-_OUTPUT_BYTES:]
        except OSError:
            return b""

    def stop(self) -> None:
        """End all programs."""
        with self.lock:
            if self.converted:
                # It still hears that the task is done; the idle one would wait for it when told to end.
                self.programs[-1].await_end()
            for program in self.programs:
                program.stop()

    def clean(self) -> None:
        """End all programs for good, and remove the folder and the sockets that they left."""
        with self.lock:
            self.ended = True
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        for path in self._sockets:
            with suppress(OSError):
                if stat.S_ISSOCK(os.lstat(path).st_mode):
                    os.unlink(path)


def _convert(watch: _Watch, request: dict[str, Any]) -> None:
    try:
        status = watch.convert(request["command"], request["wanted"], request["ending"], request["seconds"])
    except OSError as error:  # no room for a new profile
        status = _reason(error)
    _answer({"status": status, "made": watch.read(request["wanted"]), "output": watch.output()})
    watch.stop()


def _reason(error: OSError) -> Reason:
    return error.errno or 0, error.strerror or type(error).__name__


def _answer(answer: dict[str, object]) -> None:
    with suppress(BrokenPipeError), open(_OUT, "wb", closefd=False) as out:
        marshal.dump(answer, out)


def _serve(requests: IO[bytes], watch: _Watch, first: dict[str, Any]) -> None:
    """Handle the requests; return when jvom has ended, or sent what cannot be read."""
    refused: Reason | None = None
    try:
        os.mkdir(watch.folder, 0o700)
        watch.write_profile()
        watch.start(first["command"])
    except OSError as error:
        refused = _reason(error)
    request = marshal.load(requests)
    try:
        watch.write(request["files"])
    except OSError as error:
        refused = refused or _reason(error)
    if refused:
        _answer({"refused": refused})
    else:
        # In another thread, so that this one sees jvom end while a program runs.
        threading.Thread(target=_convert, args=(watch, request), daemon=True).start()
    requests.read()


def main() -> None:
    """Handle the requests, and leave nothing behind when jvom ends."""
    with open(_IN, "rb", closefd=False) as requests:
        try:
            first = marshal.load(requests)
        except (EOFError, ValueError, TypeError):
            return
        watch = _Watch(first)
        try:
            _serve(requests, watch, first)
        except (EOFError, ValueError, TypeError):
            pass
        finally:
            watch.clean()
            os._exit(0)


if __name__ == "__main__":
    main()
