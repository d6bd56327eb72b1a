# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of changes as a document of its own: texts by section, and data with old and new value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jvom import plan
from jvom.comparing.changes import Changes, SectionChange, State, ValueChange
from jvom.documents.properties import properties
from jvom.dutch.numbers import write_integer
from jvom.dutch.typography import typeset
from jvom.model import DossierData

CONTRACT = plan.Contract(
    template="wijzigingen",
    text=("woordmerk", "titel", "oud", "nieuw", "concept"),
    blocks=("wijzigingen",),
    styles=(
        *("Heading1", "BodyText", "AlineaNaTabel", "ListBullet"),
        *("Rapporttabel", "Tabelkop", "Tabeltekst", "TabelkopGetal", "Tabelgetal"),
    ),
)

STATES: dict[State, str] = {
    "new": "nieuw",
    "gone": "vervallen",
    "moved": "verplaatst",
    "rewritten": "herschreven",
    "changed": "gewijzigd",
}

DATA = (
    ("figures", "Cijfers"),
    ("mandates", "Mandaten"),
    ("people", "Personen en ambten"),
    ("dates", "Data"),
)
"""The fields of `Changes` with values, and their headings."""


def change_list(data: DossierData, changes: Changes, old: str, new: str) -> plan.Document:
    """Return the plan of the list; `old` and `new` say what was compared, `data` is the new dossier's."""
    return plan.Document(
        file=CONTRACT.template,
        template=CONTRACT.template,
        properties=properties(data, f"Wijzigingen {data.short} {data.year}", data.presentation_date),
        text={
            "woordmerk": _words(data.ministry.name),
            "titel": _words(f"Wijzigingen in {data.short} {data.year}"),
            "oud": _words(old),
            "nieuw": _words(new),
            "concept": (),
        },
        blocks={"wijzigingen": tuple(_blocks(changes))},
    )


def label(change: SectionChange) -> str:
    """Return how a section is called: number and title, or the document."""
    return f"{change.number} {change.title}" if change.number else f"{_document(change.document)}"


def _document(name: str) -> str:
    return name[:1].upper() + name[1:].replace("-", " ")


def _blocks(changes: Changes) -> Iterator[plan.Block]:
    if not changes:
        yield plan.Paragraph("BodyText", _words("Er zijn geen verschillen."))
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
        yield from (plan.Paragraph("ListBullet", _words(each)) for each in changes.sources)


def _heading(text: str) -> plan.Paragraph:
    return plan.Paragraph("Heading1", _words(text), heading=1, over_table=True)


def _table(
    heads: tuple[str, ...], widths: tuple[float, ...], rows: Iterable[tuple[str, ...]], numbers: int = 0
) -> plan.Table:
    """Return a table whose last `numbers` columns are set at the right."""

    def row(texts: tuple[str, ...], style: str, number_style: str) -> tuple[plan.Cell, ...]:
        left = len(texts) - numbers
        return tuple(
            plan.Cell((plan.Paragraph(style if column < left else number_style, _words(text)),))
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


def _words(text: str) -> tuple[plan.Inline, ...]:
    return (plan.Run(typeset(text)),) if text else ()
