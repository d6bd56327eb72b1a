# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The title and the year that letter, nota, report and cover give."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.tokens import Tokens
from jvom.analysis.years import is_year
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.dates import MONTHS
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span


@rule("LET001", ERROR, Scope.DOSSIER, msg("Brief, nota of omslag geeft het rapport een andere titel"))
def title_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter, nota or cover gives the report another title."""
    data = dossier.data
    title, years = data.title, {data.period.first.year, data.period.last.year, data.year}
    printed = [(data.letter.subject, data.letter.at.value("subject"))]
    printed += [(each.title, each.at.value("title")) for each in (data.nota, data.report) if each]
    named = Related(data.at.value("title"), msg("hier staat de titel van het dossier"))
    suffixes: list[tuple[set[int], Span]] = []
    for words, span in printed:
        if not _plain(words).startswith(_plain(title)):
            yield Violation(
                span,
                msg("het dossier heet «{title}»", title=title),
                msg("gebruik overal dezelfde titel"),
                related=(named,),
            )
            continue
        given = _years_in(words[len(title) :])
        if given - years:
            yield Violation(
                span,
                msg("het dossier gaat over {year}", year=data.year),
                msg("verbeter het jaar in de titel"),
                related=(Related(data.at.value("year"), msg("hier staat het jaar van het dossier")),),
            )
        elif given:
            suffixes.append((given, span))
        if not words.startswith(title):
            yield Violation(
                span,
                msg("het dossier schrijft «{title}»", title=title),
                msg("gebruik dezelfde hoofdletters"),
                related=(named,),
                severity=INFO,
            )
    for given, span in suffixes[1:]:
        if given != suffixes[0][0]:
            yield Violation(
                span,
                msg("achter de titel staan hier andere jaren dan bij het onderwerp van de brief"),
                msg("zet er overal hetzelfde jaar achter"),
                related=(Related(suffixes[0][1], msg("hier staat het onderwerp van de brief")),),
                severity=INFO,
            )
    yield from _titles_in_texts(dossier, title)


def _years_in(words: str) -> set[int]:
    return {int(word) for word in Tokens(words).forms if is_year(word)}


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _titles_in_texts(dossier: DossierView, title: str) -> Iterator[Violation]:
    """Yield phrases that resemble the title, with or without its first word."""
    whole = _plain(title).split()
    places = [*_other_names(dossier, title), *(_lacks_word(dossier, whole) if len(whole) > 3 else ())]
    for passage, start, end in dict.fromkeys(places):
        yield Violation(
            passage.span(start, end),
            msg("het rapport heet «{title}»", title=title),
            msg("gebruik overal dezelfde titel"),
        )
    for wanted in (whole, whole[1:]):
        if len(wanted) < 3:
            return
        for passage, number in _places_of(dossier, wanted[0]):
            spans = passage.words[number : number + len(wanted)]
            found = [passage.text[start:end].lower() for start, end in spans]
            before = passage.text[slice(*passage.words[number - 1])].lower() if number else ""
            if len(found) < len(wanted) or (wanted is not whole and before == whole[0]):
                continue
            start, end = spans[0][0], spans[-1][1]
            if _is_another_title(found, wanted, whole) and len(passage.text[start:end]) <= len(title) + 30:
                yield Violation(
                    passage.span(start, end),
                    msg("het rapport heet «{title}»", title=title),
                    msg("gebruik overal dezelfde titel"),
                    severity=WARNING,
                )


def _is_without_a_middle_word(found: list[str], whole: list[str]) -> bool:
    """Tell whether a list of words is the whole one without one of those in its middle."""
    if len(found) != len(whole) - 1:
        return False
    left = next((at for at, word in enumerate(found) if word != whole[at]), len(found))
    # Of a word that stands twice in a row either may be the one that is left out.
    while left == len(whole) - 1 and left > 0 and whole[left - 1] == whole[left]:
        left -= 1
    return 1 <= left < len(whole) - 1 and found[left:] == whole[left + 1 :]


def _lacks_word(dossier: DossierView, whole: list[str]) -> Iterator[tuple[Passage, int, int]]:
    """Yield where the title lacks one of its middle words, or has one word for its beginning."""
    for passage, number in _places_of(dossier, whole[0]):
        spans = passage.words[number : number + len(whole) - 1]
        found = [passage.text[start:end].lower() for start, end in spans]
        if _is_without_a_middle_word(found, whole):
            yield passage, spans[0][0], spans[-1][1]
    for passage, number in _places_of(dossier, whole[-2]):
        spans = passage.words[max(0, number - 1) : number + 2]
        found = [passage.text[start:end].lower() for start, end in spans]
        if (
            len(found) == 3
            and found[2] == whole[-1]
            and found[0] not in whole
            and found[0].endswith(_REPORTS)
        ):
            yield passage, spans[0][0], spans[-1][1]


_REPORTS = ("rapportage", "rapport", "verslag", "evaluatie", "overzicht")
#: A title that is introduced as such: "heet «...»".
_NAMED = Phrase(
    "heet|getiteld|genaamd|titel is? :? name={quotation}", "(titel luidt|de naam) is? :? name={quotation}"
)


def _other_names(dossier: DossierView, title: str) -> Iterator[tuple[Passage, int, int]]:
    """Yield the quoted titles in letter and nota that are not the report's."""
    words = set(_plain(title).split())
    for match in _NAMED.find(dossier, Reads.TYPED):
        start, end = match["name"].start + 1, match["name"].end - 1
        given = _plain(match.passage.text[start:end])
        if (
            match.passage.document in ("brief", "nota")
            and match.passage.kind != "value"
            and not given.startswith(_plain(title))
            and len(words & set(given.split())) * 2 >= len(words)
        ):
            yield match.passage, start, end


