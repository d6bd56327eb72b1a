# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of places in a document, such as the bars of a public version."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from jvom.documents.bars import passages, with_places
from jvom.documents.dossier import documents
from jvom.layout.cache import Cache
from jvom.layout.engines import estimated
from jvom.layout.estimate import _Layout, estimate
from jvom.layout.exact import lay_out
from jvom.layout.geometry import FixedTable, read_geometry
from jvom.layout.lines import break_lines
from jvom.layout.result import Job
from jvom.layout.soffice import Office
from jvom.plan import Run
from jvom.word.template import Template, open_template
from tests.conftest import PROJECT
from tests.contents import basis, with_texts

_WORDS = (
    "de het een inzet van militairen in Libanon wordt voortgezet met partners bijdrage kabinet Kamer brief "
    "mandaat kader missie jaar"
).split()


@cache
def template(name: str) -> Template:
    return open_template(PROJECT / f"templates/{name}.docx")


def text(seed: int, paragraphs: int) -> str:
    """Return a text with a mark in each paragraph, table and footnote."""
    random = Random(seed)
    blocks = ["## Aanleiding"]
    for number in range(paragraphs):
        words = [random.choice(_WORDS) for _ in range(random.randint(8, 70))]
        words[random.randrange(len(words))] = '[geheim]{.gelakt grond="5.1.2i"}'
        blocks.append(f"{' '.join(words).capitalize()}.")
        if number % 10 == 5:
            blocks[-1] += f"[^n{number}]"
            blocks.append(f'[^n{number}]: {{.gelakt grond="5.2"}} Een noot.')
            blocks.append('| Land | Aantal |\n| --- | --- |\n| a | b |\n| {.gelakt grond="5.1.1b"} c | d |')
    return "\n\n".join(blocks)


def jobs(paragraphs: int = 45) -> list[Job]:
    dossier = with_texts(basis(), {"nota": text(1, paragraphs), "brief": text(2, paragraphs // 2)})
    made = [with_places(each) for each in documents(dossier, public=True) if each.file != "rapport"]
    return [
        Job(each, template(each.template), tuple(at.bookmark for at in passages(each) if at.bookmark))
        for each in made
    ]


class Describe_places:
    def they_are_estimated_within_a_page_and_nearly_all_right(self, office: Office, tmp_path: Path) -> None:
        asked = jobs()
        guessed = estimated(asked).places
        found = lay_out(asked, office, Cache(tmp_path), with_pdf=False).places
        assert found.keys() == guessed.keys() == {"brief-eerste-kamer", "brief-tweede-kamer", "nota"}
        off = [abs(page - guessed[name][at]) for name, pages in found.items() for at, page in pages.items()]
        assert len(off) > 90
        assert max(max(pages.values()) for pages in found.values()) > 4
        assert max(off) <= 1
        assert off.count(0) >= 0.98 * len(off)

    def they_are_remembered(self, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = jobs(6)
        found = lay_out(asked, office, Cache(tmp_path), with_pdf=False)
        monkeypatch.setattr("jvom.layout.exact.Conversions.start", None)
        assert lay_out(asked, office, Cache(tmp_path), with_pdf=False).places == found.places
        assert found.pages == {}

    def they_are_on_the_last_page_where_the_estimate_leaves_them_out(self) -> None:
        (job, *_) = jobs(6)
        elsewhere = replace(job, places=(*job.places, "Gelakt_99"))
        assert estimated([elsewhere]).places[job.document.file]["Gelakt_99"] == 2


class Describe_a_table_of_the_template:
    def it_takes_room(self) -> None:
        letter = jobs(2)[0]
        head = next(each for each in read_geometry(letter.template).places if isinstance(each, FixedTable))
        assert [len(row.cells) for row in head.rows] == [2, 2]
        assert head.rows[0].height == 158.75

    @pytest.mark.parametrize(("kind", "height"), [("brief-tweede-kamer", 182.75), ("nota", 170.0)])
    def it_takes_what_its_cells_need_over_the_rows_that_they_are_merged_over(
        self, kind: str, height: float
    ) -> None:
        """As LibreOffice lays them out: the words below begin that far below the top of the page."""
        (job,) = [each for each in jobs(2) if each.document.file == kind]
        head = next(each for each in read_geometry(job.template).places if isinstance(each, FixedTable))
        merged = [cell for row in head.rows for cell in row.cells if cell.begins]
        assert len(merged) == 1
        assert [row.cells[-1].goes_on for row in head.rows] == [False, True]
        rows = _Layout(job.document, read_geometry(job.template))._fixed_rows(head)
        assert sum(row.line for row in rows) == pytest.approx(height, abs=0.01)

    def it_says_where_a_bar_begins(self) -> None:
        """A bar may go on on the next line, and on the next page."""
        (_, _, nota) = jobs(2)
        for width in range(80, 160, 3):
            looks = read_geometry(nota.template)
            look = looks.paragraph("BodyText")
            content = (Run("Een woord"), Run(" "), Run("gelakt 5.1.2e", bookmark="Gelakt_1"))
            lines = break_lines(content, look, width, looks.is_bold, looks.hyphenation)
            first = break_lines((*content[:2], Run("gelakt")), look, width, looks.is_bold, looks.hyphenation)
            assert lines.bookmarks["Gelakt_1"] == first.count

    def it_leaves_out_rows_without_a_value(self) -> None:
        (letter, *_) = jobs(30)
        several = replace(
            letter.document,
            text={
                **letter.document.text,
                **{f"ondertekenaar-{at}-naam": letter.document.text["aanhef"] for at in range(1, 7)},
            },
        )
        one = estimate(letter.document, letter.template)
        assert estimate(several, letter.template).total >= one.total
        assert one.pages.keys() == set(letter.places)
