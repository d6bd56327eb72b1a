# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A document's properties: title, subject and house, never which person made it or on which machine."""

from __future__ import annotations

from datetime import datetime

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from jvom.ooxml.names import NAMESPACES, declaration
from jvom.ooxml.xml import DECLARATION, escape, well_formed
from jvom.plan import Properties


def write(package: Package, properties: Properties) -> None:
    """Replace the package's core and extended properties (ECMA-376-2, 11). Raises IllFormedError."""
    for part_type in (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES):
        for relation in [each for each in package.rels.values() if each.reltype == part_type]:
            del package.rels[relation.rId]
    written = (
        ("/docProps/core.xml", RT.CORE_PROPERTIES, CT.OPC_CORE_PROPERTIES, core_xml(properties)),
        ("/docProps/app.xml", RT.EXTENDED_PROPERTIES, CT.OFC_EXTENDED_PROPERTIES, _app_xml(properties)),
    )
    for partname, part_type, content_type, xml in written:
        blob = b"".join(well_formed(each.encode() for each in [xml]))
        package.relate_to(Part(PackURI(partname), content_type, blob, package), part_type)


def _app_xml(properties: Properties) -> str:
    company = f"<Company>{escape(properties.author)}</Company>" if properties.author else ""
    return (
        f'{DECLARATION}<Properties xmlns="{NAMESPACES["ep"]}"><Application>jvom</Application>{company}'
        "</Properties>"
    )


def core_xml(properties: Properties) -> str:
    """Return ``docProps/core.xml``: title, subject, house, language, moment of creation, kind and status."""
    moment = w3c_date(properties.created)
    others = "".join(
        f"<{name}>{escape(value)}</{name}>"
        for name, value in (
            ("dc:creator", properties.author),
            ("cp:category", properties.category),
            ("cp:contentStatus", properties.status),
        )
        if value
    )
    return (
        f"{DECLARATION}<cp:coreProperties{declaration('cp', 'dc', 'dcterms', 'xsi')}>"
        f"<dc:title>{escape(properties.title)}</dc:title><dc:subject>{escape(properties.subject)}</dc:subject>{others}"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{escape(properties.language)}</dc:language></cp:coreProperties>"
    )


def w3c_date(moment: datetime) -> str:
    """Return the moment, in UTC, as W3CDTF writes it: ``2026-05-20T00:00:00Z``."""
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}Z"
