# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The styles that every template has: text, headings, lists, tables, notes, headers and footers.

Sizes on exact line heights come from the house style of the Dutch central government (rijkshuisstijl.nl,
"Corpsgroottes sjablonen"): text 9 on 12, the small print of the letterhead 6.5 on 9, wordmark 11.5 on 13.
"""

from __future__ import annotations

from msgspec.structs import replace

from tools.templates.lengths import mm, pt
from tools.templates.markup import Controls
from tools.templates.numbering import BULLETS, ITEM_INDENT, NUMBERS
from tools.templates.sheet import Character, Paragraph, Style

ACCENT = 'w:val="154273" w:themeColor="text2"'
LINK = 'w:val="01689B" w:themeColor="hyperlink"'
ALERT = 'w:val="B4261F" w:themeColor="accent6"'
GREY = 'w:val="595959"'
LINE_COLOUR = "7F7F7F"

SMALL = Character(size=6.5)
SMALL_LINE = pt(9)

_TEXT = (
    Style(
        id="Normal",
        name="Normal",
        priority=0,
        default=True,
        paragraph=Paragraph(widow_control=True),
    ),
    Style(
        id="DefaultParagraphFont",
        name="Default Paragraph Font",
        kind="character",
        priority=1,
        quick=False,
        default=True,
    ),
    Style(
        id="TableNormal",
        name="Normal Table",
        kind="table",
        quick=False,
        default=True,
        extra='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>",
    ),
    Style(id="NoList", name="No List", kind="numbering", quick=False, default=True),
    Style(
        id="BodyText",
        name="Body Text",
        based_on="Normal",
        priority=1,
        paragraph=Paragraph(after=pt(12)),
    ),
    Style(
        id="AanloopOpsomming",
        name="Aanloop opsomming",
        based_on="BodyText",
        next="ListBullet",
        priority=2,
        built_in=False,
        paragraph=Paragraph(keep_next=True, after=0),
    ),
    Style(
        id="AlineaBijVolgende",
        name="Alinea bij volgende",
        based_on="BodyText",
        next="BodyText",
        priority=2,
        built_in=False,
        paragraph=Paragraph(keep_next=True),
    ),
    Style(
        id="AlineaNaTabel",
        name="Alinea na tabel",
        based_on="BodyText",
        next="BodyText",
        priority=2,
        built_in=False,
        paragraph=Paragraph(before=pt(12)),
    ),
    Style(
        id="Quote",
        name="Quote",
        based_on="BodyText",
        next="BodyText",
        priority=4,
        paragraph=Paragraph(left=ITEM_INDENT, right=ITEM_INDENT),
    ),
    Style(
        id="Afbeelding",
        name="Afbeelding",
        based_on="Normal",
        next="Caption",
        priority=5,
        built_in=False,
        paragraph=Paragraph(keep_next=True, line=0),
    ),
    Style(
        id="Caption",
        name="caption",
        based_on="Normal",
        next="BodyText",
        priority=5,
        paragraph=Paragraph(before=pt(6), after=pt(12), line=pt(11), keep_lines=True, no_hyphens=True),
        character=Character(size=8, colour=GREY),
    ),
    Style(
        id="BijschriftTabel",
        name="Bijschrift tabel",
        based_on="Caption",
        next="BodyText",
        priority=5,
        built_in=False,
        paragraph=Paragraph(keep_next=True, before=0, after=pt(3)),
    ),
)

_CHARACTERS = (
    Style(
        id="Emphasis",
        name="Emphasis",
        kind="character",
        based_on="DefaultParagraphFont",
        priority=6,
        character=Character(italic=True),
    ),
    Style(
        id="Strong",
        name="Strong",
        kind="character",
        based_on="DefaultParagraphFont",
        priority=6,
        character=Character(bold=True),
    ),
    Style(
        id="Hyperlink",
        name="Hyperlink",
        kind="character",
        based_on="DefaultParagraphFont",
        priority=6,
        character=Character(colour=LINK, underline=True),
    ),
    Style(
        id="PlaceholderText",
        name="Placeholder Text",
        kind="character",
        based_on="DefaultParagraphFont",
        quick=False,
        character=Character(colour=GREY),
    ),
    Style(
        id="Gelakt",
        name="Gelakt",
        kind="character",
        based_on="DefaultParagraphFont",
        priority=6,
        built_in=False,
        character=Character(colour='w:val="FFFFFF"', shading="000000"),
    ),
)

_LISTS = tuple(
    Style(
        id=name.replace(" ", ""),
        name=name,
        based_on="BodyText",
        priority=3,
        paragraph=Paragraph(numbering=(numbering, level), contextual=True),
    )
    for name, numbering, level in (
        ("List Bullet", BULLETS, 0),
        ("List Bullet 2", BULLETS, 1),
        ("List Number", NUMBERS, 0),
        ("List Number 2", NUMBERS, 1),
    )
) + tuple(
    Style(
        id=name.replace(" ", ""),
        name=name,
        based_on="BodyText",
        priority=3,
        paragraph=Paragraph(left=ITEM_INDENT * depth, contextual=True),
    )
    for depth, name in enumerate(("List Continue", "List Continue 2"), 1)
)


def report_table(space: int) -> Style:
    """Return the style of a table with lines between its rows, and `space` twips above and below a text."""
    return Style(
        id="Rapporttabel",
        name="Rapporttabel",
        kind="table",
        based_on="TableNormal",
        priority=8,
        built_in=False,
        extra="<w:tblPr><w:tblBorders>"
        '<w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
        '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE_COLOUR}"/>'
        "</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="{space}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{space}" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "<w:trPr><w:cantSplit/></w:trPr>"
        # Not bold: Tabelkop is, and bold in both styles means bold in neither (ECMA-376-1, 17.7.3).
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
    )


_TABLES = (
    Style(
        id="Tabeltekst",
        name="Tabeltekst",
        based_on="Normal",
        priority=7,
        built_in=False,
        paragraph=Paragraph(line=pt(11), no_hyphens=True),
        character=Character(size=8),
    ),
    Style(
        id="Tabelkop",
        name="Tabelkop",
        based_on="Tabeltekst",
        priority=7,
        built_in=False,
        paragraph=Paragraph(keep_next=True),
        character=Character(bold=True),
    ),
    Style(
        id="Tabelgetal",
        name="Tabelgetal",
        based_on="Tabeltekst",
        priority=7,
        built_in=False,
        paragraph=Paragraph(align="right", right=mm(2)),
    ),
    Style(
        id="TabelkopGetal",
        name="Tabelkop getal",
        based_on="Tabelkop",
        priority=7,
        built_in=False,
        paragraph=Paragraph(align="right", right=mm(2)),
    ),
    Style(
        id="Opmaaktabel",
        name="Opmaaktabel",
        kind="table",
        based_on="TableNormal",
        priority=8,
        built_in=False,
        quick=False,
        extra='<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>",
    ),
    report_table(45),
)

_NOTES = (
    Style(
        id="FootnoteText",
        name="footnote text",
        based_on="Normal",
        priority=9,
        paragraph=Paragraph(line=pt(10)),
        character=Character(size=7.5),
    ),
    Style(
        id="FootnoteReference",
        name="footnote reference",
        kind="character",
        based_on="DefaultParagraphFont",
        priority=9,
        character=Character(superscript=True),
    ),
)

_HEADERS_AND_FOOTERS = (
    Style(
        id="Header",
        name="header",
        based_on="Normal",
        priority=10,
        paragraph=Paragraph(line=SMALL_LINE, no_hyphens=True),
        character=SMALL,
    ),
    Style(
        id="Footer",
        name="footer",
        based_on="Normal",
        priority=10,
        paragraph=Paragraph(line=SMALL_LINE, no_hyphens=True),
        character=SMALL,
    ),
    Style(
        id="Paginanummer",
        name="Paginanummer",
        based_on="Footer",
        priority=10,
        built_in=False,
        paragraph=Paragraph(align="right"),
    ),
    Style(
        id="Legenda",
        name="Legenda",
        based_on="Normal",
        priority=11,
        built_in=False,
        paragraph=Paragraph(
            before=pt(18), line=SMALL_LINE, keep_lines=True, no_hyphens=True, contextual=True
        ),
        character=SMALL,
    ),
    Style(
        id="Concept",
        name="Concept",
        based_on="Normal",
        priority=11,
        built_in=False,
        paragraph=Paragraph(before=pt(6), line=pt(13), no_hyphens=True),
        character=Character(bold=True, capitals=True, colour=ALERT, letter_spacing=pt(2), size=11.5),
    ),
    Style(
        id="Rubricering",
        name="Rubricering",
        based_on="Normal",
        priority=11,
        built_in=False,
        paragraph=Paragraph(line=SMALL_LINE, no_hyphens=True),
        character=Character(bold=True, capitals=True, size=6.5),
    ),
)


def legend(controls: Controls) -> str:
    """Return the control for the legend of the public version; in any other version it is removed."""
    return controls.blocks("legenda", "Legenda", "Alleen in de openbare versie", "Legenda")


def wordmark(left: int, right: int) -> Style:
    """Return the style of the ministry's name at the top of a page with these margins.

    In the house style the emblem is to its left, and ends 111.5 mm from the left edge of the paper.
    """
    return Style(
        id="Woordmerk",
        name="Woordmerk",
        based_on="Normal",
        priority=11,
        built_in=False,
        paragraph=Paragraph(
            before=pt(9), line=pt(13), no_hyphens=True, left=mm(113.5) - left, right=mm(9) - right
        ),
        character=Character(size=11.5),
    )


COMMON = (*_TEXT, *_CHARACTERS, *_LISTS, *_TABLES, *_NOTES, *_HEADERS_AND_FOOTERS)


def headings(looks: tuple[tuple[Paragraph, Character], ...]) -> tuple[Style, ...]:
    """Return Heading 1, 2 and 3 with these looks; each has its outline level and keeps with its text."""
    return tuple(
        Style(
            id=f"Heading{level}",
            name=f"heading {level}",
            based_on="Normal",
            next="BodyText",
            priority=2,
            paragraph=_as_heading(paragraph, level),
            character=replace(character, heading=True),
        )
        for level, (paragraph, character) in enumerate(looks, 1)
    )


def subheadings(looks: tuple[tuple[Paragraph, Character], ...]) -> tuple[Style, ...]:
    """Return Tussenkop 2 to 5, the headings without a number, by their level.

    They are based on Word's own headings, by which other programs recognise a heading, but not in looks.
    A look without a size or line is 9 on 12, as the text.
    """
    return tuple(
        Style(
            id=f"Tussenkop{level}",
            name=f"Tussenkop {level}",
            based_on=f"Heading{min(level, 3)}",
            next="BodyText",
            priority=2,
            built_in=False,
            paragraph=_as_heading(
                replace(
                    paragraph,
                    numbering=(0, 0),
                    before=0,
                    after=0,
                    line=paragraph.line or pt(12),
                    left=0,
                    hanging=0,
                ),
                level,
            ),
            character=replace(
                character,
                bold=bool(character.bold),
                italic=bool(character.italic),
                size=character.size or 9,
            ),
        )
        for level, (paragraph, character) in enumerate(looks, 2)
    )


def _as_heading(paragraph: Paragraph, level: int) -> Paragraph:
    return replace(paragraph, keep_next=True, keep_lines=True, no_hyphens=True, outline=level)
