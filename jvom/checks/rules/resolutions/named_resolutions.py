# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The resolutions of the Security Council that the texts of a run name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.resolutions import ResolutionMention
from jvom.checks.views import DossierView, Texts


class NamedResolution(NamedTuple):
    """A resolution that a passage names; `document` is the passage's, or the file without a dossier."""

    passage: Passage
    mention: ResolutionMention
    document: str


def named_resolutions(texts: Texts) -> tuple[NamedResolution, ...]:
    """Return the resolutions in all texts that are not of another body, in reading order.

    The data of a dossier comes last, as the report prints it in its appendix.
    """
    of_dossier = isinstance(texts, DossierView)
    named = [
        NamedResolution(passage, mention, passage.document if of_dossier else text.path)
        for text in texts.texts
        for passage in text.passages
        for mention in passage.resolutions
        if not _of_another_body(passage, mention)
    ]
    return tuple(sorted(named, key=lambda named: named.passage.kind in ("value", "head", "cell")))


_NEAR = 300
#: Other bodies whose resolutions have a number and a year.
_OTHER_BODIES = (
    "Algemene Vergadering",
    "AVVN",
    "General Assembly",
    "Parlementaire Vergadering",
    "Parlementaire Assemblee",
    "Raad van Europa",
    "Parliamentary Assembly",
    "Europees Parlement",
    "Mensenrechtenraad",
    "Internationale Maritieme Organisatie",
    "IAEA",
    "IAO",
    "IMO",
)


def _of_another_body(passage: Passage, mention: ResolutionMention) -> bool:
    """Tell whether a resolution may be one of another body that its sentence names."""
    if mention.form not in ("resolutie", "VN-resolutie", "UN-resolutie"):
        return False
    first, last = passage.sentence_at(mention.start)
    near = passage.text[max(first, mention.start - _NEAR) : min(last, mention.end + _NEAR)]
    return any(body in near for body in _OTHER_BODIES)


_ODD = Phrase(
    "VNVR-resolutie|VNVR-resoluties|VN-resolutie|VN-resoluties|veiligheidsraadresolutie*"
    " number=({digits}.{digits}|{digits})",
    "veiligheidsraad-resolutie|veiligheidsraad-resoluties number=({digits}.{digits}|{digits})",
)


def odd_numbers(texts: Texts) -> Iterator[tuple[Match, str]]:
    """Yield the resolutions whose number has more than four digits, or a point: "2.790"."""
    for match in _ODD.find(texts, Reads.TYPED):
        number = match.part("number")
        if "." in number or len(number) > 4:
            yield match, number
