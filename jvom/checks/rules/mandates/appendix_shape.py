# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What sentences on the appendix say of its table: how much it has, in what order, and what is where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import plain_marks
from jvom.checks.rule import WARNING, Violation, violation
from jvom.checks.rules.mandates.appendix_contents import appendix_of
from jvom.checks.rules.mandates.mandate_table import Row, column_of, table_rows
from jvom.checks.views import DossierView
from jvom.dutch.numbers import ORDINALS, read_words

#: What is counted, by how the words begin.
_THINGS = ("missies", "operaties", "rij", "regel", "kolommen", "regio's")
_NUMBER = "count={numeral|digits} {adjective}? rows=(missies|operaties|rijen|kolommen|regio's)"
_HOLDS = "er? (uit|over|in)? (in totaal)? slechts|maar?"
_IN_APPENDIX = "in|uit|op|van de|deze|dit? {word}? bijlage|tabel|overzicht"
#: Of a part of the missions ("drie missies met een mandaat van de EU") other words follow.
_COUNTED = Phrase(
    f"{{holding|showing}} {_HOLDS} {_NUMBER} ({{end}}|,|en|of|naast|verdeeld|{{showing}})",
    f"{{holding|showing}} {_HOLDS} {_NUMBER} {_IN_APPENDIX}",
    f"zijn|worden|de|deze|alle|met|totaal (zijn|staan)? er? {_NUMBER} {{showing}}",
    f"zijn|worden|de|deze|alle|met|totaal (zijn|staan)? er? {_NUMBER} {_IN_APPENDIX}",
    "met|tussen|over count={numeral|digits} rows=(kolommen|rijen|regio's)",
    f"{{start}} {_NUMBER} ...2 {{showing}} in|op",
    f"{_NUMBER} region=in|uit|onder|voor (de regio)? het|de? {{capital}}",
)
#: Before a number that is not of all that there is.
_PARTLY = Phrase("waarvan|eerste|laatste|andere|overige|daarvan", "van|onder")
_ROW_FOR = Phrase(
    "rij|regel per|voor elk? land|militair|functie|besluit|resolutie|mandaat|jaar|maand|persoon|eenheid",
    "rij|regel voor elke|iedere militair|functie|resolutie|persoon|eenheid",
)
_IN_REGION = Phrase("in|uit|onder|voor (de regio)? het|de?")
_ARRANGED = Phrase("{arranged}", "volgorde", "op alfabet", "alfabetisch* ...4 {showing|arranged}")
_ORDERS = Phrase("name=alfabet*", "end=chronologisch*", "end=op einddatum|looptijd|duur|afloopdatum")
_COLUMN = Phrase(
    "nth={ordinal} kolom",
    "nth=laatste|voorlaatste|linker|rechter|linkse|rechtse kolom",
    "kolom nth={numeral|digits}",
)
#: What a sentence says is in a column, by the name of the column.
_TOLD = {
    "framework": Phrase("kader*"),
    "mandate": Phrase("mandaat*|*mandaat|mandaten"),
    "basis": Phrase("rechtsb*|rechtsg*|grondslag*|besluit*|resolutie*", "juridische basis"),
    "region": Phrase("regio|regio's"),
}
#: The places of columns that words give, as indices.
_PLACES = {"laatste": -1, "rechter": -1, "rechtse": -1, "voorlaatste": -2, "linker": 0, "linkse": 0} | {
    ordinal: place for place, ordinal in enumerate(ORDINALS)
}


def wrong_shape(dossier: DossierView, passage: Passage, sentence: tuple[int, int]) -> Iterator[Violation]:
    """Yield what a sentence wrongly says of the number of rows and columns, their order and their places."""
    rows = dossier.memo(table_rows)
    if len(appendix_of(dossier)) == 1 and rows:
        words = passage.lowered[slice(*sentence)]
        if any(map(words.__contains__, _THINGS)):
            yield from _miscounted(dossier, passage, sentence, rows)
            yield from _with_other_rows(passage, sentence)
        yield from _in_other_order(passage, sentence, rows) if "regio" not in words else ()
        yield from _in_other_column(dossier, passage, sentence) if "kolom" in words else ()


def _miscounted(
    dossier: DossierView, passage: Passage, sentence: tuple[int, int], rows: Sequence[Row]
) -> Iterator[Violation]:
    for match in _COUNTED.find_in(passage, *sentence):
        said, thing = _number(match.part("count")), plain_marks(match.part("rows"))
        by_region = [row for row in rows if _region_at(passage, match["rows"].end, row.region)]
        if said < 2 or ("region" in match and not by_region) or _PARTLY.match_before(passage, match.start):
            continue
        counted = by_region or rows
        right = [len(counted), len({row.id for row in counted})]
        if thing in ("kolommen", "regio's"):
            regions = len({row.region for row in rows})
            right = [regions] if thing == "regio's" else [len(_heads(dossier))]
        if said not in right:
            span = passage.span_of(match["count"])
            yield violation(span, "other-count", count=right[0], words=thing, severity=WARNING)


def _with_other_rows(passage: Passage, sentence: tuple[int, int]) -> Iterator[Violation]:
    for match in _ROW_FOR.find_in(passage, *sentence):
        words = f"«{match.text}»"
        yield violation(passage.span_of(match), "nothing", words=words, severity=WARNING)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else read_words(written) or 0


def _region_at(passage: Passage, at: int, region: str) -> bool:
    """Tell whether the words behind a number of missions say in which region these are."""
    within = _IN_REGION.match_at(passage, at)
    return within is not None and bool(region) and passage.text[within.end :].lstrip().startswith(region)


def _heads(dossier: DossierView) -> list[Passage]:
    return [head for text in appendix_of(dossier) for head in text.passages_of("head")]


def _in_other_order(passage: Passage, sentence: tuple[int, int], rows: Sequence[Row]) -> Iterator[Violation]:
    orders = _ORDERS.find_in(passage, *sentence)
    for match in orders if orders and _ARRANGED.find_in(passage, *sentence) else ():
        keys = [row.operation.text.lower() for row in rows]
        if "end" in match:
            keys = [str(row.mandate.until) for row in rows if row.mandate and row.mandate.until]
        if keys != sorted(keys):
            yield violation(passage.span_of(match), "other-order", words=match.text, severity=WARNING)


def _in_other_column(
    dossier: DossierView, passage: Passage, sentence: tuple[int, int]
) -> Iterator[Violation]:
    """Yield a column by its place, when the words behind it (or else before it) are about another."""
    found = _COLUMN.find_in(passage, *sentence)
    heads = _heads(dossier) if found else []
    edges = [sentence[0], *(edge for match in found for edge in (match.start, match.end)), sentence[1]]
    stretches = [_told(passage, *stretch) for stretch in pairwise(edges)]
    for number, match in enumerate(found):
        place, told = _place(match), stretches[2 * number + 2] or stretches[2 * number]
        if not -len(heads) <= place < len(heads):
            count, thing = len(heads), "kolommen"
            yield violation(passage.span_of(match), "other-count", count=count, words=thing, severity=WARNING)
        elif told and column_of(heads[place]) and column_of(heads[place]) not in told:
            words, there = heads[place].text, heads[place].span()
            span = passage.span_of(match)
            yield violation(span, "other-column", words=words, related=there, severity=WARNING)


def _told(passage: Passage, start: int, end: int) -> set[str]:
    return {name for name, phrase in _TOLD.items() if phrase.find_in(passage, start, end)}


def _place(match: Match) -> int:
    written = match.part("nth")
    return _PLACES[written] if written in _PLACES else _number(written) - 1
