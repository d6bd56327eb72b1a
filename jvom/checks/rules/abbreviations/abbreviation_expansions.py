# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on full names: as the list has them, and not after the abbreviation is introduced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.long_forms import is_short_form, long_form
from jvom.analysis.spelling_keys import name_key, spelling_key
from jvom.analysis.word_classes import word_class
from jvom.checks.glossaries import GlossaryEntry, without_remark
from jvom.checks.rule import INFO, WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import Use, usages
from jvom.checks.views import DossierView, Texts
from jvom.messages import msg

_LONGEST_NAME, _LONGEST_IN_BRACKETS = 160, 120
#: "Verdrag betreffende de werking van de Europese Unie".
_TREATY_WORDS = frozenset(("betreffende", "werking"))


@rule("ABR005", WARNING, Scope.TEXTS)
def expansion_differs(texts: Texts) -> Iterator[Violation]:
    """The text writes an abbreviation out differently from the list."""
    for usage in texts.memo(usages):
        introducing = [each.short for each in usage.introductions]
        for use in usage.uses:
            if use.in_running_text and use not in introducing:
                yield from expansion_mismatches(usage.entry, use, texts)
        for each in usage.introductions:
            name, short = each.name.found, each.short.found
            is_plural = name.lower().startswith(usage.entry.name.lower()) and len(name) > len(
                usage.entry.name
            )
            if (
                is_plural
                and not short.endswith("s")
                and not each.short.passage.text.startswith("'s", each.short.end)
            ):
                yield Violation(
                    each.short.span,
                    msg("«{name}» is meervoud, en «{short}» erachter niet", name=name, short=short),
                    msg("schrijf «{short}'s», of de naam in het enkelvoud", short=short),
                )


def expansion_mismatches(entry: GlossaryEntry, use: Use, texts: Texts) -> Iterator[Violation]:
    """Yield a violation if the name beside a use differs from the one in its entry."""
    text = use.passage.text
    begin, end = _name_after(use)
    if text[use.start - 1 : use.start] == "(" and text[use.end : use.end + 1] == ")":
        begin, end = _name_before(entry, use)
    if begin >= end or without_remark(text[begin:end]) == entry.name:
        return
    name = " ".join(text[begin:end].split())
    yield Violation(
        use.passage.span(begin, end),
        msg("«{short}» staat hier voluit als «{name}»", short=use.found, name=name),
        msg("schrijf «{name}», of verbeter de lijst", name=entry.name)
        if isinstance(texts, DossierView)
        else msg("schrijf overal hetzelfde: hier staat elders «{name}»", name=entry.name),
        related=quoted_at(entry.expansion_at, entry.expansion),
    )


def _name_after(use: Use) -> tuple[int, int]:
    """Return the (start, end) of a name in brackets after its abbreviation; (0, 0) for none."""
    text, begin = use.passage.text, use.end + 2
    end = text.find(")", begin, begin + _LONGEST_IN_BRACKETS + 1)
    name = text[begin:end]
    if end < 0 or text[use.end : begin] != " (" or "(" in name or "\n" in name:
        return 0, 0
    is_name = len(name.split()) > 1 and name[0].isupper() and long_form(use.found, name) == 0
    return (begin, end) if is_name else (0, 0)


def _name_before(entry: GlossaryEntry, use: Use) -> tuple[int, int]:
    """Return the (start, end) of the words before "(KFOR)" that look like its name; (0, 0) for none.

    They do if their letters spell the abbreviation, or if half the words of the expansion are among them.
    """
    passage, text = use.passage, use.passage.text
    sentence, _ = passage.sentence_at(use.start)
    limit = max(sentence, use.start - _LONGEST_NAME)
    end = len(text[: use.start - 1].rstrip(" \n'\"’”»"))
    before = passage.words[bisect_left(passage.words, (limit, 0)) : bisect_left(passage.words, (end, 0))]
    if not before:
        return 0, 0
    joining = word_class("joining_dutch")
    key = name_key(entry.name)
    near = before[-len(key) - 1 :]
    wanted = [word for word in key if word not in joining]
    matching = [
        number
        for number, (start, stop) in enumerate(near)
        if spelling_key(text[start:stop].lower()) in wanted
    ]
    if len(wanted) > 1 and 2 * len(matching) >= len(wanted) and text[near[matching[0]][0]].isupper():
        first = matching[0]
        while first > 0 and text[near[first - 1][0]].isupper() and near[first - 1][0] > sentence:
            first -= 1
        return near[first][0], before[-1][1]
    begin = long_form(use.found, text[limit:end])
    if begin is None or not is_short_form(use.found):
        return 0, 0
    long_words = [word for word in before if word[0] >= limit + begin and word[1] - word[0] > 3]
    is_name = bool(long_words) and all(text[start].isupper() for start, _ in long_words)
    return (limit + begin, end) if is_name else (0, 0)


@rule("ABR008", WARNING, Scope.TEXTS)
def full_name_after_abbreviation(texts: Texts) -> Iterator[Violation]:
    """The full name is used after the abbreviation was introduced."""
    severity = None if isinstance(texts, DossierView) else INFO
    for usage in texts.memo(usages):
        introducing = [each.name for each in usage.introductions]
        for name in usage.names if introducing else ():
            first = usage.introductions[0]
            if (
                name > max(first.short, first.name)
                and name not in introducing
                and name.in_running_text
                and not name.in_longer_term
                and not name.is_quoted
                and not _is_part_of_longer_name(name)
            ):
                yield Violation(
                    name.span,
                    msg("de afkorting «{short}» is al geïntroduceerd", short=first.short.found),
                    msg("schrijf «{short}»", short=first.short.found),
                    related=(first.here,),
                    severity=severity,
                )


def _is_part_of_longer_name(use: Use) -> bool:
    """Tell whether a capitalized word or a title before the name makes it part of a longer one."""
    text, words = use.passage.text, use.passage.words
    sentence, _ = use.passage.sentence_at(use.start)
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


RULES = (expansion_differs, full_name_after_abbreviation)
