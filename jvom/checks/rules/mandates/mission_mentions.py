# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the passages name the missions in the table of mandates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.analysis.whole_words import find_whole
from jvom.analysis.word_classes import word_class
from jvom.checks.groups import by_key
from jvom.checks.rules.mandates.mandate_table import table_rows
from jvom.checks.views import DossierView, Texts


class Mention(msgspec.Struct, frozen=True, order=True):
    """A place where a passage names a mission, by the id of its row."""

    start: int
    end: int
    row: str


def mentions_by_passage(texts: Texts) -> dict[int, list[Mention]]:
    """Return the mentions of missions by the id() of their passage, looked up in the index of words.

    In a text on several missions that is also of those in the register that have no row.
    """
    mentions: dict[int, list[Mention]] = {}
    rows = {row.id: row for row in texts.memo(table_rows)}
    by_place = texts.memo(_names_by_place)
    for row in rows.values():
        for name in (*row.names, *by_place.get(row.id, ())):
            for passage, number in texts.words.get(Tokens(name).lowered[0], ()):
                start = passage.words[number][0]
                if find_whole(passage.lowered, name, start) == start:
                    mention = Mention(start, start + len(name), row.id)
                    mentions.setdefault(id(passage), []).append(mention)
    for text in texts.texts:
        for passage in text.passages if len(text.missions) > 1 else ():
            for each in passage.mentions.get("mission", ()):
                if each.id not in rows:
                    mention = Mention(each.start, each.end, each.id)
                    mentions.setdefault(id(passage), []).append(mention)
    for found in mentions.values():
        found.sort()
    return mentions


def _names_by_place(texts: Texts) -> dict[str, list[str]]:
    """Return, by row id, what a mission is called by a place that no other has: "missie in Kosovo"."""
    register = texts.dossier.missions.missions if isinstance(texts, DossierView) else ()
    owners = by_key((place.lower(), each.id) for each in register for place in each.places)
    alone = [(place, ids[0]) for place, ids in owners.items() if len(ids) == 1]
    return by_key((id, f"{word} in {place}") for place, id in alone for word in ("missie", "operatie"))


#: Before a mission that another is only compared with, and so near: "anders dan dat van EUAM".
_COMPARED = Phrase("dan dat|die? van|voor? de|het?", "dan het {word}? mandaat|kader van|voor de|het?")
_NEAR = 30
#: But not when more is said of it: "anders dan EUAM, dat geen einddatum heeft, ...".
_TOLD = Phrase(", dat|die|waar*")


def mentions_between(passage: Passage, mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions in a sentence but for those that another mission is only compared with."""
    first, last = (bisect_left(mentions, at, key=lambda each: each.start) for at in (start, end))
    return [each for each in mentions[first:last] if not _is_compared(passage, each)]


def _is_compared(passage: Passage, each: Mention) -> bool:
    """Tell whether a mission is only what another is compared with."""
    at = each.start
    return (
        " dan " in passage.text[max(0, at - _NEAR) : at]
        and bool(_COMPARED.match_before(passage, at))
        and not _TOLD.match_at(passage, each.end)
    )


_BETWEEN = word_class("between_missions") | {",", "("}


def in_one_breath(passage: Passage, here: Iterable[Mention]) -> list[list[Mention]]:
    """Return the mentions in a sentence, together those named in one breath: "EUMM, EUAM en EUBAM"."""
    groups: list[list[Mention]] = []
    for each in here:
        last = groups[-1][-1] if groups else None
        between = passage.tokens.between(last.end, each.start) if last else ()
        if last and (last.row == each.row or _BETWEEN.issuperset(between)):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups
