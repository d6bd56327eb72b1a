# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The commit of the texts, and whether a submission is made of what it has, byte for byte.

The configuration of a repository may name programs: filters, hooks, a file watcher, what fetches a missing
object. Whoever made the repository chose them, so none may start. Git is therefore asked only for the name of
the commit and the ids of its blobs; the files are compared here. That reads neither index nor working tree,
and sees through what is ignored or assumed to be unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha1, sha256

from jvom.cli.git import REGULAR, Blob, commit_of, tree_of
from jvom.cli.submission_inputs import InputPaths
from jvom.sealing.manifest import Repository


def repository_of(paths: InputPaths, inputs: Mapping[str, bytes]) -> Repository | None:
    """Return the commit of the content, and whether it has all the inputs and no others that would be used.

    `inputs` are by their names in the manifest. None without git, or without a repository or a commit.
    """
    commit = commit_of(paths.content)
    if commit is None:
        return None
    committed = _files(paths, commit)
    clean = all(_is_of(committed.get(name), data) for name, data in inputs.items()) and not any(
        name not in inputs and not path.exists()
        for name, path in paths.named(committed).items()
        if paths.may_be_used(name)
    )
    return Repository(commit=commit, clean=clean)


def _files(paths: InputPaths, commit: str) -> dict[str, Blob]:
    """Return the files that the commit has in the folders of the content and the templates, by input name."""
    found = {f"content/{name}": blob for name, blob in tree_of(paths.content, commit)}
    # Templates may be of another repository, or of none; only then are they not of this commit.
    if commit_of(paths.templates) == commit:
        found |= {f"templates/{name}": blob for name, blob in tree_of(paths.templates, commit)}
    return found


def _is_of(blob: Blob | None, data: bytes) -> bool:
    """Tell whether these bytes are the blob: git names one by a digest of its length and bytes."""
    if blob is None or blob.mode not in REGULAR:
        return False
    made = sha256 if len(blob.id) == sha256().digest_size * 2 else sha1
    return made(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest() == blob.id
