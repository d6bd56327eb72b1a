# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The PDFs of LibreOffice, finished; tests/test_submission.py has veraPDF validate them."""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest

from jvom.documents.dossier import documents
from jvom.layout import pdf
from jvom.layout.cache import Cache
from jvom.layout.conversion import convert
from jvom.layout.exact import lay_out
from jvom.layout.result import Job, Layout
from jvom.layout.soffice import find_office
from jvom.plan import paragraphs, plain_text
from jvom.word.template import open_template
from tests.contents import read_dossier
from tests.layout.plans import PROPERTIES


@pytest.fixture(scope="module")
def dossier_jobs(project) -> list[Job]:
    return [
        Job(document, open_template(project / "templates" / f"{document.template}.docx"))
        for document in documents(read_dossier(project / "content", 2025))
    ]


@pytest.fixture(scope="module")
def laid(dossier_jobs, office, tmp_path_factory) -> Layout:
    """The four documents of 2025 and their PDFs."""
    return lay_out(dossier_jobs, office, Cache(tmp_path_factory.mktemp("cache")), with_pdf=True)


@pytest.fixture(scope="module")
def opened(laid) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(laid.pdfs["rapport"])) as report:
        yield report


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the elements of the structure tree."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Array):
            waiting += list(each)
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield each
            if "/K" in each:
                waiting.append(each.K)


def links(pdf: pikepdf.Pdf) -> list[Any]:
    return [link for page in pdf.pages for link in page.get("/Annots", ()) if link.Subtype == "/Link"]


def texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


class Describe_the_PDFs_of_the_dossier:
    def they_are_all_there(self, laid, dossier_jobs):
        assert list(laid.pdfs) == [job.document.file for job in dossier_jobs]

    def they_have_title_and_language(self, laid, dossier_jobs):
        for job in dossier_jobs:
            with pikepdf.open(io.BytesIO(laid.pdfs[job.document.file])) as opened:
                assert str(opened.docinfo["/Title"]) == job.document.properties.title
                assert str(opened.Root.Lang) == "nl-NL"
                assert opened.Root.ViewerPreferences.DisplayDocTitle

    def they_have_the_dossier_s_date_and_no_other(self, laid, dossier_jobs):
        for job in dossier_jobs:
            with pikepdf.open(io.BytesIO(laid.pdfs[job.document.file])) as opened:
                day = job.document.properties.created
                assert str(opened.docinfo["/CreationDate"]) == f"D:{day:%Y%m%d%H%M%S}Z"
                metadata = opened.Root.Metadata.read_bytes().decode()
                dates = set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z?", metadata))
                assert dates == {f"{day:%Y-%m-%dT%H:%M:%S}Z"}
                assert str(opened.docinfo["/Author"]) == "Ministerie van Defensie"  # the house, no person

    def they_embed_their_fonts(self, laid):
        for data in laid.pdfs.values():
            with pikepdf.open(io.BytesIO(data)) as opened:
                fonts = [
                    each
                    for each in opened.objects
                    if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
                ]
                assert fonts
                assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
                assert all(re.search("DejaVuSans|Verdana", str(font.FontName)) for font in fonts)

    def they_are_not_forms(self, laid):
        for data in laid.pdfs.values():
            with pikepdf.open(io.BytesIO(data)) as opened:
                assert "/AcroForm" not in opened.Root

    def they_have_the_pages_they_should(self, laid):
        assert len(texts(laid.pdfs["brief-eerste-kamer"])) == 1
        assert len(texts(laid.pdfs["brief-tweede-kamer"])) == 1
        assert len(texts(laid.pdfs["nota"])) == 2
        assert len(texts(laid.pdfs["rapport"])) >= 17

    def they_are_the_same_bytes_abroad(self, laid, dossier_jobs, soffice, tmp_path):
        abroad = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}
        cache = Cache(tmp_path / "elders")
        office = find_office(abroad["PATH"], abroad, cache, program=soffice, processes=2)

        again = lay_out(dossier_jobs, office, cache, with_pdf=True)

        assert again.pdfs == laid.pdfs
        assert again.files == laid.files


