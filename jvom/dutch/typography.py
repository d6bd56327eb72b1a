# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch typography, applied to text as typed: spaces that do not break, dashes, quotation marks.

Every change replaces one character by another: a space by a non-breaking space, a hyphen by an en
dash, a straight mark by a curly one. So offsets in the text do not change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jvom.dutch.characters import EN_DASH, NO_BREAK_SPACE, plain_spaces
from jvom.dutch.dates import MONTHS, SHORT_MONTHS
from jvom.dutch.patterns import pattern

#: How many characters of the neighbouring text are read: more than in any pair of words kept together.
CONTEXT = 48


def typeset(text: str, before: str = "", after: str = "") -> str:
    """Return text with Dutch typography, of the same length.

    `before` and `after` are its surroundings in the same paragraph (typeset or not): a run that ends
    with "nr." or starts with a quotation mark comes out as if the paragraph were one run. Only the
    nearest 48 characters of each are read. Doing it twice changes nothing.

    - Non-breaking spaces within dates ("20 mei 2026"), amounts ("€ 42,2 miljoen euro"), percentages and
      quantities with a unit; between a word for something numbered and its number ("nr. 493", "artikel
      100", "bijlage 1"); within dossier numbers ("29 521"), before the year of a resolution ("1701
      (2006)"), and from a ship's prefix to its name ("Zr.Ms. De Ruyter").
    - En dashes between numbers, amounts and years that form a range; not in dossier numbers, telephone
      numbers, ISO dates, references, and numbers of acts.
    - Quotation marks “ ” and ‘ ’, and the apostrophe ’, also at the start of a word.
    """
    head, tail = before[-CONTEXT:], after[:CONTEXT]
    whole = head + text + tail
    changes: dict[int, str] = {}
    _curl(whole, changes)
    plain = plain_spaces(whole)
    has_digits = any(map(plain.__contains__, "0123456789"))  # most texts have none
    _keep_together(whole, plain, changes, has_digits=has_digits)
    if has_digits:
        _dash(plain, changes)
    if not changes:
        return text
    pieces: list[str] = []
    end = 0
    for place in sorted(changes):
        pieces += (whole[end:place], changes[place])
        end = place + 1
    return "".join((*pieces, whole[end:]))[len(head) : len(head) + len(text)]


# The characters that `typeset` and other programs put in, and those that are typed instead.
_TYPED = str.maketrans({
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', EN_DASH: "-", "\N{NON-BREAKING HYPHEN}": "-",
    NO_BREAK_SPACE: " ", "\N{NARROW NO-BREAK SPACE}": " ",
})  # fmt: skip


def untypeset(text: str) -> str:
    """Return text with spaces, hyphens and straight marks as typed, of the same length.

    Texts that differ only in typography come out the same.
    """
    return text.translate(_TYPED)


# --- quotation marks ----------------------------------------------------------------------------

# A mark after one of these, or at the start, is an opening one.
_OPENERS = frozenset(" \t\r\n\u00a0\u2009\u202f([{<=/-–—“‘„«¿¡\u200b")
_SPACES = frozenset(" \t\r\n\u00a0\u2009\u202f")


def _curl(whole: str, changes: dict[int, str]) -> None:
    if '"' not in whole and "'" not in whole:
        return
    for mark in _STRAIGHT_MARKS.finditer(whole):
        place = mark.start()
        previous = changes.get(place - 1, whole[place - 1]) if place else " "
        following = whole[place + 1] if place + 1 < len(whole) else ""
        opens = previous in _OPENERS and following not in _SPACES
        # A mark between a colon or comma and a letter is an opening one too.
        opens = opens or (previous in ":,;" and following.isalnum())
        if mark[0] == '"':
            changes[place] = "“" if opens else "”"
        elif opens and not _ELIDED.match(whole, place):
            changes[place] = "‘"
        else:
            changes[place] = "’"


