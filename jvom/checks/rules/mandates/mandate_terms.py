# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The terms of mandates and frameworks, compared with the period, the day of presentation and the texts.

Each rule reads mandates.yml and tables of mandates that were typed in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.mandates.mandate_table import TERM_NAMES, table_rows
from jvom.checks.rules.mandates.mandate_texts import StatedEnd, key_dates, mentions_end, stated_ends
from jvom.checks.views import Texts
from jvom.dutch.dates import write_date
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.times import Duration


@rule(
    "MAN001",
    "mandate-ended",
    ERROR,
    Scope.TEXTS,
    msg("Een mandaat of kader liep af voordat de verslagperiode begon"),
)
def mandate_ended(texts: Texts) -> Iterator[Violation]:
    """Meldt een internationaal mandaat of nationaal kader dat voor de verslagperiode afliep.

    De regel leest de rijen van `mandates.yml` en getypte tabellen met een kolom voor mandaat of kader, en
    vergelijkt met de eerste dag van de periode.

    ## Waarom

    Zonder mandaat is er geen rechtsgrond voor de inzet waarover het rapport gaat. Meestal is het mandaat
    verlengd en is de datum van vorig jaar blijven staan.

    ## Voorbeelden

    ```fout mandates.yml
    rows:
      - {mission: unifil, mandate: 2025-04-30}

    === verwacht
    2025-04-30
    ```

    ```fout mandates.yml
    rows:
      - {mission: untso, framework: 2024-06-30}
    ```

    ```fout
    | Missie | Duur internationaal mandaat | Duur nationaal kader |
    | --- | --- | --- |
    | EMASoH | 31 december 2024 | 31 dec. 2024 |

    === verwacht
    31 december 2024
    31 dec. 2024
    ```

    ```goed mandates.yml
    rows:
      - {mission: unifil, mandate: 2025-05-01}
      - {mission: untso, mandate: onbepaald, framework: doorlopend}
    ```

    ```goed
    | Missie | Duur internationaal mandaat | Duur nationaal kader |
    | --- | --- | --- |
    | EMASoH | onbepaald | 31 mei 2027 |
    ```

    ## Herstellen

    Zoek het besluit waarmee het mandaat verlengd is en neem de nieuwe einddatum over. Is er geen, dan hoort
    de missie niet in het rapport.
    """
    first = texts.memo(key_dates).first
    for row in texts.memo(table_rows):
        for _, term in row.terms():
            if first and term.until and term.until < first:
                yield Violation(
                    term.span,
                    msg("dit eindigde voordat de verslagperiode begon, op {first}", first=write_date(first)),
                    msg("neem de einddatum uit het laatste besluit over"),
                )


@rule(
    "MAN002",
    "mandate-ended-before-presentation",
    ERROR,
    Scope.TEXTS,
    msg("Een mandaat of kader is afgelopen op de dag van aanbieding, en geen tekst zegt het"),
)
def mandate_ended_before_presentation(texts: Texts) -> Iterator[Violation]:
    """Meldt een mandaat of kader dat afloopt na de verslagperiode en voor de dag van aanbieding.

    De regel zwijgt als een tekst over de missie zegt dat het mandaat, het kader of de bijdrage eindigt.

    ## Waarom

    De Kamer leest het rapport na de verslagperiode. Een mandaat dat dan voorbij is, is verlengd of de missie
    is gestopt: allebei hoort de Kamer te lezen.

    ## Voorbeelden

    ```fout mandates.yml
    rows:
      - {mission: untso, mandate: 2026-05-10}

    === verwacht
    2026-05-10
    ```

    ```goed mandates.yml
    rows:
      - {mission: untso, mandate: 2026-05-20}
    ```

    ```goed mandates.yml
    rows:
      - {mission: untso, mandate: 2026-05-10}

    === rapport/untso.md erbij
    Het mandaat van UNTSO liep op 10 mei 2026 af.
    ```

    ## Herstellen

    Neem de verlenging over, of schrijf in de tekst van de missie dat en waarom het mandaat eindigde.
    """
    dates = texts.memo(key_dates)
    for row in texts.memo(table_rows):
        for kind, term in row.terms():
            if (
                dates.last
                and dates.presentation
                and term.until
                and dates.last < term.until < dates.presentation
                and not mentions_end(texts, row, kind, term.until)
            ):
                yield Violation(
                    term.span,
                    msg(
                        "dit {what} is al afgelopen als het rapport wordt aangeboden, op {day}",
                        what=TERM_NAMES[kind],
                        day=write_date(dates.presentation),
                    ),
                    msg("neem de verlenging over, of laat de tekst van de missie zeggen dat het eindigde"),
                )


