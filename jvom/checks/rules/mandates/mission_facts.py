# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""MAN014: what a text says of missions, against the table of mandates and the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from jvom.analysis.number_expressions import find_numbers
from jvom.analysis.passages import Passage, plain_passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.registers import RegisteredKind
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.mandate_table import Row, table_rows
from jvom.checks.rules.mandates.mission_sentences import Sentence, mission_sentences
from jvom.checks.rules.mandates.typed_mission_tables import wrong_cells
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, TextView
from jvom.dutch.dates import write_date

_VERB = "({ending}|loopt|lopen|duurt|geldt)"
#: What a mission rests on, by the word for it.
_RESTS = Phrase(
    "berust|berusten|rust|rusten|steunt|stoelt|gebaseerd|gegrond|gestoeld",
    "rechtsbasis|rechtsgrond*|grondsla*",
    "volgt|volgen uit",
)
_BASES = Phrase(
    "un=resolutie|resoluties|*-resolutie|*-resoluties|veiligheidsraadsresolutie",
    "eu=(besluit van de Raad)",
    "eu=raadsbesluit|eu-besluit",
    "treaty=protocol|verdrag|overeenkomst|akkoord|verzoek|uitnodiging|*akkoord|*verdrag",
)
_ON_DAY = Phrase("van|uit|d.d.? day={date|year}")
_NOT = Phrase("niet|geen|evenmin|noch|nooit|anders")
_EXTENDED = Phrase(
    "verlengd|verlenging|verlengde|verlengt het? mandaat? met|van span={numeral|digits} "
    "unit=maand|maanden|jaar",
    "met span={numeral|digits|article} unit=maand|maanden|jaar verlengd|verlengt",
)
_FOR_A_TIME = Phrase(
    "mandaat (van {mission})? is {word}...2? tijdelijk",
    "tijdelijk mandaat",
    "mandaat van|voor {numeral} jaar|maanden",
)
_UNDER_FRAMEWORK = Phrase("valt|vallen (wel|ook)? onder een|het nationaal|nationale kader")
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
#: The mandates of two missions compared, and one with all.
_HOW = "how=eerder|vroeger|later|langer|korter af|door?"
_COMPARED = Phrase(
    f"what=mandaat|kader van {{word}}...4 {_VERB} {_HOW} dan dat|die? van? {{word}}",
    f"{_VERB} het what=mandaat|kader van {{word}}...4 {_HOW} dan dat|die? van? {{word}}",
    f"what=kader van {{word}}...4 {_VERB} {_HOW} dan het mandaat",
    f"{_VERB} het nationale? what=kader van {{word}}...4 {_HOW} dan het mandaat",
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
_AT_WORK = (
    "werkt|werken|actief|gevestigd|gelegerd|gestationeerd|ingezet|opereert|opereren|patrouilleert|patrouilleren"
    "|dient|dienen"
)
_PLACED = Phrase(
    f"{_AT_WORK} {{word}}...3? in|op|vanuit (de|het)? there={{capital}}",
    f"in|op|vanuit (de|het)? there={{capital}} {_AT_WORK}",
)
_THESE_ARE = Phrase("zijn|waren|vormen (samen|de|alle)? count={numeral} {adjective}? missies|operaties")
_TEXT = ("paragraph", "item", "footnote")


@rule("MAN014", WARNING, Scope.DOSSIER)
def mission_fact_differs(dossier: DossierView) -> Iterator[Violation]:
    """A text says of a mission what the table of mandates or the register contradicts."""
    rows = {row.id: row for row in dossier.memo(table_rows) if not row.passages}
    report = [text for text in dossier.texts if text.document == "rapport" and rows]
    yield from wrong_cells(dossier, rows)
    for text in report:
        yield from _under_regions(text, rows)
    telling = {
        match.passage
        for phrase in (_RESTS, _EXTENDED, _FOR_A_TIME, _UNDER_FRAMEWORK, _SEASON, _DECIDES)
        for match in (phrase.find(dossier) if rows else ())
        if match.passage.kind in _TEXT
    }
    for row, sentences in mission_sentences(dossier, telling).items() if telling else ():
        for sentence in sentences if row in rows else ():
            if "ijlage" not in sentence.text:
                yield from _based(sentence, rows[row])
                yield from _lasting(sentence, rows[row])
    yield from _compared(dossier, rows) if rows else ()
    yield from _placed(dossier) if rows else ()


def _based(sentence: Sentence, row: Row) -> Iterator[Violation]:
    """Yield another kind of legal basis than the table gives, or the same of another day or year."""
    passage, place = sentence.passage, sentence.part or (sentence.start, sentence.end)
    announced = sentence.lead is not None and _RESTS.find_in(sentence.lead)
    if not (announced or _RESTS.find_in(passage, sentence.start, sentence.end)) or _NOT.find_in(
        passage, *place
    ):
        return
    there = plain_passage(row.basis.text)
    said, right = _BASES.find_in(passage, *place), _BASES.find_in(there)
    kinds = {part for match in right for part in match.parts}
    for match in said if kinds else ():
        if kinds.isdisjoint(part for each in said for part in each.parts):
            yield violation(match.span, "basis", words=row.basis.text, related=row.basis.span)
            return
        same = [each for each in right if each.text.lower() == match.text.lower()]
        day = _ON_DAY.match_at(passage, match.end)
        right_day = _ON_DAY.match_at(there, same[0].end) if same else None
        if day and right_day and day.text[-4:].isdecimal() and day.text[-4:] != right_day.text[-4:]:
            yield violation(
                passage.span_of(day["day"]), "basis", words=row.basis.text, related=row.basis.span
            )


def _lasting(sentence: Sentence, row: Row) -> Iterator[Violation]:
    """Yield what cannot be so with the end that the table gives for the mandate or framework."""
    passage, place = sentence.passage, sentence.part or (sentence.start, sentence.end)
    mandate, until = row.mandate, row.mandate.until if row.mandate else None
    if mandate is None:
        return
    wrong: list[Match] = []
    if not until and mandate.duration.word:
        wrong += _FOR_A_TIME.find_in(passage, *place)
    for match in _EXTENDED.find_in(passage, *place) if until else ():
        before = [
            each.days[0] for each in sentence.dates if each.days and each.month and each.days[0] != until
        ]
        months = (_number(match, "span") or 1) * (12 if match.part("unit") == "jaar" else 1)
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
    if row.framework and row.lacks_framework:
        for match in _UNDER_FRAMEWORK.find_in(passage, *place):
            yield violation(match.span, "framework", term=row.framework.text, related=row.framework.span)


def _number(match: Match, part: str) -> int:
    found = find_numbers(match.part(part))
    return int(found[0].value) if found else 0


def _compared(dossier: DossierView, rows: Mapping[str, Row]) -> Iterator[Violation]:
    """Yield mandates that end later or earlier than a sentence says, and a wrong number of them."""

    def end(match: Match, row: Row | None, what: str = "") -> date | None:
        is_framework = (what or match.part("what")).startswith("kader")
        term = row and (row.framework if is_framework else row.mandate)
        return (term.until or (None if term.duration.word == "geen" else date.max)) if term else None

    for match in _COMPARED.find(dossier):
        one, *others = [*map(rows.get, _named(match, "mission", match.sentence[1], match.start)), None]
        one_end = end(match, one)
        other_end = end(match, others[0]) if others[:-1] else end(match, one, "mandaat")
        is_later = match.part("how") in ("later", "langer")
        if one_end and other_end and (one_end <= other_end if is_later else one_end >= other_end):
            yield violation(match.span, "ends", words=f"{_written(one_end)}, {_written(other_end)}")
    for match in _RANKED.find(dossier):
        named = _named(match, "mission", match.end, match.start)
        one_end = end(match, rows.get(named[0])) if len(named) == 1 else None
        ends = [each for row in rows.values() if (each := end(match, row))]
        if one_end and one_end != (min if match.part("rank") == "eerste" else max)(ends):
            yield violation(match.span, "ends", words=_written(one_end))
    for match in _COUNTED.find(dossier):
        about = next(text.missions for text in dossier.texts if text.path == match.passage.whole.path)
        ids = about if len(about) > 1 else tuple(rows)
        ends = [each for row in rows.values() if row.id in ids and (each := end(match, row))]
        if "year" in match:
            ends = [each for each in ends if str(each.year) == match.part("year")]
        elif "ended" in match:
            ends = [each for each in ends if each < date.max]
        if _number(match, "count") != len(ends):
            yield violation(match.span, "ends", words=str(len(ends)))


def _written(end: date) -> str:
    return write_date(end) if end < date.max else "onbepaald"


def _placed(dossier: DossierView) -> Iterator[Violation]:
    """Yield the place of another mission in a sentence on one, and a wrong number of missions named."""
    for match in _PLACED.find(dossier):
        here, there = (_named(match, kind, match.sentence[1]) for kind in ("mission", "place"))
        own = dossier.mission.get(here[0]) if len(here) == 1 else None
        places = ", ".join(own.places) if own else ""
        if own and places and there and not any(place in places for place in there):
            yield violation(match.passage.span_of(match["there"]), "place", name=own.name, place=places)
    for match in _THESE_ARE.find(dossier):
        count = len(_named(match, "mission", match.start))
        if count > 1 and count != _number(match, "count"):
            yield violation(match.span, "count", count=count)


def _named(match: Match, kind: RegisteredKind, until: int, start: int = -1) -> list[str]:
    """Return what the sentence of a match names of a kind in the register, up to an offset, each once."""
    first = match.sentence[0] if start < 0 else start
    named = match.passage.mentions.get(kind, ())
    return list(dict.fromkeys(each.id for each in named if first <= each.start < until))


def _under_regions(text: TextView, rows: Mapping[str, Row]) -> Iterator[Violation]:
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


RULES = (mission_fact_differs,)
