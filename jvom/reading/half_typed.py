# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Incomplete markup: it would be printed literally, and redact nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from jvom.messages import Message, msg
from jvom.text import PERSONAL

UNDER_A_HEADER = msg("zet onder de koprij van een tabel een regel met --- voor elke kolom: | --- | --- |")
"""Advice for rows with bars that are not a table."""

WITHHELD = '{.gelakt grond="5.1.2i"}'
"""An example of the mark of words that are not public for another reason than that they are personal."""

# What precedes a list item that was copied from Word, or a letter o in Courier New and a tab at the second
# level. Word puts Symbol and Wingdings in the private use area.
_BULLETS, _FIRST_SYMBOL, _LAST_SYMBOL = "•·▪■●○◦‣➢", "\uf000", "\uf0ff"
# First characters of such a line: a quick test.
_SIGNS = frozenset("#|/-–—" + _BULLETS)

# Also without its braces or in round brackets: the word never occurs in prose.
_PERSONAL = (
    r"(?:[\])]\s?)?\{[\s.]{0,3}[Pp]ersoonsgegeven\w*\}?"
    r"|\]\s?\([\s.]{0,3}[Pp]ersoonsgegeven\w*\)?"
    r"|[\])]?\.persoonsgegeven\w*"
)
# With at least a brace or a dot: "gelakt" by itself is a word.
_WITHHELD = (
    r"(?:[\])]\s?)?\{\s{0,3}\.?\s?[Gg]elakt(?!\w)[^{}\n]{0,60}\}?"
    r"|[\])]\.gelakt(?!\w)"
)
_MISSION = r"\{\s?[Mm]issi(?:on|e)s?\s?[=:][^{}\n]{0,90}\}?"
_ATTRIBUTES = r"\]\s{1,9}\{|\{\s?[.#]\w*|(?<=\s)\{\s?lang\s?="
_ADDRESS = r"\[#[a-z0-9_-]+\]"
# Behind nothing; "(#MeToo)" has the capitals of no name.
_ADDRESS_ALONE = r"(?<!\])\(#(?:[a-z][a-z0-9_,.-]*|[A-Z][A-Z0-9_,.-]*)\)"
# Against a word, unlike that of a formula: "a == b".
_YELLOW = r"(?<![=\w])==(?=[^\s=])|(?<=[^\s=])==(?![=\w])"
# At the edge of a word, not within or between words: "5*3" and "5 * 3" are products.
_STARS = r"(?<![\w*])\*{1,3}(?=\w)|(?<=\w)\*{1,3}(?![\w*])|\*{1,3}$|^\*{1,3}"
_OTHER = r"\]\(|\]\{|\[\^|\[@|\{\{|\}\}|!\["

_LINE_ADVICE = {
    "#": msg("begin een kop met ## of ### en een spatie, na een lege regel"),
    "|": UNDER_A_HEADER,
    "/": msg("een opmerking voor een collega begint zo: {remark}", remark="<!-- opmerking: ... -->"),
    "list": msg("begin een onderdeel van een opsomming met een streepje en een spatie, na een lege regel"),
}


class HalfTyped(msgspec.Struct, frozen=True):
    """Incomplete markup from `start` to `end` of a text: what is wrong, and what to type instead."""

    start: int
    end: int
    what: Message
    advice: Message


def may_be_in(text: str) -> bool:
    """Tell whether a text, its complete markup removed, has a sign of incomplete markup; few do."""
    return (
        "[" in text or "]" in text or "{" in text or "}" in text or "*" in text
        or "~~" in text or "!-" in text or "(#" in text or "==" in text or ".persoonsgegeven" in text
    )  # fmt: skip


def within_words(text: str) -> Iterator[HalfTyped]:
    """Yield the incomplete markup in a text from which complete markup was removed."""
    if not may_be_in(text):
        return
    for mark in _marks().finditer(text):
        yield HalfTyped(mark.start(), mark.end(), *_explain(mark.lastgroup or "", mark[0]))


def at_line_starts(content: str) -> Iterator[HalfTyped]:
    """Yield the first line of a paragraph that was meant as a heading, as a table row and as a list item.

    A line that begins with a bar is a table row, and so are two lines with a bar in them. A hyphen without a
    space marks an item only at the start of a paragraph: other lines may begin with "-functionarissen".
    """
    seen = set()
    may_begin = any(map(_may_begin, content.split("\n")))  # hardly any does
    for mark in _line_starts().finditer(content) if may_begin else ():
        group = mark.lastgroup or ""
        sign = mark[group][0]
        kind = sign if sign in "#|/" else "list"
        if kind in seen:
            continue
        seen.add(kind)
        shown = "•" if sign >= _FIRST_SYMBOL else mark[group]
        what = msg("deze regel zou met {mark} en al gedrukt worden", mark=shown)
        yield HalfTyped(mark.start(group), mark.end(group), what, _LINE_ADVICE[kind])
    if "\n" not in content:
        return
    if "|" not in seen and "|" in content and (rows := _rows().search(content)):
        what = msg("deze regel zou met {mark} en al gedrukt worden", mark="|")
        yield HalfTyped(rows.start(1), rows.end(1), what, UNDER_A_HEADER)
    if items := _lettered().search(content):
        what = msg("deze regels met {mark} zouden achter elkaar gedrukt worden", mark=items[1])
        advice = msg("begin elk onderdeel met een streepje of 1. en een spatie, na een lege regel")
        yield HalfTyped(items.start(1), items.end(1), what, advice)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        f"(?P<personal>{_PERSONAL})|(?P<withheld>{_WITHHELD})|(?P<mission>{_MISSION})"
        f"|(?P<attributes>{_ATTRIBUTES})"
        f"|(?P<address>{_ADDRESS})|(?P<alone>{_ADDRESS_ALONE})|(?P<struck>~~)|(?P<yellow>{_YELLOW})|(?P<comment><!--?)"
        f"|(?P<stars>{_STARS})"
        f"|(?P<other>{_OTHER})"
    )


