# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the texts say about the missions in the table: when the mandate or framework of each ends."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rules.mandates.mission_sentences import Sentence, mission_sentences
from jvom.checks.views import Texts
from jvom.source import Span

_A_DAY = datetime.timedelta(1)


class StatedEnd(msgspec.Struct, frozen=True):
    """The end of a mission's ``mandaat`` or ``kader`` that a text gives.

    It is from `first` to `last`, of which `first` is None when there is no end. It is `present` when the verb
    is in the present tense ("loopt tot", not "is verlengd tot"), and `earlier` when another mandate followed
    ("liep aanvankelijk tot").
    """

    kind: str
    text: str
    span: Span
    first: datetime.date | None = None
    last: datetime.date = datetime.date.max
    present: bool = False
    earlier: bool = False

    def allows(self, until: datetime.date) -> bool:
        """Tell whether the mandate can end on that day."""
        return self.first is not None and self.first <= until <= self.last


def stated_ends(texts: Texts) -> dict[tuple[str, str], list[StatedEnd]]:
    """Return the ends that the texts give, by row id and ``mandaat`` or ``kader``."""
    by_kind: dict[tuple[str, str], list[StatedEnd]] = {}
    endless = {id(match.passage) for match in _NO_END.find(texts)}
    for row, sentences in texts.memo(mission_sentences).items():
        for sentence in sentences:
            for end in _find_ends(sentence, has_endless=id(sentence.passage) in endless):
                by_kind.setdefault((row, end.kind), []).append(end)
    return by_kind


_PRESENT = Phrase("loopt|lopen|eindigt|geldt|vervalt|duurt|stopt")
_SUBJECT = Phrase("mandaat*|*mandaat|*-mandaat|mandaten|kader|kaders|*-kader")
_TOPIC = Phrase(
    *_SUBJECT.typed,
    "verleng*|looptijd*|rechtsbasis|levert",
    "bijdrage|missie|operatie|deelname ...12 loopt|eindigt|stopt",
    "loopt|eindigt|duurt de|deze|haar? bijdrage|missie|operatie|deelname",
    "loopt|eindigt|duurt {mission}",
)
#: What comes before the date of an end.
_UNTIL = Phrase(
    "tot en met respectievelijk|achtereenvolgens|onderscheidenlijk|het?",
    "t/m het?",
    "einddatum|einde|afloop|duur|looptijd ...10 is|was|valt|ligt voorzien|bepaald|gepland|vastgesteld? "
    "op|in|per? het?",
    "exclusive=tot uiterlijk|minimaal|respectievelijk? het?",
    "exclusive=tot (ten minste|in beginsel ,?) het?",
    "loopt|liep|lopen|liepen ... af op|per|in respectievelijk|achtereenvolgens|onderscheidenlijk|het?",
    "afgelopen|geëindigd|beëindigd|verlopen|vervallen nu|thans|dan|automatisch? op|per|in het?",
    "{ending} nu|thans|dan|automatisch? op|per|in? respectievelijk|achtereenvolgens|onderscheidenlijk|het?",
    "{ending} het|de|haar|zijn|dit {adjective}? mandaat*|*-mandaat|mandaten|kader|kaders ...8 op|per|in",
    "{ending} dat|die van ...6 op|per|in",
)
#: "Op 30 april 2028 eindigt het mandaat", "eind april loopt het mandaat af".
_ENDS = Phrase("{ending}", "loopt|lopen|liep|liepen ...12 af", "einddat*|einde")
#: "... dat van EUAM Irak op 30 april 2028": what ends is told of another mission before it.
_LIKEWISE = Phrase("dat|die van|voor ...5 op|per|in")
_ON = Phrase("op|per|in")
_ENDS_AFTER = Phrase(
    r",|\)|\(? {word}...5? geëindigd|beëindigd|afgelopen|verlopen|vervallen|verstreken|af",
    r",|\)|\(? {word}...5? {ending}",
)
_DECIDED = Phrase("dat|beslo*")
_TENTATIVE = Phrase(
    "kan|kunnen|zou|zouden|wil|willen|voorstel|voorgesteld|verzoek|verzocht|voornemens|overweegt",
    "over een? {word}? verlenging",
)
#: Behind the date: what is not decided yet.
_UNDECIDED = Phrase("is|zijn|wordt|worden|werd nog? niet|aangevraagd|besproken|voorbereid|voorgesteld")
#: What is verlengd, but for a mandate or mission: "de martiale wet is verlengd".
_OTHER_SUBJECT = Phrase(
    "{start} de|het|een|deze|dit|zijn|haar|hun {word}...3 is|zijn|wordt|worden|werd|werden|loopt|liep",
    "verlengde|verlengden|verlengt de|het|een|zijn|haar|hun {word}",
)
_EARLIER = Phrase(
    "aanvankelijk|oorspronkelijk|oorspronkelijke|destijds",
    "in eerste instantie",
    "het|een vorige year=jaar?",
    "vorig|vorige|eerder|eerdere|voorgaand|voorgaande|eerste manda*|kader*|resolutie*|verlenging*",
)
_NO_END = Phrase(
    "geen|zonder {word}? einddatum|afloopdatum",
    "niet aan een einddatum|termijn gebonden",
    "onbepaalde tijd|duur",
    "onbepaald",
)


