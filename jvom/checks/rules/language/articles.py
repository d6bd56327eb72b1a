# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG027: the article of a compound is that of its last part: "het vredesakkoord", "de vredesmissie"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.checks.views import Texts

#: Last parts that take "de".
_DE = tuple(
    """
    missie operatie resolutie regering coalitie eenheid training rapportage bijdrage vergadering periode
    situatie oefening patrouille samenwerking organisatie bewaking evaluatie capaciteit strategie
    """.split()
)
#: Last parts that take "het".
_HET = tuple(
    """
    mandaat rapport parlement kabinet gebied verdrag conflict besluit bestand akkoord programma verslag
    onderzoek team project fonds proces bataljon detachement hoofdkwartier schip personeel materieel systeem
    beleid overleg netwerk
    """.split()
)
_LAST_PARTS = (*_DE, *_HET)
#: Their last letters, for one look-up before the endings are tried one by one.
_TAIL = 4
_TAILS = frozenset(last[-_TAIL:] for last in _LAST_PARTS)
#: By article: the last parts that it is wrong for, and the right article.
_WRONG = {"het": (_DE, "de"), "dit": (_DE, "deze"), "de": (_HET, "het"), "deze": (_HET, "dit")}
#: Marks after which a word continues: "de lesprogramma's", "het trainingsmissie-overleg".
_WORD_CONTINUES = ("-", "'", "’")
#: The least length of the part before the last.
_SHORTEST_FIRST_PART = 3


@rule(
    "LNG027",
    "article-of-compound",
    WARNING,
    Scope.TEXTS,
    msg("Voor een samenstelling staat het verkeerde lidwoord"),
    fixable=True,
)
def article_of_compound(texts: Texts) -> Iterator[Violation]:
    """A compound has the wrong article."""
    for word, places in texts.words.items():
        if word[-_TAIL:] not in _TAILS or not word.endswith(_LAST_PARTS):
            continue
        for passage, number in places if _is_compound(word) else ():
            wrong = _WRONG.get(passage.lowered_words[number - 1]) if number else None
            if wrong is None or not word.endswith(wrong[0]):
                continue
            (start, end), (begin, last) = passage.words[number - 1 : number + 1]
            text = passage.text
            adjacent = begin == end + 1 and text[end].isspace() and text[begin].islower()
            if adjacent and text[last : last + 1] not in _WORD_CONTINUES and passage.is_dutch(start, last):
                better = wrong[1].capitalize() if text[start].isupper() else wrong[1]
                yield Violation(
                    passage.span(start, last),
                    msg("«{found}»: het lidwoord past niet bij het woord", found=text[start:last]),
                    msg("schrijf «{better}»", better=f"{better} {text[begin:last]}"),
                    replace(passage, start, end, better, safe=False),
                )


def _is_compound(word: str) -> bool:
    return any(word.endswith(last) and len(word) >= len(last) + _SHORTEST_FIRST_PART for last in _LAST_PARTS)


RULES = (article_of_compound,)
