# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where new remarks go in a paragraph whose words stay as they are typed.

A comment ends behind a character of a Word file. Its remark goes behind the word in the source that has this
character, so that no other byte of the paragraph changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from jvom.exchange.leaves import Leaf
from jvom.exchange.notices import one_line
from jvom.exchange.pieces import Piece
from jvom.exchange.text_files import Edit, TextFile
from jvom.reading.remarks import remark as parse_remark
from jvom.source import Span
from jvom.text import (
    Citation,
    CrossReference,
    FigureUse,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Picture,
    Remark,
    Space,
    Strong,
    Term,
    Text,
    Withheld,
)

_SHY = "\N{SOFT HYPHEN}"


class _Sign(NamedTuple):
    """A visible character, or a mark that counts as one, and where it ends in the source."""

    end: Span
    is_space: bool = False


def remarks_in(pieces: tuple[Piece, ...], wanted: Set[str]) -> Iterator[tuple[int, str]]:
    """Yield the remarks of a paragraph that are wanted, with how many visible signs are before each."""
    count = 0
    for piece in pieces:
        if piece.kind == "remark":
            if piece.text in wanted:
                yield count, piece.text
        elif piece.kind == "words":
            count += sum(map(_is_visible, piece.text))
        elif piece.kind != "break":
            count += 1


def insertions(was: Leaf, came: Leaf, new: Set[str]) -> tuple[list[Edit], list[str]]:
    """Return edits that put new remarks in a leaf that did not change, and those without a place in it."""
    edits: list[Edit] = []
    others: list[str] = []
    contents = iter(was.contents)
    for pieces in came.all_paragraphs:
        content = next(contents, ())
        is_row = came.kind == "table"
        for count, typed in remarks_in(pieces, new):
            place = None if was.kind in ("picture", "caption") or was.filled else place_in(content, count)
            if place is None:
                others.append(typed)
            else:
                shown = typed.replace("|", "/") if is_row else typed
                edits.append(Edit(place, f" {shown}"))
    return edits, others


def place_in(content: Inlines, count: int) -> Span | None:
    """Return where the word ends with the last of `count` visible signs; None without any."""
    last: Span | None = None
    seen = 0
    for sign in _signs(content):
        if sign.is_space:
            if seen >= max(count, 1):
                break
            continue
        seen += 1
        last = sign.end
    return last


def _signs(content: Inlines) -> Iterator[_Sign]:
    for inline in content:
        place = inline.span
        match inline:
            case Text(value=value):
                # An entity or an escape has another length than what it prints.
                is_exact = len(value) == place.end_column - place.column
                for at, char in enumerate(value, 1):
                    column = place.column + at if is_exact else place.end_column
                    if char.isspace():
                        yield _Sign(place, is_space=True)
                    elif _is_visible(char):
                        yield _Sign(_point(place, place.line, column))
            case Space():
                yield _Sign(place, is_space=True)
            case Remark():
                pass
            case _:
                end = _point(place, place.end_line, place.end_column)
                for _ in range(_count(inline)):
                    yield _Sign(end)


def _count(inline: Inline) -> int:
    """Return how many visible signs an inline counts for that is not split."""
    match inline:
        case Text(value=value):
            return sum(map(_is_visible, value))
        case Term(content=content) | Strong(content=content) | Link(content=content):
            return sum(map(_count, content))
        case Withheld(content=()):
            return 0
        case Withheld() | FigureUse() | Citation() | CrossReference() | NoteMark() | Picture():
            return 1
    return 0


def _is_visible(char: str) -> bool:
    return not char.isspace() and char != _SHY


def _point(place: Span, line: int, column: int) -> Span:
    return Span(place.path, line, column, line, column)


def changes_of(file: TextFile, changed: Mapping[int, str]) -> dict[int, list[Edit]]:
    """Return the edits that change the remarks within paragraphs, by the place of the unit they are in."""
    found: dict[int, list[Edit]] = {}
    for number, text in changed.items():
        remark = file.fragment.remarks[number]
        if not remark.within:
            continue
        for place, unit in enumerate(file.units):
            last = unit.line + unit.text.count("\n")
            if unit.line <= remark.span.line <= last:
                span = remark.span if text else _with_space_before(remark.span, file)
                found.setdefault(place, []).append(Edit(span, text))
    return found


def _with_space_before(span: Span, file: TextFile) -> Span:
    """Return the span of a remark with the space before it, when one is left between the words around it."""
    lines = file.fragment.lines
    before, after = lines[span.line - 1][: span.column - 1], lines[span.end_line - 1][span.end_column - 1 :]
    if before.endswith(" ") and (not after or after[0] in " |.,;:!?)"):
        return Span(span.path, span.line, len(before.rstrip(" ")) + 1, span.end_line, span.end_column)
    return span


_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def comment_unit(file: TextFile, place: int, changed: Mapping[int, str]) -> str:
    """Return the text of a unit of comments with its remarks changed; "" when nothing of it is left."""
    unit = file.units[place]
    last = unit.line + unit.text.count("\n")
    ours = {
        one_line(remark.text): changed[number]
        for number, remark in enumerate(file.fragment.remarks)
        if number in changed and not remark.within and unit.line <= remark.span.line <= last
    }
    if not ours:
        return unit.text

    def with_changes(found: re.Match[str]) -> str:
        remark = parse_remark(found[1], Span(""))
        return ours.get(one_line(remark.text), found[0]) if remark is not None else found[0]

    lines = _COMMENT.sub(with_changes, unit.text).split("\n")
    return "\n".join(line for line in lines if line.strip())
