# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Years that were damaged in typing: "mei 202", "2O25", "11-02-20"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.years import is_year
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.dutch.dates import MONTHS, SHORT_MONTHS
from jvom.dutch.patterns import pattern
from jvom.messages import msg

_MONTH = f"{'|'.join((*MONTHS[1:], *SHORT_MONTHS))}(.)?"
#: What comes before a year.
_DAY_AND_MONTH = Phrase(f"{{digits}} {_MONTH}")
_JUST_MONTH = Phrase(_MONTH)
_MONTH_IN_TIME = Phrase(f"sinds|vanaf|begin|medio|half|eind|einde|tot|t/m {_MONTH}", f"tot en met {_MONTH}")
_PART_OF_YEAR = Phrase("eind|einde|begin|medio|sinds|zomer|najaar|voorjaar|winter van?")
_YEAR_WORD = Phrase(
    *_PART_OF_YEAR.typed,
    "jaar|jaren|begrotingsjaar|verslagjaar|vergaderjaar|kalenderjaar|periode|herfst van?",
)
_PREPOSITION = Phrase("(in|uit|vanaf|tot|tot en met|t/m|over)")
_RANGE_BEFORE = Phrase("first={digits}-|/", "first={digits} -|/")
_RANGE_AFTER = Phrase("last=(- {digits})", "last=(-{digits})")
_NUMERIC_BEFORE = Phrase("{digits}-{digits}-")
_RESOLUTION_BEFORE = Phrase(
    r"resolutie|*-resolutie {digits} \(", r"resoluties|*-resoluties {digits} en {digits} \("
)
#: What comes after a year; it may also be the last word of a sentence or clause.
_CONTINUES = Phrase(
    "is|zijn|was|waren|werd|werden|wordt|heeft|hebben|had|hadden|tot|vond|vonden|begon|begonnen|kwam|kwamen|ging"
    "|gingen|liep|liepen|nam|namen|trad|leverde|leverden|eindigde|geëindigd|beëindigd|gestart|opgericht|verlengd"
    "|gestopt|aangenomen|vastgesteld",
    "en {year}",
)
_WITHOUT_CENTURY = Phrase(f"{_MONTH} year=('{{digits}})", "eind|begin|medio|half year=('{digits})")


@rule("PLH002", ERROR, Scope.TEXTS, local=True)
def year_cut_short(texts: Texts) -> Iterator[Violation]:
    """A year is unfinished."""
    for word, places in texts.words.items():
        for passage, number in places if word[0] in "12" and _NEAR_YEAR.fullmatch(word) else ():
            start, end = _near_year(passage, passage.tokens.at(passage.words[number][0]))
            if start < end and passage.is_typed(start, end) and _is_year(passage, start, end):
                yield _violation(passage, start, end)
    for passage in texts.passages:
        for date in passage.dates:
            short = date.form == "numeric" and len(date.year_written) == 2 and "." not in date.text
            if short and passage.is_typed(date.start, date.end):
                yield _violation(passage, date.end - 2, date.end)
    for match in _WITHOUT_CENTURY.find(texts, Reads.TYPED):
        year = match["year"]
        if year.end - year.start == len("'27"):
            yield _violation(match.passage, year.start, year.end)


def _violation(passage: Passage, start: int, end: int) -> Violation:
    found = passage.text[start:end]
    in_date = len(found) == len("20") and passage.text[start - 1] in "-/"
    advice = msg("maak het jaartal af")
    if in_date:
        advice = msg("schrijf de datum voluit, met vier cijfers voor het jaar")
    elif not found[0].isdigit():
        advice = msg("schrijf het jaar met vier cijfers")
    severity = WARNING if in_date or not found[0].isdigit() else None
    what = msg("«{found}» is geen jaartal", found=found)
    return Violation(passage.span(start, end), what, advice, severity=severity)


def _near_year(passage: Passage, number: int) -> tuple[int, int]:
    """Return where a token and what follows are a year but for a space: "20 26"; the same offset for none."""
    tokens = passage.tokens
    after = tokens.forms[number + 1 : number + 2]
    if after == ["%"] or _is_decimal(passage, number):
        return 0, 0
    is_split = tokens.forms[number] == "20" and after and after[0].isdecimal() and len(after[0]) <= 3
    last = number + (1 if is_split and tokens.is_spaced(number + 1) else 0)
    return tokens.starts[number], tokens.ends[last]


#: Words (small letters) that are a year but for a digit or the letter o; no entity has what is no year.
_NEAR_YEAR = pattern(r"20|(?:19|20)\d(?:\d\d)?|2\d0\d\d|(?=\w*o)2[0o][\do]{2}")


def _is_decimal(passage: Passage, number: int) -> bool:
    """Tell whether a comma or a point joins a number to another."""
    tokens = passage.tokens
    return any(
        0 <= other < len(tokens)
        and tokens.forms[mark] in ".,"
        and tokens.forms[other].isdecimal()
        and tokens.are_joined(max(number, mark))
        and tokens.are_joined(max(mark, other))
        for mark, other in ((number - 1, number - 2), (number + 1, number + 2))
    )


def _is_year(passage: Passage, start: int, end: int) -> bool:
    """Tell from what is around it whether a number was meant to be a year."""

    def follows(*phrases: Phrase) -> bool:
        return any(phrase.match_before(passage, start) for phrase in phrases)

    digits, after = passage.text[start:end], passage.text[end : end + 2]
    last_word = after[:1] in ("", ")") or (after[0] in ".;," and (len(after) == 1 or after[1].isspace()))
    continues = last_word or _CONTINUES.match_at(passage, end) is not None
    if digits == "20":
        return continues and follows(_DAY_AND_MONTH, *((_JUST_MONTH,) if after else ()))
    if follows(_DAY_AND_MONTH):
        return len(digits) != 5 or " " not in digits or after not in (" m", " p")
    if not digits.isdecimal():
        return follows(_JUST_MONTH) if " " in digits else follows(_JUST_MONTH, _YEAR_WORD, _PREPOSITION)
    if follows(_RESOLUTION_BEFORE, _NUMERIC_BEFORE):
        return True
    if (range_before := _RANGE_BEFORE.match_before(passage, start)) and is_year(range_before.part("first")):
        return len(digits) == 3 and after[:1] not in ("-", "/")
    range_after = _RANGE_AFTER.match_at(passage, end)
    if len(digits) == 3 and range_after and is_year(range_after.part("last")[1:].strip()):
        return passage.text[max(0, start - 1) : start] not in ("-", "/", ".")
    if len(digits) == 5:
        return follows(_JUST_MONTH, _PART_OF_YEAR)
    if follows(_MONTH_IN_TIME):
        return True
    if follows(_JUST_MONTH, _YEAR_WORD):
        return continues
    of_an_article = "rtikel" in passage.text[max(0, start - 60) : start]
    return not of_an_article and continues and follows(_PREPOSITION)


RULES = (year_cut_short,)
