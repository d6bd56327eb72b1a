# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What letter, nota, report and cover say of the same thing: title, year, dates, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jvom.checks.mandate_table import spoken
from jvom.checks.prose import Passage
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Slip, rule
from jvom.checks.views import DossierView
from jvom.dutch.date_expressions import DateExpression
from jvom.dutch.dates import third_wednesday
from jvom.dutch.numbers import read_words
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

_FRIDAY = 4
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@rule(
    "LET001",
    "title-differs",
    ERROR,
    Scope.DOSSIER,
    msg("Brief, nota of omslag geeft het rapport een andere titel"),
)
def title_differs(dossier: DossierView) -> Iterator[Slip]:
    """Meldt een titel of onderwerp van brief, nota of omslag dat niet met de titel van het dossier begint.

    Achter de titel mag het jaar of de periode staan; een ander jaar is een fout. Andere hoofdletters, en een
    jaar bij de brief waar de nota een periode geeft, zijn informatie. In de teksten meldt de regel een titel
    waarvan een woord anders is.

    ## Waarom

    De Kamer krijgt vier stukken die over een rapport gaan. Heet dat in elk stuk anders, dan lijken het er
    meer.

    ## Voorbeelden

    ```fout dossier.yml
    letter: {subject: Jaarlijkse rapportage overige missiebijdragen 2025}

    === verwacht
    Jaarlijkse rapportage overige missiebijdragen 2025
    ```

    ```fout dossier.yml
    nota: {title: Jaarlijkse voortgangsrapportage overige missiebijdragen 2024}

    === verwacht
    Jaarlijkse voortgangsrapportage overige missiebijdragen 2024
    ```

    ```fout
    Met deze jaarlijkse voortgangsrapportage overige missies legt het kabinet verantwoording af.

    === verwacht
    jaarlijkse voortgangsrapportage overige missies
    ```

    ```goed dossier.yml
    letter: {subject: Jaarlijkse voortgangsrapportage overige missiebijdragen (JVOM) 2025}
    nota: {title: Jaarlijkse voortgangsrapportage overige missiebijdragen 2025}
    ```

    ```goed
    Dit is de jaarlijkse voortgangsrapportage overige missiebijdragen. Een jaarlijkse voortgangsrapportage
    over de inzet op de oostflank volgt; de vorige voortgangsrapportages overige missiebijdragen ook.
    ```

    ## Herstellen

    Gebruik overal de titel van `dossier.yml`.
    """
    data = dossier.data
    title, years = data.title, {data.period.first.year, data.period.last.year, data.year}
    printed = (
        (data.letter.subject, data.letter.at.value("subject")),
        (data.nota.title, data.nota.at.value("title")),
        (data.report.title, data.report.at.value("title")),
    )
    named = Related(data.at.value("title"), msg("hier staat de titel van het dossier"))
    suffixes: list[tuple[set[int], Span]] = []
    for words, span in printed:
        if not _plain(words).startswith(_plain(title)):
            yield Slip(
                span,
                msg("het dossier heet «{title}»", title=title),
                msg("gebruik overal dezelfde titel"),
                related=(named,),
            )
            continue
        given = {int(year) for year in _YEAR.findall(words[len(title) :])}
        if given - years:
            yield Slip(
                span,
                msg("het dossier gaat over {year}", year=data.year),
                msg("verbeter het jaar in de titel"),
                related=(Related(data.at.value("year"), msg("hier staat het jaar van het dossier")),),
            )
        elif given:
            suffixes.append((given, span))
        if not words.startswith(title):
            yield Slip(
                span,
                msg("het dossier schrijft «{title}»", title=title),
                msg("gebruik dezelfde hoofdletters"),
                related=(named,),
                severity=INFO,
            )
    for given, span in suffixes[1:]:
        if given != suffixes[0][0]:
            yield Slip(
                span,
                msg("achter de titel staan hier andere jaren dan bij het onderwerp van de brief"),
                msg("zet er overal hetzelfde jaar achter"),
                related=(Related(suffixes[0][1], msg("hier staat het onderwerp van de brief")),),
                severity=INFO,
            )
    yield from _titles_in_texts(dossier, title)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _titles_in_texts(dossier: DossierView, title: str) -> Iterator[Slip]:
    """Yield the places where all words of the title but one stand in order, the first among them."""
    wanted = _plain(title).split()
    if len(wanted) < 3:
        return
    for passage, number in _places_of(dossier, wanted[0]):
        spans = passage.words[number : number + len(wanted)]
        found = [passage.text[start:end].lower() for start, end in spans]
        if len(found) < len(wanted):
            continue
        others = [(word, right) for word, right in zip(found, wanted, strict=True) if word != right]
        if len(others) == 1 and others[0][0] != others[0][1] + "s":
            start, end = spans[0][0], spans[-1][1]
            if len(passage.text[start:end]) <= len(title) + 30:
                yield Slip(
                    passage.span(start, end),
                    msg("het rapport heet «{title}»", title=title),
                    msg("gebruik overal dezelfde titel"),
                    severity=WARNING,
                )


