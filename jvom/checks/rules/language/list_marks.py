# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG020: list marks of different kinds, marks that are skipped, and lists that end otherwise than others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from operator import itemgetter

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.outliers import Outlier, outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.language.unlike_lists import unlike_other_lists
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


@rule("LNG020", WARNING, Scope.TEXTS)
def mixed_list_marks(texts: Texts) -> Iterator[Violation]:
    """List markers of different kinds, in a loose text or in all texts of a document."""
    kinds: dict[tuple[str, str], list[tuple[str, Span]]] = {}
    first_marks: dict[tuple[str, bool], list[tuple[str, Span]]] = {}
    before = None
    for passage in texts.passages:
        document = passage.compared_in or passage.document
        closing = passage.dutch.count(")")
        pointed = any(map(passage.dutch.__contains__, _SECOND_POINTED))
        inline = (
            [*_INLINE.finditer(passage.dutch)] if closing + pointed + passage.dutch.count("°") > 1 else []
        )
        marks = list(_marks(passage, inline))
        yield from _skipped(passage, inline if closing > 1 else [])
        for kind, form, place in marks:
            kinds.setdefault((document, kind.replace("roman", "letter")), []).append((form, place))
        if marks and passage.document != "tekst":
            kind, form, place = marks[0]
            is_inline = kind in ("letter", "roman", "number")
            if (
                is_inline
                or kind == "bullet"
                or not any(each and _IN_ORDER.find_in(each) for each in (before, passage))
            ):
                sample = form.translate(_AS_ROMAN) if kind == "roman" else form
                first_marks.setdefault((document, is_inline), []).append((sample, place))
        before = passage
    for marks_of_kind in kinds.values():
        yield from map(_other_mark, outliers(marks_of_kind, itemgetter(0)))
    yield from unlike_other_lists(texts)
    for firsts in first_marks.values():
        yield from (_other_mark(found) for found in outliers(firsts, _only_sample(firsts)) if found.rarer)


def _other_mark(found: Outlier[tuple[str, Span], str]) -> Violation:
    return violation(found.item[1], "mark", form=found.form, best=found.usual, related=found.example[1])


def _skipped(passage: Passage, marks: list[re.Match[str]]) -> Iterator[Violation]:
    """Yield the mark that does not come next: "(1) ..., (2) ... en (4)"."""
    for before, mark in pairwise(marks):
        is_jump = _step(before, mark) == _ONE_SKIPPED and not _ROMAN.issuperset(mark[0].strip("()°"))
        if is_jump and not _REFERENCE.match_before(passage, mark.start()):
            yield violation(passage.span(*mark.span()), "skipped", mark=mark[0], last=before[0])


def _step(before: re.Match[str], mark: re.Match[str]) -> int:
    """Return how many letters or numbers a mark comes after another; 0 if that is not clear."""
    last, sign = (each[0].strip("()°.") for each in (before, mark))
    return ord(sign) - ord(last) if len(sign) == len(last) == 1 else 0


_ONE_SKIPPED = 2


def _only_sample(marks: Iterable[tuple[str, Span]]) -> Callable[[tuple[str, Span]], str | None]:
    """Return what gives the form of one of these marks; None if its text has more forms."""
    by_text: dict[str, set[str]] = {}
    for form, place in marks:
        by_text.setdefault(place.path, set()).add(form)
    return lambda mark: mark[0] if len(by_text[mark[1].path]) == 1 else None


def _marks(passage: Passage, inline: list[re.Match[str]]) -> Iterator[tuple[str, str, Span]]:
    """Yield each mark: letter, roman, number, list or bullet, how it is written, and its place."""
    text = passage.dutch
    pointed = [*_POINTED.finditer(text)] if inline or any(map(text.__contains__, _SECOND_POINTED)) else []
    is_list = [match[0].lower() for match in pointed[:2]] in (["1.", "2."], ["a.", "b."], ["i.", "ii."])
    # It may also go on where marks of another form end: "a) brood, b) vis en c. melk".
    goes_on = len(inline) > 1 and len(pointed) == 1 and _step(inline[-1], pointed[0]) == 1
    found = pointed + inline if is_list else inline + pointed if goes_on else inline
    # A single mark is a remark in brackets or a reference: an enumeration has two.
    for match in found if len(found) > 1 else ():
        if not _REFERENCE.match_before(passage, match.start()):
            sign = match[0].strip("()°.")
            kind = ("roman" if _ROMAN.issuperset(sign) else "letter") if sign.isalpha() else "number"
            plain = ("A" if sign.isupper() else "a") if sign.isalpha() else "1"
            yield kind, match[0].replace(sign, plain), passage.span(*match.span())
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
        elif mark and not (mark == "*" and not in_dossier and _is_single(passage)):
            # All bullets of Markdown look the same to the reader; in a dossier they should to the writer.
            yield "bullet", mark if in_dossier else "-", place


def _is_single(passage: Passage) -> bool:
    """Tell whether an item is the only one of its list: with an asterisk, a note below a table or list."""
    return isinstance(passage.block, List) and len(passage.block.items) == 1


#: The Markdown mark right before an item: "-", "2.".
_SOURCE_MARK = pattern(r"(?:^|\s)([-*+]|\d+[.)])\s+\Z")


RULES = (mixed_list_marks,)
