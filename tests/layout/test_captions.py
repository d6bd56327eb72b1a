# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Captions as Word's fields, and as LibreOffice prints them: numbers, references, pages in lists."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import pytest
from msgspec.structs import replace

from jvom.documents.dossier import documents
from jvom.layout.estimate import estimate
from jvom.layout.exact import lay_out
from jvom.layout.result import Job, Layout
from tests.contents import basis, with_texts
from tests.word.lint import lint

TABLE = "| Jaar | Aantal |\n| --- | ---: |\n| 2025 | 12 |\n\n: "
LONG = "Deze alinea is er om bladzijden te vullen en zegt verder niets. " * 30


@pytest.fixture(scope="module")
def job(template) -> Job:
    text = (
        f"{TABLE}Eerste {{#tab-een}}\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n{TABLE}Tweede {{#tab-twee .liggend}}\n"
    )
    dossier = with_texts(basis(), {"unifil": text, "untso": "Zie [](#tab-een) en [](#tab-twee)."})
    report = dossier.data.report
    assert report is not None
    dossier = replace(dossier, data=replace(dossier.data, report=replace(report, lists=("tabellen",))))
    [document] = documents(dossier, ("rapport",))
    return Job(document, template)


@pytest.fixture(scope="module")
def laid(job, office, tmp_path_factory) -> Layout:
    from jvom.layout.cache import Cache

    return lay_out([job], office, Cache(tmp_path_factory.mktemp("cache")), with_pdf=True)


class Describe_a_list_of_captions:
    def it_has_the_page_of_each(self, job, laid):
        pages = laid.pages["rapport"]

        assert pages["_Ref_tab_een"] == pages["_Ref_unifil"]
        assert pages["_Ref_tab_twee"] > pages["_Ref_tab_een"] + 1
        assert estimate(job.document, job.template).pages == pages
        with pypdfium2.PdfDocument(laid.pdfs["rapport"]) as pdf:
            texts = [page.get_textpage().get_text_range() for page in pdf]
        [listing] = [text for text in texts if "Tabellen" in text]
        for name, bookmark in (("1. Eerste", "_Ref_tab_een"), ("2. Tweede", "_Ref_tab_twee")):
            assert re.search(rf"Tabel.{name}\.+\s*{pages[bookmark]}\b", listing)
            assert f"{name}" in texts[pages[bookmark] - 1]

    def it_is_words_own(self, laid):
        file = laid.files["rapport"]
        assert lint(file) == []
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            body = archive.read("word/document.xml").decode()
        codes = [code.strip() for code in re.findall(r"<w:instrText[^>]*>([^<]*)<", body)]
        assert 'TOC \\h \\z \\c "Tabel"' in codes
        assert codes.count("SEQ Tabel \\* ARABIC") == 2
        assert [code for code in codes if code.startswith("REF _Ref_tab")] == [
            "REF _Ref_tab_een \\h",
            "REF _Ref_tab_twee \\h",
        ]
        assert [code for code in codes if code.startswith("PAGEREF _Ref_tab")] == [
            "PAGEREF _Ref_tab_een \\h",
            "PAGEREF _Ref_tab_twee \\h",
        ]


class Describe_a_table_that_is_not_public:
    def it_leaves_the_others_their_numbers(self, template, office, tmp_path):
        """LibreOffice counts captions again, as Word does when it updates fields."""
        from jvom.layout.cache import Cache

        text = f'{{.gelakt grond="5.1.2i"}}\n{TABLE}Weg\n\n{TABLE}Twee {{#tab-twee}}\n\n{TABLE}Drie\n'
        dossier = with_texts(basis(), {"unifil": text, "untso": "Zie [](#tab-twee)."})
        [document] = documents(dossier, ("rapport",), public=True)
        laid = lay_out([Job(document, template)], office, Cache(tmp_path), with_pdf=True)

        assert lint(laid.files["rapport"]) == []
        with pypdfium2.PdfDocument(laid.pdfs["rapport"]) as pdf:
            texts = " ".join(page.get_textpage().get_text_range() for page in pdf)
        said = re.sub(r"\s+", " ", texts)
        assert "Tabel 2. Twee" in said
        assert "Tabel 3. Drie" in said
        assert "Zie tabel 2." in said


class Describe_a_reference_to_a_caption:
    def it_prints_the_number_that_the_caption_has(self, laid):
        with pypdfium2.PdfDocument(laid.pdfs["rapport"]) as pdf:
            texts = " ".join(page.get_textpage().get_text_range() for page in pdf)
        assert "Zie tabel 1 en tabel 2." in re.sub(r"\s+", " ", texts)
