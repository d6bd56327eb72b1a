# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the letter and the nota share: the page with its reference column, and the styles of the letterhead.

To the right of the text is a narrow column for the sender's details and the document's particulars. On the
first page it is a column of layout tables in the body, so that a screen reader reads it in order; on later
pages it consists of paragraphs of the header, indented into the right margin.
"""

from __future__ import annotations

from tools.templates.emblem import EMBLEM, emblem
from tools.templates.lengths import mm, pt
from tools.templates.markup import TAB, Controls, page_of_pages, paragraph, run
from tools.templates.page import Page, footer, header
from tools.templates.sheet import Character, Paragraph, Style
from tools.templates.styles import ACCENT, SMALL, SMALL_LINE, headings, subheadings, wordmark

PAGE = Page(top=mm(42), right=mm(54), bottom=mm(24), left=mm(28), header=mm(15), footer=mm(12))

GAP = mm(5)
COLUMN = GAP + mm(40)
_COLUMN_LEFT = PAGE.text_width + GAP
LABEL = mm(16)

_BESIDE_TEXT = Paragraph(left=_COLUMN_LEFT, right=-COLUMN)
_PLAIN = (Paragraph(), Character(bold=True))
_LIGHT = (Paragraph(), Character(colour=ACCENT))

STYLES = (
    *headings((_PLAIN, _PLAIN, _LIGHT)),
    *subheadings((_PLAIN, _LIGHT, _LIGHT, _LIGHT)),
    wordmark(PAGE.left, PAGE.right),
    EMBLEM,
    Style(
        id="Paginanummer",
        name="Paginanummer",
        based_on="Footer",
        priority=10,
        built_in=False,
        paragraph=_BESIDE_TEXT,
    ),
    Style(
        id="Referentielabel",
        name="Referentielabel",
        based_on="Normal",
        next="Referentiegegevens",
        priority=12,
        built_in=False,
        paragraph=Paragraph(keep_next=True, line=SMALL_LINE, no_hyphens=True),
        character=Character(bold=True, size=6.5),
    ),
    Style(
        id="Referentiegegevens",
        name="Referentiegegevens",
        based_on="Normal",
        priority=12,
        built_in=False,
        paragraph=Paragraph(after=pt(9), line=SMALL_LINE, no_hyphens=True),
        character=SMALL,
    ),
    Style(
        id="Vervolglabel",
        name="Vervolglabel",
        based_on="Referentielabel",
        next="Vervolggegevens",
        priority=12,
        built_in=False,
        paragraph=Paragraph(left=_COLUMN_LEFT, right=-COLUMN, before=0),
    ),
    Style(
        id="Vervolggegevens",
        name="Vervolggegevens",
        based_on="Referentiegegevens",
        priority=12,
        built_in=False,
        paragraph=Paragraph(left=_COLUMN_LEFT, right=-COLUMN, after=pt(4.5)),
    ),
    Style(
        id="Veld",
        name="Veld",
        based_on="Normal",
        priority=12,
        built_in=False,
        paragraph=Paragraph(tabs=(("left", LABEL, "none"),), no_hyphens=True, left=LABEL, hanging=LABEL),
    ),
)


def first_header(controls: Controls) -> str:
    """Return the header of the first page: emblem, wordmark, and CONCEPT on a draft."""
    return header(
        emblem(controls),
        classification(controls),
        paragraph("Woordmerk", controls.text("woordmerk", "Woordmerk", "Naam van het ministerie")),
        concept(controls),
    )


def next_header(controls: Controls) -> str:
    """Return the header of later pages: date and reference beside the text."""
    return header(
        classification(controls),
        paragraph("Vervolglabel", run("Datum")),
        paragraph("Vervolggegevens", controls.text("datum", "Datum", "dag maand jaar")),
        paragraph("Vervolglabel", run("Onze referentie")),
        paragraph("Vervolggegevens", controls.text("referentie", "Onze referentie", "kenmerk")),
        concept(controls),
    )


def page_footer(controls: Controls) -> str:
    """Return the footer of every page."""
    return footer(classification(controls), page_of_pages("Paginanummer"))


def classification(controls: Controls) -> str:
    """Return the paragraph with the rubricering, at the head and the foot of every page."""
    return paragraph("Rubricering", controls.text("rubricering", "Rubricering", "Alleen als die er is"))


def concept(controls: Controls) -> str:
    """Return the paragraph that says CONCEPT on a draft; in a final document it is removed."""
    return paragraph("Concept", controls.text("concept", "Concept", "Alleen bij een concept"))


def particular(controls: Controls, label: str, tag: str, prompt: str) -> str:
    """Return a bold label over its value, for the reference column."""
    return paragraph("Referentielabel", run(label)) + paragraph(
        "Referentiegegevens", controls.text(tag, label, prompt)
    )


def field_line(controls: Controls, label: str, tag: str, prompt: str) -> str:
    """Return a label with its value beside it, for the field block."""
    return paragraph("Veld", run(label), TAB, controls.text(tag, label, prompt))
