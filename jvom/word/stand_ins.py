# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Styles that came later than the templates of a house: one that is missing is made of an older one."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.xml import parse, quote

_STYLE, _ID = qn("w:style"), qn("w:styleId")

# By id: the name of the style, and the style that it is based on.
_NEW = {
    "TOC4": ("toc 4", "TOC1"),
    "TableOfFigures": ("table of figures", "TOC2"),
    "KopLijst": ("Kop lijst", "TOCHeading"),
    "BijschriftTabel": ("Bijschrift tabel", "Caption"),
}


def add(roots: Mapping[str, etree._Element]) -> tuple[str, ...]:
    """Add the missing styles to the parts of a template, and return their ids.

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
    return tuple(added)
