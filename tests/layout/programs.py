# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Fake LibreOffices that misbehave."""

from __future__ import annotations

import os
from pathlib import Path

from jvom.layout.soffice import Office
from tests.waiting import LIMIT

VERSION = "LibreOffice 25.2.3.2 520(Build:2)"

# Records its own process id and that of a child, then runs its script.
_START = """#!/bin/sh
case "$*" in *--version*) echo "{version}"; exit 0;; esac
sleep 600 & echo "$$ $!" >> "{pids}"
case "$*" in *--outdir*) ;; *) {waiting}; exit;; esac
while [ "$1" != --outdir ]; do shift; done
out=$2; mkdir -p "$out"
{body}
"""

READY = "touch profile/.lock; sleep 600"
"""What a LibreOffice does that waits for another to hand it a task."""


def program(folder: Path, body: str, version: str = VERSION, waiting: str = ":") -> Path:
    """Write a program that does `body`, a shell script in which $out is the folder of the PDFs.

    Started with nothing to convert it does `waiting`, and ends.
    """
    path = folder / "soffice"
    path.write_text(_START.format(version=version, pids=folder / "pids", body=body, waiting=waiting))
    path.chmod(0o755)
    return path


def office(program: Path, seconds: float = LIMIT) -> Office:
    """Return the program as a LibreOffice found on this machine."""
    return Office(
        program=program,
        version="25.2.3.2",
        build="520(Build:2)",
        fingerprint="proef",
        environment=dict(os.environ),
        seconds=seconds,
        processes=1,
    )


def still_run(folder: Path) -> list[int]:
    """Return the processes of the program that still run, if it had time to start any."""
    pids = folder / "pids"
    return [int(pid) for pid in pids.read_text().split() if _runs(int(pid))] if pids.exists() else []


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):  # it may end between opening and reading
        return False
    return state != "Z"
