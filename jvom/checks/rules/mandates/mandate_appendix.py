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
    """According to the text, something is in the appendix that is not there."""
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
    """The rows of the mandate table stand in no text."""
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
