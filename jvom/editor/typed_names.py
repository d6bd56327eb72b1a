# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which name is typed at a place of a file, from its lines alone: also while it can't be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jvom.editor.catalogue import Catalogue, Kind

Lines = tuple[str, ...]


class TypedName(msgspec.Struct, frozen=True):
    """A name, and the columns of its first character and after its last, in one line."""

    kind: Kind
    id: str
    start: int
    end: int


_ID = r"[A-Za-z0-9_-]*"
# The beginning of each mark in a text, up to the name in it; several names may follow one another.
_FIGURE = re.compile(rf"\{{\{{\s*(?P<id>{_ID})")
_SOURCE = re.compile(rf"(?<=[\[;\s])@(?P<id>{_ID})")
_TARGETS = re.compile(r"\]\(#(?P<ids>[^)\s]*)")
_TARGET = re.compile(rf"(?:^|,|\.\.)(?P<id>{_ID})")
_CAPTION = re.compile(rf"\{{#(?P<id>(?:fig|tab)-{_ID})")
_ABOUT = re.compile(rf"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?\{{mission=\"?(?P<id>{_ID})")
_NOTE = re.compile(r"\[\^(?P<id>[^\]\s]*)")
_MARKS = (
    (Kind.FIGURE, _FIGURE),
    (Kind.SOURCE, _SOURCE),
    (Kind.CAPTION, _CAPTION),
    (Kind.MISSION, _ABOUT),
    (Kind.NOTE, _NOTE),
)

_KEY = re.compile(r"^(?P<indent>\s*(?:-\s+)*)(?P<key>[A-Za-z_][\w-]*)\s*:(?:\s|$)")
_KEYS_IN = re.compile(r"(?:^|(?<=[\s{,\[]))(?P<key>[A-Za-z0-9_][\w-]*)\s*:(?=\s|$)")
_VALUE = re.compile(r"[^\s\[\],'\"{}#]+(?: [^\s\[\],'\"{}#]+)*")
#: By the key of a value, in any file.
_BY_KEY = {
    "mission": Kind.MISSION,
    "missions": Kind.MISSION,
    "owner": Kind.OWNER,
    "by": Kind.OWNER,
    "parts": Kind.FIGURE,
    "text": Kind.SECTION,
    "abbreviation": Kind.ABBREVIATION,
}
#: By the name of a file: what its ``id`` is, and what the keys in its list are.
_IDS = {"missions.yml": Kind.MISSION, "owners.yml": Kind.OWNER, "dossier.yml": Kind.SECTION}
_KEYS = {"figures.yml": Kind.FIGURE, "references.yml": Kind.SOURCE}
_FENCE = "---"


def name_at(path: str, lines: Lines, line: int, column: int, catalogue: Catalogue) -> TypedName | None:
    """Return the name at a place, also right behind it; None for none."""
    if not 0 < line <= len(lines):
        return None
    found = [*names_in(path, lines, line), *_worded(path, lines[line - 1], catalogue)]
    return next((each for each in found if each.start <= column <= each.end), None)


def names_in(path: str, lines: Lines, line: int) -> Iterator[TypedName]:
    """Yield the names that marks and keys have in a line, whether or not they exist."""
    if is_data(path, lines, line):
        yield from _in_data(path, lines, line)
        return
    text = lines[line - 1]
    for kind, pattern in _MARKS:
        for match in pattern.finditer(text):
            yield TypedName(kind, match["id"], match.start("id") + 1, match.end("id") + 1)
    for targets in _TARGETS.finditer(text):
        for match in _TARGET.finditer(targets["ids"]):
            start = targets.start("ids") + match.start("id") + 1
            yield TypedName(Kind.SECTION, match["id"], start, start + len(match["id"]))


def is_data(path: str, lines: Lines, line: int) -> bool:
    """Tell whether a line is of a data file, or of the front matter of a text."""
    if not path.endswith(".md"):
        return True
    if not lines or lines[0].strip() != _FENCE:
        return False
    end = next((number for number, text in enumerate(lines[1:], 2) if text.strip() == _FENCE), 0)
    return line > 1 and (not end or line < end)


def own_key(text: str) -> str:
    """Return the first key in a line of YAML, "" for none."""
    match = _KEY.match(text)
    return match["key"] if match else ""


def key_at(lines: Lines, line: int) -> str:
    """Return the key of the value in a line of YAML, which may be an item of a list below that key."""
    text = lines[line - 1]
    if key := own_key(text):
        return key
    indent = len(text) - len(text.lstrip())
    for above in reversed(lines[: line - 1]):
        if (match := _KEY.match(above)) and (len(match["indent"]) <= indent):
            return match["key"]
    return ""


def _in_data(path: str, lines: Lines, line: int) -> Iterator[TypedName]:
    text, name = _without_comment(lines[line - 1]), path.rpartition("/")[2]
    keys = [*_KEYS_IN.finditer(text)]
    if name in _KEYS and keys and keys[0].start("key") == _INDENT:
        yield TypedName(_KEYS[name], keys[0]["key"], _INDENT + 1, keys[0].end("key") + 1)
    begins = [(key["key"], key.end()) for key in keys]
    if not keys or text[: keys[0].start("key")].strip("- {[,"):
        begins.insert(0, (key_at(lines, line), 0))  # an item of a list whose key is above it
    ends = [*(key.start("key") for key in keys if key.start("key") > begins[0][1]), len(text)]
    for (key, begin), end in zip(begins, ends, strict=True):
        kind = _IDS.get(name) if key == "id" else _BY_KEY.get(key)
        for value in _VALUE.finditer(text, begin, end):
            if kind and value[0] != "-":
                yield TypedName(kind, value[0], value.start() + 1, value.end() + 1)


def _without_comment(text: str) -> str:
    return "" if text.lstrip().startswith("#") else text.partition(" #")[0]


_INDENT = 2
"""Of the names in figures.yml and references.yml: below their only key."""


def _worded(path: str, text: str, catalogue: Catalogue) -> Iterator[TypedName]:
    """Yield the abbreviations and missions that a line names in words."""
    if not path.endswith(".md"):
        return
    for words, entry in catalogue.worded:
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                yield TypedName(entry.kind, entry.id, at + 1, end + 1)
            at = text.find(words, end)
