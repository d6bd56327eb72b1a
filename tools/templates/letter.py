# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The letter: address and colophon, date and subject, text, and the signatories two by two."""

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
from tools.templates.markup import Controls, cell, layout_table, paragraph, row, run
from tools.templates.numbering import BULLET_LIST, BULLETS, NUMBER_LIST, NUMBERS, numbering
from tools.templates.package import package
from tools.templates.page import HeadersAndFooters, document, section
from tools.templates.sheet import Character, Paragraph, Style, sheet
from tools.templates.styles import COMMON, SMALL, SMALL_LINE, legend

# The window of the envelope: the return address is some 51 mm from the top of the paper, the addressee 58.
_ABOVE_ADDRESS = mm(9)
_ADDRESS_HEIGHT = mm(56)

_SALUTATION_GAP = pt(36)
# From an office of one line to the name below it there is room to sign.
_SIGNATURE_HEIGHT = pt(72)
SIGNATORIES = 6

_STYLES = (
    Style(
        id="Retouradres",
        name="Retouradres",
        based_on="Normal",
        next="Geadresseerde",
        priority=13,
        built_in=False,
        paragraph=Paragraph(before=_ABOVE_ADDRESS, after=pt(12), line=SMALL_LINE, no_hyphens=True),
        character=SMALL,
    ),
    Style(
        id="Geadresseerde",
        name="Geadresseerde",
        based_on="Normal",
        priority=13,
        built_in=False,
        paragraph=Paragraph(no_hyphens=True),
    ),
    Style(
        id="Colofon",
        name="Colofon",
        based_on="Normal",
        priority=13,
        built_in=False,
        paragraph=Paragraph(line=SMALL_LINE, no_hyphens=True),
        character=SMALL,
    ),
    Style(
        id="Colofonkop",
        name="Colofonkop",
        based_on="Colofon",
        next="Colofon",
        priority=13,
        built_in=False,
        paragraph=Paragraph(before=_ABOVE_ADDRESS),
        character=Character(bold=True),
    ),
    # In the letter the white of the reference column is above a label, as it follows the colophon.
    Style(
        id="Referentielabel",
        name="Referentielabel",
        based_on="Normal",
        next="Referentiegegevens",
        priority=12,
        built_in=False,
        paragraph=Paragraph(keep_next=True, before=pt(9), line=SMALL_LINE, no_hyphens=True),
        character=Character(bold=True, size=6.5),
    ),
    Style(
        id="Referentiegegevens",
        name="Referentiegegevens",
        based_on="Normal",
        priority=12,
        built_in=False,
        paragraph=Paragraph(line=SMALL_LINE, no_hyphens=True),
        character=SMALL,
    ),
    Style(
        id="BijBeantwoording",
        name="Bij beantwoording",
        based_on="Referentiegegevens",
        priority=12,
        built_in=False,
        paragraph=Paragraph(before=pt(9)),
    ),
    Style(
        id="Salutation",
        name="Salutation",
        based_on="Normal",
        next="BodyText",
        priority=13,
        paragraph=Paragraph(keep_next=True, before=_SALUTATION_GAP, after=pt(12), no_hyphens=True),
    ),
    Style(
        id="Closing",
        name="Closing",
        based_on="Normal",
        next="Signature",
        priority=13,
        paragraph=Paragraph(keep_next=True, before=pt(12), after=pt(24), no_hyphens=True),
    ),
    Style(
        id="Signature",
        name="Signature",
        based_on="Normal",
        priority=13,
        paragraph=Paragraph(keep_next=True, keep_lines=True, no_hyphens=True),
    ),
    Style(
        id="OndertekenaarAmbt",
        name="Ondertekenaar ambt",
        based_on="Signature",
        next="Signature",
        priority=13,
        built_in=False,
        paragraph=Paragraph(keep_next=True, after=pt(12)),
    ),
)


def letter() -> bytes:
    """Return ``brief.docx``."""
    controls = Controls()
    running = HeadersAndFooters(
        header="header2", footer="footer1", first_header="header1", first_footer="footer1"
    )
    return package(
        "Brief",
        {
            "document": document(
                _letterhead(controls),
                paragraph("Salutation", controls.text("aanhef", "Aanhef", "Geachte voorzitter,")),
                controls.blocks("tekst", "Tekst van de brief", "Tekst van de brief", "BodyText"),
                paragraph("Closing", controls.text("slotgroet", "Slotgroet", "Hoogachtend,")),
                _signatories(controls),
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


def _letterhead(controls: Controls) -> str:
    """Address, date and subject; beside them, in one column, the colophon and the particulars."""
    return layout_table(
        "Briefhoofd",
        (PAGE.text_width, COLUMN),
        row(
            cell(
                PAGE.text_width,
                paragraph(
                    "Retouradres",
                    run("> Retouradres "),
                    controls.text("retouradres", "Retouradres", "Postbus, postcode en plaats"),
                ),
                controls.blocks("geadresseerde", "Geadresseerde", "Naam en adres", "Geadresseerde"),
            ),
            cell(
                COLUMN,
                controls.blocks("colofon", "Colofon", "Afzender", "Colofonkop"),
                particular(controls, "Contact", "contact", "directie en postbus"),
                particular(controls, "Onze referentie", "referentie", "kenmerk"),
                particular(controls, "Uw referentie", "uw-referentie", "kenmerk van de geadresseerde"),
                particular(controls, "Bijlagen", "bijlagen", "aantal"),
                paragraph(
                    "BijBeantwoording",
                    controls.text("bij-beantwoording", "Bij beantwoording", "wat een antwoord vermeldt"),
                ),
                left=GAP,
                merged="restart",
            ),
            height=_ADDRESS_HEIGHT,
        ),
        row(
            cell(
                PAGE.text_width,
                field_line(controls, "Datum", "datum", "dag maand jaar"),
                field_line(controls, "Betreft", "betreft", "onderwerp"),
            ),
            cell(COLUMN, "<w:p/>", left=GAP, merged="continue"),
        ),
    )


def _signatories(controls: Controls) -> str:
    """Two columns of equal width, into the right margin: a row of offices, and one of names below it.

    So names stand level whatever the length of an office. What is not used of the three pairs is removed.
    """
    half = (PAGE.text_width + COLUMN) // 2
    rows = []
    for left in range(1, SIGNATORIES, 2):
        pair = (left, left + 1)
        offices = (
            cell(
                half,
                paragraph(
                    "OndertekenaarAmbt", controls.text(f"ondertekenaar-{place}-ambt", f"Ambt {place}", "AMBT")
                ),
                paragraph(
                    "OndertekenaarAmbt",
                    controls.text(f"ondertekenaar-{place}-hoe", f"Ondertekening {place}", "Woorden"),
                ),
            )
            for place in pair
        )
        names = (
            cell(
                half,
                paragraph("Signature", controls.text(f"ondertekenaar-{place}-naam", f"Naam {place}", "Naam")),
                below=pt(24),
            )
            for place in pair
        )
        rows += [row(*offices, height=_SIGNATURE_HEIGHT), row(*names)]
    return layout_table("Ondertekening", (half, half), *rows)