def _places_of(dossier: DossierView, word: str) -> Iterator[tuple[Passage, int]]:
    """Yield the passages with a word in them, and which of their words it is."""
    for passage in dossier.passages:
        if passage.kind != "value" and word in passage.text.lower():
            for number, (start, end) in enumerate(passage.words):
                if passage.text[start:end].lower() == word:
                    yield passage, number


@rule(
    "LET002",
    "year-differs",
    ERROR,
    Scope.DOSSIER,
    msg("Brief of nota noemt een ander jaar dan het dossier"),
)
def year_differs(dossier: DossierView) -> Iterator[Slip]:
    """Meldt een brief of nota die zegt dat de rapportage over een ander jaar gaat dan dat van `dossier.yml`.

    Ook als het omslag een andere periode geeft dan het dossier, meldt de regel dat.

    ## Waarom

    Wie de brief van vorig jaar als begin neemt, vergeet licht het jaar.

    ## Voorbeelden

    ```fout brief.md
    Hierbij bieden wij uw Kamer de voortgangsrapportage over het jaar 2024 aan.

    === verwacht
    2024
    ```

    ```fout dossier.yml
    report: {subtitle: mei 2024 tot en met april 2025}

    === verwacht
    mei 2024 tot en met april 2025
    ```

    ```goed brief.md
    Hierbij bieden wij uw Kamer de voortgangsrapportage over het jaar 2025 aan. In 2024 ging dat net zo, met
    de rapportage over het jaar daarvoor.
    ```

    ## Herstellen

    Verbeter het jaar.
    """
    data = dossier.data
    related = (Related(data.at.value("year"), msg("hier staat het jaar van het dossier")),)
    years = {data.year, data.period.first.year, data.period.last.year}
    for id in ("brief", "nota"):
        text = dossier.text(id)
        for passage in text.passages if text else ():
            for match in _REPORT_OF_YEAR.finditer(passage.text):
                start, end = match.span("year" if match["year"] else "other")
                if int(passage.text[start:end]) not in years and not _EARLIER.search(passage.text[:start]):
                    yield Slip(
                        passage.span(start, end),
                        msg("het dossier gaat over {year}", year=data.year),
                        msg("verbeter het jaar"),
                        related=related,
                    )
    subtitle = _YEAR.findall(data.report.subtitle)
    wanted = {str(data.period.first.year), str(data.period.last.year)}
    if subtitle and set(subtitle) != wanted and set(subtitle) != {str(data.year)}:
        yield Slip(
            data.report.at.value("subtitle"),
            msg("het omslag geeft andere jaren dan de periode van het dossier"),
            msg("maak de periode op het omslag gelijk aan die van het dossier"),
            related=(Related(data.at.value("period"), msg("hier staat de periode")),),
        )


_REPORT_OF_YEAR = re.compile(
    r"(?:rapportage|JVOM|missiebijdragen)\b[^.]{0,40}?\s(?:over\s+)?(?:het\s+(?:verslag)?jaar\s+)?(?P<year>20\d\d)(?![\d-])"
    r"|\bover\s+het\s+(?:verslag)?jaar\s+(?P<other>20\d\d)(?!\d)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:vorige?|eerdere?|voorgaande|sinds|op\s+\d{1,2}\s+\w+|januari|februari|maart|april|mei|juni|juli|augustus"
    r"|september|oktober|november|december|naamswijziging\w*|van)\s*(?:van\s+)?$|\bvorige?\s+(?:voortgangs)?rapportage",
    re.IGNORECASE,
)


