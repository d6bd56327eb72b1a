# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The places and regions that a text gives for missions, against the register and the table of mandates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match, Part
from jvom.analysis.phrases import Phrase
from jvom.analysis.registers import Mention
from jvom.analysis.whole_words import find_whole
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.mandates.mandate_table import Row
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.model import Mission

#: Parts of the world that a table may have as regions.
WORLD = ("Azië", "Afrika", "Amerika", "Europa", "Latijns-Amerika", "Midden-Oosten", "Zuid-Amerika")
_AT_WORK = (
    "werkt|werken|werkte|werkten|actief|gevestigd|gelegerd|gestationeerd|ingezet|opereert|opereren|opereerde|opereerden"
    "|patrouilleert|patrouilleren|patrouilleerde|patrouilleerden|dient|dienen|dienden|rijdt|rijden|reed|reden|staat"
    "|staan|stond|stonden|bevindt|bevinden|ligt|liggen|verblijft|verblijven|verbleven|traint|trainen|adviseert|adviseren"
    "|waarnemer|waarnemers|posten|waarnemingsposten|kamp|kampen|hoofdkwartier|stafofficieren|staf|militairen"
)
_IN = "in|op|vanuit|door (de|het)? there={capital}"
_A_MISSION = "missie|operatie|*-missie|*-operatie|trainingsmissie|waarnemersmissie|politiemissie|vredesmissie"
_NAMED = Phrase(
    "mission={mission} (in|op (de|het)?) there={capital}",
    r"mission={mission} \( there={capital} \)",
    f"mission={{mission}} ,? (is|was|blijft)? een|de {{word}}...3? {_A_MISSION} {_IN}",
    "(in|op (de|het)?) there={capital} (met|bij|voor|namens|aan)? mission={mission}",
    "mission={mission} valt|hoort|behoort|ligt|staat {word}...2? onder|bij|tot|in de? regio there={capital}",
)
_PLACED = Phrase(f"{_AT_WORK} {{word}}...3? {_IN}", f"in|op|vanuit (de|het)? there={{capital}} {_AT_WORK}")
_THIS_MISSION = Phrase("{start} de|deze missie|operatie")
#: "In Afrika nam Nederland deel aan MONUSCO en EUTM", "- Europa: KFOR en EULEX".
_IN_REGION = Phrase(
    "{start} in (de|het)? regio? there={capital} ...4 deel|bij aan",
    "{start} in (de|het)? regio? there={capital} ...6 missies|operaties",
    "{start} (in|regio)? (de|het)? there={capital} :",
)


def placed(dossier: DossierView, rows: Mapping[str, Row]) -> Iterator[Violation]:
    """Yield the places and regions of other missions in what a text says of one."""
    places = _Places(dossier, rows)
    for match in _NAMED.find(dossier):
        yield from places.wrong(match.passage, match["there"], match.value("mission", Mention).id)
    for match in _PLACED.find(dossier):
        start, end = match.sentence
        named = {each.id for each in match.passage.mentions.get("mission", ()) if start <= each.start < end}
        if not named and _THIS_MISSION.find_in(match.passage, start, end):
            named = {places.owner(match.passage, start)}
        if len(named) == 1:
            yield from places.wrong(match.passage, match["there"], named.pop())
    for match in _IN_REGION.find(dossier):
        yield from places.outside(match)


class _Places:
    """The places and regions that are known, and those of each mission."""

    def __init__(self, dossier: DossierView, rows: Mapping[str, Row]) -> None:
        self.missions, self.rows = dossier.mission, rows
        self.texts = {text.path: text for text in dossier.texts}
        self.regions = {row.region for row in rows.values()}.union(WORLD) - {""}
        own = {place for mission in dossier.mission.values() for place in mission.places}
        self.known = [*self.regions, *sorted(own), *word_class("state")]
        self.states = word_class("state")

    def owner(self, passage: Passage, offset: int) -> str:
        """Return the mission that a sentence is about by the text that it is in; "" for none."""
        text = self.texts.get(passage.whole.path)
        return text.mission_at(passage, offset) if text else ""

    def at(self, passage: Passage, part: Part) -> str:
        """Return the place or region that begins where a part of a match does; "" for none."""
        words, at = passage.lowered, part.start
        found = (each for each in self.known if find_whole(words, each.lower(), at) == at)
        return max(found, key=len, default="")

    def wrong(self, passage: Passage, part: Part, id: str) -> Iterator[Violation]:
        """Yield a place, or a region, that a mission does not have."""
        mission, there = self.missions.get(id), self.at(passage, part)
        if mission is None or not there or self._is_of(mission, there):
            return
        span = passage.span(part.start, part.start + len(there))
        if there in self.regions:
            yield violation(span, "region", name=mission.name, words=self._region(mission))
        elif mission.places:
            yield violation(span, "place", name=mission.name, place=", ".join(mission.places))

    def _region(self, mission: Mission) -> str:
        return self.rows[mission.id].region if mission.id in self.rows else mission.region

    def _is_of(self, mission: Mission, there: str) -> bool:
        """Tell whether a mission is in a place or region, or may be: it may be in a part of a state."""
        region = self._region(mission)
        if there in self.regions:
            return there == region or region not in WORLD or there in mission.places
        names = (*mission.places, mission.name)
        has_state = any(state.lower() in place.lower() for place in mission.places for state in self.states)
        is_of_other = any(there in each.places for each in self.missions.values())
        return any(there.lower() in name.lower() or name.lower() in there.lower() for name in names) or not (
            has_state or is_of_other
        )

    def outside(self, match: Match) -> Iterator[Violation]:
        """Yield the missions of another region behind words on one, in the sentence or the list below."""
        region = self.at(match.passage, match["there"])
        if region not in self.regions:
            return
        lead = match.passage
        items = items_below(self.texts[lead.whole.path], lead) if lead.text.rstrip().endswith(":") else ()
        for passage in (lead, *items):
            start, end = match.sentence if passage is lead else (0, len(passage.text))
            for each in passage.mentions.get("mission", ()):
                mission = self.missions[each.id]
                if start <= each.start < end and not self._is_of(mission, region):
                    span = passage.span(each.start, each.end)
                    yield violation(span, "region", name=mission.name, words=self._region(mission))


def items_below(text: TextView | Texts, lead: Passage) -> Iterator[Passage]:
    """Yield the items of the list that a passage of a text opens."""
    passages = text.passages
    for passage in passages[passages.index(lead) + 1 :]:
        if passage.kind != "item":
            return
        yield passage


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
