# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os
from collections.abc import Callable

import msgspec
import pytest

from jvom.plan import Contract
from jvom.source import CannotRun
from jvom.word import template
from jvom.word.template import open_template, verify
from tests.word.shorthand import PORTRAIT, p, r, report_members, sdt, section, zipped


class Describe_opening_a_template:
    def it_lists_what_the_template_offers(self, report):
        found = [(each.tag, each.level, each.in_body) for each in report.controls]

        assert ("rapport", "block", True) in found
        assert ("datum", "run", True) in found
        assert ("koptekst", "run", False) in found
        assert {"Heading1", "Emphasis", "Rapporttabel"} <= report.styles

    def it_reads_a_file(self, tmp_path):
        path = tmp_path / "rapport.docx"
        path.write_bytes(zipped(report_members()))

        assert open_template(path).path == path.as_posix()

    def it_names_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(CannotRun, match=r"nota\.docx: het sjabloon ontbreekt"):
            open_template(tmp_path / "nota.docx")

    def it_refuses_a_folder(self, tmp_path):
        with pytest.raises(CannotRun, match="het sjabloon is niet te lezen"):
            open_template(tmp_path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def it_does_not_wait_for_a_pipe(self, tmp_path):
        os.mkfifo(tmp_path / "nota.docx")

        with pytest.raises(CannotRun, match="het sjabloon is niet te lezen"):
            open_template(tmp_path / "nota.docx")

    def it_reads_no_further_than_the_largest_template(self, tmp_path, monkeypatch):
        monkeypatch.setattr(template, "LARGEST_FILE", 10)
        (tmp_path / "x.docx").write_bytes(b"12345678901")

        with pytest.raises(CannotRun, match="te groot"):
            open_template(tmp_path / "x.docx")

    def it_refuses_what_is_not_safe(self, tmp_path):
        (tmp_path / "x.docx").write_bytes(b"Beste lezer,")

        with pytest.raises(CannotRun, match=r"x\.docx: het sjabloon is geen Word-document"):
            open_template(tmp_path / "x.docx")


def contract(text: str = "", blocks: str = "", styles: str = "") -> Contract:
    return Contract("rapport", tuple(text.split()), tuple(blocks.split()), tuple(styles.split()))


class Describe_verify:
    @pytest.fixture
    def complaints(self, make_template) -> Callable[..., list[tuple[str, str]]]:
        def check(body: str, wanted: Contract, **members: str) -> list[tuple[str, str]]:
            found = verify(make_template(body + section(PORTRAIT), **members), wanted)
            return [(str(each.what), str(each.advice)) for each in found]

        return check

    def it_accepts_a_template_that_keeps_the_contract(self, report):
        assert verify(report, contract("titel datum koptekst", "rapport inhoud", "Heading1 Emphasis")) == []

    def it_names_every_tag_and_style_that_is_missing(self, complaints):
        found = [what for what, _ in complaints(p(), contract("datum", "rapport", "Heading1 Kop"))]

        assert found == [
            "het inhoudsbesturingselement met tag «datum» ontbreekt",
            "het inhoudsbesturingselement met tag «rapport» ontbreekt",
            "de stijl «Kop» ontbreekt",
        ]

    def it_explains_that_libreoffice_moves_what_is_missing(self, make_template):
        saved = msgspec.structs.replace(
            make_template(p() + section(PORTRAIT)), saved_by="LibreOffice/25.2.3.2"
        )

        what = [str(each.what) for each in verify(saved, contract("datum"))]
        assert what == [
            "dit sjabloon is opgeslagen met LibreOffice, dat inhoudsbesturingselementen verplaatst",
            "het inhoudsbesturingselement met tag «datum» ontbreekt",
        ]
        assert verify(saved, contract()) == []

    def it_sees_a_misspelt_tag(self, complaints):
        [(_, advice)] = complaints(p(sdt("refrentie", r("x"))), contract("referentie"))

        assert advice == "het sjabloon heeft wel «refrentie»; verbeter die tag"

    def it_requires_blocks_outside_lines(self, complaints):
        [(what, advice)] = complaints(p(sdt("rapport", r("x"))), contract(blocks="rapport"))

        assert what == "het inhoudsbesturingselement «rapport» staat in een regel of in een kop- of voettekst"
        assert advice == "zet het in de tekst zelf, om een hele alinea"

    def it_requires_blocks_in_the_body(self, complaints):
        assert len(complaints(p(), contract(blocks="rapport"), header=sdt("rapport", p()))) == 1

    def it_requires_blocks_once(self, complaints):
        [(what, _)] = complaints(sdt("rapport", p()) * 2, contract(blocks="rapport"))

        assert what == "het inhoudsbesturingselement «rapport» komt 2 keer voor"

    def it_allows_text_in_many_places(self, complaints):
        assert complaints(p(sdt("datum", r("x"))) * 2, contract("datum"), header=sdt("datum", p())) == []

    def it_allows_no_text_around_rows(self, complaints):
        rows = sdt("datum", "<w:tr><w:tc><w:p/></w:tc></w:tr>")

        [(what, _)] = complaints(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>", contract("datum"))

        assert what == "het inhoudsbesturingselement «datum» staat om hele tabelrijen"
