# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on quotation marks of several kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

if TYPE_CHECKING:
    from jvom.checks.views import Texts

_KINDS = {
    '"': "dubbele", "“": "dubbele", "'": "enkele", "‘": "enkele", "„": "lage", "‚": "lage", "«": "Franse",
    "`": "accenten", "´": "accenten", "''": "accenten", "``": "accenten",
}  # fmt: skip
#: Marks that open a quotation; an apostrophe does not count here.
_OPENINGS = ("‘", "“", "„", "«", '"')
_STRAIGHT = {'"': "rechte dubbele", "'": "rechte enkele"}
_EXAMPLES = {
    "dubbele": "“ ”", "enkele": "‘ ’", "lage": "„ ”", "Franse": "« »", "accenten": "` ´",
    "rechte dubbele": '" "', "rechte enkele": "' '",
}  # fmt: skip


@rule("LNG019", WARNING, Scope.TEXTS, msg("Aanhalingstekens van verschillende soort"))
def mixed_quotation_marks(texts: Texts) -> Iterator[Violation]:
    """Quotation marks of different kinds."""
    loose = [text for text in texts.texts if text.document == "tekst"]
    dossier_texts = [text for text in texts.texts if text.document != "tekst"]
    for group in (dossier_texts, *([text] for text in loose)):
        found: dict[str, dict[str, list[Span]]] = {}
        lengths: dict[str, set[int]] = {}
        curled: dict[bool, list[Span]] = {}
        for text in group:
            for passage in text.passages:
                for start, end, mark in passage.quotations:
                    if text.document != "tekst" and mark in ('"', "“") and passage.is_typed(start, end):
                        curled.setdefault(mark == "“", []).append(passage.span(start, end))
                    if any(other in passage.text[start + 1 : end - 1] for other in _OPENINGS):
                        continue  # Around another quotation other marks are right.
                    kind = (_STRAIGHT.get(mark) if text.document == "tekst" else None) or _KINDS[mark]
                    if passage.is_typed(start, end):
                        lengths.setdefault(kind, set()).add(len(passage.text[start:end].split()))
                    found.setdefault(kind, {}).setdefault(text.path, []).append(passage.span(start, end))
        if len(curled) == 2:
            fewer, more = sorted(curled.values(), key=len)
            yield Violation(
                fewer[0],
                msg("rechte en gekrulde aanhalingstekens staan in de bron door elkaar"),
                msg("typ overal rechte; jvom krult ze"),
                related=(Related(more[0], msg("hier zijn het andere")),),
                severity=INFO,
            )
        if len(found) < 2:
            continue
        best = max(found, key=lambda kind: sum(map(len, found[kind].values())))
        most_common = Related(
            next(iter(found[best].values()))[0], msg("hier zijn het {marks}", marks=_EXAMPLES[best])
        )
        for kind, files in found.items():
            if kind != best:
                for places in files.values():
                    yield Violation(
                        places[0],
                        msg("{marks} zijn hier andere aanhalingstekens dan de meeste", marks=_EXAMPLES[kind])
                        if len(places) == 1
                        else msg(
                            "{marks} zijn andere aanhalingstekens dan de meeste, hier en nog {count} keer",
                            marks=_EXAMPLES[kind],
                            count=len(places) - 1,
                        ),
                        msg("gebruik overal {marks}", marks=_EXAMPLES[best]),
                        related=(most_common,),
                        severity=INFO if _is_systematic(lengths) else None,
                    )


def _is_systematic(lengths: dict[str, set[int]]) -> bool:
    """Tell whether single marks always enclose a few words, and double ones more."""
    single = {length for kind, each in lengths.items() if kind.endswith("enkele") for length in each}
    double = {length for kind, each in lengths.items() if kind.endswith("dubbele") for length in each}
    return len(lengths) == 2 and bool(single and double) and max(single) < _FEW_WORDS <= min(double)


_FEW_WORDS = 4


RULES = (mixed_quotation_marks,)
