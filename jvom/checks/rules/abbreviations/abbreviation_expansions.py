# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on full names: as the list has them, and not after the abbreviation is introduced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import ne

from jvom.analysis.entities import entities
from jvom.analysis.inflected_names import has_plural_ending, is_plural_of
from jvom.analysis.spelling_keys import words_of
from jvom.analysis.word_classes import word_class
from jvom.checks.glossaries import GlossaryEntry, without_remark
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.abbreviations.abbreviation_uses import EntryUsage, Introduction, Use, usages
from jvom.checks.views import DossierView, Texts

#: "Verdrag betreffende de werking van de Europese Unie".
_TREATY_WORDS = frozenset(("betreffende", "werking"))


@rule("ABR005", WARNING, Scope.TEXTS)
def expansion_differs(texts: Texts) -> Iterator[Violation]:
    """The text writes an abbreviation out differently from the list."""
    for usage in texts.memo(usages):
        introducing = {each.short for each in usage.introductions}
        for use in usage.uses:
            if use.in_running_text and use not in introducing:
                yield from expansion_mismatches(usage.entry, use, texts)
        for each in usage.introductions:
            yield from _other_number(each, usage.entry.name)


#: What follows an abbreviation in the plural.
_PLURAL_ENDING = ("'s", "’s", "'en", "’en")


def _other_number(introduction: Introduction, name: str) -> Iterator[Violation]:
    """Yield a violation when a name is plural and its abbreviation is not, or the other way round."""
    long, short = introduction.name, introduction.short
    has_plural = short.passage.text.startswith(_PLURAL_ENDING, short.end)
    if is_plural_of(long.text, name) and not has_plural:
        yield violation(short.span, "plural-name", name=long.text, short=short.text)
    elif has_plural and words_of(long.text) == words_of(name) and not has_plural_ending(words_of(name)[-1]):
        yield violation(short.span, "plural-abbreviation", name=long.text, short=short.text)


def expansion_mismatches(entry: GlossaryEntry, use: Use, texts: Texts) -> Iterator[Violation]:
    """Yield a violation if the text explains a use by another name than the one in its entry."""
    text = use.passage.text
    is_beside_bracket = text.startswith(" (", use.end) or text[use.start - 1 : use.start] == "("
    for each in entities(use.passage, "explained_abbreviation") if is_beside_bracket else ():
        is_name = each.has_capitals or each.short in each.name or _is_nearly(each.name, entry.name)
        if each.short_start == use.start and is_name and without_remark(each.name) != entry.name:
            wording = "not-as-listed" if isinstance(texts, DossierView) else "not-as-elsewhere"
            span, there = use.passage.span(each.name_start, each.name_end), entry.expansion_at
            right, listed = entry.name, entry.expansion
            yield violation(
                span, wording, short=use.text, name=each.name, right=right, listed=listed, related=there
            )


def _is_nearly(name: str, listed: str) -> bool:
    """Tell whether one word of a name differs from the list's, and not the last, which may be plural."""
    one, two = words_of(name), words_of(listed)
    return len(one) == len(two) > 2 and sum(map(ne, one, two)) == 1 and one[-1] == two[-1]


@rule("ABR008", WARNING, Scope.TEXTS, loose=INFO)
def full_name_after_abbreviation(texts: Texts) -> Iterator[Violation]:
    """The full name is used after the abbreviation was introduced, or used before in the same text."""
    for usage in texts.memo(usages):
        introducing = {each.name for each in usage.introductions}
        for name in usage.names if usage.uses else ():
            short = None if name in introducing else _known_before(name, usage)
            if short and _is_plain(name) and not _is_part_of_longer_name(name):
                yield violation(name.span, short=short.text, related=short.span)


def _known_before(name: Use, usage: EntryUsage) -> Use | None:
    """Return the abbreviation that a name comes after: as introduced, or else as used in the same text."""
    if usage.introductions:
        first = usage.introductions[0]
        return first.short if name.place > max(first.short.place, first.name.place) else None
    before, path = (use for use in usage.uses if use.place < name.place), name.passage.whole.path
    return next((use for use in before if use.passage.whole.path == path and _is_plain(use)), None)


def _is_plain(use: Use) -> bool:
    return use.in_running_text and not use.in_longer_term and not use.is_quoted


def _is_part_of_longer_name(use: Use) -> bool:
    """Tell whether a capitalized word or a title before the name makes it part of a longer one."""
    text, words = use.passage.text, use.passage.words
    sentence, _ = use.sentence
    following, is_joined = use.start, False
    for start, end in reversed(words[: bisect_left(words, (use.start, 0))]):
        word = text[start:end]
        if start < sentence or text[end:following] not in (" ", "\n", "-"):
            break
        if word.lower() not in word_class("joining_dutch") and word not in _TREATY_WORDS:
            of_office = is_joined and word.lower() in word_class("of_office")
            return (word[0].isupper() and start > sentence) or of_office
        following, is_joined = start, True
    return False
