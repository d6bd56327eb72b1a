# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a date in a sentence about a mission is the one on which something ends, and what days it means."""

from __future__ import annotations

import datetime

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rules.mandates.mission_sentences import Sentence

_A_DAY = datetime.timedelta(1)
#: What comes before the date of an end.
_UNTIL = Phrase(
    "tot en met respectievelijk|achtereenvolgens|onderscheidenlijk|het?",
    "t/m het?",
    "einddatum|einde|afloop|duur|looptijd ...10 is|was|valt|ligt voorzien|bepaald|gepland|vastgesteld? "
    "op|in|per? het?",
    r"einddatum|einde|afloop|duur|looptijd ...10 ,|:|\(|van op|in|per?",
    "einde|afloop|aflopen|verstrijken van het|dit|zijn|haar nationale? mandaat|kader op|per|in",
    "einddatum|eindpunt",
    "einddatum|eindpunt|einde ,? (namelijk|te weten) op|per?",
    "laatste|uiterste dag|datum ...8 is|was|valt|ligt op?",
    "mandaat|kader|kaders|mandaten :",
    "exclusive=tot uiterlijk|minimaal|respectievelijk? het?",
    "exclusive=tot (ten minste|in beginsel ,?) het?",
    "loopt|liep|lopen|liepen ... af op|per|in respectievelijk|achtereenvolgens|onderscheidenlijk|het?",
    "afgelopen|geëindigd|beëindigd|verlopen|vervallen nu|thans|dan|automatisch? op|per|in het?",
    "{ending} nu|thans|dan|automatisch? op|per|in? respectievelijk|achtereenvolgens|onderscheidenlijk|het?",
    "{ending} het|de|haar|zijn|dit {adjective}? mandaat*|*-mandaat|mandaten|kader|kaders ...8 op|per|in",
    "{ending} dat|die van ...6 op|per|in",
    "{ending} {word}...2? op|per|in",
    "{ending} volgens|blijkens ...5 op|per|in",
)
#: "Op 30 april 2028 eindigt het mandaat", "eind april loopt het mandaat af".
_ENDS = Phrase(
    "{ending}",
    "loopt|lopen|liep|liepen ...12 af",
    "houdt|houden|hield ...12 op",
    "einddat*|einde",
    "tot (en met)? :",
    "t/m :",
)
#: "Met 20 december 2026 als einddatum", "na 31 mei 2027 is er geen kader meer".
_AS_END = Phrase("als einddatum|einde")
_AFTER = Phrase("na", "exclusive=vanaf|per", "exclusive=met ingang van")
_NO_MORE = Phrase(
    "geen {word}...2? mandaat|kader meer", "mandaat|kader ...6 niet meer|langer", "houdt|houden ...12 op"
)
#: "... dat van EUAM Irak op 30 april 2028": what ends is told of another mission before it.
_LIKEWISE = Phrase("dat|die van|voor ...9 op|per|in", "en|terwijl het nationale? kader|mandaat op|per|in")
_ON = Phrase("op|per|in")
_ENDS_AFTER = Phrase(
    r",|\)|\(? {word}...5? geëindigd|beëindigd|afgelopen|verlopen|vervallen|verstreken|af",
    r",|\)|\(? {word}...5? {ending}",
)
_DECIDED = Phrase("dat|beslo*")


#: Between two dates that share what comes before the first.
_JOINT = Phrase(",? en|respectievelijk|resp. op|tot|per?", "en|of ,? respectievelijk op|tot|per?", ",")


def until_before(passage: Passage, found: DateExpression) -> Match | None:
    """Return the words before a date that make it an end, also those before a date that is joined to it."""
    if until := _UNTIL.match_before(passage, found.start):
        return until
    if joint := _JOINT.match_before(passage, found.start):
        before = next(
            (date for date in passage.dates if passage.tokens.at(date.end) == passage.tokens.at(joint.start)),
            None,
        )
        return until_before(passage, before) if before else None
    return None


def days_of_end(found: DateExpression, *, exclusive: bool) -> tuple[datetime.date | None, datetime.date]:
    """Return the first and last day that an end may mean: of "medio maart 2026" all days of that month.

    What is not "tot en met" but "tot" may also have ended in the day, month or year before.
    """
    first, last = found.days or (None, datetime.date.max)
    if first and exclusive and found.part in ("", "begin"):
        first -= _A_DAY
        if not found.day or not found.month:
            first = first.replace(day=1) if found.month else first.replace(month=1, day=1)
    return first, last


def end_words(sentence: Sentence, found: DateExpression) -> Match | None:
    """Return the words around a date that say that something ended then: "is op 3 mei 2026 afgelopen"."""
    passage, lead = sentence.passage, sentence.lead
    if until := until_before(passage, found):
        return until
    if lead and len(sentence.dates) == 1 and (announced := _ENDS.find_in(lead)):
        return announced[0]
    if _LIKEWISE.match_before(passage, found.start):
        return next(iter(_ENDS.find_in(passage, sentence.start, found.start)), None)
    if as_end := _AS_END.match_at(passage, found.end):
        return as_end
    since = _AFTER.match_before(passage, found.start)
    if since and _NO_MORE.find_in(passage, found.end, sentence.end):
        return since
    after = _ENDS.match_at(passage, found.end) or _ENDS_AFTER.match_at(passage, found.end)
    is_end = (
        after is not None
        and after.end <= sentence.end
        and bool(found.part or _ON.match_before(passage, found.start))
        and not _DECIDED.find_in(passage, found.end, after.end)
    )
    return after if is_end else None
