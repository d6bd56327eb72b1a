# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The seal as the checklist prints it, and the checklist without it, which the seal is over.

The seal covers the checklist too, and is printed on it. So it covers the checklist with zeros in its place.
That file is stored, not compressed: taking the seal out gives the same bytes on any machine.
"""

from __future__ import annotations

from jvom.messages import msg
from jvom.ooxml.archive import pack, unpack
from jvom.source import Span

BLANK = "0" * 64
"""What the digest of the checklist reads in place of the seal."""

_DOCUMENT = "word/document.xml"
_WHAT = msg("de controlelijst")


def grouped(seal: str) -> str:
    """Return the seal in groups of eight characters, which people can compare."""
    return " ".join(seal[at : at + 8] for at in range(0, len(seal), 8))


def stored(word_file: bytes) -> bytes:
    """Return a Word file with the same parts, none of them compressed."""
    return _packed(unpack(word_file, Span(""), _WHAT))


def print_seal(blank: bytes, seal: str) -> bytes:
    """Return the checklist with the seal printed in the place of the zeros.

    Raises ValueError when there is no such place, or more than one.
    """
    return _with_other_seal(blank, BLANK, seal)


def without_seal(checklist: bytes, seal: str) -> bytes:
    """Return the checklist with zeros for the seal.

    Raises ValueError when it does not print that seal in one place, or its zip is none that jvom writes, and
    CannotRun for what is no Word file.
    """
    return _with_other_seal(checklist, seal, BLANK)


def _with_other_seal(checklist: bytes, old: str, new: str) -> bytes:
    parts = unpack(checklist, Span(""), _WHAT)
    if _packed(parts) != checklist:
        raise ValueError("not as jvom stores it")
    printed, text = grouped(old).encode(), parts.get(_DOCUMENT, b"")
    if text.count(printed) != 1:
        raise ValueError("not printed once")
    return _packed({**parts, _DOCUMENT: text.replace(printed, grouped(new).encode())})


def _packed(parts: dict[str, bytes]) -> bytes:
    return pack((name, [data]) for name, data in parts.items())
