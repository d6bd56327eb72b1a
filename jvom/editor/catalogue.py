# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names of a dossier that texts and data use: figures, sources, sections, abbreviations and so on.

Each with what it prints, what is known of it, where it is defined, and where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

import msgspec

from jvom.messages import Message, msg
from jvom.model import (
    Count,
    Dossier,
    Figure,
    Fragment,
    Kamerstuk,
    Mission,
    Money,
    Reference,
)
from jvom.model.registers import Owner
from jvom.resolving.captions import captions
from jvom.resolving.citations import write_citation, write_loose_date
from jvom.resolving.figures import write_figure, write_value
from jvom.resolving.numbering import outline
from jvom.source import Span
from jvom.text import Citation, Inlines, Picture, Table, Text, walk, walk_blocks


class Kind(StrEnum):
    """What a name is the name of."""

    FIGURE = "figure"
    SOURCE = "source"
    SECTION = "section"
    CAPTION = "caption"
    ABBREVIATION = "abbreviation"
    MISSION = "mission"
    OWNER = "owner"
    NOTE = "note"


class Entry(msgspec.Struct, frozen=True):
    """A name: what is printed for it, or what it stands for, and more about it; `place` is its definition.

    `words` are the forms in which a text may have it as ordinary words.
    """

    kind: Kind
    id: str
    printed: str
    about: tuple[Message, ...]
    place: Span
    words: tuple[str, ...] = ()


class Catalogue:
    """The names of a dossier; none without one."""

    def __init__(self, dossier: Dossier | None) -> None:
        self.dossier = dossier

    @cached_property
    def entries(self) -> Mapping[Kind, Mapping[str, Entry]]:
        """The names by kind and id, in the order of their files. Footnotes belong to a text: see `notes`."""
        found: dict[Kind, dict[str, Entry]] = {kind: {} for kind in Kind}
        for entry in _entries(self.dossier) if self.dossier else ():
            found[entry.kind].setdefault(entry.id, entry)
        return found

    def find(self, kind: Kind, id: str) -> Entry | None:
        """Return a name, or None. A section may be asked for by the name of a caption, as references do."""
        entry = self.entries[kind].get(id)
        return self.entries[Kind.CAPTION].get(id) if entry is None and kind is Kind.SECTION else entry

    @cached_property
    def worded(self) -> tuple[tuple[str, Entry], ...]:
        """The words by which a text may name an entry, the longest first."""
        found = [
            (word, entry)
            for kind in (Kind.ABBREVIATION, Kind.MISSION)
            for entry in self.entries[kind].values()
            for word in entry.words
        ]
        return tuple(sorted(found, key=lambda each: (-len(each[0]), each[0])))


def notes(fragment: Fragment) -> Mapping[str, Entry]:
    """Return the footnotes of a text by label."""
    found = {}
    for note in fragment.footnotes:
        first, last = note.span.line, max((block.span.end_line for block in note.blocks), default=0)
        words = " ".join(line.strip() for line in fragment.lines[first - 1 : last])
        found[note.label] = Entry(Kind.NOTE, note.label, words.partition(": ")[2], (), note.span)
    return found


def _entries(dossier: Dossier) -> Iterator[Entry]:
    figures, references = dossier.figures, dossier.references
    for id, figure in figures.figures.items():
        place = figures.at.entry("figures", id)
        yield Entry(Kind.FIGURE, id, write_figure(figure), tuple(_about_figure(figure)), place)
    for id, reference in references.references.items():
        printed = "".join(piece.text for piece in write_citation(_citation(id), references))
        place = references.at.entry("references", id)
        yield Entry(Kind.SOURCE, id, printed, tuple(_about_source(reference)), place)
    yield from _sections(dossier)
    in_words = dict(_captioned(dossier))
    for caption in captions(dossier):
        if caption.name:
            printed = f"{caption.label.lower()} {caption.number}"
            told = (Message(_literal(in_words.get(caption.span, ""))),)
            yield Entry(Kind.CAPTION, caption.name, printed, told, caption.span)
    for each in dossier.glossary.abbreviations:
        words = each.abbreviation, *each.also
        place = each.at.value("abbreviation")
        yield Entry(Kind.ABBREVIATION, each.abbreviation, each.expansion, (), place, words)
    for mission in dossier.missions.missions:
        words = mission.name, mission.official, *mission.accepted
        about = tuple(_about_mission(mission))
        yield Entry(Kind.MISSION, mission.id, mission.name, about, mission.at.value("id"), words)
    for owner in dossier.owners.owners if dossier.owners else ():
        yield Entry(Kind.OWNER, owner.id, owner.name, tuple(_about_owner(owner)), owner.at.value("id"))


def _citation(id: str) -> Citation:
    return Citation((id,), False, Span(""))


def _captioned(dossier: Dossier) -> Iterator[tuple[Span, str]]:
    for fragment in dossier.fragments:
        for block in fragment.blocks:
            if isinstance(block, Table):
                yield block.span, words_of(block.caption)
        for inline in walk_blocks(fragment.blocks):
            if isinstance(inline, Picture):
                yield inline.span, inline.caption


def words_of(content: Inlines) -> str:
    """Return the plain words of inlines."""
    return " ".join("".join(each.value for each in walk(content) if isinstance(each, Text)).split())


def _sections(dossier: Dossier) -> Iterator[Entry]:
    fragments = {each.id: each for each in dossier.sections}
    appendices = {each.id for each in dossier.data.appendices}
    for id, number in outline(dossier):
        if fragment := fragments.get(id):
            word = "bijlage" if id in appendices else "paragraaf" if "." in number else "hoofdstuk"
            about = [msg("eigenaar: {owner}", owner=", ".join(fragment.owners))] if fragment.owners else []
            title = fragment.front.title
            place = fragment.front.at.value("title")
            yield Entry(Kind.SECTION, id, f"{word} {number}", (Message(_literal(title)), *about), place)


def _literal(text: str) -> str:
    """Return a text that a message prints as it is."""
    return text.replace("{", "{{").replace("}", "}}")


def _about_figure(figure: Figure) -> Iterator[Message]:
    yield msg("bron: {source}", source=figure.source)
    if figure.last_year is not None:
        yield msg("vorig jaar: {value}", value=write_value(figure, figure.last_year))
    if isinstance(figure, Count | Money) and figure.parts:
        yield msg("som van {parts}", parts=", ".join(figure.parts))


def _about_source(reference: Reference) -> Iterator[Message]:
    if isinstance(reference, Kamerstuk) and reference.title:
        yield Message(_literal(reference.title))
    yield msg("datum: {date}", date=write_loose_date(reference.date))


def _about_mission(mission: Mission) -> Iterator[Message]:
    if mission.official != mission.name:
        yield Message(_literal(mission.official))
    yield msg("regio: {region}", region=mission.region)
    if in_force := [each for each in mission.resolutions if each.in_force]:
        named = ", ".join(f"{each.number} ({each.year})" for each in in_force)
        yield msg("resolutie: {resolutions}", resolutions=named)


def _about_owner(owner: Owner) -> Iterator[Message]:
    yield Message(_literal(owner.function))
    yield Message(_literal(owner.mailbox))
