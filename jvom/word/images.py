# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Inline pictures: a part for each different picture, a drawing for each place."""

from __future__ import annotations

from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

from jvom.ooxml.measures import emu
from jvom.ooxml.names import NAMESPACES, declaration, qn
from jvom.ooxml.values import whole_number
from jvom.ooxml.xml import quote
from jvom.plan import Image

# All attributes of this namespace are ids of relationships.
_USED = etree.XPath("//@r:*", namespaces={"r": NAMESPACES["r"]})

MEDIA_TYPES = {"jpeg": "image/jpeg", "png": "image/png"}


def used_pictures(part: XmlPart) -> frozenset[str]:
    """Return the ids of the relationships with pictures that the part uses."""
    pictures = {relation.rId for relation in part.rels.values() if relation.reltype == RT.IMAGE}
    if not pictures:
        return frozenset()
    return frozenset(pictures & set(map(str, cast("list[str]", _USED(part.element)))))


def drop_pictures(part: XmlPart, before: frozenset[str]) -> None:
    """Drop the pictures that the part used `before` and uses no longer, as those of an empty control."""
    for unused in before - used_pictures(part) if before else ():
        del part.rels[unused]


class Images:
    """The pictures of a document; `roots` are the parts that may have drawings already."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._parts: dict[tuple[bytes, str], Part] = {}
        existing = (each for root in roots for each in root.iter(qn("wp:docPr")))
        self._next = 1 + max((whole_number(each.get("id"), 0) for each in existing), default=0)

    def drawing(self, image: Image, part: Part) -> str:
        """Return the drawing's markup, for use in `part`. Raises ValueError for an unknown kind."""
        extension = image.extension
        if extension not in MEDIA_TYPES:
            raise ValueError(f"unknown kind of picture: {extension!r}")
        key = (image.data, extension)
        if key not in self._parts:
            partname = PackURI(f"/word/media/picture{len(self._parts) + 1}.{extension}")
            self._parts[key] = Part(partname, MEDIA_TYPES[extension], image.data, part.package)
        relation = part.relate_to(self._parts[key], RT.IMAGE)
        number = self._next
        self._next += 1
        size = f'cx="{emu(image.width)}" cy="{emu(image.height)}"'
        named = f'id="{number}" name="Afbeelding {number}" descr={quote(image.description)}'
        return (
            # Without these four LibreOffice leaves an eighth of an inch around the picture.
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"{declaration("wp")}>'
            f"<wp:extent {size}/><wp:docPr {named}/>"
            f'<a:graphic{declaration("a")}><a:graphicData uri="{NAMESPACES["pic"]}">'
            f"<pic:pic{declaration('pic')}>"
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
