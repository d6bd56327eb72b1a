# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Exact page numbers, and PDF: LibreOffice lays the documents out, and jvom reads where the headings are.

The table of contents is first built with estimated pages. When LibreOffice puts every heading on the page
that the contents give, that layout proves itself; otherwise the document is built with the pages it found and
laid out again, until nothing moves. A known layout is not made again: see :mod:`jvom.layout.cache`.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from jvom.extras import how_to_install, missing
from jvom.layout import pdf
from jvom.layout.cache import Cache
from jvom.layout.conversion import Conversion, Conversions
from jvom.layout.estimate import estimate
from jvom.layout.lost_rows import loses_rows
from jvom.layout.office_copy import Breaking, office_copy
from jvom.layout.pdf_ua import claims_pdf_ua
from jvom.layout.printed import find_pages
from jvom.layout.result import Job, Layout
from jvom.layout.soffice import Office
from jvom.messages import msg
from jvom.plan import Table, paragraphs
from jvom.source import CannotRun, Problem, Span
from jvom.word.package import build

if TYPE_CHECKING:
    import pikepdf

MOST_ROUNDS = 4
"""A heading that still moves after this many layouts never settles."""


def check() -> None:
    """Raise CannotRun when pikepdf, which reads the pages, is not installed."""
    from importlib.util import find_spec

    if find_spec("pikepdf") is None:
        advice = how_to_install("pdf", msg("of bouw met --pages estimate"))
        raise CannotRun([Problem(Span("--pages"), missing("pikepdf"), advice)])


def lay_out(
    jobs: Sequence[Job],
    office: Office,
    cache: Cache,
    *,
    with_pdf: bool,
    conversions: Conversions | None = None,
) -> Layout:
    """Build the documents with LibreOffice's page numbers, and with `with_pdf` their PDFs too.

    `conversions` may have a LibreOffice that was started ahead; afterwards none is of use, and whoever made
    them waits until all have ended. Raises CannotRun when LibreOffice fails, or when page numbers do not
    settle.
    """
    built: dict[str, _Draft] = {}
    with conversions.lent() if conversions else Conversions(office, cache) as conversions:
        running: list[Conversion] = []
        for share in _shares(jobs, office.processes):
            # The longest comes first, and is laid out while the others are built.
            mine = {job.document.file: _Draft(job, office, cache, with_pdf=with_pdf) for job in share}
            built |= mine
            if asked := {name: each.to_lay_out() for name, each in mine.items() if each.is_open}:
                running.append(conversions.start(asked))
        if running:
            # A slow import: do it now, while LibreOffice is at work.
            import_module("pikepdf")
        while running:
            # The smallest share started last, and is ready first.
            made = running.pop().result()
            for name, data in made.items():
                built[name].accept(data)
            if again := {name: built[name].to_lay_out() for name in made if built[name].is_open}:
                running.append(conversions.start(again))
    files = {job.document.file: built[job.document.file] for job in jobs}
    return Layout(
        engine="exact",
        files={name: each.file for name, each in files.items()},
        pdfs={name: each.pdf for name, each in files.items() if with_pdf},
        pages={name: each.pages for name, each in files.items() if each.job.has_contents},
        places={name: each.places for name, each in files.items() if each.job.places},
        obstacles={
            name: pdf.obstacles(each.pdf)
            for name, each in files.items()
            if with_pdf and not claims_pdf_ua(each.pdf)
        },
    )


def _shares(jobs: Sequence[Job], processes: int) -> list[list[Job]]:
    """Divide the jobs over processes, the longest first, each to the process that has least."""
    lengths = {
        job.document.file: sum(len(list(paragraphs(blocks))) for blocks in job.document.blocks.values())
        for job in jobs
    }
    shares: list[list[Job]] = [[] for _ in range(min(processes, len(jobs)))]
    for job in sorted(jobs, key=lambda job: -lengths[job.document.file]):
        least = min(shares, key=lambda share: sum(lengths[each.document.file] for each in share))
        least.append(job)
    return shares


