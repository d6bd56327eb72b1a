# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Remarks that writers left for one another."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.messages import msg

_SHOWN = 60


@rule("PLH010", ERROR, Scope.FRAGMENT, local=True)
def open_remark(text: TextView) -> Iterator[Violation]:
    """A remark for a colleague is left."""
    for remark in text.remarks:
        said = " ".join(remark.text.split())
        shown = said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
        if remark.author:
            author = remark.author
            what = msg("hier staat nog een opmerking van {author}: «{said}»", author=author, said=shown)
        else:
            what = msg("hier staat nog een opmerking: «{said}»", said=shown)
        yield Violation(remark.span, what, msg("verwerk de opmerking en haal haar weg"))


RULES = (open_remark,)
