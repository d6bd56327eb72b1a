# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names of elements and attributes that are read (ECMA-376, parts 1 and 4), and steps between them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
BLIP = f"{{{DRAWING_NAMESPACE}}}blip"
GRAPHIC_DATA = f"{{{DRAWING_NAMESPACE}}}graphicData"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
VML_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
VML_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
TITLE = "{http://purl.org/dc/elements/1.1/}title"

# A file saved as "Strict Open XML" has these names in place of the others (ECMA-376-1, annex A and
# ECMA-376-4); nothing else that is read here differs.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W_NAMESPACE.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R_NAMESPACE.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
}


def w(local: str) -> str:
    """Return lxml's name of a WordprocessingML element or attribute."""
    return f"{{{W_NAMESPACE}}}{local}"


VAL, ID, P, TBL, SDT, SDT_CONTENT = w("val"), w("id"), w("p"), w("tbl"), w("sdt"), w("sdtContent")
R_ID, R_EMBED = f"{{{R_NAMESPACE}}}id", f"{{{R_NAMESPACE}}}embed"


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element at the path of local names below the element, if there is one."""
    for local in path:
        if element is None:
            return None
        element = element.find(w(local))
    return element


def value(element: etree._Element | None, default: str = "") -> str:
    """Return the ``w:val`` of the element; `default` without the attribute or the element."""
    return default if element is None else element.get(VAL, default)


def number(element: etree._Element | None, default: int = 0) -> int:
    """Return the ``w:val`` of the element as a number; `default` when it is none."""
    typed = value(element)
    # More digits than this is no number that Word writes.
    return int(typed) if typed.removeprefix("-").isascii() and _digits(typed) else default


def _digits(typed: str) -> bool:
    digits = typed.removeprefix("-")
    return digits.isdecimal() and len(digits) < 10


def is_on(element: etree._Element | None) -> bool | None:
    """Tell whether a toggle such as ``w:b`` is on; None when it is not there (ECMA-376-1, 17.17.4)."""
    return None if element is None else value(element, "1").lower() not in ("0", "false", "off", "none")


def children(element: etree._Element | None, local: str) -> Iterator[etree._Element]:
    """Yield the children of that name; none when there is no element."""
    if element is not None:
        yield from element.iterchildren(w(local))