class _Draft:
    """A document with the page numbers known so far: estimated, cached, or found by LibreOffice."""

    def __init__(self, job: Job, office: Office, cache: Cache, *, with_pdf: bool) -> None:
        self.job = job
        self.pages: Mapping[str, int] = {}
        self.places: Mapping[str, int] = {}
        self.pdf = b""
        self._office = office
        self._cache = cache
        self._with_pdf = with_pdf
        self._rounds = 0
        self._breaking: list[Breaking] = ["none", "first", "all"]
        if job.has_contents:
            self.pages = self._of_headings(estimate(job.document, job.template).pages)
        self.file = self._first = build(job.document, job.template, self.pages)
        proven = not job.needs_pages
        if job.needs_pages and (known := self._known_pages()) is not None:
            proven = True
            self.places = self._of_places(known)
            if (pages := self._of_headings(known)) != self.pages:
                self._build_with(pages)
        if proven and with_pdf:
            self.pdf = cache.get("pdf", office.fingerprint, pdf.FORMAT, self.file) or b""
        self.is_open = not proven or (with_pdf and not self.pdf)

    def to_lay_out(self) -> bytes:
        """Return the Word file for LibreOffice."""
        return office_copy(self.file, self.job, self._breaking[0])

    def accept(self, laid: bytes) -> None:
        """Accept the PDF of the file; the draft stays open when it has wrong page numbers or lacks rows.

        Raises CannotRun when they do not settle, and when LibreOffice leaves out rows in every way.
        """
        import pikepdf

        # Opened once: most of the time is in reading its objects.
        with pikepdf.open(io.BytesIO(laid)) as opened:
            self._accept(opened)

    def _accept(self, laid: pikepdf.Pdf) -> None:
        if self._has_tables and loses_rows(laid):
            del self._breaking[0]
            if not self._breaking:
                raise _rows_lost(self.job.document.file)
            return
        self._rounds += 1
        if self.job.needs_pages:
            found = find_pages(laid, self.job)
            self.places = self._of_places(found)
            pages = self._of_headings(found) if self.job.has_contents else {}
            if pages != self.pages:
                if self._rounds == MOST_ROUNDS:
                    raise _unstable(self.job.document.file, pages, self.pages)
                self._build_with(pages)
                return
            key = (self._office.fingerprint, self._first)
            self._cache.put("pages", msgspec.json.encode(found), *key)
        if self._with_pdf:
            self.pdf = pdf.finish(laid, self.job.document.properties)
            self._cache.put("pdf", self.pdf, self._office.fingerprint, pdf.FORMAT, self.file)
        self.is_open = False

    @property
    def _has_tables(self) -> bool:
        return any(isinstance(each, Table) for blocks in self.job.document.blocks.values() for each in blocks)

    def _build_with(self, pages: Mapping[str, int]) -> None:
        self.pages = pages
        self.file = build(self.job.document, self.job.template, pages)

    def _known_pages(self) -> Mapping[str, int] | None:
        """Return the cached pages of this file with these guesses, None when there are none."""
        data = self._cache.get("pages", self._office.fingerprint, self._first)
        if data is None:
            return None
        try:
            known = msgspec.json.decode(data, type=dict[str, int])
        except msgspec.DecodeError:
            return None
        return known if known.keys() >= {*self.pages, *self.job.places} else None

    def _of_headings(self, pages: Mapping[str, int]) -> Mapping[str, int]:
        """Return the pages that the contents show: a place that moves changes nothing in the document."""
        return {bookmark: page for bookmark, page in pages.items() if bookmark not in self.job.places}

    def _of_places(self, pages: Mapping[str, int]) -> Mapping[str, int]:
        return {place: pages[place] for place in self.job.places}


def _rows_lost(name: str) -> CannotRun:
    return CannotRun(
        [
            Problem(
                Span(f"{name}.docx"),
                msg("LibreOffice laat rijen van een tabel weg aan het eind van een bladzijde met voetnoten"),
                msg(
                    "zet voor die tabel een regel bij of haal er een weg, of bouw met --pages estimate, "
                    "zonder --pdf"
                ),
            )
        ]
    )


def _unstable(name: str, found: Mapping[str, int], written: Mapping[str, int]) -> CannotRun:
    moving = next(bookmark for bookmark in found if found[bookmark] != written.get(bookmark))
    return CannotRun(
        [
            Problem(
                Span(f"{name}.docx"),
                msg(
                    "de paginanummers komen niet tot rust: de kop «{bookmark}» gaat heen en weer"
                    " tussen pagina {one} en {other}",
                    bookmark=moving,
                    one=written.get(moving, 0),
                    other=found[moving],
                ),
                msg("maak de inhoudsopgave of de tekst voor die kop een regel korter of langer"),
            )
        ]
    )
