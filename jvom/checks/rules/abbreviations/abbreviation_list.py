# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the list of abbreviations itself: unused entries, duplicates, and the order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jvom.analysis.spelling_keys import name_key
from jvom.checks.empty_outlines import is_empty_outline
from jvom.checks.glossaries import GlossaryEntry, typed_abbreviations
from jvom.checks.rising import longest_rising
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.abbreviations.abbreviation_uses import Register, registers, usages_by_register
from jvom.checks.views import DossierView, Texts
from jvom.dutch.sorting import letters, sort_key
from jvom.resolving.abbreviations import used_abbreviations


@rule("ABR002", INFO, Scope.TEXTS)
def abbreviation_unused(texts: Texts) -> Iterator[Violation]:
    """An abbreviation in the list does not occur in the report.

    Of texts that nobody has begun it is not known which they will have.
    """
    in_dossier = isinstance(texts, DossierView)
    if isinstance(texts, DossierView) and any(map(is_empty_outline, texts.dossier.fragments)):
        return
    for register, used in zip(texts.memo(registers), _used(texts), strict=True):
        for entry in register.entries if register.listed else ():
            short = entry.abbreviation
            if short not in used:
                yield violation(entry.at, "not-in-report" if in_dossier else "not-in-text", short=short)


def _used(texts: Texts) -> list[set[str]]:
    """Return the abbreviations of each register that its texts use: those that a dossier's report prints."""
    if isinstance(texts, DossierView):
        report = (each.text for each in texts.passages if each.document == "rapport")
        return [{entry.abbreviation for entry in used_abbreviations(report, texts.dossier.glossary)}]
    found = texts.memo(usages_by_register)
    return [{usage.entry.abbreviation for usage in used if usage.uses} for used in found]


@rule("ABR006", WARNING, Scope.TEXTS)
def abbreviation_listed_twice(texts: Texts) -> Iterator[Violation]:
    """The list of abbreviations has two lines for one thing, or contradicts the register."""
    for register in texts.memo(registers):
        if register.listed:
            yield from _duplicates(register)
    if isinstance(texts, DossierView):
        yield from _mission_mismatches(texts)


def _duplicates(register: Register) -> Iterator[Violation]:
    by_name: dict[tuple[str, ...], GlossaryEntry] = {}
    by_form: dict[str, GlossaryEntry] = {}
    for entry in register.entries:
        name = entry.expansion
        if _holds(name, entry.abbreviation):
            wording = "in-brackets" if f"({entry.abbreviation})" in name else "in-its-name"
            yield violation(entry.expansion_at, wording, name=name, short=entry.abbreviation)
        earlier = by_name.setdefault(name_key(entry.name), entry)
        if earlier is not entry:
            short = earlier.abbreviation
            yield violation(entry.at, "same-name", name=entry.name, short=short, related=earlier.at)
        for form in entry.forms:
            other = by_form.setdefault(letters(form), entry)
            if other is not entry and other is not earlier:
                short = other.abbreviation
                yield violation(entry.at, "same-form", form=form, short=short, related=other.at)


def _holds(name: str, short: str) -> bool:
    """Tell whether a name has an abbreviation as a word, or before a hyphen: "UAV-vliegtuig", "EU (EU)"."""
    return short in name and re.search(rf"(?<![\w-]){re.escape(short)}(?!\w)", name) is not None


def _mission_mismatches(view: DossierView) -> Iterator[Violation]:
    missions = {mission.name: mission for mission in view.dossier.missions.missions}
    for register in view.memo(registers):
        for entry in register.entries:
            mission = missions.get(entry.abbreviation)
            if mission and name_key(mission.official) != name_key(entry.name):
                there = mission.at.value("official")
                yield violation(
                    entry.expansion_at, "register", short=mission.name, name=mission.official, related=there
                )


@rule("ABR011", WARNING, Scope.TEXTS)
def abbreviation_order(texts: Texts) -> Iterator[Violation]:
    """A list of abbreviations is not in alphabetical order."""
    for text in texts.texts:
        entries, _ = typed_abbreviations(text)
        shorts = [entry.abbreviation for entry in entries]
        words = ([letters(word) for word in short.replace("-", " ").split(" ")] for short in shorts)
        in_order = max(longest_rising(list(map(sort_key, shorts))), longest_rising(list(words)), key=len)
        for number in sorted(set(range(len(shorts))).difference(in_order)):
            yield violation(entries[number].at, short=shorts[number])


RULES = (abbreviation_unused, abbreviation_listed_twice, abbreviation_order)
