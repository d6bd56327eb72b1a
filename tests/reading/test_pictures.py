# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.pictures import MOST_BYTES, UnfitPictureError
from jvom.reading.pictures import read_picture
from tests.reading.pictures import jpeg, png


class Describe_read_picture:
    @pytest.mark.parametrize(("data", "extension"), [(png(144, 72), "png"), (jpeg(144, 72), "jpeg")])
    def it_knows_kind_and_size(self, data, extension):
        image = read_picture(data)

        assert (image.extension, image.width, image.height) == (extension, 25.4, 12.7)
        assert image.data == data

    @pytest.mark.parametrize(
        "data",
        [b"", b"rommel", png(0, 5), png(10_000, 10_000), jpeg(60_000, 60_000), jpeg(5, 0), png(9, 9)[:-8],
         jpeg(9, 9)[:30], b"\xff\xd8\xff\xe0\x00\x00" * 9, b"<svg/>", b"RIFF    WEBP"],
    )  # fmt: skip
    def it_refuses_an_unusable_image(self, data):
        with pytest.raises(UnfitPictureError):
            read_picture(data)

    def it_refuses_what_is_far_too_large(self):
        with pytest.raises(UnfitPictureError, match="groter dan 20 MB"):
            read_picture(png(9, 9) + bytes(MOST_BYTES))

    @given(st.binary(), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", png(9, 9), jpeg(9, 9)]))
    def it_never_fails_otherwise(self, data, start):
        try:
            image = read_picture(start + data)
        except UnfitPictureError:
            return

        assert image.width > 0
        assert image.height > 0
