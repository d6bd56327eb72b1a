# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a submission was made with: the program, its libraries and fonts, the commit of its content."""

from __future__ import annotations

import os
import platform
import subprocess
import zlib
from pathlib import Path

from jvom import __version__
from jvom.layout.result import Engine
from jvom.layout.surroundings import Surroundings
from jvom.sealing.manifest import Layout, Repository, digest

_SECONDS_FOR_GIT = 20


def layout_used(pages: Engine, pdf: bool, around: Surroundings) -> Layout:
    """Return what laid the documents out: the program of the engine, its version, and its fonts."""
    if pages == "estimate":
        return Layout(pages=pages, pdf=pdf, program="jvom", version=__version__, fonts=())
    from jvom.layout import soffice
    from jvom.layout.cache import Cache
    from jvom.layout.fonts import typeface

    office = soffice.office_for(around, Cache(around.cache))
    fonts = tuple(digest(path.name, path.read_bytes()) for path in typeface(around.environment))
    return Layout(pages=pages, pdf=pdf, program="LibreOffice", version=office.version, fonts=fonts)


def versions() -> dict[str, str]:
    """Return the versions of what writes the files, by name."""
    return {"jvom": __version__, "Python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}


def repository_of(content: Path) -> Repository | None:
    """Return the commit of the content and whether it is unchanged since; None without git or repository."""
    commit = _git(content, "rev-parse", "--verify", "HEAD")
    changes = _git(content, "status", "--porcelain", "--", ".")
    if commit is None or changes is None:
        return None
    return Repository(commit=commit.strip(), clean=not changes.strip())


def _git(folder: Path, *arguments: str) -> str | None:
    # The configuration of a repository may start programs; reading its state needs none.
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS_FOR_GIT,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
