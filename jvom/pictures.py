# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""PNG and JPEG, the formats that every reader of Word files shows: validated, and stripped of metadata.

A hostile picture may unpack to more than any machine holds. A colleague's may tell more than it shows: who
took it, where, with what, and what was cropped. Only what a reader sees remains.
"""

from __future__ import annotations

import struct
import zlib

import msgspec

from jvom.messages import Message, msg

MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 30_000
MOST_SCANS = 64
"""A progressive JPEG has about ten; a reader decodes the whole picture for each."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Header, palette, pixels, end, and their gamma, colour space, resolution and transparency (PNG, third
# edition, 11): no texts, times, screen profiles, EXIF or animations.
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs"})
_PNG_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# Baseline, extended and progressive frames (ITU-T T.81, table B.1); Word shows no others.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_OTHER_FRAMES = frozenset(range(0xC0, 0xD0)) - _FRAMES - {0xC4, 0xC8, 0xCC}
_TABLES = frozenset({0xC4, 0xDB, 0xDD})
_JFIF, _EXIF, _ADOBE = b"JFIF\0", b"Exif\0\0", b"Adobe"
_SCAN, _END = 0xDA, 0xD9
_ORIENTATION = 0x0112
_UNPACKED_AT_ONCE = 1 << 20


class UnfitPictureError(ValueError):
    """A picture that can't be used: `reason` says why, `advice` what to do."""

    def __init__(self, reason: Message, advice: Message) -> None:
        super().__init__(str(reason))
        self.reason, self.advice = reason, advice


class StrippedPicture(msgspec.Struct, frozen=True):
    """A picture without metadata: its bytes, file extension, and width and height in pixels."""

    data: bytes
    extension: str
    width: int
    height: int


