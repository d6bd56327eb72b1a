# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether owners, planning and approvals speak of owners, texts and days that can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jvom.messages import did_you_mean, msg
from jvom.model import EVERY_TEXT, Dossier
from jvom.resolving.unknown_ids import define_in, define_section, unknown_id
from jvom.source import Problem, Span


def planning_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield a problem for each unknown owner or text, and for each day that does not fit the others."""
    yield from _unknown_owners(dossier)
    yield from _owners_without_texts(dossier)
    yield from _unknown_texts(dossier)
    yield from _days(dossier)


def _unknown_owners(dossier: Dossier) -> Iterator[Problem]:
    """Yield the owners that the register does not have; without a register owners are free."""
    if dossier.owners is None:
        return
    known = set(dossier.owners.ids)
    for name, place in _named_owners(dossier):
        if name not in known:
            yield unknown_id(place, msg("de eigenaar"), name, known, define_in(dossier, "owners.yml", name))


def _named_owners(dossier: Dossier) -> Iterator[tuple[str, Span]]:
    """Yield every owner that texts, planning and approvals name, and where."""
    for fragment in dossier.fragments:
        for number, name in enumerate(fragment.owners):
            yield name, fragment.front.at.item("owner", number)
    planning = dossier.data.planning
    for name in planning.owners:
        yield name, planning.at.entry("owners", name)
    if isinstance(planning.approvals, tuple):
        for number, name in enumerate(planning.approvals):
            yield name, planning.at.item("approvals", number)
    else:
        for text, names in planning.approvals.items():
            for name in names:
                yield name, planning.at.entry("approvals", text)
    for approval in dossier.approvals.approvals:
        yield approval.by, approval.at.value("by")


def _owners_without_texts(dossier: Dossier) -> Iterator[Problem]:
    """Yield the days of owners who have nothing to deliver."""
    planning = dossier.data.planning
    with_texts = {name for fragment in dossier.fragments for name in fragment.owners}
    registered = None if dossier.owners is None else set(dossier.owners.ids)
    for name in planning.owners:
        if name not in with_texts and (registered is None or name in registered):
            yield Problem(
                planning.at.entry("owners", name),
                msg("«{name}» levert in dit dossier geen tekst", name=name),
                did_you_mean(name, with_texts, msg("haal de dag weg, of zet owner in de tekst")),
            )


def _unknown_texts(dossier: Dossier) -> Iterator[Problem]:
    known = {fragment.id for fragment in dossier.fragments}
    planning = dossier.data.planning
    named = [(each.text, each.at.value("text")) for each in dossier.approvals.approvals]
    if not isinstance(planning.approvals, tuple):
        texts = (text for text in planning.approvals if text != EVERY_TEXT)
        named += ((text, planning.at.entry("approvals", text)) for text in texts)
    for name, place in named:
        if name not in known:
            yield unknown_id(place, msg("de tekst"), name, known, define_section(dossier, name))


def _days(dossier: Dossier) -> Iterator[Problem]:
    data = dossier.data
    planning = data.planning
    days: list[tuple[date, Span]] = []
    if planning.texts:
        days.append((planning.texts, planning.at.value("texts")))
    if planning.review:
        days.append((planning.review, planning.at.value("review")))
    days += ((day, planning.at.entry("owners", name)) for name, day in planning.owners.items())
    days += ((each.date, each.at.value("date")) for each in planning.milestones)
    for day, place in days:
        if day > data.presentation_date:
            yield Problem(
                place,
                msg("deze dag ligt na de aanbieding aan de Kamers, {date}", date=data.presentation_date),
                msg("plan die eerder, of verbeter presentation_date"),
            )
    if planning.texts and planning.review and planning.texts > planning.review:
        yield Problem(
            planning.at.value("texts"),
            msg("de teksten komen na de dag waarop ze nagekeken zijn, {date}", date=planning.review),
            msg("zet texts voor review"),
        )
