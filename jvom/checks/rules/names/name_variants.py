# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and names that are spelled in more than one way: with another hyphen, space, capital or accent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from jvom.analysis.name_spellings import NamePlace
from jvom.checks.glossaries import spelling_groups
from jvom.checks.name_phrases import Phrases, phrases
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.names.capital_variants import (
    capital_variants,
    office_variants,
    phrase_variants,
)
from jvom.checks.rules.names.comparable_words import ComparableWords, Form, Group, known_letters
from jvom.checks.rules.names.hyphen_variants import chain_variants, hyphen_variants
from jvom.checks.rules.names.letter_variants import accent_variants, ending_variants, link_variants
from jvom.checks.views import Texts
from jvom.findings import Related
from jvom.messages import msg

_OR = frozenset({("of", "de"), ("of", "het")})


@rule("NAM006", WARNING, Scope.TEXTS)
def mixed_spellings(texts: Texts) -> Iterator[Violation]:
    """A word or name is spelt in two ways in the dossier."""
    known = known_letters(texts)
    for passages, names in zip(texts.memo(spelling_groups), texts.memo(phrases), strict=True):
        words = ComparableWords(texts, passages, known)
        for group in chain.from_iterable(
            (*(find(words) for find in _FINDERS), phrase_variants(words, names))
        ):
            # "à" and "a", "la" and "là" are different words.
            if any(len(form.places[0].found) > 2 for form in group.forms):
                yield from _rarer_forms(group)


_FINDERS = (
    hyphen_variants,
    chain_variants,
    accent_variants,
    ending_variants,
    link_variants,
    capital_variants,
    office_variants,
)


def _rarer_forms(group: Group) -> Iterator[Violation]:
    usual = max(group.forms, key=_preference)
    example = usual.places[0]
    for form in group.forms:
        # A number without its space ("29521") is left to the rules on citations and figures.
        if form is usual or not any(map(str.isalpha, form.places[0].found)):
            continue
        for place in form.places:
            yield Violation(
                place.span,
                msg("«{found}» staat elders als «{usual}»", found=place.shown, usual=example.shown),
                msg("schrijf het overal op dezelfde manier"),
                related=(_shown(example),),
                severity=INFO if group.uncertain else None,
            )


def _shown(place: NamePlace) -> Related:
    return Related(place.span, msg("hier staat «{found}»", found=place.shown))


def _preference(form: Form) -> tuple[int, int, bool, int, int]:
    """Return the key by which the right form is the greatest.

    That is the commonest form, then one word, then one with a hyphen, then one with accents, then the first.
    """
    found, (passage, word) = form.places[0].shown, form.first
    marks = found.count(" ") * 2 + found.count("-")
    return len(form.places), -marks, not found.isascii(), -passage, -word


@rule("NAM007", INFO, Scope.TEXTS)
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
            whole, place = phrases[longer][0], phrases[short][0]
            yield Violation(
                place.span,
                msg("elders staat «{longer}»", longer=whole.shown),
                msg("schrijf de volledige naam als het om hetzelfde gaat"),
                related=(_shown(whole),),
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
