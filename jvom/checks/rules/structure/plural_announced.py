# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether several things follow where several are announced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.structure.missing_lists import item_count
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.model import OutlineEntry
from jvom.text import Table

_AHEAD = "volgende|onderstaande|hiernavolgende"
_FOLLOWING = Phrase(
    f"the=de|het? {_AHEAD} {{word}}...2? *en|*s|*eel",
    f"the=de|het? {_AHEAD} {{word}}? {{word}}(-)*en|*s|*eel",
)
_AS_FOLLOWS = Phrase("zijn|waren|luiden|luidden (de volgende|als volgt) :")
#: A plural that is no announcement: "op de volgende twee wijzen".
_NOT_THINGS = Phrase(
    f"de|het? {_AHEAD} {{word}}? wijzen|weken|jaren|keren|maanden|dagen|uren",
    f"de|het? {_AHEAD} {{word}}? redenen is",
)
_SEVERAL = Phrase("en|of|alsmede|plus|/|&")


@rule("STR009", WARNING, Scope.TEXTS)
def plural_announced(texts: Texts) -> Iterator[Violation]:
    """More than one thing is announced, and one follows."""
    announced = [
        match for match in _FOLLOWING.find(texts) if not _NOT_THINGS.match_at(match.passage, match.start)
    ]
    last = {id(match.passage): match for match in announced}
    yield from (_one_follows(match) for match in announced if "the" in match and _names_one(match))
    for text in texts.texts:
        for passage, after in pairwise(text.passages):
            introduces = passage.text.rstrip().endswith(":") and passage.block is not after.block
            if introduces and item_count(after) == 1:
                as_follows = _AS_FOLLOWS.match_before(passage, len(passage.text))
                if found := as_follows or last.get(id(passage)):
                    yield _one_follows(found)
    yield from _one_table_follows(texts)
    if isinstance(texts, DossierView):
        yield from _region_headings(texts)


_THINGS = "tabellen|overzichten"
_TABLES = Phrase(
    f"hieronder|hierna|onderstaand|onderstaande|bijgaande|bijgevoegde|navolgende {{word}}...4? {_THINGS}",
    f"hiernavolgende|volgende {{word}}? {_THINGS}",
    f"{_THINGS} {{word}}...2? hieronder|hierna|volgen",
    f"{_THINGS} op|onder|in deze bladzijde|pagina|alinea|paragraaf",
    f"deze|in {_THINGS} {{word}}...4? :",
    f"{{numeral}} {{word}}? {_THINGS} elsewhere=van|uit|in|op|bij?",
)


def _one_table_follows(texts: Texts) -> Iterator[Violation]:
    """Yield announcements of tables before the only table of their section."""
    if announced := [match for match in _TABLES.find(texts) if "elsewhere" not in match]:
        ahead: dict[int, int] = {}
        for text in texts.texts:
            tables: list[Table] = []
            for passage in reversed(text.passages):
                if passage.kind == "heading":
                    tables = []
                elif isinstance(passage.block, Table) and (not tables or tables[-1] is not passage.block):
                    tables.append(passage.block)
                ahead[id(passage)] = len(tables)
        yield from (_one_follows(match) for match in announced if ahead[id(match.passage)] == 1)


def _one_follows(match: Match) -> Violation:
    start = match["the"].end + 1 if "the" in match else match.start
    return violation(match.passage.span(start, match.end), "one-follows")


#: A colon a few words on, and one thing up to a full stop: what tells them are the marks. The full stop of an
#: abbreviation is not the end: "de volgende voorbeelden: Stb. 1981, 35".
_ONE_THING = pattern(r"(?:\s+[^\s,;.():]+){0,4}\s*:\s(?:[^,;:.](?<!…)){2,58}\.(?!\S|\s{1,2}\d)")


def _names_one(match: Match) -> bool:
    """Tell whether a colon after an announcement is followed by one thing, up to a full stop."""
    found = _ONE_THING.match(match.passage.text, match.end)
    return found is not None and not _SEVERAL.find_in(match.passage, *found.span())


def _region_headings(dossier: DossierView) -> Iterator[Violation]:
    opening = dossier.settings.report.region_opening
    for entry, _ in dossier.outline:
        text, count = dossier.text(entry.id), _mission_count(dossier, entry)
        for heading in text.passages_of("heading") if text and count else ():
            words = heading.text.strip()
            plural = bool(opening.more_missions) and words.startswith(opening.more_missions)
            singular = bool(opening.one_mission) and words.startswith(opening.one_mission) and not plural
            if plural and count == 1:
                wording, right = "one-mission", opening.one_mission or opening.begins
            elif singular and count > 1:
                wording, right = "more-missions", opening.more_missions or opening.begins
            else:
                continue
            yield violation(heading.span(), wording, count=count, right=right)


def _mission_count(dossier: DossierView, entry: OutlineEntry) -> int:
    found = 0
    for below in entry.sections:
        text = dossier.text(below.id)
        found += (len(text.missions) if text else 0) + _mission_count(dossier, below)
    return found


RULES = (plural_announced,)
