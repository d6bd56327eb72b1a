# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Changes in data: figures, mandates, people and dates with old and new values; new sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from jvom.documents.mandates import write_duration
from jvom.dutch import dates
from jvom.dutch.lists import join
from jvom.dutch.typography import typeset
from jvom.model import Dossier, Figure, Fragment, MandateRow
from jvom.resolving.citations import write_citation
from jvom.resolving.figures import write_figure
from jvom.source import Span
from jvom.text import Citation, FigureUse, Text, walk, walk_blocks

_OPEN = "nog open"
_NONE = "–"


class ValueChange(msgspec.Struct, frozen=True):
    """A changed value, as printed; "–" for none. `of` is the text or operation that it belongs to."""

    what: str
    old: str
    new: str
    of: str = ""


_Values = Mapping[tuple[str, str], str]
"""Printed values, by what they belong to and what they are."""


def _differences(old: _Values, new: _Values) -> tuple[ValueChange, ...]:
    return tuple(
        ValueChange(
            typeset(what), typeset(old.get((of, what), _NONE)), typeset(new.get((of, what), _NONE)), of
        )
        for of, what in dict.fromkeys((*new, *old))
        if old.get((of, what)) != new.get((of, what))
    )


def figure_changes(old: Dossier, new: Dossier) -> tuple[ValueChange, ...]:
    """Return the changed figures, each with the first text that uses it."""
    before, after = _used_figures(old), _used_figures(new)
    places = {name: title for name, (title, _) in (before | after).items()}
    return _differences(
        *(
            {(places[name], name): write_figure(figure) for name, (_, figure) in side.items()}
            for side in (before, after)
        )
    )


def _used_figures(dossier: Dossier) -> dict[str, tuple[str, Figure]]:
    """Return each figure that a text uses, by name in the order of the texts, with the title of the first."""
    used: dict[str, tuple[str, Figure]] = {}
    figures = dossier.figures.figures
    for fragment in dossier.fragments:
        for inline in (*walk(fragment.title), *walk_blocks(fragment.all_blocks)):
            if isinstance(inline, FigureUse) and inline.name in figures:
                used.setdefault(inline.name, (_title(fragment), figures[inline.name]))
    return used


def _title(fragment: Fragment) -> str:
    words = "".join(each.value for each in walk(fragment.title) if isinstance(each, Text))
    return typeset(words) or fragment.id.capitalize()


def mandate_changes(old: Dossier, new: Dossier) -> tuple[ValueChange, ...]:
    """Return the changes in the mandates; a new or deleted row is one change."""
    before, after = ({each.operation: each for each in side.mandates.rows} for side in (old, new))
    found: list[ValueChange] = []
    for operation in dict.fromkeys((*after, *before)):
        one, other = before.get(operation), after.get(operation)
        if one and other:
            found += _differences(dict(_mandate(one)), dict(_mandate(other)))
        else:
            was, now = (_whole(each) if each else _NONE for each in (one, other))
            found.append(ValueChange("nieuw" if other else "vervallen", was, now, operation))
    return tuple(found)


def _mandate(row: MandateRow) -> Iterator[tuple[tuple[str, str], str]]:
    yield (row.operation, "rechtsbasis"), row.basis
    yield (row.operation, "internationaal mandaat"), write_duration(row.mandate)
    yield (row.operation, "nationaal kader"), write_duration(row.framework)


def _whole(row: MandateRow) -> str:
    return typeset("; ".join(value for _, value in _mandate(row)))


def people_changes(old: Dossier, new: Dossier) -> tuple[ValueChange, ...]:
    """Return the changes in signatories, addressees and others named in the data."""
    return _differences(_people(old), _people(new))


def _people(dossier: Dossier) -> _Values:
    data = dossier.data
    found = {f"Ondertekenaar: {each.office}": each.name for each in data.signatories}
    if data.letter.on_behalf_of:
        found["Mede namens"] = join(data.letter.on_behalf_of)
    for recipient in data.letter.recipients:
        found[f"Geadresseerde ({recipient.id})"] = " ".join(recipient.addressee)
    if nota := data.nota:
        found |= {"Nota aan": nota.to, "Nota van": nota.sender, "Nota ondertekend door": nota.signed_by}
        for what, names in (("Nota afgestemd met", nota.coordinated_with), ("Afschrift aan", nota.copy_to)):
            if names:
                found[what] = join(names)
        if nota.drafted_by:
            found["Nota opgesteld door"] = nota.drafted_by
    return {("", what): value for what, value in found.items()}


def date_changes(old: Dossier, new: Dossier) -> tuple[ValueChange, ...]:
    """Return the changed dates of the dossier and its documents; equal changes are combined."""
    together: dict[tuple[str, str], list[str]] = {}
    for each in _differences(_dates(old), _dates(new)):
        together.setdefault((each.old, each.new), []).append(each.what)
    return tuple(
        ValueChange(", ".join((first, *(each.lower() for each in others))), *values)
        for values, (first, *others) in together.items()
    )


def _dates(dossier: Dossier) -> _Values:
    data = dossier.data
    first, last = data.period.first, data.period.last
    months = (dates.write_month(each.year, each.month) for each in (first, last))
    found = {
        "Verslagperiode": " tot en met ".join(months),
        "Ministerraad": dates.write_date(data.council_of_ministers),
        "Aanbieding": dates.write_date(data.presentation_date),
    }
    found |= {f"Brief ({each.id})": _day(each.date) for each in data.letter.recipients}
    if data.nota:
        found["Nota"] = _day(data.nota.date)
    if data.report:
        found["Rapport"] = _day(data.report.date)
    return {("", what): value for what, value in found.items()}


def _day(day: date | None) -> str:
    return dates.write_date(day) if day else _OPEN


def sources_added(old: Dossier, new: Dossier) -> Iterator[str]:
    """Yield the new sources."""
    before = {_source(old, name) for name in old.references.references}
    for name in new.references.references:
        if (source := _source(new, name)) not in before:
            yield typeset(source)


def _source(dossier: Dossier, name: str) -> str:
    reference = dossier.references.references[name]
    citation = Citation(references=(name,), dated=True, span=Span(""))
    printed = "".join(piece.text for piece in write_citation(citation, dossier.references))
    return printed if reference.title in printed else f"{printed}: {reference.title}"
