# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What an editor shows of the name under the pointer: what it prints, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable

from jvom.editor.catalogue import Entry, Kind, notes
from jvom.editor.snapshot import Snapshot
from jvom.editor.typed_names import TypedName, name_at
from jvom.source import Span


def hover(
    snapshot: Snapshot, path: str, line: int, column: int, translate: Callable[[str], str]
) -> tuple[Span, str] | None:
    """Return the place of the name there and a text on it in Markdown; None without a name that exists."""
    typed = name_at(path, snapshot.lines.get(path, ()), line, column, snapshot.catalogue)
    entry = find_entry(snapshot, path, typed) if typed else None
    if typed is None or entry is None:
        return None
    return Span(path, line, typed.start, line, typed.end), described(entry, translate)


def find_entry(snapshot: Snapshot, path: str, typed: TypedName) -> Entry | None:
    """Return what a name stands for; None when it does not exist."""
    if typed.kind is Kind.NOTE:
        fragment = snapshot.fragment(path)
        return notes(fragment).get(typed.id) if fragment else None
    return snapshot.catalogue.find(typed.kind, typed.id)


def described(entry: Entry, translate: Callable[[str], str]) -> str:
    """Return a text on a name: what it prints, and a line for each thing that is known of it."""
    head = f"**{_escaped(entry.printed)}**" if entry.printed else f"`{entry.id}`"
    if entry.kind is Kind.ABBREVIATION:
        head = f"**{_escaped(entry.id)}**: {_escaped(entry.printed)}"
    return "\n\n".join([head, *(_escaped(about.format(translate)) for about in entry.about)])


def _escaped(text: str) -> str:
    return "".join(f"\\{each}" if each in "\\`*_[]<>#" else each for each in text)
