# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page: section properties, headers, footers and the document part."""

from __future__ import annotations

import msgspec

from tools.templates.lengths import mm
from tools.templates.markup import DECLARATION, NAMESPACES


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """An A4 page; all lengths in twips. `header` and `footer` are their distances from the paper's edge."""

    landscape: bool = False
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """The width between the left and right margins."""
        return (mm(297) if self.landscape else mm(210)) - self.left - self.right


class HeadersAndFooters(msgspec.Struct, frozen=True, kw_only=True):
    """The relationship ids of a section's headers and footers; "" for none.

    With `first` a section has headers and footers of its own on its first page (w:titlePg).
    """

    header: str = ""
    footer: str = ""
    first_header: str = ""
    first_footer: str = ""

    @property
    def first(self) -> bool:
        return bool(self.first_header or self.first_footer)


def section(page: Page, running: HeadersAndFooters) -> str:
    """Return the w:sectPr of a section that starts on a new page; child order as in CT_SectPr.

    That of the last section goes into the body itself, the others into the last paragraph of their section.
    """
    references = "".join(
        f'<w:{kind}Reference w:type="{place}" r:id="{target}"/>'
        for kind, place, target in (
            ("header", "default", running.header),
            ("header", "first", running.first_header),
            ("footer", "default", running.footer),
            ("footer", "first", running.first_footer),
        )
        if target
    )
    width, height = mm(210), mm(297)
    size = (
        f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
        if page.landscape
        else f'<w:pgSz w:w="{width}" w:h="{height}"/>'
    )
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>{size}'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/><w:cols w:space="708"/>'
        f"{'<w:titlePg/>' if running.first else ''}</w:sectPr>"
    )


def document(*body: str) -> str:
    """Return the main document part around `body`, whose last item is the last section's properties."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"


def header(*paragraphs: str) -> str:
    """Return a header part."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{''.join(paragraphs)}</w:hdr>"


def footer(*paragraphs: str) -> str:
    """Return a footer part."""
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{''.join(paragraphs)}</w:ftr>"
