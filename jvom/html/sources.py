# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a paragraph on a page was typed: ``data-source="rapport/nmi.md" data-lines="12-14"``."""

from __future__ import annotations

from html import escape

from jvom.plan import Paragraph


def source_of(paragraph: Paragraph) -> str:
    """Return the attributes that say where a paragraph was typed; "" when its plan does not say so."""
    span = paragraph.source
    if span is None:
        return ""
    return f' data-source="{escape(span.path)}" data-lines="{span.line}-{span.end_line}"'
