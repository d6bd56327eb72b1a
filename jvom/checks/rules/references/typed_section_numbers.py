# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of sections and appendices that were typed, and so stay behind when sections move."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.section_references import SectionReference, mark_of_heading, number_of_heading
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.section_numbers import Numbered, numbers_of_report, references_in
from jvom.checks.views import DossierView


@rule("REF001", WARNING, Scope.DOSSIER, fixable=True)
def typed_section_number(dossier: DossierView) -> Iterator[Violation]:
    """The number of a section is typed by hand."""
    numbers = dossier.memo(numbers_of_report)
    for text in dossier.texts:
        for passage in text.passages_of("title", "heading"):
            typed = number_of_heading(passage.typed)
            title = typed.title if typed else mark_of_heading(passage.typed)
            if title and passage.typed[title : title + 1].isalpha():
                yield violation(passage.span(0, len(passage.typed[:title].rstrip())), "heading")
        for passage, reference in references_in(text):
            known = numbers.appendices if reference.appendix else numbers.sections
            meant = [known[number] for number in reference.numbers if number in known]
            if len(meant) == len(reference.numbers):
                yield _typed_number(passage, reference, meant)


def _typed_number(passage: Passage, reference: SectionReference, meant: list[Numbered]) -> Violation:
    link = f"[](#{('..' if reference.through else ',').join(each.id for each in meant)})"
    wording = "sections" if len(meant) > 1 else "section"
    first, last = meant[0].title, meant[-1].title
    fix = replace(passage, reference.start, reference.end, link, safe=False)
    return violation(passage.span_of(reference), wording, first=first, last=last, link=link, fix=fix)


RULES = (typed_section_number,)