@rule(
    "LET003",
    "date-differs",
    ERROR,
    Scope.DOSSIER,
    msg("Brief, omslag of tekst geeft een andere dag van aanbieding"),
)
def date_differs(dossier: DossierView) -> Iterator[Slip]:
    """Meldt een datum van brief of omslag die niet de dag van aanbieding is, en een tekst met een andere.

    In de tekst gaat het om de datum bij "Verantwoordingsdag". Is dat geen derde woensdag van mei, dan meldt
    DAT003 haar al.

    ## Waarom

    Brieven, rapport en nota gaan op een dag de deur uit.

    ## Voorbeelden

    ```fout dossier.yml
    report: {date: 2026-05-13}

    === verwacht
    2026-05-13
    ```

    ```fout dossier.yml
    letter:
      recipients:
        - {id: tweede-kamer, date: 2026-05-21}

    === verwacht
    2026-05-21
    ```

    ```fout
    De rapportage is op Verantwoordingsdag, 21 mei 2025, aangeboden.

    === verwacht
    21 mei 2025
    ```

    ```goed
    De rapportage wordt op Verantwoordingsdag (20 mei 2026) aangeboden. De vorige ging op 21 mei 2025.
    ```

    ## Herstellen

    Verbeter de datum, of `presentation_date` als de aanbieding verschoven is. Gebruik in de tekst het cijfer
    uit `figures.yml`.
    """
    data = dossier.data
    day = data.presentation_date
    related = (Related(data.at.value("presentation_date"), msg("hier staat de dag van aanbieding")),)
    dated = [(recipient.date, recipient.at.value("date")) for recipient in data.letter.recipients]
    dated.append((data.report.date, data.report.at.value("date")))
    for given, span in dated:
        if given != day:
            yield Slip(
                span,
                msg("het dossier wordt aangeboden op {day}", day=spoken(day)),
                msg("maak de datums gelijk"),
                related=related,
            )
    for passage, found, given in _dates_beside(dossier, _PRESENTATION):
        if given != day and (found.year is None or given == third_wednesday(given.year)):
            yield Slip(
                passage.span(found.start, found.end),
                msg("het dossier wordt aangeboden op {day}", day=spoken(day)),
                msg("maak de datums gelijk"),
                related=related,
            )


@rule(
    "LET004",
    "council-date-differs",
    ERROR,
    Scope.DOSSIER,
    msg("Een tekst geeft een andere dag voor de ministerraad"),
)
def council_date_differs(dossier: DossierView) -> Iterator[Slip]:
    """Meldt een datum bij "ministerraad" of "MR" die niet de dag van `council_of_ministers` is.

    Is het geen vrijdag, dan meldt DAT004 haar al.

    ## Waarom

    De nota vraagt de minister het stuk voor een bepaalde vergadering te agenderen.

    ## Voorbeelden

    ```fout nota.md erbij
    De rapportage staat op de agenda van de ministerraad (MR) van 15 mei 2026.

    === verwacht
    15 mei 2026
    ```

    ```fout nota.md erbij
    Na de MR van 9 mei gaat de rapportage naar de Kamers.

    === verwacht
    9 mei
    ```

    ```goed nota.md erbij
    De rapportage staat op de agenda van de ministerraad (MR) van vrijdag 8 mei 2026. Na de MR van 8 mei gaat
    zij naar de Kamers.
    ```

    ## Herstellen

    Verbeter de datum, of `council_of_ministers`. Gebruik in de tekst het cijfer uit `figures.yml`.
    """
    day = dossier.data.council_of_ministers
    for passage, found, given in _dates_beside(dossier, _COUNCIL):
        if given != day and (found.year is None or given.weekday() == _FRIDAY):
            yield Slip(
                passage.span(found.start, found.end),
                msg("de ministerraad van dit dossier is op {day}", day=spoken(day)),
                msg("maak de datums gelijk"),
                related=(
                    Related(
                        dossier.data.at.value("council_of_ministers"),
                        msg("hier staat de dag van de ministerraad"),
                    ),
                ),
            )


