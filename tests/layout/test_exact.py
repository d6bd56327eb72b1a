# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import re
import zipfile

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from jvom.documents.dossier import documents
from jvom.layout import exact, printed
from jvom.layout.conversion import Conversions, convert
from jvom.layout.estimate import Estimate, estimate
from jvom.layout.exact import lay_out
from jvom.layout.result import Job
from jvom.plan import NewSection, Run
from jvom.source import CannotRun, Span
from jvom.word.template import open_template, read_template
from tests.contents import read_dossier
from tests.layout.plans import annex, chapter, lines, section, small

CHAPTERS = small(
    chapter(1), lines(60), section("1.1"), lines(30), chapter(2), lines(120), section("2.1"), lines(3)
)


@pytest.fixture
def asked(monkeypatch) -> list[list[str]]:
    """Return a list that collects the file names of each run of LibreOffice."""
    runs: list[list[str]] = []

    class Counting(Conversions):
        def start(self, files):
            runs.append(sorted(files))
            return super().start(files)

    monkeypatch.setattr(exact, "Conversions", Counting)
    return runs


def wrong(monkeypatch, page: int = 1) -> None:
    """Make the estimate put every heading on that page."""

    def estimate(document, template):
        bookmarks = [entry.bookmark for entry in document.blocks["inhoud"][0].entries]
        return Estimate(dict.fromkeys(bookmarks, page), page)

    monkeypatch.setattr(exact, "estimate", estimate)


def pages_in_contents(file: bytes) -> list[int]:
    """Return the page numbers that the Word file shows in its contents."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        document = archive.read("word/document.xml").decode()
    return [int(page) for page in re.findall(r"PAGEREF.*?separate.*?<w:t>(\d+)</w:t>", document)]


def restarting(template):
    """Return the template with page numbers that begin at 1 again after the cover."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template.data)) as old, zipfile.ZipFile(changed, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "word/document.xml":
                head, cover, inside, *rest = data.split(b"<w:cols ")
                data = b"<w:cols ".join([head, cover + b'<w:pgNumType w:start="1"/>', inside, *rest])
            new.writestr(member, data)
    return read_template(changed.getvalue(), Span("opnieuw.docx"))


class Describe_lay_out:
    def it_shows_the_pages_of_the_headings_in_the_contents(self, office, template, cache):
        laid = lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=False)

        assert laid.engine == "exact"
        assert laid.pages["rapport"] == {
            "_Ref_hoofdstuk_1": 3,
            "_Ref_paragraaf_1_1": 4,
            "_Ref_hoofdstuk_2": 5,
            "_Ref_paragraaf_2_1": 7,
        }
        assert pages_in_contents(laid.files["rapport"]) == [3, 4, 5, 7]
        assert laid.pdfs == {}

    def it_lays_out_once_when_the_estimate_was_right(self, office, template, cache, asked):
        lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=True)

        assert asked == [["rapport"]]

    def it_lays_out_again_when_it_was_wrong_and_proves_that_nothing_moved(
        self, office, template, cache, asked, monkeypatch
    ):
        right = lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=True)
        for entry in cache.root.glob("p[ad][gf]*"):
            entry.unlink()
        asked.clear()
        wrong(monkeypatch)
        mended = lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=True)

        assert asked == [["rapport"], ["rapport"]]
        assert mended == right

    @pytest.mark.parametrize("with_pdf", [False, True])
    def it_starts_no_libreoffice_when_nothing_changed(
        self, office, template, cache, asked, monkeypatch, with_pdf
    ):
        wrong(monkeypatch)
        first = lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=with_pdf)
        asked.clear()
        second = lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=with_pdf)

        assert asked == []
        assert second == first

    def it_lays_out_again_with_another_libreoffice(self, office, template, cache, asked):
        lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=False)
        lay_out([Job(CHAPTERS, template)], replace(office, fingerprint="een andere"), cache, with_pdf=False)

        assert asked == [["rapport"], ["rapport"]]

    def it_does_not_lay_out_the_report_for_the_date_of_a_letter(self, office, project, cache, asked):
        jobs = [
            Job(document, open_template(project / "templates" / f"{document.template}.docx"))
            for document in documents(read_dossier(project / "content", 2025))
        ]
        lay_out(jobs, office, cache, with_pdf=True)
        asked.clear()
        letter = jobs[0].document
        later = replace(letter, text={**letter.text, "datum": (Run("21 mei 2026"),)})
        lay_out([Job(later, jobs[0].template), *jobs[1:]], office, cache, with_pdf=True)

        assert asked == [["brief-eerste-kamer"]]

    def it_starts_no_libreoffice_for_a_letter_without_pdf(self, office, project, cache, asked):
        [letter] = documents(read_dossier(project / "content", 2025), only=("brief-eerste-kamer",))
        job = Job(letter, open_template(project / "templates" / "brief.docx"))
        laid = lay_out([job], office, cache, with_pdf=False)

        assert asked == []
        assert list(laid.files) == ["brief-eerste-kamer"]
        assert laid.pages == {}

    def it_gives_up_on_a_heading_that_moves_back_and_forth(self, office, template, cache, asked, monkeypatch):
        places = iter(range(3, 100))

        def restless(pdf, job):
            return dict.fromkeys(printed.find_pages(pdf, job), next(places))

        monkeypatch.setattr(exact, "find_pages", restless)
        with pytest.raises(CannotRun, match="komen niet tot rust"):
            lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=False)

        assert len(asked) == exact.MOST_ROUNDS
        assert not list(cache.root.glob("pages-*"))

    def it_ignores_a_damaged_cache_entry(self, office, template, cache, asked):
        first = lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=False)
        for entry in cache.root.glob("pages-*"):
            entry.write_bytes(b"{half")

        assert lay_out([Job(CHAPTERS, template)], office, cache, with_pdf=False) == first
        assert len(asked) == 2


