# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Building blocks of the body in WordprocessingML: paragraphs, runs, fields, content controls, tables.

A content control (``w:sdt``) has a tag, by which jvom fills it, an alias, which Word shows on its frame, and
a prompt in the style Placeholder Text. All are rich-text controls, since their content may have several runs,
line breaks or a redacted name, which a plain-text control can't hold.
"""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from jvom.documents.dossier import LAYOUT_TABLE

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PICTURE = "picture"
"""The id of the relationship of a part with the picture that it shows."""

EMU_PER_TWIP = 635
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

TAB = "<w:r><w:tab/></w:r>"


def run(text: str, style: str = "") -> str:
    """Return a run of `text`, in the character style of that id when one is named."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *content: str, section: str = "") -> str:
    """Return a paragraph in the style of that id; `section` is the w:sectPr of the section it ends."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr>{"".join(content)}</w:p>'


def field(instruction: str, *result: str) -> str:
    """Return a complex field with its cached result (runs), which Word and LibreOffice show on opening."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{''.join(result)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def page_of_pages(style: str) -> str:
    """Return the paragraph "Pagina 1 van 2" with its two fields."""
    page, pages = field("PAGE", run("1")), field("NUMPAGES", run("2"))
    return paragraph(style, run("Pagina "), page, run(" van "), pages)


class Controls:
    """The content controls of one template, with ids in the order in which they are made."""

    def __init__(self) -> None:
        self._last = 1000

    def text(self, tag: str, alias: str, prompt: str) -> str:
        """Return an inline control, for words or several lines."""
        return self._control(tag, alias, run(prompt, "PlaceholderText"))

    def blocks(self, tag: str, alias: str, prompt: str, style: str) -> str:
        """Return a control for paragraphs and tables; the prompt shows the paragraph style to use."""
        return self._control(tag, alias, paragraph(style, run(prompt, "PlaceholderText")))

    def picture(self, tag: str, alias: str, description: str, size: tuple[int, int]) -> str:
        """Return a control for a picture of that size, in twips, which shows a grey one until there is one.

        Its part has the relationship :data:`PICTURE` with the grey picture.
        """
        width, height = (length * EMU_PER_TWIP for length in size)
        size_attributes = f'cx="{width}" cy="{height}"'
        named = f'id="1" name={quoteattr(alias)} descr={quoteattr(description)}'
        drawing = (
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"'
            f' xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent {size_attributes}/><wp:docPr {named}/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{PICTURE}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size_attributes}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )
        return (
            f"<w:sdt><w:sdtPr>{self._name(tag, alias)}<w:showingPlcHdr/><w:picture/></w:sdtPr>"
            f"<w:sdtContent><w:r>{drawing}</w:r></w:sdtContent></w:sdt>"
        )

    def contents(self, tag: str, alias: str, content: str) -> str:
        """Return the control around a table of contents, with which Word offers to update it."""
        return (
            f"<w:sdt><w:sdtPr>{self._name(tag, alias)}<w:docPartObj>"
            '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _control(self, tag: str, alias: str, content: str) -> str:
        return (
            f"<w:sdt><w:sdtPr>{self._name(tag, alias)}<w:showingPlcHdr/><w:richText/></w:sdtPr>"
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _name(self, tag: str, alias: str) -> str:
        self._last += 1
        return f'<w:alias w:val={quoteattr(alias)}/><w:tag w:val="{tag}"/><w:id w:val="{self._last}"/>'


def cell(
    width: int,
    *content: str,
    columns: int = 1,
    left: int = 0,
    below: int = 0,
    merged: Literal["", "restart", "continue"] = "",
) -> str:
    """Return a cell `width` twips wide over `columns` columns; `left` and `below` are its margins.

    A `merged` one goes on in the row below ("restart"), or goes on from above ("continue").
    """
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    merge = f'<w:vMerge w:val="{merged}"/>' if merged else ""
    margins = "".join(
        f'<w:{side} w:w="{margin}" w:type="dxa"/>'
        for side, margin in (("left", left), ("bottom", below))
        if margin
    )
    margins = f"<w:tcMar>{margins}</w:tcMar>" if margins else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{margins}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, height: int = 0) -> str:
    """Return a row that does not break across pages, at least `height` twips high."""
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}</w:trPr>{''.join(cells)}</w:tr>"


def layout_table(title: str, widths: tuple[int, ...], *rows: str) -> str:
    """Return a layout table: text side by side, no borders, no header row, fixed widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Opmaaktabel"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="0" w:noVBand="0"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/>"
        f"<w:tblDescription w:val={quoteattr(LAYOUT_TABLE)}/>"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