_STRAIGHT_MARKS = pattern("[\"']")
#: The start of a word after an apostrophe ('s ochtends, 't, 'n, 's-Gravenhage) or a year ('26).
_ELIDED = pattern(r"'(?:(?:[stnmkdr]|ie|er|ns)(?=[\s,.;:!?-]|\Z)|\d\d(?!\w))", re.IGNORECASE)


# --- spaces that do not break -------------------------------------------------------------------

# Words for things that are numbered.
_NUMBERED = frozenset(
    """
    nr. nrs. nr nrs no. nummer nummers artikel artikelen art. artt. lid onderdeel punt paragraaf paragrafen
    par. § §§ hoofdstuk hoofdstukken bijlage bijlagen bijl. item blz. p. pag. pagina figuur fig. tabel noot
    voetnoot hoofdtaak hoofdtaken kamerstuk kamerstukken stb. stcrt. trb. € eur $ ca.
    """.split()
)
# Units and magnitudes, which follow a number.
_UNITS = frozenset(
    """
    miljoen miljard duizend mln mln. mld mld. euro eur procent % ‰ mm cm m km m2 m² m³ km2 km² ha nm mijl
    zeemijl zeemijlen kilometer meter knopen kg kilo kilogram gram ton kton liter l uur °c ° kb mb gb tb kw mw
    kwh gwh hz khz mhz ghz
    """.split()
)
_MONTHS = frozenset((*MONTHS[1:], *(f"{month}." for month in SHORT_MONTHS)))
_OPENING = "([{“‘\"'„«"
_CLOSING = ")]},;:!?”’\"'»"


def _keep_together(whole: str, plain: str, changes: dict[int, str], *, has_digits: bool) -> None:
    places: list[int] = []
    if has_digits:
        spaces = (space.start() for space in _BESIDE_DIGITS.finditer(plain))
        places += [place for place in spaces if _belong_together(plain, place)]
    if " eur" in plain or " EUR" in plain:
        places += [amount.start(1) for amount in _AMOUNTS.finditer(plain)]
    if "Ms. " in plain or "S " in plain:  # as every ship's prefix ends
        places += _in_ships_names(plain)
    for place in places:
        if whole[place] == " ":
            changes[place] = NO_BREAK_SPACE


_BESIDE_DIGITS = pattern(r" (?:(?=[0-9])|(?<=[0-9] )(?=\S))")
#: The space between a magnitude and its currency: "42,2 miljoen euro".
_AMOUNTS = pattern(r"(?:mil(?:joen|jard)|ml[nd]\.?)( )(?:euro|EUR)\b")


_SHIP_PREFIXES = ("Zr.Ms.", "Hr.Ms.", "HNLMS", "HMS", "USS", "FGS")


def _in_ships_names(plain: str) -> Iterator[int]:
    """Yield the space behind a ship's prefix, and that behind an article there: "Zr.Ms. De Ruyter"."""
    for prefix in _SHIP_PREFIXES:
        at = plain.find(f"{prefix} ")
        while at >= 0:
            space = at + len(prefix)
            word, _, after = plain[space + 1 : space + 6].partition(" ")
            if "A" <= word[:1] <= "Z":
                yield space
                if word in ("De", "Den", "Het", "Van") and "A" <= after[:1] <= "Z":
                    yield space + 1 + len(word)
            at = plain.find(f"{prefix} ", space)


