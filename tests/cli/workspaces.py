# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A folder with a small dossier and the templates, as users have it, and jvom run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import PROJECT
from tests.contents import copy_basis
from tests.waiting import LIMIT

LESSER = ("--pages", "estimate", "--no-pdf")
"""The options of a seal that needs no LibreOffice."""


def make_workspace(folder: Path) -> Path:
    """Put content and templates in a folder; return the folder."""
    copy_basis(folder)
    (folder / "templates").mkdir()
    for template in (PROJECT / "templates").glob("*.docx"):
        shutil.copy(template, folder / "templates")
    return folder


def change(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must be in the file, by `new`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment in which a program caches in the folder."""
    kept = {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(PROJECT), "LC_ALL": "C.UTF-8"}
    return {**os.environ, **kept, **more}


def start(folder: Path, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
    """Start jvom in the folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "jvom", *arguments],
        cwd=folder,
        env=environment(folder, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    """Wait for a program; return its exit status, output and errors."""
    out, error = process.communicate(timeout=LIMIT)
    return process.returncode, out.decode(), error.decode()
