# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of changes as a document: changed sections, and data with old and new values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

import msgspec

from jvom import plan
from jvom.comparing.changes import Changes
from jvom.comparing.data_changes import ValueChange
from jvom.comparing.section_changes import FLOW, SectionChange, State
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

TEXTS = ("Tekst", "Wat er gebeurde", "Erbij", "Eraf")
"""The columns of the list of texts; the last two count words."""
VALUES = ("Oud", "Nieuw")

DATA = (
    ("figures", "Cijfers", ("Tekst", "Cijfer")),
    ("mandates", "Mandaten", ("Operatie", "Wat")),
    ("people", "Personen en ambten", ("Wie",)),
    ("dates", "Data", ("Wat",)),
)
"""The fields of `Changes` with values, their headings, and the columns before the values."""


_HEAD_STYLES = ("Tabelkop", "TabelkopGetal")
_TEXT_STYLES = ("Tabeltekst", "Tabelgetal")


class Compared(msgspec.Struct, frozen=True):
    """The titles of both sides, the date of the revisions, and the data of a dossier, if there is one."""

    old: str
    new: str
    moment: datetime
    data: DossierData | None


def change_list(changes: Changes, compared: Compared) -> plan.Document:
    """Plan the list of changes."""
    data = compared.data
    return flow(
        CONTRACT.template,
        f"Wijzigingen in {data.short} {data.year}" if data else "Wijzigingen",
        tuple(_blocks(changes)),
        compared,
    )


def flow(file: str, title: str, blocks: tuple[plan.Block, ...], compared: Compared) -> plan.Document:
    """Plan a document with a title, the names of both sides, and these blocks."""
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
    """Return the number and title of a section, or the title of its document."""
    named = bool(change.number or change.bookmark)
    return f"{change.number} {change.title}".strip() if named else document_title(change.document)


def state(change: SectionChange) -> str:
    """Describe what happened to a section, in Dutch."""
    was = f" (was {change.former_number.rstrip('.')})" if change.former_number else ""
    return f"{STATES[change.state]}{was}"


def cells(change: ValueChange, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the row of a changed value, in a table with these columns before the values."""
    return (*((change.of,) if len(columns) > 1 else ()), change.what, change.old, change.new)


def document_title(name: str) -> str:
    """Return the title of a document: "Brief eerste kamer"."""
    return name[:1].upper() + name[1:].replace("-", " ")


def _blocks(changes: Changes) -> Iterator[plan.Block]:
    if not changes:
        yield plan.Paragraph("BodyText", typeset_words("Er zijn geen verschillen."))
        return
    if changes.sections:
        yield _heading("Teksten, in woorden")
        rows = (
            (label(each), state(each), write_integer(each.added), write_integer(each.removed))
            for each in changes.sections
        )
        yield _table(TEXTS, (0.52, 0.24, 0.12, 0.12), rows, numbers=2)
    for name, title, columns in DATA:
        values: tuple[ValueChange, ...] = getattr(changes, name)
        if values:
            yield _heading(title)
            widths = (0.32, 0.24, 0.22, 0.22) if len(columns) > 1 else (0.44, 0.28, 0.28)
            yield _table((*columns, *VALUES), widths, (cells(each, columns) for each in values))
    if changes.sources:
        yield _heading("Bronnen erbij")
        yield from (plan.Paragraph("ListBullet", typeset_words(each)) for each in changes.sources)


def _heading(text: str) -> plan.Paragraph:
    return plan.Paragraph("Heading1", typeset_words(text), heading=1, over_table=True)


def _table(
    heads: tuple[str, ...], widths: tuple[float, ...], rows: Iterable[tuple[str, ...]], numbers: int = 0
) -> plan.Table:
    """Make a table with `numbers` right-aligned columns at the end; equal cells in the first are merged."""

    def cell(text: str, column: int, styles: tuple[str, str], height: int = 1) -> plan.Cell:
        style = styles[column >= len(heads) - numbers]
        return plan.Cell((plan.Paragraph(style, typeset_words(text)),), rows=height)

    def body(row: tuple[str, ...], same: int) -> Iterator[plan.Cell]:
        """Yield the cells of a row; the first spans `same` rows, or is left out (0) below such a cell."""
        if same:
            yield cell(row[0], 0, _TEXT_STYLES, same)
        yield from (cell(text, column, _TEXT_STYLES) for column, text in enumerate(row[1:], 1))

    groups = [list(group) for _, group in groupby(rows, lambda row: row[0])]
    return plan.Table(
        style="Rapporttabel",
        widths=widths,
        header=(tuple(cell(head, column, _HEAD_STYLES) for column, head in enumerate(heads)),),
        rows=tuple(
            tuple(body(row, 0 if place else len(group)))
            for group in groups
            for place, row in enumerate(group)
        ),
        title=heads[0],
        description=f"Tabel met de kolommen {', '.join(heads)}.",
    )
