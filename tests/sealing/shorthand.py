# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes small submissions."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import UNSET
from msgspec.structs import replace

from jvom.ooxml.archive import pack
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import (
    CHECKLIST,
    CHECKLIST_PDF,
    FIRST_FORMAT,
    FORMAT_WITHOUT_SOURCES,
    Layout,
    Manifest,
    Repository,
    digest,
    digests,
    encode,
    sealed,
)
from jvom.sealing.printed_seal import (
    BLANK,
    SAMPLE,
    grouped,
    print_seal,
    print_seal_in_pdf,
    write_line,
)
from jvom.sealing.sources import as_members

FILES = {"nota.docx": b"de nota", "openbaar/nota.docx": b"de openbare nota"}
"""The files of a submission but the checklist."""
LIST = pack([("word/document.xml", [f"<w:t>{grouped(BLANK)}</w:t>".encode()])])
"""The checklist with zeros for the seal."""
CODES = {character: code for code, character in enumerate(f"{grouped(SAMPLE)[:17]} ", 1)}
LIST_PDF = b"%PDF-1.7\nBT\n" + write_line(grouped(BLANK), CODES) + b"ET\n%%EOF\n"
"""The checklist as PDF, as far as a seal goes, with zeros for it."""
INPUTS = {"content/2025/nota.md": b"tekst", "templates/nota.docx": b"template"}
SOURCES = as_members(INPUTS)
"""The inputs as they are in a submission."""


def manifest(files: dict[str, bytes] = FILES, **changes: Any) -> Manifest:
    """Return the manifest of files, sealed with the changes unless those have another seal."""
    made = Manifest(
        year=2025,
        title="Een dossier 2025",
        as_of=date(2026, 5, 20),
        source_date_epoch=None,
        layout=Layout(pages="exact", pdf=True, program="LibreOffice", version="25.2", fonts=()),
        versions={"jvom": "1.0", "zlib": "1.3"},
        repository=Repository(commit="1" * 40, clean=False),
        inputs=digests(INPUTS),
        outputs=digests(files),
        checklist=digest(CHECKLIST, LIST),
        checklist_pdf=digest(CHECKLIST_PDF, LIST_PDF),
        seal="",
    )
    made = replace(made, **changes)
    return made if "seal" in changes else sealed(made)


def submission(files: dict[str, bytes] = FILES, **changes: Any) -> bytes:
    """Return a submission with those files, sealed."""
    made = manifest(files, **changes)
    return bundle(encode(made), {**files, **SOURCES, **checklists(made.seal)})


def checklists(seal: str) -> dict[str, bytes]:
    """Return both files of the checklist with a seal."""
    return {CHECKLIST: print_seal(LIST, seal), CHECKLIST_PDF: print_seal_in_pdf(LIST_PDF, seal)}


def second_format(files: dict[str, bytes] = FILES, **changes: Any) -> bytes:
    """Return a submission with those files and without its inputs, sealed as jvom did then."""
    made = manifest(files, format=FORMAT_WITHOUT_SOURCES, checklist_pdf=UNSET, **changes)
    return bundle(encode(made), {**files, CHECKLIST: print_seal(LIST, made.seal)})


def first_format(files: dict[str, bytes] = FILES, **changes: Any) -> bytes:
    """Return a submission with those files and a checklist, sealed as jvom first did."""
    files = {**files, CHECKLIST: b"de lijst"}
    return bundle(
        encode(manifest(files, format=FIRST_FORMAT, checklist=UNSET, checklist_pdf=UNSET, **changes)), files
    )
