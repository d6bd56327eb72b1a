# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The inventory of the public version: which documents there are, and what is gone from each on which ground.

It is made of the public documents alone, so it says nothing of the words that are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from jvom import plan
from jvom.documents.bars import Passage, passages
from jvom.documents.properties import properties
from jvom.documents.typeset_words import typeset_words
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.dutch.dates import write_date
from jvom.dutch.numbers import write_integer
from jvom.model import Dossier
from jvom.woo import GROUNDS, article, in_order

CONTRACT = plan.Contract(
    template="inventarislijst",
    text=("woordmerk", "titel", "dossier", "aanbieding", "paginering", "concept"),
    blocks=("documenten", "passages", "gronden"),
    styles=("BodyText", "Rapporttabel", "Tabelkop", "TabelkopGetal", "Tabeltekst", "Tabelgetal"),
)

Pages: TypeAlias = Literal["exact", "estimate"]

_PAGES: Mapping[Pages, str] = {
    "exact": "zoals LibreOffice de documenten opmaakt",
    "estimate": "geschat",
}


class WithheldPassages(msgspec.Struct, frozen=True, kw_only=True):
    """What is gone from one section on one page, on one ground."""

    page: Annotated[int, Meta(ge=0, description="De bladzijde, zoals die op het document staat.")]
    section: Annotated[
        str, Meta(description="Het nummer van de paragraaf of anders de kop; leeg als er geen is.")
    ]
    ground: Annotated[str, Meta(description="De grond uit de Woo, als code.")]
    passages: Annotated[int, Meta(ge=1, description="Hoeveel passages daar op die grond gelakt zijn.")]
    bookmarks: Annotated[
        tuple[str, ...],
        Meta(description="De bladwijzers in het Word-bestand; een veld in de kop heeft er geen."),
    ]


class ListedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the public version, and what is gone from it."""

    document: Annotated[str, Meta(description="De naam van het bestand, zonder .docx of .pdf.")]
    kind: Annotated[str, Meta(description="De soort: Brief, Nota, Rapport.")]
    title: Annotated[str, Meta(description="De titel.")]
    date: Annotated[date | None, Meta(description="De datum; null zolang die open is.")]
    disclosure: Annotated[Literal["openbaar", "deels openbaar"], Meta(description="Of er iets in gelakt is.")]
    grounds: Annotated[
        tuple[str, ...], Meta(description="De gronden die voorkomen, in de volgorde van de wet.")
    ]
    passages: Annotated[int, Meta(ge=0, description="Hoeveel passages er gelakt zijn.")]
    withheld: Annotated[
        tuple[WithheldPassages, ...], Meta(description="Wat gelakt is, op volgorde van bladzijde.")
    ]


class ListedGround(msgspec.Struct, frozen=True, kw_only=True):
    """A ground that occurs in the documents."""

    ground: Annotated[str, Meta(description="De code.")]
    article: Annotated[str, Meta(description="De plaats in de Wet open overheid.")]
    protects: Annotated[str, Meta(description="Wat de grond beschermt, in het kort.")]


class Inventory(msgspec.Struct, frozen=True, kw_only=True):
    """The inventory as a program reads it."""

    schema_version: Annotated[Literal[1], Meta(description="De versie van deze vorm.")] = 1
    dossier: Annotated[str, Meta(description="Het dossier.")]
    title: Annotated[str, Meta(description="De titel van het dossier, met het jaar.")]
    pages: Annotated[
        Pages, Meta(description="Hoe de bladzijden bepaald zijn: exact (LibreOffice) of estimate (geschat).")
    ]
    documents: Annotated[tuple[ListedDocument, ...], Meta(description="De documenten, in volgorde.")]
    grounds: Annotated[
        tuple[ListedGround, ...], Meta(description="De gronden die voorkomen, in de volgorde van de wet.")
    ]


def inventory(
    dossier: Dossier,
    id: str,
    documents: Iterable[plan.Document],
    pages: Pages,
    places: Mapping[str, Mapping[str, int]],
) -> Inventory:
    """Return the inventory of public documents that were made by :func:`jvom.documents.bars.with_places`.

    `places` has the page of each bookmark, by document; `pages` says how they were found.
    """
    days = {write_date(day): day for day in _days(dossier) if day is not None}
    listed = tuple(_listed(document, places.get(document.file, {}), days) for document in documents)
    found = {ground for each in listed for ground in each.grounds}
    return Inventory(
        dossier=id,
        title=f"{dossier.data.title} {dossier.data.year}",
        pages=pages,
        documents=listed,
        grounds=tuple(
            ListedGround(ground=ground, article=article(ground), protects=GROUNDS[ground])
            for ground in in_order(found)
        ),
    )


def _days(dossier: Dossier) -> Iterator[date | None]:
    yield from (recipient.date for recipient in dossier.data.letter.recipients)
    yield from (record.date for record in (dossier.data.nota, dossier.data.report) if record is not None)


def _listed(document: plan.Document, places: Mapping[str, int], days: Mapping[str, date]) -> ListedDocument:
    found = list(passages(document))
    printed = plan.plain_text(document.text.get("datum", ())).replace(NO_BREAK_SPACE, " ")
    return ListedDocument(
        document=document.file,
        kind=document.properties.category,
        title=document.properties.title,
        date=days.get(printed),
        disclosure="deels openbaar" if found else "openbaar",
        grounds=tuple(in_order({each.ground for each in found})),
        passages=len(found),
        withheld=tuple(_by_place(found, places)),
    )


def _by_place(found: Iterable[Passage], places: Mapping[str, int]) -> Iterator[WithheldPassages]:
    # A field without a bookmark is at the head of its document.
    together: dict[tuple[int, str, str], list[Passage]] = {}
    for each in found:
        key = (places.get(each.bookmark, 1), each.section, each.ground)
        together.setdefault(key, []).append(each)
    for (page, section, ground), group in sorted(together.items(), key=lambda item: item[0][0]):
        yield WithheldPassages(
            page=page,
            section=section,
            ground=ground,
            passages=len(group),
            bookmarks=tuple(each.bookmark for each in group if each.bookmark),
        )


# --- as a document -------------------------------------------------------------------------------


def inventory_document(dossier: Dossier, listed: Inventory) -> plan.Document:
    """Return the plan of the inventory."""
    data = dossier.data
    return plan.Document(
        file=CONTRACT.template,
        template=CONTRACT.template,
        properties=properties(
            data, f"Inventarislijst {data.short} {data.year}", data.presentation_date, "Inventarislijst"
        ),
        text={
            "woordmerk": typeset_words(data.ministry.name),
            "titel": typeset_words("Inventarislijst bij de openbare versie"),
            "dossier": typeset_words(listed.title),
            "aanbieding": typeset_words(write_date(data.presentation_date)),
            "paginering": typeset_words(_PAGES[listed.pages]),
            "concept": (),
        },
        blocks={
            "documenten": (_documents(listed),),
            "passages": (_passages(listed),) if listed.grounds else _nothing(),
            "gronden": (_grounds(listed),) if listed.grounds else _nothing(),
        },
    )


def _nothing() -> tuple[plan.Block, ...]:
    return (plan.Paragraph("BodyText", typeset_words("Er is niets gelakt.")),)


def _documents(listed: Inventory) -> plan.Table:
    return _table(
        "Documenten",
        "Tabel met de documenten van de openbare versie: datum, beoordeling, aantal passages en gronden.",
        (("Document", 0.34), ("Datum", 0.17), ("Beoordeling", 0.18), ("Passages", 0.15), ("Gronden", 0.16)),
        (
            (
                f"{each.title} ({each.document})",
                write_date(each.date) if each.date else "–",
                each.disclosure,
                write_integer(each.passages),
                ", ".join(each.grounds) or "–",
            )
            for each in listed.documents
        ),
        numbers=(3,),
    )


def _passages(listed: Inventory) -> plan.Table:
    return _table(
        "Gelakte passages",
        "Tabel met wat gelakt is: document, bladzijde, paragraaf, grond en aantal passages.",
        (("Document", 0.26), ("Bladzijde", 0.14), ("Paragraaf", 0.34), ("Grond", 0.12), ("Passages", 0.14)),
        (
            (
                document.document,
                write_integer(each.page),
                each.section or "–",
                each.ground,
                write_integer(each.passages),
            )
            for document in listed.documents
            for each in document.withheld
        ),
        numbers=(4,),
    )


def _grounds(listed: Inventory) -> plan.Table:
    return _table(
        "Gronden",
        "Tabel met de gronden: code, artikel van de Wet open overheid en wat de grond beschermt.",
        (("Grond", 0.12), ("Wet open overheid", 0.34), ("Beschermt", 0.54)),
        ((each.ground, each.article, each.protects) for each in listed.grounds),
    )


def _table(
    title: str,
    description: str,
    columns: tuple[tuple[str, float], ...],
    rows: Iterable[tuple[str, ...]],
    numbers: tuple[int, ...] = (),
) -> plan.Table:
    """Return a table of words; `numbers` are the columns at the right."""

    def row(texts: Iterable[str], styles: tuple[str, str]) -> tuple[plan.Cell, ...]:
        return tuple(
            plan.Cell((plan.Paragraph(styles[column in numbers], typeset_words(text)),))
            for column, text in enumerate(texts)
        )

    return plan.Table(
        style="Rapporttabel",
        widths=tuple(width for _, width in columns),
        header=(row((head for head, _ in columns), ("Tabelkop", "TabelkopGetal")),),
        rows=tuple(row(texts, ("Tabeltekst", "Tabelgetal")) for texts in rows),
        title=title,
        description=description,
    )
