# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""XML as text, and text as elements: escapes, fragments, whether it is well formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from lxml import etree

from jvom.ooxml.names import declaration

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""How a part begins."""


class IllFormedError(ValueError):
    """Markup that is no XML: a character that XML can't hold came through, or a bug wrote it."""


def escape(text: str) -> str:
    """Return the text fit for element content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote(text: str) -> str:
    """Return the text as an attribute's value, its double quotes included."""
    text = escape(text).replace('"', "&quot;")
    return '"' + text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;") + '"'


def parse(markup: str) -> list[etree._Element]:
    """Return the elements of markup in which ``w`` and ``r`` need no declaration. Raises IllFormedError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return list(etree.fromstring(f"<x{declaration('w', 'r')}>{markup}</x>".encode(), parser))
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise IllFormedError(f"no XML: {error}") from error


def well_formed(part: Iterable[bytes]) -> Iterator[bytes]:
    """Pass a part on, segment by segment; raises IllFormedError when it proves to be no XML."""
    reader = expat.ParserCreate(namespace_separator=" ")
    try:
        for segment in part:
            reader.Parse(segment, False)
            yield segment
        reader.Parse(b"", True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        raise IllFormedError(f"no XML: {error}") from error


def serialized(root: etree._Element) -> bytes:
    """Return the part with this root as it goes into the file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
