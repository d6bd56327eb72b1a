# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import importlib.util
import io
import os

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from jvom.layout import approximate, soffice
from jvom.layout.engines import lay_out
from jvom.layout.estimate import estimate
from jvom.layout.exact import lay_out as lay_out_exactly
from jvom.layout.fonts import typeface
from jvom.layout.result import Job
from jvom.layout.surroundings import Surroundings
from jvom.plan import Run
from jvom.source import CannotRun
from tests.layout.plans import chapter, lines, section, small, variants

CHAPTERS = small(chapter(1), lines(60), section("1.1"), lines(30), chapter(2), lines(3))
PAGES = {"_Ref_hoofdstuk_1": 3, "_Ref_paragraaf_1_1": 4, "_Ref_hoofdstuk_2": 5}


@pytest.fixture
def nothing(tmp_path, monkeypatch) -> Surroundings:
    """A machine without LibreOffice."""
    monkeypatch.setattr(soffice, "PLACES", ())
    return Surroundings(search_path=str(tmp_path), environment=dict(os.environ), cache=tmp_path / "cache")


@pytest.fixture
def complete(soffice, tmp_path) -> Surroundings:
    return Surroundings(
        search_path="", environment=dict(os.environ), cache=tmp_path / "cache", soffice=soffice
    )


