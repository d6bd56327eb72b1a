# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG027: the article of a compound is that of its last part: "het vredesakkoord", "de vredesmissie"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.checks.words.phrases import match_case

_WRONG = Phrase("article=het|dit noun={de_noun}", "article=de|deze noun={het_noun}")
_RIGHT = {"het": "de", "dit": "deze", "de": "het", "deze": "dit"}
#: The least length of the part before the last.
_SHORTEST_FIRST_PART = 3


@rule("LNG027", WARNING, Scope.TEXTS, fixable=True, local=True)
def article_of_compound(texts: Texts) -> Iterator[Violation]:
    """A compound has the wrong article."""
    endings = [ending[1:] for ending in word_class("de_noun", "het_noun")]
    for match in _WRONG.find(texts, Reads.DUTCH):
        noun = match.written("noun")
        parts = [noun.removesuffix(ending) for ending in endings if noun.endswith(ending)]
        if noun[0].islower() and max(map(len, parts), default=0) >= _SHORTEST_FIRST_PART:
            better = match_case(match.text, f"{_RIGHT[match.part('article')]} {noun}")
            yield correction(match.passage, match.start, match.end, better, found=match.text, safe=False)


RULES = (article_of_compound,)
