# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which engine lays a dossier out: LibreOffice where it is installed, else the estimate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec.structs import replace

from jvom.layout.estimate import Estimate, estimate
from jvom.layout.pictures import with_fitting_pictures
from jvom.layout.result import Job, Layout
from jvom.layout.surroundings import Surroundings
from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span

if TYPE_CHECKING:
    from jvom.layout.conversion import Conversions

Choice: TypeAlias = Literal["auto", "exact", "estimate"]

_NO_PDF = Problem(
    Span("--pages"),
    msg("met geschatte paginanummers maakt jvom geen PDF"),
    msg("laat --pages weg: een PDF heeft de paginanummers van LibreOffice"),
)


def lay_out(
    jobs: Sequence[Job],
    choice: Choice,
    around: Surroundings,
    *,
    with_pdf: bool = False,
    conversions: Conversions | None = None,
) -> Layout:
    """Build the documents with their page numbers, and PDFs when asked.

    `conversions` has a LibreOffice of these surroundings that waits already.

    With `auto` a LibreOffice that is missing or fails gives way to the estimate; the result names the engine,
    and why it is not a better one. Only LibreOffice makes PDFs. Raises CannotRun when the engine that was
    chosen is not available, and when a PDF was asked for and can't be made.
    """
    jobs = [with_fitting_pictures(job) for job in jobs]
    # Without a table of contents or a place that is asked for there are no page numbers to find.
    if not with_pdf and (choice == "estimate" or not any(job.needs_pages for job in jobs)):
        return estimated(jobs)
    if choice == "estimate":
        raise CannotRun([_NO_PDF])
    try:
        return _exact(jobs, around, with_pdf=with_pdf, conversions=conversions)
    except CannotRun as error:
        if with_pdf or choice == "exact":
            raise
        return replace(estimated(jobs), reasons=error.problems)


def estimated(jobs: Sequence[Job]) -> Layout:
    """Build the documents with the page numbers of the estimate."""
    from jvom.word.package import build

    found = {job.document.file: estimate(job.document, job.template) for job in jobs if job.needs_pages}
    pages = {name: each.pages for name, each in found.items()}
    files = {
        job.document.file: build(job.document, job.template, pages.get(job.document.file, {})) for job in jobs
    }
    return Layout(
        engine="estimate",
        files=files,
        pdfs={},
        pages={job.document.file: pages[job.document.file] for job in jobs if job.has_contents},
        places={job.document.file: _places(job, found[job.document.file]) for job in jobs if job.places},
    )


def _places(job: Job, found: Estimate) -> Mapping[str, int]:
    """Return the pages of the places of a job; one that the estimate leaves out is on the last page."""
    return {place: found.pages.get(place, found.total) for place in job.places}


def _exact(
    jobs: Sequence[Job], around: Surroundings, *, with_pdf: bool, conversions: Conversions | None
) -> Layout:
    from jvom.layout import exact, soffice
    from jvom.layout.cache import Cache

    exact.check()
    cache = Cache(around.cache)
    office = conversions.office if conversions else soffice.office_for(around, cache)
    return exact.lay_out(jobs, office, cache, with_pdf=with_pdf, conversions=conversions)
