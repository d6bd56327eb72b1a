# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Building the Word file of a document from its plan and template; the same input gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.package import Package

from jvom.ooxml.names import DATA
from jvom.plan import UNDER_TABLE, Document
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
    package = Package.open(io.BytesIO(template.data))
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
