# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule that every abbreviation in the text is in the list."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.abbreviations import Abbreviation
from jvom.analysis.entities import entities
from jvom.analysis.passages import Passage
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import registers
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import Message, msg

_WORD = pattern(r"\w+")
#: Shorter abbreviations resemble too many others.
_SHORTEST_MISTYPED = 4


@rule(
    "ABR001",
    "unknown-abbreviation",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting staat niet in de lijst met afkortingen"),
)
def unknown_abbreviation(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is not in the list of abbreviations."""
    for register in texts.memo(registers):
        if not register.listed:
            continue
        names = (name for entry in register.entries for name in (*entry.forms, entry.expansion))
        known = {word for name in names for word in _words(name)}
        if isinstance(texts, DossierView):
            known |= _registered_words(texts)
        by_abbreviation: dict[str, list[tuple[Passage, Abbreviation]]] = {}
        for document in register.documents:
            for passage in document.passages:
                if passage.kind != "value" or passage.section == "mandates.yml":
                    for each in entities(passage, "abbreviation"):
                        if each.text not in known:
                            by_abbreviation.setdefault(each.singular, []).append((passage, each))
        # Listed abbreviations in other capitals are left to the rules on form and plural.
        folded = {word.lower() for entry in register.entries for form in entry.forms for word in _words(form)}
        for short, places in by_abbreviation.items():
            if short in known or short.lower() in folded:
                continue
            passage, first = places[0]
            yield Violation(
                passage.span(first.start, first.end),
                msg("de afkorting «{short}» staat niet in de lijst met afkortingen", short=short),
                _advice(short, known),
                related=tuple(_also_here(*place) for place in places[1:4]),
            )


def _advice(short: str, known: set[str]) -> Message:
    """Return the advice on an unknown abbreviation: one much like a known one is most often a typo."""
    from difflib import get_close_matches

    intended = sorted(word for word in known if len(word) >= _SHORTEST_MISTYPED and not word.islower())
    for meant in (
        get_close_matches(short, intended, n=1, cutoff=0.75) if len(short) >= _SHORTEST_MISTYPED else ()
    ):
        return msg(
            "bedoelde u «{meant}»? Zet de afkorting anders in de lijst, of schrijf voluit wat er bedoeld is",
            meant=meant,
        )
    return msg("zet de afkorting in de lijst, of schrijf voluit wat er bedoeld is")


def _also_here(passage: Passage, place: Abbreviation) -> Related:
    return Related(passage.span(place.start, place.end), msg("ook hier staat «{short}»", short=place.text))


def _words(name: str) -> list[str]:
    return _WORD.findall(name)


def _registered_words(view: DossierView) -> set[str]:
    names = [view.data.short, view.data.title]
    for mission in view.dossier.missions.missions:
        names += (mission.name, mission.official, *mission.accepted, *mission.rejected, *mission.places)
    for name in view.dossier.names.names:
        names += (name.name, *name.accepted, *name.rejected)
    return {word for name in names for word in _words(name)}


RULES = (unknown_abbreviation,)
