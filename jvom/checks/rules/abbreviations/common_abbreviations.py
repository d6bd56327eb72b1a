# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""ABR012: an abbreviation that is a common noun has capitals: "de NGO", "OV-reizigers"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.name_spellings import NamePlace, name_places
from jvom.analysis.passages import RUNNING
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.abbreviations.abbreviation_uses import registers
from jvom.checks.views import DossierView, Texts

#: Beside one of these it is part of a name: "MBO Raad", "MKB-Nederland", "de Regiegroep MKB".
_CAPITAL = Phrase("{capital}", "-{capital}", "{digits}", "-{digits}", "&")
#: In the title of an act or a paper it is typed as there: "de Regeling keuring MBO".
_TITLE = Phrase(
    "Actieplan|Beleidsregel|Beleidsregels|Besluit|Circulaire|Convenant|Handreiking|Monitor|Nota|Notitie|Programma"
    "|Regeling|Richtlijn|Subsidieregeling|Verordening|Wet {word}...5?",
    "Staat van {word}...4?",
)


@rule("ABR012", WARNING, Scope.TEXTS)
def abbreviation_in_capitals(texts: Texts) -> Iterator[Violation]:
    """An abbreviation that is a common noun has capitals, in a list of abbreviations or where none has it."""
    listed = {
        form.lower() for each in texts.memo(registers) for entry in each.entries for form in entry.forms
    }
    for entry in texts.dossier.glossary.abbreviations if isinstance(texts, DossierView) else ():
        short = entry.abbreviation
        if entry.language == "nl" and short.isupper() and short.lower() in word_class("common_abbreviation"):
            yield violation(entry.at.value("abbreviation"), found=short, better=short.lower())
    typed = texts.index.typed_forms
    for form in sorted(word_class("common_abbreviation") - listed):
        capitals = form.upper()
        if capitals not in typed:
            continue
        places = [place for place in name_places(texts, capitals) if place.text == capitals]
        if any(map(_is_in_brackets, places)):
            continue  # a text introduces it
        for place in places:
            if place.passage.kind in RUNNING and not _is_in_name(place):
                yield violation(place.span, found=capitals, better=form)


def _is_in_brackets(place: NamePlace) -> bool:
    return place.passage.text[place.start - 1 : place.end + 1] == f"({place.text})"


def _is_in_name(place: NamePlace) -> bool:
    for beside in (_CAPITAL, _TITLE):
        before = beside.match_before(place.passage, place.start)
        if before and before.start > place.sentence[0]:
            return True
    return place.is_quoted or _CAPITAL.match_at(place.passage, place.end) is not None
