# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the last part of a compound may have been meant as, when that part is unknown."""

from __future__ import annotations

from itertools import chain, islice

from jvom.checks.rules.spelling.common_words import is_common
from jvom.checks.rules.spelling.compound_parts import SHORTEST_STEM, unknown_second
from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.checks.rules.spelling.edits import nearest, swapped_apart, undoubled

#: The shortest compound, and how many guesses there are.
_SHORTEST, _MOST = 12, 2


def with_other_second(word: str, dictionary: Dictionary) -> tuple[str, ...]:
    """Return a compound with the common words that its unknown second part is a slip for."""
    second = unknown_second(word.lower()) if len(word) >= _SHORTEST else ""
    first = word.removesuffix(second)
    if len(second) < SHORTEST_STEM:
        return ()
    # "Veiligheidsitautie" lacks an s.
    parts = (second, undoubled(second), *(("s" + second,) if first.endswith("s") else ()))
    slips = chain.from_iterable(chain(*nearest(part), swapped_apart(part)) for part in parts)
    meant = dict.fromkeys(each for each in slips if is_common(each, dictionary))
    return tuple(f"{first}{each}" for each in islice(meant, _MOST))
