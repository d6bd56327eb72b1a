# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on full names: as the list has them, and not after the abbreviation is introduced."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.long_forms import is_short_form, long_form
from jvom.analysis.spelling_keys import spelling_key, words_of
from jvom.checks.glossaries import GlossaryEntry, without_remark
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import Introduction, Use, usages
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

_BRACKETS = pattern(r"\(([^()\n]{2,120})\)")
#: Before "van" and the like, these make a name part of the title of an office or the name of a body.
_OFFICE_WORDS = frozenset(
    """
    minister ministers ministerie ministeries staatssecretaris staatssecretarissen raad hof publicatieblad
    verdrag handvest delegatie lidstaten hoofdstad vertegenwoordiger voorzitter secretaris grondgebied
    generaal commissaris gezant rapporteur
    verordening richtlijn besluit instellingen organen handvesten commissie comité organisatie
    """.split()
)
_JOINING_WORDS = frozenset("van voor der de het den des of the for".split())
#: "Verdrag betreffende de werking van de Europese Unie".
_TREATY_WORDS = frozenset(("betreffende", "werking"))


def use_span(use: Use) -> Span:
    """Return the span of a use."""
    return use.passage.span(use.start, use.end)


def introduced_here(introduction: Introduction) -> Related:
    """Return the place of an introduction, to relate to a finding."""
    return Related(use_span(introduction.short), msg("hier is de afkorting geïntroduceerd"))


@rule(
    "ABR005",
    "expansion-differs",
    WARNING,
    Scope.TEXTS,
    msg("De tekst schrijft een afkorting anders voluit dan de lijst"),
)
def expansion_differs(texts: Texts) -> Iterator[Violation]:
    """The text expands an abbreviation otherwise than the list."""
    for usage in texts.memo(usages):
        introducing = {(each.short.passage_number, each.short.start) for each in usage.introductions}
        for use in usage.uses:
            if use.in_running_text and (use.passage_number, use.start) not in introducing:
                yield from expansion_mismatches(usage.entry, use, texts)


def expansion_mismatches(entry: GlossaryEntry, use: Use, texts: Texts) -> Iterator[Violation]:
    """Yield a violation if the name beside a use differs from the one in its entry."""
    text = use.passage.text
    if text[use.start - 1 : use.start] == "(" and text[use.end : use.end + 1] == ")":
        begin, end = _words_before(entry, use)
    elif text[use.end : use.end + 2] == " (" and (match := _BRACKETS.match(text, use.end + 1)):
        begin, end = match.span(1)
        words = match[1].split()
        if long_form(use.found, match[1]) != 0 or len(words) < 2 or not words[0][:1].isupper():
            return
    else:
        return
    if begin >= end or without_remark(text[begin:end]) == entry.name:
        return
    yield Violation(
        use.passage.span(begin, end),
        msg(
            "«{short}» staat hier voluit als «{name}»",
            short=use.found,
            name=" ".join(text[begin:end].split()),
        ),
        msg("schrijf «{name}», of verbeter de lijst", name=entry.name)
        if isinstance(texts, DossierView)
        else msg("schrijf overal hetzelfde: hier staat elders «{name}»", name=entry.name),
        related=(Related(entry.expansion_at, msg("hier staat «{name}»", name=entry.expansion)),),
    )


def _words_before(entry: GlossaryEntry, use: Use) -> tuple[int, int]:
    """Return the (start, end) of the words before "(KFOR)" that look like its name; (0, 0) for none.

    They do if their letters spell the abbreviation, or if half the words of the expansion are among them.
    """
    passage = use.passage
    sentence, _ = passage.sentence_at(use.start)
    limit = max(sentence, use.start - 160)
    end = len(passage.text[: use.start - 1].rstrip(" \n'\"’”»"))
    before = passage.words[bisect_left(passage.words, (limit, 0)) : bisect_left(passage.words, (end, 0))]
    if not before:
        return 0, 0
    all_keys = [spelling_key(word) for word in words_of(entry.name)]
    near = before[-len(all_keys) - 1 :]
    near_keys = [spelling_key(passage.text[start:stop].lower()) for start, stop in near]
    matching = [
        number for number, word in enumerate(near_keys) if word in all_keys and word not in _JOINING_WORDS
    ]
    name_keys = [word for word in all_keys if word not in _JOINING_WORDS]
    if (
        len(name_keys) > 1
        and 2 * len(matching) >= len(name_keys)
        and _is_capitalized(passage.text, near[matching[0]])
    ):
        first = matching[0]
        while first > 0 and _is_capitalized(passage.text, near[first - 1]) and near[first - 1][0] > sentence:
            first -= 1
        return near[first][0], before[-1][1]
    begin = long_form(use.found, passage.text[limit:end])
    if (
        begin is None
        or not is_short_form(use.found)
        or not _looks_like_name(passage.text[limit + begin : end])
    ):
        return 0, 0
    return limit + begin, end


def _is_capitalized(text: str, word: tuple[int, int]) -> bool:
    return text[word[0]].isupper()


def _looks_like_name(text: str) -> bool:
    """Tell whether words look like a name: all but short joining words are capitalized."""
    words = [word for word in re.findall(r"\w+", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


@rule(
    "ABR008",
    "full-name-after-abbreviation",
    WARNING,
    Scope.TEXTS,
    msg("De volledige naam staat er nog nadat de afkorting is geïntroduceerd"),
)
def full_name_again(texts: Texts) -> Iterator[Violation]:
    """The full name is still used after the abbreviation has been introduced."""
    severity = None if isinstance(texts, DossierView) else INFO
    for usage in texts.memo(usages):
        if not usage.introductions:
            continue
        first = usage.introductions[0]
        introducing = {(each.name.passage_number, each.name.start) for each in usage.introductions}
        for name in usage.names:
            if (
                name.in_running_text
                and (name.passage_number, name.start) > first.position
                and (name.passage_number, name.start) not in introducing
                and not name.in_longer_term
                and not _is_part_of_longer_name(name)
                and not name.is_quoted
            ):
                yield Violation(
                    use_span(name),
                    msg("de afkorting «{short}» is al geïntroduceerd", short=first.short.found),
                    msg("schrijf «{short}»", short=first.short.found),
                    related=(introduced_here(first),),
                    severity=severity,
                )


def _is_part_of_longer_name(use: Use) -> bool:
    """Tell whether a capitalized word or a title before the name makes it part of a longer one."""
    text, words = use.passage.text, use.passage.words
    at = bisect_left(words, (use.start, 0))
    sentence, _ = use.passage.sentence_at(use.start)
    joining = False
    while (
        at > 0 and words[at - 1][0] >= sentence and text[words[at - 1][1] : words[at][0]] in (" ", "\n", "-")
    ):
        at -= 1
        start, end = words[at]
        word = text[start:end]
        if word.lower() in _JOINING_WORDS or word in _TREATY_WORDS:
            joining = True
            continue
        return (word[0].isupper() and start > sentence) or (joining and word.lower() in _OFFICE_WORDS)
    return False


RULES = (expansion_differs, full_name_again)
