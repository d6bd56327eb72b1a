# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes Word templates from shorthand, and shows built files in shorthand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from jvom.ooxml.names import NAMESPACES
from jvom.plan import Block, Document, Inline, Properties

_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

_COLOURS = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FONT = '<a:latin typeface="Verdana"/><a:ea typeface=""/><a:cs typeface=""/>'
THEME = (
    f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Proef"><a:themeElements><a:clrScheme name="Proef">'
    + "".join(f'<a:{colour}><a:srgbClr val="000000"/></a:{colour}>' for colour in _COLOURS)
    + '</a:clrScheme><a:fontScheme name="Proef">'
    f"<a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont>"
    f'</a:fontScheme><a:fmtScheme name="Proef"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)

PARAGRAPH_STYLES = {
    "Normal": "Normal",
    "BodyText": "Body Text",
    "AlineaNaTabel": "Alinea na tabel",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "KopBijlage": "Kop bijlage",
    "KopZonderNummer": "Kop zonder nummer",
    "Tussenkop2": "Tussenkop 2",
    "TOCHeading": "TOC Heading",
    "TOC1": "toc 1",
    "TOC2": "toc 2",
    "TOC3": "toc 3",
    "ListBullet": "List Bullet",
    "ListNumber": "List Number",
    "ListNumber2": "List Number 2",
    "Quote": "Quote",
    "Caption": "caption",
    "FootnoteText": "footnote text",
    "Tabelkop": "Tabelkop",
    "Tabeltekst": "Tabeltekst",
    "Title": "Title",
}
CHARACTER_STYLES = {
    "FootnoteReference": "footnote reference",
    "Hyperlink": "Hyperlink",
    "Emphasis": "Emphasis",
    "Strong": "Strong",
    "PlaceholderText": "Placeholder Text",
    "Gelakt": "Gelakt",
}
TABLE_STYLES = {"Rapporttabel": "Rapporttabel"}
NUMBERED = {
    "Heading1": (1, 0),
    "Heading2": (1, 1),
    "Heading3": (1, 2),
    "KopBijlage": (2, 0),
    "ListBullet": (3, 0),
    "ListNumber": (4, 0),
    "ListNumber2": (4, 1),
}
_MARGINS = "".join(f' w:{side}="1440"' for side in ("top", "right", "bottom", "left", "header", "footer"))
EDGES = ("header", "footer")
PORTRAIT = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar{_MARGINS} w:gutter="0"/>'
LANDSCAPE = f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar{_MARGINS} w:gutter="0"/>'


def styles_xml() -> str:
    written = []
    for id_, label in PARAGRAPH_STYLES.items():
        num, level = NUMBERED.get(id_, (0, 0))
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
        outline = f'<w:outlineLvl w:val="{level}"/>' if id_.startswith("Heading") else ""
        default = ' w:default="1"' if id_ == "Normal" else ""
        based = '<w:basedOn w:val="Normal"/>' if id_ != "Normal" else ""
        spacing = '<w:spacing w:before="240"/>' if id_ == "AlineaNaTabel" else ""
        properties = number + spacing + outline
        written.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{id_}"><w:name w:val="{label}"/>{based}'
            f"{f'<w:pPr>{properties}</w:pPr>' if properties else ''}</w:style>"
        )
    for kind, table in (("character", CHARACTER_STYLES), ("table", TABLE_STYLES)):
        written += [
            f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{label}"/></w:style>'
            for id_, label in table.items()
        ]
    return "".join(written)


def numbering_xml() -> str:
    lists = {
        1: [("decimal", "%1.", "tab"), ("decimal", "%1.%2.", "tab"), ("decimal", "%1.%2.%3.", "tab")],
        2: [("decimal", "Bijlage %1", "space")],
        3: [("bullet", "•", "tab")],
        4: [("decimal", "%1.", "tab"), ("lowerLetter", "%2.", "tab")],
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{id_}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text, suffix) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for id_, levels in lists.items()
    )
    return abstract + "".join(
        f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>' for id_ in lists
    )


def root(tag: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{tag} {_DECLARED}>{content}</w:{tag}>'
    )


def rels(*entries: tuple[str, str, str], external: tuple[str, ...] = ()) -> str:
    """Return a .rels part of (id, kind or type, target); the targets in `external` stand outside."""
    inner = ""
    for id_, kind, target in entries:
        mode = ' TargetMode="External"' if target in external else ""
        full = kind if "/" in kind else f"{_OFFICE}/{kind}"
        inner += f'<Relationship Id="{id_}" Type="{full}" Target="{target}"{mode}/>'
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{inner}</Relationships>'


