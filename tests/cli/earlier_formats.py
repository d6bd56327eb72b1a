# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Submissions as earlier versions of jvom sealed them."""

from __future__ import annotations

from pathlib import Path

from msgspec import UNSET
from msgspec.structs import replace

from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import (
    CHECKLIST,
    CHECKLIST_PDF,
    FORMAT_WITHOUT_SOURCES,
    SOURCES,
    digest,
    encode,
    sealed,
)
from jvom.sealing.printed_seal import print_seal, without_seal
from jvom.sealing.verification import open_submission


def leave_out_sources(path: Path) -> None:
    """Write a submission as one of the second format: without its sources and the PDF of its checklist."""
    made, files = open_submission(path.read_bytes(), path.name)
    kept = {
        name: data
        for name, data in files.items()
        if not name.startswith(SOURCES) and name not in (CHECKLIST, CHECKLIST_PDF)
    }
    second = sealed(replace(made, format=FORMAT_WITHOUT_SOURCES, checklist_pdf=UNSET))
    kept[CHECKLIST] = print_seal(without_seal(files[CHECKLIST], made.seal), second.seal)
    path.write_bytes(bundle(encode(second), kept))


def reseal(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Write a submission of which one source is another, with a seal that fits, as anyone with jvom can."""
    made, files = open_submission(path.read_bytes(), path.name)
    data = files[f"{SOURCES}{name}"]
    assert old in data
    data = data.replace(old, new)
    inputs = tuple(digest(name, data) if each.name == name else each for each in made.inputs)
    other = sealed(replace(made, inputs=inputs))
    blank = without_seal(files[CHECKLIST], made.seal)
    changed = {f"{SOURCES}{name}": data, CHECKLIST: print_seal(blank, other.seal)}
    path.write_bytes(bundle(encode(other), {**files, **changed}))
