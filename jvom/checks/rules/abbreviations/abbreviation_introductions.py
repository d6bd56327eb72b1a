# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on introductions: written out at the first use, only there, and used afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.entities import entities
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.traits import has_trait
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.abbreviations.abbreviation_expansions import expansion_mismatches
from jvom.checks.rules.abbreviations.abbreviation_uses import (
    EntryUsage,
    Use,
    registers,
    usages,
)
from jvom.checks.views import DossierView, Texts

_NEARBY = 250
_FAMILIAR = frozenset(("EU", "NAVO", "VN", "VS"))
#: What the line with the subject of a letter begins with.
_SUBJECT = Phrase("betreft|onderwerp|datum")
#: What is between an abbreviation and the name that explains it.
_NAME_AFTER = Phrase(r"\(", ", de|het|een?")
_BRACKETED = Phrase(r"\( {abbreviation} \)", r"\( {abbreviation}('|’)s \)")
#: What follows the abbreviation in the number of an EU act: "Besluit (GBVB) 2024/583".
_ACT_NUMBER = Phrase(r"\) nr.? {digits}/{digits}")


@rule("ABR003", WARNING, Scope.TEXTS)
def abbreviation_not_introduced(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is not written out at its first use."""
    numbers = {(id(match.passage), match.start) for match in _ACT_NUMBER.find(texts)}
    for usage in texts.memo(usages):
        if isinstance(texts, DossierView):
            yield from _before_name(usage)
        outside_acts = (each for each in usage.uses if (id(each.passage), each.end) not in numbers)
        first = next(filter(_needs_introduction, outside_acts), None)
        if not first or any(_is_near(first, name) for name in usage.names):
            continue
        if any(True for _ in expansion_mismatches(usage.entry, first, texts)):
            continue
        short, name = first.text, usage.entry.name
        there = [each.short.span for each in usage.introductions[:1]]
        yield violation(first.span, "not-introduced", short=short, name=name, related=there)
    known_by_file: dict[str, set[str]] = {}
    for register in texts.memo(registers):
        shorts = {word for entry in register.entries for word in entry.abbreviation.split()}
        for passage in register.passages if not register.listed else ():
            known = known_by_file.setdefault(passage.whole.path, set(_FAMILIAR))
            known |= shorts
            if passage.kind in RUNNING:
                yield from _never_explained(passage, known)


def _before_name(usage: EntryUsage) -> Iterator[Violation]:
    """Yield the introduction if the name comes after the abbreviation.

    That is so in "SSR (*Security Sector Reform*)" and "SSR, de *Security Sector Reform*, ...".
    """
    for name, short in ((each.name, each.short) for each in usage.introductions[:1]):
        is_after = short.place < name.place
        if is_after and _NAME_AFTER.match_between(name.passage, short.end, name.start):
            yield violation(short.span, "before-name", short=short.text, name=usage.entry.name)


def _needs_introduction(use: Use) -> bool:
    if not use.in_running_text or use.in_longer_term or use.is_quoted:
        return False
    if _SUBJECT.match_at(use.passage, 0):
        return False
    return use.passage.text[max(0, use.start - 1) : use.start] != "/"


def _never_explained(passage: Passage, known: set[str]) -> Iterator[Violation]:
    """Yield, once per text, each abbreviation that a text without a list never explains."""
    for each in entities(passage, "abbreviation"):
        # A bracketed one after a foreign term may have other letters.
        is_explained = _BRACKETED.match_at(passage, each.start - 1) and each.start > 2
        after_term = is_explained and has_trait(passage, "foreign", each.start - 3, each.start - 2)
        if each.singular not in known and not after_term:
            yield violation(passage.span_of(each), "not-explained", short=each.singular, severity=INFO)
        known.add(each.singular)


def _is_near(use: Use, name: Use) -> bool:
    """Tell whether the name is in the same sentence as the use, or shortly before it."""
    _, end = use.sentence
    return name.passage is use.passage and use.start - _NEARBY <= name.end and name.start < end


@rule("ABR004", WARNING, Scope.TEXTS)
def abbreviation_introduced_twice(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is introduced twice."""
    for usage in texts.memo(usages):
        for again in usage.introductions[1:]:
            name, short, text = again.name, again.short, again.name.passage.text
            end = max(name.end, short.end)
            span = name.passage.span(min(name.start, short.start), end + text.startswith(")", end))
            yield violation(span, short=short.text, related=usage.introductions[0].short.span)


@rule("ABR009", WARNING, Scope.TEXTS, loose=INFO)
def abbreviation_used_once(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is introduced and then not used again."""
    for usage in texts.memo(usages):
        introducing = [each.short for each in usage.introductions]
        if introducing and all(use in introducing for use in usage.uses) and not _is_named_again(usage):
            yield violation(introducing[0].span, short=introducing[0].text, name=usage.entry.name)


def _is_named_again(usage: EntryUsage) -> bool:
    """Tell whether the full name follows an introduction, where the abbreviation should be (ABR008)."""
    first = usage.introductions[0].name
    again = (name for name in usage.names if name.place > first.place)
    return any(name.in_running_text and not name.in_longer_term for name in again)
