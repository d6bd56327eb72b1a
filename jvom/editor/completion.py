# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names that fit where someone is typing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import get_args

import msgspec

from jvom.editor.catalogue import Entry, Kind, notes
from jvom.editor.hover import described
from jvom.editor.snapshot import Snapshot
from jvom.editor.typed_names import TypedName, is_data, key_at, names_in, own_key
from jvom.model import FrontMatter, Status
from jvom.reading.schemas import descriptions
from jvom.source import Span


class Suggestion(msgspec.Struct, frozen=True):
    """A name that may be meant: what is shown of it, and the text that takes the place of `span`."""

    label: str
    detail: str
    about: str
    kind: Kind | None
    span: Span
    text: str


#: Of these keys a text has one.
_EITHER = (("mission", "missions"), ("missions", "mission"))
_WORD_BEFORE = re.compile(r"[A-Z][\w-]*$")
_KEY_BEFORE, _KEY_AFTER = re.compile(r"[a-z_]*"), re.compile(r"[a-z_]*(?:: ?)?")
_VALUE_BEFORE = re.compile(r"[\w-]*$")


def complete(
    snapshot: Snapshot, path: str, line: int, column: int, translate: Callable[[str], str]
) -> tuple[Suggestion, ...]:
    """Return the names that fit at a place; all of a kind, since the editor narrows them as more is typed."""
    lines = snapshot.lines.get(path, ())
    if not 0 < line <= len(lines):
        return ()
    data = is_data(path, lines, line)
    text = lines[line - 1]
    if data and path.endswith(".md") and _KEY_BEFORE.fullmatch(text[: column - 1]):
        rest = _KEY_AFTER.match(text, column - 1)
        return tuple(_keys(lines, line, Span(path, line, 1, line, rest.end() + 1 if rest else column)))
    typed = next((each for each in names_in(path, lines, line) if each.start <= column <= each.end), None)
    if data:
        typed = typed or _value_to_be(path, lines, line, column)
        if key_at(lines, line) == "status" and path.endswith(".md"):
            before = _VALUE_BEFORE.search(lines[line - 1][: column - 1])
            start = column - len(before[0]) if before else column
            span = Span(path, line, start, line, column)
            return tuple(Suggestion(each, "", "", None, span, each) for each in get_args(Status))
    elif typed is None:
        return tuple(_words(snapshot, path, line, column, translate))
    return tuple(_named(snapshot, path, line, typed, translate)) if typed else ()


def _keys(lines: tuple[str, ...], line: int, span: Span) -> Iterator[Suggestion]:
    """Yield the keys that the front matter around a line does not have yet."""
    there = {own_key(text) for number, text in enumerate(lines, 1) if number != line}
    there |= {other for key, other in _EITHER if key in there}
    for key, about in descriptions(FrontMatter).items():
        if key not in there:
            yield Suggestion(key, "", about, None, span, f"{key}: ")


def _value_to_be(path: str, lines: tuple[str, ...], line: int, column: int) -> TypedName | None:
    """Return the empty name at a place where the value of a key is still to be typed."""
    text = lines[line - 1]
    probe = (*lines[: line - 1], f"{text[: column - 1]}x{text[column - 1 :]}", *lines[line:])
    found = (each for each in names_in(path, probe, line) if each.start <= column < each.end)
    return next((TypedName(each.kind, "", column, column) for each in found), None)


def _named(
    snapshot: Snapshot, path: str, line: int, typed: TypedName, translate: Callable[[str], str]
) -> Iterator[Suggestion]:
    span = Span(path, line, typed.start, line, typed.end)
    after = snapshot.lines[path][line - 1][typed.end - 1 :]
    close = _closing(typed.kind, after) if not is_data(path, snapshot.lines[path], line) else ""
    for entry in _entries(snapshot, path, typed.kind):
        yield Suggestion(
            entry.id, entry.printed, described(entry, translate), entry.kind, span, f"{entry.id}{close}"
        )


def _entries(snapshot: Snapshot, path: str, kind: Kind) -> Iterator[Entry]:
    if kind is Kind.NOTE:
        fragment = snapshot.fragment(path)
        yield from notes(fragment).values() if fragment else ()
        return
    entries = snapshot.catalogue.entries
    yield from entries[kind].values()
    if kind is Kind.SECTION and path.endswith(".md"):
        yield from entries[Kind.CAPTION].values()


_CLOSE = {Kind.FIGURE: " }}", Kind.MISSION: "}", Kind.SOURCE: "]", Kind.SECTION: ")", Kind.NOTE: "]"}


def _closing(kind: Kind, after: str) -> str:
    """Return what ends the mark, "" when that was typed already."""
    close = _CLOSE.get(kind, "")
    rest = after.lstrip()
    return "" if rest[:1] in (close.strip()[:1], ";", ",", ".") and rest else close


def _words(
    snapshot: Snapshot, path: str, line: int, column: int, translate: Callable[[str], str]
) -> Iterator[Suggestion]:
    """Yield abbreviations and missions whose words begin with a capital letter that was typed."""
    before = _WORD_BEFORE.search(snapshot.lines[path][line - 1][: column - 1])
    if before is None:
        return
    span = Span(path, line, column - len(before[0]), line, column)
    entries = snapshot.catalogue.entries
    for entry in (*entries[Kind.ABBREVIATION].values(), *entries[Kind.MISSION].values()):
        word = entry.words[0]
        if word.lower().startswith(before[0].lower()):
            yield Suggestion(word, entry.printed, described(entry, translate), entry.kind, span, word)
