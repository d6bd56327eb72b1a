# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of an image to its kind and size: PNG and JPEG, the two that every reader of Word shows."""

from __future__ import annotations

import struct

from jvom.model import ImageFile

MAX_BYTES = 20_000_000
MAX_PIXELS = 60_000_000

_MILLIMETRES_PER_INCH = 25.4
_DOTS_PER_INCH = 144.0  # what an image without a density of its own is printed at
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # ITU-T T.81, table B.1


def read_picture(data: bytes) -> ImageFile | None:
    """Return the image and its size in millimetres; None for no whole PNG or JPEG, or one far too large."""
    if len(data) > MAX_BYTES:
        return None
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        extension, size = "png", _png(data)
    elif data.startswith(b"\xff\xd8\xff"):
        extension, size = "jpeg", _jpeg(data)
    else:
        return None
    if size is None or not 0 < size[0] * size[1] <= MAX_PIXELS:
        return None
    width, height = (pixels / _DOTS_PER_INCH * _MILLIMETRES_PER_INCH for pixels in size)
    return ImageFile(data=data, extension=extension, width=width, height=height)


def _png(data: bytes) -> tuple[int, int] | None:
    """Read width and height from the header chunk (PNG, third edition, 11.2.1)."""
    if len(data) < 33 or data[12:16] != b"IHDR" or b"IEND" not in data[-12:]:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Read width and height from the first frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _START_OF_FRAME:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
