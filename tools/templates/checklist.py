# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a submission: one page that looks like the nota, signed at the bottom by two people."""

from __future__ import annotations

from tools.templates.lengths import mm, pt
from tools.templates.letterhead import concept, field_line
from tools.templates.markup import TAB, Controls, cell, layout_table, page_of_pages, paragraph, row, run
from tools.templates.numbering import BULLET_LIST, BULLETS, NUMBER_LIST, NUMBERS, numbering
from tools.templates.package import package
from tools.templates.page import HeadersAndFooters, Page, document, footer, header, section
from tools.templates.sheet import Character, Paragraph, Style, sheet
from tools.templates.styles import COMMON, LINE_COLOUR, SMALL, SMALL_LINE, headings, subheadings, wordmark

PAGE = Page(top=mm(36), right=mm(28), bottom=mm(20), left=mm(28), header=mm(15), footer=mm(12))
_LABEL = mm(38)
_SEAL = mm(14)
_BOX = mm(6)
_PLAIN = (Paragraph(before=pt(12), after=pt(3)), Character(bold=True))

STYLES = (
    *headings((_PLAIN, _PLAIN, _PLAIN)),
    *subheadings((_PLAIN, _PLAIN, _PLAIN, _PLAIN)),
    wordmark(PAGE.left, PAGE.right),
    Style(
        id="Title",
        name="Title",
        based_on="Normal",
        next="BodyText",
        priority=13,
        paragraph=Paragraph(keep_next=True, no_hyphens=True, after=pt(12), line=pt(20)),
        character=Character(size=16),
    ),
    Style(
        id="Veld",
        name="Veld",
        based_on="Normal",
        priority=12,
        built_in=False,
        paragraph=Paragraph(tabs=(("left", _LABEL, "none"),), no_hyphens=True, left=_LABEL, hanging=_LABEL),
    ),
    # Wide enough for the widest seal on one line: people compare it.
    Style(
        id="Zegel",
        name="Zegel",
        based_on="Normal",
        priority=12,
        built_in=False,
        paragraph=Paragraph(
            tabs=(("left", _SEAL, "none"),), no_hyphens=True, before=pt(6), left=_SEAL, hanging=_SEAL
        ),
    ),
    Style(
        id="Aankruisregel",
        name="Aankruisregel",
        based_on="Normal",
        priority=13,
        built_in=False,
        paragraph=Paragraph(
            tabs=(("left", _BOX, "none"),), no_hyphens=True, after=pt(2), left=_BOX, hanging=_BOX
        ),
    ),
    Style(
        id="Invulregel",
        name="Invulregel",
        based_on="Normal",
        priority=13,
        built_in=False,
        paragraph=Paragraph(
            before=pt(6), after=pt(12), line=SMALL_LINE, border_below=(4, f'w:color="{LINE_COLOUR}"')
        ),
        character=SMALL,
    ),
    Style(
        id="Handtekeningregel",
        name="Handtekeningregel",
        based_on="Invulregel",
        priority=13,
        built_in=False,
        paragraph=Paragraph(before=pt(28)),
    ),
)


def checklist() -> bytes:
    """Return ``controlelijst.docx``."""
    controls = Controls()
    return package(
        "Controlelijst",
        {
            "document": document(
                paragraph("Title", controls.text("titel", "Titel", "Controlelijst")),
                field_line(controls, "Dossier", "dossier", "titel en jaar"),
                field_line(controls, "Aanbieding", "aanbieding", "dag maand jaar"),
                field_line(controls, "Nagelezen", "nagelezen", "de dag van de controle"),
                field_line(controls, "Paginanummers", "paginering", "hoe zij gevonden zijn"),
                paragraph(
                    "Zegel",
                    run("Zegel"),
                    TAB,
                    controls.text("zegel", "Zegel", "het zegel van alle bestanden"),
                ),
                paragraph("Heading1", run("Wat is nagegaan")),
                controls.blocks("nagegaan", "Nagegaan", "Wat is nagegaan", "ListBullet"),
                paragraph("Heading1", run("Wat is onderdrukt, en waarom")),
                controls.blocks("onderdrukt", "Onderdrukt", "Wat is onderdrukt", "BodyText"),
                paragraph("Heading1", run("Wat mensen beoordelen")),
                controls.blocks("beoordelen", "Beoordelen", "Wat mensen beoordelen", "Aankruisregel"),
                paragraph("Heading1", run("Voor akkoord")),
                _signatures(),
                section(PAGE, HeadersAndFooters(header="header1", footer="footer1")),
            ),
            "styles": sheet(*COMMON, *STYLES),
            "numbering": numbering({BULLETS: BULLET_LIST, NUMBERS: NUMBER_LIST}),
            "header1": header(
                paragraph("Woordmerk", controls.text("woordmerk", "Woordmerk", "Naam van het ministerie")),
                concept(controls),
            ),
            "footer1": footer(page_of_pages("Paginanummer")),
        },
    )


def _signatures() -> str:
    """Return lines to fill in, side by side for who seals and for who looks after (four eyes)."""
    half = PAGE.text_width // 2
    widths = (half, PAGE.text_width - half)
    lines = (
        ("Invulregel", "Verzegeld door (naam en functie)", "Nagekeken door (naam en functie)"),
        ("Handtekeningregel", "Datum en handtekening", "Datum en handtekening"),
    )
    return layout_table(
        "Ondertekening",
        widths,
        *(
            row(
                *(
                    cell(width, paragraph(style, run(label)), left=mm(4) if place else 0)
                    for place, (width, label) in enumerate(zip(widths, labels, strict=True))
                ),
            )
            for style, *labels in lines
        ),
    )
