# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that are no more than an outline or a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, INFO, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.messages import msg


@rule("PLH008", ERROR, Scope.DOSSIER)
def not_final(dossier: DossierView) -> Iterator[Violation]:
    """A fragment is still an outline or a draft."""
    for text in dossier.texts:
        if text.fragment is None or text.fragment.front.status == "final":
            continue
        front = text.fragment.front
        owner = ", ".join(text.fragment.owners) or msg("de eigenaar")
        if front.status == "review":
            yield violation(front.at.value("status"), "in-review", owner=owner, severity=INFO)
            continue
        wording = "not-final" if front.at.span.line else "without-status"
        what = msg("schets") if front.status == "outline" else msg("concept")
        yield violation(front.at.value("status"), wording, what=what, owner=owner)


RULES = (not_final,)
