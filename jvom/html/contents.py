# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The contents of a web page: each document with its numbered headings."""

from __future__ import annotations

from html import escape

from jvom.html.frames import frame_of
from jvom.plan import Document, paragraphs, plain_text

_DEEPEST = 3


def title_of(document: Document) -> str:
    """Return what a document is called, as text."""
    frame = frame_of(document)
    said = plain_text(document.text.get(frame.title, ())) if frame.title else ""
    name = document.file[:1].upper() + document.file[1:].replace("-", " ")
    return f"{name}: {said}" if said else name


def contents(document: Document) -> str:
    """Return a document in the contents, with its numbered headings as lists in lists."""
    written = f'<li><a href="#{escape(document.file)}">{escape(title_of(document))}</a>'
    depth = 0
    for tag in frame_of(document).texts:
        for paragraph in paragraphs(document.blocks.get(tag, ())):
            level = paragraph.heading
            if not paragraph.bookmark or not level or level > _DEEPEST:
                continue
            level = min(level, depth + 1)
            written += "</li>\n" if level <= depth else ""
            written += "</ul></li>\n" * (depth - level) + ("<ul>\n" if level > depth else "")
            depth = level
            words = " ".join(filter(None, (paragraph.number, plain_text(paragraph.content))))
            written += f'<li><a href="#{escape(f"{document.file}.{paragraph.bookmark}")}">{escape(words)}</a>'
    return f"{written}{'</li></ul>' * depth}</li>\n"
