# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Abbreviations in a text, known or not: words that look like one, and those that the text explains."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from jvom.analysis.capital_words import capital_words
from jvom.analysis.long_forms import is_short_form, long_form
from jvom.analysis.word_classes import word_class
from jvom.dutch.patterns import pattern
from jvom.dutch.placeholders import PLACEHOLDERS

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage

_ROMAN = pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[a-z]?")
_BEFORE_CODE = pattern(r"\w[/_.]$|\d[ -]?$|€ ?$|www\.$")
_BEHIND_CODE = pattern(r"[ -]?\d|[/_.]\w")
#: A code that is an abbreviation when it fills a cell; in a sentence it may be a type or a number.
_CODE_ALONE = pattern(r"[A-Z]{2,4}\d|[A-Z]\d[A-Z]{1,4}|[CJSU]\d|[A-Z]&[A-Z]")
#: A code that is an abbreviation in a sentence too: "R2P", "C2-systemen", "J7-staf".
_CODE_WORD = pattern(r"(?<![\w/.-])(?:[A-Z][24][A-Z](?![\w/.])|(?:J\d|C2)(?=-[a-z]))")
#: One of these is among the two characters before a code, or behind it.
_CODE_SIGNS = frozenset("0123456789/_.€")
_QUOTE_MARKS = frozenset("'\"‘’“”„«»")
_THREE_SMALL = pattern(r"[a-zà-ÿ]{3}")


class Abbreviation(msgspec.Struct, frozen=True):
    """A word that looks like an abbreviation, as typed; `singular` is "VPD" for "VPDs"."""

    start: int
    end: int
    text: str

    @property
    def singular(self) -> str:
        return singular(self.text)


def singular(word: str) -> str:
    """Return the singular of an abbreviation: "VPD" for "VPDs"."""
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[:-1].isupper() else word


def find_abbreviations(passage: Passage) -> tuple[Abbreviation, ...]:
    """Return what looks like an abbreviation, in order.

    Left out are numerals, codes, ships' prefixes, units, names, words in quotation marks, and what needs no
    explanation.
    """
    text = passage.typed
    if passage.kind == "cell" and (
        text in word_class("small_abbreviation") or (_CODE_ALONE.fullmatch(text) and _is_short(text))
    ):
        return (Abbreviation(0, len(text), text),)
    if text.isupper() and len(passage.words) > 1:
        return ()
    codes = (match.span() for match in _CODE_WORD.finditer(passage.text))
    return tuple(
        Abbreviation(start, end, word)
        for start, end in sorted((*capital_words(passage.text), *codes))
        if _is_short(word := text[start:end])
        and word == passage.text[start:end]
        and not _is_code(text, start, end)
        and not _is_name(text, start, end)
        and not _is_all_quoted(text, start, end)
        and not (_is_number_and_letter(word) and _is_numbered(text, start))
    )


@cache
def _is_short(word: str) -> bool:
    """Tell whether a word may be an abbreviation that needs explanation, wherever it is."""
    return (
        word not in word_class("never_written_out", "ship_prefix")
        and word not in PLACEHOLDERS
        and not _ROMAN.fullmatch(word)
        and not _THREE_SMALL.search(word)
        and not word.startswith("IJ")
    )


@cache
def _is_number_and_letter(word: str) -> bool:
    """Tell whether a word is a Roman number with a letter more."""
    return _ROMAN.fullmatch(word[:-1]) is not None


def _is_all_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a word is all there is between quotation marks: it is meant as a word."""
    is_plural = text[end : end + 2] in ("'s", "’s")
    return text[start - 1 : start] in _QUOTE_MARKS and text[end : end + 1] in _QUOTE_MARKS and not is_plural


def _is_numbered(text: str, start: int) -> bool:
    """Tell whether a part of a text comes before its number: "hoofdstuk VIIA"."""
    before = text[max(0, start - 30) : start].split()
    return bool(before) and before[-1].lower() in word_class("numbered_part")


def _is_code(text: str, start: int, end: int) -> bool:
    """Tell whether the word is part of a code, number, postcode or address: "MPC 58 B", "2008/851/GBVB"."""
    if _CODE_SIGNS.isdisjoint(text[max(0, start - 2) : start] + text[end : end + 2]):
        return False
    before, after = text[max(0, start - 6) : start], text[end : end + 4]
    return _BEFORE_CODE.search(before) is not None or _BEHIND_CODE.match(after) is not None


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether the word is a name in capitals: after "operatie" or an abbreviation, or one of several."""
    if not text[start:end].isupper():
        return False
    before = text[max(0, start - 40) : start].split()
    after = (word.strip(".,;:)") for word in text[end : end + 40].split())
    if before and before[-1].lower().strip("\"'“‘„«*") in word_class("before_name"):
        return True
    if before and end - start > 5 and 1 < len(before[-1]) < 10 and _is_shouted(before[-1]):
        return before[-1].isascii()
    return len([*takewhile(_is_shouted, reversed(before)), *takewhile(_is_shouted, after)]) > 1


