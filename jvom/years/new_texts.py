# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text for a new year: an outline, with last year's words or with remarks on what belongs there."""

from __future__ import annotations

from jvom.model import Fragment
from jvom.settings import Settings
from jvom.text import Heading, Table, Text, walk
from jvom.years.new_dates import Dates
from jvom.years.text_edits import TextEdits


def new_text(
    fragment: Fragment, edits: TextEdits, dates: Dates, settings: Settings, *, emptied: bool
) -> None:
    """Edit a text: its status, where it comes from, and its words when they are `emptied`."""
    _front_matter(fragment, edits, dates, carried=not emptied or _is_of_data(fragment))
    if emptied and not _is_of_data(fragment):
        _empty(fragment, edits, dates, settings)


def _front_matter(fragment: Fragment, edits: TextEdits, dates: Dates, *, carried: bool) -> None:
    at = fragment.front.at
    if fragment.body_line == 1:
        front = [
            "---",
            "status: outline",
            *([f"carried_from: {dates.old.year}"] if carried else []),
            "---",
            "",
        ]
        edits.insert_line(1, "\n".join(front))
        return
    added = [] if "status" in at.keys else ["status: outline"]
    if "status" in at.keys:
        edits.replace(at.values["status"], "outline")
    if "carried_from" in at.keys and carried:
        edits.replace(at.values["carried_from"], str(dates.old.year))
    elif carried:
        added.append(f"carried_from: {dates.old.year}")
    for key in ("unchanged", *(() if carried else ("carried_from",))):
        if key in at.keys:
            edits.remove_key(at, key)
    if added and at.keys and edits.in_brackets(at.span):
        start = edits.offset(at.span.line, at.span.column + 1)
        edits.cut(start, start, "".join(f"{each}, " for each in added))
    elif added:
        edits.insert_line(fragment.body_line - 1, "\n".join(added))


def _is_of_data(fragment: Fragment) -> bool:
    """Tell whether a text is there for a table that is made of data, which it must keep."""
    return any(isinstance(block, Table) and block.filled_with for block in fragment.blocks)


def _empty(fragment: Fragment, edits: TextEdits, dates: Dates, settings: Settings) -> None:
    """Replace the words by the fixed sub-headings, each with a remark below it."""
    fixed, body = _fixed(fragment, settings), fragment.body_line
    headings = [
        (block.span.line, words, "#" * block.level)
        for block in fragment.blocks
        if isinstance(block, Heading) and (words := _words(block)) in fixed
    ]
    opening = settings.report.region_opening.begins
    headings += [
        (block.span.line, _words(block), "#" * block.level)
        for block in fragment.blocks
        if isinstance(block, Heading) and opening and _words(block).startswith(opening)
    ]
    headings.sort()
    written: list[str] = []
    if not headings or _count(fragment, body, headings[0][0]):
        last = headings[0][0] if headings else len(fragment.lines) + 1
        written += ["", _remark("de tekst", dates, _count(fragment, body, last))]
    for place, (line, words, marks) in enumerate(headings):
        end = headings[place + 1][0] if place + 1 < len(headings) else len(fragment.lines) + 1
        count = _count(fragment, line + 1, end)
        written += ["", f"{marks} {words}", "", _remark(f"«{words}»", dates, count)]
    if body <= len(fragment.lines):
        edits.delete_lines(body, len(fragment.lines))
    edits.insert_line(body, "\n".join(written))


def _fixed(fragment: Fragment, settings: Settings) -> tuple[str, ...]:
    if fragment.id == "nota" and fragment.span.path.endswith("/nota.md"):
        return settings.nota.headings
    return settings.report.every_mission_heading


def _words(heading: Heading) -> str:
    return "".join(each.value for each in walk(heading.content) if isinstance(each, Text)).strip()


def _count(fragment: Fragment, first: int, end: int) -> int:
    """Return the number of words on the lines from `first` up to `end`."""
    return len(" ".join(fragment.lines[first - 1 : end - 1]).split())


def _remark(what: str, dates: Dates, count: int) -> str:
    length = f"; in {dates.old.year} waren het {count} woorden" if count else ""
    return f"<!-- opmerking: hier hoort {what} over {dates.period}{length} -->"