def _find_ends(sentence: Sentence, *, has_endless: bool) -> Iterator[StatedEnd]:
    """Yield the ends that a sentence gives; `has_endless` is whether its passage says that there is none."""
    passage, place = sentence.passage, (sentence.start, sentence.end)
    dates = sentence.dates
    endless = _NO_END.find_in(passage, *place) if has_endless else []
    announced = sentence.lead is not None and bool(_SUBJECT.find_in(sentence.lead))
    if not (dates or endless) or not (announced or _TOPIC.find_in(passage, *place)):
        return
    if not _SUBJECT.find_in(passage, *place) and any(
        each.text[1:].islower() and not ENDED.find_in(passage, each.start, each.end)
        for each in _OTHER_SUBJECT.find_in(passage, *place)
    ):
        return
    for found in dates:
        until = _until(passage, found)
        tentative = _TENTATIVE.find_in(passage, sentence.start, found.start)
        if (
            tentative
            or _UNDECIDED.match_at(passage, found.end)
            or not (until or _ends_beside(sentence, found))
        ):
            continue
        # "Het huidige mandaat loopt tot ...; het vorige liep op ... af."
        clause = max(sentence.start, *(passage.text.rfind(mark, 0, found.start) + 1 for mark in ";:"))
        first, last = _days(found, exclusive=until is not None and "exclusive" in until)
        yield StatedEnd(
            _kind_at(sentence, found.start),
            found.text,
            passage.span_of(found),
            first,
            last,
            present=bool(_PRESENT.find_in(passage, clause, found.start)),
            earlier=any("year" not in each for each in _EARLIER.find_in(passage, clause, found.start)),
        )
    if endless and _SUBJECT.find_in(passage, *place):
        yield StatedEnd(_kind_at(sentence, endless[0].start), endless[0].text.lower(), endless[0].span)


#: Between two dates that share what comes before the first.
_JOINT = Phrase(",? en|respectievelijk|resp.", "en|of ,? respectievelijk", ",")


def _until(passage: Passage, found: DateExpression) -> Match | None:
    """Return the words before a date that make it an end, also those before a date that is joined to it."""
    if until := _UNTIL.match_before(passage, found.start):
        return until
    if joint := _JOINT.match_before(passage, found.start):
        before = next(
            (date for date in passage.dates if passage.tokens.at(date.end) == passage.tokens.at(joint.start)),
            None,
        )
        return _until(passage, before) if before else None
    return None


def _days(found: DateExpression, *, exclusive: bool) -> tuple[datetime.date | None, datetime.date]:
    """Return the first and last day that an end may mean: of "medio maart 2026" all days of that month.

    What is not "tot en met" but "tot" may also have ended in the day, month or year before.
    """
    first, last = found.days or (None, datetime.date.max)
    if first and exclusive and found.part in ("", "begin"):
        first -= _A_DAY
        if not found.day or not found.month:
            first = first.replace(day=1) if found.month else first.replace(month=1, day=1)
    return first, last


def _ends_beside(sentence: Sentence, found: DateExpression) -> bool:
    """Tell whether words around a date say that something ended then: "is op 3 mei 2026 afgelopen"."""
    passage, lead = sentence.passage, sentence.lead
    if lead and len(sentence.dates) == 1 and _ENDS.find_in(lead):
        return True
    if _LIKEWISE.match_before(passage, found.start):
        return bool(_ENDS.find_in(passage, sentence.start, found.start))
    after = _ENDS.match_at(passage, found.end) or _ENDS_AFTER.match_at(passage, found.end)
    return (
        after is not None
        and after.end <= sentence.end
        and bool(found.part or _ON.match_before(passage, found.start))
        and not _DECIDED.find_in(passage, found.end, after.end)
    )


#: What may end.
ENDED = Phrase("*mandaat|mandaat*|kader*|*bijdrage|missie*|*-missie|operatie*|inzet|deelname")
_CONTRIBUTION = Phrase("*bijdrage|deelname|kabinet*|levert")


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
