# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the texts say of the missions in the table: which text is a mission's own, and until when it says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Iterator
from functools import cache

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.mission_names import names_in
from jvom.checks.rules.mandates.mandate_table import Row, table_rows
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.date_expressions import DateExpression
from jvom.dutch.patterns import pattern
from jvom.source import Span
from jvom.times import Month

_A_DAY = datetime.timedelta(1)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence about one mission; `own` when it stands in the mission's own text."""

    passage: Passage
    start: int
    end: int
    own: bool

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


class Said(msgspec.Struct, frozen=True):
    """An end that a text gives a mission's ``mandaat`` or ``kader``; `found` None: it says there is none.

    `exact` tells to a day, a month or a year; `open` whether the day itself is no longer in it; `present`
    whether the sentence speaks of now: "loopt tot en met", and not "is verlengd tot"; `earlier` whether it
    says that another mandate followed: "liep aanvankelijk tot en met".
    """

    about: str
    found: DateExpression | None
    words: str
    span: Span
    exact: str = ""
    open: bool = False
    present: bool = False
    earlier: bool = False

    @property
    def latest(self) -> datetime.date:
        """The last day that it can mean."""
        if self.found is None or self.found.year is None:
            return datetime.date.max
        if self.exact == "day" and self.found.date:
            return self.found.date
        if self.found.month and not self.found.impossible:
            following = datetime.date(self.found.year + self.found.month // 12, self.found.month % 12 + 1, 1)
            return following - _A_DAY
        return datetime.date(self.found.year, 12, 31)

    def agrees(self, until: datetime.date) -> bool:
        """Tell whether it can mean that day."""
        if self.found is None or self.found.year is None:
            return False
        if self.exact == "day":
            return self.found.date == until or (
                self.open and self.found.date == until + datetime.timedelta(1)
            )
        if self.exact == "month":
            last = self.latest.replace(day=1) - _A_DAY if self.open else self.latest
            return until in (last, self.latest) or (until.year, until.month) == (last.year, last.month)
        return self.found.year == until.year or (self.open and self.found.year == until.year + 1)


def sentences_about(texts: Texts) -> dict[str, list[Sentence]]:
    """Return, by the id of a row, the sentences of its mission's own text and those that name it alone."""
    named = _mentions(texts)
    found: dict[str, list[Sentence]] = {row.id: [] for row in texts.memo(table_rows)}
    for text in texts.texts if found else ():
        for passage, owner in _owned(text, named, found):
            mentions = named.get(id(passage), ())
            if passage.kind not in ("paragraph", "item", "quote", "footnote") or not (owner or mentions):
                continue
            if not mentions:
                found[owner] += [Sentence(passage, start, end, own=True) for start, end in passage.sentences]
                continue
            for start, end in passage.sentences:
                here = {mention.row for mention in mentions if start <= mention.start < end}
                about = owner if owner and (owner in here or not here) else ""
                if not about and len(here) == 1:
                    (about,) = here
                if about:
                    found[about].append(Sentence(passage, start, end, about == owner))
    return found


class _Mention(msgspec.Struct, frozen=True):
    """The name of a row's mission in a passage."""

    start: int
    row: str


def _mentions(texts: Texts) -> dict[int, list[_Mention]]:
    """Return, by the passage's identity, where it names which row: looked up in the index of words."""
    found: dict[int, list[_Mention]] = {}
    for row in texts.memo(table_rows):
        for name in row.names:
            first = _FIRST_WORD.match(name)
            for passage, number in texts.words.get(first[0], ()) if first else ():
                start = passage.words[number][0]
                end = start + len(name)
                beside = passage.text[max(0, start - 1) : start], passage.text[end : end + 1]
                if passage.text[start:end].lower() == name and beside[0] != "-" and not beside[1].isalnum():
                    found.setdefault(id(passage), []).append(_Mention(start, row.id))
    return found


_FIRST_WORD = pattern(r"\w+")


def _owned(
    text: TextView, named: dict[int, list[_Mention]], rows: Container[str]
) -> Iterator[tuple[Passage, str]]:
    """Yield the passages with the row whose own text they are, by front matter or by the headings above."""
    if text.mission:
        owner = text.mission if text.mission in rows else ""
        yield from ((passage, owner) for passage in text.passages)
        return
    owner, level = "", 0
    for passage in text.passages:
        if passage.kind in ("title", "heading"):
            here = level_of(passage)
            about = {mention.row for mention in named.get(id(passage), ())}
            if len(about) == 1:
                (owner,), level = about, here
            elif here <= level:
                owner, level = "", 0
        yield passage, owner


def said_ends(texts: Texts) -> dict[tuple[str, str], list[Said]]:
    """Return, by row id and ``mandaat`` or ``kader``, the ends that the texts give."""
    found: dict[tuple[str, str], list[Said]] = {}
    for id, sentences in texts.memo(sentences_about).items():
        for sentence in sentences:
            for said in _ends(sentence):
                found.setdefault((id, said.about), []).append(said)
    return found


_ABOUT_WORDS = (
    "manda",
    "kader",
    "verleng",
    "looptijd",
    "rechtsbasis",
    "levert",
    "bijdrage",
    "loopt",
    "eindigt",
)
_PRESENT = pattern(r"\b(?:loopt|lopen|eindigt|geldt|vervalt|duurt)\b")
_ABOUT = pattern(
    r"manda(?:at|ten)|\bkaders?\b|verleng|looptijd|rechtsbasis|\blevert\b"
    r"|\b(?:bijdrage|missie|operatie|deelname)[^.]{0,60}\b(?:loopt|eindigt)\b"
)
_UNTIL = pattern(
    r"(?:\btot\s+en\s+met|\bt/m|\b(?P<open>tot)(?:\s+(?:uiterlijk|ten\s+minste|minimaal|in\s+beginsel,?))?"
    r"|\b(?:loopt|liep|lopen|liepen),?\s+(?:[\w,]+\s+){0,6}af\s+(?:op|per|in)"
    r"|\b(?:eindigt|eindigde|vervalt|verviel|verloopt|verliep|verstrijkt|verstreek|afgelopen|geëindigd"
    r"|beëindigd|verlopen|vervallen)\s+(?:(?:nu|thans|dan|automatisch)\s+)?(?:op|per|in))\s+(?:het\s+)?$",
    re.IGNORECASE,
)
_ENDS_AFTER = pattern(
    r"\W{0,3}(?:(?!dat\b|beslo)\w+\s+){0,5}(?:geëindigd|beëindigd|afgelopen|verlopen|vervallen|verstreken|af)\b",
    re.IGNORECASE,
)
_SUBJECT = pattern(r"manda|kader")
_MAYBE_WORDS = frozenset(
    """
    kan kunnen zou zouden wil willen voorstel voorgesteld verzoek verzocht voornemens overweegt verlenging
    """.split()
)
_MAYBE = pattern(
    r"\b(?:kan|kunnen|zou|zouden|wil|willen|voorstel|voorgesteld|verzoek|verzocht|voornemens|overweegt"
    r"|over\s+(?:een\s+)?(?:\w+\s+)?verlenging)\b"
)
_EARLIER_WORDS = ("aanvankelijk", "oorspronkelijk", "eerste", "destijds", "vorig", "eerder", "voorgaand")
_EARLIER = pattern(
    r"\b(?:aanvankelijk|oorspronkelijke?|in\s+eerste\s+instantie|destijds|(?:het|een)\s+vorige\b(?!\s+jaar)"
    r"|(?:vorige?|eerdere?|voorgaande?|eerste)\s+(?:manda|kader|resolutie|verlenging))"
)
#: One of these stands in what `_NO_END` finds.
_ENDLESS = ("datum", "onbepaald")
_NO_END = pattern(
    r"\b(?:geen|zonder)\s+(?:\w+\s+)?(?:eind|afloop)datum|onbepaalde\s+(?:tijd|duur)|\bonbepaald\b"
)


def _ends(sentence: Sentence) -> Iterator[Said]:
    text, passage = sentence.text, sentence.passage
    lowered = text.lower()
    dates = [date for date in passage.dates if sentence.start <= date.start < sentence.end and date.year]
    endless = any(map(lowered.__contains__, _ENDLESS))
    if not dates and not endless:
        return
    if not (any(map(lowered.__contains__, _ABOUT_WORDS)) and _ABOUT.search(lowered)):
        return
    for found in dates:
        before = text[: found.start - sentence.start]
        until = _UNTIL.search(before[-60:])
        if not until and not (
            re.search(r"\b(?:op|per|in)\s+$", before[-8:], re.IGNORECASE)
            and _ENDS_AFTER.match(passage.text[found.end : min(sentence.end, found.end + 80)])
        ):
            continue
        if passage.has_any_word(_MAYBE_WORDS) and _MAYBE.search(lowered, 0, len(before)):
            continue
        about = _about(lowered, len(before))
        # "Het huidige mandaat loopt tot ...; het vorige liep op ... af."
        clause = max(before.rfind(";"), before.rfind(":")) + 1
        exact = "day" if found.day else "month" if found.month and found.part in ("", "eind") else "year"
        yield Said(
            about,
            found,
            found.text,
            passage.span(found.start, found.end),
            exact,
            bool(until and until["open"]),
            _PRESENT.search(lowered, clause, len(before)) is not None,
            passage.contains_any(_EARLIER_WORDS)
            and _EARLIER.search(lowered, clause, len(before)) is not None,
        )
    if endless and (none := _NO_END.search(lowered)) and re.search(r"mandaat|\bkaders?\b", lowered):
        start = sentence.start + none.start()
        yield Said(
            _about(lowered, none.start()), None, none[0], passage.span(start, sentence.start + none.end())
        )


def _about(lowered: str, at: int) -> str:
    """Return whether a sentence speaks of the mandate or of the framework at an offset."""
    words = [(match.start(), match[0]) for match in _SUBJECT.finditer(lowered)]
    if not words:
        return "kader" if re.search(r"bijdrage|deelname|kabinet|\blevert\b", lowered) else "mandaat"
    before = [word for start, word in words if start < at]
    return "kader" if (before[-1] if before else words[0][1]) == "kader" else "mandaat"


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(
        r"beëindig|geëindigd|eindigd?e\b|eindigt\b|\b(?:liep|loopt|liepen|lopen)\s+(?:[\w-]+\s+){0,6}af\b"
        r"|\bafgelopen\b(?!\s+(?:jaar|jaren|maand|maanden|week|weken|periode|tijd))|\bafloop\b|\bafliep\b"
        r"|verstreken|\bverlopen\b|\bten\s+einde\b|stopgezet|gestopt|\bstopte\b|opgeheven|afgerond"
        r"|niet\s+(?:langer\s+)?verleng|laatste\s+(?:keer|maal)|teruggetrokken"
    )


_NOUN = pattern(r"mandaat|kader|bijdrage|missie|operatie|inzet|deelname")


def tells_the_end(texts: Texts, row: Row, about: str, until: datetime.date) -> bool:
    """Tell whether a text says that a row's ``mandaat`` or ``kader`` ends, or its mission does."""
    for said in texts.memo(said_ends).get((row.id, about), ()):
        if said.agrees(until):
            return True
    for sentence in texts.memo(sentences_about).get(row.id, ()):
        lowered = sentence.text.lower()
        if _ending().search(lowered) and (_NOUN.search(lowered) or names_in(lowered, row.names)):
            return True
    return False


class Calendar(msgspec.Struct, frozen=True):
    """The days that mandates are held against; None for what the texts don't tell."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    presentation: datetime.date | None = None


def calendar(texts: Texts) -> Calendar:
    """Return the reporting period and the day of presentation: of the dossier, else as the texts have it."""
    if isinstance(texts, DossierView):
        data = texts.data
        return Calendar(data.period.first.first_day, data.period.last.last_day, data.presentation_date)
    period: tuple[Month, Month] | None = None
    presentation: datetime.date | None = None
    for passage in texts.passages:
        if period is None and (passage.kind in ("title", "heading") or "periode" in passage.text.lower()):
            period = next(_periods_of_months(passage), None)
        if presentation is None and _DATED.match(passage.text):
            presentation = next((found.date for found in passage.dates if found.date), None)
    if period is None:
        return Calendar(presentation=presentation)
    return Calendar(period[0].first_day, period[1].last_day, presentation)


_DATED = pattern(r"Datum\b|Den Haag, ")


def _periods_of_months(passage: Passage) -> Iterator[tuple[Month, Month]]:
    for period in passage.periods:
        first, last = _month(period.first), _month(period.last)
        if first and last and first.first_day < last.first_day:
            yield first, last


def _month(found: DateExpression) -> Month | None:
    if found.day or found.part or not found.month or not found.year or found.impossible:
        return None
    return Month(found.year, found.month)
