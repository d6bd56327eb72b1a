# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""PNG and JPEG, the formats that every reader of Word files shows: validated, and stripped of metadata.

A hostile picture may unpack to more than any machine holds. A colleague's may tell more than it shows: who
took it, where, with what, and what was cropped. Only what a reader sees remains.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

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
# Each has one length; that of the palette and its transparency depends on the picture.
_PNG_KEPT = {b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"pHYs": 9}
_MOST_COLOURS = 256
# Where the passes of an interlaced picture begin, and their steps, across and down (8.2).
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PNG_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# Baseline, extended and progressive frames (ITU-T T.81, table B.1); Word shows no others.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_OTHER_FRAMES = frozenset(range(0xC0, 0xD0)) - _FRAMES - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = 0xC2
_DHT, _DQT, _DRI = 0xC4, 0xDB, 0xDD
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
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    size = sum(_pass_size(width, height, depth * _PNG_SAMPLES[colour], each) for each in passes)
    pixels = _only_pixels([content for kind, content in chunks if kind == b"IDAT"], size)
    written = [_chunk(b"IHDR", chunks[0][1])]
    first = dict(reversed(chunks))
    written += [
        _chunk(kind, first[kind]) for kind, length in _PNG_KEPT.items() if len(first.get(kind, b"")) == length
    ]
    palette = first.get(b"PLTE", b"")
    if colour == 3:
        if not palette or len(palette) % 3 or len(palette) > 3 * _MOST_COLOURS:
            raise _broken()
        written.append(_chunk(b"PLTE", palette))
    transparency = {0: 2, 2: 6, 3: len(palette) // 3}.get(colour, 0)
    if transparent := first.get(b"tRNS", b"")[:transparency]:
        written.append(_chunk(b"tRNS", transparent))
    written += [_chunk(b"IDAT", pixels), _chunk(b"IEND", b"")]
    return StrippedPicture(_PNG + b"".join(written), "png", width, height)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _pass_size(width: int, height: int, bits: int, steps: tuple[int, int, int, int]) -> int:
    """Return how many bytes the lines of a pass are, each with its filter; no pixels are no lines."""
    left, top, across, down = steps
    columns, lines = (width - left + across - 1) // across, (height - top + down - 1) // down
    return ((columns * bits + 7) // 8 + 1) * lines if columns > 0 and lines > 0 else 0


def _only_pixels(packed: list[bytes], most: int) -> bytes:
    """Return the packed pixels without what follows their end.

    They are unpacked piece by piece; more than the header declares is refused.
    """
    unpacker = zlib.decompressobj()
    size = 0
    kept: list[bytes] = []
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
            kept.append(piece[: len(piece) - len(unpacker.unused_data)])
            if unpacker.eof:
                break
    except zlib.error as error:
        raise _broken() from error
    if not size:
        raise _broken()
    return b"".join(kept)


# --- JPEG (ITU-T T.81) ---------------------------------------------------------------------------


class _Component(msgspec.Struct, frozen=True):
    """A component of a JPEG: its id, the bytes of its sampling, its quantization table."""

    id: int
    sampling: int
    table: int


class _Jpeg:
    """Writes a JPEG anew: the tables that its scans use, and its scans."""

    def __init__(self) -> None:
        self.written: list[bytes] = [b"\xff\xd8"]
        self.size: tuple[int, int] | None = None
        self.scans = 0
        self._components: dict[int, _Component] = {}
        self._progressive = False
        # Tables by marker and id as they were read, and as they were last written.
        self._tables: dict[tuple[int, int], bytes] = {}
        self._known: dict[tuple[int, int], bytes] = {}

    def read_table(self, marker: int, content: bytes) -> None:
        """Take note of the tables in a segment (B.2.4); their bytes are written when they are used."""
        at = 0
        while at < len(content):
            if marker == _DRI:
                self._tables[marker, 0] = content[:2]
                at, end = 0, len(content)
            elif marker == _DQT:
                end = at + (129 if content[at] >> 4 else 65)
            else:
                end = at + 17 + sum(content[at + 1 : at + 17])
            if end > len(content) or (marker == _DRI and len(content) < 2):
                raise _broken()
            if marker != _DRI:
                self._tables[marker, content[at]] = content[at:end]
            at = end

    def read_frame(self, marker: int, content: bytes) -> None:
        """Write the frame header (B.2.2) after the tables that it uses."""
        if len(content) < 6 or content[0] not in (8, 12) or content[5] not in (1, 3, 4):
            raise _broken()
        height, width = struct.unpack(">HH", content[1:5])
        _check_size(width, height)
        if self.size is not None or len(content) < 6 + 3 * content[5]:
            raise _broken()
        self.size = width, height
        self._progressive = marker == _PROGRESSIVE
        for at in range(6, 6 + 3 * content[5], 3):
            self._components[content[at]] = _Component(content[at], content[at + 1], content[at + 2])
        self._write_quantization(self._components.values())
        self._write(marker, content[: 6 + 3 * content[5]])

    def read_scan(self, content: bytes, coded: bytes) -> None:
        """Write a scan (B.2.3) after the tables that it uses, and its coded pixels."""
        self.scans += 1
        count = content[0] if content else 0
        if self.size is None or self.scans > MOST_SCANS or len(content) < 4 + 2 * count or not count:
            raise _broken()
        start, _, approximation = content[1 + 2 * count : 4 + 2 * count]
        refines = self._progressive and approximation >> 4
        wants = (not start and not refines, bool(start) or not self._progressive)
        used: list[_Component] = []
        for at in range(1, 1 + 2 * count, 2):
            if content[at] not in self._components:
                raise _broken()
            used.append(self._components[content[at]])
            tables = (content[at + 1] >> 4, 0x10 | (content[at + 1] & 15))
            for wanted, table in zip(wants, tables, strict=True):
                if wanted:
                    self._write_table(_DHT, table)
        self._write_quantization(used)
        if (_DRI, 0) in self._tables:
            self._write_table(_DRI, 0)
        self._write(_SCAN, content[: 4 + 2 * count])
        self.written.append(coded)

    def keep(self, marker: int, content: bytes) -> None:
        """Write a segment that says how the picture is to be read."""
        self._write(marker, content)

    def _write_quantization(self, components: Iterable[_Component]) -> None:
        for component in components:
            for table in (component.table, 0x10 | component.table):
                if (_DQT, table) in self._tables:
                    self._write_table(_DQT, table)

    def _write_table(self, marker: int, table: int) -> None:
        content = self._tables.get((marker, table))
        if content is None:
            raise _broken()
        if self._known.get((marker, table)) != content:
            self._known[marker, table] = content
            self._write(marker, content)

    def _write(self, marker: int, content: bytes) -> None:
        self.written += [struct.pack(">BBH", 0xFF, marker, len(content) + 2), content]


def _jpeg(data: bytes) -> StrippedPicture:
    made = _Jpeg()
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
            made.read_frame(marker, content)
        elif marker in _OTHER_FRAMES:
            raise UnfitPictureError(
                msg("het is een JPEG van een soort die Word niet toont"), msg("sla die op als PNG")
            )
        elif marker in (_DHT, _DQT, _DRI):
            made.read_table(marker, content)
        elif marker == 0xE0 and content.startswith(_JFIF) and len(content) >= 14:
            made.keep(marker, content[:12] + b"\0\0")  # without its thumbnail
        elif marker == 0xE1 and content.startswith(_EXIF):
            _check_orientation(content[len(_EXIF) :])
        elif marker == 0xEE and content.startswith(_ADOBE) and len(content) >= 12:
            made.keep(marker, _ADOBE + b"\0\x64\0\0\0\0" + content[11:12])  # the colour transform
        elif marker == _SCAN:
            end = _end_of_scan(data, at)
            made.read_scan(content, data[at:end])
            at = end
    if made.size is None or not made.scans:
        raise _broken()
    return StrippedPicture(b"".join(made.written) + b"\xff\xd9", "jpeg", *made.size)


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
