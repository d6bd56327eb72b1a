# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Git as a store of commits, trees and blobs, without starting anything that a repository names.

The configuration of a repository may name programs: filters, hooks, a file watcher, what fetches a missing
object. Whoever made the repository chose them, so none may start. Git is therefore only asked for objects.
That reads neither index nor working tree, and sees through what is ignored or assumed to be unchanged.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from jvom.cli.surroundings import find_program

_SECONDS = 20

# Each for a way in which git would start something, or take another commit for this one.
_SETTINGS = (
    *("--no-pager", "--no-replace-objects", "--no-optional-locks"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.sshCommand=false"),
    *("-c", "protocol.allow=never", "-c", "safe.bareRepository=explicit", "-c", "credential.helper="),
)
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",  # from git 2.44
    "GIT_ALLOW_PROTOCOL": "none",  # and what it fetches with before
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# What would send git to another repository; as `git rev-parse --local-env-vars` lists them.
_ELSEWHERE = frozenset(
    {
        *("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE"),
        *("GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"),
        *("GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE"),
    }
)
REGULAR = ("100644", "100755", "100664")
"""The modes of plain files; others are links and submodules."""


class Blob(msgspec.Struct, frozen=True):
    """A file of a commit: its mode in git and the id of its blob."""

    mode: str
    id: str


def commit_of(folder: Path, revision: str = "HEAD") -> str | None:
    """Return the id of the commit that a revision names in the repository of the folder, None for none."""
    said = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return None if said is None else said.decode("ascii", "replace").strip()


def tree_of(folder: Path, commit: str) -> Iterator[tuple[str, Blob]]:
    """Yield the files of a commit in a folder, by their paths below it."""
    for entry in (_git(folder, "ls-tree", "-r", "-z", commit) or b"").split(b"\0"):
        about, _, path = entry.partition(b"\t")
        if len(words := about.decode("ascii", "replace").split()) == 3:
            yield os.fsdecode(path), Blob(words[0], words[2])


def read_blobs(folder: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of blobs by their ids, as they were committed: no filter changes them.

    One that the repository lacks is left out.
    """
    asked = "".join(f"{id_}\n" for id_ in ids).encode()
    said = _git(folder, "cat-file", "--batch", said=asked) or b""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        words = said[at:end].decode("ascii", "replace").split()
        at = end + 1
        if len(words) == 3:  # else it is missing
            size = int(words[2])
            found[words[0]] = said[at : at + size]
            at += size + 1
    return found


def _git(folder: Path, *arguments: str, said: bytes = b"") -> bytes | None:
    """Return what git answers to what is `said`, None when there is no git or it fails."""
    program = find_program("git")
    if program is None:
        return None
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    try:
        done = subprocess.run(
            [program, *_SETTINGS, *arguments],
            cwd=folder,
            capture_output=True,
            input=said,
            timeout=_SECONDS,
            check=False,
            env={**kept, **_ENVIRONMENT},
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
