# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG032: an abbreviation without the full stop that belongs to it: "blz 97", "o.a"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase, Reads
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.messages import msg

_BARE = Phrase(
    "short={pointed}",
    "short={pointed_before_number} {digits}",
    *(
        f"short={each}"
        for each in ("b.d", "o.a", "e.d", "d.d", "m.b.t", "i.v.m", "t.a.v", "t.o.v", "n.a.v", "m.u.v")
    ),
)
_LONGER = (".", "-", "/", "@", "'")


@rule("LNG032", WARNING, Scope.TEXTS, fixable=True)
def point_missing(texts: Texts) -> Iterator[Violation]:
    """An abbreviation lacks its full stop."""
    for match in _BARE.find(texts, Reads.DUTCH):
        passage, start, end = match.passage, match["short"].start, match["short"].end
        found = passage.text[start:end]
        if (
            found.islower()
            and not passage.text.startswith(_LONGER, end)
            and passage.text[start - 1 : start] not in _LONGER
        ):
            yield Violation(
                passage.span(start, end),
                msg("achter de afkorting «{found}» ontbreekt de punt", found=found),
                msg("schrijf «{found}.», of schrijf het woord voluit", found=found),
                replace(passage, end, end, ".", safe=False),
            )


RULES = (point_missing,)
