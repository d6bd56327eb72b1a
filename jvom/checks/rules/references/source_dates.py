# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of the sources: complete, not too old, and not from the future."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jvom.checks.reference_dates import interval, reference_date
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.references.kamerstukken import papers
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.dates import MONTHS, write_date
from jvom.dutch.patterns import pattern
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.source import Span

_MONTH_OF_LETTER = pattern(
    rf"brief(?: aan (?:het parlement|de (?:Tweede |Eerste )?Kamer))? van "
    rf"(?P<month>(?:{'|'.join(MONTHS[1:])}) (?:19|20)\d\d) \($"
)
_OLD_YEARS = 5


@rule(
    "REF006",
    "incomplete-source-date",
    WARNING,
    Scope.TEXTS,
    msg("De datum van een Kamerstuk is niet volledig"),
)
def incomplete_source_date(texts: Texts) -> Iterator[Violation]:
    """Meldt een Kamerstuk waarvan de dag, de maand of het jaar ontbreekt.

    In `references.yml`, en achter een getypte aanhaling. Een publicatie mag een maand of een jaar als datum
    hebben.

    ## Waarom

    Elk Kamerstuk heeft een dagtekening. Aan de volle datum ziet de lezer, en deze controle, of het nummer
    klopt.

    ## Voorbeelden

    ```fout references.yml
    references:
      kst-29521-510: {date: 2026-03}

    === verwacht
    2026-03
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 510 van maart 2026, en Kamerstuk 29 521, nr. 493 (4 april).

    === verwacht
    maart 2026
    4 april
    ```

    ```fout
    Zie de Kamerbrief van maart 2026 ([@kst-29521-493]).

    === verwacht
    maart 2026
    ```

    ```goed references.yml
    references:
      kst-29521-510: {date: 2026-03-09}
      evaluatie: {type: publicatie, title: Evaluatie, date: 2022-08}
    ```

    ```goed
    Zie Kamerstuk 29 521, nr. 510 van 9 maart 2026, en Kamerstuk 29 521, nr. 493.
    ```

    ## Herstellen

    Zoek de dagtekening op. Is die niet te vinden, onderdruk de melding dan met die reden.
    """
    if isinstance(texts, DossierView):
        for _, paper in papers(texts):
            if not paper.date.exact:
                yield Violation(
                    paper.at.value("date"),
                    msg("van dit Kamerstuk ontbreekt de dag")
                    if paper.date.month
                    else msg("van dit Kamerstuk ontbreken dag en maand"),
                    msg("zoek de dagtekening op"),
                )
    for passage in texts.passages:
        for cited in passage.citations:
            near = max(0, cited.start - 60)
            letter = passage.text.find("brief", near, cited.start) >= 0
            month = _MONTH_OF_LETTER.search(passage.text, near, cited.start) if letter else None
            if month and passage.is_typed(*month.span("month")):
                yield Violation(
                    passage.span(*month.span("month")),
                    msg("van dit Kamerstuk ontbreekt de dag"),
                    msg("zoek de dagtekening op"),
                )
            date = cited.date
            if (
                date is None
                or cited.kind != "kamerstuk"
                or date.introduced
                or cited.date_joined.startswith("d")
            ):
                continue
            if date.day is None or (date.year is None and not date.qualifier):
                if not passage.is_typed(date.start, date.end):
                    continue
                yield Violation(
                    passage.span(date.start, date.end),
                    msg("de datum van dit Kamerstuk is niet volledig"),
                    msg("zoek de dagtekening op"),
                )


@rule(
    "REF008",
    "old-source",
    INFO,
    Scope.TEXTS,
    msg("Een aangehaald stuk is meer dan vijf jaar ouder dan het rapport"),
)
def old_source(texts: Texts) -> Iterator[Violation]:
    """Meldt een Kamerstuk of publicatie van meer dan vijf jaar voor de verslagperiode, ter overweging.

    De regel leest het register en getypte aanhalingen met een datum. In een los stuk telt de datum daarvan.

    ## Waarom

    Een jaarlijkse rapportage steunt op stukken van nu. Een oud stuk is soms bedoeld, en vaak blijven staan.

    ## Voorbeelden

    ```fout references.yml
    references:
      evaluatie: {type: publicatie, title: Evaluatie, date: "2016"}

    === verwacht
    "2016"
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 226 van 22 januari 2014.

    === verwacht
    22 januari 2014
    ```

    ```goed references.yml
    references:
      evaluatie: {type: publicatie, title: Evaluatie, date: 2022-08}
    ```

    ## Herstellen

    Kijk of er een nieuwer stuk is. Is dit stuk bedoeld, dan hoeft er niets.
    """
    if isinstance(texts, DossierView):
        since = texts.data.period.first.first_day
        for reference in texts.dossier.references.references.values():
            if since - reference.date.latest > _OLD:
                yield _old(reference.at.value("date"), reference.date.latest)
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                if (
                    cited.kind != "kamerstuk"
                    or cited.date is None
                    or not passage.is_typed(cited.start, cited.end)
                ):
                    continue
                here, days = reference_date(text, passage), interval(cited.date)
                if days and here.certain and here.day - days[1] > _OLD + datetime.timedelta(366):
                    yield _old(passage.span(cited.date.start, cited.date.end), days[1])


