# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Word templates: whether they have what the documents need, and no faults that end up in documents."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.checks.word_files import not_in_dutch, word_files
from jvom.data import DATA


@rule("TPL001", ERROR, Scope.BUILT)
def template_contract(texts: Texts) -> Iterator[Violation]:
    """A template that lacks a part."""
    for _, word in word_files(texts, templates=True):
        for problem in word.contract:
            yield violation(problem.span, what=problem.what, advice=problem.advice)


@rule("TPL002", WARNING, Scope.BUILT)
def template_language(texts: Texts) -> Iterator[Violation]:
    """A template without Dutch as its language."""
    return not_in_dutch(texts, templates=True)


@rule("TPL003", INFO, Scope.BUILT)
def direct_formatting(texts: Texts) -> Iterator[Violation]:
    """Formatting in a template that bypasses the styles."""
    return (violation(span) for _, word in word_files(texts, templates=True) for span in word.formatted)


@rule("TPL004", WARNING, Scope.BUILT)
def font_missing(texts: Texts) -> Iterator[Violation]:
    """A font that is not available everywhere."""
    standard = (DATA / "fonts.txt").read_text(encoding="utf-8").splitlines()
    for text, word in word_files(texts, templates=True):
        for font in word.fonts:
            if not font.embedded and font.name not in standard:
                yield violation(text.whole, font=font.name)
