# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on quotation marks of several kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from jvom.analysis.passages import Passage
from jvom.analysis.quotations import Quotation
from jvom.checks.groups import by_key
from jvom.checks.outliers import outliers
from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern
from jvom.source import Span

_Quoted: TypeAlias = tuple[Passage, Quotation]

#: By the mark that opens a quotation, the marks of its kind; a straight one may be curled in print.
_MARKS = {
    '"': "“ ”", "“": "“ ”", "'": "‘ ’", "‘": "‘ ’", "„": "„ ”", "‚": "„ ”", "«": "« »",
    "`": "` ´", "´": "` ´", "''": "'' ''", "``": "'' ''",
}  # fmt: skip
_STRAIGHT = {'"': '" "', "'": "' '"}
#: Marks that open a quotation in another; an apostrophe does not count here.
_OPENINGS = ("‘", "“", "„", "«", '"')
_FEW_WORDS = 4
#: A word processor curls what it takes for an opening mark: "‘s ochtends".
_NO_APOSTROPHE = pattern(r"(?<!\w)‘(?=s-[A-Z]|[st][ ][^\W\d_])")


@rule("LNG019", WARNING, Scope.TEXTS, fixable=True)
def mixed_quotation_marks(texts: Texts) -> Iterator[Violation]:
    """Quotation marks of different kinds."""
    for passage in texts.passages:
        for match in _NO_APOSTROPHE.finditer(passage.dutch) if "‘" in passage.text else ():
            start, end = match.span()
            yield violation(
                passage.span(start, end), "no-apostrophe", fix=replace(passage, start, end, "’", safe=True)
            )
    quotations = ((passage, each) for passage in texts.passages for each in passage.quotations)
    groups = by_key((quoted[0].compared_in, quoted) for quoted in quotations)
    yield from _half_curled(groups.get("", ()))
    for group in groups.values():
        quoted = [each for each in group if not _has_marks_of_its_own(each)]
        others = by_key(((each.form, each.item[0].whole.path), each) for each in outliers(quoted, _marks))
        for (marks, _), places in others.items():
            first, usual, more = places[0], places[0].usual, len(places) - 1
            yield violation(
                _span(first.item),
                "more-than-once" if more else "once",
                marks=marks,
                count=more,
                usual=usual,
                related=_span(first.example),
                severity=INFO if _is_systematic(quoted) else None,
            )


def _span(quoted: _Quoted) -> Span:
    return quoted[0].span_of(quoted[1])


def _words(quoted: _Quoted) -> str:
    return quoted[0].text[quoted[1].start : quoted[1].end]


def _has_marks_of_its_own(quoted: _Quoted) -> bool:
    """Tell whether other marks are right: around another quotation, or a headline of a loose text."""
    passage, words = quoted[0], _words(quoted)
    if any(map(words[1:-1].__contains__, _OPENINGS)):
        return True
    ends = passage.text.endswith(words) and passage.kind in ("title", "heading")
    is_headline = ends or (words == passage.text and words[-2] not in ".!?…")
    return is_headline and words[0] in "‘'" and passage.document == "tekst"


def _is_typed(quoted: _Quoted) -> bool:
    return quoted[0].is_typed(quoted[1].start, quoted[1].end)


def _marks(quoted: _Quoted) -> str:
    """Return the marks of a quotation; those of a loose text are printed as typed."""
    passage, quotation = quoted
    straight = _STRAIGHT.get(quotation.kind) if passage.compared_in else None
    return straight or _MARKS[quotation.kind]


def _half_curled(quoted: Iterable[_Quoted]) -> Iterator[Violation]:
    """Yield where straight and curled marks are both typed."""
    curled = (each for each in quoted if each[1].kind in ('"', "“") and _is_typed(each))
    for found in islice(outliers(curled, lambda each: each[1].kind), 1):
        yield violation(_span(found.item), "half-curled", related=_span(found.example), severity=INFO)


def _is_systematic(quoted: Iterable[_Quoted]) -> bool:
    """Tell whether single marks always enclose a few words, and double ones nearly always more."""
    typed = ((_MARKS[each[1].kind], _words(each)) for each in quoted if _is_typed(each))
    lengths = by_key((marks.replace("'' ''", "“ ”"), len(words.split())) for marks, words in typed)
    single, double = lengths.pop("‘ ’", [_FEW_WORDS]), lengths.pop("“ ”", [0])
    brief = sum(each < _FEW_WORDS for each in double)
    return not lengths and max(single) < _FEW_WORDS and brief * 4 <= len(double)
