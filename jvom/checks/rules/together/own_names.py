# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What letter, nota and report call themselves."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase, Reads
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView


@rule("LET009", WARNING, Scope.TEXTS)
def report_calls_itself_letter(texts: Texts) -> Iterator[Violation]:
    """The report calls itself a letter."""
    reports = {text.path for text in texts.texts if text.document == "tekst" and _is_report(text)}
    for wrong, other, documents in (
        (_THIS_NOTA, _OTHER_NOTA, ("brief", "rapport")),
        (_THIS_LETTER, _OTHER_LETTER, ("rapport",)),
        (_WITH_LETTER, _OTHER_LETTER, ("nota",)),
        (_YOUR_CHAMBER, None, ("rapport",)),
    ):
        for match in wrong.find(texts, Reads.TYPED):
            passage = match.passage
            document = "rapport" if passage.whole.path in reports else passage.document
            if passage.kind == "value" or document not in documents:
                continue
            if other is None:
                yield violation(match.span, "your-chamber")
            elif not other.find_in(passage, 0, match.start):
                yield violation(match.span, "other-name", right=_RIGHT_NAMES[document])


_RIGHT_NAMES = {"brief": "deze brief", "nota": "deze nota", "rapport": "deze rapportage"}
_THIS = "deze|onderhavige|voorliggende"
_THIS_NOTA = Phrase(f"{_THIS} nota|beslisnota|beleidsnota")
_OTHER_NOTA = Phrase("de|een|die {word}...3? *nota")
_WITH_LETTER = Phrase(f"met|middels|bij|in {_THIS} brief|kamerbrief|aanbiedingsbrief")
_THIS_LETTER = Phrase(f"{_THIS} jaarlijkse? *brief|*missive", "dit schrijven")
_YOUR_CHAMBER = Phrase("uw Kamer")
_OTHER_LETTER = Phrase("de|een|die|zijn|haar|eerdere {word}...3? *brief")
_HEADINGS_OF_A_REPORT = 5


def _is_report(text: TextView) -> bool:
    if any(text.texts.settings.letter.opens(passage.text) for passage in text.passages):
        return False
    headings = [passage.text.lower() for passage in text.passages_of("heading", "title")]
    signs = ("rapportage", *text.texts.settings.report.opens_with)
    named = any(sign in words for words in headings for sign in signs)
    if any(words.endswith("nota") or "nota " in words for words in headings):
        return False  # "Zienswijzenota woonvisie"
    return named and len(headings) >= _HEADINGS_OF_A_REPORT
