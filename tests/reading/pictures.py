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
    """Return the segments of a JPEG of that size, without pixels: JFIF's, a table, the frame, a scan."""
    segments = [
        (0xE0, b"JFIF\0" + bytes(9)),
        (0xDB, bytes(65)),
        (0xC2, struct.pack(">BHHB", 8, height, width, 3) + bytes(9)),
        (0xDA, bytes(10)),
    ]
    return (
        b"\xff\xd8"
        + b"".join(struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data for marker, data in segments)
        + b"\xff\xd9"
    )
