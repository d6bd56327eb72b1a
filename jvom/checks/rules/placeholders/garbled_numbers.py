# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Years and footnote marks that were damaged in typing or pasting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.passages import Passage
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts, TextView
from jvom.dutch.dates import MONTHS, SHORT_MONTHS
from jvom.dutch.patterns import pattern
from jvom.messages import msg

_MONTH = rf"(?:{'|'.join(MONTHS[1:])}|(?:{'|'.join(SHORT_MONTHS)})\.)"
# Starts with the digit and looks back from there, so that it is only tried at a 1 or a 2.
_SHORT_YEAR = pattern(
    r"[12](?!\d{3}(?!\d))(?<!\d\d)(?<!\d[.,]\d)"
    r"(?:(?<=2)(?:0 ?\d{0,3}|\d0\d\d|0[oO]\d|[oO]\d\d)|(?<=1)9\d\d?\d?)(?![\d%])(?![.,]\d)"
)
# The contexts of a year, as strings: few texts have a number for which they must be compiled.
_DAY_AND_MONTH = rf"(?i)(?<!\d)\d{{1,2}} {_MONTH} $"
_JUST_MONTH = rf"(?i)(?<!\w){_MONTH} $"
_MONTH_IN_TIME = rf"(?i)\b(?:sinds|vanaf|begin|medio|half|eind|einde|tot en met|tot|t/m) {_MONTH} $"
_YEAR_WORD = (
    r"(?i)\b(?:jaar|jaren|(?:begrotings|verslag|vergader|kalender)jaar|periode|zomer|najaar|voorjaar|winter"
    r"|herfst|begin|eind|einde|medio|sinds)(?: van)? $"
)
_PREPOSITION = r"(?i)\b(?:in|uit|vanaf|tot|tot en met|t/m|over) $"
_CONTINUES = (
    r"\)|[.;,]?$|[.;] |, "
    r"| (?:is|zijn|was|waren|werd|werden|wordt|heeft|hebben|had|hadden|tot|en (?:19|20)\d\d"
    r"|vond|vonden|begon|begonnen|kwam|kwamen|ging|gingen|liep|liepen|nam|namen|trad|leverde|leverden|eindigde"
    r"|geëindigd|beëindigd|gestart|opgericht|verlengd|gestopt|aangenomen|vastgesteld)\b"
)
_PART_OF_YEAR = r"(?i)\b(?:eind|einde|begin|medio|sinds|zomer|najaar|voorjaar|winter)(?: van)? $"
_RANGE_BEFORE = r"(?<![\w/-])(?:19|20)\d\d ?[-–/] ?$"
_RANGE_AFTER = r" ?[-–] ?(?:19|20)\d\d(?![\w-])"
_NUMERIC_BEFORE = r"(?<![\w-])\d{1,2}-\d{1,2}-$"
_RESOLUTION_BEFORE = r"(?i)resolutie(?:s \d+ en)? \d{1,4} \($"


@rule(
    "PLH002",
    "year-cut-short",
    ERROR,
    Scope.FRAGMENT,
    msg("Een jaartal is niet af"),
)
def year_cut_short(text: TextView) -> Iterator[Violation]:
    """A year is unfinished."""
    for passage in text.passages:
        for match in _SHORT_YEAR.finditer(passage.typed) if passage.has_digit else ():
            if _is_year(passage.text, match.start(), match.end()):
                yield Violation(
                    passage.span(match.start(), match.end()),
                    msg("«{found}» is geen jaartal", found=match[0]),
                    msg("maak het jaartal af"),
                )
        has_apostrophe = passage.has_digit and passage.contains_any(_APOSTROPHES)
        for match in _WITHOUT_CENTURY.finditer(passage.typed) if has_apostrophe else ():
            yield Violation(
                passage.span(*match.span()),
                msg("«{found}» is geen jaartal", found=match[0]),
                msg("schrijf het jaar met vier cijfers"),
                severity=WARNING,
            )
        for match in _TWO_DIGITS.finditer(passage.typed) if _might_have_short_date(passage) else ():
            yield Violation(
                passage.span(*match.span("year")),
                msg("«{found}» is geen jaartal", found=match["year"]),
                msg("schrijf de datum voluit, met vier cijfers voor het jaar"),
                severity=WARNING,
            )


_APOSTROPHES = ("'0", "'1", "'2", "’0", "’1", "’2")
#: "februari '27", "eind '27".
_WITHOUT_CENTURY = pattern(
    r"['’]\d\d(?<=(?:ari|art|ril|mei|uni|uli|tus|ber|ind|gin|dio|alf)\s['’]\d\d)(?!\d|-\d)"
)
#: "11-02-20", where 11-02-2020 is meant.
_TWO_DIGITS = pattern(
    r"(?<![\w./-])(?:0?[1-9]|[12]\d|3[01])([-/])(?:0?[1-9]|1[0-2])\1(?P<year>\d\d)(?![\w/-])(?![.,]\d)"
)


def _might_have_short_date(passage: Passage) -> bool:
    too_few = passage.text.count("-") < 2 and passage.text.count("/") < 2
    return passage.has_digit and not too_few and _BETWEEN_MARKS.search(passage.text) is not None


_BETWEEN_MARKS = pattern(r"[-/]\d\d?[-/]")


