# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on spaces at punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.dutch.patterns import pattern
from jvom.messages import Message, msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import TextView

# Where something may be wrong; `_spacing` looks closer. It begins with the mark and looks back from there,
# because a pattern that can begin with few characters is searched fastest.
_AT_MARK = pattern(
    r"[(\[,;:.!?)](?:(?<=[ \u00a0][,;:!?.)])|(?<=[(\[])[ \u00a0]|(?<=[,;:.!?])[^\W\d_]|(?<=,),"
    r"|(?<![./]\.)(?<=\.)\.(?![./]))"
)
_WORD_BEFORE = pattern(r"[^\W\d_]{3}$")
_WORD_AFTER = pattern(r"[^\W\d_]{2,3}")
#: Words of two letters that may begin a sentence.
_OPENINGS = frozenset("De Er In Op Om Na Zo Al Te Ze Ik".split())
_EURO = pattern(r"€(?=\d)")
_BRACKET_IN_WORD = pattern(r"\((?<=\w\()|\)\w")
# "missie(in Irak)", "(in Irak)is", and not "functionaris(sen)", "(her)opbouw"
_AT_BRACKET = pattern(
    r"\((?<=[a-zëï]{3}\()(?=[A-Z]{2,12}\)|[a-z]{2,20} [^()]{1,60}\))|\)(?<=[a-z] [a-zëïA-Z]{3}\))(?=[a-z]{2})"
)
# "2025 -2026", "2026/ 2027"
_SPACED_RANGE = pattern(r"\d(?: [^\w\s]|[^\w\s] )\d")
_SPACED_JOINTS = (" -", " –", " /", "- ", "– ", "/ ")
_AT_RANGE = pattern(r"(?<=(?:19|20)\d\d)(?: [-–/](?=\d)|[-–/] (?=(?:19|20)\d\d))")


@rule(
    "LNG017",
    "space-at-mark",
    WARNING,
    Scope.FRAGMENT,
    msg("Bij een leesteken staat een spatie te veel of te weinig"),
    fixable=True,
)
def space_at_mark(view: TextView) -> Iterator[Violation]:
    """A punctuation mark has a space too many or too few."""
    for passage in view.passages:
        text = passage.dutch
        for match in _AT_MARK.finditer(text):
            # A match of the mark alone has a space before it.
            start = match.start() - (len(match[0]) == 1)
            yield from _spacing(passage, text, start, text[start : start + 2])
        if "(" in text and _BRACKET_IN_WORD.search(text):
            for match in _AT_BRACKET.finditer(text):
                better = " (" if match[0] == "(" else ") "
                yield _violation(passage, *match.span(), better, msg("bij dit haakje ontbreekt een spatie"))
        if passage.has_digit and "€" in text:
            for match in _EURO.finditer(text):
                yield _violation(
                    passage, *match.span(), "€ ", msg("achter «{mark}» ontbreekt een spatie", mark="€")
                )
        if passage.has_digit and passage.contains_any(_SPACED_JOINTS) and _SPACED_RANGE.search(text):
            for match in _AT_RANGE.finditer(text):
                yield _violation(
                    passage, *match.span(), match[0].strip(), msg("hier staat een spatie te veel")
                )
        for part in passage.segments:
            if part.kind == "note" and part.start and passage.text[part.start - 1].isspace():
                yield _violation(
                    passage,
                    part.start - 1,
                    part.start,
                    "",
                    msg("voor het voetnootteken staat een spatie te veel"),
                )


def _spacing(passage: Passage, text: str, at: int, found: str) -> Iterator[Violation]:
    if found[0] in " \u00a0":
        before, following = text[at - 1 : at], text[at + 2 : at + 3]
        ends = found[1] == ")" or not _begins_something(found[1], following)
        if (
            at
            and ends
            and (before.isalnum() or before in "»”\"'’%.)")
            and _is_adjacent_in_source(passage, at)
        ):
            yield _violation(passage, at, at + 1, "", msg("hier staat een spatie te veel"))
    elif found[1] in " \u00a0":
        if text[at + 2 : at + 3].isalnum():
            yield _violation(passage, at + 1, at + 2, "", msg("hier staat een spatie te veel"))
    elif found == ",,":
        yield _violation(passage, at, at + 2, ",", msg("hier staan meer komma's achter elkaar"))
    elif found == "..":
        yield _violation(passage, at, at + 2, ".", msg("hier staan twee punten achter elkaar"))
    elif _WORD_BEFORE.search(text, max(0, at - 3), at) and (word := _WORD_AFTER.match(text, at + 1)):
        capital = word[0].istitle()
        begins = capital and (len(word[0]) > 2 or (word[0] in _OPENINGS and text[at + 3 : at + 4].isspace()))
        named = found[0] == ":" and len(word[0]) > 2 and word[0].islower() and not _is_scheme(text, at)
        if found[0] not in ",;" and not ((begins or named) and text[at - 3 : at].islower()):
            return
        around = text[max(0, at - 30) : at + 30]
        if "www." in around or "@" in around or any(part.style.address for part in passage.parts(at, at + 1)):
            return
        mark = found[0]
        yield _violation(
            passage, at, at + 1, f"{mark} ", msg("achter «{mark}» ontbreekt een spatie", mark=mark)
        )


def _is_scheme(text: str, at: int) -> bool:
    """Tell whether a colon is part of an address or a code: "https://", "doi:abc", "xml:lang"."""
    before = text[max(0, at - 20) : at].split()
    return (
        text[at + 1 : at + 3] == "//"
        or not before
        or len(before[-1]) < _SHORTEST_BEFORE
        or before[-1] in _SCHEMES
    )


_SHORTEST_BEFORE = 4
_SCHEMES = frozenset(("http", "https", "mailto", "ecli"))


def _is_adjacent_in_source(passage: Passage, at: int) -> bool:
    """Tell whether a space and the mark after it are adjacent in the source too, without markup between."""
    place = passage.span(at, at + 2)
    return place.line != place.end_line or place.end_column - place.column == 2


def _begins_something(mark: str, after: str) -> bool:
    """Tell whether a mark after a space begins something: a number, a path, an ellipsis, a smiley."""
    return (
        (after.isalnum() and not (mark in ",;" and after.isalpha()))
        or (after != "" and after in "./()-_,")
        or (mark == "." and bool(after.strip()))
    )


def _violation(passage: Passage, start: int, end: int, better: str, message: Message) -> Violation:
    advice = msg("zet er een spatie") if " " in better else msg("haal het teveel weg")
    # A space is invisible, so the characters around it are marked too.
    shown = (max(0, start - 1), min(len(passage.text), end + 1)) if not better else (start, end)
    return Violation(passage.span(*shown), message, advice, replace(passage, start, end, better))


RULES = (space_at_mark,)
