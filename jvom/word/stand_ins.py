# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Styles that came later than the templates of a house: one that is missing is made of an older one.

A bar of the public version was black on black before it said its ground: its letters become white.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import VAL, find, value
from jvom.ooxml.xml import parse, quote

_STYLE, _ID, _FILL = qnames("w:style w:styleId w:fill")
_BAR = "Gelakt"
_BLACK = ("000000", "auto", "black")

# By id: the name of the style, and the style that it is based on.
_NEW = {
    "TOC4": ("toc 4", "TOC1"),
    "TableOfFigures": ("table of figures", "TOC2"),
    "KopLijst": ("Kop lijst", "TOCHeading"),
    "BijschriftTabel": ("Bijschrift tabel", "Caption"),
}


def add(roots: Mapping[str, etree._Element]) -> tuple[str, ...]:
    """Add the missing styles to the parts of a template, and return their ids, with that of a changed one.

    A template without the older style gets none: then both are missing.
    """
    added: list[str] = []
    for root in roots.values():
        if root.tag != qn("w:styles"):
            continue
        present = {style.get(_ID, "") for style in root.iterchildren(_STYLE)}
        for id, (name, base) in _NEW.items():
            if id not in present and base in present:
                custom = "" if name[0].islower() else ' w:customStyle="1"'
                made = parse(
                    f'<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val={quote(name)}/>'
                    f'<w:basedOn w:val="{base}"/></w:style>'
                )
                root.extend(made)
                added.append(id)
        bars = (style for style in root.iterchildren(_STYLE) if style.get(_ID) == _BAR)
        added += [_BAR for bar in bars if _show_letters(bar)]
    return tuple(added)


def _show_letters(bar: etree._Element) -> bool:
    """Make the letters of a bar white when they are as black as the bar; tell whether they were."""
    colour, shading = find(bar, "w:rPr/w:color"), find(bar, "w:rPr/w:shd")
    if colour is None or shading is None or shading.get(_FILL, "") not in _BLACK:
        return False
    if value(colour) not in _BLACK:
        return False
    for attribute in list(colour.attrib):  # a colour of the theme would win
        del colour.attrib[attribute]
    colour.set(VAL, "FFFFFF")
    return True
