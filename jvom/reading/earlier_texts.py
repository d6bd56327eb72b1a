# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of the same dossier a year before, for who only compares how long they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jvom.dossier_ids import DossierId
from jvom.kinds import KINDS, SECTIONS
from jvom.model import Fragment
from jvom.reading.decoding import MAX_BYTES
from jvom.reading.fragment import read_fragment
from jvom.source import read_file


def read_earlier_texts(content: Path, id: DossierId, texts: Iterable[str]) -> tuple[Fragment, ...]:
    """Return those of the texts, by id, that the dossier of a year before has and that can be read."""
    folder = content / str(id.earlier)
    if not (folder / "dossier.yml").is_file():
        return ()
    kinds = {kind.name for kind in KINDS if not kind.in_sections}
    found = []
    for text in texts:
        path = (folder if text in kinds else folder / SECTIONS.name) / f"{text}.md"
        try:
            raw = read_file(path, MAX_BYTES)
        except OSError:
            continue
        found.append(read_fragment(text, raw, path.as_posix())[0])
    return tuple(found)