def _may_begin(line: str) -> bool:
    """Tell whether a line may begin with a sign of a heading, table row, remark or list item."""
    start = line.lstrip(" ")
    first = start[:1]
    return first in _SIGNS or _FIRST_SYMBOL <= first <= _LAST_SYMBOL or start.startswith("o\t")


@cache
def _line_starts() -> re.Pattern[str]:
    bullet = f"[{_BULLETS}{_FIRST_SYMBOL}-{_LAST_SYMBOL}]"
    return re.compile(
        rf"^ *(?P<line>#+|\||//(?=\s)|{bullet}(?=\s*\S)|o(?=\t))|\A *(?P<first>-(?=[^\W\d])|[–—](?=\s))",
        re.MULTILINE,
    )


@cache
def _rows() -> re.Pattern[str]:
    before_bar = r"(?:[^|\\\n]|\\.)*"
    return re.compile(rf"^{before_bar}(\|).*\n{before_bar}\|", re.MULTILINE)


@cache
def _lettered() -> re.Pattern[str]:
    return re.compile(r"^ *(a[.)])\s.*(?:\n *[^\sb].*){0,3}\n *b[.)]\s", re.MULTILINE)


def _explain(kind: str, mark: str) -> tuple[Message, Message]:
    match kind:
        case "personal":
            return (
                msg("«{mark}» markeert geen persoonsgegeven", mark=mark),
                msg("zet rechte haken om de naam, en direct daarachter {mark}", mark=PERSONAL),
            )
        case "withheld":
            return (
                msg("«{mark}» lakt niets", mark=mark),
                msg(
                    "zet rechte haken om de woorden en direct daarachter {mark}; een hele alinea, rij, "
                    "voetnoot of afbeelding en een heel punt van een lijst beginnen ermee; boven een lijst, "
                    "tabel of citaat lakt het die",
                    mark=WITHHELD,
                ),
            )
        case "mission":
            return (
                msg("«{mark}» zegt hier niet waar de tekst over gaat", mark=mark),
                msg(
                    "zet {mark} helemaal vooraan in een alinea of een punt van een lijst",
                    mark="{mission=unifil}",
                ),
            )
        case "attributes":
            return (
                msg("«{mark}» hoort bij geen tekst", mark=mark),
                msg("zet de accolades direct achter de term of de haken, zonder spatie ertussen"),
            )
        case "address":
            return (
                msg("«{mark}» is geen kruisverwijzing", mark=mark),
                msg("schrijf {reference}", reference=f"[]({mark[1:-1]})"),
            )
        case "stars":
            return (
                msg("bij «{mark}» ontbreekt het tweede", mark=mark),
                msg("zet de term tussen sterretjes: *term*; een backslash voor een sterretje drukt het af"),
            )
        case "alone":
            return (
                msg("voor «{mark}» ontbreken de haken van een kruisverwijzing", mark=mark),
                msg(
                    "schrijf {reference}; een backslash voor het hekje drukt het af",
                    reference=f"[]{mark.lower()}",
                ),
            )
        case "comment" if mark == "<!--":
            return msg("deze opmerking wordt niet afgesloten"), msg("zet --> achter de opmerking")
        case "comment":
            return (
                msg("«{mark}» begint geen opmerking", mark=mark),
                msg("een opmerking voor een collega begint zo: {remark}", remark="<!-- opmerking: ... -->"),
            )
        case "yellow":
            return (
                msg("gemarkeerde tekst (==) kan het document niet weergeven"),
                msg(
                    "haal de tekens weg; een opmerking voor een collega schrijft u als {remark}",
                    remark="<!-- opmerking: ... -->",
                ),
            )
        case "struck":
            return (
                msg("doorgehaalde tekst (~~) kan het document niet weergeven"),
                msg("haal de tekst weg, of alleen de tekens"),
            )
        case _:
            return (
                msg("deze opmaak is niet af bij «{mark}»", mark=mark),
                msg("kijk haken en spaties na; zet een backslash voor een teken dat gedrukt moet worden"),
            )
