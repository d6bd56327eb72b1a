# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds section and appendix numbers that were typed in a text, and the sections that they mean.

The rules are in `jvom.checks.rules.references.section_references`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from jvom.analysis.entities import entities
from jvom.analysis.section_references import SectionReference
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.views import DossierView, Texts
from jvom.dutch.characters import SPACE
from jvom.resolving.numbering import sections
from jvom.text import Heading

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage


class Numbered(msgspec.Struct, frozen=True):
    """A section or an appendix with its number. `id` is "" in a loose text."""

    number: str
    id: str
    title: str


class Numbering(msgspec.Struct, frozen=True):
    """The sections and the appendices of a report, by number ("2.3.4", "1")."""

    sections: Mapping[str, Numbered]
    appendices: Mapping[str, Numbered]


def numbering(texts: Texts, passages: tuple[Passage, ...]) -> Numbering | None:
    """Return the numbers of the dossier's report, or those in the headings of a loose text.

    None when a loose text has too few numbers to tell.
    """
    if isinstance(texts, DossierView):
        return texts.memo(_of_dossier)
    found: dict[str, Numbered] = {}
    appendices: dict[str, Numbered] = {}
    for passage in passages:
        if passage.kind not in ("heading", "title"):
            continue
        if isinstance(passage.block, Heading) and passage.block.number:
            # Word prints the number, also that of "Bijlage 1".
            word, _, number = passage.block.number.rpartition(" ")
            known = appendices if word else found
            known[number] = Numbered(number, "", passage.text.strip())
        elif match := _number_of_heading().match(passage.text):
            number = match["number"].rstrip(".")
            found[number] = Numbered(number, "", passage.text[match.end() :].strip())
        elif match := _appendix_heading().match(passage.text):
            appendices[match[1]] = Numbered(match[1], "", passage.text[match.end() :].strip(" .:-–"))
    return Numbering(found, appendices) if len(found) >= 3 or appendices else None


def _of_dossier(texts: Texts) -> Numbering:
    assert isinstance(texts, DossierView)
    found: dict[str, Numbered] = {}
    appendices: dict[str, Numbered] = {}
    for section in sections(texts.dossier):
        view = texts.text(section.fragment.id)
        title = view.title if view else section.fragment.id
        (appendices if section.appendix else found)[section.number] = Numbered(
            section.number, section.fragment.id, title
        )
    return Numbering(found, appendices)


@cache
def _number_of_heading() -> re.Pattern[str]:
    return re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=\S)")


@cache
def _appendix_heading() -> re.Pattern[str]:
    return re.compile(r"Bijlage\s+(\d{1,2}|[A-Z]|[IVX]{1,4})(?!\w)")


@cache
def _elsewhere(names: ReportNames) -> re.Pattern[str]:
    """Match words that make it a place in another document."""
    return re.compile(
        rf"(?:,?{SPACE}(?:van|uit|in|bij|onder|behorend{SPACE}bij){SPACE}(?!(?:dit|deze)(?!\w)|(?:de|het){SPACE}(?:huidige{SPACE})?"
        rf"(?:{names.one_of('rapportage', 'voortgangsrapportage', 'rapport')})(?!\w)){SPACE}?\w"
        rf"|,?{SPACE}(?:[A-Z][\w-]{{2,40}}))"
    )


def typed_references(texts: Texts) -> Mapping[int, tuple[SectionReference, ...]]:
    """Return the references in every passage but headings, by the id() of the passage."""
    elsewhere = _elsewhere(texts.memo(report_names))
    found = {}
    for passage in texts.passages:
        if passage.kind not in ("title", "heading"):
            references = tuple(
                each for each in entities(passage, "section") if not elsewhere.match(passage.typed, each.end)
            )
            if references:
                found[id(passage)] = references
    return found
