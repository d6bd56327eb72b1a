# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT014: the words that join the first and last day of a period."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.messages import msg

_DAY = "{date|year|digits}"
_NO_PERIOD = Phrase(
    f"{_DAY} joined=(tot met|tot en|tot aan met|tot aan en met|t/m tot|tot t/m) {{date|year}}",
    f"{_DAY} joined=(tot en met tot|tot tot en met) {{date|year}}",
    f"van|vanaf {_DAY} joined=(en met) {{date|year}}",
)
_BETWEEN = Phrase(f"tussen {_DAY} joined=(tot|tot en met|t/m) {{date|year}}")
_FROM = Phrase("vanaf {date|year} joined=en {date|year}")


@rule("DAT014", WARNING, Scope.TEXTS)
def period_words(texts: Texts) -> Iterator[Violation]:
    """The words between the first and last day of a period lack one, or have one too many."""
    for phrase, advice in (
        (_NO_PERIOD, msg("schrijf «van ... tot en met ...», of «tot» als de laatste dag niet meetelt")),
        (_BETWEEN, msg("schrijf «tussen ... en ...», of «van ... tot en met ...»")),
        (_FROM, msg("schrijf «van ... tot en met ...», of «tussen ... en ...»")),
    ):
        for match in phrase.find(texts):
            words = " ".join(match.part("joined").split())
            message = msg("«{words}» hoort niet tussen deze twee data", words=words)
            yield Violation(match.passage.span_of(match["joined"]), message, advice)


RULES = (period_words,)
