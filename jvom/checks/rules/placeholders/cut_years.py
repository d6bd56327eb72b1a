# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Years that were damaged in typing: "mei 202", "2O25", "11-02-20"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.years import is_year
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.dates import MONTHS, SHORT_MONTHS
from jvom.dutch.patterns import pattern

_MONTH = f"{'|'.join((*MONTHS[1:], *SHORT_MONTHS))}(.)?"
#: What comes before a year.
_DAY_AND_MONTH = Phrase(f"{{digits}} {_MONTH}")
_JUST_MONTH = Phrase(_MONTH)
_MONTH_IN_TIME = Phrase(f"sinds|vanaf|begin|medio|half|eind|einde|tot|t/m {_MONTH}", f"tot en met {_MONTH}")
_PART_OF_YEAR = Phrase("eind|einde|begin|medio|sinds|zomer|najaar|voorjaar|winter van?")
_YEAR_WORD = Phrase(
    *_PART_OF_YEAR.typed,
    "{year_noun} van?",
)
_PREPOSITION = Phrase("(in|uit|vanaf|tot|tot en met|t/m|over)")
_RANGE_BEFORE = Phrase("first={digits}-|/", "first={digits} -|/")
_RANGE_AFTER = Phrase("last=(- {digits})", "last=(-{digits})")
_NUMBER_BEFORE = Phrase("{word}/|-{digits}/|-", "{word}.{digits}/|-")
_NUMERIC_BEFORE = Phrase("{digits}-{digits}-")
_RESOLUTION_BEFORE = Phrase(
    r"resolutie|*-resolutie {digits} \(", r"resoluties|*-resoluties {digits} en {digits} \("
)
#: What comes after a year that is not the last of its text.
_CONTINUES = Phrase(
    "{behind_year}",
    "en {year}",
    r".|,|;|\)",
)
_WITHOUT_CENTURY = Phrase(f"{_MONTH} year=('{{two_digits}})", "eind|begin|medio|half year=('{two_digits})")
_SPLIT = Phrase("20 {two_digits}")
_DECIMAL = Phrase("{digits}(.{digits}|,{digits})")
#: How far before a number the word for what it numbers may be.
_NEARBY = 60
#: Words (small letters) that are a year but for a digit or the letter o; no entity has what is no year.
_NEAR_YEAR = pattern(r"20|(?:19|20)\d(?:\d\d)?|2\d0\d\d|(?=\w*o)2[0o][\do]{2}")


@rule("PLH002", ERROR, Scope.TEXTS, local=True)
def year_cut_short(texts: Texts) -> Iterator[Violation]:
    """A year is unfinished."""
    for word, places in texts.words.items():
        for passage, number in places if word[0] in "12" and _NEAR_YEAR.fullmatch(word) else ():
            start, end = passage.words[number]
            if split := _SPLIT.match_at(passage, start):
                end = split.end
            if (
                passage.is_typed(start, end)
                and _is_year(passage, start, end)
                and not _DECIMAL.is_around(passage, start, end)
            ):
                yield _violation(passage, start, end)
    for passage in texts.passages:
        for date in passage.dates:
            short = date.form == "numeric" and len(date.year_written) == 2 and "." not in date.text
            if short and passage.is_typed(date.start, date.end):
                yield _violation(passage, date.end - 2, date.end)
    for match in _WITHOUT_CENTURY.find(texts, Reads.TYPED):
        yield _violation(match.passage, match["year"].start, match["year"].end)


def _violation(passage: Passage, start: int, end: int) -> Violation:
    found = passage.text[start:end]
    in_date = len(found) == len("20") and passage.text[start - 1] in "-/"
    wording = "date" if in_date else "cut" if found[0].isdigit() else "apostrophe"
    severity = None if wording == "cut" else WARNING
    return violation(passage.span(start, end), wording, found=found, severity=severity)


def _is_year(passage: Passage, start: int, end: int) -> bool:
    """Tell from what is around it whether a number was meant to be a year."""

    def follows(*phrases: Phrase) -> bool:
        return any(phrase.match_before(passage, start) for phrase in phrases)

    digits = passage.text[start:end]
    continues = not passage.text[end:].strip() or _CONTINUES.match_at(passage, end) is not None
    if digits == "20":
        return continues and follows(_JUST_MONTH)
    if follows(_DAY_AND_MONTH, _RESOLUTION_BEFORE, _NUMERIC_BEFORE, _MONTH_IN_TIME):
        return True
    if (range_before := _RANGE_BEFORE.match_before(passage, start)) and is_year(range_before.part("first")):
        return len(digits) == 3 and not _NUMBER_BEFORE.match_before(passage, start)
    if len(digits) == 3 and (range_after := _RANGE_AFTER.match_at(passage, end)):
        return is_year(range_after.part("last").strip("- "))
    if len(digits) == 5:
        return follows(_JUST_MONTH, _PART_OF_YEAR)
    # "Artikelen 190 tot en met 201": many treaties have so many articles.
    of_an_article = "rtikel" in passage.text[max(0, start - _NEARBY) : start]
    return continues and (follows(_JUST_MONTH, _YEAR_WORD) or (not of_an_article and follows(_PREPOSITION)))