class Describe_find_pages:
    def it_counts_as_the_template_does(self, office, template, cache):
        """The cover has no number here: the page after it is page 1."""
        job = Job(CHAPTERS, restarting(template))
        laid = lay_out([job], office, cache, with_pdf=True)

        assert list(laid.pages["rapport"].values()) == [2, 3, 4, 6]
        with pypdfium2.PdfDocument(laid.pdfs["rapport"]) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        for bookmark, title in (("_Ref_hoofdstuk_2", "2. Een hoofdstuk"), ("_Ref_paragraaf_2_1", "2.1. Een")):
            number = laid.pages["rapport"][bookmark]
            [text] = [text for text in texts if title in text.replace("\t", " ") and "Inhoud" not in text]
            assert f"Pagina {number} van" in text

    @pytest.mark.parametrize("restarts", [False, True])
    def it_goes_on_counting_through_pages_that_are_turned(self, office, template, cache, restarts):
        plan = small(
            chapter(1), lines(60), NewSection(True), lines(10), NewSection(False), section("1.1"), lines(30),
            chapter(2), NewSection(True), section("2.1"), lines(160),
            appendices=(NewSection(False), annex(1), NewSection(True), annex(2)),
        )  # fmt: skip
        job = Job(plan, restarting(template) if restarts else template)
        laid = lay_out([job], office, cache, with_pdf=True)

        first = 0 if restarts else 1
        assert list(laid.pages["rapport"].values()) == [first + at for at in (2, 5, 6, 7, 9, 10)]
        assert estimate(job.document, job.template).pages == laid.pages["rapport"]
        with pypdfium2.PdfDocument(laid.pdfs["rapport"]) as document:
            sizes = [page.get_width() > page.get_height() for page in document]
            texts = [page.get_textpage().get_text_range() for page in document]
        assert (
            sizes == [False, False, False, False, True, False, False, True, True, False, True][-len(sizes) :]
        )
        assert [text.count("Jaarlijkse rapportage 2025") for text in texts[1:]] == [1] * (len(texts) - 1)
        assert f"Pagina {laid.pages['rapport']['_Ref_paragraaf_2_1']} van" in texts[7]

    def it_refuses_a_document_without_the_headings(self, office, template, cache):
        file = lay_out([Job(small(chapter(1)), template)], office, cache, with_pdf=False).files["rapport"]
        made = convert({"rapport": file}, office, cache)

        with pytest.raises(CannotRun, match="_Ref_hoofdstuk_2"):
            printed.find_pages(
                pikepdf.open(io.BytesIO(made["rapport"])), Job(small(chapter(1), chapter(2)), template)
            )
