# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Remarks as comments in the margin of drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.documents.content import Writer
from jvom.documents.dossier import documents
from jvom.documents.remarks import Margin
from jvom.model import Dossier
from jvom.plan import CommentEnd, every_content
from tests.contents import basis, copy_basis, read_dossier, with_texts
from tests.documents.writing import listed


def drafted(text: str) -> list[str]:
    """Return how a text in the basis dossier is written in a draft."""
    dossier = with_texts(basis(), {"inzet": text})
    return listed(Writer(dossier, margin=Margin(dossier, "rapport")).blocks(dossier.section("inzet")))


def comments(dossier: Dossier, draft: bool = False, public: bool = False) -> dict[str, list[str]]:
    """Return the comments of each document by its name."""
    return {
        document.file: [
            inline.comment.text
            for content in every_content(document)
            for inline in content
            if isinstance(inline, CommentEnd)
        ]
        for document in documents(dossier, draft=draft, public=public)
    }


class Describe_a_remark_in_a_draft:
    def it_is_about_the_word_before_it(self):
        assert drafted("Er zijn elf waarnemers <!-- opmerking (DGB, 2026-03-04): echt? --> in Libanon.") == [
            "BodyText: Er zijn elf «waarnemers»(DGB 2026-03-04: echt?) in Libanon."
        ]

    def it_is_about_the_block_below_it(self):
        assert drafted("Een.\n\n<!-- opmerking: x -->\n\nTwee.\n") == [
            "BodyText: Een.",
            "BodyText: «Twee.»(: x)",
        ]

    @pytest.mark.parametrize("below", ["", "\n## Kop\n\nTekst.\n"])
    def it_is_about_the_block_above_it_when_nothing_or_a_heading_follows(self, below):
        assert drafted(f"## Over de missie\n\n<!-- opmerking: wat is het mandaat? -->\n{below}")[0] == (
            "Tussenkop2: «Over de missie»(: wat is het mandaat?)"
        )

    def it_finds_its_place_in_a_list_and_a_table(self):
        assert drafted("<!-- opmerking: x -->\n\n- een\n- twee\n")[0] == "ListBullet: «een»(: x)"
        assert drafted("<!-- opmerking: x -->\n\n| a | b |\n| --- | --- |\n| c | d |")[0] == "= «a»(: x) | b"

    def it_is_at_the_mark_of_its_footnote(self):
        assert drafted("Een[^a] twee.\n\n[^a]: De noot <!-- opmerking: x -->.\n") == [
            "BodyText: Een{De noot.}«»(: x) twee."
        ]

    def it_comes_one_by_one_in_a_row(self):
        assert drafted("Elf <!-- opmerking: x --> <!-- opmerking: y --> man.") == [
            "BodyText: «Elf»(: x)«»(: y) man."
        ]


class Describe_remarks_in_data:
    @pytest.fixture
    def content(self, tmp_path: Path) -> Path:
        return copy_basis(tmp_path)

    def they_are_where_the_data_is_used(self, content):
        for name, old, new in [
            ("figures.yml", "  deployed_total:", "  # opmerking: cijfer\n  deployed_total:"),
            ("mandates.yml", "rows:", "# opmerking: mandaat\nrows:"),
            ("dossier.yml", "signatories:", "# opmerking: namen\nsignatories:"),
            ("dossier.yml", "nota:\n", "nota:  # opmerking: nota\n"),
            ("dossier.yml", "report:\n", "report:\n  # opmerking: rapport\n"),
        ]:
            path = content / "2025" / name
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), encoding="utf-8")

        found = comments(read_dossier(content, 2025), draft=True)

        said = {file: {each.rpartition(" ")[2] for each in texts} for file, texts in found.items()}
        assert said["brief-eerste-kamer"] - {"cijfer"} == {"namen"}
        assert said["nota"] - {"cijfer"} == {"nota"}
        assert said["rapport"] - {"cijfer"} == {"rapport", "mandaat"}
        assert sum("cijfer" in each for each in said.values()) >= 1
        assert any("(dossier.yml, regel" in each for each in found["nota"])


class Describe_documents_that_are_no_draft:
    def they_have_no_comments(self):
        dossier = with_texts(basis(), {"inzet": "Elf <!-- opmerking: x -->.\n\n<!-- opmerking: y -->\n\nX."})

        assert comments(dossier, draft=True)["rapport"] == ["x", "y"]
        assert comments(dossier)["rapport"] == []
        assert comments(dossier, draft=True, public=True)["rapport"] == []
