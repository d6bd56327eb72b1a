# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables and pictures that a text announces, and how many of them follow."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import Violation, violation
from jvom.checks.views import Texts, TextView
from jvom.text import List, Picture, Table


def _announcing(things: str) -> Phrase:
    """Return what announces several of these things."""
    return Phrase(
        f"onderstaand|onderstaande|bijgaande|bijgevoegde|navolgende {{word}}...4? {things}",
        f"hieronder|hierna (staan|volgen|zijn|vindt u)? {{determiner|numeral|adjective}}...3? {things}",
        f"hiernavolgende|volgende {{word}}? {things}",
        f"{things} {{word}}...2? hieronder|hierna|volgen",
        f"{things} op|onder|in deze bladzijde|pagina|alinea|paragraaf",
        f"deze|in {things} {{word}}...4? :",
        f"{{start}} in|uit|volgens? next=deze|beide {things}",
        f"in|uit|met|volgens|door next=deze|beide {things} {{end}}",
        f"{{numeral}} {{word}}? {things} elsewhere=van|uit|in|op|bij?",
        f"een aantal|tweetal|drietal|paar|reeks {things} elsewhere=van|uit|in|op|bij?",
    )


def _announcing_one(thing: str) -> Phrase:
    return Phrase(
        f"beside=en|of? de|het {thing} hieronder|hierna",
        f"de|het? onderstaand|onderstaande|volgende {thing}",
        f"hieronder|hierna staat|volgt de|het|een {thing}",
    )


def _said_above(thing: str) -> Phrase:
    return Phrase(f"bovenstaand|bovenstaande {thing}", f"de|het {thing} hierboven")


#: What says that one of them, or all that follows, was there before.
_ABOVE: dict[type[List | Picture | Table], tuple[Phrase | None, ...]] = {
    Table: (_said_above("{table}"), Phrase("{start} hierboven staat|staan|ziet|volgt|volgen|is|zijn|wordt")),
    Picture: (_said_above("{picture}"), None),
}
#: What announces several tables or pictures, and one of them.
_ANNOUNCED: dict[type[List | Picture | Table], tuple[Phrase, Phrase]] = {
    Table: (_announcing("({tables}|schema's)"), _announcing_one("{table}")),
    Picture: (_announcing("({pictures}|schema's|foto's|luchtfoto's)"), _announcing_one("{picture}")),
    List: (_announcing("lijsten|lijstjes|opsommingen"), _announcing_one("lijst|lijstje|opsomming")),
}


def things_follow(texts: Texts) -> Iterator[Violation]:
    """Yield announcements of tables or pictures that another number of them follows."""
    for kind, (several, one) in _ANNOUNCED.items():
        plural = [match for match in several.find(texts) if "elsewhere" not in match]
        singular = [*one.find(texts)]
        ahead: dict[int, tuple[int, int]] = {}
        for text in texts.texts if plural or singular else ():
            ahead |= _ahead(text, kind)
        for match in plural:
            below, behind = ahead[id(match.passage)]
            if below == 1 and ("next" not in match or behind):
                yield one_follows(match)
        for match in singular:
            if ahead[id(match.passage)][1] > 1 and "beside" not in match:
                yield violation(match.span, "several-follow")
    for kind, phrases in _ABOVE.items():
        for match in (match for phrase in phrases if phrase for match in phrase.find(texts)):
            text = next(text for text in texts.texts if match.passage in text.passages)
            if _ahead(text, kind)[id(match.passage)][1] and not _is_behind(text, match.passage):
                yield violation(match.span, "not-above")


def _is_behind(text: TextView, passage: Passage) -> bool:
    """Tell whether a list, table or picture comes before a passage in its text."""
    before = text.passages[: text.passages.index(passage)]
    return any(
        isinstance(each.block, List | Table) or each.kind in ("alternative", "caption") for each in before
    )


def _ahead(text: TextView, kind: type[List | Picture | Table]) -> dict[int, tuple[int, int]]:
    """Return for each passage, by its identity, how many follow it in its section, and right behind it."""
    found: dict[int, tuple[int, int]] = {}
    below: list[object] = []
    behind = 0
    for passage in reversed(text.passages):
        things = [passage.block, *(part.source for part in passage.segments)]
        new = [
            each
            for each in things
            if isinstance(each, kind) and not any(each is known for known in below[-1:])
        ]
        if passage.kind == "heading":
            below, behind = [], 0
        found[id(passage)] = len(below), behind
        below += new
        is_of_thing = new or isinstance(passage.block, kind) or passage.kind in ("alternative", "caption")
        behind = behind + len(new) if is_of_thing else 0
    return found


def one_follows(match: Match) -> Violation:
    """Return the violation for words that announce several things, of which one follows."""
    start = match["the"].end + 1 if "the" in match else match.start
    return violation(match.passage.span(start, match.end), "one-follows")
