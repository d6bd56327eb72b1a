# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the texts say about the missions in the table: when the mandate or framework of each ends."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from jvom.analysis.phrases import Phrase
from jvom.checks.rules.mandates.end_dates import days_of_end, end_words
from jvom.checks.rules.mandates.ends_in_texts import NO_END, ending_years
from jvom.checks.rules.mandates.mission_sentences import Sentence, mission_sentences
from jvom.checks.views import Texts
from jvom.source import Span


class StatedEnd(msgspec.Struct, frozen=True):
    """The end of a mission's ``mandaat`` or ``kader`` that a text gives.

    It is from `first` to `last`, of which `first` is None when there is no end. It is `present` when the verb
    is in the present tense ("loopt tot", not "is verlengd tot"), and `earlier` when another mandate followed
    ("liep aanvankelijk tot"). `words` are those of a table that agree with it when there is no end.
    """

    kind: str
    text: str
    span: Span
    first: datetime.date | None = None
    last: datetime.date = datetime.date.max
    present: bool = False
    earlier: bool = False
    words: tuple[str, ...] = ()

    def allows(self, until: datetime.date) -> bool:
        """Tell whether the mandate can end on that day."""
        return self.first is not None and self.first <= until <= self.last


def stated_ends(texts: Texts) -> dict[tuple[str, str], list[StatedEnd]]:
    """Return the ends that the texts give, by row id and ``mandaat`` or ``kader``."""
    by_kind: dict[tuple[str, str], list[StatedEnd]] = {}
    endless = {match.passage for match in NO_END.find(texts)}
    on_topic = {match.passage for phrase in (_TOPIC, _CONTRIBUTES) for match in phrase.find(texts)}
    # An item has its topic in the paragraph before the list.
    telling = (each for each in texts.passages if each in on_topic or each.kind == "item")
    dated = {passage for passage in telling if passage.dates or passage.memo(ending_years)}
    for row, sentences in mission_sentences(texts, dated | endless).items():
        for sentence in sentences:
            for end in _find_ends(sentence, has_endless=sentence.passage in endless):
                by_kind.setdefault((row, end.kind), []).append(end)
    return by_kind


_PRESENT = Phrase("loopt|lopen|eindigt|geldt|vervalt|duurt|stopt")
_SUBJECT = Phrase("mandaat*|*mandaat|*-mandaat|mandaten|kader|kaders|*-kader")
_TOPIC = Phrase(
    *_SUBJECT.typed,
    "verleng*|looptijd*|rechtsbasis|levert|gemandateerd",
    "bijdrage|missie|operatie|deelname ...12 loopt|eindigt|stopt",
    "loopt|eindigt|duurt de|deze|haar? bijdrage|missie|operatie|deelname",
    "loopt|eindigt|duurt {mission}",
    "bijdrage|deelname ...4 toegezegd|gegarandeerd|goedgekeurd|gewaarborgd",
)
_CONTRIBUTES = Phrase(
    "Nederland draagt|neemt|doet|blijft ...12 {mission} tot en? met? het? date={date}",
    "Nederland draagt|neemt|doet|blijft ...8 tot en? met? het? date={date} ...6 {mission}",
    "blijft Nederland tot en? met? het? date={date} ...6 {mission}",
)
_TENTATIVE = Phrase(
    "kan|kunnen|zou|zouden|wil|willen|voorstel|voorgesteld|verzoek|verzocht|voornemens|overweegt",
    "over een? {word}? verlenging",
    "kan|kunnen ...12 able=tot|totdat|zolang de|het|haar|zijn {word}? mandaat|kader",
)
#: What is sure, behind what is not: "de inzet kan doorgaan, want het mandaat loopt tot".
_CAUSE = Phrase(", want|omdat|aangezien|doordat|nu")
#: Behind the date: what is not decided yet.
_UNDECIDED = Phrase("is|zijn|wordt|worden|werd nog? niet|aangevraagd|besproken|voorbereid|voorgesteld")
#: What is verlengd, but for a mandate or mission: "de martiale wet is verlengd".
_OTHER_SUBJECT = Phrase(
    "{start} de|het|een|deze|dit|zijn|haar|hun head={noun} van|voor ...6 is|zijn|wordt|werd|loopt|liep",
    "{start} de|het|een|deze|dit|zijn|haar|hun {word}...3 is|zijn|wordt|worden|werd|werden|loopt|liep",
    "looptijd|duur van|voor de|het|een|deze|dit head={noun}",
    "verlengde|verlengden|verlengt de|het|een|zijn|haar|hun {word}",
)
_EARLIER = Phrase(
    "aanvankelijk|oorspronkelijk|oorspronkelijke|destijds",
    "in eerste instantie",
    "het|een vorige year=jaar?",
    "vorig|vorige|eerder|eerdere|voorgaand|voorgaande|eerste manda*|kader*|resolutie*|verlenging*",
)
#: Beside "geen nationaal kader", where there was or will be one.
_NOT_NOW = Phrase("meer|nodig|nog|had|hadden|was")


