# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures the estimate against LibreOffice, for docs/layout.md.

``python -m tests.layout.measure`` in the project's folder prints its table.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from jvom.documents.dossier import documents
from jvom.layout import exact, soffice
from jvom.layout.cache import Cache
from jvom.layout.estimate import estimate
from jvom.layout.result import Job
from jvom.plan import Document
from jvom.word.template import open_template
from tests.contents import read_dossier
from tests.golden.test_golden import every_form
from tests.layout.plans import variants


def report_of(content: Path) -> Document:
    """Return the plan of the report of a dossier."""
    (report,) = documents(read_dossier(content, 2025), ("rapport",))
    return report


def main() -> None:
    """Print a row for each report: the headings estimated on the right page, and the CPU time."""
    template = open_template(Path("templates/rapport.docx"))
    report = report_of(Path("content"))
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        office = soffice.find_office(os.environ["PATH"], os.environ, cache)
        line("rapport", "koppen", "bladzijden", "goed geschat", "ms CPU")
        line(*["---"] * 5)
        others = ((name, report_of(path)) for name, path in dossiers(Path(folder)))
        for name, document in (*variants(report), *others):
            job = Job(document, template)
            laid = exact.lay_out([job], office, cache, with_pdf=False)
            right = laid.pages[document.file]
            start = time.process_time()
            guessed = estimate(document, template)
            guessing = time.process_time() - start
            line(
                name,
                len(right),
                max(right.values()),
                score(guessed.pages, right),
                f"{guessing * 1000:.0f}",
            )


def dossiers(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield other dossiers: the description of each, and the folder of its content."""
    yield "een klein dossier", Path("tests/dossiers/basis")
    yield "een klein dossier met elke vorm van tekst", every_form(folder)
    yield "een dossier vol fouten", Path("tests/dossiers/fouten")


def score(pages: Mapping[str, int], right: Mapping[str, int]) -> str:
    """Return the number that are right, and in brackets the number at most one page off."""
    same = sum(pages[bookmark] == page for bookmark, page in right.items())
    within_one = sum(abs(pages[bookmark] - page) <= 1 for bookmark, page in right.items())
    return f"{same} ({within_one})"


def line(*cells: object) -> None:
    """Print a row of a table."""
    sys.stdout.write("| " + " | ".join(map(str, cells)) + " |\n")


if __name__ == "__main__":
    main()
