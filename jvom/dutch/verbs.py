# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch spells the forms of verbs."""

from __future__ import annotations

from collections.abc import Iterator

#: What the last letter of a stem is before -en, behind a long vowel.
_VOICED, _LONGEST_SHORT = {"f": "v", "s": "z"}, 4


def infinitives_of(stem: str) -> Iterator[str]:
    """Yield how the infinitive of a stem may be spelled: duid-en, win-nen, len-en, inlev-en (inleef)."""
    before, vowel, last = stem[-3:-2], stem[-2:-1], stem[-1]
    if vowel in "aeiou" and before not in "aeiou":
        yield f"{stem}{last}en"
    if vowel not in "aiou" or before in "aeiou":
        yield f"{stem}en"
    if before == vowel and vowel in "aeou":
        yield f"{stem[:-2]}{last}en"
        # Short ones are in other words by accident: "hoof" is no stem of "hoven".
        if last in _VOICED and len(stem) > _LONGEST_SHORT:
            yield f"{stem[:-2]}{_VOICED[last]}en"
