# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The place of the emblem: a ribbon that hangs from the top of the first page, to the left of the wordmark.

It is 13 by 37 mm, and ends 111.5 mm from the left edge of the paper (see the wordmark). jvom has no emblem: a
house puts its own in the control, and without one documents have neither the picture nor its frame.
"""

from __future__ import annotations

import struct
import zlib

from tools.templates.lengths import mm
from tools.templates.markup import Controls
from tools.templates.sheet import Paragraph, Style

WIDTH, HEIGHT = mm(13), mm(37)
_LEFT = mm(98.5)
_BESIDE = mm(2)

EMBLEM = Style(
    id="Embleem",
    name="Embleem",
    based_on="Normal",
    priority=11,
    built_in=False,
    paragraph=Paragraph(line=0, no_hyphens=True),
)


def emblem(controls: Controls) -> str:
    """Return the paragraph with the control, in a frame of its own that keeps other text off."""
    frame = (
        f'<w:framePr w:w="{WIDTH}" w:h="{HEIGHT}" w:hRule="exact" w:hSpace="{_BESIDE}" w:wrap="around"'
        f' w:vAnchor="page" w:hAnchor="page" w:x="{_LEFT}" w:y="1"/>'
    )
    control = controls.picture("embleem", "Embleem", "Embleem van het ministerie", (WIDTH, HEIGHT))
    return f'<w:p><w:pPr><w:pStyle w:val="{EMBLEM.id}"/>{frame}</w:pPr>{control}</w:p>'


def grey() -> bytes:
    """Return a grey picture (PNG) of one dot, the same on every machine."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dot = zlib.compress(b"\x00\xd9", level=0)  # stored: versions of zlib compress differently
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")
