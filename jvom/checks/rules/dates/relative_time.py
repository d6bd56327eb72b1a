# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on time relative to the date of a document: "jl.", "a.s.", "onlangs"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.reference_dates import ReferenceDate, interval, reference_date
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.checks.words.phrases import Phrase, find_matches, phrases
from jvom.dutch.dates import WEEKDAYS, write_date
from jvom.dutch.patterns import pattern
from jvom.findings import Severity
from jvom.messages import Message, msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts
    from jvom.dutch.date_expressions import DateExpression

_ONE_YEAR = datetime.timedelta(366)
#: Beyond these, a date without a year is more likely on the other side of today.
_TOO_LONG_AGO, _TOO_FAR_AHEAD = datetime.timedelta(300), datetime.timedelta(240)


@rule("DAT006", "wrong-side-of-today", ERROR, Scope.FRAGMENT, msg("Bij de datum past geen «jl.» of «a.s.»"))
def wrong_side_of_today(text: TextView) -> Iterator[Violation]:
    """Meldt "jl." bij wat nog komt of langer dan een jaar geleden is, en "a.s." bij wat geweest is.

    Gerekend vanaf de datum van het stuk: de brief, de nota of het rapport. Een los stuk heeft zijn datum op
    een eigen regel bovenaan; zonder die regel geldt vandaag. Ook "jongstleden", "laatstleden", "afgelopen",
    "aanstaande" en "komende" tellen.

    ## Waarom

    Wie een tekst van eerder overneemt, laat "a.s." staan bij wat intussen gebeurd is. De lezer weet dan niet
    of de datum of het woord fout is.

    ## Voorbeelden

    ```fout
    Op 3 juni 2026 jl. is de Kamer geïnformeerd.

    === verwacht
    3 juni 2026 jl.
    ```

    ```fout nota.md erbij
    De bijeenkomst is op 9 maart 2026 a.s., en de brief volgt eind maart a.s.

    === verwacht
    9 maart 2026 a.s.
    eind maart a.s.
    ```

    ```fout
    De motie van 11 februari 2020 jongstleden is uitgevoerd. In augustus 2026 jl. volgde een tweede.

    === verwacht
    11 februari 2020 jongstleden
    augustus 2026 jl.
    ```

    ```fout
    Op 28 mei jl. sprak de Kamer hierover.
    ```

    ```goed
    Op 9 maart jl. en in oktober jl. is de Kamer geïnformeerd, en op 4 november 2025 jl. ook. Op 3 juni a.s.
    volgt meer.
    ```

    ```goed nota.md erbij
    Op woensdag 20 mei a.s. gaat de rapportage naar de Kamers; op 8 mei 2026 a.s. is de ministerraad.
    ```

    ## Herstellen

    Schrijf de volle datum, zonder "jl." of "a.s.": die blijft waar.
    """
    for passage in text.passages:
        for date in passage.dates:
            if not date.qualifier or date.month is None:
                continue
            reference = reference_date(text, passage)
            if wrong := _wrong_side(date, reference):
                message, severity = wrong
                yield Violation(
                    passage.span(date.start, date.end),
                    message,
                    msg("schrijf de volle datum, zonder «{word}»", word=date.qualifier_written),
                    severity=severity,
                )


def _wrong_side(date: DateExpression, reference: ReferenceDate) -> tuple[Message, Severity] | None:
    """Return what is wrong with a date that looks back or ahead, and its severity."""
    values = {"date": " ".join(date.text.split()), "day": write_date(reference.day)}
    past = date.qualifier == "past"
    possible_days = interval(date)
    if possible_days is None:
        far = reference.certain and _far_off(date, reference.day, past=past)
        if not far:
            return None
        if past:
            return msg("«{date}» is bijna een jaar voor {day}, of ligt vooruit", **values), WARNING
        return msg("«{date}» ligt ver na {day}, of is al geweest", **values), WARNING
    first, last = possible_days
    if past and first > reference.day:
        return msg("«{date}» ligt vooruit, gezien vanaf {day}", **values), ERROR
    if past and reference.certain and reference.day - last > _ONE_YEAR:
        return msg("«{date}» is langer dan een jaar voor {day}", **values), WARNING
    if not past and reference.certain and last < reference.day:
        return msg("«{date}» is al geweest, gezien vanaf {day}", **values), ERROR
    return None


