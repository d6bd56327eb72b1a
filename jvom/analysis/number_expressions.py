# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds numbers in a Dutch text: in digits or words, amounts, percentages, with magnitude words.

Digits that are visibly part of a name or reference are left out: "F35", "paragraaf 2.3.4",
"20-05-2026", "21 501-02". The caller must leave out dates and citations in words, by their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from jvom.dutch.characters import GAP, SPACE, plain_spaces
from jvom.dutch.numbers import MAGNITUDES, UNITS, read_number, read_words
from jvom.dutch.patterns import pattern


class NumberExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A number in a text, from its currency sign to its magnitude or unit."""

    start: int  #: offset of the first character
    end: int  #: offset after the last
    text: str  #: text[start:end]
    digits: str  #: the bare number as written: "42,2", "elf"
    value: Decimal  #: with its magnitude: 42200000 for "€ 42,2 miljoen"
    form: Literal["digits", "words"]
    magnitude: str = ""  #: as written: "miljoen", "mln."
    unit: Literal["", "euro", "dollar", "percent"] = ""
    unit_written: str = ""  #: "€", "EUR", "euro", "%", "procent"; "€ euro" when both are written
    well_formed: bool = True  #: False for digits that Dutch writes differently: "€ 7.5 miljoen"
    doubtful: bool = False  #: a word that is often not a number: "acht" (considers)

    @property
    def precision(self) -> Decimal:
        """What a one in its last digit is worth if it is rounded: 100000 in "€ 12,5 miljoen", else zero."""
        decimals = len(self.digits.partition(",")[2])
        written = read_number(self.digits) if decimals or self.magnitude else None
        return (self.value / written).scaleb(-decimals) if written else Decimal(0)


def find_numbers(text: str) -> list[NumberExpression]:
    """Return the numbers in text, in order, none overlapping: those in digits and those in words.

    "een" is an article unless accented ("één") or before a magnitude ("een miljoen"), so of
    "drieduizend een" only the thousands are found. Ordinals and inflected forms ("vijfde", "tweeën")
    are no numbers here. Both ends of "20-23" are reported.
    """
    return sorted((*_in_digits(text), *_in_words(text)), key=lambda number: number.start)


_CURRENCIES: dict[str, Literal["euro", "dollar"]] = {
    "€": "euro",
    "eur": "euro",
    "euro": "euro",
    "$": "dollar",
    "usd": "dollar",
    "us$": "dollar",
    "dollar": "dollar",
}
_MAGNITUDE = r"(?:miljoen|miljard|duizend|mln\b\.?|mld\b\.?)(?!\w)"


# Possessive, with a guard: each run is read once, and never again from its middle.
_DIGIT_RUNS = pattern(r"\d(?<![\w.,:/-]\d)[\d.,:/-]*+(?!\w)", re.ASCII)
#: What follows a number: a dash for no cents, "€ 136.100,-", or a magnitude and a unit.
_TAIL = pattern(
    rf",(?:--?|––?)|(?:{GAP}(?P<magnitude>{_MAGNITUDE}))?"
    rf"(?:{SPACE}?(?P<percent>%)|{GAP}(?P<unit>euro|eur|procent|dollar|usd)(?!\w))?",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = pattern(rf"(?:€|(?<!\w)(?:EUR|euro|USD|US\$)(?=[\s\d])|\$){SPACE}{{0,4}}\Z", re.IGNORECASE)


def _in_digits(text: str) -> Iterator[NumberExpression]:
    if not any(map(text.__contains__, "0123456789")):
        return
    for run in _DIGIT_RUNS.finditer(text.replace("–", "-")):
        written = run[0].rstrip(".,:/-")
        ends = written.split("-") if len(written) <= 60 else []
        values = [value for digits in ends if (value := _read_digits(digits)) is not None]
        position = run.start()
        for digits, value in zip(ends, values, strict=True) if len(ends) == len(values) <= 2 else ():
            number = _number(text, position, position + len(digits), "digits", value)
            # A bare "2.3" is the number of a section.
            if number.well_formed or number.unit or number.magnitude:
                yield number
            position += len(digits) + 1


def _read_digits(digits: str) -> Decimal | None:
    """Read a number, well formed or not; None for what is none, as the number of a section or a time."""
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ",":
        return None
    return Decimal(digits) if _ENGLISH_DECIMAL.fullmatch(digits) else read_number(digits)


_ENGLISH_DECIMAL = pattern(r"\d{1,6}\.\d{1,2}", re.ASCII)


def _number(
    text: str, start: int, end: int, form: Literal["digits", "words"], value: Decimal
) -> NumberExpression:
    """Return the number at start:end with its currency, magnitude and unit on either side."""
    digits, first, last = text[start:end], start, end
    unit: Literal["", "euro", "dollar", "percent"] = ""
    magnitude = ""
    written: list[str] = []
    if before := _CURRENCY_BEFORE.search(text, max(0, start - 10), start):
        first = before.start()
        written.append(plain_spaces(before[0]).strip())
        unit = _CURRENCIES[written[0].lower()]
    if after := _TAIL.match(text, end):
        last = after.end()
        magnitude = after["magnitude"] or ""
        if name := after["percent"] or after["unit"]:
            unit = "percent" if name.lower() in ("%", "procent") else _CURRENCIES[name.lower()]
            written.append(name)
    return NumberExpression(
        start=first,
        end=last,
        text=text[first:last],
        digits=digits,
        value=value * MAGNITUDES[magnitude.lower()] if magnitude else value,
        form=form,
        magnitude=magnitude,
        unit=unit,
        unit_written=" ".join(written),
        well_formed=not _ENGLISH_DECIMAL.fullmatch(digits),
        doubtful=not magnitude and digits.lower() in ("acht", "elf"),
    )


#: Words, or ends of words, in lower case that may be numbers; "een" only before a magnitude. For speed it
#: starts with letters instead of a lookbehind, and has one alternative for each first letter.
_NUMBER_WORDS = pattern(
    r"(?:n(?:ul|egen)|één|t(?:w(?:ee|aalf|intig)|ien|achtig)|d(?:rie|ert|uizend)|v(?:ier|ijf|eert)|ze(?:s|ven)"
    rf"|a(?:cht|nderhal)|e(?:lf|en(?={GAP}{_MAGNITUDE}|[a-zëé]))|honderd)[a-zëé]*+(?![\w-])"
)


#: Each of them has one of these; "een" is a number with a magnitude, or in "eenentwintig" and the like.
_HINTS = (
    *("nul", "negen", "één", "twee", "twaalf", "twintig", "tien", "drie", "dert", "duizend", "vier", "vijf"),
    *("veert", "zes", "zeven", "acht", "anderhal", "elf", "honderd", "miljoen", "miljard", "mln", "mld"),
)


#: Halves and groups: "een drietal" is a number, and "een tiental" means about ten.
_OTHERS = {f"{word}tal": Decimal(number) for number, word in enumerate(UNITS[2:10], 2)} | {
    "anderhalf": Decimal("1.5"),
    "anderhalve": Decimal("1.5"),
}
_GAP = pattern(GAP)
_A = pattern(rf"(?<!\w)een{SPACE}{{1,3}}\Z", re.IGNORECASE)


def _value_of_words(words: str) -> Decimal | None:
    number = read_words(words)
    return _OTHERS.get(words.lower()) if number is None else Decimal(number)


def _in_words(text: str) -> Iterator[NumberExpression]:
    taken = 0
    lowered = text.lower()
    lowered = lowered if len(lowered) == len(text) else text
    if not any(map(lowered.__contains__, _HINTS)):
        return
    for word in _NUMBER_WORDS.finditer(lowered):
        start, end = word.span()
        if start < taken or (start and (text[start - 1].isalnum() or text[start - 1] in "-_")):
            continue
        if word[0].endswith("tal") and not _A.search(text, max(0, start - 6), start):
            continue
        end = _with_following_parts(lowered, start, end)
        if (value := _value_of_words(text[start:end])) is not None:
            number = _number(text, start, end, "words", value)
            taken = number.end
            yield number


def _with_following_parts(lowered: str, start: int, end: int) -> int:
    """Return the end of a number that is written in separate words: "driehonderd vijftig"."""
    while lowered.endswith(("honderd", "duizend"), start, end):
        gap = _GAP.match(lowered, end)
        following = gap and _NUMBER_WORDS.match(lowered, gap.end())
        # "honderd duizend" is a hundred with a magnitude.
        if not following or not 0 < (read_words(following[0]) or 0) < 1000:
            break
        if read_words(lowered[start : following.end()]) is None:
            break
        end = following.end()
    return end
