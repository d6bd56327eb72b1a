# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The patterns of the parts of a citation, each bounded in length.

`jvom.analysis.citations` puts the parts together.
"""

from __future__ import annotations

import re

import msgspec

from jvom.dutch.characters import GAP, SPACE
from jvom.dutch.dates import MONTHS, SHORT_MONTHS
from jvom.dutch.kamerstukken import BETWEEN_HALVES, DOSSIER
from jvom.dutch.patterns import pattern

#: The start of a dossier number, well formed or not, or of a registry number: no year, no small number.
_DIGITS = rf"\d(?:\d{BETWEEN_HALVES}\d{{3}}|\d{{0,2}}[ \u00a0]\d{{2}}|\d{{3}}[ZD]\d)"
_NR = r"(?:nrs?\b\.?|no\.|nos\.|nummers?\b)"
_NUMBER = r"\d{1,5}(?![\d.,]\d)(?!\d)[a-z]?(?!\w)"
_CHAMBER = rf"(?:II|I|TK|EK|Tweede{GAP}Kamer|Eerste{GAP}Kamer)(?![\w-])"
_YEARS = rf"(?:18|19|20)\d\d{SPACE}?(?:[/-]|–(?!–)){SPACE}?(?:(?:18|19|20)\d\d|\d\d)(?!\d)"
_SESSION = rf",?{GAP}(?:vergaderjaar{GAP})?{_YEARS}"
#: "Stb. 2008, 851", with its year and its number.
_JOURNAL = (
    rf"(?:Stb\b\.?|Stcrt\b\.?|Trb\b\.?|Staatsblad|Staatscourant|Tractatenblad){GAP}(?:1[89]|20)\d\d"
    rf"(?:,{GAP}(?:{_NR}{GAP})?|/|{GAP}{_NR}{GAP})\d{{1,5}}(?!\w)"
)
#: "Aanhangsel van de Handelingen II 2007/08, nr. 108, item 5": its parliamentary year, its number, or both.
_PLACE_IN_DEBATES = rf",?{GAP}{_NR}{SPACE}{{0,4}}\d{{1,5}}(?!\w)"
_DEBATES = (
    rf"(?:Aanhangsel{GAP}(?:(?:van|bij){GAP}(?:de{GAP})?)?)?Handelingen(?:,?{GAP}{_CHAMBER})?"
    rf"(?:{_SESSION}(?:{_PLACE_IN_DEBATES})?|{_PLACE_IN_DEBATES})(?:,?{GAP}item{GAP}\d{{1,4}}(?!\w))?"
)


class Piece(msgspec.Struct, frozen=True):
    """A pattern, and what it begins with after any comma and spaces: it is tried only where that is."""

    pattern: re.Pattern[str]
    starts: tuple[str, ...]

    def match(self, text: str, end: int) -> re.Match[str] | None:
        """Match the pattern behind the `end` of what was read."""
        near = text[end : end + 10].removeprefix(",").lstrip()
        return self.pattern.match(text, end) if near.startswith(self.starts) else None


_TRIGGER = (
    rf"(?<!\w)(?:(?:(?P<which>[Tt]weede|[Ee]erste){GAP})?(?P<word>[Kk]amerstuk(?:ken|nummers?|nr\.?)?|(?<![/@])[Kk]st\.?)(?!\w)"
    r"|(?P<registry>20\d\d[ZD]\d{5})(?!\w)"
    rf"|[Vv]ergaderjaar{GAP}(?P<sitting>{_YEARS})"
    r"|(?P<other>%s)"
    rf"|(?P<paper>[Ss]tuk|[Kk]amerbrief){GAP}(?={_NR})"
    rf"|(?<![\d.,/–-])(?P<dossier>(?={_DIGITS})\d{{1,3}}))"
)

#: The start of a citation, and of one of a parliamentary paper, which is compiled in half the time.
_ANY_TRIGGER = pattern(_TRIGGER % f"{_JOURNAL}|{_DEBATES}")
_PAPER_TRIGGER = pattern(_TRIGGER % "(?!)")

#: Every citation that `_DOSSIER_DIGITS` does not find contains one of these, in lower case.
_HINTS = ("kamerstuk", "kst", "vergaderjaar", "stuk", "kamerbrief")
_OTHER_HINTS = ("handelingen", "stb", "stcrt", "trb", "staatsblad", "staatscourant", "tractatenblad")
_DOSSIER_DIGITS = pattern(_DIGITS)


def trigger_of(text: str) -> re.Pattern[str] | None:
    """Return the pattern of the starts of citations for a text.

    None for most texts, which have no citation: the pattern is slow to find that out.
    """
    lowered = text.lower()
    if any(map(lowered.__contains__, _OTHER_HINTS)):
        return _ANY_TRIGGER
    may_have_one = any(map(lowered.__contains__, _HINTS)) or _DOSSIER_DIGITS.search(text)
    return _PAPER_TRIGGER if may_have_one else None


#: A dossier number that is not two and three digits: "29 2521".
MALFORMED_DOSSIER = pattern(
    r"(?<!\d)(?:\d{2}[ \u00a0]\d{2,4}|\d{1,3}[ \u00a0]\d{3,4})(?!\d)(?:-\d{2}(?!\d))?"
)
#: What must be a dossier number after the word Kamerstuk, malformed: "2952 1", "295 21", "2952".
ODD_DOSSIER = pattern(r"\d{1,6}(?:[ .\u00a0]\d{1,4})?(?![\d-])")
#: "29521-493"; it may also be a sub-dossier ("21 501-02").
HYPHENATED = pattern(r"(?P<a>\d{2})[ .\u00a0]?(?P<b>\d{3})-(?P<number>\d{1,5})(?!\w)")
#: "29521-493" without a word before it: no amount ("25 000-30 000") and no telephone number.
BARE_HYPHENATED = pattern(
    r"(?<!\d[ \u00a0])(?<!\))(?<!\)[ \u00a0])[23]\d[ \u00a0]?(?!\d00)\d{3}-\d{1,4}"
    r"(?![\w-]|[.,/]\d|[ \u00a0]\d)"
)
#: The word "nr." between a dossier and its number, with the comma before it.
MARKER = pattern(rf",?{SPACE}{{0,4}}(?P<nr>{_NR}){SPACE}{{0,4}}(?=[\dA-Z])")
#: The number of a paper, or its letters in the Eerste Kamer: "493", "BE".
NUMBER = pattern(rf"(?:{_NUMBER}|[A-Z]{{1,3}}(?!\w))")
#: The rest of a range, from its hyphen or words: "-5".
RANGE_END = Piece(
    pattern(rf"(?:[-–]|{GAP}(?:tot{GAP}en{GAP}met|t/m){GAP})(?P<number>\d{{1,5}}(?![\w-]))"), ("-", "–", "t")
)
#: A further number of a list that is no dossier and no day of a date.
ANOTHER = Piece(
    pattern(
        rf"(?P<joint>,|{SPACE}{{0,4}}(?<={SPACE})en(?={SPACE})|,{GAP}en){GAP}(?P<mark>{_NR}{SPACE}{{0,4}})?"
        rf"(?P<number>{_NUMBER}|[A-Z]{{1,2}}(?!\w))(?!{SPACE}\d{{3,4}}(?!\d))(?!-\d)"
        rf"(?!{GAP}(?:{'|'.join(sorted({month[:3] for month in (*MONTHS[1:], *SHORT_MONTHS)}))}))"
    ),
    ("en", "n", *"0123456789", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
)
#: A word that makes the number before it a quantity: "nr. 493 en 12 militairen".
PLAIN_WORD = pattern(
    rf"{GAP}(?!(?:van|over|d\.d|dd|waarin|betreffende|inzake|zijn|en|in|aan|met|of|op|die|te|wordt|worden)\b)"
    r"[a-zé]"
)
#: A number without "nr.": letters of the Eerste Kamer, or digits with nothing after them.
BARE_NUMBER = pattern(
    rf",{GAP}(?:(?P<letters>[A-Z]{{1,3}})(?![\w-])|(?P<digits>\d{{1,4}})(?=[).;,]?(?:{SPACE}|\Z)|[).;,])"
    rf"(?!{SPACE}[a-zA-Z\d]))"
)
#: What separates two parts: space, with at most a comma before it, or the hyphen of "kst-29521-493".
BETWEEN = pattern(rf",?{GAP}|-(?=\d)")
#: The pages cited: "blz. 47-50".
PAGES = Piece(
    pattern(rf",?{GAP}(?:blz|pp?|pag)\b\.?{SPACE}{{0,4}}\d{{1,5}}(?:[-–]\d{{1,5}})?(?:{GAP}e\.v\.)?(?!\w)"),
    ("b", "p"),
)
#: What joins a date to a citation: "d.d.", "van", "," or "(".
DATE_JOINT = pattern(rf",?{GAP}(?P<word>d\.d\.?|dd\.?|van){GAP}|(?P<comma>,){GAP}|{GAP}(?P<bracket>\()")
#: The chamber ("II", "Tweede Kamer") and the parliamentary year ("2024/25") that come before a dossier.
CHAMBER = Piece(pattern(rf",?{GAP}(?P<chamber>{_CHAMBER})"), ("I", "T", "E"))
SESSION = Piece(pattern(_SESSION), ("18", "19", "20", "v"))
#: What comes between two dossiers: "en 27 925".
SECOND_DOSSIER = Piece(pattern(rf"(?:{GAP}en|,){GAP}(?={DOSSIER})"), ("en", *"0123456789"))
#: A number of Parliament's registry: "2026Z01234".
REGISTRY_NUMBER = Piece(pattern(rf"(?:{GAP}(?:{_NR}{GAP})?)(?P<number>20\d\d[ZD]\d{{5}})(?!\w)"), ("20", "n"))
