# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds numbers in a Dutch text: digits and words, amounts, percentages, with magnitude words.

What looks like a number but names something is not reported where its form shows it: "F35",
"paragraaf 2.3.4", "20-05-2026", "21 501-02". Dates and citations in words are for the caller to set
aside, by their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

import msgspec

from jvom.dutch.characters import GAP, SPACE, plain_spaces
from jvom.dutch.numbers import MAGNITUDES, read_number, read_words
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
    unit_written: str = ""  #: "€", "EUR", "euro", "%", "procent"; "€ euro" when both stand there
    well_formed: bool = True  #: False for digits that Dutch writes otherwise: "€ 7.5 miljoen"
    doubtful: bool = False  #: a word that is often no number: "acht" (thinks)


def find_numbers(text: str) -> list[NumberExpression]:
    """Return the numbers in text, in order, none overlapping.

    "een" is an article unless accented ("één") or before a magnitude ("een miljoen"), so of
    "drieduizend een" only the thousands are found. Ordinals and inflected forms ("vijfde", "tweeën")
    are no numbers here. Both ends of "20-23" are reported.
    """
    found = [*_in_digits(text), *_in_words(text)]
    found.sort(key=lambda number: number.start)
    return found


_CURRENCIES: dict[str, Literal["euro", "dollar"]] = {
    "€": "euro",
    "eur": "euro",
    "euro": "euro",
    "$": "dollar",
    "usd": "dollar",
    "us$": "dollar",
    "dollar": "dollar",
}
_ENDS_OF_CURRENCIES = frozenset(name[-1] for word in _CURRENCIES for name in (word, word.upper()))
_MAGNITUDE = r"(?:miljoen|miljard|duizend|mln\b\.?|mld\b\.?)(?!\w)"


@cache
def _digit_runs() -> re.Pattern[str]:
    # Possessive, with a guard: a run is read once, and its tail is never tried as a run.
    return re.compile(r"\d(?<![\w.,:/–-]\d)[\d.,:/–-]*+(?!\w)", re.ASCII)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{GAP}(?P<magnitude>{_MAGNITUDE}))?"
        rf"(?:{SPACE}?(?P<percent>%)|{GAP}(?P<unit>euro|eur|procent|dollar|usd)(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _currency_before() -> re.Pattern[str]:
    return re.compile(rf"(?:€|(?<!\w)(?:EUR|euro|USD|US\$)(?=[\s\d])|\$){SPACE}{{0,4}}\Z", re.IGNORECASE)


def _in_digits(text: str) -> Iterator[NumberExpression]:
    for run in _digit_runs().finditer(text):
        written = run[0].rstrip(".,:/–-")
        ends = re.split("[-–]", written) if len(written) <= 60 else []
        if not 0 < len(ends) <= 2 or any(_names_something(end) for end in ends):
            continue
        # The offset after "€ 136.100,-": the dash stands for no cents.
        end = run.start() + len(written)
        price = run[0][len(written) :].startswith((",-", ",–"))
        last = len(ends) - 1
        position = run.start()
        for index, digits in enumerate(ends):
            stop = position + len(digits)
            yield from _number(
                text,
                position,
                stop,
                "digits",
                with_head=index == 0,
                with_tail=index == last,
                price=price and stop == end,
            )
            position = stop + 1


def _names_something(digits: str) -> bool:
    """Whether digits are a section, a time or the like: not a number, well formed or not."""
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ",":
        return True
    return read_number(digits) is None and not _english_decimal().fullmatch(digits)


@cache
def _english_decimal() -> re.Pattern[str]:
    return re.compile(r"\d{1,6}\.\d{1,2}", re.ASCII)


