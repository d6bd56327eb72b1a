# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures lose their metadata and keep their pixels; decompression bombs are refused by name."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jvom.pictures import LONGEST_SIDE, MOST_BYTES, MOST_SCANS, UnfitPictureError, strip_picture
from tests.reading.pictures import jpeg

SECRET = b"J. de Vries, Den Haag"


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    *extra: bytes,
    width: int = 4,
    height: int = 3,
    depth: int = 8,
    colour: int = 2,
    interlaced: int = 0,
    pixels: bytes | None = None,
    end: bytes = b"",
) -> bytes:
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    if pixels is None:
        pixels = (b"\0" + bytes((width * depth * samples + 7) // 8)) * height
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(extra)
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND")
        + end
    )


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


SCAN = segment(0xDA, bytes((3, 1, 0, 2, 0, 3, 0, 0, 0, 0)))


def exif(orientation: int = 1, order: str = "<") -> bytes:
    mark = b"II" if order == "<" else b"MM"
    entries = [(0x010E, 2, len(SECRET), 38), (0x0112, 3, 1, orientation)]
    directory = struct.pack(f"{order}H", len(entries))
    for tag, kind, count, value in entries:
        held = struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value)
        directory += struct.pack(f"{order}HHI", tag, kind, count) + held
    return b"Exif\0\0" + mark + struct.pack(f"{order}HI", 42, 8) + directory + bytes(4) + SECRET


def with_segments(data: bytes, *segments: bytes) -> bytes:
    """Return the JPEG with segments after its start."""
    return data[:2] + b"".join(segments) + data[2:]


def reported(data: bytes) -> str:
    with pytest.raises(UnfitPictureError) as caught:
        strip_picture(data)
    return f"{caught.value.reason}; {caught.value.advice}"


def real_pictures() -> Iterator[bytes]:
    """Yield pictures that another program wrote."""
    for mode in ("L", "RGB", "CMYK"):
        for options in ({}, {"progressive": True}, {"optimize": True, "restart_marker_blocks": 1}):
            written = io.BytesIO()
            Image.effect_noise((40, 30), 90).convert(mode).save(written, "JPEG", comment=SECRET, **options)
            yield written.getvalue()


