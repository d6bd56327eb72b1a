# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The items of lists: which list has which, how they begin and how they end."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.checks.views import Texts, TextView
from jvom.messages import msg
from jvom.text import List

#: What the marks are called that items end with.
ENDING_NAMES = {
    ";": msg("een puntkomma"),
    ".": msg("een punt"),
    ",": msg("een komma"),
    "": msg("geen leesteken"),
    "; en": msg("een puntkomma en «en»"),
}


def lists_of(view: TextView) -> Iterator[list[Passage]]:
    """Yield the items of each list, without lists in lists."""
    by_list: dict[int, dict[int, Passage]] = {}
    for passage in view.passages_of("item"):
        by_list.setdefault(id(passage.block), {})[passage.row] = passage
    for items in by_list.values():
        found = [*items.values()]
        if not _has_list(found[-1]):
            yield found


def items_below(texts: Texts, lead: Passage) -> Iterator[Passage]:
    """Yield the items of the list that a passage opens."""
    passages, first = texts.passages, texts.index.numbers[id(lead)] + 1
    for passage in map(passages.__getitem__, range(first, len(passages))):
        if passage.kind != "item" or passage.whole.path != lead.whole.path:
            return
        yield passage


def ending(passage: Passage) -> str | None:
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


def first_letter(passage: Passage) -> str | None:
    """Tell whether an item begins with a capital, or a small letter; None for a name or a number."""
    word, after = [*passage.tokens.forms[:2], "", ""][:2]
    if (
        word.lower() in ("a", "b", "c")
        or word[1:].isupper()
        or (classes_of(word.lower()) == "n" and after[:1].isupper())
    ):
        return None  # "a) en b) ...", "PAS: ...", "Deltaplan Hoge Zandgronden"
    if word[:1].islower():
        return "small-letter"
    is_known = classes_of(word.lower()) or word.lower() in _FIRST_WORDS
    return "capital-letter" if is_known and word[0].isupper() else None


_FIRST_WORDS = frozenset(("de", "het", "een", "in", "op", "aan", "met", "door", "voor"))
