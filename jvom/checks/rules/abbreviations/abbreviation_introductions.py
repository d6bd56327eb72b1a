# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on introductions: written out at the first use, only there, and used afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.entities import entities
from jvom.analysis.passages import Passage
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_expansions import (
    expansion_mismatches,
    introduced_here,
    use_span,
)
from jvom.checks.rules.abbreviations.abbreviation_uses import RUNNING_TEXT, Use, registers, usages
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.messages import msg

_NEARBY = 250
_FAMILIAR = ("EU", "NAVO", "VN", "VS")


@rule(
    "ABR003",
    "abbreviation-not-introduced",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting staat er bij het eerste gebruik niet voluit bij"),
)
def not_introduced(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is not expanded at its first use."""
    for usage in texts.memo(usages):
        first = next(
            (
                use
                for use in usage.uses
                if use.in_running_text
                and not use.in_longer_term
                and not use.is_quoted
                and not _is_in_act_number(use)
            ),
            None,
        )
        if not first or any(_is_near(first, name) for name in usage.names):
            continue
        if any(True for _ in expansion_mismatches(usage.entry, first, texts)):
            continue
        later = usage.introductions
        yield Violation(
            use_span(first),
            msg(
                "«{short}» staat hier voor het eerst, zonder dat de naam er voluit bij staat",
                short=first.found,
            )
            if not later
            else msg("«{short}» staat hier voordat de naam voluit is genoemd", short=first.found),
            msg("schrijf hier «{name} ({short})»", name=usage.entry.name, short=first.found),
            related=(introduced_here(later[0]),) if later else (),
        )

    yield from _never_explained(texts)


def _is_in_act_number(use: Use) -> bool:
    """Tell whether a use belongs to the number of an EU act: "Besluit (GBVB) 2024/583"."""
    text = use.passage.text
    before, after = text[max(0, use.start - 1) : use.start], text[use.end : use.end + 14]
    if before == "(" and any(map(str.isdigit, after)):
        return _ACT_NUMBER.match(after) is not None
    return before == "/"


_ACT_NUMBER = pattern(r"\)\s(?:nr\.\s)?\d{1,4}/\d")


def _never_explained(texts: Texts) -> Iterator[Violation]:
    """Yield, once per text, each abbreviation that a text without a list never explains."""
    explained: dict[str, set[str]] = {}
    for register in texts.memo(registers):
        if register.listed:
            continue
        for document in register.documents:
            for passage in document.passages:
                known = explained.setdefault(passage.whole.path, set(_FAMILIAR))
                known.update(word for entry in register.entries for word in entry.abbreviation.split())
                if passage.kind not in RUNNING_TEXT:
                    continue
                for each in entities(passage, "abbreviation"):
                    short = each.singular
                    if short not in known:
                        known.add(short)
                        if _is_after_foreign_term(passage, each.start, each.end):
                            continue
                        yield Violation(
                            passage.span(each.start, each.end),
                            msg("de tekst legt «{short}» nergens uit", short=short),
                            msg("schrijf de naam hier voluit, met de afkorting tussen haakjes"),
                            severity=INFO,
                        )


def _is_after_foreign_term(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a bracketed abbreviation follows a foreign term, whatever its letters."""
    text = passage.text
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")" or start < 3:
        return False
    return any(part.style.language for part in passage.parts(start - 3, start - 2))


def _is_near(use: Use, name: Use) -> bool:
    """Tell whether the name is in the same sentence as the use, or shortly before it."""
    if name.passage_number != use.passage_number:
        return False
    _, end = use.passage.sentence_at(use.start)
    return use.start - _NEARBY <= name.end and name.start < end


@rule(
    "ABR004",
    "abbreviation-introduced-twice",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting wordt twee keer geïntroduceerd"),
)
def introduced_twice(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is introduced twice."""
    for usage in texts.memo(usages):
        for again in usage.introductions[1:]:
            start = min(again.name.start, again.short.start)
            end = max(again.name.end, again.short.end)
            text = again.name.passage.text
            end += text[end : end + 1] == ")"
            yield Violation(
                again.name.passage.span(start, end),
                msg("«{short}» is in dit document al eerder geïntroduceerd", short=again.short.found),
                msg("schrijf hier alleen «{short}»", short=again.short.found),
                related=(introduced_here(usage.introductions[0]),),
            )


@rule(
    "ABR009",
    "abbreviation-used-once",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting wordt geïntroduceerd en daarna niet meer gebruikt"),
)
def used_once(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is introduced and not used again."""
    severity = None if isinstance(texts, DossierView) else INFO
    for usage in texts.memo(usages):
        if not usage.introductions:
            continue
        first = usage.introductions[0]
        introducing = {(each.short.passage_number, each.short.start) for each in usage.introductions}
        if all((use.passage_number, use.start) in introducing for use in usage.uses):
            yield Violation(
                use_span(first.short),
                msg("«{short}» komt na deze introductie niet meer voor", short=first.short.found),
                msg("schrijf alleen «{name}»", name=usage.entry.name),
                severity=severity,
            )


RULES = (not_introduced, introduced_twice, used_once)
