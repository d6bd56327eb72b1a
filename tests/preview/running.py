# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A preview that runs, as its user starts it."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tests.cli.workspaces import finish, start


class Preview(msgspec.Struct):
    """A preview of the dossier in a folder; `address` is that of its page, with a slash at the end."""

    folder: Path
    process: subprocess.Popen[bytes]
    address: str

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    def stop(self) -> tuple[int, str, str]:
        """Press Ctrl-C; return the exit status, what it printed, and what it said."""
        self.process.send_signal(signal.SIGINT)
        return finish(self.process)


@contextmanager
def previewing(folder: Path, *options: str) -> Iterator[Preview]:
    """Start a preview of the dossier in a folder on a free port, and end it afterwards."""
    process = start(folder, "preview", "--port", "0", *options)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().decode().strip()
        assert address.startswith("http://127.0.0.1:"), process.communicate()
        yield Preview(folder, process, address)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
