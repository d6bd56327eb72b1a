# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The date from which a text looks back and ahead: that of its document."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.views import DossierView
from jvom.dutch.characters import SPACE
from jvom.dutch.patterns import pattern
from jvom.kinds import KINDS

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts, TextView
    from jvom.findings import DocumentKind


class ReferenceDate(msgspec.Struct, frozen=True):
    """A date, and whether the document itself gives it as its own."""

    day: datetime.date
    certain: bool


#: How many passages from the top the date of a loose text is looked for.
_HEAD = 25
_DATE_LINE = pattern(
    rf"(?:(?:datum|date|den{SPACE}haag|'s-gravenhage|’s-gravenhage){SPACE}?[:,]?{SPACE}{{0,4}})?\Z",
    re.IGNORECASE,
)


def reference_date(text: TextView, passage: Passage) -> ReferenceDate:
    """Return the date of the letter, nota or report that a passage belongs to.

    A loose text is dated by a separate line near its top ("Datum 20 mei 2026"), or else as of today.
    """
    texts = text.texts
    if isinstance(texts, DossierView):
        return ReferenceDate(document_date(texts, passage.document), True)
    return texts.memo(own_days).get(text.path, ReferenceDate(texts.as_of, False))


def document_date(dossier: DossierView, document: DocumentKind) -> datetime.date:
    """Return the date of a document of the dossier; the presentation date for its data."""
    data = next((kind.data(dossier.data) for kind in KINDS if kind.name == document), None)
    day: datetime.date = getattr(data, "date", None) or dossier.data.presentation_date
    return day


def own_days(texts: Texts) -> dict[str, ReferenceDate]:
    """Return the dates that loose texts have on a line of their own near their top, by path."""
    found = {}
    for text in texts.texts:
        for passage in text.passages[:_HEAD]:
            if len(passage.text) > 60 or not passage.dates:
                continue
            date = passage.dates[-1]
            alone = _DATE_LINE.match(passage.text[: date.start]) and not passage.text[date.end :].strip(" .")
            if alone and date.date and len(passage.dates) == 1:
                found[text.path] = ReferenceDate(date.date, True)
                break
    return found
