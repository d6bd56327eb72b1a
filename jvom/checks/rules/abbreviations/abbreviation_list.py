# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the list of abbreviations itself: unused entries, duplicates, and the order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.clauses import has_finite_verb_at
from jvom.analysis.inflected_names import has_plural_ending
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import is_plural
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import name_key, words_of
from jvom.analysis.word_classes import word_class
from jvom.checks.empty_outlines import is_empty_outline
from jvom.checks.glossaries import GlossaryEntry, typed_abbreviations, without_remark
from jvom.checks.rising import longest_rising
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.abbreviations.abbreviation_uses import (
    EntryUsage,
    Register,
    Use,
    registers,
    usages,
    usages_by_register,
)
from jvom.checks.rules.abbreviations.known_names import meant_name, other_short
from jvom.checks.views import DossierView, Texts
from jvom.dutch.sorting import letters, sort_key
from jvom.resolving.abbreviations import used_abbreviations

_OF_ONE, _OPENS = Phrase("een|elk|elke|ieder|iedere|het"), Phrase("{start} de")
#: What joins an abbreviation to what is behind it: "FPU-commandant", "FPU's".
_JOINED = ("-", "‑", "'", "’")
_PLURAL_ENDING = ("'s", "’s")
#: The head of a name is before these.
_BEFORE_REST = frozenset(("of", "for", "in", "on", "van", "voor", "tegen", "op"))
#: How words end that are no plurals: "logistics".
_NO_PLURALS = ("ss", "ics", "us", "is")


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
        yield from _unlike_known_names(texts)
        for entry in (usage.entry for usage in texts.memo(usages) if _is_plural_of_one(usage)):
            name, short = entry.expansion, entry.abbreviation
            yield violation(entry.expansion_at, "plural-name", name=name, short=short)


#: A part of a name may be in brackets: "Organisatie voor Veiligheid en Samenwerking (in Europa)".
_NO_BRACKETS = str.maketrans("", "", "()")


def _unlike_known_names(dossier: DossierView) -> Iterator[Violation]:
    """Yield names that are nearly what a well-known abbreviation is short for: "unmanned arial vehicle"."""
    missions = {mission.name for mission in dossier.mission.values()}  # which the register names
    for entry in dossier.dossier.glossary.abbreviations:
        short, name = entry.abbreviation, without_remark(entry.expansion)
        if short in missions:
            continue
        known = meant_name(short, name, in_dutch=entry.language == "nl")
        if known and known != entry.expansion.translate(_NO_BRACKETS):
            yield violation(entry.at.value("expansion"), "known-name", short=short, name=known)
        elif other := other_short(short, name):
            yield violation(entry.at.value("abbreviation"), "other-short", short=other, name=name)


def _duplicates(register: Register) -> Iterator[Violation]:
    by_name: dict[tuple[str, ...], GlossaryEntry] = {}
    by_form: dict[str, GlossaryEntry] = {}
    for entry in register.entries:
        name = entry.expansion
        if _holds(name, entry.abbreviation):
            wording = "in-brackets" if f"({entry.abbreviation})" in name else "in-its-name"
            yield violation(entry.expansion_at, wording, name=name, short=entry.abbreviation)
        opening = words_of(name)[0].upper()
        if name.startswith(f"{opening} ") and _is_beginning(opening, entry.abbreviation):
            yield violation(entry.expansion_at, "in-its-name", name=name, short=opening)
        if entry.abbreviation.endswith(_PLURAL_ENDING) and not _is_plural_name(entry):
            yield violation(entry.at, "plural-short", name=name, short=entry.abbreviation)
        earlier = by_name.setdefault(name_key(entry.name), entry)
        if earlier is not entry:
            short = earlier.abbreviation
            yield violation(entry.at, "same-name", name=entry.name, short=short, related=earlier.at)
        for form in entry.forms:
            other = by_form.setdefault(letters(form), entry)
            if other is not entry and other is not earlier:
                short = other.abbreviation
                yield violation(entry.at, "same-form", form=form, short=short, related=other.at)


def _is_beginning(short: str, abbreviation: str) -> bool:
    """Tell whether an abbreviation begins with another, which the name has to write out: UN in UNDP."""
    return abbreviation.startswith(short) and abbreviation != short and short not in _KEPT and len(short) > 1


#: The Union is called EU in its own names: "EU Coordinating Office for Palestinian Police Support".
_KEPT = frozenset(("EU",))


def _is_plural_name(entry: GlossaryEntry) -> bool:
    """Tell whether the name in an entry is a plural, by its head."""
    words = words_of(entry.name)
    head = words[next((at for at in range(1, len(words)) if words[at] in _BEFORE_REST), 0) - 1]
    return (has_plural_ending(head) or is_plural(head)) and not head.endswith(_NO_PLURALS)


def _is_plural_of_one(usage: EntryUsage) -> bool:
    """Tell whether a name is a plural, and its abbreviation is of one thing in the texts."""
    name = usage.entry.expansion
    is_ordinary = name.islower() and word_class("plural_only").isdisjoint(words_of(name))
    return is_ordinary and any(map(_is_one, usage.uses)) and _is_plural_name(usage.entry)


def _is_one(use: Use) -> bool:
    """Tell whether a use of an abbreviation is of one thing, by its determiner or its verb."""
    passage = use.passage
    if not use.in_running_text or passage.text.startswith(_JOINED, use.end):
        return False
    number = bisect_left(passage.words, (use.end, 0))
    behind = passage.lowered_words[number] if number < len(passage.words) else ""
    if _OF_ONE.match_before(passage, use.start):
        return "n" not in classes_of(behind)
    is_subject = _OPENS.match_before(passage, use.start) is not None
    return is_subject and not behind.endswith("n") and has_finite_verb_at(passage, number)


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
