# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The zip of a Word file, opened as the file of a stranger: its limits, its parts, XML that loads nothing.

Templates (``word``) and texts to check (``reading``) come from outside alike, and those rooms may not know
each other; so what keeps both safe stands here, below them.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span

# Real Word files stay far below these; what is above them is a mistake or an attack.
LARGEST_FILE = 20_000_000
LARGEST_PART = 30_000_000
LARGEST_TOTAL = 60_000_000
MOST_PARTS = 1_000
# XML of Word packs some ten to twenty times smaller; a small part may be packed tighter.
HIGHEST_RATIO = 200
RATIO_FREE = 1_000_000

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
"""An element of a part that says what another part goes with (ECMA-376-2, relationships)."""

SAVE_ANEW = msg("sla het in Word opnieuw op als Word-document (.docx)")
_TRUSTED = msg("gebruik een bestand van vertrouwde herkomst")
_TRUSTED_SMALLER = msg("gebruik een bestand van vertrouwde herkomst, met kleinere afbeeldingen")

# What `zipfile` raises for a damaged file: also for a part without a name, or one before the file begins.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError),
    *(IndexError, ValueError),
)
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def relationships_of(part: str) -> str:
    """Return the name of the part that holds the relationships of a part, "" for those of the file."""
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")


def target_of(address: str, source: str) -> str:
    """Return the name of the part that an internal relationship of the part `source` leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), address)).lstrip("/")


def unpack(data: bytes, span: Span, what: Message) -> dict[str, bytes]:
    """Return the parts of the zip by name; `what` is how messages call it ("het sjabloon").

    Raises CannotRun for what is no zip, has a password, is damaged, or unpacks larger than it may.
    """
    archive = _archive(data, span, what)
    try:
        # Each part is read no further than the size that the directory gives.
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except _DAMAGED as error:
        raise CannotRun([damaged(span, msg("het zip-bestand is beschadigd"))]) from error


def too_large(span: Span, what: Message) -> Problem:
    """Return the problem of a file that is above the limits."""
    return Problem(
        span,
        msg(
            "{what} is te groot: meer dan {size} MB uitgepakt of {count} onderdelen",
            what=what,
            size=LARGEST_TOTAL // 1_000_000,
            count=MOST_PARTS,
        ),
        _TRUSTED_SMALLER,
    )


def damaged(span: Span, problem: Message) -> Problem:
    """Return the problem of a file that Word may be able to repair."""
    return Problem(span, problem, msg("open het bestand in Word, laat het herstellen en sla het opnieuw op"))


def parse_part(data: bytes, part: str, span: Span) -> etree._Element:
    """Return the root element of a part. Raises CannotRun when it is no XML, or has a DTD."""
    root = None
    if b"<!DOCTYPE" not in data:
        root = _root(data)
        if root is None:
            raise CannotRun([damaged(span, msg("onderdeel «{part}» is geen geldige XML", part=part))])
    # A DTD in UTF-16 is found only when it has been parsed.
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        what = msg("onderdeel «{part}» heeft een DTD, die van buiten kan laden", part=part)
        raise CannotRun([Problem(span, what, _TRUSTED)])
    return root


def _root(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _archive(data: bytes, span: Span, what: Message) -> zipfile.ZipFile:
    if data.startswith(_COMPOUND_FILE):
        if _ENCRYPTED_STREAM in data:
            raise CannotRun([_locked(span, what)])
        old = msg("{what} is een Word-bestand van vóór 2007", what=what)
        raise CannotRun([Problem(span, old, SAVE_ANEW)])
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise CannotRun([Problem(span, msg("{what} is geen Word-document", what=what), SAVE_ANEW)]) from error
    problems = list(_archive_problems(archive.infolist(), span, what))
    if problems:
        raise CannotRun(problems)
    return archive


def _locked(span: Span, what: Message) -> Problem:
    return Problem(
        span,
        msg("{what} is met een wachtwoord versleuteld", what=what),
        msg("haal in Word het wachtwoord weg"),
    )


def _archive_problems(infos: list[zipfile.ZipInfo], span: Span, what: Message) -> Iterator[Problem]:
    """Judge the archive by its directory, before anything is unpacked."""
    if any(info.flag_bits & 0x1 for info in infos):
        yield _locked(span, what)
    names = [info.filename for info in infos]
    if len(names) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_TOTAL:
        yield too_large(span, what)
    for info in infos:
        packed_tight = info.file_size > RATIO_FREE and info.file_size > HIGHEST_RATIO * info.compress_size
        if info.file_size > LARGEST_PART or packed_tight:
            yield Problem(
                span,
                msg(
                    "onderdeel «{part}» wordt uitgepakt {size} MB groot: dit kan een zipbom zijn",
                    part=info.filename,
                    size=info.file_size // 1_000_000,
                ),
                _TRUSTED_SMALLER,
            )
        if info.filename.startswith(("/", "\\")) or ".." in info.filename.replace("\\", "/").split("/"):
            outside = msg("onderdeel «{part}» wijst buiten {what}", part=info.filename, what=what)
            yield Problem(span, outside, _TRUSTED)
    if len({each.lower() for each in names}) < len(names):
        yield Problem(span, msg("{what} heeft twee onderdelen met dezelfde naam", what=what), SAVE_ANEW)
