# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Terms that are marked as foreign, words that could be but are not, and the fix that marks them."""

from __future__ import annotations

from jvom.analysis.marked_terms import MarkedTerm, marked_terms
from jvom.analysis.name_spellings import NamePlace
from jvom.checks.glossaries import spelling_groups
from jvom.checks.replacements import replace
from jvom.checks.views import Texts
from jvom.findings import Fix
from jvom.messages import msg

#: The languages that a mark can name.
LANGUAGES = {"nl": msg("Nederlands"), "en": msg("Engels"), "fr": msg("Frans"), "de": msg("Duits")}
#: The kinds of passages in which a term can't be marked.
UNMARKABLE = ("alternative", "value")


def marked_terms_by_part(texts: Texts) -> tuple[tuple[MarkedTerm, ...], ...]:
    """Return the marked foreign terms of each group of texts that should spell alike (`spelling_groups`)."""
    return tuple(tuple(marked_terms(passages)) for passages in texts.memo(spelling_groups))


def is_plain_dutch(place: NamePlace) -> bool:
    """Tell whether words are plain Dutch text, not a quoted title, an address or part of a compound."""
    return (
        place.passage.kind not in UNMARKABLE
        and place.is_dutch
        and not place.is_in_compound
        and not place.is_joined
        and not place.is_quoted
    )


def mark_fix(place: NamePlace, language: str) -> Fix | None:
    """Return the fix that marks a term, or None in data and front matter, where an asterisk is no markup."""
    if place.passage.kind in ("title", "value"):
        return None
    tag = "" if language == "en" else f"{{lang={language}}}"
    return replace(place.passage, place.start, place.end, f"*{place.text}*{tag}", safe=False)
