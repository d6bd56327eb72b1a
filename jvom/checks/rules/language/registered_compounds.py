# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG037: compounds written wrong in a register, whose form all texts would follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from jvom.analysis.languages import language_of
from jvom.analysis.lexicon import has_class
from jvom.checks.passage_builder import PassageBuilder, TypedPrinter
from jvom.checks.rule import WARNING, Rule, Scope, Violation, rule
from jvom.checks.rules.language import (
    abbreviation_hyphens,
    hanging_hyphens,
    name_compounds,
    split_compounds,
)
from jvom.checks.views import DossierView, Texts, TextView
from jvom.checks.words.engines import make_rule
from jvom.checks.words.rule_files import word_rule
from jvom.kinds import Printed

#: The kinds of names that are no words of Dutch.
_PROPER = frozenset(("land", "plaats", "persoon"))


@rule("LNG037", WARNING, Scope.DOSSIER)
def compound_in_register(dossier: DossierView) -> Iterable[Violation]:
    """A compound is written wrong in a register or in the list of abbreviations."""
    texts = tuple(_registers(dossier))
    registers = Texts(texts, dossier.as_of, dossier.settings)
    found: dict[tuple[int, int], Violation] = {}
    for each in _rules():
        for wrong in each.check(registers):
            said = each.finding(wrong)
            values = {"message": said.message, "advice": said.advice}
            place = wrong.span.line, wrong.span.column
            found.setdefault(place, Violation(wrong.span, "", values, None, said.related, wrong.severity))
    for text in texts:
        text.forget()
    registers.forget()
    return found.values()


@cache
def _rules() -> tuple[Rule, ...]:
    """Return the rules on compounds, the most specific first."""
    families = (split_compounds, abbreviation_hyphens, name_compounds, hanging_hyphens)
    in_code = tuple(each for family in families for each in family.RULES)
    return (*(make_rule(word_rule(code)) for code in ("LNG008", "LNG009")), *in_code)


def _registers(dossier: DossierView) -> Iterator[TextView]:
    """Yield the Dutch names of each register as a text."""
    data = dossier.dossier
    names = {
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
    for name, values in names.items():
        file = dossier.file(name)
        lines = file.lines if file else ()
        builder = PassageBuilder(TypedPrinter(), "gegevens", name, lines)
        for text, span in values:
            if language_of(tuple(filter(str.isalpha, text.lower().split()))) in ("", "nl"):
                # In small letters too: "Nationaal Crisis Centrum" hides a compound behind its capitals.
                for form in dict.fromkeys((text, _without_capitals(text))):
                    builder.value(Printed("rapport", span, "name", form))
        yield TextView(name, "gegevens", name, lines, tuple(builder.passages), (), None)


def _without_capitals(name: str) -> str:
    """Return a name with its Dutch words in small letters."""
    words = ((word, word.lower()) for word in name.split(" "))
    return " ".join(small if small != word and has_class(small, "noun") else word for word, small in words)


RULES = (compound_in_register,)
