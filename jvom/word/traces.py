# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Traces of a template's author and of Word's housekeeping, which no built document may keep.

These are revision ids, comments and their authors, notes that nothing refers to, thumbnails, metadata of
pictures, custom data, placeholders and everything that makes Word ask to update fields.
"""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.package import parse_part
from jvom.ooxml.tree import detach, parent_of
from jvom.ooxml.xml import serialized
from jvom.pictures import strip_picture
from jvom.source import Span
from jvom.word.part_kinds import DROPPED

_ELEMENTS = qnames(
    "w:rsids w:rsid w:proofErr w:lastRenderedPageBreak w:updateFields w:placeholder w:dataBinding "
    "w:commentRangeStart w:commentRangeEnd w:attachedTemplate w:mailMerge w:docVars w:writeProtection "
    "w14:docId w15:docId w15:dataBinding"
)
_NOTE_PARTS = (CT.WML_FOOTNOTES, CT.WML_ENDNOTES)
_NOTES = qnames("w:footnote w:endnote")
_ATTRIBUTES = qnames(
    "w:rsidDel w:rsidP w:rsidR w:rsidRDefault w:rsidRPr w:rsidSect w:rsidTr w:dirty w14:paraId w14:textId"
)


def remove(package: Package, main: Part) -> None:
    """Remove the traces from the package; `main` is its main part."""
    for relations in (package.rels, *(part.rels for part in package.iter_parts())):
        for relation in [each for each in relations.values() if each.reltype in DROPPED]:
            del relations[relation.rId]
    for part in package.iter_parts():
        if part.content_type in ("image/png", "image/jpeg"):
            part._blob = strip_picture(part.blob).data
        elif isinstance(part, XmlPart):
            _uncomment(part.element)
        elif b"<!--" in part.blob or b"<?" in part.blob[2:]:
            root = parse_part(part.blob, str(part.partname), Span(str(part.partname)))
            _uncomment(root)
            part._blob = serialized(root)
    for part in (main, *(each.target_part for each in main.rels.values() if not each.is_external)):
        if isinstance(part, XmlPart):
            _clean(part.element)
        elif part.content_type in _NOTE_PARTS:
            root = parse_part(part.blob, str(part.partname), Span(str(part.partname)))
            before = etree.tostring(root)
            _clean(root)
            if etree.tostring(root) != before:
                part._blob = serialized(root)


def _uncomment(root: etree._Element) -> None:
    """Remove what no program reads: comments of XML, and instructions to programs."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)


def _clean(root: etree._Element) -> None:
    etree.strip_attributes(root, *_ATTRIBUTES)
    for element in list(root.iter(*_ELEMENTS)):
        detach(element)
    for mark in list(root.iter(qn("w:commentReference"))):
        detach(parent_of(mark))
    # A template has no references to notes (see safety.py): what is left are the separators.
    for note in list(root.iterchildren(*_NOTES)):
        if note.get(qn("w:type"), "normal") == "normal":
            detach(note)
