# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs and paragraphs as markup: WordprocessingML is written in bulk, as text.

Of the prefixes of :data:`jvom.ooxml.names.NAMESPACES` ``w`` and ``r`` are declared where it goes; markup that
uses another declares it, as Word does.
"""

from __future__ import annotations

from functools import cache

from jvom.ooxml.xml import escape, quote

_BREAKS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}

# Word finds its proofing tools by language and country. For a text that names only the language, this is the
# country whose spelling Dutch ministries follow.
_COUNTRIES = {"de": "de-DE", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "it": "it-IT", "pt": "pt-PT"}


def words(text: str) -> str:
    """Return the content of a run: ``w:t``, with tabs, line breaks and special hyphens as elements."""
    for char, element in _BREAKS.items():
        if char in text:
            before, _, after = text.partition(char)
            return (words(before) if before else "") + element + (words(after) if after else "")
    space = ' xml:space="preserve"' if text[:1] == " " or text[-1:] == " " else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


@cache
def run_properties(style: str = "", language: str = "", base: str = "") -> str:
    """Return a run's ``w:rPr``, "" when it would be empty.

    `base` is the markup of other properties, those around the run; the order is that of ECMA-376-1,
    17.3.2.28.
    """
    properties = f"<w:rStyle w:val={quote(style)}/>" if style else ""
    properties += base
    if language and language.partition("-")[0].lower() != "nl":
        properties += f"<w:lang w:val={quote(_COUNTRIES.get(language, language))}/>"
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def with_property(properties: str, more: str) -> str:
    """Return a ``w:rPr``, or "", with one more property at its end."""
    return f"{properties.removesuffix('</w:rPr>') or '<w:rPr>'}{more}</w:rPr>"


def run(text: str, properties: str = "") -> str:
    """Return a run of the text; `properties` is its ``w:rPr``. No text, no run."""
    return f"<w:r>{properties}{words(text)}</w:r>" if text else ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in the style (by id, "" for the default one).

    `properties` are the others in its ``w:pPr``, in the order of ECMA-376-1, 17.3.1.26.
    """
    return f"<w:p>{paragraph_properties(style, properties)}{content}</w:p>"


@cache
def paragraph_properties(style: str, properties: str) -> str:
    """Return a paragraph's ``w:pPr``, "" when it would be empty; the arguments are as for a paragraph."""
    properties = (f"<w:pStyle w:val={quote(style)}/>" if style else "") + properties
    return f"<w:pPr>{properties}</w:pPr>" if properties else ""
