# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The package as a zip file: the same bytes for the same parts, whenever and wherever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from docx.opc.part import Part, XmlPart
from docx.package import Package

from jvom.word.markup import quote
from jvom.word.splices import Splices

# The least that zip knows, so that no file tells when it was made (PKWARE APPNOTE, 4.4.6).
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_ZIP_ATTRIBUTES = 0o644 << 16
_COMPRESSION_LEVEL = 3  # half the time of the usual 6, for a file a twelfth larger


def zipped(package: Package, splices: Splices) -> bytes:
    """Return the package as a zip file: parts by name, no dates, nothing of this machine."""
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    members: dict[str, Iterable[bytes]] = {"_rels/.rels": [package.rels.xml]}
    for part in parts:
        content = splices.written(part.element) if isinstance(part, XmlPart) else [part.blob]
        members[part.partname.membername] = content
        if len(part.rels):
            members[part.partname.rels_uri.membername] = [part.rels.xml]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, "[Content_Types].xml", [_content_types(parts)])
        for member in sorted(members):
            _add(archive, member, members[member])
    return file.getvalue()


def _add(archive: zipfile.ZipFile, member: str, content: Iterable[bytes]) -> None:
    info = zipfile.ZipInfo(member, _ZIP_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    info.external_attr = _ZIP_ATTRIBUTES
    archive.writestr(info, b"".join(content), compresslevel=_COMPRESSION_LEVEL)


def _content_types(parts: list[Part]) -> bytes:
    """Return the list of the parts' types, each part by name (ECMA-376-2, 10.1.2.2)."""
    overrides = "".join(
        f"<Override PartName={quote(part.partname)} ContentType={quote(part.content_type)}/>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
