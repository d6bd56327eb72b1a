# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of a Word file (ECMA-376-1, 17.16): their results are read, their instructions are not."""

from __future__ import annotations

import re

# Fields whose results Word computes; the results of others were typed, or could have been.
_COMPUTED = frozenset(
    "REF PAGEREF NOTEREF SEQ PAGE NUMPAGES SECTIONPAGES SECTION STYLEREF LISTNUM AUTONUM AUTONUMLGL "
    "AUTONUMOUT = NUMWORDS NUMCHARS REVNUM".split()
)
_CONTENTS = frozenset({"TOC", "INDEX", "TOA", "XE", "TC", "TA", "RD"})
_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))?', re.IGNORECASE)


# Real fields nest three or four deep, and their instructions take a line.
_MAX_DEPTH = 40
_MAX_INSTRUCTION = 4_000


class Field:
    """A field that has begun: its instruction so far, and whether its result has begun."""

    def __init__(self, instruction: str = "", *, showing: bool = False) -> None:
        self.instruction, self.showing = instruction, showing

    @property
    def name(self) -> str:
        words = self.instruction.split(None, 1)
        # "=SUM(ABOVE)" is written without a space.
        return "" if not words else "=" if words[0].startswith("=") else words[0].upper()

    @property
    def address(self) -> str:
        """Where a HYPERLINK leads; "" for other fields, and for places in the file itself."""
        if self.name != "HYPERLINK":
            return ""
        match = _LINK.match(self.instruction.strip())
        return (match[1] or match[2] or "") if match else ""


class Fields:
    """The fields that are open at a place in the text, outer before inner."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._deeper = 0

    def begin(self, field: Field) -> None:
        if len(self._open) < _MAX_DEPTH:
            self._open.append(field)
        else:
            self._deeper += 1

    def separate(self) -> None:
        if self._open and not self._deeper:
            self._open[-1].showing = True

    def end(self) -> None:
        if self._deeper:
            self._deeper -= 1
        elif self._open:
            self._open.pop()

    def add_instruction(self, instruction: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open and not self._open[-1].showing and len(self._open[-1].instruction) < _MAX_INSTRUCTION:
            self._open[-1].instruction += instruction[:_MAX_INSTRUCTION]

    @property
    def hidden(self) -> bool:
        """Whether the text here is not read: an instruction, or a line of a table of contents."""
        return any(not field.showing or field.name in _CONTENTS for field in self._open)

    @property
    def computed(self) -> bool:
        return any(field.name in _COMPUTED for field in self._open)

    @property
    def address(self) -> str:
        return next((field.address for field in reversed(self._open) if field.address), "")