_OLD = datetime.timedelta(366 * _OLD_YEARS)


def _old(span: Span, day: datetime.date) -> Violation:
    return Violation(
        span,
        msg("dit stuk is uit {year}", year=day.year),
        msg("kijk of er een nieuwer stuk is; is dit bedoeld, dan hoeft er niets"),
    )


@cache
def _year_only() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])d\.?d\.?\s{1,3}(?P<year>(?:19|20)\d\d)(?![\w-])")


@rule("REF010", "dated-without-day", WARNING, Scope.FRAGMENT, msg("Achter «d.d.» staat geen volledige datum"))
def dated_without_day(text: TextView) -> Iterator[Violation]:
    """Meldt "d.d." met alleen een maand of een jaar, of met een dag zonder jaar.

    ## Waarom

    "De dato" noemt de dag van een stuk. Zonder de dag is het stuk niet te vinden.

    ## Voorbeelden

    ```fout
    Zie de brief d.d. maart 2026 en het besluit dd. 9 maart; het verslag is d.d. 2025.

    === verwacht
    maart 2026
    9 maart
    2025
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 510, d.d. begin
    maart 2026.
    ```

    ```goed
    Zie de brief d.d. 9 maart 2026 en die d.d. 1 november jl. In maart 2026 volgde een derde, d.d. 27-03-2026.
    ```

    ## Herstellen

    Zoek de dag op. Is er alleen een maand, schrijf dan "van maart 2026".
    """
    for passage in text.passages:
        for date in passage.dates:
            if date.introduced and (date.day is None or (date.year is None and not date.qualifier)):
                yield _without_day(passage.span(date.start, date.end))
        if "d.d" in passage.text or "dd" in passage.lowered_words:
            for match in _year_only().finditer(passage.text):
                yield _without_day(passage.span(*match.span("year")))


def _without_day(span: Span) -> Violation:
    return Violation(
        span,
        msg("achter «d.d.» hoort een dag met maand en jaar"),
        msg("zoek de dag op, of schrijf «van» met de maand"),
    )


@rule(
    "REF012",
    "source-from-the-future",
    ERROR,
    Scope.TEXTS,
    msg("Een bron is van na het stuk dat die bron aanhaalt"),
)
def source_from_the_future(texts: Texts) -> Iterator[Violation]:
    """Meldt een Kamerstuk of publicatie met een datum na die van het stuk waarin de aanhaling staat.

    ## Waarom

    Wat nog niet verschenen is, kan niet aangehaald worden: de datum of het jaar is fout.

    ## Voorbeelden

    ```fout references.yml
    references:
      kst-29521-510: {date: 2026-06-09}

    === verwacht
    2026-06-09
    ```

    ```fout nota.md erbij
    Zie Kamerstuk 29 521, nr. 515 van 11 mei 2026.

    === verwacht
    11 mei 2026
    ```

    ```goed
    Zie Kamerstuk 29 521, nr. 515 van 11 mei 2026.
    ```

    ```goed references.yml
    references:
      evaluatie: {type: publicatie, title: Evaluatie, date: "2026"}
    ```

    ## Herstellen

    Zoek de datum op en verbeter die.
    """
    if isinstance(texts, DossierView):
        sent = texts.data.presentation_date
        for reference in texts.dossier.references.references.values():
            if reference.date.earliest > sent:
                yield _later(reference.at.value("date"), sent)
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                if cited.date is None or not passage.is_typed(cited.start, cited.date.end):
                    continue
                here, days = reference_date(text, passage), interval(cited.date)
                if days and days[0] > here.day:
                    yield _later(passage.span(cited.date.start, cited.date.end), here.day)


def _later(span: Span, day: datetime.date) -> Violation:
    return Violation(span, msg("deze bron is van na {day}", day=write_date(day)), msg("zoek de datum op"))


RULES = (
    incomplete_source_date,
    old_source,
    dated_without_day,
    source_from_the_future,
)
