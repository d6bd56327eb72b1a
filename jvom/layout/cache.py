# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A cache of earlier layouts, by what they were made of, in a folder that may be deleted at any time.

An entry is a file that appears whole or not at all, and begins with the digest of its data: after a power
failure its name may be all there is. What can't be read or written, or does not match its digest, counts as
absent: a cache never stops a run.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from jvom.source import read_file

FORMAT = "5"
"""Part of every key; another number invalidates all earlier entries."""

MOST_ENTRIES = 64
"""How many entries of a kind are kept, the newest ones; a dossier has four documents."""

_UNFINISHED = ".new-"
_DIGEST = sha256().digest_size


_LARGEST = 500_000_000
"""In bytes; no PDF is nearly as large."""


class Cache:
    """A cache in the folder `root`; with None it stores nothing."""

    def __init__(self, root: Path | None) -> None:
        self.root = root
        if root is not None:
            try:
                root.mkdir(parents=True, exist_ok=True)
                self._sweep(root)
            except OSError:
                self.root = None

    def get(self, kind: str, *key: bytes | str) -> bytes | None:
        """Return the data under the key, None when there is none."""
        if self.root is None:
            return None
        try:
            stored = read_file(self._path(kind, key), _LARGEST)
        except OSError:
            return None
        digest, data = stored[:_DIGEST], stored[_DIGEST:]
        return data if sha256(data).digest() == digest else None

    def put(self, kind: str, data: bytes, *key: bytes | str) -> None:
        """Store the data under the key."""
        if self.root is None:
            return
        import tempfile  # seldom: what is laid out is kept for many runs

        try:
            handle, name = tempfile.mkstemp(dir=self.root, prefix=_UNFINISHED)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(sha256(data).digest() + data)
                Path(name).replace(self._path(kind, key))
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._evict(kind)
        except OSError:
            return

    def text(self, kind: str, key: str) -> str | None:
        """Return the text under the key, None when there is none."""
        data = self.get(kind, key)
        return None if data is None else data.decode()

    def put_text(self, kind: str, key: str, text: str) -> None:
        """Store the text under the key."""
        self.put(kind, text.encode(), key)

    @staticmethod
    def _sweep(root: Path) -> None:
        """Remove what a killed run left unfinished; a run that is writing just now then stores nothing."""
        for leftover in root.glob(f"{_UNFINISHED}*"):
            leftover.unlink(missing_ok=True)

    def _path(self, kind: str, key: tuple[bytes | str, ...]) -> Path:
        digest = sha256(FORMAT.encode())
        for part in key:
            # A file name may be invalid UTF-8.
            data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
            digest.update(len(data).to_bytes(8, "big") + data)
        return (self.root or Path("nowhere")) / f"{kind}-{digest.hexdigest()[:40]}"

    def _evict(self, kind: str) -> None:
        if self.root is None:
            return
        entries = sorted(self.root.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime_ns)
        for entry in entries[:-MOST_ENTRIES]:
            entry.unlink(missing_ok=True)
