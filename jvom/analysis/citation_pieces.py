# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The patterns of the parts of a citation, each bounded in length and compiled at first use.

`jvom.analysis.citations` puts the parts together.
"""

from __future__ import annotations

import re
from functools import cache

from jvom.dutch.characters import GAP, SPACE
from jvom.dutch.dates import MONTHS, SHORT_MONTHS
from jvom.dutch.kamerstukken import DOSSIER

_MALFORMED = r"(?<!\d)(?:\d{2}[ \u00a0]\d{2,4}|\d{1,3}[ \u00a0]\d{3,4})(?!\d)(?:-\d{2}(?!\d))?"
#: The start of a dossier number, well formed or not, or of a registry number: no year, no small number.
_DIGITS = r"\d(?:\d[ .\u00a0\u2009\u202f]?\d{3}|\d{0,2}[ \u00a0]\d{2}|\d{3}[ZD]\d)"
_NR = r"(?:nrs?\b\.?|no\.|nos\.|nummers?\b)"
_NUMBER = r"\d{1,5}(?![\d.,]\d)(?!\d)[a-z]?(?!\w)"
_SESSION = rf"(?P<from>(?:18|19|20)\d\d){SPACE}?[/–-]{SPACE}?(?P<to>(?:18|19|20)\d\d|\d\d)(?!\d)"


@cache
def trigger() -> re.Pattern[str]:
    """Match the start of a citation."""
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<which>[Tt]weede|[Ee]erste){GAP})?(?P<word>[Kk]amerstuk(?:ken|nummers?|nr\.?)?|(?<![/@])[Kk]st\.?)(?!\w)"
        r"|(?P<registry>20\d\d[ZD]\d{5})(?!\w)"
        rf"|(?P<sitting>[Vv]ergaderjaar){GAP}(?=\d)"
        r"|(?P<journal>Stb\b\.?|Stcrt\b\.?|Trb\b\.?|Staatsblad|Staatscourant|Tractatenblad)(?!\w)"
        rf"|(?P<debates>(?P<annex>Aanhangsel{GAP}(?:(?:van|bij){GAP}(?:de{GAP})?)?)?Handelingen)(?!\w)"
        rf"|(?P<paper>[Ss]tuk|[Kk]amerbrief){GAP}(?={_NR})"
        rf"|(?<![\d.,/–-])(?P<dossier>(?={_DIGITS})\d{{1,3}}))"
    )


#: Every citation that `_dossier_digits` does not find contains one of these, in lower case.
_HINTS = (
    *("kamerstuk", "kst", "vergaderjaar", "stb", "stcrt", "trb", "staatsblad", "staatscourant"),
    *("tractatenblad", "handelingen", "stuk", "kamerbrief"),
)


def may_contain_citation(text: str) -> bool:
    """Return whether a text might contain a citation: most do not, and `trigger` is slow to find that out."""
    return any(map(text.lower().__contains__, _HINTS)) or _dossier_digits().search(text) is not None


@cache
def _dossier_digits() -> re.Pattern[str]:
    return re.compile(_DIGITS)


@cache
def malformed_dossier() -> re.Pattern[str]:
    """Match a dossier number that is not two and three digits: "29 2521"."""
    return re.compile(_MALFORMED)


@cache
def odd_dossier() -> re.Pattern[str]:
    """Match what must be a dossier number after the word Kamerstuk, malformed: "2952 1", "295 21", "2952"."""
    return re.compile(r"\d{1,6}(?:[ .\u00a0]\d{1,4})?(?![\d-])")


@cache
def _hyphenated_number() -> re.Pattern[str]:
    return re.compile(r"(?P<a>\d{2})[ .\u00a0]?(?P<b>\d{3})-(?P<number>\d{1,5})(?!\w)")


def hyphenated_number_at(text: str, start: int) -> re.Match[str] | None:
    """Return the match of "29521-493" at `start`, or None; it may also be a sub-dossier ("21 501-02")."""
    return _hyphenated_number().match(text, start) if "-" in text[start : start + 7] else None


@cache
def bare_hyphenated() -> re.Pattern[str]:
    """Match "29521-493" without a word before it: no amount ("25 000-30 000") and no telephone number."""
    return re.compile(
        r"(?<!\d[ \u00a0])(?<!\))(?<!\)[ \u00a0])[23]\d[ \u00a0]?(?!\d00)\d{3}-\d{1,4}"
        r"(?![\w-]|[.,/]\d|[ \u00a0]\d)"
    )


@cache
def marker() -> re.Pattern[str]:
    """Match the word "nr." between a dossier and its number, with the comma before it."""
    return re.compile(rf"(?P<comma>,)?(?P<gap>{SPACE}{{0,4}})(?P<nr>{_NR}){SPACE}{{0,4}}(?=[\dA-Z])")


@cache
def number() -> re.Pattern[str]:
    """Match the number of a paper, or its letters in the Eerste Kamer: "493", "BE"."""
    return re.compile(rf"(?:{_NUMBER}|[A-Z]{{1,3}}(?!\w))")


RANGES = ("-", "–", "t")


@cache
def range_end() -> re.Pattern[str]:
    """Match the rest of a range, from its hyphen or words: "-5"."""
    return re.compile(rf"(?:[-–]|{GAP}(?:tot{GAP}en{GAP}met|t/m){GAP})(?P<number>\d{{1,5}}(?![\w-]))")


@cache
def another() -> re.Pattern[str]:
    """Match a further number of a list that is no dossier and no day of a date."""
    months = "|".join(sorted({month[:3] for month in (*MONTHS[1:], *SHORT_MONTHS)}))
    return re.compile(
        rf"(?P<joint>,|{SPACE}{{0,4}}(?<={SPACE})en(?={SPACE})|,{GAP}en){GAP}(?P<mark>{_NR}{SPACE}{{0,4}})?"
        rf"(?P<number>{_NUMBER}|[A-Z]{{1,2}}(?!\w))(?!{SPACE}\d{{3,4}}(?!\d))(?!-\d)(?!{GAP}(?:{months}))"
    )


@cache
def plain_word() -> re.Pattern[str]:
    """Match a word that makes the number before it a quantity: "nr. 493 en 12 militairen"."""
    return re.compile(
        rf"{GAP}(?!(?:van|over|d\.d|dd|waarin|betreffende|inzake|zijn|en|in|aan|met|of|op|die|te|wordt|worden)\b)"
        r"[a-zé]"
    )


@cache
def bare_number() -> re.Pattern[str]:
    """Match a number without "nr.": letters of the Eerste Kamer, or digits with nothing after them."""
    return re.compile(
        rf",{GAP}(?:(?P<letters>[A-Z]{{1,3}})(?![\w-])|(?P<digits>\d{{1,4}})(?=[).;,]?(?:{SPACE}|\Z)|[).;,])"
        rf"(?!{SPACE}[a-zA-Z\d]))"
    )


@cache
def _chamber() -> re.Pattern[str]:
    return re.compile(rf",?{GAP}(?P<chamber>II|I|TK|EK|Tweede{GAP}Kamer|Eerste{GAP}Kamer)(?![\w-])")


def chamber_after(text: str, end: int) -> re.Match[str] | None:
    """Return the match of a chamber at `end` ("II", "Tweede Kamer"), or None."""
    named = following(text, end).startswith(("I", "TK", "EK", "Tweede", "Eerste"))
    return _chamber().match(text, end) if named else None


@cache
def session() -> re.Pattern[str]:
    """Match a parliamentary year after a chamber: "2024/25"."""
    return re.compile(rf"(?:,?{GAP}(?:vergaderjaar{GAP})?)?{_SESSION}")


@cache
def gap() -> re.Pattern[str]:
    """Match what separates two parts: space, with at most a comma before it."""
    return re.compile(rf",?{GAP}")


@cache
def hyphen() -> re.Pattern[str]:
    """Match the first hyphen in the file name of a paper: "kst-29521-493"."""
    return re.compile(r"-(?=\d)")


def following(text: str, end: int) -> str:
    """Return the next few characters after any comma and spaces: a cheap test before a pattern is tried."""
    return text[end : end + 12].lstrip().removeprefix(",").lstrip()


def list_continues(text: str, end: int) -> bool:
    """Return whether a comma or "en" follows: mostly none does."""
    return text[end : end + 1] == "," or text[end : end + 8].split()[:1] == ["en"]


@cache
def _second_dossier() -> re.Pattern[str]:
    return re.compile(rf"(?:{GAP}en|,){GAP}(?={DOSSIER})")


def second_dossier_after(text: str, end: int) -> re.Match[str] | None:
    """Return the match of what precedes a further dossier at `end` ("en 27 925"), or None."""
    rest = following(text, end).removeprefix("en").lstrip()
    return _second_dossier().match(text, end) if rest[:1].isdigit() else None


@cache
def pages() -> re.Pattern[str]:
    """Match the pages cited: "blz. 47-50"."""
    return re.compile(
        rf",?{GAP}(?:blz|pp?|pag)\b\.?{SPACE}{{0,4}}(?P<pages>\d{{1,5}}(?:[-–]\d{{1,5}})?)(?:{GAP}e\.v\.)?(?!\w)"
    )


@cache
def item() -> re.Pattern[str]:
    """Match the item of the Handelingen: "item 3"."""
    return re.compile(rf",?{GAP}item{GAP}\d{{1,4}}(?!\w)")


@cache
def issue() -> re.Pattern[str]:
    """Match the year and number of an official journal: "2008, 851"."""
    return re.compile(
        rf"{GAP}(?P<year>1[89]\d\d|20\d\d)(?:,{GAP}(?:{_NR}{GAP})?|/|{GAP}{_NR}{GAP})(?P<number>\d{{1,5}})(?!\w)"
    )


@cache
def date_joint() -> re.Pattern[str]:
    """Match what joins a date to a citation: "d.d.", "van", "," or "("."""
    return re.compile(rf",?{GAP}(?P<word>d\.d\.?|dd\.?|van){GAP}|(?P<comma>,){GAP}|{GAP}(?P<bracket>\()")


@cache
def _registry_number() -> re.Pattern[str]:
    return re.compile(rf"(?:{GAP}(?:{_NR}{GAP})?)(?P<number>20\d\d[ZD]\d{{5}})(?!\w)")


def registry_number_after(text: str, end: int) -> re.Match[str] | None:
    """Return the match of a number of Parliament's registry at `end` ("2026Z01234"), or None."""
    near = text[end : end + 24]
    return _registry_number().match(text, end) if "Z" in near or "D" in near else None
