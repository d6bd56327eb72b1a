# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the appendix according to the texts, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.mission_names import names_of
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.appendix_claims import excepted_names, wrong_claims
from jvom.checks.rules.mandates.appendix_contents import (
    all_stems,
    appendix_of,
    asked_stems,
    noun_stems,
)
from jvom.checks.rules.mandates.appendix_lists import not_held
from jvom.checks.rules.mandates.appendix_shape import wrong_shape
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
                about = _sentences_on_appendix(passage, names) if "ijlage" in passage.text else ()
                for sentence, tells in about:
                    if tells:
                        yield from _told(dossier, text, passage, sentence)
                    yield from wrong_shape(dossier, passage, sentence)
                    yield from wrong_claims(dossier, text, passage, sentence)


def _sentences_on_appendix(passage: Passage, names: ReportNames) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield the sentences on what is in the appendix, and those that go on: "daarin staat ook ...".

    With each is whether it tells what is there; others tell something of a mission ("is daar een besluit").
    """
    goes_on = False
    for sentence in passage.sentences:
        says = goes_on and bool(_SAYS.find_in(passage, *sentence))
        about = goes_on and bool(_GOES_ON.find_in(passage, *sentence))
        goes_on = about or _names_appendix(passage, *sentence, names)
        tells = goes_on and (not about or any(said.find_in(passage, *sentence) for said in (_SHOWS, _ABSENT)))
        if tells or says:
            yield sentence, tells


_SAYS = Phrase("is|heeft|hebben|berust|rust|steunt er|daar|daarin|hier|hierin")
_GOES_ON = Phrase(
    "daar|hier|daarin|hierin|erin|daaruit|hieruit",
    "{start} eveneens|ook|tevens opgenomen|vermeld|weergegeven",
    "{start} daarnaast|eveneens|tevens|verder|ook {showing} zij|deze|het|ze",
    "{start} zij|die|ze|het|dit {showing}",
    "deze|die|dit|dat tabel|bijlage|lijst|overzicht|kolom",
    "{start} de|het {adjective|ordinal}? tabel|lijst|overzicht|kolom {numeral}? {showing|holding}",
    "{start} kolom {numeral|digits} {showing|holding}",
    "er ook|eveneens|tevens",
    "{start} per {word} {showing} er",
    "er {showing} ook|eveneens|tevens? in",
)


def _told(
    dossier: DossierView, text: TextView, passage: Passage, sentence: tuple[int, int]
) -> Iterator[Violation]:
    """Yield what a sentence wrongly says is in the appendix, or is not, and a title that it does not have."""
    start, end = sentence
    span, lowered = passage.span(start, end), passage.text[start:end].lower()
    shows = bool(_SHOWS.find_in(passage, start, end))
    # The number of a section or a Kamerstuk is no clue to the contents of the appendix.
    words = noun_stems(passage.typed[start:end], only=not shows) | asked_stems(passage, start, end)
    rows = {row.id: row for row in dossier.memo(table_rows)}
    named = [each for each in dossier.mission.values() if has_any_whole(lowered, names_of(each))]
    own = dossier.mission.get(text.mission_at(passage, start))
    if own and not named and _TERMS.find_in(passage, start, end):
        named = [own]
    left_out = excepted_names(passage, start, end)
    named = [each for each in named if not has_any_whole(left_out, names_of(each))]
    yield from _other_titles(dossier, passage, sentence)
    if any("alone" not in each for each in _NEGATIONS.find_in(passage, start, end)):
        is_absent = _ABSENT.find_in(passage, start, end) and words.keys() <= dossier.memo(all_stems)
        for mission in named if is_absent else ():
            if mission.id in rows and not ("kader" in lowered and rows[mission.id].lacks_framework):
                yield violation(span, "has-row", name=mission.name, related=rows[mission.id].operation.span)
        return
    for mission in named:
        row = rows.get(mission.id)
        if row is None:
            yield violation(span, "no-row", name=mission.name)
        elif row.framework and row.lacks_framework and "kader" in lowered:
            yield violation(span, "no-framework", name=mission.name, related=row.framework.span)
    for place in not_held(dossier, passage, start, end):
        thing = passage.text[slice(*place)]
        yield violation(passage.span(*place), "no-column", words=thing, severity=WARNING)
    tells_rows = bool(rows) and _ROWS.find_in(passage, start, end)
    is_told = named or left_out or tells_rows
    if words and not is_told and not words.keys() & dossier.memo(all_stems):
        meant = ", ".join(f"«{word}»" for word in words.values())
        yield violation(span, "nothing", words=meant, severity=WARNING)


def _other_titles(dossier: DossierView, passage: Passage, sentence: tuple[int, int]) -> Iterator[Violation]:
    """Yield the quoted titles of the appendix that it does not have."""
    appendix, *others = appendix_of(dossier)
    for match in _TITLED.find_in(passage, *sentence) if not others else ():
        place = match["title"]
        title, right = passage.text[place.start + 1 : place.end - 1], appendix.title
        if Tokens(title).lowered != Tokens(right).lowered:
            there = appendix.title_span
            yield violation(passage.span_of(place), "other-title", words=title, title=right, related=there)


def _names_appendix(passage: Passage, start: int, end: int, names: ReportNames) -> bool:
    """Tell whether a sentence names an appendix of this report: "de bijlage", "bijlage 1"."""
    return any(
        any(own.match_at(passage, each.end) for own in (_of_report(names), _OF_EACH))
        or not _OF_OTHER.match_at(passage, each.end)
        for each in _APPENDIX.find_in(passage, start, end)
    )


_SHOWS = Phrase(
    "{showing|arranged}", "laat|laten ...12 zien", "te lezen|zien", "gaat|gaan in op", "is|zijn ...3 een van"
)
_ABSENT = Phrase(
    "ontbreekt|ontbreken",
    "niet|evenmin ...2 {showing}",
    "geen (mandaat|kader|rechtsbasis|{mission}) ...4 {showing}",
    "{showing} er|daar|daarin|hierin|hier|ook...2? niet|evenmin",
    "{showing} {mission} niet|evenmin",
    "komt|komen ...5 niet|evenmin voor",
)
_TITLED = Phrase(
    r"bijlage ({digits})? \(|\)|,...3? getiteld|genaamd|heet? title={quotation}",
    "titel|kop|opschrift van ...4 bijlage {digits}? luidt|is|: title={quotation}",
    r"title={quotation} \(|,? bijlage",
)
_NEGATIONS = Phrase("niet|geen|evenmin|ontbreekt|ontbreken", "niet alone=alleen|slechts")
_APPENDIX = Phrase("bijlage|bijlagen ({digits}|a|b|c|d|e)?")
_OF_OTHER = Phrase("bij|van {word}")
#: "Verder toont de bijlage van elke missie het kader."
_OF_EACH = Phrase("van elke|iedere|alle missie|missies|operatie|operaties")


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
