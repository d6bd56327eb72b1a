# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The parts related to the main one: found in the template, or made when it has none."""

from __future__ import annotations

from typing import cast

from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree


def root_of(part: Part, relation_type: str) -> etree._Element | None:
    """Return the root element of the part that `part` has this relationship to, None when there is none."""
    for relation in part.rels.values():
        if relation.reltype == relation_type and isinstance(relation.target_part, XmlPart):
            return cast("etree._Element", relation.target_part.element)
    return None


def xml_part(part: Part, relation_type: str, partname: str, content_type: str, empty: str) -> XmlPart:
    """Return the part that `part` has this relationship to as one with an element tree.

    python-docx keeps a part for which it has no class as bytes: such a part is replaced, and its
    relationships kept. When there is none, it is made from the markup `empty`.
    """
    for relation in part.rels.values():
        if relation.reltype == relation_type and not relation.is_external:
            break
    else:
        made = _loaded(PackURI(partname), content_type, empty.encode(), part)
        part.relate_to(made, relation_type)
        return made
    found = relation.target_part
    if isinstance(found, XmlPart):
        return found
    loaded = _loaded(found.partname, found.content_type, found.blob, part)
    for inner in found.rels.values():
        target = inner.target_ref if inner.is_external else inner.target_part
        loaded.load_rel(inner.reltype, target, inner.rId, inner.is_external)
    del part.rels[relation.rId]
    part.load_rel(relation_type, loaded, relation.rId)
    return loaded


def _loaded(partname: PackURI, content_type: str, xml: bytes, beside: Part) -> XmlPart:
    return cast("XmlPart", XmlPart.load(partname, content_type, xml, beside.package))
