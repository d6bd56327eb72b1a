# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""FIG010: "beide" and other counts that differ from the number of names beside them."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.entities import entities
from jvom.analysis.name_lists import NameList
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import Texts

_COUNTS = {"beide": 2, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
#: What is counted: "beide landen", "alle drie de missies", "de twee oprichters".
_COUNTED = Phrase(
    "count=beide *e? {named_plural}",
    "all=alle count=twee|drie|vier|vijf|zes de? *e? {named_plural}",
    "the=de count=twee|drie|vier|vijf|zes de? *e? {named_plural}",
)
#: The names after a count: "beide landen (A, B en C)", "de vier partners, A en B,". A colon or a bracket
#: after "de vier landen" is left to FIG005.
_AFTER = Phrase(r",|:|\( names={names} ,|\)|.", "names={names}")
_AFTER_ARTICLE = Phrase(r", names={names} ,|\)|.")
#: The names before a count: "A, B en C zijn de twee oprichters".
_CAPITAL = Phrase("{capital}")
_BEFORE = Phrase("names={names} zijn|waren|vormen|vormden|blijven")


@rule("FIG010", ERROR, Scope.TEXTS, local=True)
def names_against_count(texts: Texts) -> Iterator[Violation]:
    """There are more or fewer names than "beide" or the number says."""
    for match in _COUNTED.find(texts):
        passage, count = match.passage, match["count"]
        written = passage.text[count.start : count.end]
        names = _counted_names(match)
        if names and not names.fewest <= _COUNTS[match.part("count")] <= names.most:
            span, there = (passage.span_of(each) for each in (count, names))
            yield violation(span, written=written, count=names.most, related=there)


def _counted_names(counted: Match) -> NameList | None:
    """Return the counted names: after the count, before it, or in the sentence before."""
    passage, start = counted.passage, counted.start
    found = (_AFTER_ARTICLE if "the" in counted else _AFTER).match_at(passage, counted.end)
    if not found and "all" not in counted:
        found = _BEFORE.match_before(passage, start)
    if found:
        return found.value("names", NameList)
    begins = passage.sentence_at(start)[0] == start and not _CAPITAL.match_at(passage, counted.end)
    return _only_names(passage, start) if begins else None


def _only_names(passage: Passage, at: int) -> NameList | None:
    """Return the names in the sentence before, if it has no others."""
    start, end = passage.sentence_at(max(0, at - 2))
    found = [each for each in entities(passage, "names") if start <= each.start and each.end <= end <= at]
    if len(found) != 1:
        return None
    capitals = _CAPITAL.find_in(passage, start + 1, end)
    return found[0] if all(found[0].start <= each.start < found[0].end for each in capitals) else None
