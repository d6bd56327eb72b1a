# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""FIG008: how a number of a thousand or more is written: "5,700", "27 925"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.dates import MONTHS
from jvom.dutch.numbers import write_integer
from jvom.dutch.patterns import pattern


@rule("FIG008", WARNING, Scope.TEXTS, local=True)
def thousands(texts: Texts) -> Iterator[Violation]:
    """A number of a thousand or more lacks its point."""
    wrong = [(passage, *found) for passage in texts.passages for found in _wrong_numbers(passage)]
    wrong += [
        (amount.passage, amount.start, amount.end, "wrong-groups", "")
        for amount in _EURO_GROUPS.find(texts)
        if any(len(group) != 3 for group in amount.text.split(".")[1:])
    ]
    for passage, start, end, wording, right in wrong:
        # Public prose may leave the point out of four digits.
        may_lack = wording == "four-digits" and passage.document == "tekst"
        if passage.is_typed(start, end):
            yield violation(
                passage.span(start, end),
                wording,
                written=passage.text[start:end],
                right=right,
                severity=INFO if may_lack else None,
            )


def _wrong_numbers(passage: Passage) -> Iterator[tuple[int, int, str, str]]:
    """Yield the start and end of numbers that Dutch writes differently, what to do, and how to write it."""
    for quantity in passage.quantities:
        if wrong := _wrong_form(passage, quantity):
            yield quantity.start, quantity.number.end, *wrong
    for match in _COMMA_THOUSANDS.finditer(passage.text) if _COMMA_GROUPS.search(passage.text) else ():
        yield *match.span(), "rewrite", match[0].replace(",", ".")
    for first, second in pairwise(passage.quantities):
        start, end = first.start, second.number.end
        counts = len(second.noun) > 3 and second.noun not in word_class("opening", "clause_word")
        written = _SPACED_THOUSANDS.fullmatch(passage.text, start, end) if counts else None
        # "27 925 Bestrijding internationaal terrorisme" is a dossier of Parliament.
        is_dossier = not start and passage.text[end + 1 : end + 2].isupper()
        if written and not is_dossier and not _NUMBERED.match_before(passage, start):
            yield start, end, "rewrite", ".".join(written.groups())


def _wrong_form(passage: Passage, quantity: Quantity) -> tuple[str, str] | None:
    """Return what to do about a number that is written wrong, and how to write it; None for a right one."""
    number, groups = quantity.number, quantity.number.digits.split(",")
    if number.form != "digits":
        return None
    if number.digits.isdigit() and len(number.digits) >= 4:
        is_noun = bool(quantity.noun) and quantity.noun not in word_class("opening", "clause_word")
        counts = (is_noun or bool(number.unit)) and not _is_code(passage, number.start, number.end)
        wording = "four-digits" if len(number.digits) == _DIGITS_OF_YEAR else "rewrite"
        return (wording, write_integer(int(number.digits))) if counts else None
    english = len(groups) > 1 and "." not in number.digits and all(len(group) == 3 for group in groups[1:])
    if english and _has_no_thousandths(passage, quantity):
        return "rewrite", number.text.replace(",", ".")
    return None if number.well_formed else ("decimal-comma", "")


#: As many digits as a year has.
_DIGITS_OF_YEAR = 4
_EURO_GROUPS = Phrase("€{digits}.{digits}.{digits}(.{digits})?", "€ {digits}.{digits}.{digits}(.{digits})?")
#: Thousands separated by commas, as in English, which no number of the analysis has; a list of numbers has
#: a space after each comma.
_COMMA_THOUSANDS = pattern(r"(?:€\s?)?(?<![\w.,])[1-9]\d{0,2}(?:,\d{3}){2,3}(?!\w|[.,]\d)")
_COMMA_GROUPS = pattern(r",\d{3},\d{3}")
_SPACED_THOUSANDS = pattern(r"(\d{1,3})\s(\d{3})")
#: What has a number for its name: "de normcommissie 351 240".
_NUMBERED = Phrase("*commissie|norm|NEN|dossier|kenmerk|nummer|nr.")
_PER_MEASURE = Phrase("(per|de|voor een) liter*|kWh|kilo*|m2|m3|m²|m³|m|kubieke|stuk*|minuut|eenheid")


def _has_no_thousandths(passage: Passage, quantity: Quantity) -> bool:
    """Tell whether a number counts things, or is a sum of money and no unit price."""
    number, noun = quantity.number, quantity.noun
    if number.magnitude or number.unit == "percent":
        return False
    if number.unit:
        return not number.digits.startswith("0") and not _PER_MEASURE.match_at(passage, number.end)
    return noun.endswith(("en", "s")) and not noun.endswith(tuple(word_class("measure_ending")))


_CODE = Phrase(
    "kenmerk {word|digits}...3",
    "{short_form} {digits}-",
    "Zr.Ms.|code|type|telefoon|tel|tel.|lijn|kamer|Postbus -?",
)

#: "van 2001 tot 2014 geduurd", "in 1575 gebeurde": years, when no noun is behind them.
_FROM_YEAR = Phrase(
    "van|vanaf {four_digits} tot|naar",
    "tussen {four_digits} en",
    "die tot en met|sinds",
    "in|anno|jaar ({four_digits}-|{four_digits}–|{four_digits} –)?",
)
#: "bleef na 1876 gespaard": years before a participle, which an ending in -e ties to a noun.
_AROUND_YEAR = Phrase("na|voor|vóór|vanaf|sinds|rond|omstreeks|uit|tot pakweg|circa|ongeveer?")


_ROMAN = frozenset("IVX")


def _is_code(passage: Passage, start: int, end: int) -> bool:
    """Tell whether four digits are no number but a hull number, a postcode or another code."""
    tokens = passage.tokens
    place = tokens.at(start) - 1
    before = tokens.forms[place - (tokens.forms[place] == "-")] if place > 0 else ""
    after = tokens.forms[tokens.at(end)] if tokens.at(end) < len(tokens) else ""
    return (
        before in MONTHS  # a year with the number of a note: "30 september 20151"
        or (before.isupper() and len(before) <= 6)
        or (after.isupper() and (len(after) == 2 or _ROMAN.issuperset(after)))
        or (
            after in word_class("numeral", "plural_determiner")
            and _FROM_YEAR.match_before(passage, start) is not None
        )
        or classes_of(after) == "v"  # a year, or a train: "de grondwet van 1848 geldt"
        or _CODE.match_before(passage, start) is not None
        or (_FROM_YEAR.match_before(passage, start) is not None and "n" not in classes_of(after))
        or (
            classes_of(after)[:1] == "a"
            and "n" not in classes_of(after)
            and not after.endswith("e")
            and _AROUND_YEAR.match_before(passage, start) is not None
        )
    )
