# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG024: items of a list that begin or end in different ways, and lists that do so beside others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jvom.analysis.clauses import has_finite_verb_at, is_sentence
from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.checks.groups import by_key
from jvom.checks.list_items import ENDING_NAMES, ending, first_letter, lists_of
from jvom.checks.outliers import outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts, TextView


@rule("LNG024", WARNING, Scope.FRAGMENT, local=True)
def mixed_list_endings(view: TextView) -> Iterator[Violation]:
    """The items of a list end differently."""
    for *body, final in lists_of(view):
        # Of two equally common endings, the semicolon is the one for parts of a sentence.
        for found in outliers(body, ending, lambda mark, count: (count, mark == ";")):
            end = len(found.item.text.rstrip())
            if found.rarer or found.usual == ";":
                yield violation(
                    found.item.span(end - 1, end),
                    "ending",
                    ending=ENDING_NAMES[found.form],
                    best=ENDING_NAMES[found.usual],
                    related=final.span(),
                )
        for found in outliers((*body, final), first_letter) if len(body) > 1 else ():
            if found.rarer:
                yield violation(found.item.span(0, 1), found.form, related=found.example.span())
        if body and view.document != "tekst" and ending(final) in (";", ","):
            end = len(final.text.rstrip())
            yield violation(final.span(end - 1, end), "final", ending=ENDING_NAMES[ending(final) or ""])


_LONGEST_PART = 3


def unlike_other_lists(texts: Texts) -> Iterator[Violation]:
    """Yield the lists of parts of a sentence that begin or end otherwise than most in the document."""
    by_document = by_key(
        (text.document, items)
        for text in (texts.texts if isinstance(texts, DossierView) else ())
        for items in lists_of(text)
        if len(items) > 1 and all(len(item.sentences) == 1 for item in items)
    )
    for lists in by_document.values():
        for found in outliers(lists, _letters, lambda form, count: (count, form == "lists-small")):
            if found.rarer or 3 * sum(map(bool, map(first_letter, found.item))) >= 2 * len(found.item):
                first, other = found.item[0], found.example[0]
                yield violation(first.span(0, 1), found.form, related=other.span())
        # Of two equally common endings, the semicolon is the one for parts, the full stop for sentences.
        for form, at, marks in (
            (_endings, 0, ".;"),
            (_joined, _BEFORE_LAST, ";"),
            (_final, -1, ".;"),
            (_of_sentences, 0, ";."),
        ):
            rank = partial(_rank, marks)
            for found in outliers(lists, form, rank):
                is_open = (found.form, found.usual) == ("", ".") if at == -1 else at == _BEFORE_LAST
                if found.rarer or is_open or (at == 0 and any(map(first_letter, found.item))):
                    yield violation(
                        found.item[at].span(),
                        "other-lists",
                        ending=ENDING_NAMES[found.form],
                        best=ENDING_NAMES[found.usual],
                        related=found.example[at].span(),
                    )


def _rank(marks: str, mark: str, count: int) -> tuple[int, int]:
    return count, marks.find(mark or ",")


def _letters(items: list[Passage]) -> str | None:
    """Tell how the items of a list of parts begin; None when they differ, or are sentences."""
    letters = {*map(first_letter, items)} - {None}
    if len(letters) != 1 or not (ending(items[0]) == ";" or _are_parts(items)):
        return None
    return "lists-capital" if "capital-letter" in letters else "lists-small"


def _endings(items: list[Passage]) -> str | None:
    """Return how all items but the last end; None when they differ, or are sentences."""
    endings = {*map(ending, items[:-1])}
    return endings.pop() if len(endings) == 1 and _are_parts(items) else None


def _are_parts(items: list[Passage]) -> bool:
    """Tell whether items are parts of a sentence: they have a small letter, or a few words without a verb."""
    return "small-letter" in map(first_letter, items) or not any(
        len(item.words) > _LONGEST_PART or has_finite_verb_at(item, number) or classes_of(word) == "v"
        for item in items
        for number, word in enumerate(item.lowered_words)
    )


def _of_sentences(items: list[Passage]) -> str | None:
    """Return how the items of a list of sentences with a capital letter end; None when they differ."""
    endings = {*map(ending, items[:-1])}
    is_of_sentences = "capital-letter" in map(first_letter, items) and all(map(is_sentence, items))
    return endings.pop() if len(endings) == 1 and is_of_sentences else None


def _joined(items: list[Passage]) -> str | None:
    """Tell whether the last but one of the parts of a sentence, that end in a semicolon, has "en" as well."""
    if len(items) < _FEWEST_JOINED or _endings(items) != ";":
        return None
    return "; en" if items[-2].text.rstrip().endswith((" en", " of")) else ";"


_FEWEST_JOINED, _BEFORE_LAST = 3, -2


def _final(items: list[Passage]) -> str | None:
    return ending(items[-1]) if _endings(items) == ";" else None
