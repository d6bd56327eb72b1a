# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The table of mandates, from mandates.yml or typed in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.mission_names import names_of
from jvom.checks.tables import tables_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.dates import write_date
from jvom.messages import msg
from jvom.model import Mission
from jvom.source import Span
from jvom.times import Duration

#: What a message calls the two terms of a row.
TERM_NAMES = {"mandaat": msg("mandaat"), "kader": msg("kader")}


class Cell(msgspec.Struct, frozen=True):
    """A cell of the table: its words and their place."""

    text: str
    span: Span


class Term(msgspec.Struct, frozen=True):
    """How long a mandate or framework lasts, according to the table."""

    duration: Duration
    text: str
    span: Span

    @property
    def until(self) -> date | None:
        return self.duration.until


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table. `mission` comes from the register, and is None when the register doesn't have it.

    `names` are the names of the mission in lower case; `passages` the cells of a typed row.
    """

    id: str
    mission: Mission | None
    names: tuple[str, ...]
    operation: Cell
    region: Cell
    basis: Cell
    mandate: Term | None
    framework: Term | None
    passages: tuple[Passage, ...] = ()

    def terms(self) -> Iterator[tuple[str, Term]]:
        """Yield ``mandaat`` and ``kader``, each with its term, unless the cell is empty."""
        if self.mandate:
            yield "mandaat", self.mandate
        if self.framework:
            yield "kader", self.framework


def table_rows(texts: Texts) -> tuple[Row, ...]:
    """Return the rows of mandates.yml, and those of typed tables with a column for mandates or frameworks."""
    dossier = texts if isinstance(texts, DossierView) else None
    register = dossier.dossier.missions.missions if dossier else ()
    typed = [row for text in texts.texts if text.fragment for row in _typed_rows(text, register)]
    return (*(_data_rows(dossier) if dossier else ()), *typed)


def base_name(operation: str) -> str:
    """Return a printed name without the places in brackets after it."""
    return operation.partition("(")[0].strip()


def places(operation: str) -> tuple[str, ...]:
    """Return the places in brackets after a printed name: "UNTSO (Libanon en Golan)" has two."""
    _, bracket, inside = operation.rstrip().removesuffix(")").rpartition("(")
    if not bracket or not operation.rstrip().endswith(")"):
        return ()
    for joint in (" en ", " & ", "/"):
        inside = inside.replace(joint, ",")
    return tuple(part.strip() for part in inside.split(",") if part.strip())


# --- from the data -------------------------------------------------------------------------------


def _data_rows(dossier: DossierView) -> Iterator[Row]:
    for row in dossier.dossier.mandates.rows:
        mission = dossier.mission.get(row.mission)
        at = row.at
        yield Row(
            id=row.mission,
            mission=mission,
            names=names_of(mission) if mission else (base_name(row.operation).lower(),),
            operation=Cell(row.operation, at.value("operation")),
            region=Cell(row.region, at.value("region")),
            basis=Cell(row.basis, at.value("basis")),
            mandate=Term(row.mandate, _typed_duration(row.mandate), at.value("mandate")),
            framework=Term(row.framework, _typed_duration(row.framework), at.value("framework")),
        )


def _typed_duration(duration: Duration) -> str:
    return write_date(duration.until) if duration.until else duration.word


# --- from a typed table --------------------------------------------------------------------------

_BASIS = ("rechtsb", "rechtsg", "grondslag", "juridische basis")
_OPERATION = frozenset(("inzet", "missie", "missies", "operatie", "operaties", "bijdrage"))
_REGION = frozenset(("locatie", "regio", "gebied", "inzetgebied", "land"))


def _column(head: Passage) -> str:
    """Return what the column below a heading contains; "" when no rule reads it."""
    if any(word.startswith("kader") for word in head.lowered_words):
        return "framework"
    if "mandaat" in head.lowered:
        return "mandate"
    if any(word in head.lowered for word in _BASIS):
        return "basis"
    if not _OPERATION.isdisjoint(head.lowered_words):
        return "operation"
    return "" if _REGION.isdisjoint(head.lowered_words) else "region"


def _typed_rows(text: TextView, register: Iterable[Mission]) -> Iterator[Row]:
    for header, rows in tables_of(text):
        columns: dict[str, int] = {}
        for head in header:
            columns.setdefault(_column(head), head.column)
        region = Cell("", Span(""))
        for cells in rows if "operation" in columns and columns.keys() & {"mandate", "framework"} else ():
            row = _typed_row({cell.column: cell for cell in cells}, columns, region, register)
            region = row.region
            yield row


def _typed_row(
    cells: dict[int, Passage], columns: dict[str, int], above: Cell, register: Iterable[Mission]
) -> Row:
    def cell(name: str) -> Cell:
        passage = cells.get(columns.get(name, -1))
        return Cell(passage.text.strip(), passage.span()) if passage else Cell("", Span(""))

    def term(name: str) -> Term | None:
        passage = cells.get(columns.get(name, -1))
        duration = _read_duration(passage) if passage else None
        return Term(duration, passage.text.strip(), passage.span()) if passage and duration else None

    operation, region = cell("operation"), cell("region")
    base = base_name(operation.text).lower()
    mission = next((each for each in register if base and base in names_of(each)), None)
    return Row(
        id=mission.id if mission else base,
        mission=mission,
        names=names_of(mission) if mission else (base,) if base else (),
        operation=operation,
        region=region if region.text else above,
        basis=cell("basis"),
        mandate=term("mandate"),
        framework=term("framework"),
        passages=tuple(cells.values()),
    )


def _read_duration(passage: Passage) -> Duration | None:
    """Return the duration that a cell gives, None when it gives none; a month lasts until its last day."""
    last = next((each for each in reversed(passage.dates) if each.year and each.month), None)
    if last:
        return Duration(last.days[1]) if last.days else None
    words = passage.lowered.strip()
    if "onbepaald" in words or "geen einddatum" in words:
        return Duration(word="onbepaald")
    if "doorlopend" in words:
        return Duration(word="doorlopend")
    return Duration(word="geen") if words in ("-", "–", "—", "geen", "n.v.t.", "nvt") else None
