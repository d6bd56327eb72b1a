# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""NAM009: a mission has an article here, and none elsewhere: "de UNIFIL", "UNIFIL"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import has_class
from jvom.analysis.name_spellings import NamePlace, name_places
from jvom.analysis.near_names import ends_name
from jvom.analysis.passages import RUNNING
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView

#: What a name stands behind when it is the name of that, or part of a longer name.
_NAMED = Phrase("{determiner|noun|adjective}")
#: What follows a name that is only part of a noun or of a longer name.
_LONGER = Phrase("-", "{noun|capital}")
_ARTICLES = ("de", "het")


@rule("NAM009", WARNING, Scope.DOSSIER)
def mission_with_article(dossier: DossierView) -> Iterator[Violation]:
    """The name of a mission has an article, and elsewhere it has none."""
    for mission in dossier.dossier.missions.missions:
        first = mission.name.partition(" ")[0]
        behind = ((passage, number - 1) for passage, number in dossier.words.get(first.lower(), ()) if number)
        articles = (passage.lowered_words[number] in _ARTICLES for passage, number in behind)
        if not first.isupper() or not any(articles):
            continue
        places = [
            place
            for place in name_places(dossier, mission.name)
            if place.text == mission.name and place.passage.kind in RUNNING
        ]
        with_article = [place for place in places if _has_article(place) and _ends(place)]
        if not with_article:
            continue
        without = [place for place in places if _has_no_article(place) and _ends(place)]
        if len(without) >= len(with_article):
            for place in with_article:
                article = place.passage.words[place.first - 1][0]
                span = place.passage.span(article, place.end)
                yield violation(span, name=mission.name, related=without[0].span)


def _has_article(place: NamePlace) -> bool:
    return place.word(-1).lower() in _ARTICLES and place.passage.text[place.start - 1].isspace()


def _ends(place: NamePlace) -> bool:
    longer = None if ends_name(place) else _LONGER.match_at(place.passage, place.end)
    if longer is None or has_class(longer.text.lower(), "verb"):
        return True
    return longer.text.lower() in word_class("numeral")  # "leverde aan UNTSO twaalf militairen"


def _has_no_article(place: NamePlace) -> bool:
    """Tell whether a name begins a sentence, or follows a word after which it could have an article."""
    before = place.word(-1).lower()
    if place.start == place.sentence[0] or before in word_class("preposition") or has_class(before, "verb"):
        return True
    return _NAMED.match_before(place.passage, place.start) is None
