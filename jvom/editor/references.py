# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a name is defined, and where texts and data use it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jvom.editor.catalogue import Entry, Kind
from jvom.editor.hover import find_entry
from jvom.editor.snapshot import Snapshot
from jvom.editor.typed_names import name_at
from jvom.model import Count, Dossier, Fragment, MandateRow, Money, OutlineEntry, WithoutRow
from jvom.source import Positions, Span
from jvom.text import Citation, CrossReference, FigureUse, NoteMark, mission_marks, walk, walk_blocks

Use = tuple[Kind, str, Span]
"""A name that is used: what it is of, its id, and the place."""


def definition(snapshot: Snapshot, path: str, line: int, column: int) -> Span | None:
    """Return where the name at a place is defined; None without one."""
    entry = _at(snapshot, path, line, column)
    return entry.place if entry else None


def references(
    snapshot: Snapshot, path: str, line: int, column: int, *, with_definition: bool = False
) -> tuple[Span, ...]:
    """Return where the name at a place is used, in the order of the dossier."""
    entry = _at(snapshot, path, line, column)
    if entry is None or snapshot.dossier is None:
        return ()
    found = [span for span in _uses_of(entry, snapshot.dossier, snapshot, path) if span != entry.place]
    return tuple(dict.fromkeys((*([entry.place] if with_definition else []), *found)))


def _at(snapshot: Snapshot, path: str, line: int, column: int) -> Entry | None:
    typed = name_at(path, snapshot.lines.get(path, ()), line, column, snapshot.catalogue)
    return find_entry(snapshot, path, typed) if typed else None


def _uses_of(entry: Entry, dossier: Dossier, snapshot: Snapshot, path: str) -> Iterator[Span]:
    if entry.kind is Kind.ABBREVIATION:
        for fragment in dossier.fragments:
            yield from _worded(fragment, entry.words)
        return
    own = snapshot.fragment(path)
    own_only = (own,) if own else ()
    for fragment in own_only if entry.kind is Kind.NOTE else dossier.fragments:
        for kind, id, span in _in_text(fragment):
            if id == entry.id and entry.kind in _kinds(kind):
                yield span
    yield from (span for kind, id, span in _in_data(dossier) if kind is entry.kind and id == entry.id)


def _kinds(kind: Kind) -> tuple[Kind, ...]:
    """Return what a mark of a kind may name: a reference to a section, also a caption."""
    return (Kind.SECTION, Kind.CAPTION) if kind is Kind.SECTION else (kind,)


def _in_text(fragment: Fragment) -> Iterator[Use]:
    front = fragment.front
    for mission in front.about:
        yield Kind.MISSION, mission, front.place_of(mission)
    for mark in mission_marks(fragment.all_blocks):
        yield Kind.MISSION, mark.mission, _inside(fragment, mark.span, mark.mission)
    if isinstance(front.owner, tuple):
        for index, owner in enumerate(front.owner):
            yield Kind.OWNER, owner, front.at.item("owner", index)
    elif front.owner:
        yield Kind.OWNER, front.owner, front.at.value("owner")
    for inline in (*walk(fragment.title), *walk_blocks(fragment.all_blocks)):
        match inline:
            case FigureUse(name=name, span=span):
                yield Kind.FIGURE, name, _inside(fragment, span, name)
            case Citation(references=names, span=span):
                for name in names:
                    yield Kind.SOURCE, name, _inside(fragment, span, name)
            case CrossReference(targets=targets, span=span):
                for target in targets:
                    yield Kind.SECTION, target, _inside(fragment, span, target)
            case NoteMark(label=label, span=span):
                yield Kind.NOTE, label, span
            case _:
                pass


def _inside(fragment: Fragment, span: Span, id: str) -> Span:
    """Return the place of a name in its mark; the whole mark when that is on several lines."""
    if span.line == span.end_line and 0 < span.line <= len(fragment.lines):
        line = fragment.lines[span.line - 1]
        found = re.compile(rf"(?<![\w-]){re.escape(id)}(?![\w-])").search(
            line, span.column - 1, span.end_column - 1
        )
        if found:
            return Span(span.path, span.line, found.start() + 1, span.line, found.end() + 1)
    return span


def _in_data(dossier: Dossier) -> Iterator[Use]:
    for figure in dossier.figures.figures.values():
        if isinstance(figure, Count | Money):
            for index, part in enumerate(figure.parts):
                yield Kind.FIGURE, part, figure.at.item("parts", index)
    rows: tuple[MandateRow | WithoutRow, ...] = (*dossier.mandates.rows, *dossier.mandates.without_row)
    for row in rows:
        yield Kind.MISSION, row.mission, row.at.value("mission")
    yield from _in_outline(dossier.data.outline)
    for appendix in dossier.data.appendices:
        yield Kind.SECTION, appendix.id, appendix.at.value("id")
    planning = dossier.data.planning
    for owner in planning.owners:
        yield Kind.OWNER, owner, planning.at.entry("owners", owner)
    if isinstance(planning.approvals, tuple):
        yield from _items(planning.at, "approvals", planning.approvals)
    else:
        for text, owners in planning.approvals.items():
            place = planning.at.entry("approvals", text)
            yield Kind.SECTION, text, place
            yield from ((Kind.OWNER, owner, place) for owner in owners)
    for approval in dossier.approvals.approvals:
        yield Kind.SECTION, approval.text, approval.at.value("text")
        yield Kind.OWNER, approval.by, approval.at.value("by")


def _items(at: Positions, key: str, owners: tuple[str, ...]) -> Iterator[Use]:
    for index, owner in enumerate(owners):
        yield Kind.OWNER, owner, at.item(key, index)


def _in_outline(entries: tuple[OutlineEntry, ...]) -> Iterator[Use]:
    for entry in entries:
        yield Kind.SECTION, entry.id, entry.at.value("id")
        yield from _in_outline(entry.sections)


def _worded(fragment: Fragment, words: tuple[str, ...]) -> Iterator[Span]:
    """Yield where a text has one of some words, as they are."""
    forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    for number, line in enumerate(fragment.lines, 1):
        for match in pattern.finditer(line):
            yield Span(fragment.span.path, number, match.start() + 1, number, match.end() + 1)
