# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the appendix according to the texts, and whether it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.analysis.whole_words import has_any_whole
from jvom.analysis.word_classes import word_class
from jvom.checks.mission_names import names_of
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.mandates.mandate_table import Row, table_rows
from jvom.checks.views import DossierView, Texts, TextView
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Mission
from jvom.text import CrossReference, Table

_TERMS = Phrase("mandaat*|*-mandaat|mandaten|kader|kaders|rechtsbasis|rechtsgrond*")


@rule("MAN011", ERROR, Scope.TEXTS)
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
            for start, end in passage.sentences if "ijlage" in passage.text else ():
                if _refers_to_appendix(passage, start, end, names):
                    yield from _missing(text, passage, (start, end), known, rows)


def _missing(
    text: TextView, passage: Passage, sentence: tuple[int, int], known: list[Mission], rows: dict[str, Row]
) -> Iterator[Violation]:
    start, end = sentence
    span, lowered = passage.span(start, end), passage.text[start:end].lower()
    # The number of a section or a Kamerstuk is no clue to the contents of the appendix.
    stems = _stems(passage.typed[start:end])
    named = [mission for mission in known if has_any_whole(lowered, names_of(mission))]
    if not named and _TERMS.find_in(passage, start, end):
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


def _refers_to_appendix(passage: Passage, start: int, end: int, names: ReportNames) -> bool:
    """Tell whether a sentence says what is in an appendix of this report: "de bijlage", "bijlage 1"."""
    words = set(Tokens(passage.text[start:end]).lowered)
    if words.isdisjoint(word_class("showing")) or not words.isdisjoint(_NEGATIONS):
        return False
    if any(
        isinstance(part.source, CrossReference) and passage.text.startswith("bijlage", part.start)
        for part in passage.parts(start, end)
    ):
        return True
    return any(
        _of_report(names).match_at(passage, each.end) or not _OF_OTHER.match_at(passage, each.end)
        for each in _APPENDIX.find_in(passage, start, end)
    )


_NEGATIONS = frozenset(("niet", "geen", "evenmin"))
_APPENDIX = Phrase("bijlage|bijlagen ({digits}|a|b|c|d|e)?")
_OF_OTHER = Phrase("gevoegd|toegevoegd", "bij|van {word}")


@cache
def _of_report(names: ReportNames) -> Phrase:
    report = names.phrase("rapportage", "rapport", "voortgangsrapportage", "voortgangsrapport")
    return Phrase(f"bij|van deze|de|dit|het {report}")


def _appendix_stems(texts: Texts) -> frozenset[str]:
    """Return the stems of the words in the appendix and in the rows of its table."""
    stems: set[str] = set()
    for text in _appendix(texts):
        for passage in text.passages:
            stems |= _stems(passage.text)
    for row in texts.memo(table_rows):
        for cell in (row.operation, row.region, row.basis):
            stems |= _stems(cell.text)
    return frozenset(stems)


def _stems(text: str) -> set[str]:
    """Return the content words, cut to the six letters that their forms share."""
    ignored = word_class("of_appendices")
    return {
        word[:6]
        for word in Tokens(text).lowered
        if len(word) >= _SHORTEST and word.isalpha() and word not in ignored
    }


#: Shorter words say nothing of what an appendix is about.
_SHORTEST = 5


@rule("MAN013", ERROR, Scope.DOSSIER)
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
