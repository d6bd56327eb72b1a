# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The submission as one zip file: the same bytes for the same files, and untrusted when opened."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from unicodedata import normalize

from jvom.messages import msg
from jvom.sealing.manifest import NAME, is_safe_name
from jvom.source import CannotRun, Problem, Span

LARGEST = 500_000_000
MOST_MEMBERS = 20_000

# The earliest moment a zip can name, and a plain file that all may read (PKWARE APPNOTE, 4.4.6 and 4.4.15).
_MOMENT = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_ATTRIBUTES = (stat.S_IFREG | 0o644) << 16


def bundle(manifest: bytes, files: Mapping[str, bytes]) -> bytes:
    """Return the zip of the manifest and the files, by name.

    Nothing is compressed: the parts already are, and the output of a compressor differs between versions.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, data in ((NAME, manifest), *sorted(files.items())):
            info = zipfile.ZipInfo(name, _MOMENT)
            info.create_system = _UNIX
            info.external_attr = _ATTRIBUTES
            archive.writestr(info, data)
    return written.getvalue()


def unbundle(data: bytes, span: Span) -> dict[str, bytes]:
    """Return the members of a zip by name; `span` says where the bytes come from.

    Nothing is written. Raises CannotRun for a file that is not a zip, or is not safe to open: with names that
    lead outside, links, two members of one name, or a larger content than the file.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise CannotRun(
            [Problem(span, msg("dit is geen zip-bestand"), msg("geef het bestand dat «jvom seal» maakte"))]
        ) from error
    # An Office document is a zip too (ECMA-376-2, 7.2.3.2), easily mistaken for the submission it is part of.
    if any(each.filename == "[Content_Types].xml" for each in members):
        what = msg("dit is een document, geen verzegelde indiening")
        raise CannotRun([Problem(span, what, msg("geef het bestand dat «jvom seal» maakte"))])
    if problems := list(_unsafe(members, len(data), span)):
        raise CannotRun(problems)
    try:
        return {each.filename: archive.read(each) for each in members}
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
        raise CannotRun(
            [
                Problem(
                    span, msg("het zip-bestand is beschadigd"), msg("haal een nieuwe kopie van het bestand")
                )
            ]
        ) from error


def colliding(names: Iterable[str]) -> list[str]:
    """Return the names of files that can't be in one folder with an earlier one on every system.

    Some systems know no difference between capitals and small letters, or between two ways to write an accent
    (Unicode Standard Annex 15). A file that is the folder of another can be on none.
    """
    found: list[str] = []
    files: set[PurePosixPath] = set()
    folders: set[PurePosixPath] = set()
    for name in names:
        path = PurePosixPath(normalize("NFC", name).casefold())
        if path in files or path in folders or not files.isdisjoint(path.parents):
            found.append(name)
        files.add(path)
        folders.update(path.parents)
    return found


def _unsafe(members: list[zipfile.ZipInfo], size: int, span: Span) -> Iterator[Problem]:
    untrusted = msg("gebruik dit bestand niet; haal een nieuwe kopie van wie het verzegelde")
    # Members that are stored are never larger than the file: there can be no zip bomb.
    if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > size:
        yield Problem(span, msg("het zip-bestand pakt groter uit dan het is"), untrusted)
    if colliding([each.filename for each in members]):
        yield Problem(span, msg("het zip-bestand heeft twee leden met dezelfde naam"), untrusted)
    for each in members:
        kind = stat.S_IFMT(each.external_attr >> 16)
        if not is_safe_name(each.orig_filename):
            yield Problem(
                span, msg("lid «{name}» wijst buiten het zip-bestand", name=each.filename), untrusted
            )
        elif (
            each.flag_bits & 0x1 or each.compress_type != zipfile.ZIP_STORED or kind not in (0, stat.S_IFREG)
        ):
            yield Problem(
                span,
                msg("lid «{name}» is gecomprimeerd, versleuteld of geen bestand", name=each.filename),
                untrusted,
            )
