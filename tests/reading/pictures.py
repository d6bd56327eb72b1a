# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes small images."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int) -> bytes:
    """Return the bytes of a PNG that claims that size, with one pixel of data."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0\xff\xff\xff")), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(width: int, height: int) -> bytes:
    """Return the segments of a JPEG of that size, without pixels: JFIF's, its tables, the frame, a scan."""
    components = b"".join(bytes((number, 0x11, 0)) for number in (1, 2, 3))
    segments = [
        (0xE0, b"JFIF\0\1\1" + bytes(7)),
        (0xDB, bytes(1) + bytes([1] * 64)),
        (0xC2, struct.pack(">BHHB", 8, height, width, 3) + components),
        (0xC4, bytes((0x00, 1, *[0] * 15, 0))),
        (0xDA, bytes((3, 1, 0, 2, 0, 3, 0, 0, 0, 0))),
    ]
    return (
        b"\xff\xd8"
        + b"".join(struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data for marker, data in segments)
        + b"\xff\xd9"
    )
