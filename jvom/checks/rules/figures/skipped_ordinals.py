# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on series in which one is skipped: "ten eerste" and then "ten derde", "enerzijds" alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.phrases import Phrase
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.numbers import ORDINALS

#: What numbers the points of a series.
NTH = Phrase(f"ten ordinal={'|'.join(ORDINALS)}")
#: What has two sides, and how the other one begins; it may be in the next paragraph.
_ONE_SIDE = Phrase("enerzijds", "Aan de ene kant|zijde")
_OTHER_SIDE = Phrase(
    "anderzijds",
    "aan|van|tot de|een andere|anderen kant|zijde|kanten",
    "dan|en aan|van de andere",
    "daartegenover|daarentegen|tegelijkertijd",
)


@rule("FIG012", WARNING, Scope.TEXTS, loose=INFO, local=True)
def ordinal_skipped(texts: Texts) -> Iterator[Violation]:
    """After "ten eerste" comes "ten derde"."""
    path, last = "", 0
    for match in NTH.find(texts):
        if match.span.path != path:
            path, last = match.span.path, 0
        number = ORDINALS.index(match.part("ordinal"))
        if number > last + 1:
            yield violation(match.span, "skipped", found=match.text, missing=f"ten {ORDINALS[number - 1]}")
        last = number
    sided = _ONE_SIDE.find(texts)
    after = {id(one): other for one, other in pairwise(texts.passages)} if sided else {}
    for match in sided:
        passage, following = match.passage, after.get(id(match.passage))
        if _OTHER_SIDE.find_in(passage, match.end) or _OTHER_SIDE.find_in(passage, *match.sentence):
            continue
        if not following or not _OTHER_SIDE.find_in(following):
            yield violation(match.span, "one-side", found=match.text)
