# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What rows of a table may write in several forms (``jvom/data/lexicon/table_wordings.txt``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from jvom.analysis.phrase_grammar import escaped
from jvom.analysis.phrases import Phrase
from jvom.data import DATA

#: The forms of a thing: by its name, what finds it. With a part `longer` it is the name of something else.
Forms: TypeAlias = Mapping[str, Phrase]


@cache
def table_wordings() -> tuple[Forms, ...]:
    """Return the forms of each thing in the list."""
    text = (DATA / "lexicon" / "table_wordings.txt").read_text(encoding="utf-8")
    things = (
        [line.split(": ", 1) for line in thing.splitlines() if not line.startswith("#")]
        for thing in text.split("\n\n")
    )
    return tuple({name: Phrase(*typed.split(" / ")) for name, typed in forms} for forms in things if forms)


def short_and_full(short: str, full: str) -> Forms:
    """Return the forms of a name with an abbreviation; "EU NAVFOR" is another name than "EU"."""
    name = escaped(short)
    return {short: Phrase(name, f"{name} longer={{capital}}"), full: Phrase(escaped(full))}
