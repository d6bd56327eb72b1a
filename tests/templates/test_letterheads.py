# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The heads and signatures of letters and nota as the templates of the project print them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree

from jvom.documents.dossier import contracts, documents
from jvom.model import Dossier
from jvom.ooxml.names import qn
from jvom.source import Span
from jvom.word.package import build
from jvom.word.template import open_template, read_template, verify
from tests.contents import basis, with_data
from tests.word.lint import lint


def parts(project: Path, dossier: Dossier, name: str) -> dict[str, etree._Element]:
    """Return the body, headers and footers of a document that was built."""
    (document,) = documents(dossier, (name,))
    template = open_template(project / "templates" / f"{document.template}.docx")
    pages = (
        {}
        if document.template != "rapport"
        else {
            entry.bookmark: 1
            for entry in document.blocks["inhoud"][0].entries  # type: ignore[union-attr]
        }
    )
    data = build(document, template, pages)
    assert lint(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {
            each.removeprefix("word/"): etree.fromstring(opened.read(each))
            for each in opened.namelist()
            if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", each)
        }


def lines(root: etree._Element) -> list[str]:
    """Return the words of each paragraph that has any."""
    found = []
    for paragraph in root.iter(qn("w:p")):
        words = "".join(
            "/" if each.tag == qn("w:br") else "\t" if each.tag == qn("w:tab") else each.text or ""
            for each in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        )
        if words.strip():
            found.append(words.strip().replace("\xa0", " "))
    return found


def signed_by(count: int, **changes: Any) -> Dossier:
    one = basis().data.signatories[0]
    return with_data(
        basis(),
        signatories=tuple(
            msgspec.structs.replace(one, office=f"AMBT {number}", name=f"Naam {number}", **changes)
            for number in range(1, count + 1)
        ),
    )


class Describe_the_signatures_of_a_letter:
    @pytest.mark.parametrize("count", range(1, 7))
    def they_are_two_a_row_with_the_names_below(self, project, count):
        body = parts(project, signed_by(count), "brief-eerste-kamer")["document.xml"]

        table = [each for each in body.iter(qn("w:tbl")) if "AMBT 1" in " ".join(lines(each))][-1]
        rows = [lines(row) for row in table.iterchildren(qn("w:tr"))]
        expected: list[list[str]] = []
        for left in range(1, count + 1, 2):
            pair = range(left, min(left + 2, count + 1))
            expected += [[f"AMBT {number}" for number in pair], [f"Naam {number}" for number in pair]]
        assert rows == expected
        widths = {column.get(qn("w:w")) for column in table.iter(qn("w:gridCol"))}
        assert len(widths) == 1

    def they_have_the_words_of_the_data_below_the_office(self, project):
        dossier = signed_by(2, signed_how="Digitaal ondertekend")

        body = parts(project, dossier, "brief-eerste-kamer")["document.xml"]

        assert lines(body)[-6:] == [
            "AMBT 1", "Digitaal ondertekend", "AMBT 2", "Digitaal ondertekend", "Naam 1", "Naam 2",
        ]  # fmt: skip


class Describe_an_empty_field:
    def it_leaves_no_label_in_a_letter(self, project):
        dossier = with_data(basis(), letter={"attachments": (), "reply": ""})

        said = lines(parts(project, dossier, "brief-eerste-kamer")["document.xml"])

        assert not {"Bijlagen", "Uw referentie", "Contact"} & set(said)
        assert said[said.index("Onze referentie") + 1] == "MINDEF20260000001"

    def it_leaves_no_line_in_a_nota(self, project):
        dossier = with_data(basis(), nota={"copy_to": (), "coordinated_with": (), "attachments": 0})

        said = lines(parts(project, dossier, "nota")["document.xml"])

        assert not any(line.startswith(("In afschrift", "Afgestemd", "Aantal bijlagen")) for line in said)
        assert said[:3] == ["Aan\tMINDEF", "Van\tDGB", "TER BESLISSING"]


class Describe_the_head_of_a_nota:
    def it_has_fields_then_purpose_then_title(self, project):
        body = parts(project, basis(), "nota")["document.xml"]
        table = next(body.iter(qn("w:tbl")))

        one, two = (row.findall(qn("w:tc")) for row in table.iterchildren(qn("w:tr")))
        assert [line.partition("\t")[0] for line in lines(one[0])] == [
            "Aan", "Van", "Afgestemd met", "In afschrift aan", "TER BESLISSING",
        ]  # fmt: skip
        assert lines(two[0]) == ["Nota"]
        # The particulars are one cell beside both rows: a long title does not tear them apart.
        assert lines(one[1])[::2] == ["Datum", "Onze referentie", "Opgesteld door", "Aantal bijlagen"]
        assert lines(two[2]) == []

    def it_ends_with_the_office_above_how_it_was_signed(self, project):
        said = lines(parts(project, basis(), "nota")["document.xml"])

        assert said[-2:] == ["DE DIRECTEUR-GENERAAL BELEID", "Digitaal akkoord"]


class Describe_a_classified_document:
    @pytest.mark.parametrize("name", ["brief-eerste-kamer", "nota", "rapport"])
    def it_says_so_in_every_header_and_footer(self, project, name):
        dossier = with_data(basis(), classification="Stg. Confidentieel")

        made = parts(project, dossier, name)

        edges = {part: lines(root) for part, root in made.items() if part != "document.xml"}
        assert len(edges) >= 3
        assert {said[0] for said in edges.values()} == {"Stg. Confidentieel"}

    def and_every_section_has_both(self, project):
        body = parts(project, with_data(basis(), classification="Stg. Geheim"), "rapport")["document.xml"]

        for section in body.iter(qn("w:sectPr")):
            assert section.find(qn("w:headerReference")) is not None
            assert section.find(qn("w:footerReference")) is not None


class Describe_a_draft:
    @pytest.mark.parametrize(("draft", "names"), [(True, False), (False, True)])
    def it_leaves_reviewers_their_names(self, project, draft, names):
        (document,) = documents(basis(), ("nota",), draft=draft)
        template = open_template(project / "templates/nota.docx")

        with zipfile.ZipFile(io.BytesIO(build(document, template, {}))) as opened:
            settings = etree.fromstring(opened.read("word/settings.xml"))

        removed = ("w:removePersonalInformation", "w:removeDateAndTime")
        assert {settings.find(qn(each)) is not None for each in removed} == {names}


class Describe_the_properties:
    def they_name_the_house_the_kind_and_the_status(self, project):
        (document,) = documents(basis(), ("nota",))

        with zipfile.ZipFile(
            io.BytesIO(build(document, open_template(project / "templates/nota.docx"), {}))
        ) as opened:
            core, app = (opened.read(f"docProps/{name}.xml").decode() for name in ("core", "app"))

        assert "<dc:creator>Ministerie van Defensie</dc:creator><cp:category>Nota</cp:category>" in core
        assert "<cp:contentStatus>Definitief</cp:contentStatus>" in core
        assert "<Company>Ministerie van Defensie</Company>" in app


class Describe_the_theme:
    @pytest.mark.parametrize("name", ["brief", "nota", "rapport"])
    def its_font_of_headings_is_that_of_every_heading(self, project, name):
        with zipfile.ZipFile(project / f"templates/{name}.docx") as opened:
            styles = etree.fromstring(opened.read("word/styles.xml"))

        headings = [
            style
            for style in styles.iter(qn("w:style"))
            if (style.get(qn("w:styleId")) or "").startswith(("Heading", "KopBijlage", "KopZonderNummer"))
        ]
        assert len(headings) >= 3
        for style in headings:
            fonts = style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert fonts is not None
            assert fonts.get(qn("w:asciiTheme")) == fonts.get(qn("w:hAnsiTheme")) == "majorHAnsi"


class Describe_a_template_from_before:
    def it_builds_what_it_can_and_refuses_what_would_get_lost(self, project):
        data = (project / "templates/brief.docx").read_bytes()
        written = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
            for member in old.namelist():
                pattern = rb'(<w:tag w:val="(?:rubricering|contact|bijlagen|ondertekenaar-[3-6]-\w+))"'
                new.writestr(member, re.sub(pattern, rb'\1-weg"', old.read(member)))
        template = read_template(written.getvalue(), Span("templates/brief.docx"))

        assert verify(template, contracts(basis())[0]) == []
        assert len(verify(template, contracts(signed_by(3))[0])) == 2
        assert len(verify(template, contracts(with_data(basis(), classification="Stg. Geheim"))[0])) == 1
