# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the appendix according to the texts, and whether it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jvom.analysis.passages import Passage
from jvom.checks.mission_names import names_in, names_of
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.mandates.mandate_table import Row, table_rows
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Mission
from jvom.source import Span
from jvom.text import CrossReference, Table

_REFERRING = frozenset(
    """
    staat staan stond vindt vinden vermeld genoemd opgenomen weergegeven opgesomd beschreven geschetst bevat
    bevatten geeft geven toont overzicht zie gespecificeerd toegelicht uitgesplitst verwezen verwijst
    verwijzen bijgevoegd
    """.split()
)
_NEGATIONS = frozenset(("niet", "geen", "evenmin"))
_TERMS = pattern(r"mandaat|mandaten|\bkaders?\b|rechtsbas|rechtsgrond")
_WORD = pattern(r"[^\W\d_]{5,}")
_STOP_WORDS = frozenset(
    """
    bijlage bijlagen bevat bevatten geeft geven staat staan stond vindt vinden vermeld genoemd opgenomen zijn
    overzicht overzichten volledig volledige nadere informatie verder verdere onder andere tevens daarnaast
    beschreven weergegeven rapport rapportage deze hierbij daarbij wordt worden hebben heeft alle elke iedere
    paragraaf hoofdstuk tabel lijst nederland nederlandse kabinet missie missies operatie operaties bijdrage
    bijdragen inzet periode verslagperiode waarin waarop waarvan waaronder tussen zoals samen eveneens zowel
    grond toegelicht gespecificeerd uitgesplitst opgesomd geschetst toont welke hierin daarin verschillende
    andere eigen laatste eerste totaal totale meer details detail gegevens regio regios
    """.split()
)


@rule(
    "MAN011",
    "not-in-appendix",
    ERROR,
    Scope.TEXTS,
    msg("Volgens de tekst staat iets in de bijlage dat daar niet staat"),
)
def not_in_appendix(texts: Texts) -> Iterator[Violation]:
    """Meldt een zin die zegt dat iets in de bijlage staat, terwijl het daar niet staat.

    De regel leest de zinnen van het rapport die naar de bijlage verwijzen. Noemt zo'n zin een missie, of
    staat die in de tekst van een missie en gaat die over mandaat, kader of rechtsbasis, dan moet die missie
    een rij hebben, en een kader als de zin het kader noemt. Van elke andere zin moet ten minste een woord in
    de bijlage voorkomen; dat is een waarschuwing. "Zie ook bijlage 1" belooft niets.

    ## Waarom

    De Kamer slaat de bijlage op en vindt niet wat beloofd is. Zulke zinnen blijven staan als de bijlage
    verandert.

    ## Voorbeelden

    ```fout rapport/unifil.md erbij
    De looptijd van het nationale kader staat in [](#rechtsbasis).

    === mandates.yml
    rows:
      - !weg {mission: unifil}

    === verwacht
    De looptijd van het nationale kader staat in [](#rechtsbasis).
    ```

    ```fout
    Een overzicht van de personeelsaantallen is te vinden in bijlage 1.

    === verwacht
    Een overzicht van de personeelsaantallen is te vinden in bijlage 1.
    ```

    ```fout
    Het nationale kader van UNIFIL staat in bijlage 1.

    === mandates.yml
    rows:
      - {mission: unifil, framework: geen}
    ```

    ```goed
    De looptijd van de mandaten is te vinden in bijlage 1. UNIFIL en UNTSO staan in de bijlage. Bijlage 2 bij
    die brief bevat de begroting.
    ```

    ```goed
    De bijdrage aan UNTSO staat niet in bijlage 1.

    === mandates.yml
    rows:
      - !weg {mission: untso}
    ```

    ```goed
    Zie ook [](#inleiding,slotbeschouwing) en [](#rechtsbasis). Zie verder [@kst-29521-510, datum] en
    [](#rechtsbasis).
    ```

    ```fout
    De uitgaven per post staan in de bijlage bij deze rapportage. Voor de kosten wordt verwezen naar de
    bijlage.
    ```

    ## Herstellen

    Zet het in de bijlage, of haal de verwijzing weg.
    """
    appendix = _appendix(texts)
    if not appendix:
        return
    known = [*texts.dossier.missions.missions] if isinstance(texts, DossierView) else []
    rows = {row.id: row for row in texts.memo(table_rows)}
    names = texts.memo(report_names)
    for text in texts.texts:
        if text.document not in ("rapport", "tekst") or text in appendix:
            continue
        for passage in text.passages_of("paragraph", "item", "footnote"):
            if "ijlage" not in passage.text:
                continue
            for start, end in passage.sentences:
                lowered = passage.text[start:end].lower()
                if "ijlage" in lowered and _refers_to_appendix(lowered, passage, start, end, names):
                    # The number of a section or a Kamerstuk is no clue to the contents of the appendix.
                    stems = _stems(passage.typed[start:end].lower())
                    yield from _missing(text, lowered, stems, passage.span(start, end), known, rows)


