# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and names that are spelled in more than one way: with another hyphen, space, capital or accent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jvom.checks.name_places import plain_marks
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.names.name_phrases import Phrases, phrases
from jvom.checks.rules.names.spelling_variants import Form, Group, groups
from jvom.checks.views import Texts
from jvom.findings import Related, Severity
from jvom.messages import msg

_OR = frozenset({("of", "de"), ("of", "het")})


@rule(
    "NAM006",
    "mixed-spellings",
    WARNING,
    Scope.TEXTS,
    msg("Een woord of naam staat in het dossier op twee manieren gespeld"),
)
def mixed_spellings(texts: Texts) -> Iterator[Violation]:
    """A word or name is spelt in two ways in the dossier."""
    for group in texts.memo(groups):
        # "à" and "a", "la" and "là" are different words.
        if any(len(form.places[0].found) > 2 for form in group.forms):
            yield from _rarer_forms(group)


def _rarer_forms(group: Group) -> Iterator[Violation]:
    usual = max(group.forms, key=_preference)
    example = usual.places[0]
    shown = Related(
        example.passage.span(example.start, example.end),
        msg("hier staat «{found}»", found=plain_marks(example.found)),
    )
    severity = INFO if group.uncertain else None
    for form in group.forms:
        # A number without its space ("29521") is left to the rules on citations and figures.
        if form is not usual and any(map(str.isalpha, form.places[0].found)):
            yield from _violations(form, plain_marks(example.found), shown, severity)


def _preference(form: Form) -> tuple[int, int, int, int]:
    """Return the key by which the right form is the greatest.

    That is the commonest form, then one word, then one with a hyphen, then one with accents, then the first.
    """
    found = plain_marks(form.places[0].found)
    return len(form.places), -found.count(" ") * 2 - found.count("-"), not found.isascii(), -form.first


def _violations(form: Form, usual: str, shown: Related, severity: Severity | None) -> Iterator[Violation]:
    for place in form.places:
        yield Violation(
            place.passage.span(place.start, place.end),
            msg("«{found}» staat elders als «{usual}»", found=plain_marks(place.found), usual=usual),
            msg("kies een vorm"),
            related=(shown,),
            severity=severity,
        )


@rule(
    "NAM007",
    "shortened-name",
    INFO,
    Scope.TEXTS,
    msg("Een samengestelde naam staat er ook korter"),
)
def shortened_name(texts: Texts) -> Iterator[Violation]:
    """A compound name also occurs in a shorter form."""
    for document in texts.memo(phrases):
        yield from _shortened(document)


def _shortened(phrases: Phrases) -> Iterator[Violation]:
    ends: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for words in phrases:
        if len(words) > 1:
            ends.setdefault((words[0], words[-1]), []).append(words)
    for alike in ends.values():
        alike.sort(key=len)
        for number, short in enumerate(alike):
            longer = next((other for other in alike[number + 1 :] if _is_within(short, other)), None)
            if longer is None:
                continue
            whole = phrases[longer][0]
            place = phrases[short][0]
            yield Violation(
                place.passage.span(place.start, place.end),
                msg("elders staat «{longer}»", longer=plain_marks(whole.found)),
                msg("schrijf de volledige naam als het om hetzelfde gaat"),
                related=(
                    Related(
                        whole.passage.span(whole.start, whole.end),
                        msg("hier staat «{found}»", found=plain_marks(whole.found)),
                    ),
                ),
            )


def _is_within(short: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether `other` is `short` with words inserted in one place, and not two names joined."""
    if len(short) == len(other) or any(pair in _OR for pair in pairwise(other)):
        return False
    same = 0
    while same < len(short) and short[same] == other[same]:
        same += 1
    rest = len(short) - same
    return rest == 0 or short[same:] == other[-rest:]


RULES = (mixed_spellings, shortened_name)
