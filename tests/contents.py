# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The small dossier in tests/dossiers/basis, and variants of it for tests that need their own."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from jvom.dossier_ids import DossierId
from jvom.model import Dossier, Fragment
from jvom.reading.dossier import read_partial_dossier
from jvom.reading.fragment import read_fragment
from jvom.reading.kept_files import KeptFiles
from jvom.source import CannotRun
from tests.conftest import PROJECT

BASIS = PROJECT / "tests" / "dossiers" / "basis"
SISTERS = PROJECT / "tests" / "dossiers" / "zusters"
"""A dossier of another shape than the basis, to go beside it, and the registers of both."""


def read_dossier(content: Path, id: str | int | DossierId, files: KeptFiles | None = None) -> Dossier:
    """Return the dossier with that id; raises CannotRun if anything is wrong with it.

    `files` are those that were read before.
    """
    dossier, problems = read_partial_dossier(content, DossierId.parse(str(id)), files=files)
    if dossier is None or problems:
        raise CannotRun(problems)
    return dossier


@cache
def basis() -> Dossier:
    """Return the small dossier that most tests start from."""
    return read_dossier(BASIS, 2025)


def copy_basis(folder: Path) -> Path:
    """Copy its content into a folder and return the path of the copy."""
    return Path(shutil.copytree(BASIS, folder / "content"))


def copy_sisters(folder: Path) -> Path:
    """Copy content with the basis dossier as 2025, and 2025-althea of another shape, into a folder."""
    content = copy_basis(folder)
    shutil.copytree(SISTERS, content, dirs_exist_ok=True)
    return content


def fragment(id: str, text: str, title: str = "Titel") -> Fragment:
    """Return a fragment, which must be without problems; it gets the title unless it has front matter."""
    whole = text if text.startswith("---") or not title else f"---\ntitle: {title}\n---\n\n{text}"
    read, problems = read_fragment(id, whole.encode(), f"content/2025/rapport/{id}.md")
    assert [f"{problem.span}: {problem.what}" for problem in problems] == []
    return read


def with_texts(dossier: Dossier, texts: Mapping[str, str]) -> Dossier:
    """Return the dossier with other texts, by the kind of a document (`brief`, `nota`) or id of a section."""
    changes: dict[str, Any] = {
        "sections": tuple(
            fragment(s.id, texts[s.id], s.front.title) if s.id in texts else s for s in dossier.sections
        )
    }
    changes["texts"] = {
        kind: fragment(kind, texts[kind], title="") if kind in texts else text
        for kind, text in dossier.texts.items()
    }
    return msgspec.structs.replace(dossier, **changes)


def with_data(dossier: Dossier, **changes: Any) -> Dossier:
    """Return the dossier with other values in dossier.yml; a dict changes a nested record."""

    def changed(old: Any, new: Any) -> Any:
        if not isinstance(old, msgspec.Struct) or not isinstance(new, dict):
            return new
        values = {name: changed(getattr(old, name), value) for name, value in new.items()}
        return msgspec.structs.replace(old, **values)

    return msgspec.structs.replace(dossier, data=changed(dossier.data, changes))
