# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections and appendices that a text refers to by number and that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.phrases import Phrase, Reads
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.section_numbers import (
    numbering,
    numbers_of_report,
    references_in,
)
from jvom.checks.views import DossierView, Texts


@rule("REF002", ERROR, Scope.TEXTS, loose=WARNING)
def unknown_section(texts: Texts) -> Iterator[Violation]:
    """The text refers to a section that is not there."""
    if isinstance(texts, DossierView):
        yield from _unknown_titles(texts)
    for text in texts.texts:
        known = numbering(text).sections
        if text.document == "tekst" and not any(each.partition(".")[0] == "1" for each in known):
            continue  # A part of a longer text, which may have the others.
        for passage, reference in references_in(text) if known else ():
            missing = [number for number in reference.numbers if number not in known]
            if reference.appendix or not missing or _TITLED.match_at(passage, reference.end):
                continue
            bare = passage.text[reference.start].isdigit()
            if not bare or missing[0].partition(".")[0] in known:
                above = missing[0].rpartition(".")[0]
                last = ["", *(each for each in known if each.rpartition(".")[0] == above)][-1]
                wording, number = "after-last" if last else "nowhere", " en ".join(missing)
                yield violation(passage.span_of(reference), wording, number=number, last=last)


#: Who has the title of a section at hand, has copied both: "paragraaf 6.8, «Kleuren»".
_TITLED = Phrase(",? {quotation}")
#: A section that is referred to by its title; what comes next may say that it is in another text.
_BY_TITLE = Phrase(
    "paragraaf|hoofdstuk|deelparagraaf|subparagraaf|tussenkop|kopje|kop|sectie title={quotation}"
)
_OF_OTHER = Phrase(",? van|uit|in|op|bij {word}")


def _unknown_titles(dossier: DossierView) -> Iterator[Violation]:
    """Yield the titles between quotation marks that no section or heading of the dossier has."""
    found = _BY_TITLE.find(dossier, Reads.TYPED)
    kinds = ("title", "heading")
    titles = {_plain(each.text) for each in dossier.passages if found and each.kind in kinds}
    for match in found:
        start, end = match["title"].start, match["title"].end
        if _plain(match.passage.text[start:end]) not in titles and not _OF_OTHER.match_at(match.passage, end):
            yield violation(match.passage.span(start, end), "no-title", number=match.passage.text[start:end])


def _plain(title: str) -> str:
    return title.strip("\"'‘’“”«» .,").lower()


@rule("REF009", ERROR, Scope.TEXTS, loose=WARNING)
def unknown_appendix(texts: Texts) -> Iterator[Violation]:
    """The text refers to an appendix that is not there."""
    if isinstance(texts, DossierView) and len(texts.memo(numbers_of_report).appendices) == 1:
        for match in _appendices_of_report(texts.memo(report_names)).find(texts, Reads.TYPED):
            yield violation(match.passage.span_of(match["appendices"]), "only-one", count=1, severity=WARNING)
    for text in texts.texts:
        appendices = numbering(text).appendices
        for passage, reference in references_in(text):
            known = set(appendices)
            if isinstance(texts, DossierView):
                if passage.document in ("brief", "nota") and texts.data.nota:
                    known |= {str(number + 1) for number in range(texts.data.nota.attachments)}
            elif not known or (passage.document == "tekst" and passage.text[reference.start] in "Aa"):
                continue  # An "annex" or "appendix" belongs to a treaty or contract.
            if reference.appendix and not known.issuperset(reference.numbers):
                yield violation(passage.span_of(reference), "unknown", count=len(known))


@cache
def _appendices_of_report(names: ReportNames) -> Phrase:
    report = names.phrase("rapportage", "voortgangsrapportage", "rapport", "voortgangsrapport")
    return Phrase(f"appendices=(de bijlagen) bij|van|achter deze|de|het|dit {report}")
