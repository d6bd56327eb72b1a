# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The resolutions of the Security Council that the texts of a run name."""

from __future__ import annotations

from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.resolutions import ResolutionMention
from jvom.analysis.stretches import Stretch
from jvom.checks.views import Texts


class NamedResolution(Stretch, frozen=True):
    """A resolution that a passage names; `document` is the passage's, or the file without a dossier."""

    mention: ResolutionMention
    document: str


def named_resolutions(texts: Texts) -> tuple[NamedResolution, ...]:
    """Return the resolutions in all texts that are not of another body, in reading order.

    The data of a dossier comes last, as the report prints it in its appendix.
    """
    of_other_body = {(match.passage, match.sentence) for match in _OTHER_BODY.find(texts, Reads.PRINTED)}
    named = [
        NamedResolution(each, mention.start, mention.end, mention, each.compared_in or each.document)
        for each in texts.passages
        for mention in each.resolutions
        if mention.form not in _FORMS_OF_ANY_BODY
        or (each, each.sentence_at(mention.start)) not in of_other_body
    ]
    return tuple(sorted(named, key=lambda named: named.passage.kind == "value"))


#: How a resolution may be named that is of another body, when its sentence names that.
_FORMS_OF_ANY_BODY = ("resolutie", "VN-resolutie", "UN-resolutie")
#: Other bodies whose resolutions have a number and a year.
_OTHER_BODY = Phrase(
    "Algemene|Parlementaire Vergadering|Assemblee",
    "General|Parliamentary Assembly",
    "Raad van Europa",
    "Europees Parlement",
    "Internationale Maritieme Organisatie",
    "AVVN|IAEA|IAO|IMO|Mensenrechtenraad",
)
