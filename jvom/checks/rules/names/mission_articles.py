# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""NAM009: a mission has an article here, and none elsewhere: "de UNIFIL", "UNIFIL"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.name_spellings import name_places
from jvom.analysis.near_names import ends_name
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView

_ARTICLE = Phrase("de")
_BEFORE = Phrase(
    "{preposition|finite_verb|plural_verb}",
    "en|of|dat|als|omdat|doordat|zodat|terwijl|hoewel|maar|want|toen|nadat|voordat|waar|dan|ook|zoals|wanneer",
)
_KINDS = ("paragraph", "item", "quote", "footnote")
#: How many times as often the one form must be there as the other.
_USUAL = 2


@rule("NAM009", WARNING, Scope.DOSSIER)
def mission_with_article(dossier: DossierView) -> Iterator[Violation]:
    """The name of a mission has an article, and elsewhere it has none."""
    for mission in dossier.dossier.missions.missions:
        if not mission.name.isupper():
            continue
        with_article, without = [], []
        for place in name_places(dossier, mission.name):
            if place.text == mission.name and place.passage.kind in _KINDS and ends_name(place):
                if article := _ARTICLE.match_before(place.passage, place.start):
                    with_article.append(place.passage.span(article.start, place.end))
                elif place.start == place.sentence[0] or _BEFORE.match_before(place.passage, place.start):
                    without.append(place)
        if with_article and len(without) >= _USUAL * len(with_article):
            for span in with_article:
                yield violation(span, name=mission.name, related=without[0].span)


RULES = (mission_with_article,)
