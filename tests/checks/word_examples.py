# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Word files out of the examples on the pages of rules.

A line is a paragraph, ``Heading2: words`` one in that style, ``¶`` an empty one; ``| a | b |`` is a row of
a table, and ``| --- |`` below the first makes that a header. In the words, ``{kind: text}`` is something that
only Word has: opmerking, invoeging, verwijdering, onderstreept, verborgen, leeg veld, afbeelding (with its
alternative text), eigen opmaak, bleek and donker (letters in grey), cursief, engels (in italics, with its
language), tekstvak. ``{kader}`` before a line puts it in a frame. ``@titel`` and ``@taal`` set title and
language, ``@lettertype`` a font of the styles, ``@tabel`` the title and description of the tables below;
``@mist`` says what a template lacks of its contract.
"""

from __future__ import annotations

import re

from tests.word.shorthand import PARAGRAPH_STYLES, package_members, rels, root, section, styles_xml, zipped

_PART = re.compile(r"\{([a-z ]+): ?([^}]*)\}")
_FRAME = "{kader}"
_STYLED = re.compile(r"([A-Z]\w+): (.*)")
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_AUTHOR = 'w:id="1" w:author="J. de Wit" w:date="2026-04-01T00:00:00Z"'


def word_file(text: str) -> bytes:
    """Return the bytes of the Word file that an example describes."""
    facts = {"titel": "Rapport", "taal": "nl-NL", "lettertype": "Verdana", "tabel": "Tabel"}
    comments: list[str] = []
    body: list[str] = []
    rows: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            body.append(_table(rows, facts["tabel"], comments))
            rows = []
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            facts[key] = value
        elif line.strip():
            body.append(_paragraph("" if line == "¶" else line, comments))
    members = package_members("".join(body) + section(""))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{facts["lettertype"]}"/>'
        f"{_language(facts['taal'])}</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    font = f'<w:rPr><w:rFonts w:ascii="{facts["lettertype"]}"/></w:rPr></w:style>'
    members["word/styles.xml"] = root("styles", defaults + styles_xml().replace("</w:style>", font, 1))
    members["word/comments.xml"] = root("comments", "".join(comments))
    members["docProps/core.xml"] = (
        '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{facts["titel"]}</dc:title></p:coreProperties>'
    )
    members["_rels/.rels"] = rels(
        ("rId1", "officeDocument", "word/document.xml"), ("rId2", _CORE, "docProps/core.xml")
    )
    types, document = str(members["[Content_Types].xml"]), str(members["word/_rels/document.xml.rels"])
    comment_type = f'<Override PartName="/word/comments.xml" ContentType="{_WORD}"/></Types>'
    members["[Content_Types].xml"] = types.replace("</Types>", comment_type)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relation = f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'
    members["word/_rels/document.xml.rels"] = document.replace("</Relationships>", relation)
    return zipped(members)


def _language(tag: str) -> str:
    return f'<w:lang w:val="{tag}"/>' if tag else ""


def _paragraph(line: str, comments: list[str]) -> str:
    frame = "<w:framePr/>" if line.startswith(_FRAME) else ""
    line = line.removeprefix(_FRAME)
    style = f"<w:pPr>{frame}</w:pPr>" if frame else ""
    if (match := _STYLED.fullmatch(line)) and match[1] in PARAGRAPH_STYLES:
        style, line = f'<w:pPr><w:pStyle w:val="{match[1]}"/></w:pPr>', match[2]
    return f"<w:p>{style}{_runs(line, comments)}</w:p>"


def _runs(line: str, comments: list[str]) -> str:
    made, at = "", 0
    for match in _PART.finditer(line):
        made += _run(line[at : match.start()]) + _special(match[1], match[2], comments)
        at = match.end()
    return made + _run(line[at:])


def _run(text: str, properties: str = "", tag: str = "t") -> str:
    bold = text.startswith("**") and text.endswith("**") and len(text) > 4
    if bold:
        text, properties = text[2:-2], properties + "<w:b/>"
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r>{inner}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>' if text else ""


def _special(kind: str, text: str, comments: list[str]) -> str:
    match kind:
        case "opmerking":
            id_ = len(comments)
            comments.append(
                f'<w:comment w:id="{id_}" w:author="J. de Wit"><w:p>{_run(text)}</w:p></w:comment>'
            )
            return f'<w:r><w:commentReference w:id="{id_}"/></w:r>'
        case "invoeging":
            return f"<w:ins {_AUTHOR}>{_run(text)}</w:ins>"
        case "verwijdering":
            return f"<w:del {_AUTHOR}>{_run(text, tag='delText')}</w:del>"
        case "onderstreept":
            return _run(text, '<w:u w:val="single"/>')
        case "verborgen":
            return _run(text, "<w:vanish/>")
        case "eigen opmaak":
            return _run(text, '<w:color w:val="FF0000"/><w:sz w:val="40"/>')
        case "bleek" | "donker":
            return _run(text, f'<w:color w:val="{"999999" if kind == "bleek" else "595959"}"/>')
        case "cursief":
            return _run(text, "<w:i/>")
        case "engels":
            return _run(text, '<w:i/><w:lang w:val="en-GB"/>')
        case "tekstvak":
            return f"<w:r><w:pict><w:txbxContent><w:p>{_run(text)}</w:p></w:txbxContent></w:pict></w:r>"
        case "leeg veld":
            content = f"<w:sdtContent>{_run(text)}</w:sdtContent>"
            return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content}</w:sdt>"
        case "afbeelding":
            graphic = (
                '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
                "</a:graphic>"
            )
            description = f' descr="{text}"' if text else ""
            return (
                f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Afbeelding 1"{description}/>{graphic}'
                "</wp:inline></w:drawing></w:r>"
            )
    raise ValueError(f"no such kind: {kind}")


def _table(rows: list[str], described: str, comments: list[str]) -> str:
    headed = len(rows) > 1 and set(rows[1]) <= set("| -:")
    made = ""
    for number, row in enumerate(rows[:1] + rows[2:] if headed else rows):
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        flag = "<w:trPr><w:tblHeader/></w:trPr>" if headed and number == 0 else ""
        inner = "".join(f"<w:tc>{_paragraph(cell, comments)}</w:tc>" for cell in cells)
        made += f"<w:tr>{flag}{inner}</w:tr>"
    words = f'<w:tblCaption w:val="{described}"/><w:tblDescription w:val="{described}"/>'
    return f"<w:tbl><w:tblPr>{words}</w:tblPr>{made}</w:tbl>"