class Describe_a_png:
    def it_keeps_what_it_shows(self) -> None:
        data = png(chunk(b"gAMA", bytes(4)), chunk(b"pHYs", bytes(9)))
        picture = strip_picture(data)
        assert (picture.data, picture.extension, picture.width, picture.height) == (data, "png", 4, 3)

    @pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP", b"prVW", b"acTL"])
    def it_loses_its_metadata(self, kind: bytes) -> None:
        assert strip_picture(png(chunk(kind, SECRET))).data == png()

    def it_loses_what_follows_its_end(self) -> None:
        assert strip_picture(png(end=SECRET)).data == png()

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (png(pixels=bytes(10_000_000)), "uitgepakt is het bestand groter dan het zelf zegt"),
            (png(width=100_000, height=1, pixels=b"x"), "de afbeelding is 100000 bij 1 beeldpunten groot"),
            (png(width=20_000, height=20_000, pixels=b"x"), "de afbeelding is 20000 bij 20000 "),
            (png(width=0, pixels=b"x"), "het bestand is beschadigd"),
            (png(depth=3, pixels=b"x"), "het bestand is beschadigd"),
            (png(pixels=b""), "het bestand is beschadigd"),
            (png()[:-6], "het bestand is beschadigd"),
            (png().replace(b"IDAT", b"IDAX"), "het bestand is beschadigd"),
            (png()[:8] + chunk(b"IEND"), "het bestand is beschadigd"),
            (png() + bytes(MOST_BYTES), "het bestand is groter dan 20 MB"),
        ],
    )  # fmt: skip
    def it_is_refused_when_it_is_a_bomb_or_broken(self, data: bytes, said: str) -> None:
        assert reported(data).startswith(said)

    def it_is_not_unpacked_beyond_its_declared_size(self) -> None:
        """Ten gigabytes of nothing pack into ten megabytes; they are never all there."""
        packer = zlib.compressobj(9)
        block = bytes(1 << 20)
        packed = b"".join(packer.compress(block) for _ in range(400)) + packer.flush()
        data = png().replace(chunk(b"IDAT", zlib.compress((b"\0" + bytes(12)) * 3)), chunk(b"IDAT", packed))
        assert "dit kan een zip-bom zijn" in reported(data)

    @pytest.mark.parametrize(("depth", "colour"), [(1, 0), (16, 0), (8, 3), (16, 6), (8, 4)])
    @pytest.mark.parametrize("interlaced", [0, 1])
    def it_may_have_any_colours(self, depth: int, colour: int, interlaced: int) -> None:
        palette = (chunk(b"PLTE", b"rgb" * 4),) if colour == 3 else ()
        data = png(*palette, depth=depth, colour=colour, interlaced=interlaced)
        assert strip_picture(data).data == data

    @pytest.mark.parametrize(
        "extra",
        [
            chunk(b"pHYs", bytes(9) + SECRET),
            chunk(b"gAMA", bytes(4) + SECRET),
            chunk(b"cHRM", SECRET),
            chunk(b"sRGB", SECRET),
            chunk(b"PLTE", SECRET),
            chunk(b"tRNS", bytes(6) + SECRET),
            chunk(b"gAMA", bytes(4)) + chunk(b"gAMA", SECRET),
        ],
    )
    def it_has_no_room_for_more_than_it_shows(self, extra: bytes) -> None:
        stripped = strip_picture(png(extra)).data
        assert SECRET not in stripped
        assert Image.open(io.BytesIO(stripped)).size == (4, 3)

    def it_loses_what_follows_its_pixels(self) -> None:
        data = png()
        packed = zlib.compress((b"\0" + bytes(12)) * 3)
        for more in (chunk(b"IDAT", packed + SECRET), chunk(b"IDAT", packed) + chunk(b"IDAT", SECRET)):
            assert strip_picture(data.replace(chunk(b"IDAT", packed), more)).data == data

    def it_is_refused_when_it_has_more_pixels_than_it_shows(self) -> None:
        assert "zip-bom" in reported(png(pixels=(b"\0" + bytes(12)) * 3 + SECRET))

    def it_may_have_its_pixels_in_pieces(self) -> None:
        packed = zlib.compress((b"\0" + bytes(12)) * 3)
        pieces = chunk(b"IDAT", packed[:5]) + chunk(b"IDAT", packed[5:])
        assert strip_picture(png().replace(chunk(b"IDAT", packed), pieces)).data == png()


