# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Suppressions that suppress nothing, and suppressions that can't work."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.settings import is_known, suggest_rule
from jvom.checks.views import Texts, TextView


@rule("SUP001", WARNING, Scope.TEXTS)
def unused_suppression(texts: Texts) -> Iterator[Violation]:
    """A suppression suppresses nothing."""
    for suppression, selector in texts.unused:
        yield violation(suppression.span, rule=selector)


@rule("SUP002", ERROR, Scope.FRAGMENT)
def invalid_suppression(text: TextView) -> Iterator[Violation]:
    """A suppression without a reason or with an unknown rule."""
    rules = text.texts.known_rules
    for suppression in text.suppressions:
        if not suppression.rules:
            yield violation(suppression.span, "no-rule")
        elif not suppression.reason:
            yield violation(suppression.span, "no-reason")
        for selector in suppression.rules:
            if not is_known(selector, rules):
                meant = suggest_rule(selector, rules)
                yield violation(suppression.span, "unknown-rule", selector=selector, meant=meant)
