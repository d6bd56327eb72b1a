# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch spells the forms of verbs."""

from __future__ import annotations

from collections.abc import Iterator


def infinitives_of(stem: str) -> Iterator[str]:
    """Yield how the infinitive of a stem may be spelled: duid-en, win-nen, len-en for leen."""
    before, vowel, last = stem[-3:-2], stem[-2:-1], stem[-1]
    if vowel in "aeiou" and before not in "aeiou":
        yield f"{stem}{last}en"
    if vowel not in "aiou" or before in "aeiou":
        yield f"{stem}en"
    if before == vowel and vowel in "aeou":
        yield f"{stem[:-2]}{last}en"
