# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How wide letters are: the advance widths of Verdana, as read from DejaVu Sans.

The two agree within a thousandth. The figures are from the ``hmtx`` table of DejaVu Sans 2.37 and its bold,
whose italics are as wide, in units of 1/2,048 of the size of the font.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise

UNITS_PER_EM = 2048

# The width of a letter that is not in the table; Greek and Cyrillic are about as wide as Latin.
_OTHER = 1250

LINE_HEIGHT = 1.2153
"""Verdana's line height as a share of its size: ascent 2,059 and descent 430 of 2,048 units."""

_REGULAR: Mapping[int, str] = {
    0: "\u00ad",  # printed only at the end of a line
    465: "′",
    563: "'",
    569: "ijlìíîïĩīĭįıĵĺļ",
    582: "ł",
    604: "IJÌÍÎÏĨĪĬĮİĴ",
    651: " ,.\u00a0·‘’‚",
    690: "/:;\\|¦",
    700: "ŀ",
    721: "fſ",
    739: "-\u2010\u2011",
    765: "″",
    768: "ľ",
    799: "()[]",
    803: "tţťŧ",
    821: "!¡²³¹",
    842: "rŕŗř",
    942: '"',
    965: "ªº",
    1024: "*_`§¨¯°´¸–",
    1061: "“”„",
    1067: "sśŝşš",
    1075: "zźżž",
    1087: "?¿",
    1126: "cçćĉċč",
    1138: "ĳ",
    1141: "LĹĻĽĿ",
    1151: "Ł",
    1178: "F",
    1186: "kķĸ",
    1208: "Ĳ•",
    1212: "vxyýÿŷ",
    1235: "P",
    1239: "Þ",
    1251: "TYÝŢŤŦŶŸ",
    1253: "o«»ðòóôõöøōŏő",
    1255: "aàáâãäåāăą",
    1260: "eèéêëēĕėęě",
    1290: "ß",
    1294: "EÈÉÊËĒĔĖĘĚ",
    1298: "hnuñùúûüĥńņňŋũūŭůűų",
    1300: "SbdgpqþďđĝğġģŚŜŞŠ",
    1303: "$0123456789{}¢£¤¥µ¶\u2012€",
    1343: "KĶ",
    1401: "AVÀÁÂÃÄÅĀĂĄ",
    1403: "XZŹŻŽ",
    1405: "B",
    1423: "RħŔŖŘ",
    1430: "CÇĆĈĊČ",
    1499: "UÙÚÛÜŨŪŬŮŰŲ",
    1532: "NÑŃŅŇŊ",
    1540: "HĤ",
    1577: "DĎ",
    1587: "GÐĐĜĞĠĢ",
    1597: "&",
    1612: "OQÒÓÔÕÖØŌŎŐ",
    1666: "ŉ",
    1675: "wŵẁẃẅ",
    1716: "#+<=>^~¬±×÷←→−≤≥",
    1767: "M",
    1876: "Ħ",
    1946: "%",
    1985: "¼½¾",
    1995: "mÆ",
    2011: "æ",
    2025: "WŴẀẂẄ",
    2048: "@©®—…™",
    2095: "œ",
    2191: "Œ",
}

_BOLD: Mapping[int, str] = {
    0: "\u00ad",
    540: "′",
    627: "'",
    702: "ijlìíîïĩīĭįıĵĺļ",
    713: " \u00a0",
    748: "/\\|¦",
    760: "ł",
    762: "IJÌÍÎÏĨĪĬĮİĴ",
    778: ",.·‘’‚",
    819: ":;",
    850: "-\u2010\u2011",
    891: "fſ",
    897: "²³¹",
    915: "″",
    934: "!¡",
    936: "()[]",
    979: "tţťŧ",
    982: "ľ",
    1010: "rŕŗř",
    1024: "_`§¨¯°´¸–",
    1067: '"',
    1071: "*",
    1140: "ŀ",
    1155: "ªº",
    1188: "?¿",
    1192: "zźżž",
    1214: "cçćĉċč",
    1219: "sśŝşš",
    1303: "¤¶",
    1305: "LĹĻĽĿ",
    1309: "•",
    1315: "Ł",
    1321: "x",
    1323: "«»",
    1335: "vyýÿŷ",
    1346: "“”„",
    1362: "kķĸ",
    1382: "aàáâãäåāăą",
    1389: "eèéêëēĕėęě",
    1397: "TŢŤŦ",
    1399: "EFÈÉÊËĒĔĖĘĚ",
    1404: "ĳ",
    1407: "oðòóôõöøōŏő",
    1425: "$0123456789¢£¥\u2012€",
    1458: "hnu{}ñùúûüĥńņňŋũūŭůűų",
    1466: "bdgpqþďđĝğġģ",
    1473: "ß",
    1475: "SŚŜŞŠ",
    1483: "YÝŶŸ",
    1485: "ZŹŻŽ",
    1501: "P",
    1503: "CÇĆĈĊČ",
    1507: "µ",
    1511: "Þ",
    1524: "Ĳ",
    1561: "B",
    1577: "RŔŖŘ",
    1579: "X",
    1585: "AVÀÁÂÃÄÅĀĂĄ",
    1587: "KĶ",
    1618: "ħ",
    1663: "UÙÚÛÜŨŪŬŮŰŲ",
    1681: "GĜĞĠĢ",
    1700: "DĎ",
    1714: "HNÑĤŃŅŇŊ",
    1716: "#+<=>^~¬±Ð×÷Đ←→−≤≥",
    1741: "OQÒÓÔÕÖØŌŎŐ",
    1786: "&",
    1892: "wŵẁẃẅ",
    1994: "Ħ",
    2013: "ŉ",
    2038: "M",
    2048: "@©®—…™",
    2052: "%",
    2120: "¼½¾",
    2134: "m",
    2146: "æ",
    2222: "Æ",
    2241: "œ",
    2259: "WŴẀẂẄ",
    2390: "Œ",
}

# A word between spaces may be split after a hyphen, a dash or a slash.
_BREAK_AFTER = "-–—/"

WIDEST = max(*_REGULAR, *_BOLD)
"""The width of the widest letter, regular or bold."""


class _Letters(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return _OTHER


class Widths(dict[str, int]):
    """The widths of words in one weight, in units; `spaced` has them with a space behind."""

    def __init__(self, groups: Mapping[int, str]) -> None:
        super().__init__()
        letters = _Letters({letter: width for width, same in groups.items() for letter in same})
        self._of: Callable[[str], int] = letters.__getitem__
        self.spaced = _Spaced(self._of)

    def __missing__(self, word: str) -> int:
        width = self[word] = sum(map(self._of, word))
        return width


class _Spaced(dict[str, int]):
    def __init__(self, of: Callable[[str], int]) -> None:
        super().__init__()
        self._of, self._space = of, of(" ")

    def __missing__(self, word: str) -> int:
        width = self[word] = sum(map(self._of, word), self._space)
        return width


@cache
def parts(piece: str) -> tuple[str, ...]:
    """Return the parts into which a line may split what is between two spaces; none of ""."""
    if not any(map(piece.__contains__, _BREAK_AFTER)):  # like nearly all
        return (piece,) if piece else ()
    ends = [
        at for at in range(1, len(piece)) if piece[at - 1] in _BREAK_AFTER and piece[at] not in _BREAK_AFTER
    ]
    return tuple(piece[start:end] for start, end in pairwise((0, *ends, len(piece))))


regular = Widths(_REGULAR)
bold = Widths(_BOLD)
