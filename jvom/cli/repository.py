# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The commit of the texts, and whether a submission is made of what it has, byte for byte.

The configuration of a repository may name programs: filters, hooks, a file watcher, what fetches a missing
object. Whoever made the repository chose them, so none may start. Git is therefore asked only for the name of
the commit and the ids of its blobs; the files are compared here. That reads neither index nor working tree,
and sees through what is ignored or assumed to be unchanged.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from hashlib import sha1, sha256
from pathlib import Path

import msgspec

from jvom.cli.submission_inputs import InputPaths
from jvom.sealing.manifest import Repository

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
_REGULAR = ("100644", "100755", "100664")


class _Blob(msgspec.Struct, frozen=True):
    """A file of a commit: its mode in git and the id of its blob."""

    mode: str
    id: str


def repository_of(paths: InputPaths, inputs: Mapping[str, bytes]) -> Repository | None:
    """Return the commit of the content, and whether it has all the inputs and no others that would be used.

    `inputs` are by their names in the manifest. None without git, or without a repository or a commit.
    """
    commit = _commit(paths.content)
    if commit is None:
        return None
    committed = _files(paths, commit)
    clean = all(_is_of(committed.get(name), data) for name, data in inputs.items()) and not any(
        name not in inputs and not path.exists()
        for name, path in paths.named(committed).items()
        if paths.may_be_used(name)
    )
    return Repository(commit=commit, clean=clean)


def _files(paths: InputPaths, commit: str) -> dict[str, _Blob]:
    """Return the files that the commit has in the folders of the content and the templates, by input name."""
    found = {f"content/{name}": blob for name, blob in _tree(paths.content, commit)}
    # Templates may be of another repository, or of none; only then are they not of this commit.
    if _commit(paths.templates) == commit:
        found |= {f"templates/{name}": blob for name, blob in _tree(paths.templates, commit)}
    return found


def _commit(folder: Path) -> str | None:
    said = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    return None if said is None else said.decode("ascii", "replace").strip()


def _tree(folder: Path, commit: str) -> Iterator[tuple[str, _Blob]]:
    """Yield the files of a commit in a folder, by their paths below it."""
    for entry in (_git(folder, "ls-tree", "-r", "-z", commit) or b"").split(b"\0"):
        about, _, path = entry.partition(b"\t")
        if len(words := about.decode("ascii", "replace").split()) == 3:
            yield os.fsdecode(path), _Blob(words[0], words[2])


def _is_of(blob: _Blob | None, data: bytes) -> bool:
    """Tell whether these bytes are the blob: git names one by a digest of its length and bytes."""
    if blob is None or blob.mode not in _REGULAR:
        return False
    made = sha256 if len(blob.id) == sha256().digest_size * 2 else sha1
    return made(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest() == blob.id


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git says, None when there is no git or it fails."""
    program = _program()
    if program is None:
        return None
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    try:
        done = subprocess.run(
            [program, *_SETTINGS, *arguments],
            cwd=folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            env={**kept, **_ENVIRONMENT},
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _program() -> str | None:
    """Return the path of git, never one in the current folder: that may be a stranger's."""
    places = [each for each in os.environ.get("PATH", "").split(os.pathsep) if Path(each).is_absolute()]
    found = shutil.which("git", path=os.pathsep.join(places)) if places else None
    return found if found and Path(found).is_absolute() else None
