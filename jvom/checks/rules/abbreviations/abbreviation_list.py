# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the list of abbreviations itself: unused entries, duplicates, and the order."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.spelling_keys import name_key, words_of
from jvom.checks.empty_outlines import is_empty_outline
from jvom.checks.glossaries import GlossaryEntry, typed_abbreviations
from jvom.checks.rising import longest_rising
from jvom.checks.rule import INFO, WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import Register, registers, usages
from jvom.checks.views import DossierView, Texts
from jvom.dutch.sorting import letters, sort_key
from jvom.messages import msg
from jvom.resolving.abbreviations import used_abbreviations


@rule("ABR002", INFO, Scope.TEXTS)
def abbreviation_unused(texts: Texts) -> Iterator[Violation]:
    """An abbreviation in the list does not occur in the report.

    Of texts that nobody has begun it is not known which they will have.
    """
    if isinstance(texts, DossierView) and any(map(is_empty_outline, texts.dossier.fragments)):
        return
    for register in texts.memo(registers):
        if not register.listed:
            continue
        last = register.documents[-1]
        here = (usage for usage in texts.memo(usages) if usage.document is last and usage.uses)
        used = {usage.entry.abbreviation for usage in here}
        if isinstance(texts, DossierView):
            used |= _printed_in_report(texts, register, used)
        for entry in register.entries:
            short = entry.abbreviation
            if short not in used and isinstance(texts, DossierView):
                yield Violation(
                    entry.at,
                    msg("«{short}» komt in het rapport niet voor en wordt er niet afgedrukt", short=short),
                    msg("laat staan voor andere jaren, of haal weg"),
                )
            elif short not in used:
                yield Violation(
                    entry.at,
                    msg("«{short}» komt in de tekst niet voor", short=short),
                    msg("haal de afkorting uit de lijst"),
                )


def _printed_in_report(view: DossierView, register: Register, used: set[str]) -> set[str]:
    """Return the abbreviations that the report prints although no plain use of them was found."""
    others = [entry for entry in register.entries if entry.abbreviation not in used]
    words = {word for entry in others for form in entry.forms for word in words_of(form)[:1]}
    if not any(passage.document == "rapport" for word in words for passage, _ in view.words.get(word, ())):
        return set()
    report = (each.text for each in view.passages if each.document == "rapport")
    return {entry.abbreviation for entry in used_abbreviations(report, view.dossier.glossary)}


@rule("ABR006", WARNING, Scope.TEXTS)
def abbreviation_listed_twice(texts: Texts) -> Iterator[Violation]:
    """The list of abbreviations has two lines for one thing, or contradicts the register."""
    for register in texts.memo(registers):
        if register.listed:
            yield from _duplicates(register)
    if isinstance(texts, DossierView):
        yield from _mission_mismatches(texts)


def _duplicates(register: Register) -> Iterator[Violation]:
    advice = msg("houd een van de twee over; de andere kan onder «also»")
    by_name: dict[tuple[str, ...], GlossaryEntry] = {}
    by_form: dict[str, GlossaryEntry] = {}
    for entry in register.entries:
        if entry.abbreviation in entry.name.split():
            what = msg(
                "«{name}» bevat de afkorting «{short}» zelf", name=entry.name, short=entry.abbreviation
            )
            yield Violation(entry.expansion_at, what, msg("schrijf de afkorting daar voluit"))
        earlier = by_name.setdefault(name_key(entry.name), entry)
        if earlier is not entry:
            short = earlier.abbreviation
            what = msg("«{name}» heeft al de afkorting «{short}»", name=entry.name, short=short)
            yield Violation(entry.at, what, advice, related=quoted_at(earlier.at, earlier.abbreviation))
        for form in entry.forms:
            other = by_form.setdefault(letters(form), entry)
            if other is not entry and other is not earlier:
                short = other.abbreviation
                what = msg("«{form}» staat ook in de lijst als «{short}»", form=form, short=short)
                yield Violation(entry.at, what, advice, related=quoted_at(other.at, other.abbreviation))


def _mission_mismatches(view: DossierView) -> Iterator[Violation]:
    missions = {mission.name: mission for mission in view.dossier.missions.missions}
    for register in view.memo(registers):
        for entry in register.entries:
            mission = missions.get(entry.abbreviation)
            if mission and name_key(mission.official) != name_key(entry.name):
                yield Violation(
                    entry.expansion_at,
                    msg(
                        "het register van missies noemt {short} «{name}»",
                        short=mission.name,
                        name=mission.official,
                    ),
                    msg("maak de twee gelijk"),
                    related=quoted_at(mission.at.value("official"), mission.official),
                )


@rule("ABR011", WARNING, Scope.TEXTS)
def abbreviation_order(texts: Texts) -> Iterator[Violation]:
    """A list of abbreviations is not in alphabetical order."""
    for text in texts.texts:
        entries, _ = typed_abbreviations(text)
        shorts = [entry.abbreviation for entry in entries]
        by_letter = _misplaced([sort_key(short) for short in shorts])
        by_word = _misplaced([_word_key(short) for short in shorts])
        for number in min(by_letter, by_word, key=len):
            yield Violation(
                entries[number].at,
                msg("«{short}» staat hier niet op alfabet", short=shorts[number]),
                msg("zet de regel op zijn plaats"),
            )


def _word_key(short: str) -> tuple[str, ...]:
    return tuple(map(letters, short.replace("-", " ").split(" ")))


def _misplaced(keys: list[tuple[str, ...]]) -> list[int]:
    """Return the numbers of the fewest items that must move to put the rest in order."""
    in_order = set(longest_rising(keys))
    return [number for number in range(len(keys)) if number not in in_order]


RULES = (abbreviation_unused, abbreviation_listed_twice, abbreviation_order)
