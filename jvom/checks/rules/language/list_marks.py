# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG020: list marks of different kinds, marks that are skipped, and lists that end otherwise than others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import TypeAlias

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.outliers import Outlier, outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.language.list_endings import unlike_other_lists
from jvom.checks.views import Texts
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.dutch.patterns import pattern
from jvom.source import Span
from jvom.text import List

_INLINE = pattern(
    r"(?<![\w(.])(?:\((?:[a-hA-H]|i{1,3}|iv|vi{0,3}|ix|x|I{1,3}|IV|VI{0,3}|[1-9]\d?)\)"
    r"|(?:[a-hA-H]|i{1,3}|iv|vi{0,3}|I{1,3}|IV|VI{0,3}|[1-9])\)|[1-9]°)(?=\s\w)"
)
#: Numbers and letters with a point in a sentence: "zij kreeg 1. boeken en 2. pennen".
#: A capital letter before a name is an initial.
_POINTED = pattern(
    r"(?<=[a-zà-ÿ:;,] )(?:(?:[1-9a-hA-H]|i{1,3}|iv|I{1,3}|IV)\.(?=\s[a-zà-ÿ])|i{1,3}\.(?=\s[A-Z]))"
)
_SECOND_POINTED = (" 2. ", " b. ", " ii. ", " B. ", " II. ")
_REFERENCE = Phrase("onder|onderdeel|onderdelen|sub|lid|artikel|punt")
#: What a list is of when its order matters, or its parts are pointed at by number.
_IN_ORDER = Phrase(
    "stap|stappen|fase|fasen|fases|volgorde|rangorde|prioriteit|prioriteiten|procedure|vraag|vragen",
    "achter|na elkaar",
    "achtereenvolgens|eerst|eerste",
)
_ROMAN = frozenset("ivxIVX")
_AS_ROMAN = str.maketrans("aA", "iI")
_BULLETS = frozenset("•·▪◦o*–—-")
_FEWEST = 2

#: How a mark is written, and its place.
_Mark: TypeAlias = tuple[str, Span]


@rule("LNG020", WARNING, Scope.TEXTS)
def mixed_list_marks(texts: Texts) -> Iterator[Violation]:
    """List markers of different kinds, in a loose text or in all texts of a document."""
    kinds: dict[tuple[str, str], list[_Mark]] = {}
    first_marks: dict[tuple[str, bool], list[_Mark]] = {}
    for before, passage in zip(texts.passages[:1] + texts.passages, texts.passages, strict=False):
        inline = _inline(passage)
        marks = [*_in_sentence(passage, inline), *_before_line(passage)]
        if not marks:
            continue  # as most have none
        yield from _skipped(passage, inline)
        document = passage.compared_in or passage.document
        for kind, form, place in marks:
            kinds.setdefault((document, kind.replace("roman", "letter")), []).append((form, place))
        for kind, form, place in marks[:1] if passage.document != "tekst" else ():
            if kind != "list" or not (_IN_ORDER.find_in(before) or _IN_ORDER.find_in(passage)):
                sample = form.translate(_AS_ROMAN) if kind == "roman" else form
                is_inline = kind not in ("list", "bullet")
                first_marks.setdefault((document, is_inline), []).append((sample, place))
    for marks_of_kind in kinds.values():
        yield from map(_other_mark, outliers(marks_of_kind, itemgetter(0)))
    yield from unlike_other_lists(texts)
    for firsts in first_marks.values():
        yield from (_other_mark(found) for found in outliers(firsts, _only_sample(firsts)) if found.rarer)


def _other_mark(found: Outlier[_Mark, str]) -> Violation:
    return violation(found.item[1], "mark", form=found.form, best=found.usual, related=found.example[1])


def _inline(passage: Passage) -> list[re.Match[str]]:
    """Return the marks in a sentence, without references: "(a) ... (b)", "1. ... 2. "."""
    text = passage.dutch
    if text.count(")") + text.count("°") < _FEWEST and not any(map(text.__contains__, _SECOND_POINTED)):
        return []
    found = [*_POINTED.finditer(text), *_INLINE.finditer(text)]
    return [match for match in found if not _REFERENCE.match_before(passage, match.start())]


def _skipped(passage: Passage, marks: list[re.Match[str]]) -> Iterator[Violation]:
    """Yield the mark that does not come next: "(1) ..., (2) ... en (4)"."""
    for before, mark in pairwise(marks):
        last, sign = (each[0].strip("()°.") for each in (before, mark))
        is_single = len(sign) == len(last) == 1 and sign not in _ROMAN
        is_jump = is_single and ord(sign) - ord(last) == _ONE_SKIPPED
        if is_jump and before[0][-1] == mark[0][-1] == ")":
            yield violation(passage.span(*mark.span()), "skipped", mark=mark[0], last=before[0])


_ONE_SKIPPED = 2


def _only_sample(marks: Iterable[_Mark]) -> Callable[[_Mark], str | None]:
    """Return what gives the form of one of these marks; None if its text has more forms."""
    by_text: dict[str, set[str]] = {}
    for form, place in marks:
        by_text.setdefault(place.path, set()).add(form)
    return lambda mark: mark[0] if len(by_text[mark[1].path]) == 1 else None


def _in_sentence(passage: Passage, marks: list[re.Match[str]]) -> Iterator[tuple[str, str, Span]]:
    """Yield each mark in a sentence: letter, roman or number, how it is written, and its place."""
    # A single mark is a remark in brackets: an enumeration has two.
    for match in marks if len(marks) >= _FEWEST else ():
        sign = match[0].strip("()°.")
        kind = ("roman" if _ROMAN.issuperset(sign) else "letter") if sign.isalpha() else "number"
        plain = ("A" if sign.isupper() else "a") if sign.isalpha() else "1"
        yield kind, match[0].replace(sign, plain), passage.span(*match.span())


def _before_line(passage: Passage) -> Iterator[tuple[str, str, Span]]:
    """Yield the mark of a paragraph that was typed as an item, and of the first item of a list."""
    text = passage.dutch
    if text[:1] in _BULLETS and text[1:2] in (" ", "\t", NO_BREAK_SPACE):
        yield "bullet", text[0], passage.span(0, 1)
    if passage.kind == "item" and passage.row == 0:
        at, in_dossier = passage.span(0, 1), passage.document != "tekst"
        line = "".join(passage.lines[at.line - 1 : at.line])
        # The block of a nested list is the outer list, so its own mark says what it is.
        mark = typed[1] if (typed := _SOURCE_MARK.search(line[: at.column - 1])) else ""
        place = passage.span(0, len(text.partition("\n")[0]))
        if mark[:-1].isdecimal():
            # Numbers with a point and with a bracket are two levels of one list in a regulation.
            if in_dossier:
                yield "list", f"1{mark[-1]}", place
        elif mark and not (mark == "*" and not in_dossier and _is_only_item(passage)):
            # All bullets of Markdown look the same to the reader; in a dossier they should to the writer.
            yield "bullet", mark if in_dossier else "-", place


def _is_only_item(passage: Passage) -> bool:
    """Tell whether an item is the only one of its list: with an asterisk, a note below a table or list."""
    return isinstance(passage.block, List) and len(passage.block.items) == 1


#: The Markdown mark right before an item: "-", "2.".
_SOURCE_MARK = pattern(r"(?:^|\s)([-*+]|\d+[.)])\s+\Z")
