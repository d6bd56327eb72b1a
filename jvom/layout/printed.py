# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The printed page number of each heading, found in the PDF.

LibreOffice names a destination in the PDF after each bookmark. Where the page numbers of a template restart,
each section that restarts them gets a bookmark of ours in the file that is laid out, so that its first page
can be found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from jvom.layout.geometry import SectionEnd, read_geometry
from jvom.layout.result import Job
from jvom.messages import msg
from jvom.ooxml.names import qn
from jvom.ooxml.values import whole_number
from jvom.plan import bookmark_at, listed, paragraphs
from jvom.source import CannotRun, Problem, Span

if TYPE_CHECKING:
    import pikepdf

_MARK = "jvomSection"
_MARKED = re.compile(rf"/{_MARK}\d+n(\d+)")
_FIRST_ID = 900_000
_COPIED = re.compile(r"(?:2520Copy2520\d+)+$")
"""What is behind the name of a bookmark in a footnote: LibreOffice copies footnotes as it reads them."""


def find_pages(pdf: pikepdf.Pdf, job: Job) -> Mapping[str, int]:
    """Return the printed page of each heading of the document that has a bookmark, and of the job's places.

    Captions that a list names are among them.

    `pdf` is what LibreOffice made of the document. Raises CannotRun when one of them is not in it.
    """
    import pikepdf

    named = listed(job.document)
    bookmarks = [
        *(
            bookmark
            for blocks in job.document.blocks.values()
            for paragraph in paragraphs(blocks)
            if (bookmark := bookmark_at(paragraph)) and (paragraph.heading or bookmark in named)
        ),
        *job.places,
    ]
    at: dict[object, int] = {page.objgen: index for index, page in enumerate(pdf.pages)}
    destinations = pdf.Root.get("/Dests", pikepdf.Dictionary())
    places = {
        _COPIED.sub("", str(key)): at[place[0].objgen]
        for key, place in destinations.items()
        if isinstance(place, pikepdf.Array) and place[0].objgen in at
    }
    missing = [bookmark for bookmark in bookmarks if _destination(bookmark) not in places]
    if missing:
        raise CannotRun(
            [
                Problem(
                    Span(f"{job.document.file}.docx"),
                    msg("LibreOffice vond de kop «{bookmark}» niet terug", bookmark=bookmark),
                    msg("bouw met --pages estimate, en meld dit als fout in jvom"),
                )
                for bookmark in missing
            ]
        )
    starts = _starts(job, places)
    return {bookmark: _printed(places[_destination(bookmark)], starts) for bookmark in bookmarks}


def page_numbers_restart(job: Job) -> bool:
    """Tell whether page numbers restart in the document."""
    return any(start is not None for start in _sections(job)[1:])


def mark_sections(root: etree._Element) -> None:
    """Put a bookmark at the start of each section of a main part that restarts the page numbers."""
    first: etree._Element | None = None
    count = 0
    for block in root.iterfind(f"{qn('w:body')}/*"):
        if first is None:
            first = block if block.tag == qn("w:p") else next(block.iter(qn("w:p")), None)
        is_last = block.tag == qn("w:sectPr")
        section = block if is_last else block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if section is None:
            continue
        numbers = section.find(qn("w:pgNumType"))
        start = None if numbers is None else numbers.get(qn("w:start"))
        if start is not None and first is not None:
            _mark(first, count, max(0, whole_number(start, 1)))
            count += 1
        first = None


def _mark(paragraph: etree._Element, count: int, number: int) -> None:
    end = etree.Element(qn("w:bookmarkEnd"), {qn("w:id"): str(_FIRST_ID + count)})
    start = etree.Element(
        qn("w:bookmarkStart"),
        {qn("w:id"): str(_FIRST_ID + count), qn("w:name"): f"{_MARK}{count}n{number}"},
    )
    properties = paragraph.find(qn("w:pPr"))
    place = 0 if properties is None else 1
    paragraph.insert(place, end)
    paragraph.insert(place, start)


def _sections(job: Job) -> list[int | None]:
    """Return the first page number of each section of the template, None when the numbers continue."""
    places = read_geometry(job.template).places
    return [place.page.first_number for place in places if isinstance(place, SectionEnd)]


def _starts(job: Job, places: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return for each restart of the page numbers its first page, counted from 0, and the number on it."""
    first = _sections(job)[:1]
    starts = [(0, first[0] if first and first[0] is not None else 1)]
    for destination, page in places.items():
        if marked := _MARKED.fullmatch(destination):
            starts.append((page, int(marked[1])))
    return starts


def _printed(page: int, starts: list[tuple[int, int]]) -> int:
    first, number = max(start for start in starts if start[0] <= page)
    return number + page - first


def _destination(bookmark: str) -> str:
    """Return the name that LibreOffice gives a bookmark's destination: other characters in hexadecimal."""
    plain = (char if char.isascii() and char.isalnum() else char.encode().hex().upper() for char in bookmark)
    return "/" + "".join(plain)
