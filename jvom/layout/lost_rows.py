# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of tables that LibreOffice leaves out of a PDF.

When rows may not break across pages and the page has footnotes, LibreOffice 25.2 may put the header and first
row of a table at the end of a page and the others nowhere. Their structure elements are there, without cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf


def loses_rows(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a tagged PDF has rows of a table without cells."""
    import pikepdf

    return any(
        isinstance(each, pikepdf.Dictionary)
        and each.get("/S") == "/TR"
        and ("/K" not in each or (isinstance(each.K, pikepdf.Array) and not len(each.K)))
        for each in pdf.objects
    )
