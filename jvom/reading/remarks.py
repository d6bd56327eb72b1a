# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Remarks as they are typed, in a comment of Markdown or of YAML: ``opmerking (DGB, 2026-03-04): ...``.

Name and date may be left out, each or both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import yaml

from jvom.messages import msg
from jvom.source import Problem, Span
from jvom.text import Remark


def remark(words: str, place: Span, within: bool = False) -> Remark | None:
    """Parse the text of a comment as a remark, which may be without text; None when it is none."""
    said = _said().fullmatch(words.strip())
    if said is None:
        return None
    author, day = _author_and_date(said[1] or said[2] or "")
    paragraphs = (" ".join(each.split()) for each in re.split(r"\n[ \t]*\n", said[3]))
    return Remark("\n".join(filter(None, paragraphs)), author, day, place, within)


def empty_remark(place: Span) -> Problem:
    """Return the problem of a remark that says nothing."""
    advice = msg("schrijf achter de dubbele punt wat u wilt zeggen of vragen")
    return Problem(place, msg("deze opmerking is leeg"), advice)


def in_yaml(text: str, path: str, first_line: int = 1) -> tuple[tuple[Remark, ...], list[Problem]]:
    """Return the remarks in the comments of YAML text, and a problem for each that is empty."""
    found: list[Remark] = []
    problems: list[Problem] = []
    if "opmerking" not in text.lower():
        return (), problems
    lines = text.split("\n")
    values: list[tuple[tuple[int, int], tuple[int, int]]] | None = None
    for number, line in enumerate(lines):
        comment = _in_yaml().search(line)
        if comment is None:
            continue
        if values is None:
            values = list(_values(text))
        if any(start <= (number, comment.start()) < end for start, end in values):
            continue
        words, last = comment[1], number
        while not line[: comment.start()].strip() and last + 1 < len(lines):
            more = _continued().fullmatch(lines[last + 1])
            if more is None or _in_yaml().search(lines[last + 1]):
                break
            words, last = f"{words}\n{more[1]}", last + 1
        place = Span(
            path, number + first_line, comment.start() + 1, last + first_line, len(lines[last].rstrip()) + 1
        )
        said = remark(words, place)
        if said is not None and said.text:
            found.append(said)
        elif said is not None:
            problems.append(empty_remark(place))
    return tuple(found), problems


@cache
def _said() -> re.Pattern[str]:
    return re.compile(r"opmerking\s*(?:\(([^()]*)\)|\bvan\s+([^:]*?))?\s*:(.*)", re.DOTALL | re.IGNORECASE)


@cache
def _in_yaml() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=\s))#+\s*(opmerking\b.*)", re.IGNORECASE)


@cache
def _continued() -> re.Pattern[str]:
    """Match a comment that goes on with the one above it: it is further from its "#" than one space."""
    return re.compile(r"\s*#\s{2,}(\S.*)")


def _author_and_date(typed: str) -> tuple[str, date | None]:
    """Split "DGB, 2026-03-04"; a date may be typed as in a letter. What is no date belongs to the name."""
    whole = " ".join(typed.split())
    before, _, last = whole.rpartition(",")
    try:
        from jvom.reading.typed_dates import as_data

        day = date.fromisoformat(as_data(last))
    except ValueError:
        return whole, None
    return before.strip(), day


def _values(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield line and column, from 0, of where each scalar begins and ends: a # in one begins no comment."""
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken) and not (token.plain and not token.value):
                start, end = token.start_mark, token.end_mark
                yield (start.line, start.column), (end.line, end.column)
    except yaml.YAMLError:
        return  # it is reported by whoever reads the values
