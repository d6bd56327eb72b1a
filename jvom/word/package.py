# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A document of a plan and a template: the whole file, the same bytes for the same input."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from jvom.plan import Block, Contents, ContentsEntry, Document, NewSection, Table, paragraphs
from jvom.word import controls, fields, properties, sections, traces
from jvom.word.body import Body
from jvom.word.bookmarks import Bookmarks
from jvom.word.controls import Control
from jvom.word.images import Images
from jvom.word.markup import name, quote
from jvom.word.notes import Notes
from jvom.word.numbering import Numbering
from jvom.word.parts import root_of
from jvom.word.splices import Splices
from jvom.word.styles import Styles
from jvom.word.template import Template
from jvom.word.tree import below, is_in, parent_of, value

_SUFFIXES = {
    "tab": "<w:r><w:tab/></w:r>",
    "space": '<w:r><w:t xml:space="preserve"> </w:t></w:r>',
    "nothing": "",
}
# The least that zip knows, so that no file tells when it was made (PKWARE APPNOTE, 4.4.6).
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_ZIP_ATTRIBUTES = 0o644 << 16
_COMPRESSION_LEVEL = 6


def build(document: Document, template: Template, pages: Mapping[str, int]) -> bytes:
    """Return the Word file of the document.

    `pages` gives the page of each bookmark in the table of contents. Raises ValueError (KeyError for a page
    that is missing) for a plan that no file can be made of: a bug in what made it, not for a user to mend.
    """
    package = Package.open(io.BytesIO(template.data))
    main = cast("XmlPart", package.main_document_part)
    traces.remove(package, main)
    styles = Styles(root_of(main, RT.STYLES))
    numbering = Numbering(styles, root_of(main, RT.NUMBERING))
    edges = [
        relation.target_part
        for relation in main.rels.values()
        if relation.reltype in (RT.HEADER, RT.FOOTER) and isinstance(relation.target_part, XmlPart)
    ]
    parts = [main, *edges]
    images = Images(_first_free_drawing(parts))
    bookmarks = Bookmarks([part.element for part in parts])
    notes = Notes(main)
    contents = _ContentsWriter(document, pages, styles, numbering, root_of(main, RT.SETTINGS))
    body = Body(
        main, bookmarks=bookmarks, numbering=numbering, images=images, notes=notes, contents=contents.write
    )
    splices = Splices()
    _fill(main, document, body, splices)
    for edge in edges:
        edge_body = Body(edge, bookmarks=bookmarks, numbering=numbering, images=images)
        _fill(edge, document, edge_body, splices)
    notes.finish(splices)
    bookmarks.finish()
    controls.number([part.element for part in parts])
    properties.write(package, document.properties)
    return zipped(package, splices)


def zipped(package: Package, splices: Splices) -> bytes:
    """Return the package as a zip file: parts by name, no dates, nothing of this machine."""
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    members: dict[str, Iterable[bytes]] = {"_rels/.rels": [package.rels.xml]}
    for part in parts:
        content = splices.written(part.element) if isinstance(part, XmlPart) else [part.blob]
        members[part.partname.membername] = content
        if len(part.rels):
            members[part.partname.rels_uri.membername] = [part.rels.xml]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, "[Content_Types].xml", [_content_types(parts)])
        for member in sorted(members):
            _add(archive, member, members[member])
    return file.getvalue()


def _add(archive: zipfile.ZipFile, member: str, content: Iterable[bytes]) -> None:
    info = zipfile.ZipInfo(member, _ZIP_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    info.external_attr = _ZIP_ATTRIBUTES
    archive.writestr(info, b"".join(content), compresslevel=_COMPRESSION_LEVEL)


def _content_types(parts: list[Part]) -> bytes:
    """Return the list of the parts' types, each part by name (ECMA-376-2, 10.1.2.2)."""
    overrides = "".join(
        f"<Override PartName={quote(part.partname)} ContentType={quote(part.content_type)}/>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _fill(part: XmlPart, document: Document, body: Body, splices: Splices) -> None:
    """Fill the content controls of a part, or take them out."""
    root = part.element
    emptied: list[etree._Element] = []
    filled: list[Control] = []
    for control in list(controls.controls(root)):
        if not is_in(control.element, root):
            continue  # It went with what it stood in.
        blocks = document.blocks.get(control.tag, ())
        text = document.text.get(control.tag, ())
        is_planned = control.tag in document.blocks or control.tag in document.text
        if any(not isinstance(block, NewSection) for block in blocks):
            filled += _fill_blocks(control, blocks, body, splices)
        elif text:
            controls.fill_text(control, text, body.inlines)
        elif is_planned or controls.shows_placeholder(control.element):
            section = sections.section_of(control.element)
            if section is not None and _is_top(control):
                emptied.append(section)
            controls.remove(control)
    for section in emptied:
        sections.drop_if_empty(section)
    for control in filled:
        controls.unwrap(control)


def _fill_blocks(
    control: Control, blocks: tuple[Block, ...], body: Body, splices: Splices
) -> tuple[Control, ...]:
    """Fill a control with blocks; returns those of the body itself, one a section."""
    sdt = control.element

    def fill(control: Control, blocks: tuple[Block, ...], width: int) -> None:
        pieces = body.blocks(blocks, width)
        controls.fill_blocks(control, splices.mark(pieces, ends_in_table=isinstance(blocks[-1], Table)))

    if not _is_top(control):
        fill(control, blocks, sections.width_in(sdt))
        return ()
    *earlier, last = sections.stretches(sdt, blocks)
    made = [control]
    for stretch in earlier:
        same = Control(control.tag, control.level, deepcopy(sdt))
        sdt.addprevious(same.element)
        fill(same, stretch.blocks, sections.text_width(stretch.section))
        sections.close(same.element, stretch)
        made.append(same)
    fill(control, last.blocks, sections.text_width(last.section))
    sections.end_with(sdt, last)
    return tuple(made)


def _is_top(control: Control) -> bool:
    """Tell whether the control stands in the body itself, where sections are."""
    return parent_of(control.element).tag == name("w:body")


def _first_free_drawing(parts: list[XmlPart]) -> int:
    numbers = [int(each.get("id", "0")) for part in parts for each in part.element.iter(name("wp:docPr"))]
    return max(numbers, default=0) + 1


class _ContentsWriter:
    """Writes the table of contents as the template's styles, lists and settings would have it."""

    def __init__(
        self,
        document: Document,
        pages: Mapping[str, int],
        styles: Styles,
        numbering: Numbering,
        settings: etree._Element | None,
    ) -> None:
        self._document = document
        self._pages = pages
        self._styles = styles
        self._numbering = numbering
        self._separator = value(below(settings, "w:listSeparator"), ";")

    def write(self, plan: Contents, body: Body) -> Iterator[str]:
        """Return the markup of the table of contents."""
        styles = {
            paragraph.bookmark: paragraph.style
            for blocks in self._document.blocks.values()
            for paragraph in paragraphs(blocks)
            if paragraph.heading and paragraph.bookmark
        }

        def suffix(entry: ContentsEntry) -> str:
            return _SUFFIXES[self._numbering.suffix(styles.get(entry.bookmark, ""))]

        def inlines(entry: ContentsEntry) -> str:
            return body.inlines(entry.text)

        others = {
            (self._styles.label(style), entry.level): None
            for entry in plan.entries
            if (style := styles.get(entry.bookmark)) and not self._styles.is_heading(style, entry.level)
        }
        code = fields.contents_code(others, self._separator)
        return fields.contents(plan, code, self._pages, suffix, inlines, body.paragraph)