class Describe_the_PDF_of_the_report:
    def it_has_its_headings_as_outline(self, opened, report):
        """With the numbers that Word gives, in order, each at its level."""
        headings = [
            f"{paragraph.number} {plain_text(paragraph.content)}".strip()
            for tag in ("afkortingen", "inhoud", "rapport", "bijlagen")
            for paragraph in paragraphs(report.blocks[tag])
            if paragraph.heading or paragraph.style == "TOCHeading"
        ]
        said = []
        waiting = [opened.Root.Outlines.First]
        while waiting:
            item = waiting.pop()
            said.append(str(item.Title).replace("\N{NO-BREAK SPACE}", " "))
            waiting += [item[key] for key in ("/Next", "/First") if key in item]

        assert said == [heading.replace("\N{NO-BREAK SPACE}", " ") for heading in headings]

    def it_describes_where_links_lead(self, opened):
        described = [str(link.Contents) for link in links(opened)]

        assert any(re.fullmatch(r"2\.2\.1\. KFOR, pagina \d+", each) for each in described)
        assert "Voetnoot 1" in described
        assert "Terug naar de tekst bij voetnoot 1" in described
        assert not [each for each in described if not each or each.startswith("_")]

    def it_leads_from_contents_to_headings(self, opened, report, laid):
        """Each entry of the contents is a link to the page that it shows."""
        entries = report.blocks["inhoud"][0].entries
        pages = {page.objgen: number for number, page in enumerate(opened.pages, 1)}
        found = Counter(
            (str(link.Contents), pages[link.Dest[0].objgen]) for link in links(opened) if "/Dest" in link
        )

        for entry in entries:
            title = f"{entry.number} {plain_text(entry.text)}".replace("\N{NO-BREAK SPACE}", " ")
            page = laid.pages["rapport"][entry.bookmark]
            spoken = {(said.replace("\N{NO-BREAK SPACE}", " "), number) for said, number in found}
            assert (f"{title}, pagina {page}", page) in spoken

    def it_marks_foreign_terms_with_their_language(self, opened):
        languages = Counter(str(each.Lang) for each in elements(opened) if "/Lang" in each)

        assert languages["en-GB"] > 50
        assert languages["fr-FR"] >= 1

    def it_has_table_headers_with_a_scope(self, opened):
        headers = [each for each in elements(opened) if each.S == "/TH"]

        scopes = [part.get("/Scope") for each in headers for part in each.A if "/Scope" in part]
        assert len(headers) >= 7
        assert len(scopes) == len(headers)

    def it_says_bijlage_as_word_does(self, laid):
        """In lower case inside a sentence, where LibreOffice would print the heading's capital."""
        text = " ".join(" ".join(texts(laid.pdfs["rapport"])).split())

        assert "nationale kaders staan in bijlage 1." in text
        assert "het nationale kader staat in bijlage 1." in text
        assert "in Bijlage" not in text

    def it_leads_from_there_to_the_appendix(self, opened):
        described = [str(link.Contents) for link in links(opened)]

        assert sum(each.startswith("Bijlage 1 Rechtsbasis") for each in described) >= 3

    def it_tags_footnotes(self, opened):
        assert sum(each.S == "/Note" for each in elements(opened)) == 9

    def it_has_footers_that_agree_with_the_contents(self, laid):
        """The heading is on the page whose footer has the number in the contents."""
        pages = texts(laid.pdfs["rapport"])
        footers = [re.search(r"Pagina (\d+) van (\d+)", page) for page in pages]

        assert footers[0] is None
        assert [(int(each[1]), int(each[2])) for each in footers[1:] if each] == [
            (number, len(pages)) for number in range(2, len(pages) + 1)
        ]
        assert "Slotbeschouwing" in pages[laid.pages["rapport"]["_Ref_slotbeschouwing"] - 1]

    def it_prints_those_pages_in_the_contents(self, laid, report):
        contents = next(page for page in texts(laid.pdfs["rapport"]) if page.count("....") > 15)
        printed = [int(number) for number in re.findall(r"\.{2,} *(\d+)", contents)]
        entries = report.blocks["inhoud"][0].entries

        assert printed == [laid.pages["rapport"][entry.bookmark] for entry in entries]


def finish(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as opened:
        return pdf.finish(opened, PROPERTIES)


class Describe_finish:
    def it_describes_a_link_that_had_no_description(self):
        made = pikepdf.new()
        page = made.add_blank_page()
        destination = pikepdf.Array([page.obj, pikepdf.Name.XYZ, 0, 700, 0])
        page.Annots = pikepdf.Array(
            [
                made.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Annot,
                        Subtype=pikepdf.Name.Link,
                        Rect=pikepdf.Array([0, 0, 10, 10]),
                        Dest=destination,
                    )
                )
            ]
        )
        data = io.BytesIO()
        made.save(data)

        with pikepdf.open(io.BytesIO(finish(data.getvalue()))) as finished:
            assert [str(link.Contents) for link in links(finished)] == ["Pagina 1"]

    def it_has_no_trace_of_the_time(self, office, cache, laid):
        """Two conversions of one Word file: LibreOffice by itself gives other bytes each time."""
        file = {"nota": laid.files["nota"]}
        first, second = (convert(file, office, cache)["nota"] for _ in range(2))

        assert first != second
        assert finish(first) == finish(second)

    def it_does_not_care_how_fonts_were_numbered(self):
        """LibreOffice numbers them by their address in memory, which varies."""
        one, other = with_fonts_numbered(("Regular", "Bold")), with_fonts_numbered(("Bold", "Regular"))

        assert one != other
        assert finish(one) == finish(other)


def with_fonts_numbered(order: tuple[str, ...]) -> bytes:
    """Return a PDF of one page with two fonts, whose objects are numbered in the order given."""
    made = pikepdf.new()
    fonts = {name: font(made, name) for name in order}
    page = made.add_blank_page()
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary({f"/{name}": fonts[name] for name in sorted(fonts)})
    )
    data = io.BytesIO()
    # In object streams they stay in the order of creation.
    made.save(data, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return data.getvalue()


def font(made: pikepdf.Pdf, name: str) -> pikepdf.Object:
    described = pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name(f"/{name}"))
    return made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name(f"/{name}"),
            FontDescriptor=made.make_indirect(described),
        )
    )
