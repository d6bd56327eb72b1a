# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The nota: the internal memo on which the minister decides."""

from __future__ import annotations

import msgspec

from jvom import plan
from jvom.documents import own_texts
from jvom.documents.content import STYLES, Writer, draft_margin
from jvom.documents.document_type import DocumentType, Variant
from jvom.documents.properties import properties
from jvom.documents.spacing import keep_with_next
from jvom.dutch.dates import write_date
from jvom.dutch.lists import join
from jvom.dutch.placeholders import OPEN_PLACE
from jvom.model import Dossier, Nota
from jvom.woo import article

CONTRACT = plan.Contract(
    template="nota",
    text=(
        "woordmerk", "soort", "aan", "van", "afgestemd-met", "afschrift-aan", "doel", "datum", "referentie",
        "opgesteld-door", "bijlagen", "betreft", "ondertekend-hoe", "ondertekenaar-ambt", "concept",
    ),
    blocks=("tekst", "legenda"),
    styles=(*STYLES, "Heading1"),
    later_text=("rubricering",),
    later_blocks=("route",),
    later_pictures=("embleem",),
)  # fmt: skip


def _nota(dossier: Dossier, variant: Variant) -> tuple[plan.Document, ...]:
    """Return the plan of the nota; without a drafter it prints the legal ground for withholding the name."""
    data = dossier.data.nota
    if data is None:
        return ()
    margin = draft_margin(dossier, variant, NOTA.kind)
    writer = Writer(dossier, variant.public, margin, with_sources=variant.with_sources)
    body = writer.blocks(dossier.texts[NOTA.kind])
    withheld = f"Niet openbaar (Woo, {article(writer.ground)})"
    document = plan.Document(
        file=NOTA.kind,
        template=CONTRACT.template,
        properties=properties(dossier.data, data.title, data.date, "Nota"),
        text={
            "woordmerk": writer.words(dossier.data.ministry.name),
            "soort": writer.words(own_texts.NOTA),
            "aan": writer.words(data.to),
            "van": writer.words(data.sender),
            "afgestemd-met": writer.words(join(data.coordinated_with)),
            "afschrift-aan": writer.words(join(data.copy_to)),
            "doel": writer.words(data.purpose),
            "datum": writer.date(data.date),
            "referentie": writer.words(data.reference or OPEN_PLACE),
            "opgesteld-door": writer.words(data.drafted_by or withheld),
            "bijlagen": writer.words(str(data.attachments) if data.attachments else ""),
            "betreft": writer.words(data.title),
            "ondertekend-hoe": writer.words(data.signed_how),
            "ondertekenaar-ambt": writer.words(data.signed_by),
            "rubricering": writer.words(dossier.data.classification_of(data)),
            "concept": writer.words("CONCEPT" if variant.draft else ""),
        },
        blocks={
            "route": _route(writer, data),
            "tekst": keep_with_next(_with_headings(margin.begin(body) if margin else body)),
        },
    )
    return (document,)


def _route(writer: Writer, nota: Nota) -> tuple[plan.Block, ...]:
    """Return the block of initials: a row for each office, with room to write what is not there yet."""
    if not nota.route:
        return ()
    rows = tuple(
        tuple(
            plan.Cell((plan.Paragraph("Tabeltekst", content),))
            for content in (
                writer.words(step.office),
                writer.words(write_date(step.signed) if step.signed else ""),
                writer.words(step.initial) or (plan.LineBreak(),),  # two lines high: room to write
            )
        )
        for step in nota.route
    )
    table = plan.Table(
        style="Rapporttabel",
        widths=(0.5, 0.25, 0.25),
        header=(
            tuple(
                plan.Cell((plan.Paragraph("Tabelkop", writer.words(head)),)) for head in own_texts.ROUTE_HEADS
            ),
        ),
        rows=rows,
        title=own_texts.ROUTE,
        description="Tabel met wie de nota parafeert: functie, datum en paraaf.",
    )
    return (table,)


def _needs(dossier: Dossier) -> tuple[str, ...]:
    data = dossier.data.nota
    if data is None:
        return ()
    found = ["rubricering"] if dossier.data.classification_of(data) else []
    return (*found, *(["route"] if data.route else []))


def _with_headings(blocks: tuple[plan.Block, ...]) -> tuple[plan.Block, ...]:
    """Return the blocks with sub-headings raised to Heading 1: a nota has no headings above them."""
    return tuple(
        msgspec.structs.replace(block, style="Heading1", heading=1)
        if isinstance(block, plan.Paragraph) and block.style == "Tussenkop2"
        else block
        for block in blocks
    )


NOTA = DocumentType(kind="nota", contract=CONTRACT, plans=_nota, needs=_needs)
