# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a front matter that is not at the top, or between dashes that Word has made longer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jvom.model import FrontMatter

_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


def meant_as_front_matter(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the index of the first and last line of what is meant as one, None when the text has none."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None or not _DASHES.fullmatch(lines[first]):
        return None
    below = next((line for line in lines[first + 1 :] if line.strip()), "")
    if below.partition(":")[0].strip() not in FrontMatter.__struct_fields__ or ":" not in below:
        return None
    last = next((n for n in range(first + 1, len(lines)) if _DASHES.fullmatch(lines[n])), None)
    if last is None or (not first and lines[first].strip() == lines[last].strip() == "---"):
        return None  # it was read, or something else is wrong with it
    return first, last
