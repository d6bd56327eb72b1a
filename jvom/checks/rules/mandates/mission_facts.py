# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""MAN014: what a text says of missions, against the table of mandates, the register and its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.list_items import items_below
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.compared_missions import compared, counted, number_in
from jvom.checks.rules.mandates.mandate_table import Row, table_rows
from jvom.checks.rules.mandates.mission_bases import NOT, RESTS, based_otherwise
from jvom.checks.rules.mandates.mission_places import placed
from jvom.checks.rules.mandates.mission_sentences import Sentence, mission_sentences
from jvom.checks.rules.mandates.typed_mission_tables import wrong_cells
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, TextView


def under_regions(text: TextView, rows: Mapping[str, Row]) -> Iterator[Violation]:
    """Yield the headings that are a region under which a mission of another is described."""
    regions = {row.region.lower(): row.region for row in rows.values()}
    heading: Passage | None = None
    for passage in text.passages:
        if passage.kind == "heading" and (heading is None or level_of(passage) <= level_of(heading)):
            heading = passage if passage.text.strip().lower() in regions else None
        elif heading and passage.kind == "paragraph":
            here = {each.id for each in passage.mentions.get("mission", ())}
            row = rows.get(here.pop()) if len(here) == 1 else None
            if row and row.region.lower() != heading.text.strip().lower():
                yield violation(
                    heading.span(),
                    "region",
                    name=row.operation.text,
                    words=row.region,
                    related=row.operation.span,
                )
                heading = None


_VERB = "({ending}|loopt|lopen|duurt|geldt)"
_EXTENDED = Phrase(
    "verlengd|verlenging|verlengde|verlengt het? mandaat? met|van span={numeral|digits} "
    "unit=maand|maanden|jaar",
    "met span={numeral|digits|article} unit=maand|maanden|jaar verlengd|verlengt",
)
_FOR_A_TIME = Phrase(
    "mandaat (van {mission})? is {word}...2? tijdelijk",
    "tijdelijk mandaat",
    "mandaat ...6 een einddatum",
    "een einddatum ...4 mandaat",
    "mandaat van|voor {numeral} jaar|maanden",
)
_UNDER_FRAMEWORK = Phrase(
    "valt|vallen (wel|ook)? onder een|het nationaal|nationale kader",
    "een nationaal kader vastgesteld|opgesteld|bepaald|afgesproken",
    "heeft|kent (wel|ook)? een nationaal kader",
    "geldt|bestaat (wel|ook|er)? een nationaal kader",
)
_FRAMEWORK_FOR_A_TIME = Phrase("kader ...10 voor|van {numeral|article|digits} jaar|maanden")
_SEASON = Phrase(
    f"{_VERB} af? in het? season=voorjaar|lente|zomer|najaar|herfst van? year={{four_digits}}",
    "in het? season=voorjaar|lente|zomer|najaar|herfst van? year={four_digits} (af|{ending})",
)
_SEASONS = {"voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9), "najaar": (9, 12), "herfst": (9, 12)}
_DECIDES = Phrase(
    "uiterlijk|vóór|voor op? day={date} ...6 besluit|besluiten|beslist|beslissen|stemt|stemmen",
    "besluit|besluiten|beslist|beslissen|stemt|stemmen ...4 uiterlijk|vóór|voor op? day={date}",
)
_ON_MANDATE = Phrase("mandaat*|verleng*")
_EARLIEST = timedelta(92)
_TEXT = ("paragraph", "item", "footnote")


@rule("MAN014", WARNING, Scope.DOSSIER)
def mission_fact_differs(dossier: DossierView) -> Iterator[Violation]:
    """A text says of a mission what the table of mandates or the register contradicts."""
    rows = {row.id: row for row in dossier.memo(table_rows) if not row.passages}
    yield from wrong_cells(dossier, rows)
    if not rows:
        return
    for text in dossier.texts:
        if text.document == "rapport":
            yield from under_regions(text, rows)
    phrases = (RESTS, _EXTENDED, _FOR_A_TIME, _FRAMEWORK_FOR_A_TIME, _UNDER_FRAMEWORK, _SEASON, _DECIDES)
    telling = {
        match.passage for phrase in phrases for match in phrase.find(dossier) if match.passage.kind in _TEXT
    }
    for lead in [each for each in telling if each.text.rstrip().endswith(":")]:
        telling.update(items_below(dossier, lead))
    for row, sentences in mission_sentences(dossier, telling).items() if telling else ():
        for sentence in sentences if row in rows else ():
            if "ijlage" not in sentence.text:  # MAN011 reads what a text says of the appendix.
                yield from based_otherwise(sentence, rows[row])
            yield from _lasting(sentence, rows[row])
    yield from compared(dossier, rows)
    yield from counted(dossier)
    yield from placed(dossier, rows)


def _lasting(sentence: Sentence, row: Row) -> Iterator[Violation]:
    """Yield what cannot be so with the end that the table gives for the mandate or framework."""
    passage, place = sentence.passage, sentence.part or (sentence.start, sentence.end)
    mandate, until = row.mandate, row.mandate.until if row.mandate else None
    if mandate is None:
        return
    wrong: list[Match] = []
    if not until and mandate.duration.word and not NOT.find_in(passage, *place):
        wrong += _FOR_A_TIME.find_in(passage, *place)
    for match in _EXTENDED.find_in(passage, *place) if until else ():
        before = [
            each.days[0] for each in sentence.dates if each.days and each.month and each.days[0] != until
        ]
        months = (number_in(match, "span") or 1) * (12 if match.part("unit") == "jaar" else 1)
        gap = (until - max(before)).days / 30.4 - months if until and before else 0
        if not -1 <= gap <= months / 2:
            wrong.append(match)
    for match in _SEASON.find_in(passage, *place) if until else ():
        first, last = _SEASONS[match.part("season")]
        if until and not (until.year == int(match.part("year")) and first <= until.month <= last):
            wrong.append(match)
    for match in _DECIDES.find_in(passage, *place) if _ON_MANDATE.find_in(passage, *place) else ():
        day = next((each.date for each in passage.dates if each.start == match["day"].start), None)
        if until and day and not until - _EARLIEST <= day <= until + timedelta(1):
            wrong.append(match)
    for match in wrong:
        yield violation(match.span, "mandate", term=mandate.text, related=mandate.span)
    if row.framework and not row.framework.until:
        said = _UNDER_FRAMEWORK if row.lacks_framework else _FRAMEWORK_FOR_A_TIME
        for match in said.find_in(passage, *place) if not NOT.find_in(passage, *place) else ():
            yield violation(match.span, "framework", term=row.framework.text, related=row.framework.span)