def _belong_together(plain: str, place: int) -> bool:
    """Return whether the words around the space at a place, one of them a number, must not be parted."""
    # Forty characters are more than any word that matters.
    before = plain[max(0, place - 40) : place].rpartition(" ")[2].lstrip(_OPENING)
    if plain[place + 1].isdigit():
        name = before.lower()
        if name in _NUMBERED or name.endswith(("resolutie", "resoluties")):
            return True
        if name in _MONTHS:
            year = plain[place + 1 : place + 6]
            return len(year) >= 4 and year[:4].isdigit() and not year[4:].isalnum()
        return _is_dossier(plain, place)
    if not before or not before[-1].isdigit():
        return False
    right = plain[place + 1 : place + 41].partition(" ")[0]
    after = right.rstrip(_CLOSING)
    unit = after.lower()
    if unit in _UNITS or unit.rstrip(".") in _UNITS:
        return before[0].isdigit() or before[0] in "€$-"
    if unit in _MONTHS or unit.rstrip(".") in _MONTHS:
        # "20 mei", "20-23 mei", "20–23 mei".
        return len(before) <= 5 and before.replace("-", "").replace(EN_DASH, "").isdigit()
    if right[0] == "(":
        return before.isdigit() and len(before) <= 4 and _YEAR_IN_BRACKETS.match(right) is not None
    return _CHAPTER.fullmatch(after) is not None and _is_dossier(plain, place - 4)


def _is_dossier(plain: str, place: int) -> bool:
    """Return whether the space at a place is in a dossier number, as in 29 521."""
    return place >= 2 and plain[place - 1].isdigit() and _DOSSIER.match(plain, place - 2) is not None


_DOSSIER = pattern(r"(?<![\w.,])\d\d \d{3}(?!\w)(?![.,]\d)")
#: A chapter of the budget after a dossier number: "36 800 X".
_CHAPTER = pattern(r"[IVX]{1,6}[A-E]?|[A-Z]")
_YEAR_IN_BRACKETS = pattern(r"\((?:19[4-9]|20\d)\d\)")


# --- en dashes ----------------------------------------------------------------------------------

# Words after which a hyphen between digits is part of one number.
_ONE_NUMBER = frozenset(
    """
    nr. nr no. nummer referentie kenmerk ref. zaaknummer dossier kamerstuk resolutie besluit verordening
    richtlijn tel. telefoon tel telefoonnummer boeing airbus iso isbn issn
    """.split()
)


def _dash(plain: str, changes: dict[int, str]) -> None:
    if "-" not in plain or not _BEFORE_DIGIT.search(plain):
        return
    for pair in _pairs().finditer(plain):
        if _is_range(pair[1], pair[2]) and not _is_one_number(plain, pair.start()):
            changes[pair.end(1)] = EN_DASH


_BEFORE_DIGIT = pattern(r"-\d")


@cache
def _pairs() -> re.Pattern[str]:
    """Match two numbers with a hyphen between them and nothing attached."""
    rest = r"(?:\.\d{3}){0,2}(?:,\d{1,3})?"
    # The dash is apart: in a class with it, compiling takes several times as long.
    guard = r"(?<![\w/.,:=+&?#@~-]\d)(?<!–\d)"
    return re.compile(rf"(\d{guard}\d{{0,3}}{rest})-(\d{{1,4}}{rest})(?!–)(?![\w/=&-])(?![.,:]\w)", re.ASCII)


def _is_range(first: str, last: str) -> bool:
    if any(len(end) > 1 and end[0] == "0" and end[1] != "," for end in (first, last)):
        return False
    if len(first) == 4 and len(last) == 2 and first[:2] in ("18", "19", "20") and first.isdigit():
        return int(last) == (int(first) + 1) % 100 or int(last) > int(first[2:])
    low, high = (tuple(map(int, end.replace(".", "").split(","))) for end in (first, last))
    return low < high


def _is_one_number(plain: str, start: int) -> bool:
    """Return whether what precedes two hyphenated numbers makes them one: "21 501-902", "(070) 31-88"."""
    if start == 0 or plain[start - 1] != " ":
        return False
    word = plain[max(0, start - 41) : start - 1].rpartition(" ")[2].lstrip(_OPENING)
    lowered = word.lower()
    return word[-1:].isdigit() or word[-1:] == ")" or lowered in _ONE_NUMBER or lowered.endswith("resolutie")