class Describe_a_jpeg:
    def it_keeps_what_it_shows(self) -> None:
        picture = strip_picture(jpeg(40, 30))
        assert (picture.data, picture.extension) == (jpeg(40, 30), "jpeg")
        assert (picture.width, picture.height) == (40, 30)

    @pytest.mark.parametrize(
        "extra",
        [
            segment(0xFE, SECRET),
            segment(0xE1, exif()),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
            segment(0xE2, b"ICC_PROFILE\0\1\1" + SECRET),
            segment(0xED, b"Photoshop 3.0\0" + SECRET),
            segment(0xE0, b"JFXX\0\x10" + SECRET),
            segment(0xEF, SECRET),
            b"\xff\xff" + segment(0xFE, SECRET),
        ],
    )
    def it_loses_its_metadata(self, extra: bytes) -> None:
        assert strip_picture(with_segments(jpeg(9, 9), extra)).data == jpeg(9, 9)

    def it_loses_its_thumbnail_and_what_follows_its_end(self) -> None:
        with_thumbnail = segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\2\2" + SECRET)
        data = with_segments(jpeg(9, 9), with_thumbnail) + SECRET
        picture = strip_picture(data)
        assert SECRET not in picture.data
        assert segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\0\0") in picture.data

    @pytest.mark.parametrize(
        "extra",
        [
            segment(0xC4, bytes((0x13, len(SECRET), *[0] * 15)) + SECRET),
            segment(0xDB, b"\x03" + (SECRET * 4)[:64]),
            segment(0xDD, bytes(2) + SECRET),
            segment(0xEE, b"Adobe\0" + SECRET),
        ],
    )
    def it_has_no_room_for_more_than_it_shows(self, extra: bytes) -> None:
        for data in (jpeg(9, 9), *real_pictures()):
            picture = strip_picture(with_segments(data, extra))
            assert SECRET not in picture.data

    def it_loses_what_makes_its_segments_longer(self) -> None:
        for data in real_pictures():
            stripped = strip_picture(data).data
            for marker in (b"\xff\xc0", b"\xff\xc2", b"\xff\xda"):
                at = data.find(marker)
                if at < 0:
                    continue
                end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
                longer = segment(marker[1], data[at + 4 : end] + SECRET)
                assert strip_picture(data[:at] + longer + data[end:]).data == stripped

    def it_is_refused_without_the_tables_that_it_uses(self) -> None:
        data = jpeg(9, 9)
        table = segment(0xC4, bytes((0x00, 1, *[0] * 15, 0)))
        assert reported(data.replace(table, b"")).startswith("het bestand is beschadigd")

    def it_keeps_its_colour_information(self) -> None:
        adobe = segment(0xEE, b"Adobe\0\x64" + bytes(5))
        assert strip_picture(with_segments(jpeg(9, 9), adobe)).data == with_segments(jpeg(9, 9), adobe)

    @pytest.mark.parametrize("order", ["<", ">"])
    def it_is_refused_when_only_its_exif_gives_its_orientation(self, order: str) -> None:
        data = with_segments(jpeg(9, 9), segment(0xE1, exif(6, order)))
        assert reported(data) == (
            "de afbeelding ligt op de zijkant; alleen in de EXIF-gegevens staat hoe het hoort; "
            "draai de afbeelding in een tekenprogramma en sla die opnieuw op"
        )

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (jpeg(60_000, 9), "de afbeelding is 60000 bij 9 beeldpunten groot"),
            (jpeg(LONGEST_SIDE, LONGEST_SIDE), "de afbeelding is 30000 bij 30000 beeldpunten groot"),
            (jpeg(9, 9).replace(b"\xff\xc2", b"\xff\xc3"), "het is een JPEG van een soort"),
            (jpeg(9, 9)[:-2] + SCAN * MOST_SCANS + b"\xff\xd9", "het bestand"),
            (jpeg(9, 9)[:-2], "het bestand is beschadigd"),
            (b"\xff\xd8\xff\xd9", "het bestand is beschadigd"),
            (b"GIF89a", "het is geen PNG of JPEG"),
        ],
    )  # fmt: skip
    def it_is_refused_when_it_is_a_bomb_or_broken(self, data: bytes, said: str) -> None:
        assert reported(data).startswith(said)

    def it_shows_the_same_pixels_when_another_program_made_it(self) -> None:
        for data in real_pictures():
            picture = strip_picture(data)
            assert SECRET not in picture.data
            before, after = (Image.open(io.BytesIO(each)).tobytes() for each in (data, picture.data))
            assert before == after


class Describe_any_bytes:
    @given(st.binary(), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", png(), jpeg(9, 9)]))
    def they_are_stripped_or_refused(self, data: bytes, start: bytes) -> None:
        try:
            once = strip_picture(start + data)
        except UnfitPictureError:
            return
        assert strip_picture(once.data) == once

    @given(st.integers(0, 2000), st.integers(0, 255))
    def they_are_stripped_or_refused_after_a_changed_byte(self, place: int, value: int) -> None:
        for whole in (png(chunk(b"tEXt", SECRET)), with_segments(jpeg(9, 9), segment(0xE1, exif()))):
            data = bytearray(whole)
            data[place % len(data)] = value
            try:
                once = strip_picture(bytes(data))
            except UnfitPictureError:
                continue
            assert strip_picture(once.data) == once