def strip_picture(data: bytes) -> StrippedPicture:
    """Return the picture without texts, EXIF, thumbnails, colour profiles, and what follows its end.

    Raises UnfitPictureError when it is no complete PNG or JPEG, is larger than allowed or than it claims, or
    is rotated by its EXIF alone.
    """
    if len(data) > MOST_BYTES:
        raise UnfitPictureError(
            msg("het bestand is groter dan {size} MB", size=MOST_BYTES // 1_000_000),
            msg("maak de afbeelding kleiner"),
        )
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    raise UnfitPictureError(msg("het is geen PNG of JPEG"), msg("sla de afbeelding op als PNG of JPEG"))


def _broken() -> UnfitPictureError:
    return UnfitPictureError(
        msg("het bestand is beschadigd"),
        msg("open de afbeelding in een tekenprogramma en sla die opnieuw op"),
    )


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise _broken()
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise UnfitPictureError(
            msg("de afbeelding is {width} bij {height} beeldpunten groot", width=width, height=height),
            msg(
                "maak de afbeelding kleiner: samen hooguit {most} miljoen, en geen zijde boven {side}",
                most=MOST_PIXELS // 1_000_000,
                side=LONGEST_SIDE,
            ),
        )


# --- PNG (third edition, https://www.w3.org/TR/png-3/) --------------------------------------------


def _png(data: bytes) -> StrippedPicture:
    chunks: list[tuple[bytes, bytes]] = []
    at = len(_PNG)
    while not chunks or chunks[-1][0] != b"IEND":
        length, kind = struct.unpack(">I4s", data[at : at + 8].ljust(8, b"\0"))
        content = data[at + 8 : at + 8 + length]
        check = data[at + 8 + length : at + 12 + length]
        if check != struct.pack(">I", zlib.crc32(kind + content)):
            raise _broken()
        chunks.append((kind, content))
        at += 12 + length
    if chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13:
        raise _broken()
    width, height, depth, colour, packing, filtering, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth not in _PNG_DEPTHS.get(colour, ()) or packing or filtering or interlaced > 1:
        raise _broken()
    _check_size(width, height)
    line = (width * depth * _PNG_SAMPLES[colour] + 7) // 8 + 1
    # The seven passes of an interlaced picture add at most a byte for each of their lines.
    most = line * height + (interlaced and 16 * height + 64)
    _check_unpacked([content for kind, content in chunks if kind == b"IDAT"], most)
    kept = (
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
        if kind in _PNG_KEPT
    )
    return StrippedPicture(_PNG + b"".join(kept), "png", width, height)


def _check_unpacked(packed: list[bytes], most: int) -> None:
    """Unpack the pixels piece by piece, and refuse more than the header declares."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        for piece in packed:
            rest = piece
            while rest and not unpacker.eof:
                size += len(unpacker.decompress(rest, _UNPACKED_AT_ONCE))
                rest = unpacker.unconsumed_tail
                if size > most:
                    raise UnfitPictureError(
                        msg("uitgepakt is het bestand groter dan het zelf zegt: dit kan een zip-bom zijn"),
                        msg("gebruik een afbeelding van vertrouwde herkomst"),
                    )
    except zlib.error as error:
        raise _broken() from error
    if not size:
        raise _broken()


# --- JPEG (ITU-T T.81) ---------------------------------------------------------------------------


def _jpeg(data: bytes) -> StrippedPicture:
    kept = [data[:2]]
    size = None
    scans = 0
    at = 2
    while True:
        if data[at : at + 1] != b"\xff":
            raise _broken()
        marker = data[at + 1] if at + 1 < len(data) else 0
        if marker == 0xFF:  # markers may be preceded by more of these (B.1.1.2)
            at += 1
            continue
        if marker == _END:
            break
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at : at + 2 + length]
        if length < 2 or len(segment) < 2 + length:
            raise _broken()
        content = segment[4:]
        at += 2 + length
        if marker in _FRAMES:
            size = _frame(content)
            kept.append(segment)
        elif marker in _OTHER_FRAMES:
            raise UnfitPictureError(
                msg("het is een JPEG van een soort die Word niet toont"), msg("sla die op als PNG")
            )
        elif marker in _TABLES:
            kept.append(segment)
        elif marker == 0xE0 and content.startswith(_JFIF) and len(content) >= 14:
            kept.append(b"\xff\xe0\x00\x10" + content[:12] + b"\0\0")  # without its thumbnail
        elif marker == 0xE1 and content.startswith(_EXIF):
            _check_orientation(content[len(_EXIF) :])
        elif marker == 0xEE and content.startswith(_ADOBE):
            kept.append(b"\xff\xee\x00\x0e" + content[:12])  # the colour transform
        elif marker == _SCAN:
            scans += 1
            if size is None or scans > MOST_SCANS:
                raise _broken()
            end = _end_of_scan(data, at)
            kept += [segment, data[at:end]]
            at = end
    if size is None or not scans:
        raise _broken()
    return StrippedPicture(b"".join(kept) + b"\xff\xd9", "jpeg", *size)


def _frame(content: bytes) -> tuple[int, int]:
    """Return width and height of a frame header (B.2.2)."""
    if len(content) < 6 or content[0] not in (8, 12) or content[5] not in (1, 3, 4):
        raise _broken()
    height, width = struct.unpack(">HH", content[1:5])
    _check_size(width, height)
    return width, height


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the coded pixels end: at a marker that is no restart and no stuffed byte (B.1.1.5)."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise _broken()
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _check_orientation(tiff: bytes) -> None:
    """Refuse a picture that viewers must rotate (Exif 3.0, 4.6.5.1.6, in a TIFF header)."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return
    start = struct.unpack(f"{order}I", tiff[4:8])[0]
    count = int.from_bytes(tiff[start : start + 2], "little" if order == "<" else "big")
    for place in range(start + 2, start + 2 + 12 * count, 12):
        entry = tiff[place : place + 12]
        if len(entry) < 12:
            return
        tag, _, _, value = struct.unpack(f"{order}HHIH2x", entry)
        if tag == _ORIENTATION and value not in (0, 1):
            raise UnfitPictureError(
                msg("de afbeelding ligt op de zijkant; alleen in de EXIF-gegevens staat hoe het hoort"),
                msg("draai de afbeelding in een tekenprogramma en sla die opnieuw op"),
            )
