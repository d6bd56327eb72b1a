# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A block of text in sentences, which are the same however their lines are broken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jvom.dutch.sentences import sentences

_REMARK = re.compile(r"[ \t]*<!--.*?-->", re.DOTALL)
# A line end that separates items, rows or paragraphs; or one behind a backslash, which is a forced new line.
_BREAK = re.compile(r"(?<=\\)\n|\n(?=[ \t]*(?:(?:>[ \t]*)?(?:[-*+][ \t]|\d+[.)][ \t]|\||\n|$)|\[\^))")
_SOFT_BREAK = re.compile(r"\n[ \t]*(?:>[ \t]*)?")
_RULER = re.compile(r"[|: ]*-[|: -]*")


def split(text: str) -> list[str]:
    """Return the sentences of a block with the space behind each; items, rows and cells part them too.

    A remark belongs to the sentence that it is in or behind.
    """
    shown, places = _without_remarks(text)
    breaks = {found.start() for found in _BREAK.finditer(shown)}
    flat = _SOFT_BREAK.sub(lambda found: found[0] if found.start() in breaks else " " * len(found[0]), shown)
    ends = [places[start] for start, _ in sentences(flat)][1:]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def _without_remarks(text: str) -> tuple[str, list[int]]:
    """Return a text without remarks, and the place in the text of each of its characters."""
    shown: list[str] = []
    places: list[int] = []
    at = 0
    for found in _REMARK.finditer(text):
        shown.append(text[at : found.start()])
        places += range(at, found.start())
        at = found.end()
    shown.append(text[at:])
    places += range(at, len(text) + 1)
    return "".join(shown), places


def key(sentence: str) -> str:
    """Return what is equal for sentences that differ only in spaces and line ends.

    So it is for the lines under the headings of tables, however long.
    """
    flat = " ".join(re.sub(r"\s*<!--", " <!--", _SOFT_BREAK.sub(" ", sentence)).split())
    return re.sub("-+", "-", flat) if _RULER.fullmatch(flat) else flat


def words_and_remarks(sentence: str) -> tuple[str, tuple[str, ...]]:
    """Return a sentence without its remarks, and these, both as `key` makes them."""
    remarks = tuple(" ".join(each.split()) for each in _REMARK.findall(sentence))
    return key(_REMARK.sub("", sentence)), remarks


def with_old_lines(old: str, new: str) -> str:
    """Return a new block whose unchanged sentences are typed as they were, line ends included."""
    before, after = split(old), split(new)
    places = {key(each): at for at, each in enumerate(before)}
    made: list[str] = []
    for at, each in enumerate(after):
        was = places.get(key(each), -1)
        following = places.get(key(after[at + 1]), -2) if at + 1 < len(after) else -2
        goes_on = was >= 0 and following == was + 1
        body = (before[was] if was >= 0 else each).rstrip()
        made.append(body + (_space_behind(before[was]) if goes_on else _space_behind(each)))
    return "".join(made).rstrip()


def together(chosen: Sequence[str], sources: Sequence[Sequence[str]]) -> str:
    """Return sentences, by their keys, as one block, typed as in the first of the sources that has them.

    The space between two of them is that of the first source in which they are neighbours.
    """
    typed: dict[str, str] = {}
    between: dict[tuple[str, str], str] = {}
    for source in sources:
        keys = [*map(key, source)]
        for at, each in enumerate(keys):
            typed.setdefault(each, source[at].rstrip())
            if at + 1 < len(keys):
                between.setdefault((each, keys[at + 1]), _space_behind(source[at]))
    made: list[str] = []
    for at, each in enumerate(chosen):
        made.append(typed.get(each, each))
        if at + 1 < len(chosen):
            following = chosen[at + 1]
            is_item = _BREAK.match(f"\n{following}") is not None
            made.append(between.get((each, following), "\n" if is_item else " "))
    return "".join(made).strip()


def changed_sentences(old: str, new: str) -> list[str]:
    """Return the sentences of a new block that are not in the old one; those that are gone are in brackets.

    Remarks do not count.
    """
    before, after = ([words_and_remarks(each)[0] for each in split(text)] for text in (old, new))
    made = [each for each in after if each and each not in before]
    return made or [f"({each})" for each in before if each and each not in after]


def _space_behind(text: str) -> str:
    return text[len(text.rstrip()) :]