def _number(
    text: str,
    start: int,
    end: int,
    form: Literal["digits", "words"],
    *,
    with_head: bool,
    with_tail: bool,
    price: bool,
) -> Iterator[NumberExpression]:
    """Yield the number at start:end with what belongs to it on either side, if it is one."""
    digits = text[start:end]
    first, last = start, end
    unit: Literal["", "euro", "dollar", "percent"] = ""
    written: list[str] = []
    magnitude = ""
    if (
        with_head
        and text[max(0, start - 4) : start].rstrip()[-1:] in _ENDS_OF_CURRENCIES
        and (before := _currency_before().search(text, max(0, start - 10), start))
    ):
        first = before.start()
        written.append(plain_spaces(before[0]).strip())
        unit = _CURRENCIES[written[0].lower()]
    if price:
        last = end + (3 if text.startswith(("--", "––"), end + 1) else 2)
    elif with_tail and (after := _tail().match(text, end)):
        last = after.end()
        magnitude = after["magnitude"] or ""
        if name := after["percent"] or after["unit"]:
            unit = "percent" if name.lower() in ("%", "procent") else _CURRENCIES[name.lower()]
            written.append(name)
    if form == "digits":
        value = read_number(digits)
        well_formed = value is not None
        if value is None:
            if not unit and not magnitude:
                return  # "2.3" alone is a section
            value = Decimal(digits)
    else:
        words = _value_of_words(digits)
        if words is None or (digits.lower() == "een" and not magnitude):
            return
        value, well_formed = words, True
    yield NumberExpression(
        start=first,
        end=last,
        text=text[first:last],
        digits=digits,
        value=value * MAGNITUDES[magnitude.lower()] if magnitude else value,
        form=form,
        magnitude=magnitude,
        unit=unit,
        unit_written=" ".join(written),
        well_formed=well_formed,
        doubtful=form == "words" and not magnitude and digits.lower() in ("acht", "elf"),
    )


@cache
def _number_words() -> re.Pattern[str]:
    """Words, or ends of words, that may be numbers, in small letters; "een" only before a magnitude.

    A pattern that begins with letters is searched four times as fast as one that begins by looking back, and
    one with an alternative for each first letter twice as fast as one for each word.
    """
    return re.compile(
        r"(?:n(?:ul|egen)|één|t(?:w(?:ee|aalf|intig)|ien|achtig)|d(?:rie|ert|uizend)|v(?:ier|ijf|eert)|ze(?:s|ven)"
        rf"|a(?:cht|nderhal)|e(?:lf|en(?={GAP}{_MAGNITUDE}|[a-zëé]))|honderd)[a-zëé]*+(?![\w-])"
    )


#: "een drietal" is a number; "een tiental" is about so many.
_GROUPS = {
    f"{word}tal": number
    for number, word in enumerate(("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"), 2)
}
_A = pattern(rf"(?<!\w)een{SPACE}{{1,3}}\Z", re.IGNORECASE)


def _value_of_words(words: str) -> Decimal | None:
    if words.lower() in ("anderhalf", "anderhalve"):
        return Decimal("1.5")
    if words.lower() in _GROUPS:
        return Decimal(_GROUPS[words.lower()])
    number = read_words(words)
    return None if number is None else Decimal(number)


def _in_words(text: str) -> Iterator[NumberExpression]:
    taken = 0
    small = text.lower()
    for word in _number_words().finditer(small if len(small) == len(text) else text):
        start, end = word.span()
        if start < taken or (start and (text[start - 1].isalnum() or text[start - 1] in "-_")):
            continue
        if read_words(word[0]) is None and _value_of_words(word[0]) is None:
            continue
        if word[0].lower() in _GROUPS and not _A.search(text, max(0, start - 6), start):
            continue
        if word[0].lower() not in ("een", "één"):
            end = _with_following_parts(text, start, end)
        for number in _number(text, start, end, "words", with_head=True, with_tail=True, price=False):
            taken = number.end
            yield number


def _with_following_parts(text: str, start: int, end: int) -> int:
    """Return the end of a number of which the parts stand apart: "driehonderd vijftig"."""
    for _part in range(3):
        part = text[start:end].lower()
        if not part.endswith(("honderd", "duizend")):
            break
        following = _following_word().match(text, end)
        if not following or following["word"].lower() in ("een", "één"):
            break
        ones = read_words(following["word"])
        smaller = 1000 if part.endswith("duizend") else 100
        if ones is None or not 0 < ones < smaller or read_words(text[start : following.end()]) is None:
            break
        end = following.end()
    return end


@cache
def _following_word() -> re.Pattern[str]:
    return re.compile(rf"{GAP}(?P<word>[a-zëé]{{2,40}})(?![\w-])", re.IGNORECASE)
