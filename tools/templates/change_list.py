# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of changes between two dossiers: a page or two that look like the checklist, in dense tables."""

from __future__ import annotations

from tools.templates.checklist import PAGE, STYLES
from tools.templates.lengths import pt
from tools.templates.letterhead import concept, field_line
from tools.templates.markup import Controls, page_of_pages, paragraph
from tools.templates.numbering import BULLET_LIST, BULLETS, NUMBER_LIST, NUMBERS, numbering
from tools.templates.package import package
from tools.templates.page import HeadersAndFooters, document, footer, header, section
from tools.templates.sheet import Character, Paragraph, Style, sheet
from tools.templates.styles import COMMON, report_table

_DENSE = (
    report_table(20),
    Style(
        id="Tabeltekst",
        name="Tabeltekst",
        based_on="Normal",
        priority=7,
        built_in=False,
        paragraph=Paragraph(line=pt(10), no_hyphens=True),
        character=Character(size=8),
    ),
)


def change_list() -> bytes:
    """Return ``wijzigingen.docx``."""
    controls = Controls()
    return package(
        "Wijzigingen",
        {
            "document": document(
                paragraph("Title", controls.text("titel", "Titel", "Wijzigingen")),
                field_line(controls, "Oud", "oud", "het oude dossier"),
                field_line(controls, "Nieuw", "nieuw", "het nieuwe dossier"),
                controls.blocks("wijzigingen", "Wijzigingen", "Wat er veranderde", "BodyText"),
                section(PAGE, HeadersAndFooters(header="header1", footer="footer1")),
            ),
            "styles": sheet(*COMMON, *STYLES, *_DENSE),
            "numbering": numbering({BULLETS: BULLET_LIST, NUMBERS: NUMBER_LIST}),
            "header1": header(
                paragraph("Woordmerk", controls.text("woordmerk", "Woordmerk", "Naam van het ministerie")),
                concept(controls),
            ),
            "footer1": footer(page_of_pages("Paginanummer")),
        },
    )
