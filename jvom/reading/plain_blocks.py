# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the blocks of a text that has only common ones, without markdown-it.

Front matter, headings, paragraphs, a list without sublists, footnotes of one paragraph, tables and comments,
none of them indented. A text with any other block, or one that could be read as another, is not plain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jvom.reading.tokens import Token

# The beginning of a paragraph that can't be another block (CommonMark 4 and 5), such as a numbered item or a
# rule of asterisks. A bracket might begin a definition.
_WORDS = re.compile(
    r"[^\W\d_]|\d+(?![\d.)])|\*{1,2}(?=[^\W_])|\{\{|\[[@\]]|\{\.liggend\}|\{mission=|: (?=\w)"
)
_BEFORE_WORDS = frozenset("\"'(„“”‘’…")
_HEADING = re.compile(r"(#{1,6})[ \t]+([^#\s](?:[^#]*[^#\s])?)[ \t]*")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]\\]+)\]:[ \t]+(?=\S)")
_UNDER_HEADER = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
_BULLETS = ("- ", "* ", "+ ")
_FRONT_MATTER = "---"
_ENDS_FRONT_MATTER = (_FRONT_MATTER, "...")


class _NotPlainError(Exception):
    """The text has a block of another kind."""


def plain_blocks(text: str) -> list[Token] | None:
    """Return the tokens of the blocks; None when the text is not plain, or may not be.

    They are as `jvom.reading.markdown` describes: a paragraph or heading is a single ``inline`` token.
    """
    reader = _Reader(text)
    try:
        reader.read()
    except _NotPlainError:
        return None
    return reader.tokens


class _Reader:
    """Reads the lines from `at` on; each method advances past what it reads, or raises _NotPlainError."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.at = 0
        self.tokens: list[Token] = []

    def read(self) -> None:
        if self.lines[0].startswith(_FRONT_MATTER):
            self.front_matter()
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip(" \t"):
                self.at += 1
            elif line[0] == "#":
                self.heading(line)
            elif line.startswith("<!--") and "-->" in line:
                self.add("html_block", content=line)
                self.at += 1
            elif line.startswith(_BULLETS):
                self.bullets(line[:2])
            elif line.startswith("[^"):
                self.footnote(line)
            elif line[0] == "|":
                self.table(line)
            else:
                self.paragraph()

    def add(
        self,
        kind: str,
        *,
        lines: int = 1,
        tag: str = "",
        content: str = "",
        label: str = "",
        attributes: Mapping[str, str] | None = None,
    ) -> None:
        """Add a token of that many lines, from the current one."""
        place = (self.at, self.at + lines)
        self.tokens.append(
            Token(kind, tag, lines=place, content=content, label=label, attributes=attributes or {})
        )

    def is_blank(self, number: int) -> bool:
        """Tell whether a line is blank, or there is none."""
        return number >= len(self.lines) or not self.lines[number].strip(" \t")

    def front_matter(self) -> None:
        for number, line in enumerate(self.lines[1:], 1):
            if line.lstrip(" \t").startswith(_ENDS_FRONT_MATTER):
                if self.lines[0] != _FRONT_MATTER or line != _FRONT_MATTER:
                    break
                self.add("front_matter", lines=number + 1, content="\n".join(self.lines[1:number]))
                self.at = number + 1
                return
        raise _NotPlainError

    def heading(self, line: str) -> None:
        heading = _HEADING.fullmatch(line)
        if heading is None:
            raise _NotPlainError
        self.add("inline", tag=f"h{len(heading[1])}", content=heading[2])
        self.at += 1

    def paragraph(self) -> None:
        end = self.at
        while not self.is_blank(end):
            if not _is_words(self.lines[end]):
                raise _NotPlainError
            end += 1
        self.words("\n".join(self.lines[self.at : end]), end - self.at)
        self.at = end

    def words(self, typed: str, lines: int = 1) -> None:
        """Add the ``inline`` token of a paragraph."""
        content = typed.rstrip(" \t")
        # CommonMark strips some kinds of other white space, and keeps some.
        if not _is_words(content) or content[-1].isspace() or (content[0] == "[" and "]:" in content):
            raise _NotPlainError
        self.add("inline", lines=lines, content=content)

    def bullets(self, bullet: str) -> None:
        first = len(self.tokens)
        self.add("bullet_list_open")
        while not self.is_blank(self.at):
            line = self.lines[self.at]
            if not line.startswith(bullet):
                raise _NotPlainError
            self.add("list_item_open")
            self.words(line[len(bullet) :])
            self.add("list_item_close")
            self.at += 1
        self.tokens[first].lines = (self.tokens[first + 1].lines or (0, 0))[0], self.at
        self.tokens.append(Token("bullet_list_close"))
        while self.at < len(self.lines) and self.is_blank(self.at):
            self.at += 1
        if self.at < len(self.lines) and self.lines[self.at].startswith(_BULLETS):  # the list may continue
            raise _NotPlainError

    def footnote(self, line: str) -> None:
        opening = _FOOTNOTE.match(line)
        if opening is None or not self.is_blank(self.at + 1):
            raise _NotPlainError
        self.add("footnote_reference_open", label=opening[1])
        self.words(line[opening.end() :])
        self.add("footnote_reference_close")
        self.at += 1

    def table(self, header: str) -> None:
        heads = _cells(header)
        under = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        aligned = _cells(under)
        if not _UNDER_HEADER.fullmatch(under) or len(aligned) != len(heads):
            raise _NotPlainError
        end = self.at
        while not self.is_blank(end):
            end += 1
        self.add("table_open", lines=end - self.at)
        self.row("th", heads, [_alignment(cell) for cell in aligned])
        self.at += 2
        while self.at < end:
            cells = _cells(self.lines[self.at])[: len(heads)]
            self.row("td", [*cells, *[""] * (len(heads) - len(cells))], [{}] * len(heads))
            self.at += 1
        self.tokens.append(Token("table_close"))

    def row(self, kind: str, cells: list[str], attributes: list[dict[str, str]]) -> None:
        self.add("tr_open")
        for cell, each in zip(cells, attributes, strict=True):
            self.add(f"{kind}_open", attributes=each)
            self.add("inline", content=cell)
            self.add(f"{kind}_close")
        self.add("tr_close")


def _cells(line: str) -> list[str]:
    """Return the words of the cells of a row that has a bar on either side of each."""
    row = line.rstrip(" \t")
    if len(row) < 2 or row[0] != "|" or row[-1] != "|" or "\\" in row:
        raise _NotPlainError
    cells = [cell.strip(" \t") for cell in row[1:-1].split("|")]
    if any(cell != cell.strip() for cell in cells):
        raise _NotPlainError
    return cells


def _alignment(cell: str) -> dict[str, str]:
    """Return the attributes of a column, from the cell under its head."""
    side = {(True, True): "center", (True, False): "left", (False, True): "right"}.get(
        (cell[0] == ":", cell[-1] == ":")
    )
    return {"style": f"text-align:{side}"} if side else {}


def _is_words(line: str) -> bool:
    """Tell whether a line begins a paragraph, and can begin nothing else."""
    first = line[:1]
    return first.isalpha() or first in _BEFORE_WORDS or _WORDS.match(line) is not None
