# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences about each mission in the table of mandates."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.rules.mandates.ends_in_texts import NO_END, ending_years
from jvom.checks.rules.mandates.mandate_table import table_rows
from jvom.checks.rules.mandates.mission_mentions import (
    Mention,
    in_one_breath,
    mentions_between,
    mentions_by_passage,
)
from jvom.checks.sections import level_of
from jvom.checks.views import Texts, TextView


class Sentence(msgspec.Struct, frozen=True):
    """A sentence about a mission; of one on several missions, `part` is where the dates of this one are.

    `lead` announces the list that it is an item of: "De mandaten zijn:".
    """

    passage: Passage
    start: int
    end: int
    part: tuple[int, int] | None = None
    lead: Passage | None = None

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def dates(self) -> list[DateExpression]:
        """The dates that are about the mission and have a month or year."""
        place = self.part or (self.start, self.end)
        found = self.passage.dates_between(*place) if self.passage.dates else ()
        dates = [date for date in found if date.days]
        years = [year for year in self.passage.memo(ending_years) if place[0] <= year.start < place[1]]
        return sorted([*dates, *years], key=_START) if years else dates


def mission_sentences(texts: Texts, passages: Container[Passage]) -> dict[str, list[Sentence]]:
    """Return, by row id, those sentences in some passages that are about the mission of the row.

    They are in its own section, or name no other mission. In a text on several missions, a sentence is about
    the last mission that was named. A sentence that names missions in one breath, or each with a date, is
    about each of them.
    """
    named = texts.memo(mentions_by_passage)
    by_row: dict[str, list[Sentence]] = {row.id: [] for row in texts.memo(table_rows)}
    for text in texts.texts if by_row else ():
        lead: Passage | None = None
        for passage, owner in _with_owners(text, named):
            if passage.kind != "item":
                lead = passage if passage.text.rstrip().endswith(":") else None
            if passage in passages and passage.kind in _TEXT:
                announced = lead if passage.kind == "item" else None
                for row, sentence in _in_passage(text, passage, owner, named.get(id(passage), []), announced):
                    by_row.get(row, []).append(sentence)
    return by_row


_START = attrgetter("start")
_TEXT = ("paragraph", "item", "quote", "footnote", "heading")


def _in_passage(
    text: TextView, passage: Passage, owner: str, mentions: list[Mention], lead: Passage | None
) -> Iterator[tuple[str, Sentence]]:
    """Yield the sentences of a passage, each with the row that it is about, "" for none."""
    goes_on = len(text.missions) > 1 and not passage.mission
    before: list[str] = []
    for start, end in passage.sentences if owner or mentions else ():
        here = mentions_between(passage, mentions, start, end)
        rows = list(dict.fromkeys(each.row for each in here))
        own = owner if not rows or (owner in rows and not goes_on) else ""
        said = Sentence(passage, start, end, lead=lead)
        if len(before) > 1 and not rows:
            own = _pointed_at(passage, start, end, before) or own
            if len(said.dates) == len(before) or _ALL_OF_THEM.find_in(passage, start, end):
                yield from _each_its_own(before, said)
        yield from _about(said, here, own)
        before = rows or before
        if goes_on and rows:
            owner = rows[0] if len(rows) == 1 else ""


def _pointed_at(passage: Passage, start: int, end: int, rows: list[str]) -> str:
    """Return the one of some rows that a sentence calls "laatstgenoemde missie", or the like; "" for none."""
    if _FORMER.find_in(passage, start, end):
        return rows[0]
    return rows[-1] if _LATTER.find_in(passage, start, end) else ""


def _about(sentence: Sentence, here: list[Mention], own: str) -> Iterator[tuple[str, Sentence]]:
    """Yield the rows that a sentence is about, each with what of it is about that row.

    `own` is the row that it is about whatever others it names, "" for none.
    """
    if not here:
        yield own, sentence
        return
    aside = [*_beside_names(sentence, here)] if len(here) > 1 and "(" in sentence.text else []
    if aside and len(aside) == len(sentence.dates):
        yield from aside
        return
    groups = in_one_breath(sentence.passage, here)
    starts = [group[0].start for group in groups]
    parts = [replace(sentence, part=part) for part in pairwise((*starts, sentence.end))]
    if len(groups) < 2 or all(map(_has_ends, parts, groups)):
        for group, part in zip(groups, parts if len(groups) > 1 else [sentence], strict=False):
            yield from _each_its_own(list(dict.fromkeys(each.row for each in group)), part)
    elif own:
        yield own, sentence


def _beside_names(sentence: Sentence, here: list[Mention]) -> Iterator[tuple[str, Sentence]]:
    """Yield the rows with a date in brackets behind their name: "EUMM (mandaat tot en met 1 juni 2027)"."""
    text = sentence.passage.text
    for each in here:
        end = text.find(")", each.end, sentence.end)
        part = replace(sentence, part=(each.end, end))
        is_aside = end > 0 and text[each.end : end].lstrip().startswith("(")
        if is_aside and len(part.dates) == 1 and "beide" not in text[each.end : end]:
            yield each.row, part


def _has_ends(part: Sentence, group: list[Mention]) -> bool:
    """Tell whether a part has one end, or one for each of its missions; "geen einddatum" is one too."""
    ends = len(part.dates) or len(NO_END.find_in(part.passage, *(part.part or (part.start, part.end))))
    return ends in (1, len({each.row for each in group}))


#: What is between the dates of missions named in one breath: "3 mei 2026 respectievelijk 1 juni 2027".
_BETWEEN_DATES = frozenset(", en respectievelijk resp . tot met op per is die dat voor het de".split())
#: The first or last of the missions in the sentence before.
_FORMER = Phrase("eerstgenoemde", "eerste missie|operatie", "van de eerste")
_LATTER = Phrase("laatstgenoemde", "laatste|tweede missie|operatie", "van de laatste|tweede")
_ALL_OF_THEM = Phrase("beide|allebei", "hun|de|alle {numeral}? (de|nationale)? mandaten|kaders")


def _each_its_own(rows: list[str], sentence: Sentence) -> Iterator[tuple[str, Sentence]]:
    """Yield rows with the sentence; with its own date when there are as many dates, side by side."""
    dates, tokens = sentence.dates, sentence.passage.tokens
    if len(rows) == len(dates) > 1 and all(
        _BETWEEN_DATES.issuperset(tokens.between(one.end, other.start)) for one, other in pairwise(dates)
    ):
        for row, date in zip(rows, dates, strict=True):
            yield row, replace(sentence, part=(date.start, date.end))
    else:
        yield from ((row, sentence) for row in rows)


def _with_owners(text: TextView, named: dict[int, list[Mention]]) -> Iterator[tuple[Passage, str]]:
    """Yield each passage with the row whose section it is in, by front matter or by the headings above it.

    In a text on several missions it is the row of the mission that was named last.
    """
    owner, level = "", 0
    for passage in text.passages:
        if text.missions:
            owner = text.mission_at(passage, -1)
        elif passage.kind in ("title", "heading"):
            here = level_of(passage)
            about = {mention.row for mention in named.get(id(passage), ())}
            if len(about) == 1:
                (owner,), level = about, here
            elif here <= level:
                owner, level = "", 0
        yield passage, passage.mission or owner
