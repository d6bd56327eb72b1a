# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""WordprocessingML as text, and text as elements: names, escapes, runs, paragraphs.

Markup is written in bulk as strings with the prefixes of :data:`NAMESPACES`. Of those ``w`` and ``r`` are
declared where it goes; what uses another declares it, as Word does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from xml.parsers import expat

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}

_BREAKS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}

# Word looks for proofing tools by language and country; where a text names the language alone, this is
# the country whose spelling Dutch ministries follow.
_COUNTRIES = {"de": "de-DE", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "it": "it-IT", "pt": "pt-PT"}


class IllFormedError(ValueError):
    """Markup that is no XML: a character that XML can't hold came through, or a bug wrote it."""


@cache
def name(tag: str) -> str:
    """Return lxml's name of a prefixed one: ``w:p`` gives ``{http://...}p``."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


VAL = name("w:val")


def declared(prefix: str) -> str:
    """Return the attribute that declares the prefix, a space before it."""
    return f' xmlns:{prefix}="{NAMESPACES[prefix]}"'


def escape(text: str) -> str:
    """Return the text fit for element content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote(text: str) -> str:
    """Return the text as an attribute's value, its double quotes included."""
    text = escape(text).replace('"', "&quot;")
    return '"' + text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;") + '"'


def parse(markup: str) -> list[etree._Element]:
    """Return the elements of the markup. Raises IllFormedError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return list(etree.fromstring(f"<x{declared('w')}{declared('r')}>{markup}</x>".encode(), parser))
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


def words(text: str) -> str:
    """Return what a run holds for the text: ``w:t``, with tabs, new lines and special hyphens as elements."""
    for char, element in _BREAKS.items():
        if char in text:
            before, _, after = text.partition(char)
            return (words(before) if before else "") + element + (words(after) if after else "")
    space = ' xml:space="preserve"' if text[:1] == " " or text[-1:] == " " else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


@cache
def run_properties(style: str = "", language: str = "", base: str = "") -> str:
    """Return a run's ``w:rPr``, "" when it would be empty.

    `base` is markup of what surrounds the run, without its style and language (ECMA-376-1, 17.3.2.28
    has the order).
    """
    properties = f"<w:rStyle w:val={quote(style)}/>" if style else ""
    properties += base
    if language and language.partition("-")[0].lower() != "nl":
        properties += f"<w:lang w:val={quote(_COUNTRIES.get(language, language))}/>"
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def run(text: str, properties: str = "") -> str:
    """Return a run of the text; `properties` is its ``w:rPr``. No text, no run."""
    return f"<w:r>{properties}{words(text)}</w:r>" if text else ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in the style (by id, "" for the default one).

    `properties` is what else its ``w:pPr`` holds, in the order of ECMA-376-1, 17.3.1.26.
    """
    return f"<w:p>{_paragraph_properties(style, properties)}{content}</w:p>"


@cache
def _paragraph_properties(style: str, properties: str) -> str:
    properties = (f"<w:pStyle w:val={quote(style)}/>" if style else "") + properties
    return f"<w:pPr>{properties}</w:pPr>" if properties else ""
