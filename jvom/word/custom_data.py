# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Data that a Word file carries in parts of their own (ECMA-376-1, 15.2.5)."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from jvom.ooxml.names import ORIGIN
from jvom.ooxml.xml import DECLARATION, quote, well_formed

ORIGIN_ITEM = "{6A766F6D-6865-726B-6F6D-737400000001}"
"""The id by which Word keeps the part with the origin of an exported text."""

_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def add(main: Part, xml: str, item: str, namespace: str = ORIGIN) -> None:
    """Add a part with the XML, in that namespace, to the document whose main part this is.

    `item` is the id by which Word keeps it when it saves, and by which controls find it. Raises
    IllFormedError.
    """
    number = 1 + sum(relation.reltype == RT.CUSTOM_XML for relation in main.rels.values())
    properties_xml = (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_DATASTORE}" ds:itemID="{item}">'
        f"<ds:schemaRefs><ds:schemaRef ds:uri={quote(namespace)}/></ds:schemaRefs></ds:datastoreItem>"
    )
    data = b"".join(well_formed(each.encode() for each in (DECLARATION, xml)))
    part = Part(PackURI(f"/customXml/item{number}.xml"), CT.XML, data, main.package)
    properties = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        CT.OFC_CUSTOM_XML_PROPERTIES,
        properties_xml.encode(),
        main.package,
    )
    part.relate_to(properties, RT.CUSTOM_XML_PROPS)
    main.relate_to(part, RT.CUSTOM_XML)
