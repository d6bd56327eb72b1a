# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What stays together at the end of a page in LibreOffice: each case at every height of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from msgspec.structs import replace

from jvom.documents.dossier import documents
from jvom.layout.cache import Cache
from jvom.layout.conversion import convert
from jvom.layout.estimate import estimate
from jvom.plan import Cell, Document, Paragraph, Run, Table
from jvom.word.package import build
from jvom.word.template import Template, open_template
from tests.contents import basis, read_dossier, with_texts
from tests.documents.test_regions import with_rows
from tests.layout.plans import chapter, lines, section, small

HEIGHTS = range(36, 54)
"""So many lines are put above; a page of the report has room for some fifty."""


@pytest.fixture(scope="module")
def rendered(office, project: Path, tmp_path_factory) -> Callable[[Iterable[Document]], list[list[str]]]:
    """Return a function that gives the text of each page of each document."""

    def render(plans: Iterable[Document]) -> list[list[str]]:
        templates: dict[str, Template] = {}
        files = {}
        for number, plan in enumerate(plans):
            if plan.template not in templates:
                templates[plan.template] = open_template(project / "templates" / f"{plan.template}.docx")
            file = replace(plan, file=f"stuk-{number:02}")
            template = templates[plan.template]
            pages = estimate(file, template).pages if plan.file == "rapport" else {}
            files[file.file] = build(file, template, pages)
        made = convert(files, office, Cache(tmp_path_factory.mktemp("cache")))
        return [texts(made[name]) for name in sorted(made)]

    return render


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def page_with(pages: list[str], words: str) -> int:
    """Return the last page that has the words: the contents, if any, come before the text."""
    return max(number for number, page in enumerate(pages) if words in page)


def paragraphs(count: int) -> str:
    return "\n\n".join(f"Alinea {number} staat hier op een regel." for number in range(1, count + 1))


class Describe_the_signatures:
    def they_are_never_alone_on_a_page(self, rendered) -> None:
        counts = range(8, 24)
        plans = [
            documents(with_texts(basis(), {"brief": paragraphs(count)}), ("brief-eerste-kamer",))[0]
            for count in counts
        ]
        made = rendered(plans)
        for count, pages in zip(counts, made, strict=True):
            page = pages[page_with(pages, "DE MINISTER VAN DEFENSIE")]
            for words in (f"Alinea {count} ", "Hoogachtend", "A.B. de Vries", "C.D. Jansen"):
                assert words in page, count
        assert {len(pages) for pages in made} == {1, 2}

    def they_are_never_alone_below_a_nota(self, rendered) -> None:
        counts = range(8, 26)
        plans = [
            documents(with_texts(basis(), {"nota": f"## Aanleiding\n\n{paragraphs(count)}"}), ("nota",))[0]
            for count in counts
        ]
        made = rendered(plans)
        for count, pages in zip(counts, made, strict=True):
            page = pages[page_with(pages, "DE DIRECTEUR-GENERAAL")]
            assert f"Alinea {count} " in page, count
        assert {len(pages) for pages in made} == {1, 2}


class Describe_a_heading:
    def it_is_never_the_last_line_of_a_page(self, rendered) -> None:
        made = rendered(small(chapter(1), lines(height), section("1.1"), lines(2)) for height in HEIGHTS)
        seen = set()
        for pages in made:
            page = page_with(pages, "Een paragraaf")
            seen.add(page)
            assert pages[page].rpartition("Een paragraaf")[2].count("0123456789") >= 8
        assert len(seen) == 2


class Describe_a_paragraph:
    def it_leaves_no_line_alone(self, rendered) -> None:
        four = Paragraph(
            "BodyText", (Run(" ".join(f"L{number}L" + "0123456789" * 4 for number in range(1, 5))),)
        )
        made = rendered(small(chapter(1), lines(height), four) for height in HEIGHTS)
        parts = {tuple(part for page in pages if (part := len(re.findall(r"L\dL", page)))) for pages in made}
        assert parts == {(4,), (2, 2)}