def package_members(
    body: str,
    *,
    header: str = "",
    footer: str = "",
    footnotes: str = "",
    settings: str = '<w:listSeparator w:val=";"/>',
) -> dict[str, str | bytes]:
    """Return the parts of a Word file with that body; header and footer are rIdHeader and rIdFooter."""
    parts = {
        "styles": ("styles", styles_xml()),
        "numbering": ("numbering", numbering_xml()),
        "settings": ("settings", settings),
        "fontTable": ("fonts", ""),
    }
    if header:
        parts["header"] = ("hdr", header)
    if footer:
        parts["footer"] = ("ftr", footer)
    if footnotes:
        parts["footnotes"] = ("footnotes", footnotes)
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}.{part}+xml"/>'
        for part in ("document.main", *parts)
    ).replace("document.main.xml", "document.xml")
    uri = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{uri}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}'
            f'<Override PartName="/word/theme.xml" ContentType="{_THEME_TYPE}"/></Types>'
        ),
        "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
        "word/theme.xml": THEME,
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": rels(
            ("rIdTheme", "theme", "theme.xml"),
            *((f"rId{part.capitalize()}", part, f"{part}.xml") for part in parts),
        ),
        **{f"word/{part}.xml": root(tag, content) for part, (tag, content) in parts.items()},
    }


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return file.getvalue()


def sdt(tag: str, content: str, properties: str = "", *, placeholder: bool = True) -> str:
    showing = "<w:showingPlcHdr/>" if placeholder else ""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="7"/>{showing}{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def p(content: str = "", style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r>"


def section(content: str) -> str:
    return f"<w:sectPr>{content}</w:sectPr>"


def report_body() -> str:
    """Return the body of a template with the sections and controls of the report's."""
    edges = "".join(f'<w:{edge}Reference w:type="default" r:id="rId{edge.capitalize()}"/>' for edge in EDGES)
    return (
        sdt("titel", p(r("Titel"), "Title"))
        + p(f"<w:r><w:t>Den Haag, </w:t></w:r>{sdt('datum', r('datum'))}")
        + f"<w:p><w:pPr><w:sectPr>{PORTRAIT}</w:sectPr></w:pPr></w:p>"
        + sdt("afkortingen", p(r("afkortingen")))
        + sdt(
            "inhoud",
            p(r("inhoud")),
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>',
        )
        + sdt("rapport", p(r("rapport")))
        + f'<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:sectPr>{edges}{PORTRAIT}</w:sectPr></w:pPr></w:p>'
        + sdt("bijlagen", p(r("bijlagen")))
        + section(edges + LANDSCAPE)
    )


def report_members() -> dict[str, str | bytes]:
    return package_members(
        report_body(),
        header=p(sdt("koptekst", r("koptekst"))) + p(sdt("concept", r("CONCEPT"))),
        footer=p(r("Pagina")),
    )


def shorthand(element: etree._Element) -> str:
    """Return an element as text: ``w:p/(w:pPr/w:pStyle{w:val=Quote},w:r/w:t"Zo.")``."""

    def short(name: object) -> str:
        qualified = etree.QName(str(name))
        prefix = _PREFIXES.get(qualified.namespace or "", "")
        return f"{prefix}:{qualified.localname}" if prefix else qualified.localname

    attributes = ",".join(
        f"{short(key)}={value!s}" for key, value in element.items() if not str(key).endswith("}space")
    )
    own = short(element.tag) + (f"{{{attributes}}}" if attributes else "")
    if element.text:
        own += f'"{element.text}"'
    children = [shorthand(child) for child in element]
    if not children:
        return own
    return f"{own}/{children[0]}" if len(children) == 1 else f"{own}/({','.join(children)})"


class Built:
    """A built file, to be examined."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = zipfile.ZipFile(io.BytesIO(data))

    def root(self, part: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.archive.read(part))

    def xpath(self, path: str, part: str = "word/document.xml") -> Any:
        return self.root(part).xpath(path, namespaces=NAMESPACES)

    def text(self, part: str = "word/document.xml") -> list[str]:
        """Return the words of each paragraph, fields' results included."""
        return [
            "".join(each.xpath(".//w:t/text()", namespaces=NAMESPACES)) for each in self.xpath("//w:p", part)
        ]

    def body(self) -> list[str]:
        """Return the blocks of the body in shorthand."""
        return [shorthand(each) for each in self.xpath("/w:document/w:body/*")]


def document(
    blocks: Mapping[str, tuple[Block, ...]] | None = None,
    text: Mapping[str, tuple[Inline, ...]] | None = None,
) -> Document:
    return Document(
        file="rapport",
        template="rapport",
        properties=Properties("Titel & al", "Onderwerp", datetime(2026, 5, 20, 9, 30, tzinfo=UTC)),
        text=text or {},
        blocks=blocks or {},
    )
