# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The templates: what `python -m tools.templates` makes, what jvom counts on, what Word asks of a package."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from jvom.cli.contracts import CONTRACTS
from tests.waiting import LIMIT

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NAMES = ("brief", "nota", "rapport", "controlelijst", "uitvraag", "wijzigingen", "inventarislijst")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}

# Tag by tag whether it is filled with words in a line or with blocks.
TAGS = {
    "brief": {
        "text": "woordmerk concept retouradres datum betreft referentie aanhef slotgroet "
        "rubricering contact uw-referentie bijlagen bij-beantwoording embleem "
        + " ".join(
            f"ondertekenaar-{place}-{what}" for place in range(1, 7) for what in ("ambt", "hoe", "naam")
        ),
        "blocks": "geadresseerde colofon tekst legenda",
    },
    "nota": {
        "text": "woordmerk concept soort aan van afgestemd-met afschrift-aan doel datum referentie "
        "opgesteld-door bijlagen betreft ondertekend-hoe ondertekenaar-ambt rubricering embleem",
        "blocks": "tekst route legenda",
    },
    "rapport": {
        "text": "woordmerk concept titel ondertitel datum koptekst rubricering embleem",
        "blocks": "nog-te-leveren afkortingen legenda inhoud lijsten rapport bijlagen",
    },
    "controlelijst": {
        "text": "woordmerk concept titel dossier aanbieding nagelezen paginering zegel",
        "blocks": "nagegaan onderdrukt beoordelen",
    },
    "wijzigingen": {"text": "woordmerk concept titel oud nieuw", "blocks": "wijzigingen"},
    "inventarislijst": {
        "text": "woordmerk concept titel dossier aanbieding paginering",
        "blocks": "documenten passages gronden",
    },
    "uitvraag": {"text": "woordmerk concept titel", "blocks": "kader tekst vorig-jaar"},
}

# Styles that jvom gives to what it writes, by id; those of a template's own parts follow from its text.
STYLES = {
    name: common.split()
    for name, common in dict.fromkeys(
        NAMES,
        "Normal BodyText AanloopOpsomming AlineaBijVolgende AlineaNaTabel Heading1 Heading2 Heading3 "
        "Tussenkop2 Tussenkop3 Tussenkop4 Tussenkop5 ListBullet ListBullet2 ListNumber ListNumber2 Quote "
        "Caption Afbeelding Tabeltekst Tabelgetal Tabelkop TabelkopGetal Rapporttabel "
        "FootnoteText FootnoteReference Hyperlink Emphasis Strong PlaceholderText Gelakt Legenda Concept",
    ).items()
}
STYLES["brief"] += "Geadresseerde Colofon Colofonkop".split()
STYLES["rapport"] += (
    "KopBijlage KopZonderNummer TOCHeading TOC1 TOC2 TOC3 Afkortingentabel Afkorting AfkortingVoluit "
    "TabeltekstBijVolgende".split()
)

STYLES["uitvraag"] += "Kader Kaderkop Toelichting VorigJaar".split()


