# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of tables that LibreOffice leaves out of a PDF.

When rows may not break across pages and the page has footnotes, LibreOffice 25.2 may put the header and first
row of a table at the end of a page and the others nowhere. Their structure elements are there, without cells
or with cells that have nothing in them; an empty cell that is printed has its empty paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jvom.layout.pdf_ua import children

if TYPE_CHECKING:
    import pikepdf


def loses_rows(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a tagged PDF has rows of a table without cells, or with cells of nothing."""
    import pikepdf

    return any(
        isinstance(each, pikepdf.Dictionary)
        and each.get("/S") == "/TR"
        and not any(isinstance(cell, pikepdf.Dictionary) and children(cell) for cell in children(each))
        for each in pdf.objects
    )