class Describe_a_row_of_a_table:
    def it_is_not_split(self, rendered) -> None:
        def cell(text: str) -> Cell:
            return Cell((Paragraph("Tabeltekst", (Run(text),)),))

        tall = cell(" ".join(f"R{number}R" + "0123456789" * 2 for number in range(3)))
        table = Table(
            style="Rapporttabel",
            widths=(0.5, 0.5),
            header=((cell("Een"), cell("Twee")),),
            rows=((cell("eerst"), cell("a")), (tall, cell("b")), (cell("laatst"), cell("c"))),
            title="Tabel",
            description="Een tabel.",
        )
        made = rendered(small(chapter(1), lines(height), table) for height in HEIGHTS)
        for pages in made:
            assert {len(re.findall(r"R\dR", page)) for page in pages} == {0, 3}
        assert len({page_with(pages, "R0R") for pages in made}) == 2


class Describe_the_mandate_table:
    def it_repeats_the_name_of_a_region_that_goes_over_a_page(self, rendered) -> None:
        plans = [
            documents(with_rows(("Europa", before), ("Afrika", count), ("Diversen", 5)), ("rapport",))[0]
            for before in (2, 9, 16)
            for count in (31, 40, 51)
        ]
        for pages in rendered(plans):
            tables = [
                page[page.index("Rechtsbasis") :] for page in pages if re.search(r"Afrika nummer", page)
            ]
            assert len(tables) > 1
            for number, page in enumerate(tables):
                rows = len(re.findall(r"(?:Afrika|Europa|Diversen) nummer", page))
                assert rows >= 2
                assert page.count("(vervolg)") == (1 if number else 0)
                if number:
                    assert page.index("(vervolg)") < page.index("nummer")

    def it_does_so_whatever_its_rows_say(self, rendered) -> None:
        words = "missie Libanon operatie European Training Mission hoofdkwartier stafofficieren Irak".split()
        plans: list[Document] = []
        for seed in range(8):
            random = Random(seed)
            regions = random.sample(("Europa", "Midden-Oosten", "Afrika", "Diversen"), random.randint(1, 4))
            dossier = with_rows(*((region, random.randint(1, 40)) for region in regions))
            rows = tuple(
                replace(
                    row,
                    operation=f"QX {' '.join(random.choices(words, k=random.randint(1, 9)))}",
                    basis=" ".join(["VNVR-resolutie 2790 (2025)"] * random.randint(1, 3)),
                )
                for row in dossier.mandates.rows
            )
            mandates = replace(dossier.mandates, rows=rows)
            plans += documents(replace(dossier, mandates=mandates), ("rapport",))
        named = re.compile("Europa|Midden-Oosten|Afrika|Diversen")
        for pages in rendered(plans):
            tables = [page[page.index("Rechtsbasis") :] for page in pages if "QX" in page]
            for table in tables:
                before, _, rows_below = table.partition("QX")
                assert named.search(before)
                assert "(vervolg)" not in rows_below
            # No page but the last is left nearly empty.
            assert all(table.count("QX") > 5 for table in tables[:-1])


class Describe_the_list_of_abbreviations:
    def it_leaves_no_row_alone_on_a_page(self, rendered) -> None:
        dossier = basis()
        plans = []
        for count in range(40, 52):
            names = [f"{chr(65 + number // 26)}{chr(65 + number % 26)}X" for number in range(count)]
            (one, *_) = dossier.glossary.abbreviations
            glossary = replace(
                dossier.glossary,
                abbreviations=tuple(
                    replace(one, abbreviation=name, expansion=f"Voluit {name}") for name in names
                ),
            )
            text = with_texts(replace(dossier, glossary=glossary), {"inzet": " ".join(names)})
            plans.append(documents(text, ("rapport",))[0])
        lengths = [[found for page in pages if (found := page.count("Voluit "))] for pages in rendered(plans)]
        assert {len(each) for each in lengths} == {1, 2}
        assert min(min(each) for each in lengths) >= 2


class Describe_ragged_text:
    def it_ends_few_lines_in_a_hyphen(self, project: Path, rendered) -> None:
        (report,) = documents(read_dossier(project / "content", 2025), ("rapport",))
        (pages,) = rendered([report])
        # pdfium gives a word that is broken at the end of a line as one, with this character in it.
        broken = sum(page.count("\ufffe") for page in pages)
        lines = sum(len(line) > 20 and "...." not in line for page in pages for line in page.splitlines())
        assert 0.01 < broken / (lines + broken) < 0.06
