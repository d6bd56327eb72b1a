# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The report: cover, abbreviations, table of contents, chapters, and appendices in landscape.

It has three sections: the cover, which counts as page 1 but shows no number; the portrait pages; the
landscape pages. Page numbers continue through all three.
"""

from __future__ import annotations

from tools.templates.emblem import EMBLEM, emblem, grey
from tools.templates.lengths import mm, pt
from tools.templates.letterhead import classification
from tools.templates.markup import TAB, Controls, field, page_of_pages, paragraph, run
from tools.templates.numbering import (
    APPENDICES,
    BULLET_LIST,
    BULLETS,
    HEADINGS,
    NUMBER_LIST,
    NUMBERS,
    Definition,
    Level,
    numbering,
)
from tools.templates.package import package
from tools.templates.page import HeadersAndFooters, Page, document, footer, header, section
from tools.templates.sheet import Character, Paragraph, Style, Tab, sheet
from tools.templates.styles import ACCENT, COMMON, headings, legend, subheadings, wordmark

_COVER = Page(top=mm(42), right=mm(28), bottom=mm(24), left=mm(40), header=mm(15), footer=mm(12))
_PORTRAIT = Page(top=mm(34), right=mm(40), bottom=mm(28), left=mm(40), header=mm(15), footer=mm(14))
_LANDSCAPE = Page(
    landscape=True, top=mm(34), right=mm(24), bottom=mm(24), left=mm(24), header=mm(15), footer=mm(12)
)

# Numbers are in the margin, so that headings align with the text. "2.3.8." and a space fit in bold 10;
# "5.12.5." hardly does, and its heading starts at the next tab stop.
_NUMBER_SPACE = mm(13.5)
_APPENDIX_SPACE = mm(37)

_HEADING_LIST = Definition(
    mark="3A5C0001",
    kind="multilevel",
    levels=tuple(
        Level(format="decimal", text=text, style=style, left=0, hanging=_NUMBER_SPACE)
        for text, style in (("%1.", "Heading1"), ("%1.%2.", "Heading2"), ("%1.%2.%3.", "Heading3"))
    ),
)
_APPENDIX_LIST = Definition(
    mark="3A5C0002",
    kind="singleLevel",
    levels=(
        Level(
            format="decimal",
            text="Bijlage %1",
            style="KopBijlage",
            left=_APPENDIX_SPACE,
            hanging=_APPENDIX_SPACE,
        ),
    ),
)

# One family of headings: the same colour and weight, smaller by level.
_CHAPTER = Character(heading=True, bold=True, size=16, colour=ACCENT)


def _chapter(numbering: tuple[int, int]) -> Paragraph:
    return Paragraph(page_break_before=True, numbering=numbering, after=pt(24), line=pt(20))


# Where numbers and texts start in the table of contents, by level: "12.12." and "12.12.12." fit between.
# The fourth level has the appendices: "Bijlage 12" in bold.
_ENTRY_EDGES = ((0, mm(9)), (mm(9), mm(21)), (mm(21), mm(37)), (0, mm(23)))


def _entry(level: int, before: int = 0, bold: bool = False) -> Style:
    """Return a style of the table of contents: number in a hanging indent, page at the right edge."""
    number_left, text_left = _ENTRY_EDGES[level - 1]
    right: Tab = ("right", _PORTRAIT.text_width, "dot")
    return Style(
        id=f"TOC{level}",
        name=f"toc {level}",
        based_on="Normal",
        priority=39,
        paragraph=Paragraph(
            tabs=(("left", text_left, "none"), right),
            no_hyphens=True,
            before=before,
            left=text_left,
            right=mm(10),
            hanging=text_left - number_left,
        ),
        character=Character(bold=bold or None),
    )


_STYLES = (
    *headings(
        (
            (_chapter((HEADINGS, 0)), _CHAPTER),
            (
                Paragraph(numbering=(HEADINGS, 1), before=pt(12), after=pt(6), line=pt(15)),
                Character(bold=True, size=12, colour=ACCENT),
            ),
            (
                Paragraph(numbering=(HEADINGS, 2), before=pt(12), after=pt(6), line=pt(13)),
                Character(bold=True, size=10.5, colour=ACCENT),
            ),
        )
    ),
    *subheadings(
        (
            (Paragraph(line=pt(13)), Character(bold=True, size=10.5, colour=ACCENT)),
            (Paragraph(), Character(bold=True, size=10, colour=ACCENT)),
            (Paragraph(), Character(bold=True, size=9.5, colour=ACCENT)),
            (Paragraph(), Character(bold=True, colour=ACCENT)),
        )
    ),
    Style(
        id="KopBijlage",
        name="Kop bijlage",
        based_on="Heading1",
        next="BodyText",
        priority=2,
        built_in=False,
        paragraph=Paragraph(
            keep_next=True,
            keep_lines=True,
            page_break_before=True,
            numbering=(APPENDICES, 0),
            no_hyphens=True,
            after=pt(18),
            line=pt(20),
            outline=1,
        ),
        character=_CHAPTER,
    ),
    Style(
        id="KopZonderNummer",
        name="Kop zonder nummer",
        based_on="Normal",
        next="BodyText",
        priority=2,
        built_in=False,
        paragraph=Paragraph(
            keep_next=True,
            keep_lines=True,
            page_break_before=True,
            numbering=(0, 0),
            no_hyphens=True,
            after=pt(24),
            line=pt(20),
            outline=1,
        ),
        character=_CHAPTER,
    ),
    Style(
        id="TOCHeading",
        name="TOC Heading",
        based_on="KopZonderNummer",
        next="BodyText",
        priority=39,
        paragraph=Paragraph(numbering=(0, 0)),
    ),
    Style(
        id="KopLijst",
        name="Kop lijst",
        based_on="TOCHeading",
        next="BodyText",
        priority=39,
        built_in=False,
        paragraph=Paragraph(page_break_before=False, before=pt(24)),
    ),
    Style(
        id="TableOfFigures",
        name="table of figures",
        based_on="Normal",
        next="Normal",
        priority=39,
        paragraph=Paragraph(
            tabs=(("right", _PORTRAIT.text_width, "dot"),),
            no_hyphens=True,
            right=mm(12),
            left=mm(21),
            hanging=mm(21),
        ),
    ),
    _entry(1, before=pt(6), bold=True),
    _entry(2),
    _entry(3),
    _entry(4, before=pt(6), bold=True),
    Style(
        id="Title",
        name="Title",
        based_on="Normal",
        next="Subtitle",
        priority=13,
        paragraph=Paragraph(keep_lines=True, no_hyphens=True, before=mm(48), after=pt(12), line=pt(34)),
        character=Character(heading=True, size=28, colour=ACCENT),
    ),
    Style(
        id="Subtitle",
        name="Subtitle",
        based_on="Normal",
        next="Date",
        priority=13,
        paragraph=Paragraph(keep_lines=True, no_hyphens=True, after=pt(36), line=pt(20)),
        character=Character(heading=True, size=14),
    ),
    Style(
        id="Date",
        name="Date",
        based_on="Normal",
        priority=13,
        paragraph=Paragraph(no_hyphens=True),
    ),
    wordmark(_COVER.left, _COVER.right),
    EMBLEM,
    Style(
        id="NogTeLeveren",
        name="Nog te leveren",
        based_on="Normal",
        priority=13,
        built_in=False,
        paragraph=Paragraph(before=pt(24), no_hyphens=True, line=pt(11)),
        character=Character(size=8),
    ),
    Style(
        id="Afkorting",
        name="Afkorting",
        based_on="Normal",
        priority=14,
        built_in=False,
        paragraph=Paragraph(no_hyphens=True),
        character=Character(bold=True),
    ),
    Style(
        id="AfkortingVoluit",
        name="Afkorting voluit",
        based_on="Normal",
        priority=14,
        built_in=False,
    ),
    Style(
        id="TabeltekstBijVolgende",
        name="Tabeltekst bij volgende",
        based_on="Tabeltekst",
        priority=7,
        built_in=False,
        paragraph=Paragraph(keep_next=True),
    ),
    Style(
        id="Afkortingentabel",
        name="Afkortingentabel",
        kind="table",
        based_on="Opmaaktabel",
        priority=8,
        built_in=False,
        extra='<w:tblPr><w:tblCellMar><w:bottom w:w="40" w:type="dxa"/><w:right w:w="113" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr><w:trPr><w:cantSplit/></w:trPr>",
    ),
    Style(
        id="SectieEinde",
        name="Sectie-einde",
        based_on="Normal",
        priority=99,
        built_in=False,
        quick=False,
        paragraph=Paragraph(line=pt(1)),
        character=Character(size=1),
    ),
)


def report() -> bytes:
    """Return ``rapport.docx``."""
    controls = Controls()
    inside = HeadersAndFooters(header="header2", footer="footer1")
    cover = HeadersAndFooters(header="header1", footer="footer2")
    return package(
        "Rapport",
        {
            "document": document(
                paragraph("Title", controls.text("titel", "Titel", "Titel van het rapport")),
                paragraph("Subtitle", controls.text("ondertitel", "Ondertitel", "Ondertitel")),
                paragraph("Date", controls.text("datum", "Datum", "dag maand jaar")),
                controls.blocks("nog-te-leveren", "Nog te leveren", "Alleen bij een concept", "NogTeLeveren"),
                paragraph("SectieEinde", section=section(_COVER, cover)),
                controls.blocks("afkortingen", "Afkortingen", "Afkortingen", "KopZonderNummer"),
                legend(controls),
                controls.contents("inhoud", "Inhoud", _contents()),
                controls.blocks("lijsten", "Lijsten", "Lijsten van figuren en tabellen", "KopLijst"),
                controls.blocks("rapport", "Hoofdstukken", "Hoofdstukken", "Heading1"),
                paragraph("SectieEinde", section=section(_PORTRAIT, inside)),
                controls.blocks("bijlagen", "Bijlagen", "Bijlagen", "KopBijlage"),
                paragraph("SectieEinde"),
                section(_LANDSCAPE, inside),
            ),
            "styles": sheet(*COMMON, *_STYLES),
            "numbering": numbering(
                {
                    HEADINGS: _HEADING_LIST,
                    APPENDICES: _APPENDIX_LIST,
                    BULLETS: BULLET_LIST,
                    NUMBERS: NUMBER_LIST,
                }
            ),
            "header1": header(
                emblem(controls),
                classification(controls),
                paragraph("Woordmerk", controls.text("woordmerk", "Woordmerk", "Naam van het ministerie")),
                _concept(controls),
            ),
            "header2": header(
                classification(controls),
                paragraph("Header", controls.text("koptekst", "Koptekst", "Korte titel")),
                _concept(controls),
            ),
            "footer1": footer(classification(controls), page_of_pages("Paginanummer")),
            "footer2": footer(classification(controls)),
        },
        {"header1": grey()},
    )


def _contents() -> str:
    """Return heading and TOC field, which lists Heading 1 to 3, and Kop bijlage as the fourth level."""
    entry = run("1.") + TAB + run("De koppen van het rapport") + TAB + run("3")
    return paragraph("TOCHeading", run("Inhoud")) + paragraph(
        "TOC1", field(r'TOC \o "1-3" \h \z \t "Kop bijlage;4"', entry)
    )


def _concept(controls: Controls) -> str:
    return paragraph("Concept", controls.text("concept", "Concept", "Alleen bij een concept"))