def _missing(
    text: TextView, lowered: str, stems: set[str], span: Span, known: list[Mission], rows: dict[str, Row]
) -> Iterator[Violation]:
    named = [mission for mission in known if names_in(lowered, names_of(mission))]
    if not named and _TERMS.search(lowered):
        named = [mission for mission in known if mission.id == text.mission]
    for mission in named:
        row = rows.get(mission.id)
        if row is None:
            yield Violation(
                span,
                msg("{name} staat niet in de bijlage", name=mission.name),
                msg("zet de missie in de bijlage, of haal de verwijzing weg"),
            )
        elif "kader" in lowered and row.framework and row.framework.duration.word == "geen":
            yield Violation(
                span,
                msg("de bijlage geeft geen nationaal kader voor {name}", name=mission.name),
                msg("vul het kader in, of haal de verwijzing weg"),
                related=(Related(row.framework.span, msg("hier staat dat er geen kader is")),),
            )
    if not named and stems and not stems & text.texts.memo(_appendix_stems):
        yield Violation(
            span,
            msg("in de bijlage staat hier niets over"),
            msg("zet het in de bijlage, of haal de verwijzing weg"),
            severity=WARNING,
        )


def _appendix(texts: Texts) -> tuple[TextView, ...]:
    if not isinstance(texts, DossierView):
        return ()
    ids = {appendix.id for appendix in texts.data.appendices}
    return tuple(text for text in texts.texts if text.id in ids and text.document == "rapport")


@cache
def _this_appendix(names: ReportNames) -> re.Pattern[str]:
    """Match an appendix of this report: "de bijlage", "bijlage 1 bij deze rapportage"."""
    report = names.one_of("rapportage", "rapport").lower()
    return re.compile(
        r"\bbijlagen?\b(?:\s+(?:\d{1,2}|[a-z])\b)?+(?!\s+(?:gevoegd|toegevoegd)|\s+(?:bij|van)\s+"
        rf"(?!(?:deze|de|dit|het)\s+(?:voortgangs)?(?:{report})\b))"
    )


def _refers_to_appendix(lowered: str, passage: Passage, start: int, end: int, names: ReportNames) -> bool:
    words = frozenset(re.findall(r"\w+", lowered))
    if words.isdisjoint(_REFERRING) or not words.isdisjoint(_NEGATIONS):
        return False
    for part in passage.parts(start, end):
        if isinstance(part.source, CrossReference) and passage.text[part.start :].startswith("bijlage"):
            return True
    return bool(_this_appendix(names).search(lowered))


def _appendix_stems(texts: Texts) -> frozenset[str]:
    """Return the stems of the words in the appendix and in the rows of its table."""
    stems: set[str] = set()
    for text in _appendix(texts):
        for passage in text.passages:
            stems |= _stems(passage.lowered)
    for row in texts.memo(table_rows):
        for cell in (row.operation, row.region, row.basis):
            stems |= _stems(cell.text.lower())
    return frozenset(stems)


def _stems(lowered: str) -> set[str]:
    """Return the content words, cut to the six letters that their forms share."""
    return {word[:6] for word in _WORD.findall(lowered) if word not in _STOP_WORDS}


@rule(
    "MAN013",
    "mandates-not-printed",
    ERROR,
    Scope.DOSSIER,
    msg("De rijen van de mandatentabel staan in geen enkele tekst"),
)
def mandates_not_printed(dossier: DossierView) -> Iterator[Violation]:
    """Meldt dat `mandates.yml` rijen heeft, en geen tekst van het rapport de tabel waarin zij komen.

    Die tabel heeft als enige rij `{{ mandates }}`. Wie die rij of de tabel weghaalt, haalt alle mandaten uit
    het rapport.

    ## Waarom

    De teksten verwijzen voor rechtsbasis, mandaat en kader naar de bijlage, en daar staat dan niets.

    ## Voorbeelden

    ```fout rapport/rechtsbasis.md
    Deze bijlage geeft per operatie de rechtsbasis.
    ```

    ```fout rapport/rechtsbasis.md
    | Locatie | Inzet | Rechtsbasis | Duur mandaat | Duur kader |
    | --- | --- | --- | --- | --- |
    ```

    ```goed rapport/rechtsbasis.md
    | Locatie | Inzet | Rechtsbasis | Duur mandaat | Duur kader |
    | --- | --- | --- | --- | --- |
    | {{ mandates }} | | | | |
    ```

    ## Herstellen

    Zet de tabel terug in de tekst van de bijlage, onder de koprij met als enige rij `{{ mandates }}`.
    """
    mandates = dossier.dossier.mandates
    tables = (
        block.filled_with for text in dossier.texts for block in text.blocks if isinstance(block, Table)
    )
    if dossier.data.report and mandates.rows and not any(tables):
        yield Violation(
            mandates.rows[0].at.value("mission"),
            msg("deze rij en alle andere staan in geen enkele tekst"),
            msg("zet in de bijlage een tabel met als enige rij mandates, tussen dubbele accolades"),
        )


RULES = (not_in_appendix, mandates_not_printed)
