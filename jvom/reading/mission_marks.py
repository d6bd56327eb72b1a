# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The mark at the start of a paragraph that says which mission it is about."""

from __future__ import annotations

import re
from functools import cache

from jvom.reading.places import Source
from jvom.text import MissionMark


def mission_at_start(source: Source) -> tuple[MissionMark | None, Source]:
    """Return the mark with which a paragraph begins, None for none, and the paragraph without it."""
    found = _mark().match(source.content) if source.content.startswith("{") else None
    if found is None:
        return None, source
    end = source.content.index("}") + 1
    return MissionMark(found["id"], source.span(0, end)), source.after(found.end())


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"""\{mission=(?P<quote>["']?)(?P<id>[^{}\s"'=]+)(?P=quote)[ \t]*\}[ \t]*\n?[ \t]*""")
