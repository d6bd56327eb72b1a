# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG024: items of a list that begin or end in different ways, and lists that end otherwise than others."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.checks.groups import by_key
from jvom.checks.outliers import outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts, TextView
from jvom.messages import msg
from jvom.text import List


@rule("LNG024", WARNING, Scope.FRAGMENT, local=True)
def mixed_list_endings(view: TextView) -> Iterator[Violation]:
    """The items of a list end differently."""
    for *body, final in _lists(view):
        # Of two equally common endings, the semicolon is the one for parts of a sentence.
        for found in outliers(body, _ending, lambda ending, count: (count, ending == ";")):
            end = len(found.item.text.rstrip())
            if found.rarer or found.usual == ";":
                yield violation(
                    found.item.span(end - 1, end),
                    "ending",
                    ending=_ENDING_NAMES[found.form],
                    best=_ENDING_NAMES[found.usual],
                    related=final.span(),
                )
        for found in outliers((*body, final), _first_letter) if len(body) > 1 else ():
            if found.rarer:
                yield violation(found.item.span(0, 1), found.form, related=found.example.span())
        if body and view.document != "tekst" and _ending(final) in (";", ","):
            end = len(final.text.rstrip())
            yield violation(final.span(end - 1, end), "final", ending=_ENDING_NAMES[_ending(final) or ""])


def _lists(view: TextView) -> Iterator[list[Passage]]:
    """Yield the items of each list, without lists in lists."""
    by_list: dict[int, dict[int, Passage]] = {}
    for passage in view.passages_of("item"):
        by_list.setdefault(id(passage.block), {})[passage.row] = passage
    for items in by_list.values():
        found = [*items.values()]
        if not _has_list(found[-1]):
            yield found


_ENDING_NAMES = {
    ";": msg("een puntkomma"),
    ".": msg("een punt"),
    ",": msg("een komma"),
    "": msg("geen leesteken"),
}


def _ending(passage: Passage) -> str | None:
    """Return the mark that an item ends with; None if a list follows it."""
    if passage.text.rstrip().endswith(":"):
        return None
    text = passage.text.rstrip().removesuffix(" en").removesuffix(" of").rstrip(" \"'”’»)")
    return text[-1] if text[-1:] in (";", ".", ",") else "." if text[-1:] in ("?", "!") else ""


def _has_list(passage: Passage) -> bool:
    """Tell whether the list of an item has a nested list, whose items count as those of the outer one."""
    return isinstance(passage.block, List) and any(
        isinstance(block, List) for item in passage.block.items for block in item.blocks
    )


def _first_letter(passage: Passage) -> str | None:
    """Tell whether an item begins with a capital, or a small letter; None for a name or a number."""
    word = passage.tokens.forms[0] if len(passage.tokens) else ""
    if not (classes_of(word.lower()) or word.lower() in _FIRST_WORDS):
        return None
    return "capital-letter" if word[0].isupper() else "small-letter"


_FIRST_WORDS = frozenset(("de", "het", "een", "in", "op", "aan", "met", "door", "voor"))


def unlike_other_lists(texts: Texts) -> Iterator[Violation]:
    """Yield the lists of parts of a sentence that begin or end otherwise than most in the document."""
    by_document = by_key(
        (text.document, items)
        for text in (texts.texts if isinstance(texts, DossierView) else ())
        for items in _lists(text)
        if len(items) > 1 and all(len(item.sentences) == 1 for item in items)
    )
    for lists in by_document.values():
        for found in outliers(lists, _letters):
            if found.rarer:
                first, other = found.item[0], found.example[0]
                yield violation(first.span(0, 1), found.form, related=other.span())
        for form, at in ((_endings, 0), (_final, -1)):
            for found in outliers(lists, form):
                if found.rarer:
                    yield violation(
                        found.item[at].span(),
                        "other-lists",
                        ending=_ENDING_NAMES[found.form],
                        best=_ENDING_NAMES[found.usual],
                        related=found.example[at].span(),
                    )


def _letters(items: list[Passage]) -> str | None:
    """Tell how the items of a list of parts begin, which have a semicolon; None when they differ."""
    letters = {*map(_first_letter, items)} - {None}
    if len(letters) != 1 or _ending(items[0]) != ";":
        return None
    return "lists-capital" if "capital-letter" in letters else "lists-small"


def _endings(items: list[Passage]) -> str | None:
    """Return how all items but the last end; None when they differ, or are sentences."""
    endings = {*map(_ending, items[:-1])}
    is_of_parts = "capital-letter" not in map(_first_letter, items)
    return endings.pop() if len(endings) == 1 and is_of_parts else None


def _final(items: list[Passage]) -> str | None:
    return _ending(items[-1]) if _endings(items) == ";" else None


RULES = (mixed_list_endings,)
