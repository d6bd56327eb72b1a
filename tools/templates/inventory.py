# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The inventory of a public version: it looks like the checklist."""

from __future__ import annotations

from tools.templates.checklist import PAGE, STYLES
from tools.templates.letterhead import concept, field_line
from tools.templates.markup import Controls, page_of_pages, paragraph, run
from tools.templates.numbering import BULLET_LIST, BULLETS, NUMBER_LIST, NUMBERS, numbering
from tools.templates.package import package
from tools.templates.page import HeadersAndFooters, document, footer, header, section
from tools.templates.sheet import sheet
from tools.templates.styles import COMMON


def inventory() -> bytes:
    """Return ``inventarislijst.docx``."""
    controls = Controls()
    return package(
        "Inventarislijst",
        {
            "document": document(
                paragraph("Title", controls.text("titel", "Titel", "Inventarislijst")),
                field_line(controls, "Dossier", "dossier", "titel en jaar"),
                field_line(controls, "Aanbieding", "aanbieding", "dag maand jaar"),
                field_line(controls, "Paginanummers", "paginering", "hoe zij gevonden zijn"),
                paragraph("Heading1", run("Documenten")),
                controls.blocks("documenten", "Documenten", "De documenten", "BodyText"),
                paragraph("Heading1", run("Wat gelakt is")),
                controls.blocks("passages", "Passages", "Wat gelakt is", "BodyText"),
                paragraph("Heading1", run("Gronden uit de Wet open overheid")),
                controls.blocks("gronden", "Gronden", "De gronden die voorkomen", "BodyText"),
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
