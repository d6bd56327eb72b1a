# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Data that a Word file carries in a part of its own (ECMA-376-1, 15.2.5)."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from jvom.ooxml.names import ORIGIN
from jvom.ooxml.xml import DECLARATION, well_formed

_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# Word keeps a part by this id when it saves; the same for every file, as it says what kind of data it is.
_ITEM = "{6A766F6D-6865-726B-6F6D-737400000001}"
_PROPERTIES = (
    f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_DATASTORE}" ds:itemID="{_ITEM}">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{ORIGIN}"/></ds:schemaRefs></ds:datastoreItem>'
)


def add(main: Part, xml: str) -> None:
    """Add a part with the XML to the document whose main part this is. Raises IllFormedError."""
    data = b"".join(well_formed(each.encode() for each in (DECLARATION, xml)))
    item = Part(PackURI("/customXml/item1.xml"), CT.XML, data, main.package)
    properties = Part(
        PackURI("/customXml/itemProps1.xml"), CT.OFC_CUSTOM_XML_PROPERTIES, _PROPERTIES.encode(), main.package
    )
    item.relate_to(properties, RT.CUSTOM_XML_PROPS)
    main.relate_to(item, RT.CUSTOM_XML)
