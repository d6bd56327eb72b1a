# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The table of mandates, from mandates.yml or typed in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.mission_names import names_of
from jvom.checks.tables import tables_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.dates import write_date
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.model import Mission
from jvom.source import Span
from jvom.times import Duration

#: What a message calls the two terms of a row.
TERM_NAMES = {"mandaat": msg("mandaat"), "kader": msg("kader")}


# What is in the brackets at the end of a name, and what is between the parts of that.
_PLACES = pattern(r"\(([^()]*)\)\s*\Z")
_JOINT = pattern(r" en | & |[/,]")


class Cell(msgspec.Struct, frozen=True):
    """A cell of the table: its words and their place."""

    text: str
    span: Span


class Term(msgspec.Struct, frozen=True):
    """How long a mandate or framework lasts, according to the table; of a month, it may end from `first`."""

    duration: Duration
    text: str
    span: Span
    first: date | None = None

    @property
    def until(self) -> date | None:
        return self.duration.until

    def allows(self, duration: Duration) -> bool:
        """Tell whether it may be that duration; what is not a day may be any of its month."""
        if not self.first or not self.until or not duration.until:
            return self.duration == duration
        return self.first <= duration.until <= self.until


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table. `mission` comes from the register, and is None when the register doesn't have it.

    `names` are the names of the mission in lower case; `passages` the cells of a typed row, whose region is
    in one of them.
    """

    id: str
    mission: Mission | None
    names: tuple[str, ...]
    operation: Cell
    basis: Cell
    mandate: Term | None
    framework: Term | None
    region: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def lacks_framework(self) -> bool:
        """Whether the table says that there is no framework."""
        return self.framework is not None and self.framework.duration.word == "geen"

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
    inside = _PLACES.search(operation)
    parts = _JOINT.split(inside[1]) if inside else ()
    return tuple(part.strip() for part in parts if part.strip())


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
            region=row.region,
            basis=Cell(row.basis, at.value("basis")),
            mandate=Term(row.mandate, _typed_duration(row.mandate), at.value("mandate")),
            framework=Term(row.framework, _typed_duration(row.framework), at.value("framework")),
        )


def _typed_duration(duration: Duration) -> str:
    return write_date(duration.until) if duration.until else duration.word


# --- from a typed table --------------------------------------------------------------------------

#: What says in a heading what is in the column below it.
_COLUMNS = {
    "framework": Phrase("kader*"),
    "mandate": Phrase("mandaat*|*mandaat"),
    "basis": Phrase("rechtsb*|rechtsg*|grondslag*", "juridische basis"),
    "operation": Phrase("inzet|missie|missies|operatie|operaties|bijdrage"),
    "region": Phrase("regio"),
}
#: A heading that leaves that to the sentence above the table, and what that may say.
_ENDS = Phrase(
    "{start} laatste dag|datum {end}", "{start} einddatum|einde|eindigt|afloop|duur|looptijd {end}"
)
_SUBJECTS = {"mandate": Phrase("mandaat|mandaten"), "framework": Phrase("kader|kaders")}
#: How a cell says that there is no end, or nothing; a month lasts until its last day.
_NO_END = Phrase("onbepaald*|doorlopend*", "geen einddatum")
_NOTHING = Phrase("{start} -|–|—|geen|nvt {end}", "{start} n.v.t. {end}")


def column_of(head: Passage) -> str:
    """Return what the column below a heading contains, as a name of `Row`; "" when no rule reads it."""
    return next((name for name, phrase in _COLUMNS.items() if phrase.find_in(head)), "")


def _typed_rows(text: TextView, register: Iterable[Mission]) -> Iterator[Row]:
    for header, rows in tables_of(text):
        columns = {column_of(head): head.column for head in reversed(header)}
        if columns.keys().isdisjoint(("mandate", "framework")):
            columns |= _announced(text, header)
        for cells in rows if "operation" in columns and columns.keys() & {"mandate", "framework"} else ():
            by_column = {cell.column: cell for cell in cells}
            named = {name: by_column[at] for name, at in columns.items() if at in by_column}
            yield _typed_row(named, tuple(cells), register)


def _announced(text: TextView, header: Sequence[Passage]) -> dict[str, int]:
    """Return the column with ends, when the paragraph above says of what: "de einddata van mandaten"."""
    ends = [head.column for head in header if _ENDS.find_in(head)]
    if len(ends) != 1:
        return {}
    above = text.passages[text.passages.index(header[0]) - 1]
    told = [name for name in ("mandate", "framework") if _SUBJECTS[name].find_in(above)]
    return {told[0]: ends[0]} if len(told) == 1 and above.kind == "paragraph" else {}


def _typed_row(cells: dict[str, Passage], passages: tuple[Passage, ...], register: Iterable[Mission]) -> Row:
    def cell(name: str) -> Cell:
        return Cell(cells[name].text.strip(), cells[name].span()) if name in cells else Cell("", Span(""))

    def term(name: str) -> Term | None:
        duration, first = _read_duration(cells[name]) if name in cells else (None, None)
        return Term(duration, cell(name).text, cell(name).span, first) if duration else None

    base = base_name(cell("operation").text).lower()
    mission = next((each for each in register if base in names_of(each)), None)
    return Row(
        id=mission.id if mission else base,
        mission=mission,
        names=names_of(mission) if mission else (base,) if base else (),
        operation=cell("operation"),
        basis=cell("basis"),
        mandate=term("mandate"),
        framework=term("framework"),
        passages=passages,
    )


def _read_duration(passage: Passage) -> tuple[Duration | None, date | None]:
    """Return the duration that a cell gives, None when it gives none; and the first day it may end on."""
    if days := next((each.days for each in reversed(passage.dates) if each.month and each.days), None):
        return Duration(days[1]), days[0]
    if _NO_END.find_in(passage):
        return Duration(word="onbepaald"), None
    return (Duration(word="geen") if _NOTHING.find_in(passage) else None), None