def without(monkeypatch, *libraries: str) -> None:
    """Have these libraries not installed."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, package=None: None if name in libraries else find(name, package),
    )


def squeezed_pages(pdf: bytes) -> list[str]:
    """Return the text of each page without its spaces: spaced-out letters are read as words of one."""
    with pypdfium2.PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


class Describe_lay_out:
    def it_takes_libreoffice_where_it_is(self, complete, template):
        laid = lay_out([Job(CHAPTERS, template)], "auto", complete)

        assert (laid.engine, laid.pages["rapport"], laid.reasons) == ("exact", PAGES, ())

    def it_takes_the_embedded_engine_where_it_is_not(self, nothing, template):
        laid = lay_out([Job(CHAPTERS, template)], "auto", nothing)

        assert (laid.engine, laid.pages["rapport"]) == ("approximate", PAGES)
        assert [str(reason.what) for reason in laid.reasons] == ["LibreOffice is niet geïnstalleerd"]

    @pytest.mark.parametrize("library", ["rdocx", "pyphen", "pikepdf"])
    def it_estimates_without_either(self, nothing, template, monkeypatch, library):
        without(monkeypatch, library)
        laid = lay_out([Job(CHAPTERS, template)], "auto", nothing)

        assert (laid.engine, laid.pages["rapport"]) == ("estimate", PAGES)
        assert len(laid.reasons) >= 2

    def it_estimates_when_asked(self, complete, template):
        laid = lay_out([Job(CHAPTERS, template)], "estimate", complete)

        assert (laid.engine, laid.pages["rapport"]) == ("estimate", PAGES)
        assert not (complete.cache or complete).exists()

    def it_fails_when_exact_was_asked_and_can_t_be_had(self, nothing, template):
        with pytest.raises(CannotRun, match="LibreOffice is niet geïnstalleerd"):
            lay_out([Job(CHAPTERS, template)], "exact", nothing)

    def it_fails_without_pikepdf_when_exact_was_asked(self, complete, template, monkeypatch):
        without(monkeypatch, "pikepdf")
        with pytest.raises(CannotRun, match="pikepdf"):
            lay_out([Job(CHAPTERS, template)], "exact", complete)

    def it_fails_when_approximate_was_asked_and_can_t_be_had(self, complete, template, monkeypatch):
        without(monkeypatch, "rdocx")
        with pytest.raises(CannotRun, match="rdocx"):
            lay_out([Job(CHAPTERS, template)], "approximate", complete)

    def it_makes_no_pdf_of_an_estimate(self, complete, template):
        with pytest.raises(CannotRun, match="geen PDF"):
            lay_out([Job(CHAPTERS, template)], "estimate", complete, with_pdf=True)

    def it_says_why_no_pdf_can_be_made(self, nothing, template, monkeypatch):
        without(monkeypatch, "rdocx")
        with pytest.raises(CannotRun, match="LibreOffice is niet geïnstalleerd"):
            lay_out([Job(CHAPTERS, template)], "auto", nothing, with_pdf=True)

    def it_makes_a_preview_that_says_so_without_libreoffice(self, nothing, template):
        laid = lay_out([Job(CHAPTERS, template)], "auto", nothing, with_pdf=True)

        assert list(laid.pdfs) == ["rapport-PREVIEW"]
        texts = squeezed_pages(laid.pdfs["rapport-PREVIEW"])
        assert len(texts) == 5
        assert all("PREVIEW" in text for text in texts)

    def it_starts_nothing_when_no_document_has_contents(self, nothing, template):
        letter = replace(CHAPTERS, blocks={**CHAPTERS.blocks, "inhoud": ()})
        laid = lay_out([Job(letter, template)], "auto", nothing)

        assert (laid.pages, laid.reasons) == ({}, ())


class Describe_approximate:
    def it_says_draft_and_preview(self, template):
        draft = replace(CHAPTERS, text={**CHAPTERS.text, "concept": (Run("CONCEPT"),)})
        laid = approximate.lay_out([Job(draft, template)], typeface(os.environ), with_preview=True)

        assert "CONCEPT–PREVIEW" in squeezed_pages(laid.pdfs["rapport-PREVIEW"])[2]

    def it_needs_a_typeface(self, template):
        with pytest.raises(CannotRun, match="DejaVu"):
            approximate.lay_out([Job(CHAPTERS, template)], (), with_preview=False)

    def it_gives_the_same_word_file_as_the_estimate_where_they_agree(self, template, nothing):
        job = Job(CHAPTERS, template)
        ours = lay_out([job], "estimate", nothing)
        theirs = approximate.lay_out([job], typeface(os.environ), with_preview=False)

        assert theirs.files == ours.files

    def it_tells_why_it_can_t_lay_out(self, template):
        with pytest.raises(CannotRun, match="rdocx kan dit document niet opmaken"):
            approximate._pdf(b"geen Word-bestand", [])

    def it_makes_a_pdf_with_the_typeface_it_was_given(self, template):
        given = typeface(os.environ)
        laid = approximate.lay_out([Job(CHAPTERS, template)], given, with_preview=True)

        with pikepdf.open(io.BytesIO(laid.pdfs["rapport-PREVIEW"])) as preview:
            fonts = {
                str(each.BaseFont)
                for each in preview.objects
                if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
            }
        assert f"/{given[0].stem}" in fonts


class Describe_the_engines_against_libreoffice:
    """docs/layout.md has the figures of all variants; here are the bounds within which they must stay."""

    @pytest.mark.parametrize("place", [1, 2, 3])
    def they_come_near(self, report, template, office, cache, place):
        name, document = list(variants(report))[place]
        job = Job(document, template)

        exact = lay_out_exactly([job], office, cache, with_pdf=False).pages["rapport"]
        guessed = estimate(document, template).pages
        near = approximate.lay_out([job], typeface(os.environ), with_preview=False).pages["rapport"]

        for pages in (guessed, near):
            right = sum(pages[bookmark] == page for bookmark, page in exact.items())
            within_one = sum(abs(pages[bookmark] - page) <= 1 for bookmark, page in exact.items())
            assert right >= 0.8 * len(exact), name
            assert within_one >= 0.98 * len(exact), name


class Describe_typeface:
    def it_prefers_verdana(self, tmp_path):
        folder = tmp_path / ".fonts" / "kern"
        folder.mkdir(parents=True)
        for name in ("Verdana.ttf", "verdanab.TTF", "verdanai.ttf", "verdanaz.ttf", "verdanax.ttf"):
            (folder / name).write_bytes(b"")

        found = typeface({"HOME": str(tmp_path)})

        assert [path.name for path in found] == [
            "Verdana.ttf",
            "verdanab.TTF",
            "verdanai.ttf",
            "verdanaz.ttf",
        ]
