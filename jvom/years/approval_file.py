# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of ``approvals.yml`` with approvals added: its comments, order and other lines stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from json import dumps

from jvom.model import Approval, ApprovalData
from jvom.source import Span

_HEADER = (
    "# yaml-language-server: $schema=../../schema/approvals.schema.json\n"
    "# Wie welke tekst geaccordeerd heeft. «jvom approve» schrijft dit bestand.\n"
)
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_YAML_WORDS = frozenset({"true", "false", "null"})
_COMMENT = re.compile(r" +#[^\r\n]*")
_DASH = re.compile(r"\s*-\s+")


def new_file(approvals: Iterable[Approval]) -> str:
    """Return a file of approvals that did not exist, or whose form can't be kept."""
    return "".join([_HEADER, "approvals:\n", *(f"  - {_row(each)}\n" for each in approvals)])


def with_approval(text: str, data: ApprovalData, new: Approval) -> str | None:
    """Return the text of the file, which says `data`, with an approval more.

    It takes the place of an earlier one of the same text by the same owner. None when the list is typed in
    a form that can't be added to: between square brackets.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    same = [each for each in data.approvals if (each.text, each.by) == (new.text, new.by)]
    if same:
        place = same[-1].at.span
        first, last, column = _extent(lines, place)
        behind = lines[last][column:] or "".join(_COMMENT.findall("\n".join(lines[first : last + 1])))
        lines[first : last + 1] = [lines[first][: place.column - 1] + _row(new) + behind]
        return end.join(lines)
    if not data.approvals:
        empty = data.at.value("approvals")
        before, behind = lines[empty.line - 1][: empty.column - 1], lines[empty.end_line - 1]
        lines[empty.line - 1 : empty.end_line] = [
            before.rstrip() + behind[empty.end_column - 1 :],
            f"  - {_row(new)}",
        ]
        return end.join(lines)
    place = data.approvals[-1].at.span
    dash = _DASH.fullmatch(lines[place.line - 1][: place.column - 1])
    if dash is None:
        return None
    _, last, _ = _extent(lines, place)
    lines.insert(last + 1, f"{dash[0]}{_row(new)}")
    return end.join(lines)


def together(data: ApprovalData, new: Iterable[Approval]) -> tuple[Approval, ...]:
    """Return all approvals, the new ones in place of earlier ones of the same text by the same owner."""
    every = {(each.text, each.by): each for each in (*data.approvals, *new)}
    return tuple(every.values())


def _extent(lines: list[str], span: Span) -> tuple[int, int, int]:
    """Return the first and last line of a record, and behind which column of the last it ends, all from 0.

    YAML has a block end where the next thing begins, be it far below.
    """
    first, last, column = span.line - 1, span.end_line - 1, span.end_column - 1
    if last >= len(lines):  # the file has no end of line at its end
        last, column = len(lines) - 1, len(lines[-1])
    if not lines[first].startswith("{", span.column - 1):
        if not lines[last][:column].strip():
            last -= 1
        while last > first and not lines[last].partition("#")[0].strip():
            last -= 1
        column = len(lines[last])
    return first, last, column


def _row(approval: Approval) -> str:
    by = approval.by
    typed = by if _PLAIN.fullmatch(by) and by.lower() not in _YAML_WORDS else dumps(by, ensure_ascii=False)
    return f"{{text: {approval.text}, by: {typed}, date: {approval.date}, digest: {approval.digest}}}"
