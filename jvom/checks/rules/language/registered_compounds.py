# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG037: compounds and names written wrong in a register, whose form all texts would follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from msgspec.structs import replace

from jvom.analysis.languages import language_of
from jvom.analysis.lexicon import has_class
from jvom.checks.passage_builder import PassageBuilder, TypedPrinter
from jvom.checks.rule import WARNING, Rule, Scope, Violation, rule, violation
from jvom.checks.rules.language import (
    abbreviation_hyphens,
    hanging_hyphens,
    name_compounds,
    split_compounds,
)
from jvom.checks.views import DossierView, Texts, TextView
from jvom.checks.words.engines import make_rule
from jvom.checks.words.rule_files import word_rule
from jvom.findings import Finding, Severity
from jvom.kinds import Printed
from jvom.source import Span

#: The kinds of names that are not Dutch words; among them places, which may be misspelled.
_PROPER = frozenset(("land", "plaats", "persoon"))
_PLACES = frozenset(("land", "plaats"))


#: The names of each register, by its file.
_Names: TypeAlias = Mapping[str, Sequence[tuple[str, Span]]]


@rule("LNG037", WARNING, Scope.DOSSIER)
def compound_in_register(dossier: DossierView) -> Iterable[Violation]:
    """A compound or name is written wrong in a register or in the list of abbreviations."""
    found: dict[tuple[str, int, int], Violation] = {}
    in_dutch = _dutch_names(dossier)
    small = {name: [*_in_small_letters(values)] for name, values in in_dutch.items()}
    names, without_capitals, places = (
        tuple(_as_texts(dossier, some)) for some in (in_dutch, small, _places(dossier))
    )
    for texts, rules in (((*names, *without_capitals), _rules()), ((*names, *places), _rules_on_names())):
        registers = Texts(texts, dossier.as_of, dossier.settings)
        for each in rules:
            for wrong in each.check(registers):
                place = wrong.span.path, wrong.span.line, wrong.span.column
                if not _is_of_capitals(wrong):
                    as_typed = _with_capital(wrong, dossier)
                    found.setdefault(place, _as_own(each.finding(as_typed), wrong.severity))
        registers.forget()
    for text in (*names, *without_capitals, *places):
        text.forget()
    return found.values()


def _as_own(said: Finding, severity: Severity | None) -> Violation:
    """Return a violation of this rule that says what another rule does, without its fix."""
    return violation(
        said.span, message=said.message, advice=said.advice, related=said.related, severity=severity
    )


def _with_capital(wrong: Violation, dossier: DossierView) -> Violation:
    """Return a violation that was found in small letters with the capital that its words begin with."""
    file, span = dossier.file(wrong.span.path.rpartition("/")[2]), wrong.span
    if file is None or not file.lines[span.line - 1][span.column - 1 :][:1].isupper():
        return wrong
    words = {each: str(wrong.values[each]) for each in ("found", "better") if each in wrong.values}
    capitals = {each: typed[:1].upper() + typed[1:] for each, typed in words.items()}
    return replace(wrong, values={**wrong.values, **capitals})


def _is_of_capitals(wrong: Violation) -> bool:
    """Tell whether a violation only wants other capitals, which the register is there to choose."""
    found, better = (str(wrong.values.get(each, "")) for each in ("found", "better"))
    return bool(found) and found.lower() == better.lower()


@cache
def _rules() -> tuple[Rule, ...]:
    """Return the rules on compounds, the most specific first."""
    families = (split_compounds, abbreviation_hyphens, name_compounds, hanging_hyphens)
    in_code = tuple(each for family in families for each in family.RULES)
    return (*(make_rule(word_rule(code)) for code in ("LNG008", "LNG009")), *in_code)


@cache
def _rules_on_names() -> tuple[Rule, ...]:
    """Return the rules that know names, also of places: "Zuid Libanon", "inspecteur generaal"."""
    return tuple(make_rule(word_rule(code)) for code in ("LNG008", "NAM003", "NAM005"))


def _places(dossier: DossierView) -> _Names:
    names = dossier.dossier.names.names
    return {"names.yml": [(each.name, each.at.value("name")) for each in names if each.kind in _PLACES]}


def _dutch_names(dossier: DossierView) -> _Names:
    """Return the names in each register that are in Dutch, and of no place or person."""
    data = dossier.dossier
    return {
        "abbreviations.yml": [
            (each.expansion, each.at.value("expansion"))
            for each in data.glossary.abbreviations
            if each.language in ("", "nl")
        ],
        "missions.yml": [
            (each.official, each.at.value("official"))
            for each in data.missions.missions
            if each.language == "nl"
        ],
        "names.yml": [
            (each.name, each.at.value("name")) for each in data.names.names if each.kind not in _PROPER
        ],
    }


def _as_texts(dossier: DossierView, names: _Names) -> Iterator[TextView]:
    """Yield the names of each register as a text."""
    for name, values in names.items():
        file = dossier.file(name)
        lines = file.lines if file else ()
        builder = PassageBuilder(TypedPrinter(), "rapport", name, lines)
        for text, span in values:
            if language_of(tuple(filter(str.isalpha, text.lower().split()))) in ("", "nl"):
                builder.value(Printed("rapport", span, "name", text))
        yield TextView(name, "gegevens", name, lines, tuple(builder.passages), (), None)


def _in_small_letters(names: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Yield names in small letters: "Nationaal Crisis Centrum" hides a compound behind its capitals."""
    for text, span in names:
        if (small := _without_capitals(text)) != text:
            yield small, span


def _without_capitals(name: str) -> str:
    """Return a name with its Dutch words in small letters."""
    words = ((word, word.lower()) for word in name.split(" "))
    return " ".join(small if small != word and has_class(small, "noun") else word for word, small in words)


RULES = (compound_in_register,)