@rule(
    "MAN003",
    "mandate-ends-in-silence",
    WARNING,
    Scope.TEXTS,
    msg("Een mandaat of kader eindigt binnen de verslagperiode, en geen tekst zegt het"),
)
def mandate_ends_in_silence(texts: Texts) -> Iterator[Violation]:
    """Meldt een mandaat of kader dat binnen de verslagperiode eindigt zonder dat een tekst dat zegt.

    Als tekst telt de paragraaf van de missie, en elke zin die alleen deze missie noemt. Die zin noemt de
    einddatum, of zegt dat het mandaat, het kader, de missie of de bijdrage eindigt. Eindigt het mandaat zelf
    in stilte, dan is het een fout.

    ## Waarom

    De lezer ziet in de bijlage een einde, en in de tekst een missie die doorgaat. Een van beide klopt niet.

    ## Voorbeelden

    ```fout mandates.yml
    rows:
      - {mission: untso, framework: 2026-02-28}

    === verwacht
    2026-02-28
    ```

    ```fout mandates.yml
    rows:
      - {mission: unifil, mandate: 2025-12-31}

    === rapport/unifil.md
    UNIFIL ziet toe op het bestand. Het werk gaat in het afgelopen jaar en daarna onverminderd door.
    ```

    ```goed mandates.yml
    rows:
      - {mission: untso, framework: 2026-02-28}

    === rapport/untso.md erbij
    Het nationale kader liep met de bijdrage af op 28 februari 2026.
    ```

    ```goed mandates.yml
    rows:
      - {mission: untso, framework: 2026-02-28}

    === rapport/slotbeschouwing.md erbij
    Ook de Nederlandse bijdrage aan UNTSO is in het voorjaar beëindigd.
    ```

    ## Herstellen

    Zeg in de tekst van de missie dat het eindigde en wat er daarna gebeurt, of neem de verlenging over.
    """
    dates = texts.memo(key_dates)
    for row in texts.memo(table_rows):
        for kind, term in row.terms():
            if (
                dates.first
                and dates.last
                and term.until
                and dates.first <= term.until <= dates.last
                and not mentions_end(texts, row, kind, term.until)
            ):
                yield Violation(
                    term.span,
                    msg(
                        "dit {what} eindigt binnen de verslagperiode, en geen tekst zegt het",
                        what=TERM_NAMES[kind],
                    ),
                    msg("zeg het in de tekst van de missie, of neem de verlenging over"),
                    severity=ERROR if kind == "mandaat" else None,
                )


@rule(
    "MAN004",
    "framework-past-mandate",
    WARNING,
    Scope.TEXTS,
    msg("Het nationale kader loopt langer dan het internationale mandaat"),
)
def framework_past_mandate(texts: Texts) -> Iterator[Violation]:
    """Meldt een nationaal kader dat langer loopt dan het internationale mandaat waarop het rust.

    Legt een tekst uit wat er dan geldt ("Loopt het nationale kader langer dan het mandaat, dan ..."), dan is
    de melding informatie.

    ## Waarom

    Na het einde van het mandaat is er geen grond voor de deelname, wat het kabinet ook besloten heeft. Vaak
    is de verlenging van het mandaat niet overgenomen.

    ## Voorbeelden

    ```fout mandates.yml
    rows:
      - {mission: unifil, framework: 2027-06-30}

    === verwacht
    2027-06-30
    ```

    ```fout
    | Inzet | Rechtsbasis | Duur mandaat | Duur kader |
    | --- | --- | --- | --- |
    | UNDOF | VNVR-resolutie 350 (1974) | 31 mei 2027 | onbepaald |

    === verwacht
    onbepaald
    ```

    ```goed mandates.yml
    rows:
      - {mission: unifil, framework: 2026-12-31}
      - {mission: untso, mandate: onbepaald, framework: 2028-06-30}
    ```

    ## Herstellen

    Bekort het kader, neem de verlenging van het mandaat over, of leg bij de tabel uit wat er na het mandaat
    geldt.
    """
    explained = any(_explains(passage.lowered) for passage in texts.passages_with(("=langer",)))
    for row in texts.memo(table_rows):
        mandate, framework = row.mandate, row.framework
        if not mandate or not framework or not mandate.until:
            continue
        longer = framework.until > mandate.until if framework.until else framework.duration.word != "geen"
        if longer:
            yield Violation(
                framework.span,
                msg(
                    "het kader loopt langer dan het mandaat, dat tot en met {until} duurt", until=mandate.text
                ),
                msg("bekort het kader, of neem de verlenging van het mandaat over"),
                related=(Related(mandate.span, msg("hier eindigt het mandaat")),),
                severity=INFO if explained else None,
            )


def _explains(lowered: str) -> bool:
    return bool(
        re.search(
            r"kaders?\b[^.]{0,80}\blanger\b[^.]{0,80}mandaat|mandaat[^.]{0,80}\blanger\b[^.]{0,80}kader",
            lowered,
        )
    )


