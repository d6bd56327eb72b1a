# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""An earlier build and a new one, for tests of deliveries."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.files import deliver
from jvom.source import CannotRun

OLD = {"brief.docx": b"oude brief", "nota.docx": b"oude nota"}
NEW = {"brief.docx": b"nieuwe brief" * 1000, "nota.docx": b"nieuwe nota", "rapport.docx": b"rapport"}


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder and those below it, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def reported(folder: Path, files: dict[str, bytes]) -> str:
    with pytest.raises(CannotRun) as caught:
        deliver(folder, files)
    (problem,) = caught.value.problems
    return f"{Path(problem.span.path).name}: {problem.what}; {problem.advice}"
