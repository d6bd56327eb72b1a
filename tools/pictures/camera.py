# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Takes pictures: of what a command prints, of a web page, and of pages of a Word file.

Chromium shows pages, LibreOffice and pdftoppm print Word files. Each function returns a picture that Pillow
reads; `save` writes it small.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from docx import Document
from PIL import Image, ImageChops, ImageOps

from tools.browsing import browsing

_GREY = (214, 217, 221)
_COMMENTS = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 14px; background: #fff; color: #1c1c1c; }}
body {{ font: 14px/1.4 "DejaVu Sans", sans-serif; }}
p {{ margin: 0 0 12px; padding: 8px 10px; border: 1px solid #d6d9dd; border-left: 4px solid #8a5a00; }}
b {{ display: block; font-size: 12px; color: #8a5a00; }}
</style>{cards}"""
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 18px 22px; background: #fff; color: #1c1c1c; }}
pre {{ margin: 0; font: 15px/1.42 "DejaVu Sans Mono", monospace; white-space: {wrap}; }}
b {{ color: #01689b; }}
</style><pre>{text}</pre>"""


def terminal(command: str, printed: str, *, lines: int, width: int = 1180) -> Image.Image:
    """Show a command and the first lines of what it printed; a last line says how many more there are.

    The lines of a table run on past the edge, all others are wrapped.
    """
    shown = printed.strip().splitlines()
    if len(shown) > lines:
        rest = len(shown) - lines
        shown = [*shown[:lines], f"… en nog {rest} regels"]
    wrap = "pre" if "  " in printed else "pre-wrap"
    text = f"<b>$ {escape(command)}</b>\n" + escape("\n".join(shown))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "terminal.html"
        page.write_text(_TERMINAL.format(text=text, wrap=wrap), encoding="utf-8")
        return _cropped(web_page(page, width=width, height=2400))


def web_page(page: Path, *, width: int, height: int) -> Image.Image:
    """Show the upper part of an HTML file in Chromium; sizes are in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        subprocess.run(
            [
                *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                *("--disable-background-networking", f"--user-data-dir={folder}/profile"),
                f"--window-size={width},{height}",
                f"--screenshot={picture}",
                page.resolve().as_uri(),
            ],
            check=True,
            capture_output=True,
        )
        return Image.open(picture).convert("RGB")


def live_page(address: str, *, width: int, height: int, until: Sequence[str]) -> Image.Image:
    """Show a page that a program serves, after each of these conditions of JavaScript has come true."""
    chromium = Path(shutil.which("chromium") or "chromium")
    with tempfile.TemporaryDirectory() as folder, browsing(chromium, Path(folder)) as browser:
        page = browser.open(address)
        page.resize(width, height)
        for condition in until:
            page.wait_for(condition)
        picture = Path(folder) / "page.png"
        page.picture(picture)
        return Image.open(picture).convert("RGB")


def comments_of(document: Path, *, most: int, width: int = 330) -> Image.Image:
    """Show the first `most` comments of a Word file, which LibreOffice without a screen cannot print."""
    comments = list(Document(str(document)).comments)[:most]
    cards = "".join(f"<p><b>{escape(each.author)}</b>{escape(each.text)}</p>" for each in comments)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "comments.html"
        page.write_text(_COMMENTS.format(cards=cards), encoding="utf-8")
        return _cropped(web_page(page, width=width, height=1000))


def word_pages(document: Path, *, resolution: int = 80) -> list[Image.Image]:
    """Show the pages of a Word file as LibreOffice prints them, at `resolution` dots an inch."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
                *("--convert-to", "pdf", "--outdir", folder, str(document)),
            ],
            check=True,
            capture_output=True,
        )
        subprocess.run(
            ["pdftoppm", "-png", "-r", str(resolution), f"{folder}/{document.stem}.pdf", f"{folder}/page"],
            check=True,
        )
        return [Image.open(path).convert("RGB") for path in sorted(Path(folder).glob("page*.png"))]


def side_by_side(pictures: Sequence[Image.Image], gap: int = 16) -> Image.Image:
    """Put pictures beside each other on grey, each with a thin edge."""
    framed = [ImageOps.expand(picture, 1, _GREY) for picture in pictures]
    width = sum(picture.width for picture in framed) + gap * (len(framed) + 1)
    sheet = Image.new("RGB", (width, max(picture.height for picture in framed) + 2 * gap), (241, 242, 244))
    left = gap
    for picture in framed:
        sheet.paste(picture, (left, gap))
        left += picture.width + gap
    return sheet


def upper_part(picture: Image.Image, share: float) -> Image.Image:
    """Return the upper `share` (0 to 1) of a picture."""
    return picture.crop((0, 0, picture.width, round(picture.height * share)))


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture as a PNG of at most 128 colours: text stays sharp, and the file is small."""
    picture.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def _cropped(picture: Image.Image) -> Image.Image:
    """Return a picture without the empty part below, and a thin edge around it."""
    white = Image.new("RGB", picture.size, (255, 255, 255))
    box = ImageChops.difference(picture, white).getbbox()
    lower = min(picture.height, (box[3] if box else picture.height) + 18)
    return ImageOps.expand(picture.crop((0, 0, picture.width, lower)), 1, _GREY)
