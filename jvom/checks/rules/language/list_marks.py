# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on lists: mixed marks, and items that end in different ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.outliers import Outlier, outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.source import Span
from jvom.text import List

_INLINE = pattern(
    r"(?<![\w(])(?:\((?:[a-hA-H]|i{1,3}|iv|vi{0,3}|ix|x|I{1,3}|IV|VI{0,3}|[1-9]\d?)\)"
    r"|(?:[a-hA-H]|i{1,3}|iv|vi{0,3}|I{1,3}|IV|VI{0,3}|[1-9])\)|[1-9]°)(?=\s\w)"
)
#: Numbers with a point in a sentence: "twee taken: 1. adviseren en 2. opleiden".
_POINTED = pattern(r"(?:(?<=: )|(?<=[,;] )|(?<= (?:en|of) ))[1-9]\.(?=\s[a-zà-ÿ])")
_FIRST_POINTED = ": 1. "
_REFERENCE = Phrase("onder|onderdeel|onderdelen|sub|lid|artikel|punt")
#: What a list is of when its order matters, or its parts are pointed at by number.
_IN_ORDER = Phrase(
    "stap|stappen|fase|fasen|fases|volgorde|rangorde|prioriteit|prioriteiten|procedure|vraag|vragen"
    "|achtereenvolgens",
    "achter elkaar",
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
        marks = list(_marks(passage))
        for kind, form, place in marks:
            kinds.setdefault((document, kind.replace("roman", "letter")), []).append((form, place))
        if marks and passage.document != "tekst":
            kind, form, place = marks[0]
            is_inline = kind in ("letter", "roman", "number")
            if is_inline or kind == "bullet" or not (before and _IN_ORDER.find_in(before)):
                sample = form.translate(_AS_ROMAN) if kind == "roman" else form
                first_marks.setdefault((document, is_inline), []).append((sample, place))
        before = passage
    for marks_of_kind in kinds.values():
        yield from map(_other_mark, outliers(marks_of_kind, itemgetter(0)))
    for firsts in first_marks.values():
        yield from (_other_mark(found) for found in outliers(firsts, _only_sample(firsts)) if found.rarer)


def _other_mark(found: Outlier[tuple[str, Span], str]) -> Violation:
    return violation(found.item[1], form=found.form, best=found.usual, related=found.example[1])


def _only_sample(marks: Iterable[tuple[str, Span]]) -> Callable[[tuple[str, Span]], str | None]:
    """Return what gives the form of one of these marks; None if its text has more forms."""
    by_text: dict[str, set[str]] = {}
    for form, place in marks:
        by_text.setdefault(place.path, set()).add(form)
    return lambda mark: mark[0] if len(by_text[mark[1].path]) == 1 else None


def _marks(passage: Passage) -> Iterator[tuple[str, str, Span]]:
    """Yield each mark: letter, roman, number, list or bullet, how it is written, and its place."""
    text = passage.dutch
    found = [*_INLINE.finditer(text)] if text.count(")") + text.count("°") > 1 else []
    found += [*_POINTED.finditer(text)] if _FIRST_POINTED in text else []
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
        elif mark:
            # All bullets of Markdown look the same to the reader; in a dossier they should to the writer.
            yield "bullet", mark if in_dossier else "-", place


#: The Markdown mark right before an item: "-", "2.".
_SOURCE_MARK = pattern(r"(?:^|\s)([-*+]|\d+[.)])\s+\Z")


@rule("LNG024", WARNING, Scope.FRAGMENT, local=True)
def mixed_list_endings(view: TextView) -> Iterator[Violation]:
    """The items of a list end differently."""
    by_list: dict[int, dict[int, Passage]] = {}
    for passage in view.passages_of("item"):
        by_list.setdefault(id(passage.block), {})[passage.row] = passage
    for items in by_list.values():
        *body, final = items.values()
        if _has_list(final):
            continue
        # Of two equally common endings, the semicolon is the one for parts of a sentence.
        for found in outliers(body, _ending, lambda ending, count: (count, ending == ";")):
            end = len(found.item.text.rstrip())
            if found.rarer or found.usual == ";":
                ending, best = _ENDING_NAMES[found.form], _ENDING_NAMES[found.usual]
                yield violation(found.item.span(end - 1, end), ending=ending, best=best, related=final.span())


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


RULES = (mixed_list_marks, mixed_list_endings)
