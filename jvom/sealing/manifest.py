# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The manifest of a sealed submission: its inputs, its outputs, and what it was made with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, UnsetType

from jvom.dossier_ids import DossierId

FORMAT = 1
"""The version of the manifest's format; a manifest of another version is refused."""

NAME = "manifest.json"

CHECKLIST = "controlelijst.docx"
"""The one file that prints the seal, and so can't be part of it."""

Pages: TypeAlias = Literal["exact", "approximate", "estimate"]
"""How the page numbers were found; `approximate` is of an engine that only earlier versions of jvom had."""

Year: TypeAlias = Annotated[int, Meta(ge=1, le=9999)]
Dossier: TypeAlias = Annotated[str, Meta(pattern=rf"^{DossierId.FORM}\Z")]
Moment: TypeAlias = Annotated[int, Meta(ge=0, le=253_402_300_799)]  # seconds from 1970 through 9999


class Digest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file: its name in the submission (or ``content/``, ``templates/``), its size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the page numbers were found, by which program, and with which fonts.

    `fonts` are the files of the typeface used for breaking lines.
    """

    pages: Pages
    pdf: bool
    program: str
    version: str
    fonts: tuple[Digest, ...]


class Repository(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The commit of the content, and whether the content had no changes since."""

    commit: str
    clean: bool


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a sealed submission is made of; `inputs` and `outputs` are in the order of their names.

    `dossier` is the id of the dossier, left out when that is its year. `as_of` is the day that it was read as
    of; `source_date_epoch` stands in for the dates of the documents when the environment had one. `versions`
    are by the name of the program. `seal` is the SHA-256 over all outputs but the checklist, which bears it.
    """

    format: int = FORMAT
    year: Year
    dossier: Dossier | UnsetType = UNSET
    title: str
    as_of: date
    source_date_epoch: Moment | None
    layout: Layout
    versions: dict[str, str]
    repository: Repository | None
    inputs: tuple[Digest, ...]
    outputs: tuple[Digest, ...]
    seal: str

    @property
    def id(self) -> DossierId:
        """The dossier that was sealed."""
        return DossierId(self.year) if self.dossier is UNSET else DossierId.parse(self.dossier)


def digest(name: str, data: bytes) -> Digest:
    """Return the digest of a file."""
    return Digest(name=name, size=len(data), sha256=sha256(data).hexdigest())


def digests(files: Mapping[str, bytes]) -> tuple[Digest, ...]:
    """Return the digests of files by name, sorted by name."""
    return tuple(digest(name, files[name]) for name in sorted(files))


def seal_of(outputs: Iterable[Digest]) -> str:
    """Return the seal: the SHA-256 of a line ``sha256  name`` for each output but the checklist, by name.

    ``sha256sum`` prints the same lines, so anyone can compute the seal without jvom.
    """
    named = sorted((each.name, each.sha256) for each in outputs if each.name != CHECKLIST)
    return sha256("".join(f"{hashed}  {name}\n" for name, hashed in named).encode()).hexdigest()


def encode(manifest: Manifest) -> bytes:
    """Return the manifest as the bytes of its file."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def decode(data: bytes) -> Manifest:
    """Read a manifest; raises ValueError when it is none, or has another format."""
    manifest = msgspec.json.decode(data, type=Manifest)
    if manifest.format != FORMAT:
        raise ValueError(f"format {manifest.format}")
    return manifest
