# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG037: compounds in registers, hidden behind their capitals: "Nationaal Crisis Centrum"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from jvom.analysis.compounds import compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.checks.passage_builder import PassageBuilder, TypedPrinter
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.language.hanging_hyphens import hanging_hyphen_missing
from jvom.checks.rules.language.split_compounds import compound_apart
from jvom.checks.views import DossierView, Texts, TextView
from jvom.kinds import Printed


@rule("LNG037", WARNING, Scope.DOSSIER)
def compound_in_register(dossier: DossierView) -> Iterator[Violation]:
    """A compound in a name of a register is written apart, or lacks the hyphen of its left-out part."""
    found: set[tuple[str, int, int]] = set()
    texts = [*filter(None, map(_in_small_letters, dossier.texts))]
    registers = Texts(texts, dossier.as_of, dossier.settings)
    for each in (compound_apart, hanging_hyphen_missing) if texts else ():
        for wrong in each.check(registers):
            place = wrong.span.path, wrong.span.line, wrong.span.column
            if place not in found:
                found.add(place)
                said = each.finding(_as_typed(wrong, dossier))
                yield violation(said.span, message=said.message, advice=said.advice, severity=wrong.severity)
    registers.forget()


def _as_typed(wrong: Violation, dossier: DossierView) -> Violation:
    """Return a violation that was found in small letters with its capitals."""
    span, file = wrong.span, dossier.file(wrong.span.path.rpartition("/")[2])
    typed = file.lines[span.line - 1][span.column - 1 : span.end_column - 1] if file else ""
    if not typed[:1].isupper() or not {"found", "better"} <= wrong.values.keys():
        return wrong
    better = str(wrong.values["better"])
    return replace(wrong, values={**wrong.values, "found": typed, "better": better[:1].upper() + better[1:]})


def _in_small_letters(text: TextView) -> TextView | None:
    """Return those values of a data file behind whose capitals a compound may be hidden, without these."""
    builder = PassageBuilder(TypedPrinter(), "rapport", text.id, text.lines)
    for passage in () if text.fragment else text.passages:
        if passage.is_text and (small := _without_capitals(passage)):
            builder.value(Printed("rapport", passage.whole, "name", small))
    if not builder.passages:
        return None
    return TextView(text.path, "gegevens", text.id, text.lines, tuple(builder.passages), (), None)


def _without_capitals(passage: Passage) -> str:
    """Return a name with its Dutch nouns in small letters; "" when no two of them may be of a compound."""
    words, small, known = passage.text.split(" "), passage.lowered.split(" "), compounds()
    behind = [False, *(each in ("en", "of") for each in small)]
    hides = [
        not word.islower() and (is_behind or _is_part(each))
        for word, each, is_behind in zip(words, small, behind, strict=False)
    ]
    for at, (one, two) in enumerate(pairwise(small)):
        joined = (hides[at + 1] and known.can_end(two)) or (behind[at + 2] and any(hides[at + 2 : at + 3]))
        if hides[at] and joined and (known.can_begin(one) or not classes_of(one)):
            return " ".join(
                each if hidden else word for word, each, hidden in zip(words, small, hides, strict=True)
            )
    return ""


def _is_part(word: str) -> bool:
    """Tell whether a word is a noun, or a part of compounds: "Vredes Operaties"."""
    return "n" in classes_of(word) if classes_of(word) else compounds().can_begin(word)