def _find_ends(sentence: Sentence, *, has_endless: bool) -> Iterator[StatedEnd]:
    """Yield the ends that a sentence gives; `has_endless` is whether its passage says that there is none."""
    passage, place = sentence.passage, (sentence.start, sentence.end)
    # Most dates are no ends, which shows in what is beside them.
    dated = [(date, said) for date in sentence.dates if (said := end_words(sentence, date))]
    endless = NO_END.find_in(passage, *(sentence.part or place)) if has_endless else []
    if not (dated or endless):
        return
    subjects = _SUBJECT.find_in(passage, *place)
    announced = subjects or (sentence.lead is not None and _SUBJECT.find_in(sentence.lead))
    if not (announced or _TOPIC.find_in(passage, *place)):
        ends = [match["date"].start for match in _CONTRIBUTES.find_in(passage, *place)]
        dated = [each for each in dated if each[0].start in ends]
    if not subjects and any(
        ("head" in each or each.text[1:].islower()) and not ENDED.find_in(passage, each.start, each.end)
        for each in _OTHER_SUBJECT.find_in(passage, *place)
    ):
        return
    for found, said in dated:
        causes = [match.end for match in _CAUSE.find_in(passage, sentence.start, found.start)]
        tentative = _TENTATIVE.find_in(passage, max((sentence.start, *causes)), found.start)
        if any("able" not in each for each in tentative) or _UNDECIDED.match_at(passage, found.end):
            continue
        # "Het huidige mandaat loopt tot ...; het vorige liep op ... af."
        clause = max(sentence.start, *(passage.text.rfind(mark, 0, found.start) + 1 for mark in ";:"))
        first, last = days_of_end(found, exclusive="exclusive" in said)
        yield StatedEnd(
            _kind_at(sentence, found.start),
            found.text,
            passage.span_of(found),
            first,
            last,
            present=bool(_PRESENT.find_in(passage, clause, found.start)),
            earlier=any("year" not in each for each in _EARLIER.find_in(passage, clause, found.start)),
        )
    for each in endless if announced else ():
        none = "none" in each
        kind = "kader" if none else _kind_at(sentence, each.end)
        elsewhen = _NOT_NOW.match_at(passage, each.end) or _NOT_NOW.match_before(passage, each.start)
        if not (none and elsewhen):
            words = (
                ("geen",) if none else ("onbepaald", "doorlopend", *(["geen"] if "either" in each else []))
            )
            yield StatedEnd(kind, each.text.lower(), each.span, words=words)


#: What may end.
ENDED = Phrase("*mandaat|mandaat*|kader*|*bijdrage|missie*|*-missie|operatie*|inzet|deelname")
_CONTRIBUTION = Phrase(
    "*bijdrage|deelname|kabinet*|levert", "Nederland draagt|neemt|doet|blijft", "blijft Nederland"
)


def _kind_at(sentence: Sentence, at: int) -> str:
    """Return whether a sentence speaks of the ``mandaat`` or the ``kader`` at an offset."""
    passage = sentence.passage
    subjects = _SUBJECT.find_in(passage, sentence.start, sentence.end)
    if not subjects and sentence.lead:
        return "kader" if "kader" in sentence.lead.lowered else "mandaat"
    if not subjects:
        subjects = _CONTRIBUTION.find_in(passage, sentence.start, sentence.end)
        return "kader" if subjects else "mandaat"
    before = [each for each in subjects if each.start < at]
    return "kader" if "kader" in (before[-1] if before else subjects[0]).text.lower() else "mandaat"
