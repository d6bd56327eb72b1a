# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether several things follow where several are announced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.structure.announced_things import one_follows, things_follow
from jvom.checks.rules.structure.missing_lists import item_count
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.model import OutlineEntry

_AHEAD = "volgende|onderstaande|hiernavolgende"
_FOLLOWING = Phrase(
    f"the=de|het? {_AHEAD} {{word}}...2? *en|*s|*eel",
    f"the=de|het? {_AHEAD} {{word}}? {{word}}(-)*en|*s|*eel",
)
#: One thing that is no list itself: "de volgende maatregel", not "de volgende volgorde".
_FOLLOWING_ONE = Phrase(
    f"de|het {_AHEAD} {{adjective}}? {{listed_one}}", "een|één {adjective}? {listed_one} :"
)
_AS_FOLLOWS = Phrase("zijn|waren|luiden|luidden (de volgende|als volgt) :")
_COUNTED = Phrase("({numeral}|enkele|meerdere|verschillende|diverse|deze) {adjective}? *en|*s :")
_QUOTED_THINGS = (
    "woord|woorden|zin|zinnen|citaat|citaten|uitspraken|berichten|alinea's|passages|brieven|leuzen|spreuken"
)
#: What a quotation is announced with, of which the number can be counted.
_QUOTED = Phrase(
    f"de|het? ({_AHEAD}|deze|dit|{{numeral}}) {{adjective}}? things={_QUOTED_THINGS} {{word}}...3? :",
    f"{{start}} de|het? {_AHEAD} {{adjective}}? things={_QUOTED_THINGS} komt|komen|is|zijn|staat|staan",
)
#: A plural that is no announcement: "op de volgende twee wijzen".
_NOT_THINGS = Phrase(
    f"de|het? {_AHEAD} {{word}}? wijzen|weken|jaren|keren|maanden|dagen|uren",
    f"de|het? {_AHEAD} {{word}}? redenen is",
    f"de {_AHEAD} hoofdstukken|paragrafen|secties",
    f"de|het? {_AHEAD} {{adjective}}? {{listed_one}}",
)
#: Several sections of the text itself, right before the only heading.
_SECTIONS = Phrase(
    f"de {_AHEAD} paragrafen|secties|deelparagrafen", "hierna volgen {word}? paragrafen|secties"
)
_SEVERAL = Phrase("en|of|alsmede|plus|/|&")


@rule("STR009", WARNING, Scope.TEXTS)
def plural_announced(texts: Texts) -> Iterator[Violation]:
    """More than one thing is announced, and one follows."""
    announced = [
        match for match in _FOLLOWING.find(texts) if not _NOT_THINGS.match_at(match.passage, match.start)
    ]
    last = {id(match.passage): match for match in announced}
    yield from (one_follows(match) for match in announced if "the" in match and _names_one(match))
    for text in texts.texts:
        for passage, after in pairwise(text.passages):
            introduces = passage.text.rstrip().endswith(":") and passage.block is not after.block
            if introduces and item_count(after) == 1:
                as_follows = _AS_FOLLOWS.match_before(passage, len(passage.text))
                # A loose text may have lost its list, and an item the other points in it: "1) ... 2) ...".
                is_one = passage.document != "tekst" and len(after.sentences) == 1
                counted = _COUNTED.match_before(passage, len(passage.text)) if is_one else None
                if found := as_follows or last.get(id(passage)) or counted:
                    yield one_follows(found)
            elif introduces and item_count(after) > 1:
                single = _FOLLOWING_ONE.find_in(passage)
                yield from (violation(match.span, "several-follow") for match in single)
            elif after.kind == "heading" and (sections := _SECTIONS.find_in(passage)):
                if sum(each.kind == "heading" for each in text.passages) == 1:
                    yield one_follows(sections[0])
            elif after.kind == "quote" and passage.kind != "quote" and passage.block is not after.block:
                yield from _quotes_follow(
                    passage, [each for each in text.passages if each.block is after.block]
                )
    yield from things_follow(texts)
    if isinstance(texts, DossierView):
        yield from _region_headings(texts)


def _quotes_follow(passage: Passage, quotes: list[Passage]) -> Iterator[Violation]:
    """Yield words that announce several words, sentences or texts of which one is quoted, or the reverse."""
    for match in _QUOTED.find_in(passage):
        things = match.part("things")
        counted = {
            "woord": [len(each.words) for each in quotes],
            "zin": [len(each.sentences) for each in quotes],
        }
        count = sum(counted.get(things.removesuffix("nen").removesuffix("en"), [len(quotes)]))
        if (count == 1) == things.endswith(("en", "s")):
            place = passage.span(match.start, match["things"].end)
            yield violation(place, "one-follows" if count == 1 else "several-follow")


#: A colon a few words on, and one thing up to a full stop: what tells them are the marks.
_ONE_THING = pattern(r"(?:\s+[^\s,;.():]+){0,4}\s*:\s(?:[^,;:.](?<!…)){2,58}\.(?!\S|\s{1,2}\d)")


def _names_one(match: Match) -> bool:
    """Tell whether a colon after an announcement is followed by one thing, up to a full stop."""
    found = _ONE_THING.match(match.passage.text, match.end)
    # The full stop of an abbreviation is not the end: "de volgende leden: dr. A. de Wit, drs. B. Mol".
    ends = found is not None and found.end() >= match.sentence[1]
    return found is not None and ends and not _SEVERAL.find_in(match.passage, *found.span())


def _region_headings(dossier: DossierView) -> Iterator[Violation]:
    opening = dossier.settings.report.region_opening
    for entry, _ in dossier.outline:
        text, count = dossier.text(entry.id), _mission_count(dossier, entry)
        wording, wrong, right = "more-missions", opening.one_mission, opening.more_missions
        if count == 1:
            wording, wrong, right = "one-mission", right, wrong
        for heading in text.passages_of("heading") if text and count and wrong else ():
            words = heading.text.strip()
            # The opening for one mission may begin that for more.
            is_right = count > 1 and right and words.startswith(right)
            if words.startswith(wrong) and not is_right:
                yield violation(heading.span(), wording, count=count, right=right or opening.begins)


def _mission_count(dossier: DossierView, entry: OutlineEntry) -> int:
    found = 0
    for below in entry.sections:
        text = dossier.text(below.id)
        found += (len(text.missions) if text else 0) + _mission_count(dossier, below)
    return found
