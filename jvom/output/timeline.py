# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The timeline of the board: milestones and mandates drawn to scale, and beside it the same as a table.

The drawing is plain HTML that screen readers skip; the table has all that it shows. Its roles are written
out: on a narrow screen its cells are set one below the other, and a browser would no longer see a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from jvom.messages import Message, msg
from jvom.output.agenda_words import place, sentence
from jvom.output.localized import Localized
from jvom.years.agenda import Event, months_after

_TIMELINE = msg("Tijdlijn")
_OF_MANDATES = ("mandate", "framework", "letter")
_MOST_TICKS = 6
_EDGE = 0.08
_MARGIN = 1.06
"""How far an axis runs beyond the last mark on it."""


def timeline(events: Sequence[Event], as_of: date, local: Localized) -> str:
    """Return the section with the timeline, from `as_of` on; "" when nothing is to come."""
    if not events:
        return ""
    planned = [event for event in events if event.kind not in _OF_MANDATES]
    ending = [event for event in events if event.kind in _OF_MANDATES]
    return (
        f'<section aria-labelledby="tijdlijn">\n<h2 id="tijdlijn">{_say(_TIMELINE, local)}</h2>\n'
        f"{_milestones(planned, as_of, local)}{_mandates(ending, as_of, local)}"
        f"{_table(events, local)}</section>\n"
    )


def _say(message: Message, local: Localized) -> str:
    return escape(local.say(message))


class _Axis:
    """A scale of days, from `first` up to a little behind the last of `days`."""

    def __init__(self, first: date, days: Iterable[date]) -> None:
        self.first = first
        self.length = max(((day - first).days for day in days), default=0) * _MARGIN or 1

    def at(self, day: date) -> str:
        """Return where a day is, as a percentage; one before the scale is at its beginning."""
        return f"{self._share(day) * 100:.2f}%"

    def _share(self, day: date) -> float:
        return max((day - self.first).days, 0) / self.length

    def _side(self, day: date) -> str:
        """Return to which side the label of a tick goes, so that it stays within the axis."""
        return " right" if self._share(day) < _EDGE else " left" if self._share(day) > 1 - _EDGE else ""

    def ticks(self) -> Iterator[date]:
        """Yield first days of months, at most `_MOST_TICKS` of them."""
        months = max(1, -(-int(self.length) // (30 * _MOST_TICKS)))
        months = next((step for step in (1, 2, 3, 6, 12) if step >= months), -(-months // 12) * 12)
        day = months_after(date(self.first.year, 1, 1), 0)
        while (day - self.first).days <= self.length and day < date(9000, 1, 1):
            if day >= self.first:
                yield day
            day = months_after(day, months)

    def html(self, local: Localized) -> str:
        ticks = "".join(
            f'<span class="tick{self._side(day)}" style="left:{self.at(day)}">'
            f"{escape(local.month(day))}</span>"
            for day in self.ticks()
        )
        return f'<div class="axis"><span></span><span class="track">{ticks}</span><span></span></div>\n'


def _chart(title: Message, key: str, axis: _Axis, rows: Iterable[str], local: Localized) -> str:
    return (
        f'<h3>{_say(title, local)}</h3>\n<div class="chart" aria-hidden="true">\n{key}'
        f"{axis.html(local)}{''.join(rows)}</div>\n"
    )


def _row(label: str, marks: str, words: str) -> str:
    return (
        f'<div class="row"><span>{escape(label)}</span><span class="track">{marks}</span>'
        f"<span>{escape(words)}</span></div>\n"
    )


def _milestones(events: Sequence[Event], as_of: date, local: Localized) -> str:
    if not events:
        return ""
    axis = _Axis(as_of, [event.day for event in events])
    rows = (
        _row(
            sentence(event.what, local),
            f'<span class="dot" style="left:{axis.at(event.day)}"></span>',
            local.short_day(event.day),
        )
        for event in events
    )
    return _chart(msg("Mijlpalen"), "", axis, rows, local)


def _mandates(events: Sequence[Event], as_of: date, local: Localized) -> str:
    if not events:
        return ""
    axis = _Axis(as_of, [event.day for event in events])
    by_mission: dict[str, list[Event]] = {}
    for event in events:
        by_mission.setdefault(event.uid.partition("-")[2], []).append(event)
    rows = []
    for group in by_mission.values():
        marks = "".join(
            f'<span class="bar {kind}" style="width:{axis.at(event.day)}"></span>'
            for kind in ("framework", "mandate")  # the mandate over the framework
            for event in group
            if event.kind == kind
        )
        marks += "".join(
            f'<span class="dot letter" style="left:{axis.at(event.day)}"></span>'
            for event in group
            if event.kind == "letter"
        )
        words = "; ".join(
            local.say(msg("{what} {day}", what=local.say(_KEY[event.kind]), day=local.short_day(event.day)))
            for event in group
        )
        rows.append(_row(group[0].name, marks, words))
    key = (
        f'<p class="key"><span class="bar framework"></span>{_say(_KEY["framework"], local)}'
        f'<span class="bar mandate"></span>{_say(_KEY["mandate"], local)}'
        f'<span class="dot letter"></span>{_say(_KEY["letter"], local)}</p>\n'
    )
    return _chart(msg("Mandaten en nationale kaders"), key, axis, rows, local)


_KEY = {"framework": msg("kader tot"), "mandate": msg("mandaat tot"), "letter": msg("brief voor")}


def _table(events: Sequence[Event], local: Localized) -> str:
    heads = [
        local.say(head)
        for head in (
            msg("Datum"),
            msg("Wat"),
            msg("Paragraaf"),
            msg("Eigenaar"),
            msg("Te doen"),
            msg("Uiterlijk"),
            msg("Bron"),
        )
    ]
    titles = "".join(f'<th scope="col" role="columnheader">{escape(head)}</th>' for head in heads)
    rows = []
    for event in events:
        by = local.say(msg("had al gemoeten")) if event.overdue else local.short_day(event.by)
        cells = (
            sentence(event.what, local),
            place(event.place, local),
            local.listed(event.owners),
            sentence(event.todo, local),
            by,
            local.say(event.source),
        )
        late = ' class="late"' if event.overdue else ""
        told = "".join(
            f'<td role="cell" data-head="{escape(head)}">{escape(cell)}</td>'
            if cell
            else '<td role="cell"></td>'
            for head, cell in zip(heads[1:], cells, strict=True)
        )
        day = f'<th class="day" scope="row" role="rowheader">{escape(local.short_day(event.day))}</th>'
        rows.append(f'<tr role="row"{late}>{day}{told}</tr>\n')
    caption = _say(msg("Alles wat eindigt of klaar moet zijn"), local)
    return (
        f'<h3 id="agenda">{caption}</h3>\n<table class="stacked" role="table" aria-labelledby="agenda">\n'
        f'<thead role="rowgroup"><tr role="row">{titles}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{"".join(rows)}</tbody>\n</table>\n'
    )
