# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The outline of a file, as an editor lists it: headings, tables, figures and footnotes; records of data."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.editor.catalogue import Kind, notes, words_of
from jvom.editor.snapshot import Snapshot
from jvom.model import Fragment, OutlineEntry
from jvom.source import Span
from jvom.text import Heading, Picture, Table, walk_blocks


class Symbol(msgspec.Struct, frozen=True):
    """Something in a file: its name and more about it, all its lines, its own words, and what is in it."""

    name: str
    detail: str
    kind: Kind
    span: Span
    words: Span
    children: tuple[Symbol, ...] = ()


def symbols(snapshot: Snapshot, path: str) -> tuple[Symbol, ...]:
    """Return the outline of a file of the dossier; nothing for any other."""
    if fragment := snapshot.fragment(path):
        return _of_text(fragment)
    dossier = snapshot.dossier
    if dossier and path.endswith("/dossier.yml"):
        titles = {each.id: each.front.title for each in dossier.sections}
        entries = (*dossier.data.outline, *(OutlineEntry(id=a.id, at=a.at) for a in dossier.data.appendices))
        return tuple(_section(each, titles) for each in entries if each.at.span.path == path)
    return tuple(
        Symbol(entry.id, entry.printed, kind, entry.place, entry.place)
        for kind in Kind
        if kind not in (Kind.SECTION, Kind.CAPTION)
        for entry in snapshot.catalogue.entries[kind].values()
        if entry.place.path == path
    )


def _section(entry: OutlineEntry, titles: dict[str, str]) -> Symbol:
    children = tuple(_section(each, titles) for each in entry.sections)
    return Symbol(
        entry.id, titles.get(entry.id, ""), Kind.SECTION, entry.at.span, entry.at.value("id"), children
    )


def _of_text(fragment: Fragment) -> tuple[Symbol, ...]:
    end = Span(fragment.span.path, len(fragment.lines), 1, len(fragment.lines), len(fragment.lines[-1]) + 1)
    found = [*_nested([each for each in fragment.blocks if isinstance(each, Heading)], end)]
    found += _captioned(fragment)
    found += [
        Symbol(f"[^{note.id}]", note.printed, Kind.NOTE, note.place, note.place)
        for note in notes(fragment).values()
    ]
    if not fragment.front.title:
        return tuple(found)
    title = fragment.front.at.value("title")
    whole = Span(title.path, 1, 1, end.end_line, end.end_column)
    return (Symbol(fragment.front.title, "", Kind.SECTION, whole, title, tuple(found)),)


def _nested(headings: list[Heading], end: Span) -> Iterator[Symbol]:
    """Yield headings with the deeper ones behind them as their children; the last ends at `end`."""
    while headings:
        first, *rest = headings
        count = next((at for at, each in enumerate(rest) if each.level <= first.level), len(rest))
        last = end
        if count < len(rest):
            place = rest[count].span
            last = Span(place.path, place.line, 1, place.line, 1)
        span = Span(first.span.path, first.span.line, 1, last.end_line, last.end_column)
        inner = tuple(_nested(rest[:count], last))
        yield Symbol(words_of(first.content), "", Kind.SECTION, span, first.span, inner)
        headings = rest[count:]


def _captioned(fragment: Fragment) -> Iterator[Symbol]:
    for block in fragment.blocks:
        if isinstance(block, Table) and (block.caption or block.name):
            yield Symbol(
                words_of(block.caption) or block.name, block.name, Kind.CAPTION, block.span, block.span
            )
    for inline in walk_blocks(fragment.blocks):
        if isinstance(inline, Picture):
            name = inline.caption or inline.alternative or inline.path
            yield Symbol(name, inline.name, Kind.CAPTION, inline.span, inline.span)
