# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a text says of several missions: whose mandate ends first, and how many do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from jvom.analysis.number_expressions import find_numbers
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.mandates.mandate_table import Row
from jvom.checks.views import DossierView
from jvom.dutch.dates import write_date

_VERB = "({ending}|loopt|lopen|duurt|geldt)"
#: The mandates of two missions compared, and one with all.
_HOW = "how=eerder|vroeger|later|langer|korter af|door?"
_COMPARED = Phrase(
    f"what=mandaat|kader van {{word}}...4 {_VERB} {_HOW} dan dat|die? van? {{word}}",
    f"{_VERB} het what=mandaat|kader van {{word}}...4 {_HOW} dan dat|die? van? {{word}}",
    f"what=kader van {{word}}...4 {_VERB} {_HOW} dan het mandaat",
    f"{_VERB} het nationale? what=kader (van {{word}}...4)? {_HOW} dan het mandaat",
    f"nationale what=kader {_VERB} {_HOW} dan het mandaat",
    f"what=mandaat|kader van|voor {{word}}...4 {_VERB} how=na|vóór|voor dat|die van|voor {{word}}",
)
_RANKED = Phrase(
    f"what=mandaten|kaders|mandaat|kader {_VERB} dat van {{word}}...4 als rank=eerste|laatste",
    f"what=mandaat|kader van {{word}}...4 {_VERB} als rank=eerste|laatste",
)
_COUNT, _YEAR = "count={numeral} (van de {numeral})?", "in|per year={four_digits}"
_COUNTED = Phrase(
    f"what=mandaten|kaders {_VERB} er {_COUNT} af? {_YEAR}",
    f"{_COUNT} nationale? what=mandaten|kaders {_VERB} af? {_YEAR}",
    f"{_YEAR} {_VERB} er? {_COUNT} nationale? what=mandaten|kaders",
    f"{_VERB} {_YEAR} {_COUNT} nationale? what=mandaten|kaders",
    f"hebben|kennen er {_COUNT} een nationaal? what=mandaat|kader ended=(met een einddatum)?",
)
#: "De kaders van EUTM en KFOR lopen in hetzelfde jaar af."
_SAME_YEAR = Phrase(
    f"what=mandaten|kaders van|voor {{word}}...9 {_VERB} {{word}}...2? in same=hetzelfde jaar",
    f"what=mandaten|kaders van|voor {{word}}...9 {_VERB} {{word}}...2? in verschillende jaren",
)
#: "Drie van de vijf missies liggen in Europa."
_IN_REGION = Phrase(
    "count={numeral} van de {numeral} missies|operaties ligt|liggen|is|zijn|werkt|werken "
    "in (de|het)? there={capital}",
    "count={numeral} missies|operaties liggen in (de|het)? there={capital}",
)
_THESE_ARE = Phrase("zijn|waren|vormen (samen|de|alle)? count={numeral} {adjective}? missies|operaties")


def number_in(match: Match, part: str) -> int:
    """Return the number that a part of a match is."""
    found = find_numbers(match.part(part))
    return int(found[0].value) if found else 0


def compared(dossier: DossierView, rows: Mapping[str, Row]) -> Iterator[Violation]:
    """Yield mandates that end later or earlier than a sentence says, and a wrong number of them."""

    def end(match: Match, row: Row | None, what: str = "") -> date | None:
        is_framework = (what or match.part("what")).startswith("kader")
        term = row and (row.framework if is_framework else row.mandate)
        return (term.until or (None if term.duration.word == "geen" else date.max)) if term else None

    for match in _COMPARED.find(dossier):
        named = _named(match, match.sentence[1], match.start)
        before = [] if named else _named(match, match.start)
        one, *others = [*map(rows.get, named or before[: len(before) == 1]), None]
        one_end = end(match, one)
        other_end = end(match, others[0]) if others[:-1] else end(match, one, "mandaat")
        is_later = match.part("how") in ("later", "langer", "na")
        if one_end and other_end and (one_end <= other_end if is_later else one_end >= other_end):
            yield violation(match.span, "ends", words=f"{_written(one_end)}, {_written(other_end)}")
    for match in _RANKED.find(dossier):
        named = _named(match, match.end, match.start)
        one_end = end(match, rows.get(named[0])) if len(named) == 1 else None
        ends = [each for row in rows.values() if (each := end(match, row))]
        if one_end and one_end != (min if match.part("rank") == "eerste" else max)(ends):
            yield violation(match.span, "ends", words=_written(one_end))
    for match in _SAME_YEAR.find(dossier):
        ends = [each for id in _named(match, match.end) if (each := end(match, rows.get(id)))]
        if len(ends) > 1 and ("same" in match) != (len({each.year for each in ends}) == 1):
            yield violation(match.span, "ends", words=", ".join(map(_written, ends)))
    for match in _IN_REGION.find(dossier):
        regions = [row.region.lower() for row in _told_of(match, dossier, rows)]
        count = regions.count(match.part("there"))
        if count and count != number_in(match, "count"):
            yield violation(match.span, "ends", words=str(count))
    for match in _COUNTED.find(dossier):
        ends = [each for row in _told_of(match, dossier, rows) if (each := end(match, row))]
        if "year" in match:
            ends = [each for each in ends if str(each.year) == match.part("year")]
        elif "ended" in match:
            ends = [each for each in ends if each < date.max]
        if number_in(match, "count") != len(ends):
            yield violation(match.span, "ends", words=str(len(ends)))


def _told_of(match: Match, dossier: DossierView, rows: Mapping[str, Row]) -> list[Row]:
    """Return the rows that the text of a match is about: those of its missions, or else all."""
    path = match.passage.whole.path
    about = next((text.missions for text in dossier.texts if text.path == path), ())
    return [row for row in rows.values() if len(about) < 2 or row.id in about]


def _written(end: date) -> str:
    return write_date(end) if end < date.max else "onbepaald"


def counted(dossier: DossierView) -> Iterator[Violation]:
    """Yield a wrong number of missions named."""
    for match in _THESE_ARE.find(dossier):
        count = len(_named(match, match.start))
        if count > 1 and count != number_in(match, "count"):
            yield violation(match.span, "count", count=count)


def _named(match: Match, until: int, start: int = -1) -> list[str]:
    """Return the missions that the sentence of a match names up to an offset, each once."""
    first = match.sentence[0] if start < 0 else start
    named = match.passage.mentions.get("mission", ())
    return list(dict.fromkeys(each.id for each in named if first <= each.start < until))
