# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Exact page numbers, and PDF: LibreOffice lays the documents out, and jvom reads where the headings came.

The table of contents is built with the estimate first. When LibreOffice then puts every heading on the page
that the contents say, that layout is its own proof; else the contents are built with what it found, and laid
out again, until nothing moves. What was laid out before is not laid out again: see :mod:`jvom.layout.cache`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from jvom.layout import pdf
from jvom.layout.cache import Cache
from jvom.layout.estimate import estimate
from jvom.layout.printed import find_pages, mark_sections
from jvom.layout.result import Job, Laid
from jvom.layout.soffice import Office, convert
from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span
from jvom.word.package import build

MOST_ROUNDS = 4
"""After so many layouts a heading that still moves between two pages does so for ever."""


def check() -> None:
    """Raise CannotRun when pikepdf, which reads the pages, is not installed."""
    from importlib.util import find_spec

    if find_spec("pikepdf") is None:
        raise CannotRun(
            [
                Problem(
                    Span("pikepdf"),
                    msg("niet geïnstalleerd: {names}", names="pikepdf"),
                    msg("installeer het met «pip install 'jvom[pdf]'», of bouw met --pages estimate"),
                )
            ]
        )


def lay_out(jobs: Sequence[Job], office: Office, cache: Cache, *, with_pdf: bool) -> Laid:
    """Build the documents with the page numbers that LibreOffice gives them; `with_pdf` their PDFs as well.

    Raises CannotRun when LibreOffice fails, or when page numbers do not come to rest.
    """
    by_name = {job.document.file: job for job in jobs}
    pages: dict[str, Mapping[str, int]] = {}
    files: dict[str, bytes] = {}
    open_: dict[str, bytes] = {}
    for name, job in by_name.items():
        guess = estimate(job.document, job.template).pages if job.has_contents else {}
        first = build(job.document, job.template, guess)
        pages[name], files[name] = guess, first
        if job.has_contents:
            found = _known_pages(cache, office, first, guess)
            if found is None:
                open_[name] = first
            elif found != guess:
                pages[name], files[name] = found, build(job.document, job.template, found)
    pdfs: dict[str, bytes] = {}
    if with_pdf:
        for name in by_name.keys() - open_.keys():
            known = cache.get("pdf", office.fingerprint, pdf.FORMAT, files[name])
            if known is not None:
                pdfs[name] = known
    asked = set(open_) | (by_name.keys() - pdfs.keys() if with_pdf else set())
    rounds = 0
    while asked:
        made = convert(
            {name: mark_sections(files[name], by_name[name]) for name in sorted(asked)}, office, cache
        )
        rounds += 1
        asked = set()
        for name, data in made.items():
            job = by_name[name]
            if job.has_contents:
                found = find_pages(data, job)
                if found != pages[name]:
                    if rounds == MOST_ROUNDS:
                        raise _restless(name, found, pages[name])
                    pages[name], files[name] = found, build(job.document, job.template, found)
                    asked.add(name)
                    continue
                if name in open_:
                    cache.put("pages", msgspec.json.encode(found), office.fingerprint, open_[name])
            if with_pdf:
                pdfs[name] = pdf.finish(data, job.document.properties)
                cache.put("pdf", pdfs[name], office.fingerprint, pdf.FORMAT, files[name])
    return Laid(
        engine="exact",
        files=files,
        pdfs={name: pdfs[name] for name in by_name if name in pdfs},
        pages={name: pages[name] for name, job in by_name.items() if job.has_contents},
    )


def _known_pages(
    cache: Cache, office: Office, built: bytes, guess: Mapping[str, int]
) -> Mapping[str, int] | None:
    """Return the pages that were found when this file, with these guesses, was laid out before."""
    data = cache.get("pages", office.fingerprint, built)
    if data is None:
        return None
    try:
        known = msgspec.json.decode(data, type=dict[str, int])
    except msgspec.DecodeError:
        return None
    return known if known.keys() == guess.keys() else None


def _restless(name: str, found: Mapping[str, int], written: Mapping[str, int]) -> CannotRun:
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
