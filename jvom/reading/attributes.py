# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Attributes of a block, as Pandoc writes them: ``{.liggend}`` behind its words or on a line."""

from __future__ import annotations

import re
from typing import NamedTuple

_ATTRIBUTES = re.compile(r"\s*\{(?P<inside>\s*[.#][^{}]*)\}\s*$")
LANDSCAPE = "{.liggend}"
"""Turns the page of a table, or the pages of the part below a heading."""


class Attributes(NamedTuple):
    """The attributes at the end of a text, which begin at `start`; `others` are those that jvom has not."""

    start: int
    landscape: bool
    others: tuple[str, ...]


def attributes_at_end(text: str) -> Attributes | None:
    """Return the attributes with which a text ends, None when it ends in words."""
    found = _ATTRIBUTES.search(text)
    if found is None:
        return None
    typed = found["inside"].split()
    return Attributes(found.start(), ".liggend" in typed, tuple(each for each in typed if each != ".liggend"))
