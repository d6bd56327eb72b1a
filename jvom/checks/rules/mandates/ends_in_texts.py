# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How texts tell an end of a mandate or framework that is no full date: a year, or that there is none."""

from __future__ import annotations

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.years import is_year

#: A year in which a mandate may end, the only one without a month that counts.
_ENDING_YEAR = Phrase(
    "(tot en met|t/m|tot|uiterlijk) year={four_digits}",
    "{ending} in|per year={four_digits}",
    "loopt|lopen|liep|liepen ...8 af in|per year={four_digits}",
    "loopt|lopen|liep|liepen ...8 in|per year={four_digits} af",
    "in|per year={four_digits} {ending}",
    "in|per year={four_digits} loopt|lopen|liep|liepen ...16 af",
)
#: How a text says that there is no end, no framework, or no framework with an end.
NO_END = Phrase(
    "geen|zonder {word}? einddatum|afloopdatum|eindpunt|eindtermijn|tijdslimiet|tijdsbeperking",
    "niet aan een einddatum|termijn|tijd|periode gebonden",
    "niet in de? tijd begrensd|beperkt|gebonden|gelimiteerd",
    "onbepaalde|onbeperkte tijd|duur|termijn|periode",
    "onbeperkt geldig|houdbaar",
    "onbeperkt (in tijd|van duur|van kracht)",
    "onbepaald",
    "mandaat|kader dat gewoon? doorloopt|voortduurt ({end}|,)",
    "none=geen nationaal|Nederlands kader",
    "either=geen {word}? kader|kaders met|waarvan|waarvoor een? {word}? einddatum|afloopdatum|eindpunt",
    "mandaat|kader loopt gewoon|nog|steeds|altijd|voorlopig...3? door ({end}|,)",
)


def ending_years(passage: Passage) -> tuple[DateExpression, ...]:
    """Return the years in which a mandate may end according to a passage, each as a date without a month."""
    places = [match["year"] for match in _ENDING_YEAR.find_in(passage)] if passage.years else []
    return tuple(
        DateExpression(start=start, end=end, text=text, form="words", year=int(text), year_written=text)
        for start, end in ((place.start, place.end) for place in places)
        if is_year(text := passage.text[start:end])
    )
