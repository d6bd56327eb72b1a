# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sentence says that a mission rests on, against the table of mandates."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import plain_passage
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.mandates.mandate_table import Row
from jvom.checks.rules.mandates.mission_sentences import Sentence

#: What a mission rests on, by the word for it.
RESTS = Phrase(
    "berust|berusten|rust|rusten|steunt|stoelt|gebaseerd|gegrond|gestoeld",
    "rechtsbasis|rechtsgrond*|grondsla*",
    "volgt|volgen|volgde uit",
    "begon|begonnen|ontstond|ontstaan met|bij|door|na|uit",
    "komt|kwam|vloeit|vloeide voort uit",
    "voortgekomen|voortgevloeid uit",
    "ingesteld|opgericht|opgezet bij|met|krachtens|door|volgens",
    "een mandaat van de {capital}",
)
NOT = Phrase("niet|geen|evenmin|noch|nooit|anders")
_BASES = Phrase(
    "un=resolutie|resoluties|*-resolutie|*-resoluties|veiligheidsraadsresolutie",
    "un=besluit|mandaat van de VN-Veiligheidsraad|Veiligheidsraad|VN",
    "eu=besluit|mandaat van de Raad|EU",
    "eu=besluit|mandaat van de Europese Unie",
    "eu=raadsbesluit|eu-besluit",
    "treaty=protocol|verdrag|overeenkomst|akkoord|verzoek|uitnodiging|*akkoord|*verdrag",
)
_ON_DAY = Phrase("van|uit|d.d.? day={date|year}")


def based_otherwise(sentence: Sentence, row: Row) -> Iterator[Violation]:
    """Yield another kind of legal basis than the table gives, or the same of another day or year."""
    passage, place = sentence.passage, sentence.part or (sentence.start, sentence.end)
    announced = sentence.lead is not None and RESTS.find_in(sentence.lead)
    if not (announced or RESTS.find_in(passage, sentence.start, sentence.end)) or NOT.find_in(
        passage, *place
    ):
        return
    there = plain_passage(row.basis.text)
    said, right = _BASES.find_in(passage, *place), _BASES.find_in(there)
    kinds = {part for match in right for part in match.parts}
    for match in said if kinds else ():
        if kinds.isdisjoint(part for each in said for part in each.parts):
            yield violation(match.span, "basis", words=row.basis.text, related=row.basis.span)
            return
        same = [each for each in right if each.text.lower() == match.text.lower()]
        day = _ON_DAY.match_at(passage, match.end)
        right_day = _ON_DAY.match_at(there, same[0].end) if same else None
        # "3 mei 1981" can be another day; of what is written less wholly only the year counts.
        whole = day and right_day and len(day.text.split()) == len(right_day.text.split())
        last = slice(None if whole else -4, None)
        if day and right_day and day.text[-4:].isdecimal() and day.text[last] != right_day.text[last]:
            yield violation(
                passage.span_of(day["day"]), "basis", words=row.basis.text, related=row.basis.span
            )
