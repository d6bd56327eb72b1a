# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The manifest of a sealed submission: its inputs, its outputs, what it was made with, and the seal over all.

A manifest may come from a stranger, so what it may hold is restricted: names lead nowhere else, and no value
can be taken for anything that jvom says.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Annotated, Literal, TypeAlias
from unicodedata import category

import msgspec
from msgspec import UNSET, Meta, UnsetType
from msgspec.structs import replace

from jvom.dossier_ids import DossierId

FORMAT = 3
"""The version of the format of manifests that are made: their submission holds the inputs too."""
FORMAT_WITHOUT_SOURCES = 2
"""The last format of which the inputs are only listed."""
FIRST_FORMAT = 1
"""The oldest format that is read: its seal is over the outputs only, and its checklist is one of them."""

NAME = "manifest.json"

CHECKLIST = "controlelijst.docx"
"""The file that prints the seal."""
CHECKLIST_PDF = "controlelijst.pdf"
"""The same as PDF, in a submission with PDFs."""

SOURCES = "bron/"
"""The folder of the inputs in a submission, each below it by its name in the manifest."""

Pages: TypeAlias = Literal["exact", "approximate", "estimate"]
"""How the page numbers were found; `approximate` is of an engine that only earlier versions of jvom had."""

Year: TypeAlias = Annotated[int, Meta(ge=1, le=9999)]
Dossier: TypeAlias = Annotated[str, Meta(pattern=rf"^{DossierId.FORM}\Z")]
Moment: TypeAlias = Annotated[int, Meta(ge=0, le=253_402_300_799)]  # seconds from 1970 through 9999
Sha256: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Commit: TypeAlias = Annotated[str, Meta(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})\Z")]
Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=1_000)]
Size: TypeAlias = Annotated[int, Meta(ge=0, le=2**53)]
Program: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9 ._-]{0,39}\Z")]
Version: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._+~-]{0,63}\Z")]
Title: TypeAlias = Annotated[str, Meta(min_length=1, max_length=2_000)]


class Digest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file: its name in the submission (or ``content/``, ``templates/``), its size in bytes and SHA-256."""

    name: Name
    size: Size
    sha256: Sha256


Digests: TypeAlias = Annotated[tuple[Digest, ...], Meta(max_length=10_000)]


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the page numbers were found, by which program, and with which fonts.

    `fonts` are the files of the typeface used for breaking lines.
    """

    pages: Pages
    pdf: bool
    program: Program
    version: Version
    fonts: Digests


