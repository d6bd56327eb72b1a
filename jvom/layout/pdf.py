# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finishing a PDF of LibreOffice: it conforms to PDF/UA, and nothing depends on the clock.

PDF/UA-1 (ISO 14289-1, 7.18) requires an alternate description of every link. LibreOffice gives those in a
table of contents none, and cross-references the name of their bookmark, which a screen reader would spell
out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jvom.layout.pdf_ua import conform, missing_characters, untagged_links
from jvom.layout.result import Obstacles
from jvom.plan import Properties

if TYPE_CHECKING:
    import pikepdf

FORMAT = "5"
"""Changes with the code here, so that no PDF from an earlier version is reused."""


def finish(pdf: pikepdf.Pdf, properties: Properties) -> bytes:
    """Return the PDF with its links described and its tags in order; the same bytes at any moment.

    `pdf` is what LibreOffice made, and is changed. The result claims to conform to PDF/UA unless something in
    it can't: see :func:`jvom.layout.pdf_ua.conform`.
    """
    import pikepdf

    conform(pdf)
    _describe_links(pdf)
    if "/Dests" in pdf.Root:
        del pdf.Root.Dests
    for mark in ("/DocChecksum", "/ID"):
        if mark in pdf.trailer:
            del pdf.trailer[mark]
    moment = f"D:{properties.created:%Y%m%d%H%M%S}Z"
    pdf.docinfo["/CreationDate"] = pikepdf.String(moment)
    numbered = io.BytesIO()
    # LibreOffice numbers fonts by their place in memory. Without object streams, objects are numbered in
    # the order in which the pages refer to them.
    pdf.save(numbered, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    finished = io.BytesIO()
    with pikepdf.open(numbered) as again:
        if "/ID" in again.trailer:
            del again.trailer["/ID"]
        again.save(
            finished,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            fix_metadata_version=False,
        )
    return finished.getvalue()


def obstacles(data: bytes) -> Obstacles:
    """Return what keeps a finished PDF from conforming to PDF/UA."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        links = [each for page in pdf.pages for each in untagged_links(page.get("/Annots", ()))]
        return Obstacles(
            characters=missing_characters(pdf),
            links=tuple(dict.fromkeys(_address(link) or str(link.get("/Contents", "")) for link in links)),
        )


def _describe_links(pdf: pikepdf.Pdf) -> None:
    """Write /Contents for links: where an internal one leads, the address of one to the web."""
    import pikepdf

    numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    titles = {_place(item["/Dest"]): str(item["/Title"]) for item in _outline(pdf)}
    for page in pdf.pages:
        for link in _links(page):
            if "/Dest" not in link:
                if "/Contents" not in link and "/A" in link:
                    link["/Contents"] = pikepdf.String(_address(link))
                continue
            place = _place(link["/Dest"])
            text = str(link.get("/Contents", ""))
            if place in titles:
                link["/Contents"] = pikepdf.String(f"{titles[place]}, pagina {numbers[place[0]]}")
            elif text.isdecimal():
                is_below = place[0] == page.objgen and place[2] < float(link["/Rect"][1])
                where = "Voetnoot" if is_below else "Terug naar de tekst bij voetnoot"
                link["/Contents"] = pikepdf.String(f"{where} {text}")
            elif not text or text.startswith("_"):
                link["/Contents"] = pikepdf.String(f"Pagina {numbers[place[0]]}")


def _links(page: pikepdf.Page) -> Iterator[Any]:
    for annotation in page.get("/Annots", ()):
        if annotation.get("/Subtype") == "/Link":
            yield annotation


def _address(link: Any) -> str:
    """Return the address that a link leads to, "" for one within the document."""
    return str(link["/A"].get("/URI", "")) if "/A" in link else ""


def _outline(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the items of the outline that have a destination."""
    waiting = [pdf.Root["/Outlines"]] if "/Outlines" in pdf.Root else []
    while waiting:
        item = waiting.pop()
        if "/Dest" in item:
            yield item
        waiting += [item[key] for key in ("/First", "/Next") if key in item]


def _place(destination: Any) -> tuple[object, float, float]:
    """Return page, left and top of an explicit destination (ISO 32000-1, 12.3.2.2: /XYZ)."""
    return destination[0].objgen, round(float(destination[2]), 1), round(float(destination[3]), 1)
