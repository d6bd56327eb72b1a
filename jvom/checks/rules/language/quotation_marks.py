# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on quotation marks of several kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.quotations import Quotation
from jvom.checks.outliers import Outlier, outliers
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts, TextView
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

_KINDS = {
    "dubbele": ('"', "“"),
    "enkele": ("'", "‘"),
    "lage": ("„", "‚"),
    "Franse": ("«",),
    "accenten": ("`", "´"),
    "getikte dubbele": ("''", "``"),
}
_KIND_OF = {mark: kind for kind, marks in _KINDS.items() for mark in marks}
#: Marks that open a quotation; an apostrophe does not count here.
_OPENINGS = ("‘", "“", "„", "«", '"')
_STRAIGHT = {'"': "rechte dubbele", "'": "rechte enkele"}
_EXAMPLES = {
    "dubbele": "“ ”",
    "enkele": "‘ ’",
    "lage": "„ ”",
    "Franse": "« »",
    "accenten": "` ´",
    "getikte dubbele": "'' ''",
    "rechte dubbele": '" "',
    "rechte enkele": "' '",
}
_FEW_WORDS = 4


class _Quoted(msgspec.Struct, frozen=True):
    """A quotation, and the kind of its marks."""

    text: TextView
    passage: Passage
    quotation: Quotation

    @property
    def span(self) -> Span:
        return self.passage.span_of(self.quotation)

    @property
    def kind(self) -> str:
        mark = self.quotation.kind
        return (_STRAIGHT.get(mark) if self.text.document == "tekst" else None) or _KIND_OF[mark]

    @property
    def is_typed(self) -> bool:
        return self.passage.is_typed(self.quotation.start, self.quotation.end)

    @property
    def has_another(self) -> bool:
        """Whether there is another quotation in it, around which other marks are right."""
        inside = self.passage.text[self.quotation.start + 1 : self.quotation.end - 1]
        return any(map(inside.__contains__, _OPENINGS))


@rule("LNG019", WARNING, Scope.TEXTS)
def mixed_quotation_marks(texts: Texts) -> Iterator[Violation]:
    """Quotation marks of different kinds."""
    of_dossier = [text for text in texts.texts if text.document != "tekst"]
    yield from _half_curled(of_dossier)
    for group in (of_dossier, *([text] for text in texts.texts if text.document == "tekst")):
        quoted = [each for each in _quotations(group) if not each.has_another]
        severity = INFO if _is_systematic(quoted) else None
        others: dict[tuple[str, str], list[Outlier[_Quoted, str]]] = {}
        for found in outliers(quoted, lambda each: each.kind):
            others.setdefault((found.form, found.item.text.path), []).append(found)
        for (kind, _), places in others.items():
            usual, marks = places[0].usual, _EXAMPLES[kind]
            yield Violation(
                places[0].item.span,
                msg("{marks} zijn hier andere aanhalingstekens dan de meeste", marks=marks)
                if len(places) == 1
                else msg(
                    "{marks} zijn andere aanhalingstekens dan de meeste, hier en nog {count} keer",
                    marks=marks,
                    count=len(places) - 1,
                ),
                msg("gebruik overal {marks}", marks=_EXAMPLES[usual]),
                related=(
                    Related(places[0].example.span, msg("hier zijn het {marks}", marks=_EXAMPLES[usual])),
                ),
                severity=severity,
            )


def _quotations(group: Iterable[TextView]) -> Iterator[_Quoted]:
    for text in group:
        for passage in text.passages:
            for quotation in passage.quotations:
                yield _Quoted(text, passage, quotation)


def _half_curled(group: Iterable[TextView]) -> Iterator[Violation]:
    """Yield where straight and curled marks are both typed."""
    curled = (each for each in _quotations(group) if each.quotation.kind in ('"', "“") and each.is_typed)
    for found in islice(outliers(curled, lambda each: each.quotation.kind), 1):
        yield Violation(
            found.item.span,
            msg("rechte en gekrulde aanhalingstekens staan in de bron door elkaar"),
            msg("typ overal rechte; jvom krult ze"),
            related=(Related(found.example.span, msg("hier zijn het andere")),),
            severity=INFO,
        )


def _is_systematic(quoted: Iterable[_Quoted]) -> bool:
    """Tell whether single marks always enclose a few words, and double ones more."""
    lengths: dict[str, set[int]] = {}
    for each in quoted:
        if each.is_typed:
            words = each.passage.text[each.quotation.start : each.quotation.end].split()
            lengths.setdefault(each.kind.split()[-1], set()).add(len(words))
    if lengths.keys() != {"enkele", "dubbele"}:
        return False
    return max(lengths["enkele"]) < _FEW_WORDS <= min(lengths["dubbele"])


RULES = (mixed_quotation_marks,)