_BETWEEN = r"\s*(?:\(MR\)|,|\()?\s*(?:van|op|d\.d\.|is)?\s*(?:(?:maan|dins|woens|donder|vrij)dag\s+)?$"
_PRESENTATION = re.compile(rf"Verantwoordingsdag{_BETWEEN}")
_COUNCIL = re.compile(rf"(?:\b[Mm]inisterraad|\bMR){_BETWEEN}")


def _dates_beside(
    dossier: DossierView, word: re.Pattern[str]
) -> Iterator[tuple[Passage, DateExpression, date]]:
    """Yield the days that stand right behind a word; without a year they are of the year of presentation."""
    for passage in dossier.passages:
        if passage.kind == "value" or not (
            "dag" in passage.text or "MR" in passage.text or "raad" in passage.text
        ):
            continue
        for found in passage.dates:
            if not found.day or not found.month or found.impossible:
                continue
            if word.search(passage.text[max(0, found.start - 50) : found.start]):
                year = found.year or dossier.data.presentation_date.year
                yield passage, found, date(year, found.month, found.day)


@rule(
    "LET005",
    "attachments-differ",
    ERROR,
    Scope.DOSSIER,
    msg("Het aantal bijlagen van de nota klopt niet met de tekst van brief of nota"),
)
def attachments_differ(dossier: DossierView) -> Iterator[Slip]:
    """Meldt een brief of nota die van een ander aantal bijlagen spreekt dan `attachments` van de nota.

    De regel leest een getal bij "bijlagen", en in de brief ook enkelvoud of meervoud. De bijlage van het
    rapport zelf telt niet.

    ## Waarom

    Wie het pakket samenstelt, gaat op het aantal af.

    ## Voorbeelden

    ```fout dossier.yml
    nota: {attachments: 3}

    === brief.md
    De rapportage is als bijlage bij deze brief gevoegd.

    === verwacht
    3
    ```

    ```fout brief.md
    De rapportage is in twee bijlagen bij deze brief gevoegd.

    === verwacht
    1
    ```

    ```fout brief.md
    De bijlagen bij deze brief bevatten de rapportage.
    ```

    ```fout dossier.yml
    nota: {attachments: 0}

    === brief.md
    De rapportage is als bijlage bij deze brief gevoegd.
    ```

    ```goed brief.md
    De rapportage is als bijlage bij deze brief gevoegd.
    ```

    ```goed nota.md erbij
    De bijlagen bij de rapportage geven de rechtsgronden.
    ```

    ## Herstellen

    Tel de bijlagen, en maak nota en brief gelijk.
    """
    nota = dossier.data.nota
    span, count = nota.at.value("attachments"), nota.attachments
    for id in ("brief", "nota"):
        text = dossier.text(id)
        for passage in text.passages if text else ():
            for match in _ATTACHMENTS.finditer(passage.text):
                said = _number(match["number"] or "")
                plural = match["word"].lower() == "bijlagen"
                if said is not None and plural:
                    wrong = said != count
                else:
                    wrong = id == "brief" and (count == 0 or plural != (count > 1))
                if wrong:
                    place = passage.span(match.start(), match.end())
                    yield Slip(
                        span,
                        msg("hier staat {count}, in de tekst «{words}»", count=count, words=match[0]),
                        msg("tel de bijlagen, en maak ze gelijk"),
                        related=(Related(place, msg("hier staat «{words}»", words=match[0])),),
                    )


_ATTACHMENTS = re.compile(
    r"(?:(?P<number>\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\s+)?\b(?P<word>bijlagen?)\b"
    r"(?!\s+(?:\d|[A-Z]\b|bij\s+(?:de|het)\s+(?:rapport|voortgangs|JVOM)|van\s+(?:de|het)\s+(?:rapport|voortgangs|JVOM)))",
    re.IGNORECASE,
)


def _number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return read_words(written.lower()) if written else None


RULES = (title_differs, year_differs, date_differs, council_date_differs, attachments_differ)
