# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The content as it was committed: read from git's objects into a temporary folder, nothing checked out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from jvom.cli.git import REGULAR, commit_of, read_blobs, tree_of
from jvom.source import CannotRun, Problem

_SHORT = 10
"""How many digits of a commit a reader gets."""


def find_commit(content: Path, revision: str) -> str | None:
    """Return the commit of a revision in the repository of the content, None when there is none."""
    folder = content if content.is_dir() else Path()
    return None if revision.startswith("-") else commit_of(folder, revision)


def short(commit: str) -> str:
    """Return the beginning of a commit's id, by which people know it."""
    return commit[:_SHORT]


@contextmanager
def committed_content(content: Path, commit: str) -> Iterator[Path]:
    """Give a folder with the files that the commit has in `content`, while it lasts.

    Links and submodules are left out. Problems in these files name the commit and not the folder.
    """
    files = {
        path: blob.id
        for path, blob in tree_of(content, commit)
        if blob.mode in REGULAR and ".." not in PurePosixPath(path).parts
    }
    blobs = read_blobs(content, dict.fromkeys(files.values()))
    with TemporaryDirectory(prefix="jvom-") as folder:
        for path, id_ in files.items():
            if id_ in blobs:
                place = Path(folder, path)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(blobs[id_])
        try:
            yield Path(folder)
        except CannotRun as error:
            at = f"{short(commit)}:{content.as_posix()}"
            raise CannotRun(
                _elsewhere(each, Path(folder).as_posix(), at) for each in error.problems
            ) from error


def _elsewhere(problem: Problem, folder: str, name: str) -> Problem:
    return replace(problem, span=replace(problem.span, path=problem.span.path.replace(folder, name, 1)))
