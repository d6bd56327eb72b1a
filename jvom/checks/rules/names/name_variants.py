# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and names that are spelled in more than one way: with another hyphen, space, capital or accent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise, takewhile

from jvom.analysis.stretches import Stretch
from jvom.checks.glossaries import spelling_groups
from jvom.checks.name_phrases import Phrases, phrases
from jvom.checks.rule import INFO, WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.names.capital_variants import (
    capital_variants,
    office_variants,
    phrase_variants,
)
from jvom.checks.rules.names.comparable_words import ComparableWords, Group, known_letters
from jvom.checks.rules.names.hyphen_variants import hyphen_variants
from jvom.checks.rules.names.letter_variants import link_variants, spelling_variants
from jvom.checks.views import Texts
from jvom.messages import msg

_OR = frozenset({("of", "de"), ("of", "het")})


@rule("NAM006", WARNING, Scope.TEXTS)
def mixed_spellings(texts: Texts) -> Iterator[Violation]:
    """A word or name is spelt in two ways in the dossier."""
    known = known_letters(texts)
    for passages, names in zip(texts.memo(spelling_groups), texts.memo(phrases), strict=True):
        words = ComparableWords(texts, passages, known)
        found = (
            hyphen_variants(words),
            spelling_variants(words),
            link_variants(words),
            capital_variants(words),
            office_variants(words),
        )
        for group in chain(*found, phrase_variants(words, names)):
            # "à" and "a", "la" and "là" are different words.
            if any(len(places[0].text) > 2 for places in group.forms):
                yield from _rarer_forms(group)


def _rarer_forms(group: Group) -> Iterator[Violation]:
    usual = max(group.forms, key=_preference)[0]
    for places in group.forms:
        # A number without its space ("29521") is left to the rules on citations and figures.
        for place in places if usual not in places and any(map(str.isalpha, places[0].text)) else ():
            yield Violation(
                place.span,
                msg("«{found}» staat elders als «{usual}»", found=place.shown, usual=usual.shown),
                msg("schrijf het overal op dezelfde manier"),
                related=quoted_at(usual.span, usual.shown),
                severity=INFO if group.uncertain else None,
            )


def _preference(places: list[Stretch]) -> tuple[int, int, bool]:
    """Return the key by which the right form is the greatest, the first of equals.

    That is the commonest form, then one word, then one with a hyphen, then one with accents.
    """
    found = places[0].shown
    return len(places), -found.count(" ") * 2 - found.count("-"), not found.isascii()


@rule("NAM007", INFO, Scope.TEXTS)
def shortened_name(texts: Texts) -> Iterator[Violation]:
    """A compound name also occurs in a shorter form."""
    for document in texts.memo(phrases):
        yield from _shortened(document)


def _shortened(phrases: Phrases) -> Iterator[Violation]:
    ends: defaultdict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(phrases, key=len):
        ends[words[0], words[-1]].append(words)
    for alike in ends.values():
        for number, short in enumerate(alike):
            longer = next((other for other in alike[number + 1 :] if _is_within(short, other)), None)
            if longer:
                whole = phrases[longer][0]
                yield Violation(
                    phrases[short][0].span,
                    msg("elders staat «{longer}»", longer=whole.shown),
                    msg("schrijf de volledige naam als het om hetzelfde gaat"),
                    related=quoted_at(whole.span, whole.shown),
                )


def _is_within(short: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether `other` is `short` with words inserted in one place, and not two names joined."""
    if len(short) == len(other) or any(pair in _OR for pair in pairwise(other)):
        return False
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(short, other, strict=False))))
    return other[len(other) - len(short) + same :] == short[same:]


RULES = (mixed_spellings, shortened_name)
