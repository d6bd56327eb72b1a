# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Renders pages as pictures, and compares them.

Pages are rendered four times finer than they are stored, so that lines get their proper weight, and blurred
before they are compared. A page that is half a pixel off (a quarter of a millimetre), or rendered by another
program, then differs by 17 of 255 at most; a line of text that moved two points by 35, a missing black rule
of one point by 34, letters of another font by up to 99. (Measured: LibreOffice 25.2, pypdfium2 and poppler.)
TOLERANCE is in between. The grey hairlines between the rows of a table weigh 10, too little to be noticed
here: tests/templates checks those.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

PER_INCH = 50
TOLERANCE = 24

_FINER = 4
_BLUR = 2
_GREYS = 17  # the distance between the sixteen greys that are kept
_WHITE = 255


def drawn(pdf: bytes) -> list[Image.Image]:
    """Return the pages of a PDF as pictures in sixteen greys."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_drawn(page) for page in document]


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    fine = page.render(scale=_FINER * PER_INCH / 72, grayscale=True).to_pil()
    width, height = (-(-side // _FINER) * _FINER for side in fine.size)
    picture = _on_white(fine, (width, height)).reduce(_FINER)
    return picture.point(lambda grey: round(grey / _GREYS) * _GREYS)


def difference(approved: Image.Image, page: Image.Image) -> Image.Image | None:
    """Return the differences as white on black; None when the pages look the same."""
    size = (max(approved.width, page.width), max(approved.height, page.height))
    one, other = (_on_white(each, size).filter(ImageFilter.GaussianBlur(_BLUR)) for each in (approved, page))
    places = ImageChops.difference(one, other).point(lambda off: _WHITE if off > TOLERANCE else 0)
    if places.getbbox() is None and approved.size == page.size:
        return None
    return places


def side_by_side(approved: Image.Image, page: Image.Image, places: Image.Image) -> Image.Image:
    """Return the approved page, the page, and the page in light grey with red where it strayed."""
    width, height = places.size
    marked = _on_white(page, places.size).point(lambda grey: _WHITE - (_WHITE - grey) // 3).convert("RGB")
    marked.paste((200, 0, 0), mask=places)
    shown = Image.new("RGB", (3 * width, height), "white")
    for number, picture in enumerate((approved, page, marked)):
        shown.paste(picture.convert("RGB"), (number * width, 0))
    return shown


def keep(picture: Image.Image, path: Path) -> None:
    """Write the picture as a small PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, optimize=True)


def _on_white(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    ground = Image.new("L", size, _WHITE)
    ground.paste(picture, (0, 0))
    return ground
