# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All documents of a dossier on one web page, which needs no other file and no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from jvom.html.blocks import Blocks
from jvom.html.frames import Frame, frame_of
from jvom.html.inlines import Inlines
from jvom.plan import Document, Paragraph, bookmark_at, paragraphs, plain_text

_CSS = Path(__file__).with_name("page.css")
_DEEPEST_IN_CONTENTS = 3


def page(documents: Sequence[Document]) -> str:
    """Return the page; every id on it begins with the name of its document.

    Raises ValueError when there are no documents.
    """
    if not documents:
        raise ValueError("a page without documents")
    targets = {
        (document.file, bookmark): f"{document.file}.{bookmark}"
        for document in documents
        for paragraph in _all_paragraphs(document)
        if (bookmark := bookmark_at(paragraph))
    }
    first = documents[0]
    title = escape(first.properties.subject or first.properties.title)
    ministry = next((said for each in documents if (said := plain_text(each.text.get("woordmerk", ())))), "")
    contents = "".join(map(_contents, documents))
    articles = "".join(_article(each, targets) for each in documents)
    css = _CSS.read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{css}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#tekst">Naar de tekst</a>\n<header>\n'
        f'<p class="ministry">{escape(ministry)}</p>\n<h1>{title}</h1>\n</header>\n'
        f'<div class="beside"><nav aria-label="Inhoud"><ul>\n{contents}</ul></nav>\n'
        f'<main id="tekst">\n{articles}</main></div>\n</body>\n</html>\n'
    )


def _all_paragraphs(document: Document) -> Iterator[Paragraph]:
    for blocks in document.blocks.values():
        yield from paragraphs(blocks)


def _title(document: Document) -> str:
    """Return how a document is called, as text."""
    frame = frame_of(document)
    said = plain_text(document.text.get(frame.title, ())) if frame.title else ""
    name = document.file[:1].upper() + document.file[1:].replace("-", " ")
    return f"{name}: {said}" if said else name


# --- contents ------------------------------------------------------------------------------------


def _contents(document: Document) -> str:
    """Return a document in the contents, with its numbered headings as lists in lists."""
    written = f'<li><a href="#{escape(document.file)}">{escape(_title(document))}</a>'
    depth = 0
    for tag in frame_of(document).texts:
        for paragraph in paragraphs(document.blocks.get(tag, ())):
            level = paragraph.heading
            if not paragraph.bookmark or not level or level > _DEEPEST_IN_CONTENTS:
                continue
            level = min(level, depth + 1)
            written += "</li>\n" if level <= depth else ""
            written += "</ul></li>\n" * (depth - level) + ("<ul>\n" if level > depth else "")
            depth = level
            words = " ".join(filter(None, (paragraph.number, plain_text(paragraph.content))))
            written += f'<li><a href="#{escape(f"{document.file}.{paragraph.bookmark}")}">{escape(words)}</a>'
    return f"{written}{'</li></ul>' * depth}</li>\n"


# --- a document ----------------------------------------------------------------------------------


def _article(document: Document, targets: Mapping[tuple[str, str], str]) -> str:
    frame = frame_of(document)
    inlines = Inlines(document.file, targets)
    blocks = Blocks(inlines)
    name = escape(document.file)

    def field(tag: str) -> str:
        return inlines.html(document.text.get(tag, ()))

    def texts(tags: Sequence[str]) -> str:
        return "".join(blocks.html(document.blocks.get(tag, ())) for tag in tags)

    marks = "".join(
        f'<p class="mark">{said}</p>\n' for tag in ("rubricering", "concept") if (said := field(tag))
    )
    subtitles, notices = (
        "".join(_line(field(tag)) for tag in tags) for tags in (frame.subtitles, frame.notices)
    )
    return (
        f'<article id="{name}" aria-labelledby="{name}.titel">\n{marks}'
        f'<h2 id="{name}.titel">{escape(_title(document))}</h2>\n{subtitles}{texts(frame.above)}'
        f"{_particulars(frame, field)}{_line(field(frame.opening))}{texts(frame.texts)}"
        f"{_line(field(frame.closing))}{_signatures(frame, field)}{inlines.notes()}{texts(frame.below)}"
        f"{notices}</article>\n"
    )


def _particulars(frame: Frame, field: Callable[[str], str]) -> str:
    rows = "".join(
        f"<dt>{label}</dt><dd>{said}</dd>\n" for tag, label in frame.particulars if (said := field(tag))
    )
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _signatures(frame: Frame, field: Callable[[str], str]) -> str:
    signed = ("<br>".join(filter(None, map(field, tags))) for tags in frame.signatures)
    return "".join(f'<p class="signature">{each}</p>\n' for each in signed if each)


def _line(said: str) -> str:
    return f"<p>{said}</p>\n" if said else ""
