# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Templates with what does not belong in a document, by kind: each is refused by name, or cleaned.

The project's own template of the nota is changed, and a nota built with it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from jvom.documents.dossier import documents
from jvom.ooxml.archive import Members
from jvom.source import CannotRun, Span
from jvom.word.package import build
from jvom.word.template import read_template
from tests.conftest import PROJECT
from tests.contents import basis
from tests.word.lint import lint

Parts = dict[str, bytes]
MAIN, STYLES, LISTS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SECRET = b"Qzxvjw"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def parts() -> Parts:
    return dict(Members((PROJECT / "templates/nota.docx").read_bytes()).items())


def packed(members: Parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def built(members: Parts) -> bytes:
    """Return a nota that is built with this template; raises CannotRun when it is refused."""
    template = read_template(packed(members), Span("templates/nota.docx"))
    [nota] = documents(basis(), ("nota",))
    return build(nota, template, {})


def refusals(members: Parts) -> list[str]:
    try:
        built(members)
    except CannotRun as error:
        return [str(problem.what) for problem in error.problems]
    return []


def put(members: Parts, part: str, old: str, new: str) -> Parts:
    assert old.encode() in members[part], part
    return {**members, part: members[part].replace(old.encode(), new.encode(), 1)}


def with_text(xml: str) -> Parts:
    """Return the template with a paragraph of its own at the end."""
    members = parts()
    text = members[MAIN].decode()
    at = text.rindex("<w:sectPr", 0, text.rindex("</w:body>"))
    members[MAIN] = f"{text[:at]}<w:p>{xml}</w:p>{text[at:]}".encode()
    return members


def related(kind: str, target: str, mode: str = "External", id_: str = "rIdX", by: str = MAIN) -> Parts:
    members = parts()
    folder, _, file = by.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    said = members.get(rels, empty).decode()
    whole = kind if ":" in kind else f"{OFFICE}/{kind}"
    entry = f'<Relationship Id="{id_}" Type="{whole}" Target="{target}" TargetMode="{mode}"/>'
    members[rels] = said.replace("</Relationships>", f"{entry}</Relationships>").encode()
    return members


def field(*codes: str) -> str:
    """Return a field; a code that is a field itself stands within the instruction."""
    inner = "".join(code if code.startswith("<w:r>") else instruction(code) for code in codes)
    return mark("begin") + inner + mark("separate") + "<w:r><w:t>x</w:t></w:r>" + mark("end")


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


FIELDS = {
    "DDE": field(' DDE winword "c:\\x" '),
    "DDEAUTO": field(" DDEAUTO c:\\\\x "),
    "INCLUDETEXT": field(' INCLUDETEXT "http://evil/x" '),
    "INCLUDEPICTURE": field(" includepicture http://evil/x.png \\d "),
    "INCLUDE": field(" INCLUDE x "),
    "IMPORT": field(" IMPORT x "),
    "LINK": field(" LINK Excel.Sheet c:\\\\x.xlsx "),
    "DATABASE": field(" DATABASE \\d x "),
    "RD": field(' RD "\\\\\\\\evil\\\\x.docx" '),
    "FILLIN": field(' FILLIN "Uw wachtwoord?" '),
    "ASK": field(' ASK x "Uw naam?" '),
    "MACROBUTTON": field(" MACROBUTTON x y "),
    "GOTOBUTTON": field(" GOTOBUTTON x y "),
    "PRINT": field(" PRINT x "),
    "ADDIN": field(" ADDIN x "),
    "AUTOTEXT": field(" AUTOTEXT x "),
    "AUTOTEXTLIST": field(" AUTOTEXTLIST x "),
    "GLOSSARY": field(" GLOSSARY x "),
    "USERNAME": field(" USERNAME "),
    "USERADDRESS": field(" USERADDRESS "),
    "AUTHOR": field(" AUTHOR "),
    "LASTSAVEDBY": field(" LASTSAVEDBY "),
    "FILENAME": field(" FILENAME \\p "),
    "TEMPLATE": field(" TEMPLATE \\p "),
    "MERGEFIELD": field(" MERGEFIELD x "),
    "DOCVARIABLE": field(" DOCVARIABLE x "),
    "HTMLACTIVEX": field(" HTMLACTIVEX x "),
}
NESTED = {
    "in a condition": field(" IF 1 = 1 ", field(" DDEAUTO x "), " y "),
    "in an instruction": field(" QUOTE ", field(" IF 1 = 1 ", field(" INCLUDETEXT x ")), " "),
    "in a result": (
        mark("begin") + instruction(" PAGE ") + mark("separate") + field(" DDEAUTO x ") + mark("end")
    ),
    "split": field(" DD", "EAU", "TO x "),
    "simple": '<w:fldSimple w:instr=" ddeauto x "/>',
    "without an end": mark("begin") + instruction("DDE x"),
    "without a beginning": instruction("DDE x"),
}
LINKS = (
    "file:///C:/Users/jdevries/geheim.docx", "\\\\evil\\x", "C:\\x.exe", "javascript:alert(1)", "../x.docx",
    "ms-word:ofe|u|http://evil/x", "search-ms:query=x", "ftp://evil/x", " FILE:///x",
)  # fmt: skip


class Describe_a_field_of_a_template:
    @pytest.mark.parametrize("code", FIELDS)
    def it_is_refused_when_it_fetches_asks_starts_or_tells_of_the_user(self, code: str) -> None:
        [what] = refusals(with_text(FIELDS[code]))
        assert f"heeft een veld {code}, dat iets van buiten haalt of start" in what

    @pytest.mark.parametrize("way", NESTED)
    def it_is_refused_however_it_is_written(self, way: str) -> None:
        found = refusals(with_text(NESTED[way]))
        assert any(re.search("een veld (DDE|DDEAUTO|INCLUDETEXT),", what) for what in found)

    def it_is_refused_when_another_field_says_what_it_is(self) -> None:
        hidden = field(field(" QUOTE 68 68 69 65 85 84 79 "), " c:\\x ")
        [what] = refusals(with_text(hidden))
        assert "een veld waarvan pas in Word blijkt wat het doet" in what

    @pytest.mark.parametrize(
        "code",
        [" PAGE ", " NUMPAGES \\* Arabic ", " STYLEREF x ", " =1+2 ", " = 1 ", " IF 1 = 1 a b ", " page ",
         ' HYPERLINK "https://www.defensie.nl" ', " HYPERLINK \\l x ", ' HYPERLINK "mailto:a@b.nl" ', " "],
    )  # fmt: skip
    def it_may_compute_from_the_document(self, code: str) -> None:
        assert refusals(with_text(field(code))) == []

    @pytest.mark.parametrize("address", LINKS[:6])
    def it_links_to_the_web_only(self, address: str) -> None:
        found = refusals(with_text(field(f' HYPERLINK "{address}" ')))
        assert len(found) == 1
        assert "verwijst naar «" in found[0]


class Describe_a_link_of_a_template:
    @pytest.mark.parametrize("address", LINKS)
    def it_leads_to_the_web_only(self, address: str) -> None:
        [what] = refusals(related("hyperlink", address))
        assert what == f"onderdeel «word/document.xml» verwijst naar «{address}»"

    @pytest.mark.parametrize("address", ["https://x.nl", "HTTP://x.nl", "mailto:a@b.nl", "tel:+3170", "#x"])
    def it_may_lead_to_a_page_or_a_mailbox(self, address: str) -> None:
        assert refusals(related("hyperlink", address)) == []

    @pytest.mark.parametrize(
        "shape",
        ['<v:imagedata src="http://evil/x.png"/>', '<v:fill src="file://evil/x"/>', '<v:fill o:href="x"/>',
         '<v:stroke o:althref="\\\\evil\\x"/>'],
    )  # fmt: skip
    def it_is_refused_in_an_old_drawing(self, shape: str) -> None:
        drawing = f'<w:r><w:pict><v:shape {VML} style="width:1pt">{shape}</v:shape></w:pict></w:r>'
        assert len(refusals(with_text(drawing))) == 1

    def it_is_refused_around_an_old_drawing(self) -> None:
        drawing = f'<w:r><w:pict><v:shape {VML} href="file://evil/x" style="width:1pt"/></w:pict></w:r>'
        assert refusals(with_text(drawing)) == ["onderdeel «word/document.xml» verwijst naar «file://evil/x»"]


class Describe_a_note_of_a_template:
    """A document with notes of its own would show one of those instead."""

    @pytest.mark.parametrize("kind", ["footnote", "endnote"])
    def it_is_refused(self, kind: str) -> None:
        assert refusals(with_text(f'<w:r><w:{kind}Reference w:id="1"/></w:r>')) == [
            "onderdeel «word/document.xml» heeft een voetnoot of eindnoot"
        ]

    def it_is_gone_when_nothing_refers_to_it(self) -> None:
        """The nota has no notes of its own, so nothing else is written there."""
        members = related("endnotes", "endnotes.xml", mode="Internal")
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
        members["word/endnotes.xml"] = f"<w:endnotes {space}>{unused('endnote')}</w:endnotes>".encode()
        override = f'<Override PartName="/word/endnotes.xml" ContentType="{kind}"/></Types>'
        members = put(members, "[Content_Types].xml", "</Types>", override)
        members = put(members, "word/footnotes.xml", "</w:footnotes>", f"{unused('footnote')}</w:footnotes>")

        made = Members(built(members))

        assert {"word/endnotes.xml", "word/footnotes.xml"} <= set(made)
        assert [name for name, data in made.items() if SECRET in data] == []


def unused(kind: str) -> str:
    return f'<w:{kind} w:id="7"><w:p><w:r><w:t>{SECRET.decode()}</w:t></w:r></w:p></w:{kind}>'


class Describe_hidden_text_of_a_template:
    @pytest.mark.parametrize("on", ["", ' w:val="1"', ' w:val="true"', ' w:val="on"'])
    def it_is_refused(self, on: str) -> None:
        run = f"<w:r><w:rPr><w:vanish{on}/></w:rPr><w:t>Qzxvjw</w:t></w:r>"
        assert refusals(with_text(run)) == ["onderdeel «word/document.xml» heeft verborgen tekst"]

    @pytest.mark.parametrize(
        "run",
        ['<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r>',
         "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r>",
         "<w:r><w:rPr><w:vanish/></w:rPr><w:t> </w:t></w:r>"],
    )  # fmt: skip
    def it_is_none_when_nothing_is_hidden(self, run: str) -> None:
        assert refusals(with_text(run)) == []

    def it_is_refused_as_a_style_too(self) -> None:
        style = (
            '<w:style w:type="character" w:customStyle="1" w:styleId="W"><w:name w:val="Weg"/>'
            "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
        )
        members = put(parts(), STYLES, "</w:styles>", style)
        assert refusals(members) == ["de stijl «Weg» verbergt tekst"]


def copied(part: str, start: str, end: str, change: Callable[[str], str] = lambda found: found) -> Parts:
    """Return the template with the first stretch from `start` to `end` of a part in it twice."""
    members = parts()
    text = members[part].decode()
    at = text.index(start)
    stretch = text[at : text.index(end, at) + len(end)]
    members[part] = text.replace(stretch, stretch + change(stretch), 1).encode()
    return members


def swapped(part: str, one: str, other: str) -> Parts:
    """Return the template with two elements without content, side by side, in the other order."""
    members = parts()
    text = members[part].decode()
    found = re.search(rf"(<w:{one}\b[^>]*/>)(<w:{other}\b[^>]*/>)", text)
    assert found, (one, other)
    members[part] = text.replace(found[0], found[2] + found[1], 1).encode()
    return members


MALFORMED: dict[str, Callable[[], Parts]] = {
    "a style twice": lambda: copied(STYLES, '<w:style w:type="character"', "</w:style>"),
    "a style of another type with the same id": lambda: put(
        parts(), STYLES, "</w:styles>",
        '<w:style w:type="character" w:styleId="BodyText"><w:name w:val="Anders"/></w:style></w:styles>',
    ),
    "a list twice": lambda: copied(LISTS, "<w:num ", "</w:num>"),
    "levels twice": lambda: copied(LISTS, "<w:abstractNum ", "</w:abstractNum>"),
    "a list without levels": lambda: put(
        parts(), LISTS, "</w:numbering>",
        '<w:num w:numId="99"><w:abstractNumId w:val="98"/></w:num></w:numbering>',
    ),
    "a list that says nothing": lambda: put(
        parts(), LISTS, "</w:numbering>", '<w:num w:numId="99"></w:num></w:numbering>'
    ),
    "levels after lists": lambda: put(
        parts(), LISTS, "</w:numbering>",
        '<w:abstractNum w:abstractNumId="99"><w:multiLevelType w:val="multilevel"/></w:abstractNum>'
        "</w:numbering>",
    ),
    "defaults after styles": lambda: put(
        parts(), STYLES, "</w:styles>", "<w:docDefaults/></w:styles>"
    ),
    "a style without a name": lambda: put(
        parts(), STYLES, "</w:styles>", '<w:style w:type="paragraph" w:styleId="Z"></w:style></w:styles>'
    ),
    "a style whose name comes last": lambda: put(
        parts(), STYLES, "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Z"><w:basedOn w:val="Normal"/><w:name w:val="Z"/></w:style>'
        "</w:styles>",
    ),
    "paragraph properties out of order": lambda: with_text(
        '<w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr>'
    ),
    "paragraph properties twice": lambda: with_text("<w:pPr/><w:pPr/>"),
    "the same property twice": lambda: with_text("<w:pPr><w:keepNext/><w:keepNext/></w:pPr>"),
    "paragraph properties after text": lambda: with_text("<w:r><w:t>x</w:t></w:r><w:pPr/>"),
    "run properties after text": lambda: with_text("<w:r><w:t>x</w:t><w:rPr/></w:r>"),
    "a section before its text": lambda: put(parts(), MAIN, "<w:body>", "<w:body><w:sectPr/>"),
    "margins before the size of the page": lambda: swapped(MAIN, "pgSz", "pgMar"),
    "a table without grid": lambda: put(
        parts(), MAIN, "<w:body>",
        "<w:body><w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
    ),
    "a table without properties": lambda: put(
        parts(), MAIN, "<w:body>",
        "<w:body><w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
    ),
    "a cell without a paragraph": lambda: put(
        parts(), MAIN, "<w:body>",
        "<w:body><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc></w:tc></w:tr></w:tbl><w:p/>",
    ),
    "a cell whose properties come last": lambda: put(
        parts(), MAIN, "<w:body>",
        "<w:body><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/><w:tcPr/></w:tc></w:tr></w:tbl><w:p/>",
    ),
    "a control whose properties come last": lambda: put(
        parts(), MAIN, "<w:body>", "<w:body><w:sdt><w:sdtContent><w:p/></w:sdtContent><w:sdtPr/></w:sdt>"
    ),
    "a control without content": lambda: put(parts(), MAIN, "<w:body>", "<w:body><w:sdt><w:sdtPr/></w:sdt>"),
    "two bodies": lambda: put(parts(), MAIN, "</w:body>", "</w:body><w:body><w:p/></w:body>"),
    "settings out of order": lambda: put(
        parts(), "word/settings.xml", "</w:settings>", '<w:zoom w:percent="100"/></w:settings>'
    ),
    "an unfinished element": lambda: put(parts(), MAIN, "</w:body>", ""),
    "a note twice": lambda: copied("word/footnotes.xml", "<w:footnote ", "</w:footnote>"),
}  # fmt: skip


class Describe_a_malformed_template:
    @pytest.mark.parametrize("kind", MALFORMED)
    def it_is_refused(self, kind: str) -> None:
        assert refusals(MALFORMED[kind]())

    def it_is_refused_by_what_is_wrong(self) -> None:
        assert refusals(MALFORMED["a style of another type with the same id"]()) == [
            "de stijl «BodyText» staat twee keer in het sjabloon"
        ]
        assert refusals(MALFORMED["a list without levels"]()) == [
            "de lijst 99 verwijst naar niveaus die er niet zijn"
        ]
        assert refusals(MALFORMED["margins before the size of the page"]()) == [
            "onderdeel «word/document.xml» heeft een element «w:sectPr/w:pgSz» op de verkeerde plaats"
        ]

    @pytest.mark.parametrize("place", range(0, 400, 9))
    def it_never_makes_a_document_that_word_repairs(self, place: int, tmp_path: Path) -> None:
        """One element moved before the one in front of it: refused, or of no matter."""
        members = parts()
        part = (MAIN, STYLES, LISTS)[place % 3]
        text = members[part].decode()
        pairs = list(re.finditer(r"(<w:[\w]+\b[^<>]*/>)(<w:[\w]+\b[^<>]*/>)", text))
        pair = pairs[place % len(pairs)]
        members[part] = (text[: pair.start()] + pair[2] + pair[1] + text[pair.end() :]).encode()
        try:
            made = built(members)
        except CannotRun:
            return
        (tmp_path / "nota.docx").write_bytes(made)
        errors = OpenXmlValidator().validate(str(tmp_path / "nota.docx")).errors
        assert [str(each) for each in errors] == []
        assert lint(made) == []


TOLD: dict[str, Callable[[], Parts]] = {
    "a comment of xml": lambda: put(parts(), MAIN, "<w:body>", "<w:body><!-- Qzxvjw -->"),
    "a comment before the text": lambda: put(parts(), MAIN, "?>", "?><!-- Qzxvjw -->"),
    "an instruction": lambda: put(parts(), MAIN, "<w:body>", "<w:body><?x Qzxvjw?>"),
    "a comment among styles": lambda: put(parts(), STYLES, "</w:styles>", "<!-- Qzxvjw --></w:styles>"),
    "a comment in the theme": lambda: put(parts(), "word/theme/theme1.xml", "?>", "?><!-- Qzxvjw -->"),
    "a comment among fonts": lambda: put(
        parts(), "word/fontTable.xml", "</w:fonts>", "<!-- Qzxvjw --></w:fonts>"
    ),
    "a comment before a text": lambda: with_text("<w:r><w:t>a<!-- Qzxvjw -->b</w:t></w:r>"),
    "a part that nothing leads to": lambda: {**parts(), "word/extra.xml": b"<a>Qzxvjw</a>"},
    "custom xml": lambda: {
        **related("customXml", "../customXml/item1.xml", "Internal"),
        "customXml/item1.xml": b"<a>Qzxvjw</a>",
    },
    "custom xml of the settings": lambda: {
        **related("customXml", "../customXml/item1.xml", "Internal", by="word/settings.xml"),
        "customXml/item1.xml": b"<a>Qzxvjw</a>",
    },
    "a label of confidentiality": lambda: {
        **related(
            "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
            "../docMetadata/LabelInfo.xml", "Internal",
        ),
        "docMetadata/LabelInfo.xml": b"<a>Qzxvjw</a>",
    },
}  # fmt: skip


class Describe_what_a_template_tells_of_its_author:
    @pytest.mark.parametrize("kind", TOLD)
    def it_is_in_no_document(self, kind: str) -> None:
        made = built(TOLD[kind]())
        assert lint(made) == []
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert [name for name in archive.namelist() if SECRET in archive.read(name)] == []

    def it_takes_no_words_along(self) -> None:
        made = Members(built(TOLD["a comment before a text"]()))
        assert b"<w:t>ab</w:t>" in made[MAIN]


class Describe_our_own_templates:
    def they_are_accepted(self) -> None:
        for path in sorted((PROJECT / "templates").glob("*.docx")):
            assert read_template(path.read_bytes(), Span(path.name)).controls
