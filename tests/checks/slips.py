# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips in right texts, by kind (``slips/*.md``): `[[wrong|right]]` in one line each.

A line with a slip is two texts: with the wrong words one of the rules of its kind finds them, with the right
ones no rule finds anything. A line without one is right. ``~`` marks a slip that is not found; ``\\n`` is a
line end, and a line ``=== FILE`` begins the text of another file of the dossier. ``!`` before the mark
says that the right text was still reported when it was counted.

In the lists that work through a source of advice, a line ``* ...`` begins an entry; ``? ...`` says why no
program can see the mistake, of the whole entry or of a part of it. Both are notes for who reads the list.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "slips"
_SLIP = re.compile(r"\[\[(.*?)\|(.*?)\]\]", re.DOTALL)


class Slip(NamedTuple):
    line: str
    wrong: str
    right: str
    start: int
    end: int
    is_missed: bool
    is_right_reported: bool

    def __str__(self) -> str:
        return self.line


class Kind(NamedTuple):
    name: str
    codes: frozenset[str]
    slips: tuple[Slip, ...]
    right: tuple[str, ...]  #: texts that look like the slips, without those that are still reported
    file: str = ""  #: the file of a dossier that a line is the text of; "" for a loose text

    @property
    def to_be_found(self) -> tuple[Slip, ...]:
        """The slips that are not marked as missed."""
        return tuple(slip for slip in self.slips if not slip.is_missed)

    @property
    def every_right(self) -> tuple[str, ...]:
        """The right twins of the slips, without those that are still reported, and the other right texts."""
        return (*(slip.right for slip in self.slips if not slip.is_right_reported), *self.right)

    def __str__(self) -> str:
        return self.name


def parts(text: str, file: str) -> tuple[tuple[str, str, str], ...]:
    """Return the files of an example of which `text` is `file`, and what it has for others."""
    first, *rest = re.split(r"^=== (\S+)\n", text, flags=re.MULTILINE)
    others = zip(rest[::2], rest[1::2], strict=True)
    how = "heel" if file.endswith(".yml") else ""
    return ((file, how, f"{first.rstrip()}\n"), *((name, "", body) for name, body in others))


def kinds(path: Path) -> list[Kind]:
    """Return the kinds of slips in a file."""
    found = []
    for section in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, *lines = section.splitlines()
        codes = next((line.split()[1:] for line in lines if line.startswith("regels:")), [])
        file = next((line.removeprefix("in: ") for line in lines if line.startswith("in: ")), "")
        slips, right = [], []
        for is_reported, mark, typed in filter(None, map(_marked, lines)):
            text = typed.replace("\\n", "\n")
            if _SLIP.search(text):
                slips.append(_slip(text, mark == "~", is_reported))
            elif not is_reported:
                right.append(text)
        found.append(Kind(name, frozenset(codes), tuple(slips), tuple(right), file))
    return found


def _marked(line: str) -> tuple[bool, str, str] | None:
    match = re.match(r"(!?)([-~]) (.*)", line)
    return (bool(match[1]), match[2], match[3]) if match else None


def _slip(text: str, is_missed: bool, is_right_reported: bool) -> Slip:
    match = _SLIP.search(text)
    assert match, text
    wrong, right = (text[: match.start()] + words + text[match.end() :] for words in match.groups())
    return Slip(
        text, wrong, right, match.start(), match.start() + len(match[1]), is_missed, is_right_reported
    )