class Repository(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The commit of the content, and whether every input is that of the commit, byte for byte."""

    commit: Commit
    clean: bool


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a sealed submission is made of; `inputs` and `outputs` are in the order of their names.

    `dossier` is the id of the dossier, left out when that is its year. `as_of` is the day that it was read as
    of; `source_date_epoch` stands in for the dates of the documents when the environment had one. `versions`
    are by the name of the program. `checklist` is the digest of the checklist with zeros for the seal
    (``jvom.sealing.printed_seal``), and so is `checklist_pdf`; the other files are `outputs`, and in
    `SOURCES` the `inputs`. `seal` is what `seal_of` makes of the rest.
    """

    format: int = FORMAT
    year: Year
    dossier: Dossier | UnsetType = UNSET
    title: Title
    as_of: date
    source_date_epoch: Moment | None
    layout: Layout
    versions: Annotated[dict[Program, Version], Meta(max_length=20)]
    repository: Repository | None
    inputs: Digests
    outputs: Digests
    checklist: Digest | UnsetType = UNSET
    checklist_pdf: Digest | UnsetType = UNSET
    seal: Sha256 | Literal[""]

    @property
    def id(self) -> DossierId:
        """The dossier that was sealed."""
        return DossierId(self.year) if self.dossier is UNSET else DossierId.parse(self.dossier)

    @property
    def covers_everything(self) -> bool:
        """Whether the seal is over all that the manifest says, and not only over the outputs."""
        return self.format != FIRST_FORMAT

    @property
    def has_sources(self) -> bool:
        """Whether the submission holds its inputs, in `SOURCES`."""
        return self.format > FORMAT_WITHOUT_SOURCES

    @property
    def checklists(self) -> tuple[Digest, ...]:
        """The files that print the seal, with zeros for it."""
        return tuple(each for each in (self.checklist, self.checklist_pdf) if each is not UNSET)

    @property
    def members(self) -> tuple[Digest, ...]:
        """The files of the submission that print no seal, by their names in it; without the manifest."""
        return (*self.outputs, *_in_sources(self.inputs)) if self.has_sources else self.outputs


class LaterFormatError(ValueError):
    """The manifest is of a format that only later versions of jvom know."""


def digest(name: str, data: bytes) -> Digest:
    """Return the digest of a file."""
    return Digest(name=name, size=len(data), sha256=sha256(data).hexdigest())


def digests(files: Mapping[str, bytes]) -> tuple[Digest, ...]:
    """Return the digests of files by name, sorted by name."""
    return tuple(digest(name, files[name]) for name in sorted(files))


def seal_of(manifest: Manifest) -> str:
    """Return the seal of a manifest: the SHA-256 of its file, in which ``"seal": ""`` stands for the seal.

    Anyone can compute it without jvom: ``sed 's/^  "seal": ".*"/  "seal": ""/' manifest.json | sha256sum``.

    In the first format it is that of a line ``sha256  name``, as ``sha256sum`` prints it, for each output but
    the checklist.
    """
    if manifest.covers_everything:
        return sha256(encode(replace(manifest, seal=""))).hexdigest()
    named = sorted((each.name, each.sha256) for each in manifest.outputs if each.name != CHECKLIST)
    return sha256("".join(f"{hashed}  {name}\n" for name, hashed in named).encode()).hexdigest()


def sealed(manifest: Manifest) -> Manifest:
    """Return the manifest with its seal."""
    return replace(manifest, seal=seal_of(manifest))


def encode(manifest: Manifest) -> bytes:
    """Return the manifest as the bytes of its file."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def decode(data: bytes) -> Manifest:
    """Read a manifest; raises ValueError when it is none, and LaterFormatError for one of a later format."""
    try:
        number = msgspec.json.decode(data, type=_AnyFormat).format
        if number > FORMAT:
            raise LaterFormatError(f"format {number}")
        manifest = msgspec.json.decode(data, type=Manifest)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    _refuse_unfit(manifest)
    if manifest.covers_everything and encode(manifest) != data:
        raise ValueError("not as jvom writes it")  # another reader may see something else in it
    return manifest


def is_safe_name(name: str) -> bool:
    """Tell whether a name of a file is relative, inside its folder and normal, and shows as it is."""
    # Controls, marks that turn text round, surrogates and unassigned code points all have a category in C.
    return (
        not any(category(each)[0] == "C" or category(each) in ("Zl", "Zp") for each in name)
        and not any(each in name for each in "\\:")
        and all(part not in ("", ".", "..") for part in name.split("/"))
    )


def _in_sources(inputs: Digests) -> tuple[Digest, ...]:
    return tuple(replace(each, name=f"{SOURCES}{each.name}") for each in inputs)


class _AnyFormat(msgspec.Struct):
    format: Annotated[int, Meta(ge=FIRST_FORMAT)]


def _refuse_unfit(manifest: Manifest) -> None:
    """Raise ValueError for what no manifest of jvom says, though its types allow it."""
    names = [CHECKLIST] if manifest.covers_everything else []
    if manifest.has_sources and manifest.layout.pdf:
        names.append(CHECKLIST_PDF)
    if [each.name for each in manifest.checklists] != names:
        raise ValueError("checklist")
    if any(each.name in names for each in manifest.outputs):
        raise ValueError("checklist")
    if any(category(each) in ("Cc", "Cs", "Zl", "Zp") for each in manifest.title):
        raise ValueError("title")
    for files in (manifest.inputs, manifest.outputs, manifest.layout.fonts):
        if not all(is_safe_name(each.name) for each in files):
            raise ValueError("names")
    for files in (manifest.inputs, manifest.outputs):
        names = [each.name for each in files]
        if names != sorted(set(names)):
            raise ValueError("order of names")
    if not all(each.name.startswith(("content/", "templates/")) for each in manifest.inputs):
        raise ValueError("inputs")
    if manifest.has_sources and any(each.name.startswith(SOURCES) for each in manifest.outputs):
        raise ValueError("outputs")