def _is_shouted(word: str) -> bool:
    return word.isupper() and word.isalpha()


# --- abbreviations that a text explains ----------------------------------------------------------

_BRACKETED = pattern(r"\(([^()\n]{2,60})\)")
_SHORT = pattern(r"[A-Za-z][\w/&.-]{0,14}[\w](?:[ -][A-Z][\w-]{0,9}){0,2}")
_SHORT_AT_END = pattern(r"[A-Za-z][\w-]{1,14}$")
_QUOTES = " '\"‘’“”„«»"
#: How far before its abbreviation in brackets a name may begin.
_LONGEST_NAME = 160
#: What may come before an abbreviation in brackets: "hierna te noemen: KFOR".
_LEADS = ("hierna", "verder", "voortaan", "afgekort", "kortweg", "ook wel")
_LEAD_ENDS = ("te noemen", "genoemd", "tot", "als")


class ExplainedAbbreviation(msgspec.Struct, frozen=True):
    """An abbreviation in brackets after the words that it is short for, or the other way round."""

    short_start: int
    short_end: int
    name_start: int
    name_end: int
    short: str
    name: str

    @property
    def start(self) -> int:
        return min(self.short_start, self.name_start)

    @property
    def end(self) -> int:
        return max(self.short_end, self.name_end)

    @property
    def has_capitals(self) -> bool:
        """Whether each long word of the name has a capital: it is a proper name."""
        return not any(word[0].islower() for word in self.name.split() if len(word) > 3)


def find_explained_abbreviations(passage: Passage) -> tuple[ExplainedAbbreviation, ...]:
    """Return the abbreviations that a passage explains, in order."""
    if "(" not in passage.text:
        return ()
    return tuple(
        explained
        for match in _BRACKETED.finditer(passage.typed)
        for explain in (_after_name, _before_name)
        for explained in explain(passage, *match.span(1))
    )


def _after_name(passage: Passage, start: int, end: int) -> Iterator[ExplainedAbbreviation]:
    """Yield the abbreviation of "Kosovo Force (KFOR)", given what is between the brackets."""
    text, bracket = passage.typed, start - 1
    inner = _without_lead(text[start:end])
    if not _SHORT.fullmatch(inner) or not is_short_form(inner.split()[0]):
        return
    limit = max(passage.sentence_at(bracket)[0], bracket - _LONGEST_NAME)
    before = text[limit:bracket].rstrip(_QUOTES)
    begin = long_form(inner, before)
    if begin is None:
        begin = long_form(inner.split()[0], before)  # "European Union Force ... (EUFOR Althea)"
    if begin is not None and before.find(")", begin) <= before.find("(", begin):
        short = text.rindex(inner, start, end)
        yield _explained(passage, short, short + len(inner), limit + begin, limit + len(before))


def _without_lead(bracketed: str) -> str:
    """Return an abbreviation without the words and quotation marks around it."""
    for words in (_LEADS, _LEAD_ENDS):
        lead = next((each for each in words if bracketed.lower().startswith(each)), None)
        if lead is None:
            break
        bracketed = bracketed[len(lead) :].lstrip(" :")
    return bracketed.strip(_QUOTES)


def _before_name(passage: Passage, start: int, end: int) -> Iterator[ExplainedAbbreviation]:
    """Yield the abbreviation of "KFOR (Kosovo Force)", given what is between the brackets."""
    text = passage.typed
    inner = text[start:end].strip(_QUOTES)
    limit = max(0, start - 21)
    short = _SHORT_AT_END.search(text[limit : start - 1].rstrip(_QUOTES))
    if not short or not is_short_form(short[0]) or " " not in inner:
        return
    name = text.index(inner, start)
    found = _explained(passage, limit + short.start(), limit + short.end(), name, name + len(inner))
    if long_form(short[0], inner) == 0 and found.has_capitals:
        yield found


def _explained(passage: Passage, start: int, end: int, first: int, last: int) -> ExplainedAbbreviation:
    name = " ".join(passage.text[first:last].split())
    return ExplainedAbbreviation(start, end, first, last, passage.text[start:end], name)


# --- short forms in capitals ---------------------------------------------------------------------

_SHORT_FORM = pattern(r"[A-Z](?:[A-Z0-9]{1,9}(?:-[A-Z0-9]{1,4})?|[A-Z]{0,2}-\d{1,3}[A-Z]?)(?!\w)")
_BEFORE_PART = frozenset("&/.'’-_")


def find_short_forms(text: str) -> Iterator[Abbreviation]:
    """Yield the words in capitals and digits, abbreviations or not: "EU", "F-16", "VN-EU"."""
    for match in _SHORT_FORM.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not before.isalnum() and before not in _BEFORE_PART:
            yield Abbreviation(*match.span(), match[0])