def _far_off(date: DateExpression, reference_day: datetime.date, *, past: bool) -> bool:
    """Tell whether a date without a year is long ago, or far ahead, in the direction that it claims."""
    if date.month is None or date.year_written or date.impossible:
        return False
    years = (
        (reference_day.year, reference_day.year - 1) if past else (reference_day.year, reference_day.year + 1)
    )
    for year in years:
        possible_days = interval(msgspec.structs.replace(date, year=year))
        if possible_days is None:
            return False
        if past and possible_days[0] <= reference_day:
            return reference_day - possible_days[1] > _TOO_LONG_AGO
        if not past and possible_days[1] >= reference_day:
            return possible_days[0] - reference_day > _TOO_FAR_AHEAD
    return False


_SEASONS = "(voorjaar|najaar|zomer|winter|herfst|lente)"
#: Calendar periods relative to the day of writing.
_CALENDAR_PHRASES = (
    "(vorig|volgend|komend|afgelopen|aanstaand|dit) (jaar|kalenderjaar|verslagjaar|voorjaar|najaar)",
    f"(vorige|volgende|komende|afgelopen|deze) {_SEASONS}",
    "(vorige|volgende|komende|afgelopen|deze) (week|maand)",
    "(vorig|volgend|komend|afgelopen|dit) (kwartaal|weekend|halfjaar)",
    "(vorige|volgende|komende|afgelopen) verslagperiode",
    "de (komende|afgelopen) (weken|maanden|tijd|periode)",
    "later (dit|deze) (jaar|maand|week|zomer|najaar)",
    f"(komende|afgelopen|aanstaande) ({'|'.join(WEEKDAYS)})",
    "het (komende|afgelopen|volgende|vorige) (halfjaar|kwartaal|half jaar)",
    "(het|in het) lopende (jaar|kalenderjaar|halfjaar|kwartaal)",
    "(een half jaar|een halfjaar|een jaar|een maand|een week) geleden",
    "(enkele|een paar|twee|drie|vier) (jaar|jaren|maanden|weken|dagen) geleden",
)
_VAGUE_PHRASES = (
    *(
        "onlangs",
        "recentelijk",
        "kortgeleden",
        "kort geleden",
        "binnenkort",
        "momenteel",
        "thans",
        "tegenwoordig",
    ),
    *(
        "op dit moment",
        "op dit ogenblik",
        "op het moment",
        "sinds kort",
        "gisteren",
        "vandaag de dag",
        "tot op de dag van vandaag",
        "vooralsnog",
        "tot voor kort",
        "tot op heden",
        "per heden",
        "in de nabije toekomst",
        "op het moment van schrijven",
        "ten tijde van (schrijven|het schrijven)",
        "bij het schrijven van (deze|dit)",
    ),
    *(
        "zeer recent",
        "recent is",
        "recent zijn",
        "recent heeft",
        "is recent",
        "zijn recent",
        "op korte termijn",
        "recent (hervat|verlengd|besloten|gebleken|verschenen|gepubliceerd|aangekondigd|begonnen|beëindigd)",
        "recent (toegenomen|afgenomen|geopend|afgerond|uitgebreid|gewijzigd|gestart|opgericht|ondertekend)",
    ),
)
#: Phrases so vague that they are only reported as info.
_INFO_PHRASES = ("inmiddels", "de (komende|afgelopen) jaren", f"in (het|de) {_SEASONS}")
_YEAR_AFTER = pattern(r"\s+(?:van\s+)?(?:19|20)\d\d")
#: After one of these, "dit jaar" is that year.
_YEAR = pattern(r"(?<![\d.,/-])(?:19|20)\d\d(?!\d)")


def _phrases(texts: Texts) -> tuple[tuple[Phrase, ...], frozenset[str]]:
    """Return the phrases that may occur in these texts, and the typed form of the vague ones."""
    vague = [phrase for typed in _VAGUE_PHRASES for phrase in phrases(typed, texts=texts)]
    calendar = [
        phrase for typed in (*_CALENDAR_PHRASES, *_INFO_PHRASES) for phrase in phrases(typed, texts=texts)
    ]
    return (*vague, *calendar), frozenset(phrase.typed for phrase in vague)


