# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``references.yml`` for a new year, without what no text cites."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.messages import msg
from jvom.model import Dossier, Kamerstuk
from jvom.source import Span
from jvom.text import Citation, walk, walk_blocks
from jvom.years.tasks import Task
from jvom.years.text_edits import TextEdits


def cited(dossier: Dossier) -> frozenset[str]:
    """Return the references that a text of the dossier cites."""
    return frozenset(
        name
        for fragment in dossier.fragments
        for inline in (*walk(fragment.title), *walk_blocks(fragment.all_blocks))
        if isinstance(inline, Citation)
        for name in inline.references
    )


def new_references(dossier: Dossier, edits: TextEdits, name: str) -> Iterator[Task]:
    """Remove the references that no text cites, and yield which they are."""
    data, used = dossier.references, cited(dossier)
    keys = dict(data.at.entries.get("references", {}))
    gone = [each for each in data.references if each not in used]
    if not gone:
        return
    if len(gone) == len(keys):
        edits.replace(
            _whole(data.at.values["references"], edits), _nothing(data.at.values["references"], edits)
        )
    else:
        _remove(dossier, gone, edits)
    for each in gone:
        reference = data.references[each]
        title = reference.title
        if isinstance(reference, Kamerstuk) and not title:
            title = f"{reference.dossier}, nr. {reference.number}"
        what = msg("«{name}» is weg, want geen tekst noemt het: {title}", name=each, title=title)
        yield Task(name, keys[each].line, what)


def _nothing(value: Span, edits: TextEdits) -> str:
    return "{}" if edits.in_brackets(value) else f"{edits.indent(value.line)}{{}}"


def _whole(value: Span, edits: TextEdits) -> Span:
    """Return the place of a mapping, a block of lines from the beginning of its first."""
    if edits.in_brackets(value):
        return value
    last = _last_line(value, edits)
    return Span(value.path, value.line, 1, last, len(edits.lines[last - 1]) + 1)


def _remove(dossier: Dossier, gone: list[str], edits: TextEdits) -> None:
    data = dossier.references
    keys = data.at.entries["references"]
    order = list(keys)
    for each in gone:
        key, value = keys[each], data.references[each].at.span
        if not edits.in_brackets(data.at.values["references"]):
            edits.delete_lines(_first_line(key, edits), _last_line(value, edits))
            continue
        place = order.index(each)
        if place + 1 < len(order):
            after = keys[order[place + 1]]
            end = edits.offset(after.line, after.column)
            start = edits.offset(key.line, key.column)
        else:
            before = data.references[order[place - 1]].at.span
            start = edits.offset(before.end_line, before.end_column)
            end = edits.offset(value.end_line, value.end_column)
        edits.cut(start, end)


def _first_line(key: Span, edits: TextEdits) -> int:
    """Return the first line of an entry: that of the comments right above it, which are about it."""
    line = key.line
    while line > 1 and edits.lines[line - 2].lstrip().startswith("#"):
        if len(edits.indent(line - 1)) < key.column - 1:
            break
        line -= 1
    return line


def _last_line(value: Span, edits: TextEdits) -> int:
    """Return the last line of a value: libyaml lets a block end where the next one begins."""
    line = value.end_line
    if line > len(edits.lines) or not edits.lines[line - 1][: value.end_column - 1].strip():
        line -= 1
    while line > value.line and (
        not edits.lines[line - 1].strip() or edits.lines[line - 1].lstrip().startswith("#")
    ):
        line -= 1
    return line