class Package:
    """A template's parts, parsed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.entries = archive.infolist()
            names = [name for name in archive.namelist() if not name.endswith(".png")]
            self.roots = {name: etree.fromstring(archive.read(name)) for name in names}

    def find(self, path: str, part: str | None = None) -> list[Any]:
        roots = self.roots.values() if part is None else [self.roots[f"word/{part}.xml"]]
        return [found for root in roots for found in xpath(root, path)]

    def style(self, id: str) -> Any:
        [style] = self.find(f"//w:style[@w:styleId='{id}']", "styles")
        return style


def xpath(element: etree._Element, path: str) -> Any:
    return element.xpath(path, namespaces=NAMESPACES)


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def package(name: str) -> Package:
    return Package(TEMPLATES / f"{name}.docx")


class Describe_making:
    def it_makes_what_is_committed(self, tmp_path, project):
        subprocess.run(
            [sys.executable, "-B", "-m", "tools.templates", str(tmp_path)], cwd=project, check=True
        )

        made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert made == {f"{name}.docx": (TEMPLATES / f"{name}.docx").read_bytes() for name in NAMES}

    def it_writes_the_parts_in_order_without_a_date(self, package):
        names = [entry.filename for entry in package.entries]
        assert names == ["[Content_Types].xml", *sorted(names[1:])]
        assert {entry.date_time for entry in package.entries} == {(1980, 1, 1, 0, 0, 0)}

    def it_leaves_no_trace_of_a_maker(self, package):
        assert not package.find("//@w:rsidR | //@w:rsidRDefault | //w:rsids")
        assert not [part for part in package.roots if "stylesWithEffects" in part or "customXml" in part]
        core = package.roots["docProps/core.xml"]
        assert [etree.QName(child).localname for child in core] == ["title", "language"]


class Describe_contract:
    def it_has_every_tag_in_its_kind(self, package, name):
        found: dict[str, set[str]] = {"text": set(), "blocks": set()}
        for control in package.find("//w:sdt"):
            kind = "text" if etree.QName(control.getparent()).localname == "p" else "blocks"
            found[kind].add(control.find("w:sdtPr/w:tag", NAMESPACES).get(f"{{{W}}}val"))
        assert found == {kind: set(tags.split()) for kind, tags in TAGS[name].items()}

    def it_names_each_control_for_who_edits_the_template(self, package):
        assert all(xpath(control, "w:sdtPr/w:alias/@w:val") for control in package.find("//w:sdt"))

    def it_shows_placeholder_text_in_its_style(self, package):
        for control in package.find("//w:sdt[w:sdtPr/w:showingPlcHdr and not(w:sdtPr/w:picture)]"):
            assert xpath(control, ".//w:r/w:rPr/w:rStyle/@w:val") == ["PlaceholderText"]

    def it_has_every_style(self, package, name):
        assert not set(STYLES[name]) - set(package.find("//w:style/@w:styleId", "styles"))

    def it_says_concept_in_every_header(self, package):
        headers = [root for part, root in package.roots.items() if part.startswith("word/header")]
        assert headers
        for header in headers:
            assert "concept" in xpath(header, ".//w:tag/@w:val")

    def it_repeats_date_and_reference_after_the_first_page(self):
        for name in ("brief", "nota"):
            package = Package(TEMPLATES / f"{name}.docx")
            [default] = package.find("//w:sectPr/w:headerReference[@w:type='default']/@r:id", "document")
            assert package.find("//w:tag/@w:val", default) == [
                "rubricering",
                "datum",
                "referentie",
                "concept",
            ]

    def it_ends_the_report_in_a_section_lengthwise(self):
        package = Package(TEMPLATES / "rapport.docx")
        sections = package.find("//w:sectPr", "document")
        assert [xpath(section, "w:pgSz/@w:orient") for section in sections] == [
            [],
            [],
            ["landscape"],
        ]
        assert sections[-1].getparent().tag == f"{{{W}}}body"
        footers = [xpath(section, "w:footerReference/@r:id") for section in sections]
        assert footers == [["footer2"], ["footer1"], ["footer1"]]


class Describe_the_page_on_templates:
    @pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.template)
    def it_tells_of_every_style_and_tag_that_jvom_fills(self, contract):
        page = (TEMPLATES / "README.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| (.+?) \|", page[page.index("## Stijlen") :], re.MULTILINE)
        styles = {name.replace(" ", "").casefold() for row in rows for name in row.split(", ")}

        assert not {style for style in contract.styles if style.casefold() not in styles}
        assert not {tag for tag in (*contract.text, *contract.blocks) if f"`{tag}`" not in page}


class Describe_references:
    def it_defines_every_style_it_uses_once(self, package):
        ids = package.find("//w:style/@w:styleId", "styles")
        names = [name.lower() for name in package.find("//w:style/w:name/@w:val", "styles")]
        assert [each for each, count in Counter(ids).items() if count > 1] == []
        assert [each for each, count in Counter(names).items() if count > 1] == []
        used = package.find(
            "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
            " | //w:basedOn/@w:val | //w:next/@w:val | //w:link/@w:val"
        )
        assert not set(used) - set(ids)

    def it_gives_every_control_an_id_of_its_own(self, package):
        ids = package.find("//w:sdtPr/w:id/@w:val")
        assert len(ids) == len(set(ids)) > 0

    def it_numbers_by_lists_that_name_the_same_style(self, package):
        for style in package.find("//w:style[w:pPr/w:numPr/w:numId[@w:val != '0']]", "styles"):
            number = style.find("w:pPr/w:numPr/w:numId", NAMESPACES).get(f"{{{W}}}val")
            level = (xpath(style, "w:pPr/w:numPr/w:ilvl/@w:val") or ["0"])[0]
            [list_id] = package.find(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "numbering")
            linked = package.find(
                f"//w:abstractNum[@w:abstractNumId='{list_id}']/w:lvl[@w:ilvl='{level}']/w:pStyle/@w:val",
                "numbering",
            )
            assert linked == [style.get(f"{{{W}}}styleId")]

    def it_has_every_part_it_relates_to(self, package):
        relationships = package.roots["word/_rels/document.xml.rels"]
        assert {f"word/{each.get('Target')}" for each in relationships} <= set(package.roots)
        assert set(package.find("//@r:id")) <= {each.get("Id") for each in relationships}

    def it_fits_the_cells_of_every_table_to_its_grid(self, package):
        for table in package.find("//w:tbl"):
            widths = [int(width) for width in xpath(table, "w:tblGrid/w:gridCol/@w:w")]
            for row in xpath(table, "w:tr"):
                cells = [int(width) for width in xpath(row, "w:tc/w:tcPr/w:tcW/@w:w")]
                assert sum(cells) == sum(widths)


class Describe_looks:
    def it_names_one_typeface_by_the_theme(self, package):
        [fonts] = package.find("//w:rPrDefault//w:rFonts")
        assert fonts.get(f"{{{W}}}asciiTheme") == fonts.get(f"{{{W}}}hAnsiTheme") == "minorHAnsi"
        others = [each for each in package.find("//w:rFonts") if each is not fonts]
        # Headings have the other font of the theme, and the same typeface where a program knows no theme.
        assert {each.get(f"{{{W}}}asciiTheme") for each in others} <= {"majorHAnsi"}
        assert {each.get(f"{{{W}}}ascii") for each in others} <= {fonts.get(f"{{{W}}}ascii")}

    def it_writes_text_in_nine_points_on_exactly_twelve(self, package):
        [size] = package.find("//w:docDefaults//w:sz/@w:val", "styles")
        [spacing] = package.find("//w:docDefaults//w:spacing", "styles")
        assert size == "18"
        assert (spacing.get(f"{{{W}}}line"), spacing.get(f"{{{W}}}lineRule")) == ("240", "exact")

    def it_lets_only_pictures_have_lines_that_grow(self, package):
        growing = package.find("//w:style[.//w:spacing[@w:lineRule='auto']]/@w:styleId", "styles")
        assert set(growing) - {"Embleem"} == {"Afbeelding"}

    @pytest.mark.parametrize(
        ("template", "style", "half_points", "line"),
        [
            ("brief", "Retouradres", "13", "180"),
            ("brief", "Colofon", "13", "180"),
            ("brief", "Woordmerk", "23", "260"),
            ("brief", "Rubricering", "13", "180"),
            ("nota", "Referentielabel", "13", "180"),
            ("nota", "Documentsoort", "64", "760"),
            ("rapport", "Tabeltekst", "16", "220"),
        ],
    )
    def it_has_the_sizes_of_the_house_style(self, template, style, half_points, line):
        element = Package(TEMPLATES / f"{template}.docx").style(style)
        assert xpath(element, "w:rPr/w:sz/@w:val") == [half_points]
        assert xpath(element, "w:pPr/w:spacing/@w:line") == [line]

    def it_rules_its_tables_between_the_rows_too(self, package):
        # The lines are too thin for the pictures of pages in tests/golden.
        [between] = xpath(package.style("Rapporttabel"), "w:tblPr/w:tblBorders/w:insideH")
        assert between.get(f"{{{W}}}val") == "single"

    def it_keeps_headings_with_their_text(self, package):
        for style in package.find("//w:style[w:pPr/w:outlineLvl]", "styles"):
            assert style.find("w:pPr/w:keepNext", NAMESPACES) is not None

    def it_lets_a_term_stand_out_in_every_heading(self, package):
        # Italic in italic is upright: a heading of one term would look like text (ECMA-376-1, 17.7.3).
        slanted = package.find("//w:style[w:pPr/w:outlineLvl and w:rPr/w:i[not(@w:val)]]", "styles")
        assert slanted == []

    def it_leaves_bold_in_tables_to_the_styles_of_paragraphs(self, package):
        # Bold in a table style and in a paragraph style together is not bold (ECMA-376-1, 17.7.3).
        assert package.find("//w:style[@w:type='table']//w:rPr[w:b | w:i | w:caps]", "styles") == []

    def it_has_room_for_the_numbers_of_lists_and_contents(self, package, name):
        # In twentieths of a point: Verdana has figures of 0.636 em, a full stop of 0.364, a space of 0.352.
        def width(number):
            return 9 * 20 * sum(0.364 if char == "." else 0.636 for char in number)

        [numbered] = package.find("//w:lvl[w:pStyle/@w:val='ListNumber']/w:pPr/w:ind/@w:hanging", "numbering")
        assert int(numbered) >= width("10.") + 0.352 * 9 * 20
        if name == "rapport":
            hanging = [xpath(package.style(f"TOC{n}"), "w:pPr/w:ind/@w:hanging")[0] for n in (2, 3)]
            assert int(hanging[0]) > width("12.12.")
            assert int(hanging[1]) > width("12.12.12.")

    @pytest.mark.parametrize(
        ("style", "level"),
        [("Heading1", 1), ("Heading2", 2), ("Heading3", 3), *((f"Tussenkop{n}", n) for n in range(2, 6))],
    )
    def it_tells_a_screen_reader_the_level_of_headings(self, package, style, level):
        outline = package.style(style).xpath("w:pPr/w:outlineLvl/@w:val", namespaces=NAMESPACES)
        assert outline == [str(level - 1)]

    def it_takes_only_numbered_headings_into_the_contents(self):
        [instruction] = Package(TEMPLATES / "rapport.docx").find(
            "//w:instrText[contains(., 'TOC')]", "document"
        )
        assert re.sub(r"\s+", " ", instruction.text.strip()) == r'TOC \o "1-3" \h \z \t "Kop bijlage;4"'


class Describe_accessibility:
    def it_has_no_floating_text(self, package):
        emblem = "ancestor-or-self::w:p[.//w:tag/@w:val='embleem']"
        floating = package.find(f"(//w:framePr | //w:pict | //w:drawing | //w:tblpPr)[not({emblem})]")
        assert floating == []

    def it_has_no_empty_paragraphs_but_the_ends_of_sections(self, package):
        empty = package.find("//w:p[not(.//w:r)]")
        styles = {style for p in empty for style in xpath(p, "w:pPr/w:pStyle/@w:val")}
        assert styles <= {"SectieEinde"}

    def it_does_not_break_rows_over_pages(self, package):
        assert all(row.find("w:trPr/w:cantSplit", NAMESPACES) is not None for row in package.find("//w:tr"))

    def it_is_in_dutch(self, package):
        assert package.find("//w:docDefaults//w:lang/@w:val", "styles") == ["nl-NL"]

    def it_has_enough_contrast(self, package):
        # WCAG 2.1, success criterion 1.4.3: at least 4.5 to 1; all text but the black bars is on white.
        for style in package.find("//w:style[w:rPr/w:color and not(w:rPr/w:shd)]", "styles"):
            [colour] = xpath(style, "w:rPr/w:color/@w:val")
            assert 1.05 / (_luminance(colour) + 0.05) >= 4.5, style.get(f"{{{W}}}styleId")


def _luminance(colour: str) -> float:
    """Return the relative luminance of RRGGBB, as WCAG 2.1 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Describe_validators:
    def it_satisfies_openxml_audit(self, package):
        result = OpenXmlValidator().validate(str(package.path))
        assert [str(error) for error in result.errors] == []

    def it_satisfies_the_open_xml_sdk(self, package, ooxml_validator):
        run = subprocess.run([ooxml_validator, package.path], capture_output=True, text=True, timeout=LIMIT)
        assert run.returncode == 0, run.stdout

    def it_opens_in_libreoffice_in_as_many_pages_as_it_should(self, soffice, pdftotext, tmp_path):
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                tmp_path,
                *(TEMPLATES / f"{name}.docx" for name in NAMES),
            ],
            check=True,
            capture_output=True,
            timeout=LIMIT,
        )
        pages = {}
        for name in NAMES:
            pdf = tmp_path / f"{name}.pdf"
            text = subprocess.run([pdftotext, pdf, "-"], check=True, capture_output=True, text=True).stdout
            pages[name] = text.count("\f")
        assert pages == {
            "brief": 1,
            "nota": 1,
            "rapport": 5,
            "controlelijst": 1,
            "uitvraag": 1,
            "wijzigingen": 1,
            "inventarislijst": 1,
        }
