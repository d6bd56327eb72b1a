# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads an image, and computes its printed size."""

from __future__ import annotations

from jvom.model import ImageFile
from jvom.pictures import strip_picture

_MILLIMETRES_PER_INCH = 25.4
_DOTS_PER_INCH = 144.0  # the resolution images are printed at, whatever their own metadata says


def read_picture(data: bytes) -> ImageFile:
    """Return the image without its metadata, and its size in millimetres.

    Raises UnfitPictureError when it isn't a complete PNG or JPEG, or is far too large.
    """
    pixels = strip_picture(data)
    width, height = (each / _DOTS_PER_INCH * _MILLIMETRES_PER_INCH for each in (pixels.width, pixels.height))
    return ImageFile(data=pixels.data, extension=pixels.extension, width=width, height=height)
