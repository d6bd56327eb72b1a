# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The places and regions that a text gives for missions, against the register and the table of mandates."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache

from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.registers import Mention
from jvom.analysis.whole_words import find_whole
from jvom.analysis.word_classes import word_class
from jvom.checks.groups import by_key
from jvom.checks.list_items import items_below
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.mandates.mandate_table import Row
from jvom.checks.rules.mandates.mission_mentions import mentions_by_passage
from jvom.checks.views import DossierView
from jvom.model import Mission

_HOME = "Nederland"
#: Words on a region that begin a sentence are no longer before it.
_AT_START = 20
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
    r"mission={mission} \( there={capital}",
    f"mission={{mission}} ,? (is|was|blijft)? een|de {{word}}...3? {_A_MISSION} {_IN}",
    "mission={mission} is|was een van {word}...4? missies|operaties in|op (de|het)? there={capital}",
    "(in|op (de|het)?) there={capital} (en {capital})? met|bij|voor|namens|aan? mission={mission}",
    "mission={mission} zijn|waren {word}...2? missies|operaties in|op (de|het)? there={capital}",
    "mission={mission} valt|hoort|behoort|ligt|staat {word}...2? onder|bij|tot|in de? regio there={capital}",
)
_PLACED = Phrase(f"{_AT_WORK} {{word}}...3? {_IN}", f"in|op|vanuit (de|het)? there={{capital}} {_AT_WORK}")
_A_WORD = frozenset(("missie", "operatie"))
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
    missions = dossier.memo(mentions_by_passage)
    about = {id(passage) for word in _A_WORD for passage, _ in dossier.words.get(word, ())}
    for passage, at, there in places.mentioned(about.union(missions)):
        mentions = missions.get(id(passage), ())
        told = {each.row for each in mentions} or {places.owner(passage, at)}
        opens = there in places.regions and at - passage.text.rfind(". ", 0, at) < _AT_START
        if not opens and not any(places.is_elsewhere(each, there) for each in told):
            continue  # as most are; to split a text into sentences takes longer
        start, end = sentence = passage.sentence_at(at)
        named = {each.row for each in mentions if start <= each.start < end}
        for match in _beside(_IN_REGION, passage, sentence, at) if opens else ():
            yield from places.outside(match, there)
        if not named and _THIS_MISSION.find_in(passage, *sentence):
            named = {places.owner(passage, start)}
        others = {each for each in named if places.is_elsewhere(each, there)}
        for match in _beside(_NAMED, passage, sentence, at) if others else ():
            if (beside := match.value("mission", Mention).id) in others:
                yield places.wrong(passage, at, there, beside)
        if others == named and len(named) == 1 and _beside(_PLACED, passage, sentence, at):
            yield places.wrong(passage, at, there, *named)


def _beside(phrase: Phrase, passage: Passage, sentence: tuple[int, int], at: int) -> list[Match]:
    """Return the matches in a sentence with a place at an offset."""
    return [match for match in phrase.find_in(passage, *sentence) if match["there"].start == at]


def _first_word(place: str) -> str:
    return next(iter(place.lower().replace("-", " ").split()), "")  # "" of a region that is only "-"


@cache
def _by_first_word() -> Mapping[str, list[str]]:
    return by_key((_first_word(state), state) for state in word_class("state"))


class _Places:
    """The places and regions that are known, and those of each mission."""

    def __init__(self, dossier: DossierView, rows: Mapping[str, Row]) -> None:
        self.dossier, self.missions, self.rows = dossier, dossier.mission, rows
        self.texts = {text.path: text for text in dossier.texts}
        self.regions = {row.region for row in rows.values()}.union(WORLD) - {""}
        self.states = word_class("state")
        self.own = {place for mission in dossier.mission.values() for place in mission.places}

    def mentioned(self, about: Container[int]) -> Iterator[tuple[Passage, int, str]]:
        """Yield where texts name a region, or some passages a place; of "Zuid-Soedan" and "Soedan" one.

        The passages are `about` missions, by their id().
        """
        found: dict[tuple[int, int], tuple[Passage, int, str]] = {}
        places = self.regions | self.own
        known = [*map(_by_first_word().get, _by_first_word().keys() & self.dossier.words.keys())]
        places = places.union(*filter(None, known)) - {_HOME}
        for place in sorted(places, key=lambda each: (len(each), each)):
            in_all = place in self.regions
            for passage, number in self.dossier.words.get(_first_word(place), ()):
                if passage.kind not in RUNNING or not (in_all or id(passage) in about):
                    continue
                at = passage.words[number][0]
                if find_whole(passage.lowered, place.lower(), at) == at:
                    found[id(passage), at] = passage, at, place
        yield from found.values()

    def owner(self, passage: Passage, offset: int) -> str:
        """Return the mission that a sentence is about by the text that it is in; "" for none."""
        text = self.texts.get(passage.whole.path)
        return text.mission_at(passage, offset) if text else ""

    def is_elsewhere(self, id: str, there: str) -> bool:
        """Tell whether a mission is in no such place, nor, when it is a region, in that."""
        mission = self.missions.get(id)
        has_any = mission is not None and (there in self.regions or bool(mission.places))
        return mission is not None and has_any and not self._is_of(mission, there)

    def wrong(self, passage: Passage, at: int, there: str, id: str) -> Violation:
        """Return the violation that a mission has another place, or region."""
        mission, span = self.missions[id], passage.span(at, at + len(there))
        if there in self.regions:
            return violation(span, "region", name=mission.name, words=self._region(mission))
        return violation(span, "place", name=mission.name, place=", ".join(mission.places))

    def _region(self, mission: Mission) -> str:
        return self.rows[mission.id].region if mission.id in self.rows else mission.region

    def _is_of(self, mission: Mission, there: str) -> bool:
        """Tell whether a mission is in a place or region, or may be: it may be in a part of a state."""
        region = self._region(mission)
        if there in self.regions:
            return there == region or region not in WORLD or there in mission.places
        names = (*mission.places, mission.name)
        has_state = any({place, place.partition(" en ")[0]} & self.states for place in mission.places)
        return any(there.lower() in name.lower() or name.lower() in there.lower() for name in names) or not (
            has_state or there in self.own
        )

    def outside(self, match: Match, region: str) -> Iterator[Violation]:
        """Yield the missions of another region behind words on one, in the sentence or the list below."""
        lead = match.passage
        items = items_below(self.dossier, lead) if lead.text.rstrip().endswith(":") else ()
        for passage in (lead, *items):
            start, end = match.sentence if passage is lead else (0, len(passage.text))
            for each in passage.mentions.get("mission", ()):
                mission = self.missions[each.id]
                if start <= each.start < end and not self._is_of(mission, region):
                    span = passage.span(each.start, each.end)
                    yield violation(span, "region", name=mission.name, words=self._region(mission))
