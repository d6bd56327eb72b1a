# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of sections, appendices, pictures and tables that were typed, and stay behind when these move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.section_references import SectionReference, mark_of_heading, number_of_heading
from jvom.analysis.spelling_keys import words_of
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.section_numbers import Numbered, numbers_of_report, references_in
from jvom.checks.views import DossierView
from jvom.model import Caption
from jvom.resolving.captions import PICTURE, TABLE, captions


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


_LABELS = "label=figuur|figuren|fig.|afbeelding|afbeeldingen|grafiek|grafieken|kaart|kaarten|tabel|tabellen"
_TYPED = Phrase(
    f"{_LABELS} {{digits}}",
    f"{_LABELS} {{digits}} en|of|t/m {{digits}}",
    f"{_LABELS} {{digits}} tot en met {{digits}}",
    f"{_LABELS} {{digits}}, {{digits}} en|of {{digits}}",
)
_NAMES = {PICTURE: "fig-...", TABLE: "tab-..."}
# "figuur 3 van het rapport van de Rekenkamer", but also "van dit rapport" and "in bijlage 2".
_OF_ANOTHER = Phrase("van|uit|bij", "in het|de|een|dat|die|hun|haar|zijn")
_OF_OURS = Phrase("van|uit|bij dit|deze|onze", "van|uit|bij {section}")
# What has figures of its own: "Volgens de studie van de VN (figuur 6)".
_SOURCE = Phrase("{publication}", "{citation}")
_OURS = Phrase("dit|deze|onze|bijgaande|voorliggende {publication}")
_MARKED = frozenset("-–/%")


@rule("REF013", WARNING, Scope.DOSSIER, fixable=True)
def typed_caption_number(dossier: DossierView) -> Iterator[Violation]:
    """The number of a picture or table is typed by hand."""
    for match in _TYPED.find(dossier, Reads.DUTCH):
        if _is_meant(match):
            yield _violation(match, dossier.memo(_by_number))


def _by_number(dossier: DossierView) -> Mapping[tuple[str, str, int], Caption]:
    """Return the captions by their document, label and number."""
    return {(each.document, each.label, each.number): each for each in captions(dossier.dossier)}


def _is_meant(match: Match) -> bool:
    """Tell whether a number is of a picture or table of the text itself."""
    passage = match.passage
    if passage.kind in ("caption", "alternative", "quote", "value"):
        return False
    if passage.is_quoted(match.start, match.end) or _goes_on(passage.text[match.end : match.end + 2]):
        return False
    if _OF_ANOTHER.match_at(passage, match.end):
        return _OF_OURS.match_at(passage, match.end) is not None
    start, end = passage.sentence_at(match.start)
    ours = [each.end for each in _OURS.find_in(passage, start, end)]
    return all(each.end in ours for each in _SOURCE.find_in(passage, start, end))


def _goes_on(after: str) -> bool:
    """Tell whether a number goes on: "tabel 2.1", "figuur 3-5"."""
    return after[:1] in _MARKED or (after[:1] in (".", ",", ":") and after[1:].isdigit())


def _violation(match: Match, known: Mapping[tuple[str, str, int], Caption]) -> Violation:
    label = TABLE if match.part("label").startswith("tabel") else PICTURE
    typed, reference = match.text, f"[](#{_NAMES[label]})"
    numbers = [(match.passage.document, label, int(word)) for word in words_of(typed) if word.isdigit()]
    meant = [known[each].name for each in numbers if each in known]
    if _is_caption(match):
        return violation(match.span, "table-caption" if label == TABLE else "figure-caption", typed=typed)
    if len(meant) < len(numbers):
        return violation(match.span, "not-numbered", typed=typed, reference=reference)
    if not all(meant):
        return violation(match.span, "without-name", typed=typed, reference=reference)
    through = len(meant) == 2 and {"tot", "t"} & {*words_of(typed)}
    link = f"[](#{('..' if through else ',').join(meant)})"
    fix = replace(match.passage, match.start, match.end, link, safe=False)
    return violation(match.span, "typed", typed=typed, link=link, fix=fix)


def _is_caption(match: Match) -> bool:
    """Tell whether a paragraph is a caption that was typed as one: "Tabel 2. Inzet per jaar"."""
    begins = match.start == 0 and match.passage.kind in ("paragraph", "heading")
    return begins and match.passage.text[match.end : match.end + 1] in (".", ":", "–")
