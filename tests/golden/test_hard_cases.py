# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is hard to set, with pages that were approved: an appendix of 51 rows, a table of 13 columns, four
signatories, a nota of 16 pages, long titles, other alphabets. `pytest tests/golden --renew` draws them anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from jvom.documents.dossier import documents
from jvom.layout.cache import Cache
from jvom.layout.estimate import estimate
from jvom.layout.exact import lay_out
from jvom.layout.result import Job, Layout
from jvom.layout.soffice import Office, find_office
from jvom.resolving.integrity import problems
from jvom.word.template import open_template
from tests.contents import read_dossier
from tests.golden.hard_cases import ROWS, hard_dossier
from tests.golden.pages import drawn
from tests.golden.test_pages import renew, where_they_differ
from tests.word.lint import lint

#: The pages that were approved, by document: all of a letter, and of the others the hard ones.
PAGES: Mapping[str, tuple[int, ...]] = {
    "brief-eerste-kamer": (1,),
    "nota": (1, 2, 16),
    "rapport": (3, 5, 6, 7, 9, 10, 12),
}

Judge = Callable[[Iterable[Path]], dict[Path, list[str]]]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def office(soffice: Path, cache: Cache) -> Office:
    return find_office(os.environ["PATH"], os.environ, cache, program=soffice, processes=2)


@pytest.fixture(scope="module")
def jobs(project: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Job]:
    dossier = read_dossier(hard_dossier(tmp_path_factory.mktemp("dossier")), 2025)
    assert problems(dossier) == ()
    folder = project / "templates"
    return [Job(each, open_template(folder / f"{each.template}.docx")) for each in documents(dossier)]


@pytest.fixture(scope="module")
def laid(jobs: list[Job], office: Office, cache: Cache) -> Layout:
    return lay_out(jobs, office, cache, with_pdf=True)


@pytest.fixture(scope="module")
def texts(laid: Layout) -> Mapping[str, list[str]]:
    """Return the text of each page of each document."""
    found = {}
    for name, pdf in laid.pdfs.items():
        with pypdfium2.PdfDocument(pdf) as document:
            found[name] = [page.get_textpage().get_text_range() for page in document]
    return found


@pytest.mark.parametrize("name", PAGES)
class Describe_a_hard_document:
    def it_looks_as_approved(
        self, name: str, laid: Layout, office: Office, project: Path, request: pytest.FixtureRequest
    ) -> None:
        pages = drawn(laid.pdfs[name])
        chosen = [pages[number - 1] for number in PAGES[name]]
        if request.config.getoption("--renew"):
            renew(f"moeilijk-{name}", chosen, office)
        assert where_they_differ(f"moeilijk-{name}", chosen, project / "build" / "pages") == []


class Describe_all_of_them:
    def they_are_valid(self, laid: Layout, tmp_path: Path) -> None:
        for name, file in laid.files.items():
            path = tmp_path / f"{name}.docx"
            path.write_bytes(file)
            assert lint(file) == []
            assert [str(each) for each in OpenXmlValidator().validate(str(path)).errors] == []

    def they_are_accessible(self, laid: Layout, tmp_path: Path, verapdf: Judge) -> None:
        for name, pdf in laid.pdfs.items():
            (tmp_path / f"{name}.pdf").write_bytes(pdf)
        failed = verapdf(sorted(tmp_path.glob("*.pdf")))
        assert {path.name: rules for path, rules in failed.items() if rules} == {}
        assert laid.obstacles == {}


class Describe_four_signatories:
    def they_stand_level_in_pairs(self, laid: Layout) -> None:
        with pypdfium2.PdfDocument(laid.pdfs["brief-eerste-kamer"]) as document:
            found = [place for page in document for place in places(page)]

        def at(words: str) -> tuple[float, float]:
            return next((x, y) for text, x, y in found if text.startswith(words))

        for left, right in (("A.B. de Vries", "Jhr. mr."), ("G. Öztürk", "H. Łukasiewicz")):
            assert at(left)[1] == pytest.approx(at(right)[1], abs=3)
            assert at(left)[0] < at(right)[0]


def places(page: pypdfium2.PdfPage) -> list[tuple[str, float, float]]:
    """Return the lines of a page: their text, and where each begins."""
    text = page.get_textpage()
    found = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        found.append((text.get_text_bounded(left, bottom, right, top).strip(), left, bottom))
    return found


class Describe_the_long_nota:
    def it_has_sixteen_pages_with_date_and_reference_on_each(self, texts: Mapping[str, list[str]]) -> None:
        pages = texts["nota"]

        assert len(pages) == 16
        assert all(
            "MINDEF20260000003" in page and "23 april 2026" in page.replace("\xa0", " ") for page in pages
        )
        assert [f"Pagina {number} van 16" in page for number, page in enumerate(pages, 1)] == [True] * 16


class Describe_the_hard_report:
    def its_contents_give_the_pages_that_the_headings_are_on(self, jobs: list[Job], laid: Layout) -> None:
        [job] = [each for each in jobs if each.document.file == "rapport"]

        exact = laid.pages["rapport"]
        estimated = estimate(job.document, job.template).pages
        assert exact.keys() == estimated.keys()
        assert sum(exact[each] == estimated[each] for each in exact) >= 0.98 * len(exact)

    def its_appendix_repeats_the_name_of_a_region(self, texts: Mapping[str, list[str]]) -> None:
        pages = [
            page for page in texts["rapport"] if re.search(r"nummer \d+\s+VNVR", page.replace("\xa0", " "))
        ]

        counted = [len(re.findall(r"nummer \d+", page)) for page in pages]
        assert sum(counted) == ROWS
        assert min(counted) >= 2
        for number, page in enumerate(pages):
            rows = page[page.index("Rechtsbasis") :]
            first = rows[: rows.index("nummer")]
            assert "Europa" in first if number == 0 else re.search(r"\(vervolg\)|Afrika", first)

    def its_wide_table_breaks_no_number(self, texts: Mapping[str, list[str]], laid: Layout) -> None:
        [(number, page)] = [
            (number, page) for number, page in enumerate(texts["rapport"]) if "Zeestrijdkrachten" in page
        ]
        assert len(re.findall(r"\b\d\.\d{3}\b", page)) == 36
        with pypdfium2.PdfDocument(laid.pdfs["rapport"]) as document:
            assert document[number].get_width() > document[number].get_height()
        narrow = next(page for page in texts["rapport"] if "1.234.567.890" in page)
        assert "Zie figuur 1, tabel 1 en tabel 2." in re.sub(r"\s+", " ", narrow)
