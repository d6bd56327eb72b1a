# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The content type of each part: by its name, else by its extension (ECMA-376-2, 10.1.2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lxml import etree

from jvom.ooxml.names import NAMESPACES, qn
from jvom.ooxml.xml import DECLARATION, quote

PART = "[Content_Types].xml"
"""The part of the package that lists the types."""

ROOT, DEFAULT, OVERRIDE = qn("ct:Types"), qn("ct:Default"), qn("ct:Override")

WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml."
"""How the types of a Word file's own parts begin (ECMA-376-1, 11.3)."""

MAIN = f"{WORDPROCESSING}document.main+xml"
"""The type of the part with the text of a document (ECMA-376-1, 11.3.10)."""


def read_content_types(root: etree._Element | None, parts: Iterable[str]) -> dict[str, str]:
    """Return the content type of each of the parts that the list has one for; names ignore case."""
    named: dict[str, str] = {}
    by_extension: dict[str, str] = {}
    for entry in () if root is None else root:
        if entry.get("PartName"):
            named[entry.get("PartName", "").lower()] = entry.get("ContentType", "")
        elif entry.get("Extension"):
            by_extension[entry.get("Extension", "").lower()] = entry.get("ContentType", "")
    found = {}
    for part in parts:
        extension = posixpath.splitext(part)[1][1:].lower()
        kind = named.get(f"/{part}".lower(), by_extension.get(extension))
        if kind is not None:
            found[part] = kind
    return found


def content_types_part(parts: Iterable[tuple[str, str]]) -> bytes:
    """Return the part that lists the types; `parts` are names (``/word/document.xml``) with their types."""
    overrides = "".join(
        f"<Override PartName={quote(name)} ContentType={quote(content_type)}/>"
        for name, content_type in parts
    )
    return (
        f'{DECLARATION}<Types xmlns="{NAMESPACES["ct"]}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
