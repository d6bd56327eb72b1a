# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text says that a mandate, framework or mission ends."""

from __future__ import annotations

import datetime

from jvom.analysis.phrases import Phrase
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rules.mandates.mandate_table import Row
from jvom.checks.rules.mandates.mandate_texts import ENDED, stated_ends
from jvom.checks.rules.mandates.mission_sentences import Sentence, mission_sentences
from jvom.checks.views import Texts

_ENDING = Phrase(
    "beëindig*|geëindigd|eindig|eindigde|eindigt|afgelopen|afloop|afliep|verstreken|verlopen|stopgezet|gestopt"
    "|stopte|opgeheven|afgerond|teruggetrokken",
    "recently=afgelopen jaar|jaren|maand|maanden|week|weken|periode|tijd",
    "liep|loopt|liepen|lopen {word}...6? af",
    "ten einde",
    "niet langer? verleng*",
    "laatste keer|maal",
)


def mentions_end(texts: Texts, row: Row, kind: str, until: datetime.date) -> bool:
    """Tell whether a text says that a row's ``mandaat`` or ``kader``, or its mission, ends."""
    if any(end.allows(until) for end in texts.memo(stated_ends).get((row.id, kind), ())):
        return True
    for sentence in texts.memo(_ending_sentences).get(row.id, ()):
        place = sentence.passage, sentence.start, sentence.end
        if any("recently" not in each for each in _ENDING.find_in(*place)) and (
            ENDED.find_in(*place) or has_any_whole(sentence.text.lower(), row.names)
        ):
            return True
    return False


def _ending_sentences(texts: Texts) -> dict[str, list[Sentence]]:
    return mission_sentences(texts, {match.passage for match in _ENDING.find(texts)})
