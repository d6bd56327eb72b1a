# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom schema``: the JSON Schemas of the data files, for the editor."""

from __future__ import annotations

from pathlib import Path

from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.files import deliver
from jvom.messages import msg
from jvom.reading.schemas import schemas


def schema(terminal: Terminal, out: Path) -> int:
    """Write the schemas to `out` and return the exit status; raises CannotRun when they can't be written."""
    files = schemas()
    deliver(out, files)
    terminal.tell(msg("{count} schema's staan in {folder}", count=len(files), folder=out.as_posix()))
    return Status.DONE
