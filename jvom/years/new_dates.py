# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``dossier.yml`` for a new year: its dates by the calendar, and open what nobody can know yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from jvom.dossier_ids import DossierId
from jvom.dutch.dates import write_month
from jvom.messages import msg
from jvom.model import DossierData, Record
from jvom.settings import Calendar
from jvom.source import Span
from jvom.times import Month
from jvom.years.tasks import Task
from jvom.years.text_edits import TextEdits

CONFIRM = "# opmerking: bevestigen"

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WEEKS_A_YEAR = 52


class Dates(msgspec.Struct, frozen=True):
    """The dates of a new dossier, and the ids of both; `first` and `last` are the months of its period."""

    old: DossierId
    new: DossierId
    first: Month
    last: Month
    presentation: date
    council: date
    years: tuple[int, int]

    @classmethod
    def of(cls, data: DossierData, calendar: Calendar, old: DossierId, new: DossierId) -> Dates:
        """Return the dates of dossier `new`, as many years after those of `old` as the two are apart."""
        later = new.year - old.year
        first, last = data.period.first, data.period.last
        presentation = calendar.presentation_day(data.presentation_date.year + later)
        return cls(
            old=old,
            new=new,
            first=Month(first.year + later, first.month),
            last=Month(last.year + later, last.month),
            presentation=presentation,
            council=calendar.council_day(presentation),
            years=(min(data.year, first.year), max(data.presentation_date.year, last.year, data.year)),
        )

    @property
    def later(self) -> int:
        """How many years the new dossier is after the old one."""
        return self.new.year - self.old.year

    @property
    def period(self) -> str:
        """The period as a text says it: "mei 2026 tot en met april 2027"."""
        first, last = (write_month(each.year, each.month) for each in (self.first, self.last))
        return f"{first} tot en met {last}"

    def moved(self, text: str) -> str:
        """Return a text in which the years of the old dossier are those of the new one."""

        def move(found: re.Match[str]) -> str:
            year = int(found[0])
            return str(year + self.later) if self.years[0] <= year <= self.years[1] else found[0]

        return _YEAR.sub(move, text)


def new_dossier_yml(data: DossierData, edits: TextEdits, dates: Dates, name: str) -> Iterator[Task]:
    """Edit dossier.yml, and yield what is left to do in it."""
    first, last = data.period.at.value("from"), data.period.at.value("to")
    edits.replace(data.at.value("year"), str(dates.new.year))
    edits.replace(first, f"{dates.first.year:04}-{dates.first.month:02}")
    edits.replace(last, f"{dates.last.year:04}-{dates.last.month:02}")
    edits.replace(data.at.value("presentation_date"), dates.presentation.isoformat())
    edits.replace(data.at.value("council_of_ministers"), dates.council.isoformat())
    yield Task(
        name,
        data.at.value("presentation_date").line,
        msg(
            "kijk na: {first} tot en met {last}, aanbieding op {presentation}, ministerraad op {council}",
            first=dates.first,
            last=dates.last,
            presentation=dates.presentation,
            council=dates.council,
        ),
    )
    yield from _titles(data, edits, dates, name)
    yield from _open(data, edits, name)
    yield from _signatories(data, edits, name)
    yield from _planning(data, edits, dates, name)
    for key in ("first", "previous"):
        if key in data.at.keys:
            edits.remove_key(data.at, key)


def _titles(data: DossierData, edits: TextEdits, dates: Dates, name: str) -> Iterator[Task]:
    titles: list[tuple[Record | None, str]] = [
        (data, "title"),
        (data.letter, "subject"),
        (data.nota, "title"),
        (data.report, "title"),
        (data.report, "subtitle"),
    ]
    for record, key in titles:
        if record is None or key not in record.at.values:
            continue
        place = record.at.values[key]
        typed = edits.typed(place)
        if (moved := dates.moved(typed)) != typed:
            edits.replace(place, moved)
            yield Task(name, place.line, msg("kijk de titel na: {title}", title=moved.strip("'\"")))


def _open(data: DossierData, edits: TextEdits, name: str) -> Iterator[Task]:
    """Open the references and dates of the documents."""
    records: list[Record] = [*data.letter.recipients]
    records += [each for each in (data.nota, data.report) if each is not None]
    opened = 0
    for record in records:
        for key in ("reference", "date"):
            if getattr(record, key, None) is not None:
                edits.replace(record.at.value(key), "null")
                opened += 1
    for recipient in data.letter.recipients:
        _forget(recipient, "your_reference", edits)  # it is that of last year's letter
    for step in data.nota.route if data.nota else ():
        _forget(step, "signed", edits)
        _forget(step, "initial", edits)
    if opened:
        what = msg("vul kenmerken en datums in zodra die er zijn: {count} zijn open", count=opened)
        yield Task(name, 0, what)


def _forget(record: Record, name: str, edits: TextEdits) -> None:
    """Remove a key that is there, unless a list item begins with it."""
    place = record.at.keys.get(name)
    if place and (edits.in_brackets(record.at.span) or edits.own_line(place)):
        edits.remove_key(record.at, name)


def _signatories(data: DossierData, edits: TextEdits, name: str) -> Iterator[Task]:
    signatories = data.at.keys["signatories"]
    if edits.in_brackets(data.at.span):
        edits.insert_line(1, f"{CONFIRM} wie ondertekent")
    elif edits.in_brackets(data.at.value("signatories")):
        edits.insert_line(signatories.line, CONFIRM)
    else:
        _confirm_each(data.at.items["signatories"], edits)
    names = tuple(each.name for each in data.signatories)
    yield Task(name, signatories.line, msg("bevestig wie ondertekent: {names}", names=names))


def _confirm_each(items: tuple[Span, ...], edits: TextEdits) -> None:
    for place in items:
        line = edits.lines[place.line - 1]
        after = line[place.end_column - 1 :] if place.end_line == place.line else "…"
        if after.strip():
            edits.insert_line(place.line, f"{edits.indent(place.line)}{CONFIRM}")
        else:
            end = edits.offset(place.line, len(line) + 1)
            edits.cut(edits.offset(place.line, place.end_column), end, f" {CONFIRM}")


def _planning(data: DossierData, edits: TextEdits, dates: Dates, name: str) -> Iterator[Task]:
    """Move the days of the planning by whole weeks, so that a Friday stays one."""
    if "planning" not in data.at.values:
        return
    place = data.at.values["planning"]
    moved = timedelta(weeks=_WEEKS_A_YEAR * dates.later)
    start, end = edits.offset(place.line, place.column), edits.offset(place.end_line, place.end_column)
    text = "\n".join(edits.lines)
    found = False
    for day in _DAY.finditer(text, start, min(end, len(text))):
        try:
            later = date.fromisoformat(day[0]) + moved
        except ValueError:
            continue
        edits.cut(day.start(), day.end(), later.isoformat())
        found = True
    if found:
        what = msg("kijk de planning na: elke dag is {weeks} weken later", weeks=_WEEKS_A_YEAR * dates.later)
        yield Task(name, place.line, what)
