# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of Parliament that are known (``parliament_dossiers.txt``), and typos in their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from jvom.data import DATA
from jvom.dutch.typos import typo


@cache
def known_dossiers() -> tuple[str, ...]:
    """Return their numbers, as Parliament prints them."""
    lines = (DATA / "parliament_dossiers.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.partition(":")[0] for line in lines if line[:1].isdigit())


def intended_dossier(written: str, known: Iterable[str], *, any_digit: bool = False) -> str:
    """Return the known dossier that `written` misspells; "" when there is none.

    A typo is two neighbouring digits swapped, a digit too many or a digit too few; with `any_digit` also one
    digit that differs.
    """
    typos = ("swapped", "more", "less", "other") if any_digit else ("swapped", "more", "less")
    digits = _digits(written)
    return next((dossier for dossier in known if typo(digits, _digits(dossier)) in typos), "")


def _digits(written: str) -> str:
    return "".join(letter for letter in written.partition("-")[0] if letter.isdigit())
