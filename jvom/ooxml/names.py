# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Namespaces of a Word file, and the qualified names of its elements and attributes.

A name is written with its prefix, as the standard does: ``w:p``. The prefixes are those that Word uses.
"""

from __future__ import annotations

from functools import cache

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""The namespaces by prefix (ECMA-376-1 annex A, ECMA-376-2, ECMA-376-3, ECMA-376-4 and [MS-DOCX])."""

LOCKED = "jvom-"
"""How the tag of a locked control begins; its number follows."""

ORIGIN = "urn:jvom:herkomst:1"
"""The namespace of the part that says where an exported text comes from."""

DATA = "urn:jvom:gegevens:1"
"""The namespace of the part that holds what several controls show."""

STRICT = "http://purl.oclc.org/ooxml/"
"""How the namespaces and relationship types of a file saved as "Strict Open XML" begin (ECMA-376-1)."""

# The namespaces that are read, as a strict file has them; nothing else that is read differs.
_TRANSITIONAL = {
    f"{STRICT}wordprocessingml/main": NAMESPACES["w"],
    f"{STRICT}officeDocument/relationships": NAMESPACES["r"],
    f"{STRICT}drawingml/": "http://schemas.openxmlformats.org/drawingml/2006/",
    f"{STRICT}officeDocument/math": NAMESPACES["m"],
}


@cache
def qn(tag: str) -> str:
    """Return the qualified name as lxml writes it: ``w:p`` gives ``{http://...}p``.

    Raises KeyError for a prefix that :data:`NAMESPACES` does not have.
    """
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def qnames(tags: str) -> tuple[str, ...]:
    """Return the qualified names of tags with spaces between them: ``w:p w:tbl``."""
    return tuple(map(qn, tags.split()))


def declaration(*prefixes: str) -> str:
    """Return the attributes that declare the prefixes, a space before each."""
    return "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def transitional(data: bytes) -> bytes:
    """Return a part with the transitional namespaces in place of strict ones (ECMA-376-4)."""
    if STRICT.encode() in data:
        for strict, usual in _TRANSITIONAL.items():
            data = data.replace(strict.encode(), usual.encode())
    return data
