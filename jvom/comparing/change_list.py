# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of changes as a document of its own: texts by section, and data with old and new value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from jvom import plan
from jvom.comparing.changes import FLOW, Changes, SectionChange, State, ValueChange
from jvom.documents.typeset_words import typeset_words
from jvom.dutch.numbers import write_integer
from jvom.model import DossierData

CONTRACT = plan.Contract(
    template="wijzigingen",
    text=("woordmerk", "titel", "oud", "nieuw", "concept"),
    blocks=(FLOW,),
    styles=(
        *("Heading1", "Heading2", "Heading3", "Tussenkop2", "Tussenkop3", "Tussenkop4", "Tussenkop5"),
        *("BodyText", "AlineaNaTabel", "Quote", "ListBullet", "ListBullet2", "ListNumber", "ListNumber2"),
        *("ListContinue", "ListContinue2", "Rapporttabel", "Tabelkop", "Tabeltekst", "TabelkopGetal"),
        *("Tabelgetal", "Emphasis", "Strong", "Hyperlink", "FootnoteText", "FootnoteReference", "Gelakt"),
    ),
)

STATES: dict[State, str] = {
    "new": "nieuw",
    "gone": "vervallen",
    "moved": "verplaatst",
    "rewritten": "herschreven",
    "changed": "gewijzigd",
    "restyled": "andere opmaak",
}

DATA = (
    ("figures", "Cijfers"),
    ("mandates", "Mandaten"),
    ("people", "Personen en ambten"),
    ("dates", "Data"),
)
"""The fields of `Changes` with values, and their headings."""


class Compared(msgspec.Struct, frozen=True):
    """What the list says of both sides: their titles, the date, and the data of a dossier if one is there."""

    old: str
    new: str
    moment: datetime
    data: DossierData | None


def change_list(changes: Changes, compared: Compared) -> plan.Document:
    """Return the plan of the list."""
    data = compared.data
    return flow(
        CONTRACT.template,
        f"Wijzigingen in {data.short} {data.year}" if data else "Wijzigingen",
        tuple(_blocks(changes)),
        compared,
    )


def flow(file: str, title: str, blocks: tuple[plan.Block, ...], compared: Compared) -> plan.Document:
    """Return the plan of a document with a title, what was compared, and blocks."""
    data = compared.data
    return plan.Document(
        file=file,
        template=CONTRACT.template,
        properties=plan.Properties(
            title=title, subject=f"{data.title} {data.year}" if data else title, created=compared.moment
        ),
        text={
            "woordmerk": typeset_words(data.ministry.name if data else ""),
            "titel": typeset_words(title),
            "oud": typeset_words(compared.old),
            "nieuw": typeset_words(compared.new),
            "concept": (),
        },
        blocks={FLOW: blocks},
    )


def label(change: SectionChange) -> str:
    """Return how a section is called: number and title, or the document."""
    named = bool(change.number or change.bookmark)
    return f"{change.number} {change.title}".strip() if named else document_title(change.document)


def document_title(name: str) -> str:
    """Return how a document is called: "Brief eerste kamer"."""
    return name[:1].upper() + name[1:].replace("-", " ")


def _blocks(changes: Changes) -> Iterator[plan.Block]:
    if not changes:
        yield plan.Paragraph("BodyText", typeset_words("Er zijn geen verschillen."))
        return
    if changes.sections:
        yield _heading("Teksten")
        yield _table(
            ("Tekst", "Wat er gebeurde", "Woorden erbij", "Woorden eraf"),
            (0.46, 0.2, 0.17, 0.17),
            (
                (label(each), STATES[each.state], write_integer(each.added), write_integer(each.removed))
                for each in changes.sections
            ),
            numbers=2,
        )
    for name, title in DATA:
        values: tuple[ValueChange, ...] = getattr(changes, name)
        if values:
            yield _heading(title)
            rows = ((each.what, each.old, each.new) for each in values)
            yield _table(("Wat", "Oud", "Nieuw"), (0.36, 0.32, 0.32), rows)
    if changes.sources:
        yield _heading("Bronnen erbij")
        yield from (plan.Paragraph("ListBullet", typeset_words(each)) for each in changes.sources)


def _heading(text: str) -> plan.Paragraph:
    return plan.Paragraph("Heading1", typeset_words(text), heading=1, over_table=True)


def _table(
    heads: tuple[str, ...], widths: tuple[float, ...], rows: Iterable[tuple[str, ...]], numbers: int = 0
) -> plan.Table:
    """Return a table whose last `numbers` columns are set at the right."""

    def row(texts: tuple[str, ...], style: str, number_style: str) -> tuple[plan.Cell, ...]:
        left = len(texts) - numbers
        return tuple(
            plan.Cell((plan.Paragraph(style if column < left else number_style, typeset_words(text)),))
            for column, text in enumerate(texts)
        )

    return plan.Table(
        style="Rapporttabel",
        widths=widths,
        header=(row(heads, "Tabelkop", "TabelkopGetal"),),
        rows=tuple(row(texts, "Tabeltekst", "Tabelgetal") for texts in rows),
        title=heads[0],
        description=f"Tabel met de kolommen {', '.join(heads)}.",
    )
