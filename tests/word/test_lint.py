# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Each mistake is made in a sound file, and must be the only fault that lint reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.word.lint import lint
from tests.word.shorthand import PORTRAIT, p, package_members, r, rels, section, zipped

TEXT = p(r("tekst"), "BodyText")
FIELD = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p/></w:footnote>'
)
CORE = (
    '<x xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2026-05-20T00:00:00Z</dcterms:created>'
    "<dcterms:modified>{}</dcterms:modified></x>"
)


def bookmark(name: str, id_: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/><w:bookmarkEnd w:id="{id_}"/>'


def code(text: str) -> str:
    return f"{FIELD[0]}<w:r><w:instrText>{text}</w:instrText></w:r>{FIELD[2]}"


def table(*rows: str, columns: int = 2, style: str = "Rapporttabel") -> str:
    grid = '<w:gridCol w:w="100"/>' * columns
    properties = f'<w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr>'
    written = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def cell(properties: str = "", content: str = "<w:p/>") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def control(id_: int, content: str = "<w:p/>", more: str = "") -> str:
    properties = f'<w:tag w:val="t{id_}"/><w:id w:val="{id_}"/>{more}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


RESTART, GOES_ON, WIDE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
DOCUMENT = "word/document.xml"


def messages(body: str, **members: str) -> list[str]:
    return [str(each) for each in lint(zipped(package_members(body + section(PORTRAIT), **members)))]


class Describe_a_sound_file:
    @pytest.mark.parametrize(
        "body",
        [
            TEXT,
            p(bookmark("a") + code("REF a \\h") + '<w:hyperlink w:anchor="a"/>'),
            p("".join(FIELD[:2]) + code("PAGE") + FIELD[2]),
            p("".join(FIELD[:2])) + p(FIELD[2]),
            p('<w:hyperlink r:id="rIdStyles"/>'),
            control(1) + control(2, table(cell() + cell())) + TEXT,
            table(cell(RESTART) + cell(), cell(GOES_ON) + cell(), cell() + cell()),
            table(cell(WIDE + RESTART), cell(WIDE + GOES_ON)),
            table(cell() + control(3, cell())),
            table('<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell()),
            table(cell("", control(4)) + cell("", table(cell(), columns=1) + "<w:p/>")),
            p('<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'),
        ],
    )
    def it_has_no_faults(self, body):
        assert messages(body) == []

    def it_may_have_notes(self):
        reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'

        assert messages(p(reference), footnotes=NOTES) == []


class Describe_lint:
    @pytest.mark.parametrize(
        ("body", "said"),
        [
            (p(bookmark("A") + bookmark("a", 2)), "twee bladwijzers heten a"),
            (p(bookmark("a") + bookmark("b")), "twee bladwijzers hebben nummer 1"),
            (
                p('<w:bookmarkStart w:id="1" w:name="a"/>'),
                "word/document.xml: bladwijzer 1 heeft niet één begin en één eind",
            ),
            (
                p('<w:bookmarkEnd w:id="1"/>'),
                "word/document.xml: bladwijzer 1 heeft niet één begin en één eind",
            ),
            (p(code("REF weg \\h")), "word/document.xml: verwijzing naar ontbrekende bladwijzer weg"),
            (p(code(" PAGEREF weg ")), "word/document.xml: verwijzing naar ontbrekende bladwijzer weg"),
            (
                p('<w:fldSimple w:instr="REF weg"/>'),
                "word/document.xml: verwijzing naar ontbrekende bladwijzer weg",
            ),
            (
                p('<w:hyperlink w:anchor="weg"/>'),
                "word/document.xml: verwijzing naar ontbrekende bladwijzer weg",
            ),
            (p(FIELD[0]), "word/document.xml: een veld heeft geen begin of geen eind"),
            (p(FIELD[2]), "word/document.xml: een veld heeft geen begin of geen eind"),
            (
                p(FIELD[0] + FIELD[1] * 2 + FIELD[2]),
                "word/document.xml: een veld heeft geen begin of geen eind",
            ),
            (
                p('<w:fldSimple w:instr="PAGE" w:dirty="true"/>'),
                "word/document.xml: een veld vraagt te worden bijgewerkt",
            ),
            (control(5) * 2, "twee keer inhoudsbesturingselement met nummer 5"),
            (control(5, ""), "word/document.xml: inhoudsbesturingselement «t5» is leeg"),
            (
                control(5, more="<w:showingPlcHdr/>"),
                "word/document.xml: inhoudsbesturingselement «t5» is niet ingevuld",
            ),
            (
                p('<w:r><w:drawing><wp:docPr id="3"/><wp:docPr id="3"/></w:drawing></w:r>'),
                "twee keer tekening met nummer 3",
            ),
            (table(), "word/document.xml: tabel 1 heeft geen rijen"),
            (table(cell()), "word/document.xml: tabel 1: een rij vult de kolommen niet"),
            (table(cell(WIDE) + cell()), "word/document.xml: tabel 1: een rij vult de kolommen niet"),
            (table(cell(GOES_ON) + cell()), "word/document.xml: tabel 1: losse samengevoegde cel"),
            (
                table(cell(WIDE + RESTART), cell(GOES_ON) + cell()),
                "word/document.xml: tabel 1: losse samengevoegde cel",
            ),
            (table(cell(content="") + cell()), "word/document.xml: een tabelcel eindigt niet met een alinea"),
            (
                table(cell(content=table(cell(), columns=1)) + cell()),
                "word/document.xml: een tabelcel eindigt niet met een alinea",
            ),
            (
                table(cell(content=control(6, table(cell(), columns=1))) + cell()),
                "word/document.xml: een tabelcel eindigt niet met een alinea",
            ),
            (p('<w:r><w:footnoteReference w:id="9"/></w:r>'), "voetnoot 9 ontbreekt"),
            (p(r("x"), "Onbekend"), "word/document.xml: stijl Onbekend ontbreekt"),
            (p(r("x"), "Emphasis"), "word/document.xml: stijl Emphasis ontbreekt"),
            (p(r("x", '<w:rStyle w:val="Quote"/>')), "word/document.xml: stijl Quote ontbreekt"),
            (table(cell() + cell(), style="Quote"), "word/document.xml: stijl Quote ontbreekt"),
            (
                '<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr></w:p>',
                "word/document.xml: lijst 99 ontbreekt",
            ),
            (p('<w:hyperlink r:id="rId99"/>'), "word/document.xml: relatie rId99 ontbreekt"),
        ],
    )
    def it_reports_what_is_wrong(self, body, said):
        assert messages(body) == [said]

    @pytest.mark.parametrize(
        ("body", "footnotes", "said"),
        [
            (TEXT, NOTES, "naar voetnoot 1 verwijst niets"),
            (p('<w:r><w:footnoteReference w:id="1"/></w:r>' * 2), NOTES, "voetnoot 1 komt twee keer voor"),
            (
                p('<w:r><w:footnoteReference w:id="1"/></w:r>'),
                NOTES.replace("<w:p/>", p(FIELD[0]))
                + f'<w:footnote w:type="separator" w:id="3">{p(FIELD[2])}</w:footnote>',
                "word/footnotes.xml: een veld heeft geen begin of geen eind",
            ),
        ],
    )
    def it_reads_the_notes(self, body, footnotes, said):
        assert said in messages(body, footnotes=footnotes)

    @pytest.mark.parametrize(
        "date", ["", "20 mei 2026", "2026-05-20", "2026-05-20T00:00:00", "2026-13-01T00:00:00Z"]
    )
    def it_knows_a_date(self, date):
        members = package_members(TEXT + section(PORTRAIT))
        members["docProps/core.xml"] = CORE.format(date)

        assert [str(each) for each in lint(zipped(members))] == [
            f"docProps/core.xml: onjuiste datum «{date}»"
        ]

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (
                lambda members: members.update(
                    {"word/_rels/document.xml.rels": rels(("a", "styles", "x.xml"))}
                ),
                "word/_rels/document.xml.rels: onderdeel word/x.xml ontbreekt",
            ),
            (
                lambda members: members.update(
                    {"_rels/.rels": rels(*[("a", "officeDocument", DOCUMENT)] * 2)}
                ),
                "_rels/.rels: relatie a komt twee keer voor",
            ),
            (lambda members: members.update({"word/theme.xml": "<a>"}), "word/theme.xml: geen geldige XML"),
            (lambda members: members.update({DOCUMENT: "<a>"}), "word/document.xml: geen geldige XML"),
            (lambda members: members.pop(DOCUMENT), "het bestand is geen Word-document"),
        ],
    )
    def it_reads_the_package(self, change: Callable[[dict[str, str | bytes]], object], said):
        members = package_members(TEXT + section(PORTRAIT))
        change(members)

        assert said in [str(each) for each in lint(zipped(members))]

    def it_reports_a_missing_package(self):
        assert [str(each) for each in lint(b"Beste lezer,")] == ["het bestand is geen Word-document"]
