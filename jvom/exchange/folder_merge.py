# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""An imported text merged into what the folder has by now."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jvom.exchange.merging import Side, merge, merge_blocks, resolved
from jvom.exchange.text_files import Entry, TextFile, written

_STATUS = re.compile(r"^status:[ \t]*\S+[ \t]*(?=\r?$)", re.MULTILINE)


class MergedText(msgspec.Struct, frozen=True):
    """A text merged into the folder, and its number of conflicts; `merged` when both sides had changed."""

    text: str
    conflicts: int
    merged: bool


def merge_into_folder(
    sent: TextFile, entries: Sequence[Entry], now: TextFile, *, side: Side, name: str
) -> MergedText:
    """Merge the entries, which an import made of the text that was `sent`, into the text as it is `now`.

    `side` decides conflicts; between marks, the text of the file is named after it (`name`). The status of
    the text becomes "review".
    """
    if now.text == sent.text:
        return MergedText(_in_review(written(sent, entries), now.fragment.body_line), 0, False)
    before, ours = ([_plain(unit.text) for unit in file.units] for file in (sent, now))
    theirs = [before[entry.place] if entry.text is None else _plain(entry.text) for entry in entries]
    items, conflicts = resolved(merge(before, ours, theirs, merge_blocks), side, name)
    places: dict[str, list[int]] = {}
    for at, each in enumerate(ours):
        places.setdefault(each, []).append(at)
    made = [Entry(places[each].pop(0)) if places.get(each) else Entry(-1, each) for each in items]
    return MergedText(_in_review(written(now, made), now.fragment.body_line), conflicts, True)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _in_review(text: str, body_line: int) -> str:
    """Return the text with the status "review" in its front matter, if it has any above that line."""
    if body_line == 1:
        return text
    lines = text.split("\n")
    front, rest = "\n".join(lines[: body_line - 2]) + "\n", "\n".join(lines[body_line - 2 :])
    if _STATUS.search(front):
        return _STATUS.sub("status: review", front, count=1) + rest
    newline = "\r\n" if "\r\n" in front else "\n"
    return f"{front}status: review{newline}{rest}"
