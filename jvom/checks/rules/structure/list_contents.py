# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""STR019: items of a list that do not go with the others: repeated, misnumbered, or built otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.list_items import lists_of
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.text import List

#: What says in which order the items of a list are.
_BY_ALPHABET = Phrase("alfabetische volgorde", "alfabetisch", "op|naar alfabet", "volgorde van het alfabet")
_BY_TIME = Phrase(
    "chronologisch*", "volgorde van tijd|datum", "op|naar datum", "in deze|de? volgende? volgorde"
)


Key = TypeVar("Key", str, date)


@rule("STR019", WARNING, Scope.FRAGMENT, loose=INFO, local=True)
def item_unlike_others(view: TextView) -> Iterator[Violation]:
    """An item of a list is there twice, is out of order, or is built otherwise than the others."""
    before = {id(after): passage for passage, after in pairwise(view.passages)}
    for items in lists_of(view):
        yield from _repeated(items)
        yield from _without_te(items)
        lead = before.get(id(items[0]))
        if lead and lead.block is not items[0].block:
            yield from _out_of_order(lead, items)
        if view.document != "tekst":
            yield from _joined(items)
            yield from _misnumbered(items)
            yield from _marked_otherwise(lead, items[0]) if lead else ()


def _repeated(items: list[Passage]) -> Iterator[Violation]:
    """Yield the items that an item before them says word for word."""
    seen: dict[tuple[str, ...], Passage] = {}
    for item in items:
        first = seen.setdefault(item.lowered_words, item)
        if first is not item and item.lowered_words:
            yield violation(item.span(), "repeated", related=first.span())


def _without_te(items: list[Passage]) -> Iterator[Violation]:
    """Yield the items that end in an infinitive without "te", where those of the others have it."""
    if any(item.sentence_at(0)[1] < len(item.text.rstrip()) for item in items):
        return
    ended = [item.lowered_words for item in items]
    bare = [words[-1:] for words in ended if "te" not in words]
    if len(bare) * 2 >= len(items) or not all(word and _is_infinitive(*word) for word in bare):
        return
    if all("te" not in words or _is_infinitive(words[-1]) for words in ended):
        for item in items:
            if "te" not in item.lowered_words:
                yield violation(item.span(*item.words[-1]), "without-te", word=item.lowered_words[-1])


def _is_infinitive(word: str) -> bool:
    return word.endswith(("en", "aan", "zien", "doen")) and "v" in classes_of(word)


def _out_of_order(lead: Passage, items: list[Passage]) -> Iterator[Violation]:
    """Yield the first item that is not where the sentence above says: by the alphabet, or by date."""
    last = lead.sentence_at(len(lead.text) - 1)
    names = [_name(item) for item in items] if _BY_ALPHABET.find_in(lead, *last) else []
    days = [_day(item) for item in items] if _BY_TIME.find_in(lead, *last) else []
    dated = [day for day in days if day]
    late = _first_too_late(names) or (_first_too_late(dated) if len(dated) == len(items) else 0)
    if late:
        yield violation(items[late].span(), "out-of-order", related=items[late - 1].span())


def _first_too_late(keys: Sequence[Key]) -> int:
    """Return the number of the first key that belongs before the one above it; 0 when there is none."""
    return next((number for number, (one, after) in enumerate(pairwise(keys), 1) if after < one), 0)


def _name(item: Passage) -> str:
    words = item.lowered_words
    return " ".join(words[1:] if words[:1] and words[0] in word_class("article") else words)


def _day(item: Passage) -> date | None:
    found = next(iter(item.dates), None)
    return found.days[0] if found and found.year and found.days else None


def _joined(items: list[Passage]) -> Iterator[Violation]:
    """Yield an "en" that begins an item; it belongs behind the one before."""
    for item in items[1:]:
        if item.text.startswith(("en ", "of ")) and "." not in item.text.rstrip(" ."):
            yield violation(item.span(0, 2), "joined", word=item.text[:2])


def _misnumbered(items: list[Passage]) -> Iterator[Violation]:
    """Yield the first typed number that does not come next: "1. 2. 4."."""
    block = items[0].block
    if not isinstance(block, List) or not block.ordered or len(block.items) != len(items):
        return
    starts = [item.span for item in block.items]
    marks = [items[0].lines[at.line - 1][at.column - 1 :].partition(" ")[0] for at in starts]
    numbers = [int(mark[:-1]) if mark[:-1].isdecimal() else 0 for mark in marks]
    if len({*numbers}) == 1:
        return  # Markdown counts by itself.
    for item, mark, (one, next_one) in zip(items[1:], marks[1:], pairwise(numbers), strict=True):
        if next_one != one + 1:
            yield violation(item.span(), "number", mark=mark, last=str(one))
            return


def _marked_otherwise(lead: Passage, first: Passage) -> Iterator[Violation]:
    """Yield a list right behind another that is numbered, or the reverse: the mark was to be the same."""
    last, block = lead.block, first.block
    if not isinstance(last, List) or not isinstance(block, List):
        return
    if lead.kind == "item" and last is not block and last.ordered != block.ordered:
        yield violation(first.span(), "other-mark", related=lead.span())
