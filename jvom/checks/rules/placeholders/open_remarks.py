# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Remarks that writers left for one another."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import TextView

_SHOWN = 60


@rule("PLH010", ERROR, Scope.FRAGMENT, local=True)
def open_remark(text: TextView) -> Iterator[Violation]:
    """A remark for a colleague is left."""
    for remark in text.remarks:
        said = " ".join(remark.text.split())
        shown = said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
        wording = "by-author" if remark.author else "anonymous"
        yield violation(remark.span, wording, author=remark.author, said=shown)


RULES = (open_remark,)
