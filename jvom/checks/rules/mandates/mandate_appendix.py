# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the appendix according to the texts, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.mission_names import names_of
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.appendix_contents import (
    all_stems,
    appendix_of,
    asked_stems,
    not_held,
    noun_stems,
)
from jvom.checks.rules.mandates.mandate_table import table_rows
from jvom.checks.views import DossierView, TextView
from jvom.text import Table

#: Each row of the table of mandates is one of them, in its region.
_ROWS = Phrase("hoeveel|welke missies|operaties")
_TERMS = Phrase("mandaat*|*-mandaat|mandaten|kader|kaders|rechtsbasis|rechtsgrond*")


@rule("MAN011", ERROR, Scope.DOSSIER)
def not_in_appendix(dossier: DossierView) -> Iterator[Violation]:
    """According to the text, something is in the appendix that is not there."""
    appendix = appendix_of(dossier)
    names = dossier.memo(report_names)
    for text in dossier.texts if appendix else ():
        if text.document == "rapport" and text not in appendix:
            for passage in text.passages_of("paragraph", "item", "footnote"):
                for sentence in _sentences_on_appendix(passage, names) if "ijlage" in passage.text else ():
                    yield from _missing(dossier, text, passage, sentence)


def _sentences_on_appendix(passage: Passage, names: ReportNames) -> Iterator[tuple[int, int]]:
    """Yield the sentences that say what is in the appendix, or go on about it: "daarin staat ook ..."."""
    goes_on = False
    for sentence in passage.sentences:
        about = goes_on and bool(_GOES_ON.find_in(passage, *sentence))
        goes_on = about or _names_appendix(passage, *sentence, names)
        denied = any("alone" not in each for each in _NEGATIONS.find_in(passage, *sentence))
        if goes_on and not denied and _SHOWS.find_in(passage, *sentence):
            yield sentence


_GOES_ON = Phrase(
    "daarin|hierin|erin",
    "{start} daar|hier is|zijn|wordt|worden",
    "{start} eveneens|ook|tevens opgenomen|vermeld|weergegeven",
    "{start} daarnaast|eveneens|tevens|verder|ook {showing} zij|deze|het|ze",
    "{start} daar|hier|zij|die|ze|het|dit {showing}",
    "deze|die|dit|dat tabel|bijlage|lijst|overzicht",
    "{start} de|het tabel|lijst|overzicht {showing}",
    "{showing} daar|hier",
    "daar|hier ...8 te vinden|lezen|zien",
    "er ook|eveneens|tevens in",
    "er {showing} ook|eveneens|tevens? in",
)


def _missing(
    dossier: DossierView, text: TextView, passage: Passage, sentence: tuple[int, int]
) -> Iterator[Violation]:
    start, end = sentence
    span, lowered = passage.span(start, end), passage.text[start:end].lower()
    # The number of a section or a Kamerstuk is no clue to the contents of the appendix.
    words = noun_stems(passage.typed[start:end]) | asked_stems(passage, start, end)
    rows = {row.id: row for row in dossier.memo(table_rows)}
    named = [each for each in dossier.mission.values() if has_any_whole(lowered, names_of(each))]
    own = dossier.mission.get(text.mission_at(passage, start))
    if own and not named and _TERMS.find_in(passage, start, end):
        named = [own]
    for mission in named:
        row = rows.get(mission.id)
        if row is None:
            yield violation(span, "no-row", name=mission.name)
        elif "kader" in lowered and row.framework and row.framework.duration.word == "geen":
            yield violation(span, "no-framework", name=mission.name, related=row.framework.span)
    for place in not_held(dossier, passage, start, end):
        thing = passage.text[slice(*place)]
        yield violation(passage.span(*place), "no-column", words=thing, severity=WARNING)
    tells_rows = bool(rows) and _ROWS.find_in(passage, start, end)
    if not named and words and not words & dossier.memo(all_stems) and not tells_rows:
        yield violation(span, "nothing", severity=WARNING)


def _names_appendix(passage: Passage, start: int, end: int, names: ReportNames) -> bool:
    """Tell whether a sentence names an appendix of this report: "de bijlage", "bijlage 1"."""
    return any(
        _of_report(names).match_at(passage, each.end) or not _OF_OTHER.match_at(passage, each.end)
        for each in _APPENDIX.find_in(passage, start, end)
    )


_SHOWS = Phrase(
    "{showing|arranged}", "laat|laten ...12 zien", "te lezen|zien", "biedt|geeft ...3 inzicht", "leest u|men"
)
_NEGATIONS = Phrase("niet|geen|evenmin|ontbreekt|ontbreken", "niet alone=alleen|slechts")
_APPENDIX = Phrase("bijlage|bijlagen ({digits}|a|b|c|d|e)?")
_OF_OTHER = Phrase("bij|van {word}")


@cache
def _of_report(names: ReportNames) -> Phrase:
    report = names.phrase("rapportage", "rapport", "voortgangsrapportage", "voortgangsrapport")
    return Phrase(f"bij|van deze|de|dit|het {report}")


@rule("MAN013", ERROR, Scope.DOSSIER)
def mandates_not_printed(dossier: DossierView) -> Iterator[Violation]:
    """The rows of the mandate table stand in no text."""
    mandates = dossier.dossier.mandates
    tables = (
        block.filled_with for text in dossier.texts for block in text.blocks if isinstance(block, Table)
    )
    if dossier.data.report and mandates.rows and not any(tables):
        yield violation(mandates.rows[0].at.value("mission"))


RULES = (not_in_appendix, mandates_not_printed)
