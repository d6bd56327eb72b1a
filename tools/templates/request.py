# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file in which a text is asked of its owner: a box with what is asked, and the text."""

from __future__ import annotations

from tools.templates.lengths import mm, pt
from tools.templates.letterhead import concept
from tools.templates.markup import Controls, page_of_pages, paragraph
from tools.templates.numbering import BULLET_LIST, BULLETS, NUMBER_LIST, NUMBERS, numbering
from tools.templates.package import package
from tools.templates.page import HeadersAndFooters, Page, document, footer, header, section
from tools.templates.sheet import Character, Paragraph, Style, sheet
from tools.templates.styles import ACCENT, COMMON, GREY, LINE_COLOUR, headings, subheadings, wordmark

_PAGE = Page(top=mm(36), right=mm(32), bottom=mm(24), left=mm(32), header=mm(15), footer=mm(12))
_BOLD = (Paragraph(before=pt(12)), Character(bold=True))
_LIGHT = (Paragraph(), Character(colour=ACCENT))

_STYLES = (
    *headings((_BOLD, _BOLD, _BOLD)),
    *subheadings((_BOLD, _LIGHT, _LIGHT, _LIGHT)),
    wordmark(_PAGE.left, _PAGE.right),
    Style(
        id="Title",
        name="Title",
        based_on="Normal",
        next="BodyText",
        priority=13,
        paragraph=Paragraph(keep_next=True, no_hyphens=True, before=pt(18), after=pt(12), line=pt(20)),
        character=Character(size=16),
    ),
    Style(
        id="Kader",
        name="Kader",
        based_on="Normal",
        priority=12,
        built_in=False,
        paragraph=Paragraph(
            keep_lines=True,
            border_around=(4, f'w:color="{LINE_COLOUR}"'),
            left=mm(2),
            right=mm(2),
            no_hyphens=True,
        ),
    ),
    Style(
        id="Kaderkop",
        name="Kaderkop",
        based_on="Kader",
        next="Kader",
        priority=12,
        built_in=False,
        paragraph=Paragraph(keep_next=True),
        character=Character(bold=True),
    ),
    Style(
        id="Toelichting",
        name="Toelichting",
        based_on="Normal",
        next="BodyText",
        priority=12,
        built_in=False,
        paragraph=Paragraph(after=pt(6)),
        character=Character(colour=GREY),
    ),
    Style(
        id="VorigJaar",
        name="Vorig jaar",
        based_on="BodyText",
        priority=12,
        built_in=False,
        character=Character(colour=GREY),
    ),
)


def request() -> bytes:
    """Return ``uitvraag.docx``."""
    controls = Controls()
    return package(
        "Uitvraag",
        {
            "document": document(
                controls.blocks("kader", "Kader", "Wat wordt gevraagd", "Kader"),
                paragraph("Title", controls.text("titel", "Titel", "Titel van de tekst")),
                controls.blocks("tekst", "Tekst", "De tekst", "BodyText"),
                controls.blocks("vorig-jaar", "Vorig jaar", "De tekst van het vorige jaar", "VorigJaar"),
                section(_PAGE, HeadersAndFooters(header="header1", footer="footer1")),
            ),
            "styles": sheet(*COMMON, *_STYLES),
            "numbering": numbering({BULLETS: BULLET_LIST, NUMBERS: NUMBER_LIST}),
            "header1": header(
                paragraph("Woordmerk", controls.text("woordmerk", "Woordmerk", "Naam van het ministerie")),
                concept(controls),
            ),
            "footer1": footer(page_of_pages("Paginanummer")),
        },
    )
