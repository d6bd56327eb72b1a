# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes small submissions."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import Layout, Manifest, digests, encode, seal_of

FILES = {
    "nota.docx": b"de nota",
    "openbaar/nota.docx": b"de openbare nota",
    "controlelijst.docx": b"de lijst",
}
INPUTS = {"content/2025/nota.md": b"tekst", "templates/nota.docx": b"template"}


def manifest(files: dict[str, bytes] = FILES, **changes: Any) -> Manifest:
    """Return the manifest of files."""
    outputs = digests(files)
    made = Manifest(
        year=2025,
        title="Een dossier 2025",
        as_of=date(2026, 5, 20),
        source_date_epoch=None,
        layout=Layout(pages="exact", pdf=True, program="LibreOffice", version="25.2", fonts=()),
        versions={"jvom": "1.0", "zlib": "1.3"},
        repository=None,
        inputs=digests(INPUTS),
        outputs=outputs,
        seal=seal_of(outputs),
    )
    return replace(made, **changes)


def submission(files: dict[str, bytes] = FILES, **changes: Any) -> bytes:
    """Return a submission with those files, sealed."""
    return bundle(encode(manifest(files, **changes)), files)
