# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The seal as the checklist prints it, and the checklist without it, which the seal is over.

The seal covers the checklist too, and is printed on it. So it covers the checklist with zeros in its place.
The Word file is stored, not compressed, and so is what the page of the PDF shows: taking the seal out gives
the same bytes on any machine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jvom.messages import msg
from jvom.ooxml.archive import pack, unpack
from jvom.source import Span

BLANK = "0" * 64
"""What the digest of the checklist reads in place of the seal."""
SAMPLE = "0123456789abcdef" * 4
"""What the checklist is laid out with: it has every digit, so that the font in the PDF has them all."""

_DIGITS = "0123456789abcdef"
_DOCUMENT = "word/document.xml"
_WHAT = msg("de controlelijst")
# A line of the seal in what a page shows: the codes of the digits in its font, and the text in these codes.
_LINE = re.compile(rb"%% jvom %s ([0-9a-f]{32})\n<([0-9a-f]{2,512})> Tj\n" % _DIGITS.encode())


def grouped(seal: str) -> str:
    """Return the seal in groups of eight characters, which people can compare."""
    return " ".join(seal[at : at + 8] for at in range(0, len(seal), 8))


def stored(word_file: bytes, seal: str = BLANK) -> bytes:
    """Return a checklist that was built with a seal: none of its parts compressed, and zeros for the seal.

    Raises ValueError when it does not print that seal in one place.
    """
    return _with_other_seal(_packed(unpack(word_file, Span(""), _WHAT)), seal, BLANK)


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


# --- in a PDF ------------------------------------------------------------------------------------


def write_line(text: str, codes: Mapping[str, int]) -> bytes:
    """Return the operators that show a line of a seal in a PDF, given the code of each character in its font.

    Raises KeyError for a font that lacks a digit.
    """
    digits = "".join(f"{codes[digit]:02x}" for digit in _DIGITS)
    shown = "".join(f"{codes[character]:02x}" for character in text)
    return f"% jvom {_DIGITS} {digits}\n<{shown}> Tj\n".encode()


def print_seal_in_pdf(blank: bytes, seal: str) -> bytes:
    """Return the PDF of the checklist with the seal in place of the zeros; raises ValueError without them."""
    return _with_other_seal_in_pdf(blank, BLANK, seal)


def without_seal_in_pdf(checklist: bytes, seal: str) -> bytes:
    """Return the PDF of the checklist with zeros for the seal, in as many bytes.

    Raises ValueError when it does not show that seal once, in lines that `write_line` wrote.
    """
    return _with_other_seal_in_pdf(checklist, seal, BLANK)


def _with_other_seal_in_pdf(pdf: bytes, old: str, new: str) -> bytes:
    lines = list(_LINE.finditer(pdf))
    texts = [_digits_of(line) for line in lines]
    if "".join(digit for text in texts for digit in text) != old:
        raise ValueError("not shown once")
    left = iter(new)
    made, end = [], 0
    for line, text in zip(lines, texts, strict=True):
        codes = dict(zip(_DIGITS, _pairs(line[1]), strict=True))
        shown = [
            codes[next(left)] if digit else pair for digit, pair in zip(text, _pairs(line[2]), strict=True)
        ]
        made += [pdf[end : line.start(2)], b"".join(shown)]
        end = line.end(2)
    return b"".join((*made, pdf[end:]))


def _digits_of(line: re.Match[bytes]) -> list[str]:
    """Return the digit that each code of a line shows, "" for a space."""
    digits = dict(zip(_pairs(line[1]), _DIGITS, strict=True))
    if len(digits) < len(_DIGITS):
        raise ValueError("two digits with one code")
    return [digits.get(pair, "") for pair in _pairs(line[2])]


def _pairs(codes: bytes) -> list[bytes]:
    if len(codes) % 2:
        raise ValueError("half a code")
    return [codes[at : at + 2] for at in range(0, len(codes), 2)]
