# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Building the Word file of a document from its plan and template; the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, PartFactory, XmlPart
from docx.package import Package
from lxml import etree

from jvom.ooxml import content_types
from jvom.ooxml.archive import Members
from jvom.ooxml.content_types import read_content_types
from jvom.ooxml.names import DATA
from jvom.ooxml.package import parse_part
from jvom.ooxml.relationships import read_relationships, rels_part
from jvom.plan import UNDER_TABLE, Document
from jvom.source import Span
from jvom.word import binding, controls, custom_data, properties, traces
from jvom.word.body import Body
from jvom.word.bookmarks import Bookmarks
from jvom.word.comments import Comments
from jvom.word.contents import ContentsWriter
from jvom.word.controls import Control
from jvom.word.filling import fill
from jvom.word.images import Images, drop_pictures, used_pictures
from jvom.word.notes import Notes
from jvom.word.numbering import Numbering
from jvom.word.parts import root_of
from jvom.word.revisions import Revisions
from jvom.word.splices import Splices
from jvom.word.styles import TemplateStyles
from jvom.word.template import Template
from jvom.word.zipping import zip_package


def build(document: Document, template: Template, pages: Mapping[str, int]) -> bytes:
    """Return the Word file of the document.

    `pages` gives the page of each bookmark in the table of contents. Raises ValueError (KeyError for a page
    that is missing) for a plan that is impossible: a bug in its maker, not for a user to mend.
    """
    package = _opened(template.data)
    main = cast("XmlPart", package.main_document_part)
    traces.remove(package, main)
    styles = TemplateStyles(root_of(main, RT.STYLES))
    numbering = Numbering(styles, root_of(main, RT.NUMBERING))
    edges = [
        relation.target_part
        for relation in main.rels.values()
        if relation.reltype in (RT.HEADER, RT.FOOTER) and isinstance(relation.target_part, XmlPart)
    ]
    roots = [part.element for part in (main, *edges)]
    images = Images(roots)
    bookmarks = Bookmarks(roots)
    notes = Notes(main)
    revisions = Revisions(document.revisor)
    comments = Comments(main)
    contents = ContentsWriter(document, pages, styles, numbering, root_of(main, RT.SETTINGS))
    body = Body(
        main,
        bookmarks=bookmarks,
        numbering=numbering,
        images=images,
        revisions=revisions,
        notes=notes,
        comments=comments,
        contents=contents.write,
        beside_table=styles.space_before(UNDER_TABLE),
    )
    splices = Splices()
    pictures = {part: used_pictures(part) for part in (main, *edges)}
    shown: dict[str, list[Control]] = {}
    fill(main, document, body, splices, shown)
    for edge in edges:
        edge_body = Body(edge, bookmarks=bookmarks, numbering=numbering, images=images, revisions=revisions)
        fill(edge, document, edge_body, splices, shown)
    for part, used in pictures.items():
        drop_pictures(part, used)
    notes.finish(splices)
    comments.finish(splices)
    bookmarks.finish()
    controls.number(roots)
    if document.tracked or document.draft:
        from jvom.word import tracking

        if document.tracked:
            tracking.enforce(root_of(main, RT.SETTINGS))
        if document.draft:
            tracking.keep_names(root_of(main, RT.SETTINGS))
    if document.data:
        custom_data.add(main, document.data, custom_data.ORIGIN_ITEM)
    if shared := binding.bind(shown, document.text):
        custom_data.add(main, shared, binding.ITEM, DATA)
    properties.write(package, document.properties)
    return zip_package(package, splices)


def _opened(data: bytes) -> Package:
    """Return the package of a template that was judged: the parts to which relationships lead.

    The lists of types and relationships are read as when it was judged: with python-docx's own parser, an
    element at a time, they take longer than the parts.
    """
    members = Members(data)
    types = read_content_types(_parsed(members, content_types.PART), members)
    package = Package()
    parts: dict[str, Part] = {}

    def relate(source: Package | Part, name: str) -> None:
        """Give the package (name "") or a part its relationships, and make the parts to which they lead."""
        rels = rels_part(name)
        for each in read_relationships(_parsed(members, rels), name) if rels in members else ():
            if each.external:
                source.load_rel(each.type, each.target, each.id, True)
            elif each.part in parts:
                source.load_rel(each.type, parts[each.part], each.id, False)
            else:
                part = PartFactory(
                    PackURI(f"/{each.part}"), types[each.part], each.type, members[each.part], package
                )
                parts[each.part] = made = cast("Part", part)
                source.load_rel(each.type, made, each.id, False)
                relate(made, each.part)

    relate(package, "")
    return package


def _parsed(members: Members, part: str) -> etree._Element:
    return parse_part(members[part], part, Span(part))