@rule(
    "MAN005",
    "mandate-end-differs",
    ERROR,
    Scope.TEXTS,
    msg("De tabel en de tekst van de missie geven een ander einde"),
)
def mandate_end_differs(texts: Texts) -> Iterator[Violation]:
    """Meldt een einddatum in de tabel die anders is dan die in de tekst van de missie zelf.

    De tekst kan een dag, een maand ("tot en met december 2026") of een jaar noemen, of zeggen dat er geen
    einddatum is. Noemt de tekst er meer, dan telt de laatste. "Tot 1 januari 2027" is ook 31 december 2026.

    ## Waarom

    De Kamer kan niet zien welke van de twee geldt. Meestal is de tekst bijgewerkt en de bijlage niet.

    ## Voorbeelden

    ```fout mandates.yml
    rows:
      - {mission: unifil, mandate: 2026-08-31}

    === verwacht
    2026-08-31
    ```

    ```fout mandates.yml
    rows:
      - {mission: untso, framework: 2028-06-30}

    === rapport/untso.md erbij
    Het nationale kader voor de bijdrage loopt tot en met 31 december 2027.
    ```

    ```fout mandates.yml
    rows:
      - {mission: untso, mandate: 2027-12-31}

    === verwacht
    2027-12-31
    ```

    ```fout
    ## EUTM Mali

    De EU verlengde het mandaat op 17 mei 2026 tot en met 18 mei 2028.

    | Missie | Rechtsbasis | Mandaat | Kader |
    | --- | --- | --- | --- |
    | EUTM Mali | Raadsbesluit | 18 mei 2027 | 18 mei 2027 |

    === verwacht
    18 mei 2027
    ```

    ```fout mandates.yml
    rows:
      - {mission: unifil, mandate: 2026-12-31, framework: 2026-12-31}

    === rapport/unifil.md
    De missie loopt tot eind april 2028.

    === verwacht
    2026-12-31
    ```

    ```fout rapport/untso.md erbij
    Het mandaat van UNIFIL loopt tot en met augustus 2026.

    === rapport/unifil.md erbij
    Het mandaat van UNIFIL is verlengd tot en met 31 december 2026.

    === verwacht
    augustus 2026
    ```

    ```goed mandates.yml
    rows:
      - {mission: unifil, mandate: 2026-12-31, framework: 2026-12-31}

    === rapport/unifil.md
    Het mandaat van UNIFIL liep tot 31 augustus 2025 en is verlengd tot 1 januari 2027. Het kader geldt tot
    eind december 2026. Het mandaat kan worden verlengd tot en met 31 december 2030.
    ```

    ```goed rapport/unifil.md
    Het mandaat van UNIFIL liep aanvankelijk tot en met 31 augustus 2025. De VNVR heeft het daarna verlengd;
    het verstrijkt nu op 31 december 2026. Het huidige mandaat loopt tot 1 januari 2027; het vorige liep op 31
    augustus 2025 af. Het kabinet besluit over een verlenging van het mandaat tot en met 31 december 2030.
    ```

    ```goed mandates.yml
    rows:
      - {mission: untso, mandate: onbepaald}
    ```

    ## Herstellen

    Zoek in het besluit welke datum geldt en maak de andere gelijk. Zet een datum die op meer plaatsen staat
    in `figures.yml`.
    """
    stated = texts.memo(stated_ends)
    first = texts.memo(key_dates).first
    for row in texts.memo(table_rows):
        for kind, term in row.terms():
            ends = [end for end in stated.get((row.id, kind), ()) if not end.earlier]
            last = max(ends, key=lambda end: end.latest, default=None)
            for end in ends:
                # A sentence about an earlier end is in the past tense.
                if end.present and end is not last and not _is_same_end(end, term.duration):
                    yield Violation(
                        end.span,
                        _difference(kind, term.text, end),
                        msg("zoek in het besluit welke datum geldt en maak de andere gelijk"),
                        related=(Related(term.span, msg("hier staat «{words}»", words=term.text)),),
                    )
            if last is None or _is_same_end(last, term.duration):
                continue
            if first and last.latest < first:
                continue  # the text is about an earlier mandate
            yield Violation(
                term.span,
                _difference(kind, term.text, last),
                msg("zoek in het besluit welke datum geldt en maak de andere gelijk"),
                related=(Related(last.span, msg("hier staat «{words}»", words=last.words)),),
            )


def _is_same_end(end: StatedEnd, duration: Duration) -> bool:
    if end.date is None:
        return duration.word in ("onbepaald", "doorlopend")
    return duration.until is not None and end.allows(duration.until)


def _difference(kind: str, term: str, end: StatedEnd) -> Message:
    values = {"what": TERM_NAMES[kind], "term": term, "words": end.words}
    if end.date is None:
        return msg("de tabel geeft het {what} «{term}», de tekst van de missie zegt «{words}»", **values)
    return msg("de tabel laat het {what} eindigen met «{term}», de tekst met «{words}»", **values)


RULES = (
    mandate_ended,
    mandate_ended_before_presentation,
    mandate_ends_in_silence,
    framework_past_mandate,
    mandate_end_differs,
)
