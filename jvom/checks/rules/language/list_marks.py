# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on lists: mixed marks, and items that end in different ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.outliers import Outlier, outliers
from jvom.checks.rule import WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.views import Texts, TextView
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span
from jvom.text import List


class Mark(msgspec.Struct, frozen=True):
    """A mark of a list: `kind` is letter, number, list or bullet, `form` how it is written."""

    kind: str
    form: str
    passage: Passage
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.passage.span_of(self)

    @property
    def is_inline(self) -> bool:
        """Whether it is in a sentence, and not before a line of its own."""
        return self.kind in ("letter", "number")

    @property
    def sample(self) -> str:
        """The mark with the first number or letter of its kind: (1), (a), (i), 1., -."""
        return (
            self.form.replace("a", "i")
            if self.passage.text[self.start : self.end].strip("()") == "i"
            else self.form
        )


#: What a list is of when its order matters, or that its parts are pointed at by number.
_ORDER = Phrase(
    "stap|stappen|fase|fasen|fases|volgorde|rangorde|prioriteit|prioriteiten|procedure|vraag|vragen"
)
_INLINE = pattern(
    r"(?<![\w(])(?:(?P<round>\((?:[a-h]|i{1,3}|iv|vi{0,3}|ix|x|[1-9]\d?)\))"
    r"|(?P<half>(?:[a-h]|i{1,3}|iv|vi{0,3}|[1-9])\))|(?P<degree>[1-9]°))(?=\s\w)"
)
_REFERENCE = Phrase("onder|onderdeel|onderdelen|sub|lid|artikel|punt")
_BULLETS = frozenset("•·▪◦o*–—-")


@rule("LNG020", WARNING, Scope.TEXTS)
def mixed_list_marks(texts: Texts) -> Iterator[Violation]:
    """List markers of different kinds, in a loose text or in all texts of a document."""
    kinds: dict[tuple[str, str], list[Mark]] = {}
    first_marks: dict[tuple[str, bool], list[Mark]] = {}
    before = None
    for passage in texts.passages:
        marks = list(_marks(passage))
        document = passage.whole.path if passage.document == "tekst" else passage.document
        for mark in marks:
            kinds.setdefault((document, mark.kind), []).append(mark)
        if marks and passage.document != "tekst" and not _is_in_order(marks[0], before):
            first_marks.setdefault((document, marks[0].is_inline), []).append(marks[0])
        before = passage
    for marks in kinds.values():
        yield from map(_other_mark, outliers(marks, lambda mark: mark.form))
    for marks in first_marks.values():
        yield from (_other_mark(found) for found in outliers(marks, _only_kind(marks)) if found.rarer)


def _other_mark(found: Outlier[Mark, str]) -> Violation:
    return Violation(
        found.item.span,
        msg("deze opsomming heeft «{form}», een andere «{best}»", form=found.form, best=found.usual),
        msg("gebruik overal hetzelfde teken"),
        related=quoted_at(found.example.span, found.usual),
    )


def _only_kind(marks: Iterable[Mark]) -> Callable[[Mark], str | None]:
    """Return what gives the kind of a mark, as one of its marks; None if its text has more kinds."""
    by_text: dict[str, set[str]] = {}
    for mark in marks:
        by_text.setdefault(mark.passage.whole.path, set()).add(mark.sample)
    return lambda mark: mark.sample if len(by_text[mark.passage.whole.path]) == 1 else None


def _is_in_order(mark: Mark, before: Passage | None) -> bool:
    """Tell whether the order of a list matters, so that it has numbers."""
    return mark.kind == "list" and before is not None and bool(_ORDER.find_in(before))


def _marks(passage: Passage) -> Iterator[Mark]:
    if passage.kind in ("value", "title", "heading", "head"):
        return
    text = passage.dutch
    # A single mark is a remark in brackets or a reference: an enumeration has two.
    if (") " in text or "° " in text) and text.count(")") + text.count("°") > 1:
        found = list(_INLINE.finditer(text))
        if len(found) > 1:
            for match in found:
                if _REFERENCE.match_before(passage, match.start()):
                    continue
                form = "(1)" if match["round"] else "1°" if match["degree"] else "1)"
                kind = "letter" if match[0].strip("()°").isalpha() else "number"
                yield Mark(kind, form.replace("1", "a") if kind == "letter" else form, passage, *match.span())
    if text[:1] in _BULLETS and text[1:2] in (" ", "\t", NO_BREAK_SPACE) and text[2:3].strip():
        yield Mark("bullet", text[0], passage, 0, 1)
    if passage.kind == "item" and isinstance(passage.block, List) and passage.row == 0:
        at = passage.span(0, 1)
        line = passage.lines[at.line - 1][: at.column - 1] if 0 < at.line <= len(passage.lines) else ""
        if typed := _SOURCE_MARK.search(line):
            mark = typed[1]
            # The block of a nested list is the outer list, so its own mark says what it is.
            ordered = mark[:-1].isdecimal()
            # All bullets of Markdown look the same to the reader; in a dossier they should to the writer.
            is_shown = passage.document != "tekst" or not at.path.endswith(".md")
            form = f"1{mark[-1]}" if ordered else mark if is_shown else "-"
            # Numbers with a point and with a bracket are two levels of one list in a regulation.
            if not ordered or passage.document != "tekst":
                yield Mark("list" if ordered else "bullet", form, passage, 0, len(text.partition("\n")[0]))


#: The Markdown mark right before an item: "-", "2.".
_SOURCE_MARK = pattern(r"(?:^|\s)([-*+]|\d+[.)])\s+\Z")


@rule("LNG024", WARNING, Scope.FRAGMENT, local=True)
def mixed_list_endings(view: TextView) -> Iterator[Violation]:
    """The items of a list end differently."""
    by_list: dict[int, dict[int, Passage]] = {}
    for passage in view.passages_of("item"):
        if isinstance(passage.block, List) and passage.text.strip():
            by_list.setdefault(id(passage.block), {})[passage.row] = passage
    for items in by_list.values():
        *body, final = items.values()
        # All passages of a list have that list as their block.
        if len(body) < 2 or _has_list(final):
            continue
        # Of two equally common endings, the semicolon is the one for parts of a sentence.
        for found in outliers(body, _ending, lambda ending, count: (count, ending == ";")):
            end = len(found.item.text.rstrip())
            if found.rarer or found.usual == ";":
                yield Violation(
                    found.item.span(end - 1, end),
                    msg(
                        "dit onderdeel eindigt met {ending}, de meeste met {best}",
                        ending=_ENDING_NAMES[found.form],
                        best=_ENDING_NAMES[found.usual],
                    ),
                    msg("laat alle onderdelen op dezelfde manier eindigen"),
                    related=(Related(final.span(), msg("het laatste onderdeel")),),
                )


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
