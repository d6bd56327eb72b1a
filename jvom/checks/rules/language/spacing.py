# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on spaces at punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from jvom.analysis.passages import Passage
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.messages import Message, msg

_SPACES = (" ", "\u00a0")
_MARKS = frozenset("([,;:.!?)€-–/")
#: Words of two letters that may begin a sentence.
_OPENINGS = frozenset("De Er In Op Om Na Zo Al Te Ze Ik".split())
_SHORTEST_BEFORE = 4
_SCHEMES = frozenset(("http", "https", "mailto", "ecli"))

#: Where characters are wrong: start, end, what is to be there, and the message.
_Wrong: TypeAlias = tuple[int, int, str, Message]


@rule(
    "LNG017",
    WARNING,
    Scope.TEXTS,
    msg("Bij een leesteken staat een spatie te veel of te weinig"),
    fixable=True,
    local=True,
)
def space_at_mark(texts: Texts) -> Iterator[Violation]:
    """A punctuation mark has a space too many or too few."""
    for passage in texts.passages:
        text, tokens = passage.dutch, passage.tokens
        marks = [tokens.starts[number] for mark in _MARKS for number in tokens.numbers.get(mark, ())]
        for at in sorted(marks):
            if text[at] in _MARKS:
                for wrong in (*_too_much(passage, text, at), *_too_little(passage, text, at)):
                    yield _violation(passage, *wrong)
        for part in passage.segments:
            at = part.start - 1
            if part.kind == "note" and part.start and passage.text[at].isspace():
                yield _violation(
                    passage, at, at + 1, "", msg("voor het voetnootteken staat een spatie te veel")
                )


def _too_much(passage: Passage, text: str, at: int) -> Iterator[_Wrong]:
    """Yield a space too many beside a mark, or a mark too many."""
    mark, before, after = text[at], text[:at][-2:], text[at + 1 : at + 3]
    too_many = msg("hier staat een spatie te veel")
    if mark in "-–/":
        year_before = text[max(0, at - 5) : at].strip()
        if year_before.isdigit() and year_before[:2] in ("19", "20") and len(year_before) == 4:
            if before.endswith(" ") and after[:1].isdigit():
                yield at - 1, at + 1, mark, too_many
            elif not before.endswith(" ") and after[:1] == " " and text[at + 2 : at + 6].isdigit():
                yield at, at + 2, mark, too_many
    elif mark in "([" and after[:1] in _SPACES and after[1:].isalnum():
        yield at + 1, at + 2, "", too_many
    elif mark in ",;:!?.)" and before[-1:] in _SPACES:
        ends = mark == ")" or not _begins_something(mark, after[:1])
        may_end = before[:1].isalnum() or before[:1] in "»”\"'’%.)"
        if len(before) > 1 and ends and may_end and _is_adjacent_in_source(passage, at - 1):
            yield at - 1, at, "", too_many
    elif mark == "," and after[:1] == ",":
        yield at, at + 2, ",", msg("hier staan meer komma's achter elkaar")
    elif (
        mark == "."
        and after[:1] == "."
        and after[1:] not in (".", "/")
        and before[-1:] not in (".", "/", "…")
    ):
        yield at, at + 2, ".", msg("hier staan twee punten achter elkaar")


def _too_little(passage: Passage, text: str, at: int) -> Iterator[_Wrong]:
    """Yield a space that is missing beside a mark."""
    mark, before, after = text[at], text[max(0, at - 3) : at], text[at + 1 : at + 4]
    if mark == "€" and after[:1].isdigit():
        yield at, at + 1, "€ ", msg("achter «{mark}» ontbreekt een spatie", mark=mark)
    elif mark in "()" and _is_bracket_in_words(text, at):
        yield at, at + 1, " (" if mark == "(" else ") ", msg("bij dit haakje ontbreekt een spatie")
    elif mark in ",;:.!?" and len(before) == 3 and before.isalpha() and after[:2].isalpha():
        word = after if after.isalpha() else after[:2]
        begins = word.istitle() and (len(word) > 2 or (word in _OPENINGS and after[2:].isspace()))
        named = mark == ":" and len(word) > 2 and word[0].islower() and not _is_scheme(text, at)
        if (mark in ",;" or ((begins or named) and before.islower())) and not _is_in_link(passage, text, at):
            yield at, at + 1, f"{mark} ", msg("achter «{mark}» ontbreekt een spatie", mark=mark)


def _is_in_link(passage: Passage, text: str, at: int) -> bool:
    """Tell whether a mark is in a link, or near an address."""
    around = text[max(0, at - 30) : at + 30]
    linked = any(part.style.address for part in passage.parts(at, at + 1))
    return linked or "www." in around or "@" in around


def _is_bracket_in_words(text: str, at: int) -> bool:
    """Tell whether a bracket joins words: "missie(in Irak)", "(in Irak)is", and not "functionaris(sen)"."""
    if text[at] == ")":
        before, after = text[max(0, at - 5) : at], text[at + 1 : at + 3]
        is_short = before[:1].islower() and before[1:2] == " " and before[2:].isalpha()
        return is_short and len(before) == 5 and after.isalpha() and after.islower() and len(after) == 2
    inner, bracket, _ = text[at + 1 : at + 84].partition(")")
    word, space, more = inner.partition(" ")
    before = text[max(0, at - 3) : at]
    short = inner.isupper() and inner.isalpha() and 1 < len(inner) < 13
    words = word.isalpha() and word.islower() and 1 < len(word) < 21 and bool(space) and "(" not in more
    return bool(bracket) and len(before) == 3 and before.isalpha() and before.islower() and (short or words)


def _is_scheme(text: str, at: int) -> bool:
    """Tell whether a colon is part of an address or a code: "https://", "doi:abc", "xml:lang"."""
    before = text[max(0, at - 20) : at].split()
    return (
        text[at + 1 : at + 3] == "//"
        or not before
        or len(before[-1]) < _SHORTEST_BEFORE
        or before[-1] in _SCHEMES
    )


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
    # Behind a colon, or at a bracket, a space may be missing on purpose: a code, "functionaris(sen)".
    safe = better not in (": ", " (", ") ")
    return Violation(passage.span(*shown), message, advice, replace(passage, start, end, better, safe=safe))


RULES = (space_at_mark,)