def _is_year(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 32) : start], text[end : end + 16]
    digits = text[start:end]
    if digits.isdigit() and len(digits) == 2:
        continues = re.match(_CONTINUES, after)
        return digits == "20" and bool(
            continues and (re.search(_DAY_AND_MONTH, before) or (after and re.search(_JUST_MONTH, before)))
        )
    if re.search(_DAY_AND_MONTH, before):
        return len(digits) != 5 or " " not in digits or not after.startswith((" m", " p"))
    if "o" in digits.lower():
        return bool(
            re.search(_JUST_MONTH, before) or re.search(_YEAR_WORD, before) or re.search(_PREPOSITION, before)
        )
    if " " in digits:
        return len(digits) == 5 and bool(re.search(_JUST_MONTH, before))
    if re.search(_RESOLUTION_BEFORE, before) or re.search(_NUMERIC_BEFORE, before):
        return True
    if re.search(_RANGE_BEFORE, before):
        return len(digits) == 3 and not after.startswith(("-", "/"))
    if len(digits) == 3 and re.match(_RANGE_AFTER, after) and not before.endswith(("-", "/", ".")):
        return True
    if len(digits) == 5:
        return bool(re.search(_JUST_MONTH, before) or re.search(_PART_OF_YEAR, before))
    if re.search(_MONTH_IN_TIME, before):
        return True
    if re.search(_JUST_MONTH, before) or re.search(_YEAR_WORD, before):
        return bool(re.match(_CONTINUES, after))
    of_an_article = "rtikel" in text[max(0, start - 60) : start]
    return not of_an_article and bool(re.search(_PREPOSITION, before) and re.match(_CONTINUES, after))


@rule(
    "PLH005",
    "garbled-footnote",
    ERROR,
    Scope.FRAGMENT,
    msg("Een voetnootmarkering is dubbel of verminkt"),
)
def garbled_footnote(text: TextView) -> Iterator[Violation]:
    """A footnote mark is doubled or malformed."""
    for passage in text.passages:
        notes = [part for part in passage.segments if part.kind == "note"]
        for first, second in pairwise(notes):
            if first.start == second.start:
                yield Violation(
                    second.span,
                    msg("hier staan twee voetnoten op een plaats"),
                    msg("maak er een noot van"),
                )
    remains = [*_remains(text)]
    if text.document != "tekst" and (with_digit := text.texts.memo(_words_with_digit)):
        remains += [
            (passage, match)
            for passage in text.passages
            if passage.kind in ("paragraph", "item", "footnote") and passage.has_any_word(with_digit)
            for match in passage.find(_ATTACHED_NUMBER, dutch=True)
        ]
    styles = Counter(_note_style(match[0]) for _, match in remains)
    for passage, match in remains:
        if text.document == "tekst" and _note_style(match[0]) and styles[_note_style(match[0])] > 1:
            continue  # That is how this text, or its source, numbers its notes.
        yield Violation(
            passage.span(match.start(), match.end()),
            msg("«{found}» lijkt een verminkte voetnoot", found=match[0]),
            msg("zet de noot als [^naam] in de tekst"),
            # A bare digit may come from a note in the file that a loose text was copied from.
            severity=WARNING if text.document == "tekst" and match[0].isdecimal() else None,
        )


def _remains(text: TextView) -> Iterator[tuple[Passage, re.Match[str]]]:
    with_sign = {id(passage) for passage in text.passages_with(_NOTE_SIGNS)}
    for passage in text.passages:
        if id(passage) in with_sign or (passage.has_digit and _DIGIT_BEHIND_MARK.search(passage.text)):
            yield from ((passage, match) for match in _NOTE.finditer(passage.typed))


_NOTE_STYLES = {"[": pattern(r"\[\s?\d{1,2}\s?\]"), "¹": pattern("[¹²³⁰⁴-⁹]{1,2}"), "1": pattern(r"\d{1,2}")}


def _note_style(remains: str) -> str:
    """Return the style in which the remains of a mark number a single note; "" when there is none."""
    return next((style for style, regex in _NOTE_STYLES.items() if regex.fullmatch(remains)), "")


_NOTE_SIGNS = tuple("[^¹²³⁰⁴⁵⁶⁷⁸⁹")
_DIGIT_BEHIND_MARK = pattern(r"[.,(](?<=[a-zë][.,(])\d")
_NOTE = pattern(
    r"\[\s?\^\s?[\w-]{0,30}\s?\]?|\^\s?\[?\d{1,2}\]?(?!\w)|(?:\[\s?\d{1,2}\s?\]){1,4}"
    r"|\((?<=[a-zë]{4}\()\d{1,2}\)(?=[\s.,;:]|$)"
    r"|(?<![kcdm]m)(?<!\bm)(?<!\d)[¹²³⁰⁴-⁹]{1,3}|(?<=[a-z]{4}[.,])\d{1,2}(?: \d{1,2})?(?=\s+[A-Z]|\s*$)"
)


def _words_with_digit(texts: Texts) -> frozenset[str]:
    """Return the words that end in a digit and are not numbers: few, and mostly codes."""
    return frozenset(word for word in texts.words if word[-1].isdigit() and not word.isdigit())


#: A number attached to a word in lower case: "Het mandaat2 loopt door12."
_ATTACHED_NUMBER = pattern(
    r"\d{1,2}(?<=[a-zë]{4}\d)(?=[.,;:]?(?:\s|$))|\d{2}(?<=[a-zë]{4}\d\d)(?=[.,;:]?(?:\s|$))"
)


RULES = (year_cut_short, garbled_footnote)
