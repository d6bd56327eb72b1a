# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which rules run, on which files and with which severity: jvom.yml, overridden by the command line.

A rule is named by its code (MAN001), the beginning of it (MAN, MAN0) or its name (mandate-ended).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from jvom.checks.rule import Rule
from jvom.findings import Severity
from jvom.messages import Message, did_you_mean, did_you_mean_id, msg
from jvom.settings import Settings, matches
from jvom.source import Problem, Span

FAMILY_LENGTH = 3
_WHOLE = 6


class Overrides(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the command line: `select` replaces that of the settings, `ignore` is added to it."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def match_strength(selector: str, code: str, name: str) -> int:
    """Return how closely a selector matches a rule: 0 not at all, 3 to 5 by prefix, 6 by code or name."""
    if len(selector) >= FAMILY_LENGTH and code.startswith(selector.upper()):
        return len(selector)
    return _WHOLE if selector == name else 0


def is_known(selector: str, rules: Iterable[Rule]) -> bool:
    """Tell whether a selector matches at least one rule."""
    return any(match_strength(selector, rule.code, rule.name) for rule in rules)


class Selection:
    """The settings and the command line combined: what holds for a rule."""

    def __init__(self, settings: Settings, overrides: Overrides) -> None:
        self.select = overrides.select or settings.select
        self.ignore = settings.ignore if not overrides.select else ()
        self.overrides, self.settings = overrides, settings

    def runs(self, rule: Rule) -> bool:
        """Tell whether a rule runs: the closest selector decides; in a tie, the rule is ignored."""
        if _closest(self.overrides.ignore, rule):
            wanted = _closest(self.overrides.select, rule)
            return wanted > _closest(self.overrides.ignore, rule)
        selected = _closest(self.select, rule) if self.select else 1
        return selected > _closest(self.ignore, rule)

    def severity(self, rule: Rule) -> Severity | None:
        """Return the severity that the settings give a rule; None when they give none."""
        best, word = 0, ""
        for selector, severity in self.settings.severity.items():
            if (close := match_strength(selector, rule.code, rule.name)) > best:
                best, word = close, severity
        return Severity.of(word) if best else None

    def ignored_at(self, path: str, code: str, name: str) -> bool:
        """Tell whether per-file-ignores turn a rule off for a file."""
        return any(
            matches(path, pattern) and any(match_strength(selector, code, name) for selector in selectors)
            for pattern, selectors in self.settings.per_file_ignores.items()
        )


def unknown_selectors(settings: Settings, overrides: Overrides, rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Yield a problem for every selector that matches no rule."""
    at, ignores = settings.at, settings.per_file_ignores
    lists = (("select", settings.select), ("ignore", settings.ignore))
    options = (("--select", overrides.select), ("--ignore", overrides.ignore))
    of_words = [("words", each) for each in settings.words] + [("accept", each) for each in settings.accept]
    word_rules = {rule.code for rule in rules if rule.of_words}
    named = [(each, at.item(key, number)) for key, some in lists for number, each in enumerate(some)]
    named += [(each, at.entry("severity", each)) for each in settings.severity]
    named += [(each, at.entry(key, each)) for key, each in of_words]
    named += [
        (each, at.entry("per-file-ignores", pattern)) for pattern in ignores for each in ignores[pattern]
    ]
    named += [(each, Span(option)) for option, some in options for each in some]
    for selector, span in named:
        if not is_known(selector, rules):
            what = msg("er is geen regel «{selector}»", selector=selector)
            yield Problem(span, what, suggest_rule(selector, rules))
    for key, selector in of_words:
        if is_known(selector, rules) and selector not in word_rules:
            what = msg("«{selector}» is geen regel met woorden", selector=selector)
            advice = msg("noem de hele code van een woordregel, zoals LNG001")
            yield Problem(at.entry(key, selector), what, advice)


_LONGEST = 9
"""No number of a rule that someone mistypes has so many digits."""


def suggest_rule(selector: str, rules: tuple[Rule, ...]) -> Message:
    """Return advice on which rule or family was meant by a selector that matches none."""
    codes = {rule.code for rule in rules}
    families = sorted({code[:FAMILY_LENGTH] for code in codes})
    typed = selector.upper()
    letters, number = typed[:FAMILY_LENGTH], typed[FAMILY_LENGTH:]
    if "-" in selector:
        guess = did_you_mean(selector, {rule.name for rule in rules})
        if "guess" in guess.values:
            return guess
    elif letters in families:
        meant = f"{letters}{int(number):03}" if number.isdecimal() and len(number) < _LONGEST else ""
        if meant in codes:
            return msg("bedoelde u «{guess}»?", guess=meant)
        return did_you_mean_id(typed, {code for code in codes if code.startswith(letters)})
    else:
        # The same letters in another order: a typo.
        for family in families:
            if sorted(family) == sorted(letters):
                meant = f"{family}{number}"
                return msg("bedoelde u «{guess}»?", guess=meant if meant in codes else family)
    return msg("kies een familie: {known}", known=", ".join(families))


def _closest(selectors: tuple[str, ...], rule: Rule) -> int:
    return max([match_strength(selector, rule.code, rule.name) for selector in selectors]) if selectors else 0