def _is_another_title(found: list[str], wanted: list[str], whole: list[str]) -> bool:
    """Tell whether words equal the title but for one, or all resemble it: "kleine" for "overige"."""
    others = [
        (word, right) for word, right in zip(found, wanted, strict=True) if word not in (right, right + "s")
    ]
    if len(others) == 1 and wanted is whole:
        return True
    return bool(others) and all(_is_like(word, right) for word, right in others)


def _is_like(word: str, right: str) -> bool:
    if word.endswith("e") and right.endswith("ige"):
        return word.endswith(("ige", "ine", "ere", "ale", "ste", "lijke", "aire"))
    return len(word) > 5 and (word[:6] == right[:6] or word[-6:] == right[-6:])


def _places_of(dossier: DossierView, word: str) -> Iterator[tuple[Passage, int]]:
    """Yield the passages that contain a word, with its index among their words."""
    for passage, number in dossier.words.get(word, ()):
        if passage.kind != "value":
            yield passage, number


@rule("LET002", ERROR, Scope.DOSSIER, msg("Brief of nota noemt een ander jaar dan het dossier"))
def year_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter or nota gives another year than the dossier."""
    data = dossier.data
    related = (Related(data.at.value("year"), msg("hier staat het jaar van het dossier")),)
    years = {data.year, data.period.first.year, data.period.last.year}
    phrase = _before_year(dossier.memo(report_names))
    for passage in dossier.passages:
        for year in (
            passage.years if passage.document in ("brief", "nota") and passage.kind != "value" else ()
        ):
            before = phrase.match_before(passage, year.start)
            if before is None or ("budget" in before and not _ACCOUNTED.match_at(passage, year.end)):
                continue
            just_the_year = "report" in before and not passage.text[before["report"].end : year.start].strip()
            named = "jaar" in before.text or just_the_year
            if year.number not in ({data.year} if named else years) and not _is_of_earlier(
                passage, year.start
            ):
                yield Violation(
                    passage.span(year.start, year.end),
                    msg("het dossier gaat over {year}", year=data.year),
                    msg("verbeter het jaar"),
                    related=related,
                )
    if data.report is None:
        return
    subtitle = _years_in(data.report.subtitle)
    if subtitle and subtitle not in ({data.period.first.year, data.period.last.year}, {data.year}):
        yield Violation(
            data.report.at.value("subtitle"),
            msg("het omslag geeft andere jaren dan de periode van het dossier"),
            msg("maak de periode op het omslag gelijk aan die van het dossier"),
            related=(Related(data.at.value("period"), msg("hier staat de periode")),),
        )


@cache
def _before_year(names: ReportNames) -> Phrase:
    report = names.phrase("*rapportage", *names.subject[-1:])
    return Phrase(
        f"report={report} ...8",
        "over het jaar|verslagjaar",
        "budget=begrotingsjaar|verslagjaar|rapportagejaar",
    )


_ACCOUNTED = Phrase("...6 verantwoord*")
_EARLIER = Phrase(
    f"vorig|vorige|eerder|eerdere|voorgaande|sinds|naamswijziging*|{'|'.join(MONTHS[1:])} van?", "van van?"
)
_PREVIOUS_REPORT = Phrase("vorig|vorige rapportage|voortgangsrapportage")


def _is_of_earlier(passage: Passage, offset: int) -> bool:
    """Tell whether the words before a year say that it is that of an earlier report, or of an event."""
    return bool(_EARLIER.match_before(passage, offset) or _PREVIOUS_REPORT.find_in(passage, 0, offset))


RULES = (title_differs, year_differs)
