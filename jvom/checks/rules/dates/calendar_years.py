# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a text says that its report is about a calendar year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.date_expressions import Period
from jvom.analysis.lexicon import has_class
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.report_period import WITHIN, months_of
from jvom.checks.views import DossierView, Texts
from jvom.source import Span

_PERIOD = "verslagperiode|rapportageperiode"
#: Where a year is said to be that of the report, whatever is told of it.
_STATED = Phrase(
    "in|tijdens|gedurende het|dit year=(verslagjaar {year})",
    "over|op year=((het jaar)? {year}) rapporteert|bericht|doet|legt|informeert|blikt|kijkt "
    "(het kabinet|de regering)",
)
_YEAR = Phrase("het|de|dit|heel|geheel|hele|jaar|kalenderjaar...4? year={year}", "year={period}")


@cache
def _report(names: ReportNames) -> Phrase:
    """Return what a sentence calls the report, which it tells something of or `within`, or its `period`."""
    report = names.phrase("rapportage", "voortgangsrapportage", "rapport", "voortgangsrapport", "verslag")
    reported = names.phrase("rapportage", "rapport", "verslag", "gerapporteerd", "rapporteert", "bericht")
    this = f"this=deze|dit|voorliggende|onderhavige {report} (dat|die voor u ligt ,)?"
    return Phrase(
        f"within=in|met|via|volgens het? {this}",
        this,
        f"within=in|met de|het {report}",
        f"the=de|het hele|gehele|volledige? {report} (dat|die voor u ligt ,)?",
        "within=hierbij|hiermee",
        f"period={_PERIOD}",
        "period=gerapporteerde|beschreven periode",
        f"de|het period=periode|jaar|tijdvak|reikwijdte van|waarover|waarop|die ...3 {reported}",
    )


#: What has the year instead: what is told in passing, or when the report comes out.
_OTHER_TIME = Phrase(
    "waarin|waarbij|waarmee|waarvan|toen|nadat|voordat|zoals|omdat|doordat|sinds|vanaf|eerder|vorig*|volgend*|niet",
    "begon|begonnen|begint|startte|gestart|eindigt|eindigde|geëindigd|beëindigd|opgericht|aangekondigd|verlengd",
    "verschijnt|verscheen|verschenen|aangeboden|verstuurd|gestuurd|gepubliceerd|toegezegd|gevraagd|besproken",
    "en {year}",
    "is|wordt|werd|zal|komt in {year}",
)
_CLAUSE = Phrase("die|dat")
_OF_YEAR = Phrase("die|dat van|over|uit|in")
_ASKED = Phrase("{start} wat|hoe|welke|hoeveel")


def calendar_years(texts: Texts) -> Iterator[tuple[Span, int]]:
    """Yield the years that are given as the time of the report, or its period, and where."""
    own = texts.data.year if isinstance(texts, DossierView) else 0
    found = {match.passage.span_of(match["year"]): match for match in _STATED.find(texts)}
    for match in _report(texts.memo(report_names)).find(texts):
        passage, (start, end) = match.passage, match.sentence
        years = _YEAR.find_in(passage, start, end) if passage.years or passage.periods else []
        after = [year for year in years if year.start >= match.end]
        if after and _is_calendar(after[0]) and _is_about(match, after[0], own):
            found[after[0].span] = after[0]
        elif len(years) == 1 and not after and _is_calendar(years[0]) and _goes_before(match, years[0]):
            found[years[0].span] = years[0]
    for span, each in found.items():
        yield span, int(each.passage.text[: each["year"].end][-4:])


def _is_calendar(year: Match) -> bool:
    """Tell whether what is found is a year, or the months of one: "januari tot en met december 2025"."""
    about = year["year"].value
    months = months_of(about) if isinstance(about, Period) else None
    return not isinstance(about, Period) or (months is not None and (months[0][1], months[1][1]) == (1, 12))


def _goes_before(match: Match, year: Match) -> bool:
    """Tell whether a sentence begins with what is in it: "de bijdragen van 2025 staan in dit rapport"."""
    start = match.sentence[0]
    is_asked = _ASKED.match_at(match.passage, start)
    is_covered = "within" in match and _are_covered(match, start, year.start)
    return bool(is_asked or is_covered) and _are_covered(match, year.end, match.start)


def _is_about(match: Match, year: Match, own: int) -> bool:
    """Tell whether a year behind words for the report is the time that it is about.

    "De rapportage over 2024" is another than this one, and a letter offers "de rapportage over 2025".
    """
    passage = match.passage
    tokens = passage.tokens
    between = [*tokens.lowered[tokens.at(match.end) : tokens.at(year.start)]]
    is_of_other = between == ["van"] and "this" not in match
    if is_of_other or not _are_covered(match, match.end, year.start):
        return False
    if "within" in match:
        return not any(map(_is_of_other, passage.lowered[match.sentence[0] : match.start].split()))
    if "period" in match:
        return not between[1:] or not WITHIN.match_before(passage, match.start)
    has_verb = any(has_class(word, "verb") for word in between[:1]) and between[1:2] != ["in"]
    is_covered = has_verb or not word_class("covering").isdisjoint(between)
    is_own = "this" in match or (passage.document == "rapport" and year.text.endswith(str(own)))
    return is_covered or (between[:1] == ["over"] and is_own)


def _are_covered(match: Match, start: int, end: int) -> bool:
    """Tell whether between the report and a year there is nothing that has that year instead."""
    passage = match.passage
    near = min(match.sentence[1], max(end, match.end) + _NEAR)
    clauses = _CLAUSE.find_in(passage, start, end)
    return (
        not _OTHER_TIME.find_in(passage, start, near)
        and all(_OF_YEAR.match_at(passage, each.start) for each in clauses)
        and not any(
            map(_is_of_other, passage.tokens.lowered[passage.tokens.at(start) : passage.tokens.at(end)])
        )
    )


#: How far behind a year its verb is.
_NEAR = 30


def _is_of_other(word: str) -> bool:
    """Tell whether a word is a noun for something else than what reports are about."""
    known = (word_class(name) for name in ("covered", "covering", "preposition"))
    return has_class(word, "noun") and not any(word in words for words in known)
