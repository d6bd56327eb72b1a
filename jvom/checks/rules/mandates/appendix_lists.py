# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What sentences list as held by an appendix, compared with what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from jvom.analysis.lexicon import has_class
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.checks.rules.mandates.appendix_contents import held_stems, stem_of, stems
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: The joints of a list in a sentence, asides within it, and the words at its edges.
_BETWEEN = Phrase(
    "joint=en|of|evenals|alsmede|zowel|als|maar|ook|met|tevens|eveneens|naast",
    "joint=niet alleen",
    "joint=behalve|buiten",
    "joint=afgezien van",
    ", joint=waarin|waarop ook|tevens|eveneens|verder",
    "aside=,",
    "aside=per {word}",
    "aside=voor|van elk|elke|ieder|iedere|alle {word}",
    "aside=een overzicht|lijst|tabel van|met",
    "edge={showing}",
    "edge={arranged} naar|op|volgens|per",
    "edge=inzicht in",
    "edge=gaat|gaan in op",
    "de|het? lezer|kamer|kabinet|regering|men|u|zij",
    "edge=laat|laten|zien",
    "edge=te vinden|zien|lezen",
    "de|het|een|deze|dit? edge=tabel|bijlage|bijlagen|overzicht|lijst {digits}?",
    "stop=;",
    r"in|naar|aan|op|voor|zijn|is|wordt|worden|werd|:|\(|\)",
)
_ALSO = Phrase("evenals|alsmede|naast|ook|tevens|eveneens", ", waarin|waarop")
#: Where something is said of what is listed.
_CLAUSE = Phrase(
    "zoals|die|dat|waar*|welk|welke|hoe|wat|wie|zodat|omdat|om|te|tot|wanneer|daarvan|ervan|hiervan|elkaar"
)
#: A thing may be an indirect question: "hoe lang het mandaat duurt en hoeveel militairen er zijn".
_ASKED = Phrase("hoeveel|hoelang|wat|wie|welk|welke", "hoe lang|groot|oud|vaak")
#: Then the sentence is about something else: "deze mandaten, die in de bijlage staan, ...".
_IN_PASSING = Phrase(", die|dat|waarvan ... bijlage|daarin|hierin")
#: A participle before a noun: "het aantal uitgezonden militairen".
_PARTICIPLE = pattern(r"\w*ge\w{2,}(?:en|de|te)")


def not_held(texts: Texts, passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the things that a sentence lists and the appendices don't hold.

    There must be one in the list that they do hold: then it is a list of what is in them. Of one that they
    hold in part only its head counts: "een kaart van de gebieden".
    """
    if _IN_PASSING.find_in(passage, start, end):
        return
    held = texts.memo(held_stems)
    others = False
    for joined, things in _lists(passage, start, end):
        listed = [(place, stems(Tokens(passage.typed[slice(*place)]).lowered)) for place in things]
        others = any(words & held for _, words in listed) or (joined and others)
        if others:
            for place, words in listed:
                head = "" if _ASKED.match_at(passage, place[0]) else _head(passage, *place)
                if words and (not words & held or (head and head not in held)):
                    yield place


_LINK = Phrase("van|per|voor|bij|met|tot|in")


def _head(passage: Passage, start: int, end: int) -> str:
    """Return the stem of the last noun before a preposition; "" when that says nothing."""
    link = next(iter(_LINK.find_in(passage, start, end)), None)
    words = Tokens(passage.text[start : link.start if link else end]).lowered
    return next((stem_of(word) for word in reversed(words) if has_class(word, "noun")), "")


def _lists(passage: Passage, start: int, end: int) -> Iterator[tuple[bool, list[tuple[int, int]]]]:
    """Yield the lists right before or behind words on the appendix: the (start, end) of their things.

    With each is whether it goes on with the one before: "... zijn opgenomen in bijlage 1, evenals de kaders".
    """
    marks = _BETWEEN.find_in(passage, start, end)
    if "edge" not in {part for mark in marks for part in mark.parts}:
        return
    parts = [*_parts(passage, start, end, marks)]
    groups = [
        [*group] for _, group in groupby(parts, key=lambda part: part[0] in ("thing", "joint", "aside"))
    ]
    for before, group, after in zip([[], *groups], groups, [*groups[1:], []], strict=False):
        kinds = {kind for kind, _ in group}
        beside = (
            kind
            for side in (reversed(before), after)
            for kind, _ in takewhile(lambda part: part[0] not in ("stop", "clause"), side)
        )
        things = [place for kind, place in group if kind == "thing"]
        if "edge" in beside and ("joint" in kinds or len(things) == 1):
            yield any(_ALSO.match_at(passage, place[0]) for _, place in group[:2]), things


def _parts(
    passage: Passage, start: int, end: int, marks: list[Match]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the parts of a sentence, each with its kind: a thing, a clause, or one of the `marks` between."""
    at = start
    for mark in (*marks, None):
        stop = mark.start if mark else end
        if passage.text[at:stop].strip(" ."):
            thing = _thing(passage, at, stop)
            yield ("thing", thing) if thing else ("clause", (at, stop))
        if mark:
            yield next(iter(mark.parts), "other"), (mark.start, mark.end)
            at = mark.end


def _thing(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Return the (start, end) of a few words with a noun and no verb; None when it is anything else."""
    if asked := _ASKED.find_in(passage, start, end):
        return (asked[0].start, end) if not passage.text[start : asked[0].start].strip() else None
    clause = _CLAUSE.find_in(passage, start, end)
    words = passage.text[start : clause[0].start if clause else end]
    tokens = Tokens(words).lowered
    if not any(has_class(word, "noun") for word in tokens) or any(map(_is_verb, tokens)):
        return None
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip(" .,"))


def _is_verb(word: str) -> bool:
    return has_class(word, "verb") and not has_class(word, "noun") and not _PARTICIPLE.fullmatch(word)
