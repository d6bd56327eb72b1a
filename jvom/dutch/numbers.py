# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch writes numbers, amounts and percentages, and how to read a single one back.

Finding numbers in a text is in `jvom.analysis.number_expressions`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from jvom.dutch.patterns import pattern

UNITS = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
#: The ordinals that are often written in words.
ORDINALS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
)
TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")

#: The words and abbreviations that multiply the number before them.
MAGNITUDES = {
    "duizend": 1_000,
    "mln": 1_000_000,
    "mln.": 1_000_000,
    "miljoen": 1_000_000,
    "mld": 1_000_000_000,
    "mld.": 1_000_000_000,
    "miljard": 1_000_000_000,
}

#: The largest number that is written or read in words.
LARGEST_IN_WORDS = 999_999

Number = int | float | str | Decimal


def write_words(number: int) -> str:
    """Write a whole number, 0 to 999.999, in words: "eenentwintig", "tweeduizend elf".

    One word up to and including "duizend", then a space; a diaeresis in "ën" where vowels meet
    (as the Taalunie's Leidraad spells numbers). Raises ValueError for other numbers.
    """
    if not 0 <= number <= LARGEST_IN_WORDS:
        raise ValueError(f"{number} is not written in words")
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    head = "duizend" if thousands == 1 else f"{_below_thousand(thousands)}duizend"
    return f"{head} {_below_thousand(rest)}" if rest else head


@cache
def read_words(text: str) -> int | None:
    """Read a number in words, 0 to 999.999; None when text is not one.

    Case does not matter. Parts may be separate or joined ("driehonderd vijftig", "tweeduizendelf"),
    "en" may follow a hundred or a thousand ("honderdeneen"), and thousands may be counted in hundreds
    ("twaalfhonderd").
    """
    word = "".join(text.lower().replace("é", "e").split())
    if len(word) > _LONGEST:
        return None
    head, thousand, rest = word.rpartition("duizend")
    if not thousand:
        return _read_hundreds(word)
    thousands = _read_hundreds(head) if head else 1
    ones = _read_hundreds(rest.removeprefix("en")) if rest else 0
    if thousands is None or ones is None or not 0 < thousands < 1000 or ones >= 1000 or (rest and not ones):
        return None
    return thousands * 1000 + ones


def write_integer(number: int) -> str:
    """Write a whole number in digits, points between thousands: "4.126"."""
    return f"{number:,}".replace(",", ".")


def write_decimal(number: Number, decimals: int | None = None) -> str:
    """Write a number in digits with a decimal comma: "42,2", "4.126,50".

    Without `decimals` it has as many as the number, none when that is whole; with it exactly so many,
    halves rounded away from zero. Raises ValueError unless the number is finite.
    """
    from decimal import ROUND_HALF_UP

    value = _decimal(number)
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    elif value == value.to_integral_value():
        value = value.to_integral_value()
    else:
        value = value.normalize()
    return f"{value:,f}".translate(_DUTCH_MARKS)


def write_money(amount: Number, magnitude: str = "", decimals: int | None = None) -> str:
    """Write an amount of euros: "€ 42,2 miljoen" for 42.2 and magnitude "miljoen"; "€ 500.000"."""
    words = ("€", write_decimal(amount, decimals), magnitude)
    return " ".join(filter(None, words))


def write_percentage(number: Number, decimals: int | None = None) -> str:
    """Write a percentage, without a space: "12,5%"."""
    return f"{write_decimal(number, decimals)}%"


def read_number(text: str) -> Decimal | None:
    """Read a number in Dutch digits: "4.126", "5700", "42,2", "-1.000,50"; None when text is not one."""
    if not _WELL_FORMED.fullmatch(text):
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


_DUTCH_MARKS = str.maketrans(",.", ".,")


def _decimal(number: Number) -> Decimal:
    # A float means what it shows: 42.2, not 42.2000000000000028.
    value = Decimal(str(number))
    if not value.is_finite():
        raise ValueError(f"{number} is not a finite number")
    return value


_WELL_FORMED = pattern(r"-?(?:\d{1,3}(?:\.\d{3}){1,8}|\d{1,18})(?:,\d{1,12})?", re.ASCII)


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    tens, unit = divmod(number, 10)
    if not unit:
        return TENS[tens]
    joint = "ën" if UNITS[unit].endswith("e") else "en"
    return f"{UNITS[unit]}{joint}{TENS[tens]}"


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = "honderd" if hundreds == 1 else f"{UNITS[hundreds]}honderd"
    return f"{head}{_below_hundred(rest)}" if rest else head


def _read_hundreds(word: str) -> int | None:
    """Read a number without thousands in one word: "elf", "driehonderdvijftig", "twaalfhonderdeneen"."""
    head, hundred, rest = word.partition("honderd")
    if not hundred:
        return _below_hundred_by_word().get(word)
    hundreds = _below_hundred_by_word().get(head, 0) if head else 1
    ones = _below_hundred_by_word().get(rest.removeprefix("en"), 0) if rest else 0
    # Nobody writes "eenhonderd", and "tienhonderd" is "duizend".
    if (head and hundreds < 2) or hundreds % 10 == 0 or (rest and not ones):
        return None
    return hundreds * 100 + ones


@cache
def _below_hundred_by_word() -> dict[str, int]:
    words = {_below_hundred(number): number for number in range(100)}
    # Many people type them without the diaeresis.
    return words | {word.replace("ë", "e"): number for word, number in words.items()}


_LONGEST = 80
