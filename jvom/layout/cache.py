# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What was laid out before, by what it was made of: a folder that may be thrown away at any time.

An entry is a file that appears whole or not at all, and begins with the digest of what it holds: a disk that
was switched off may have kept its name alone. What can't be read or written, or is not what was put there, is
as good as not there: a cache never stops a run.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

FORMAT = "3"
"""Part of every key; another number forgets all that was kept."""

MOST_ENTRIES = 64
"""How many entries of a kind are kept, by when they were written; a dossier has four documents."""

_HALF_MADE = ".new-"
_DIGEST = sha256().digest_size


class Cache:
    """A cache in a folder; with None nothing is kept."""

    def __init__(self, root: Path | None) -> None:
        self.root = root
        if root is not None:
            try:
                root.mkdir(parents=True, exist_ok=True)
                self._sweep(root)
            except OSError:
                self.root = None

    def get(self, kind: str, *key: bytes | str) -> bytes | None:
        """Return what was put there under the key; None when nothing was."""
        if self.root is None:
            return None
        try:
            kept = self._path(kind, key).read_bytes()
        except OSError:
            return None
        digest, data = kept[:_DIGEST], kept[_DIGEST:]
        return data if sha256(data).digest() == digest else None

    def put(self, kind: str, data: bytes, *key: bytes | str) -> None:
        """Keep the data under the key."""
        if self.root is None:
            return
        import tempfile  # seldom: what is laid out is kept for many runs

        try:
            handle, name = tempfile.mkstemp(dir=self.root, prefix=_HALF_MADE)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(sha256(data).digest() + data)
                Path(name).replace(self._path(kind, key))
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._forget(kind)
        except OSError:
            return

    def text(self, kind: str, key: str) -> str | None:
        """Return the text that was put there under the key."""
        data = self.get(kind, key)
        return None if data is None else data.decode()

    def put_text(self, kind: str, key: str, text: str) -> None:
        """Keep the text under the key."""
        self.put(kind, text.encode(), key)

    @staticmethod
    def _sweep(root: Path) -> None:
        """Take away what a run that was killed left half made; a run that is at it only keeps nothing."""
        for leftover in root.glob(f"{_HALF_MADE}*"):
            leftover.unlink(missing_ok=True)

    def _path(self, kind: str, key: tuple[bytes | str, ...]) -> Path:
        digest = sha256(FORMAT.encode())
        for part in key:
            # A name of a file may be no UTF-8.
            data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
            digest.update(len(data).to_bytes(8, "big") + data)
        return (self.root or Path("nowhere")) / f"{kind}-{digest.hexdigest()[:40]}"

    def _forget(self, kind: str) -> None:
        if self.root is None:
            return
        entries = sorted(self.root.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime_ns)
        for entry in entries[:-MOST_ENTRIES]:
            entry.unlink(missing_ok=True)
