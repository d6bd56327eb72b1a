# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of a Word file: its own, its theme's or a highlighter's; and the contrast of two."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.tree import find, value

# Names of a theme's colours (ECMA-376-1, 17.18.97), and of the same in the theme (20.1.6.2).
_IN_THEME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
# What the names of text and background mean (17.15.1.20), unless the settings say otherwise.
_MAPPED = {
    "text1": ("t1", "dark1"), "text2": ("t2", "dark2"),
    "background1": ("bg1", "light1"), "background2": ("bg2", "light2"),
}  # fmt: skip
# The colours of a highlighter (17.18.40).
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "00008B", "darkCyan": "008B8B",
    "darkGray": "A9A9A9", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000",
    "darkYellow": "808000", "green": "00FF00", "lightGray": "D3D3D3", "magenta": "FF00FF", "red": "FF0000",
    "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip


class Colour(NamedTuple):
    """Red, green and blue, each from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def luminance(self) -> float:
        """The relative luminance, as WCAG 2.1 defines it."""
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in self
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def mixed(self, other: Colour, share: float) -> Colour:
        """Return the colour mixed with a share, from 0 to 1, of another."""
        return Colour(*(mine + (its - mine) * share for mine, its in zip(self, other, strict=True)))


WHITE = Colour(1.0, 1.0, 1.0)
BLACK = Colour(0.0, 0.0, 0.0)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((one.luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)


class Palette:
    """The colours of a file as they look; those of its theme are known by name."""

    def __init__(self, theme: etree._Element | None, settings: etree._Element | None) -> None:
        self._theme: dict[str, Colour] = {}
        scheme = None if theme is None else next(theme.iter(qn("a:clrScheme")), None)
        for each in () if scheme is None else scheme:
            shown = each[0] if len(each) else each
            typed = shown.get("lastClr") or shown.get("val") or ""
            if (colour := typed_colour(typed)) is not None:
                self._theme[etree.QName(each).localname] = colour
        self._mapping = find(settings, "w:clrSchemeMapping")

    def text_colour(self, element: etree._Element) -> Colour | None:
        """Return the colour of a ``w:color``; None for automatic."""
        return self._colour(element, "val", "theme")

    def fill_colour(self, shading: etree._Element) -> Colour | None:
        """Return the colour of a ``w:shd``; None when it is transparent."""
        fill = self._colour(shading, "fill", "themeFill")
        pattern = value(shading, "clear")
        share = 1.0 if pattern == "solid" else 0.0
        if pattern.startswith("pct") and pattern[3:].isdecimal():
            share = int(pattern[3:]) / 100
        if not share:
            return fill
        return (fill or WHITE).mixed(self._colour(shading, "color", "theme") or BLACK, share)

    def _colour(self, element: etree._Element, typed: str, theme: str) -> Colour | None:
        name = "themeColor" if theme == "theme" else theme
        colour = self._named(element.get(qn(f"w:{name}"), ""))
        if colour is None:
            return typed_colour(element.get(qn(f"w:{typed}"), "auto"))
        for change, other in (("Tint", WHITE), ("Shade", BLACK)):
            share = element.get(qn(f"w:{theme}{change}"), "")
            if len(share) == 2 and _is_hexadecimal(share):
                colour = colour.mixed(other, 1 - int(share, 16) / 255)
        return colour

    def _named(self, name: str) -> Colour | None:
        if name in _MAPPED:
            key, usual = _MAPPED[name]
            name = usual if self._mapping is None else self._mapping.get(qn(f"w:{key}"), usual)
        return self._theme.get(_IN_THEME.get(name, name))


def highlight(name: str) -> Colour | None:
    """Return the colour of a highlighter by its name in Word; None for none."""
    return typed_colour(_HIGHLIGHTS.get(name, ""))


def typed_colour(typed: str) -> Colour | None:
    """Return the colour of six hexadecimal digits; None for "auto" and what is none."""
    if len(typed) != 6 or not _is_hexadecimal(typed):
        return None
    return Colour(*(int(typed[place : place + 2], 16) / 255 for place in (0, 2, 4)))


def _is_hexadecimal(typed: str) -> bool:
    return typed.isascii() and all(digit in "0123456789abcdefABCDEF" for digit in typed)
