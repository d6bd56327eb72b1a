# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The nota: kind and title, the particulars beside them, the field block, text and sign-off."""

from __future__ import annotations

from tools.templates.emblem import grey
from tools.templates.lengths import mm, pt
from tools.templates.letterhead import (
    COLUMN,
    GAP,
    PAGE,
    STYLES,
    field_line,
    first_header,
    next_header,
    page_footer,
    particular,
)
from tools.templates.markup import Controls, cell, layout_table, paragraph, row
from tools.templates.numbering import BULLET_LIST, BULLETS, NUMBER_LIST, NUMBERS, numbering
from tools.templates.package import package
from tools.templates.page import HeadersAndFooters, document, section
from tools.templates.sheet import Character, Paragraph, Style, sheet
from tools.templates.styles import COMMON, legend

_KIND = mm(44)
_TITLE = PAGE.text_width - _KIND

_STYLES = (
    Style(
        id="Documentsoort",
        name="Documentsoort",
        based_on="Normal",
        priority=13,
        built_in=False,
        paragraph=Paragraph(line=pt(38), no_hyphens=True),
        character=Character(heading=True, size=32),
    ),
    Style(
        id="Title",
        name="Title",
        based_on="Normal",
        next="BodyText",
        priority=13,
        paragraph=Paragraph(keep_next=True, no_hyphens=True, before=pt(20)),
        character=Character(bold=True),
    ),
    Style(
        id="Doel",
        name="Doel",
        based_on="Normal",
        priority=13,
        built_in=False,
        paragraph=Paragraph(before=pt(24), after=pt(12), no_hyphens=True),
        character=Character(bold=True, capitals=True),
    ),
    Style(
        id="Veld",
        name="Veld",
        based_on="Normal",
        priority=12,
        built_in=False,
        paragraph=Paragraph(tabs=(("left", _KIND, "none"),), no_hyphens=True, left=_KIND, hanging=_KIND),
    ),
    Style(
        id="Signature",
        name="Signature",
        based_on="Normal",
        priority=13,
        paragraph=Paragraph(keep_next=True, keep_lines=True, no_hyphens=True, before=pt(24), after=pt(12)),
    ),
    Style(
        id="Ondertekenwijze",
        name="Ondertekenwijze",
        based_on="Normal",
        next="BodyText",
        priority=13,
        built_in=False,
        paragraph=Paragraph(keep_lines=True, no_hyphens=True, after=pt(24)),
    ),
)


def nota() -> bytes:
    """Return ``nota.docx``."""
    controls = Controls()
    running = HeadersAndFooters(
        header="header2", footer="footer1", first_header="header1", first_footer="footer1"
    )
    return package(
        "Nota",
        {
            "document": document(
                _head(controls),
                controls.blocks("tekst", "Tekst van de nota", "Tekst van de nota", "BodyText"),
                paragraph("Signature", controls.text("ondertekenaar-ambt", "Ambt", "AMBT")),
                paragraph(
                    "Ondertekenwijze", controls.text("ondertekend-hoe", "Wijze van ondertekening", "Akkoord")
                ),
                controls.blocks("route", "Parafenroute", "Parafenroute", "BodyText"),
                legend(controls),
                section(PAGE, running),
            ),
            "styles": sheet(*COMMON, *STYLES, *_STYLES),
            "numbering": numbering({BULLETS: BULLET_LIST, NUMBERS: NUMBER_LIST}),
            "header1": first_header(controls),
            "header2": next_header(controls),
            "footer1": page_footer(controls),
        },
        {"header1": grey()},
    )


def _head(controls: Controls) -> str:
    """The fields, the purpose, and the kind with the title; beside all of them the particulars.

    The column of particulars is one cell, which a long title does not tear open.
    """
    return layout_table(
        "Kop van de nota",
        (_KIND, _TITLE, COLUMN),
        row(
            cell(
                _KIND + _TITLE,
                field_line(controls, "Aan", "aan", "aan wie de nota gaat"),
                field_line(controls, "Van", "van", "van wie de nota komt"),
                field_line(controls, "Afgestemd met", "afgestemd-met", "met wie de nota is afgestemd"),
                field_line(controls, "In afschrift aan", "afschrift-aan", "wie een afschrift krijgt"),
                paragraph("Doel", controls.text("doel", "Doel", "TER BESLISSING of TER INFORMATIE")),
                columns=2,
            ),
            cell(
                COLUMN,
                particular(controls, "Datum", "datum", "dag maand jaar"),
                particular(controls, "Onze referentie", "referentie", "kenmerk"),
                particular(controls, "Opgesteld door", "opgesteld-door", "naam"),
                particular(controls, "Aantal bijlagen", "bijlagen", "aantal"),
                left=GAP,
                merged="restart",
            ),
        ),
        row(
            cell(
                _KIND,
                paragraph("Documentsoort", controls.text("soort", "Soort document", "Nota")),
                below=pt(30),
            ),
            cell(
                _TITLE,
                paragraph("Title", controls.text("betreft", "Betreft", "Titel van de nota")),
                below=pt(30),
            ),
            cell(COLUMN, "<w:p/>", left=GAP, merged="continue"),
        ),
    )
