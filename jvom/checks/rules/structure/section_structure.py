# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How a text is built up: missing openings, empty sections, skipped levels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from jvom.analysis.passages import Passage
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, TextView
from jvom.model import OutlineEntry
from jvom.settings import RegionOpening
from jvom.text import Heading


@rule("STR004", WARNING, Scope.DOSSIER)
def opening_missing(dossier: DossierView) -> Iterator[Violation]:
    """A fixed beginning or end is missing."""
    shape = dossier.settings.report
    if shape.region_opening.begins:
        yield from _regions_without_opening(dossier, shape.region_opening)
    chapters = dossier.data.outline
    if not chapters:
        return
    ends = ("beginning", chapters[0], shape.opens_with), ("end", chapters[-1], shape.closes_with)
    for wording, entry, wanted in ends:
        text = dossier.text(entry.id)
        if text and wanted and not text.title.lower().startswith(wanted):
            yield violation(entry.at.value("id"), wording, what=wanted[0])


def _regions_without_opening(dossier: DossierView, wanted: RegionOpening) -> Iterator[Violation]:
    for entry, level in dossier.outline:
        text = dossier.text(entry.id)
        if text is None or level < 2 or not any(_is_mission(dossier, below) for below in entry.sections):
            continue
        first = entry.sections[0]
        opening = [text] + ([] if _is_mission(dossier, first) else [dossier.text(first.id)])
        headings = (each.text.strip() for view in opening if view for each in view.passages_of("heading"))
        if not any(heading.startswith(wanted.begins) for heading in headings):
            heading = wanted.one_mission or wanted.more_missions or wanted.begins
            yield violation(text.title_span, "region", heading=heading)


def _is_mission(dossier: DossierView, entry: OutlineEntry) -> bool:
    text = dossier.text(entry.id)
    return bool(text and text.missions)


@rule("STR006", ERROR, Scope.FRAGMENT, loose=WARNING)
def empty_section(text: TextView) -> Iterator[Violation]:
    """There is nothing under a heading."""
    blocks = text.blocks
    headings = {id(each.block): each.text for each in text.passages_of("heading")}
    is_of_report = text.document == "rapport" and text.fragment
    if is_of_report and not blocks and text.id not in text.texts.with_sections:
        yield violation(text.title_span, "no-text")
    for block, after in zip_longest(blocks, blocks[1:]):
        if not isinstance(block, Heading):
            continue
        if text.document == "tekst" and _holds(headings[id(block)], headings.get(id(after), "")):
            continue
        if after is None or (isinstance(after, Heading) and after.level <= block.level):
            yield violation(block.span, "nothing-below")


_DIVISIONS = ("Artikel ", "Paragraaf ", "Afdeling ", "Titel ", "Hoofdstuk ", "§")


def _holds(heading: str, after: str) -> bool:
    """Tell whether a heading is of the next: in a law or circular all may have one level."""
    is_part = after.startswith(_DIVISIONS) or after[:1].isdecimal()
    is_number = heading.startswith((*_DIVISIONS, "Bijlage ")) and len(heading.split()) == 2
    return after != "" and (is_number or (is_part and not heading[:1].isdecimal()))


@rule("STR007", WARNING, Scope.FRAGMENT)
def level_skipped(text: TextView) -> Iterator[Violation]:
    """A level is skipped between two headings."""
    above: Passage | None = None
    for heading in text.passages_of("heading"):
        level = level_of(heading)
        highest = level_of(above) + 1 if above else (2 if text.document != "tekst" else level)
        if level > highest:
            yield violation(heading.span(), level=level, highest=highest)
        above = heading


@rule("STR018", WARNING, Scope.FRAGMENT, local=True)
def lone_sub_heading(text: TextView) -> Iterator[Violation]:
    """A heading has one sub-heading."""
    above: list[Passage] = []
    below: dict[int, list[Passage]] = {}
    for heading in text.passages_of("heading") if text.document != "tekst" else ():
        while above and level_of(above[-1]) >= level_of(heading):
            above.pop()
        if above:
            below.setdefault(id(above[-1]), []).append(heading)
        above.append(heading)
    yield from (violation(first.span()) for first, *others in below.values() if not others)