@rule("DAT009", "ageing-time", WARNING, Scope.TEXTS, msg("Een tijd die van de dag van lezen afhangt"))
def ageing_time(texts: Texts) -> Iterator[Violation]:
    """Meldt woorden die een tijd noemen vanaf de dag van schrijven: "onlangs", "begin volgend jaar".

    Ook een maand zonder jaar met "jl." of "a.s." ("in oktober jl."), en in het rapport zo een dag. In het
    rapport is het een waarschuwing,
    in een brief, nota of los stuk ter overweging: die hebben een datum. Ook "de vorige verslagperiode" is ter
    overweging: de lezer kent de periode van het rapport.

    ## Waarom

    Het rapport gaat over een periode en blijft daarna staan. Wie het een jaar later leest, weet niet meer
    wanneer "onlangs" was; en wie het volgend jaar overneemt, laat het licht staan.

    ## Voorbeelden

    ```fout
    Het mandaat is onlangs verlengd. Begin volgend jaar komt er een evaluatie.

    === verwacht
    onlangs
    volgend jaar
    ```

    ```fout
    In oktober jl. zijn de patrouilles hervat; momenteel zijn er twee waarnemers.

    === verwacht
    oktober jl.
    momenteel
    ```

    ```fout
    De patrouilles werden recent hervat, een half jaar geleden. In het lopende jaar volgt meer. Op 9 maart jl.
    en afgelopen maandag was er overleg.

    === verwacht
    recent hervat
    een half jaar geleden
    In het lopende jaar
    9 maart jl.
    afgelopen maandag
    ```

    ```fout nota.md erbij
    De evaluatie verschijnt later dit jaar, in
    september a.s.
    ```

    ```goed
    In oktober 2025 zijn de patrouilles hervat. Het mandaat is op 31 augustus 2025 verlengd; begin 2027 komt
    er een evaluatie.
    ```

    ```goed
    Op het moment dat de patrouilles hervat werden, bleef het rustig. Elk jaar zijn er recente beelden, en in
    2025 was dat voor het eerst dit jaar zo.
    ```

    ## Herstellen

    Noem de maand en het jaar, of de dag. Zegt de tijd niets, laat het woord dan weg.
    """
    wanted, vague = _phrases(texts)
    for match in find_matches(texts, wanted):
        passage = match.passage
        if passage.kind == "quote" or _is_anchored(passage, match.start, match.end, match.found):
            continue
        yield Violation(
            passage.span(match.start, match.end),
            msg("«{found}» hangt af van de dag van lezen", found=" ".join(match.found.split())),
            msg("noem de datum, of laat het weg")
            if match.phrase.typed in vague
            else msg("noem het jaar, of de maand en het jaar"),
            severity=INFO if match.found.lower().startswith(_INFO_OPENINGS) else _severity(passage),
        )
    for passage in texts.passages:
        for date in passage.dates:
            if (
                date.qualifier
                and date.year is None
                and (date.day is None or passage.document == "rapport")
                and date.month
                and passage.kind != "quote"
            ):
                yield Violation(
                    passage.span(date.start, date.end),
                    msg("«{found}» hangt af van de dag van lezen", found=" ".join(date.text.split())),
                    msg("noem de maand en het jaar"),
                    severity=_severity(passage),
                )


#: How phrases begin that are reported as info, including those relative to the reporting period.
_INFO_OPENINGS = (
    "in ",
    "inm",
    "de komende jaren",
    "de afgelopen jaren",
    "vorige verslag",
    "volgende verslag",
)


def _severity(passage: Passage) -> Severity:
    return WARNING if passage.document == "rapport" else INFO


def _is_anchored(passage: Passage, start: int, end: int, found: str) -> bool:
    """Tell whether the words are relative to something in the text: a year, an event."""
    lowered = found.lower()
    if lowered.startswith(("in het ", "in de ")):
        sentence = passage.sentence_at(start)[0]
        return bool(_YEAR_AFTER.match(passage.text, end) or _YEAR.search(passage.text, sentence, start))
    if lowered == "op het moment":
        return passage.text[end : end + 5].lstrip().startswith(("dat", "van"))
    if lowered.endswith("jaar") and lowered.startswith(("dit", "later dit")):
        sentence = passage.sentence_at(start)[0]
        return _YEAR.search(passage.text, sentence, start) is not None
    return False


RULES = (wrong_side_of_today, ageing_time)
