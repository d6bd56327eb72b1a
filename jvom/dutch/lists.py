# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch joins the items of a list in a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def join(items: Iterable[str], conjunction: str = "en") -> str:
    """Join items as running text does: "a", "a en b", "a, b en c"; no items give "".

    Dutch puts no comma before the conjunction.
    """
    *rest, last = [*items] or [""]
    return f"{', '.join(rest)} {conjunction} {last}" if rest else last
