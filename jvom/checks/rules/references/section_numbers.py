# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sections of a report by number, and the references of its texts to those numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.section_references import SectionReference, number_of_heading
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.views import DossierView, TextView
from jvom.resolving.numbering import sections
from jvom.text import Heading


class Numbered(msgspec.Struct, frozen=True):
    """A section or an appendix with its number. `id` is "" in a loose text."""

    number: str
    id: str
    title: str


class Numbering(msgspec.Struct, frozen=True):
    """The sections and the appendices of a report, by number ("2.3.4", "1")."""

    sections: Mapping[str, Numbered]
    appendices: Mapping[str, Numbered]


def numbering(text: TextView) -> Numbering:
    """Return the numbers of the dossier's report, or those in the headings of a loose text.

    None are known of a loose text that has too few to tell.
    """
    if isinstance(text.texts, DossierView):
        return text.texts.memo(numbers_of_report)
    found: dict[bool, dict[str, Numbered]] = {False: {}, True: {}}
    for passage in text.passages_of("heading", "title"):
        if isinstance(passage.block, Heading) and passage.block.number:
            # Word prints the number, also that of "Bijlage 1".
            word, _, number = passage.block.number.rpartition(" ")
            found[bool(word)][number] = Numbered(number, "", passage.text.strip())
        elif typed := number_of_heading(passage.text):
            title = passage.text[typed.title :].strip(" .:-–")
            found[typed.appendix][typed.number] = Numbered(typed.number, "", title)
    for passage in text.passages_of("paragraph") if found[False] else ():
        # The paragraphs of a ruling have numbers too.
        if (typed := number_of_heading(passage.text[:200])) and "." in typed.number:
            found[False].setdefault(typed.number, Numbered(typed.number, "", ""))
    are_known = len(found[False]) >= 3 or found[True]
    return Numbering(found[False], found[True]) if are_known else Numbering({}, {})


def numbers_of_report(dossier: DossierView) -> Numbering:
    """Return the numbers of the report of a dossier."""
    found: dict[bool, dict[str, Numbered]] = {False: {}, True: {}}
    for section in sections(dossier.dossier):
        view = dossier.text(section.fragment.id)
        title = view.title if view else section.fragment.id
        found[section.appendix][section.number] = Numbered(section.number, section.fragment.id, title)
    return Numbering(found[False], found[True])


def references_in(text: TextView) -> Iterator[tuple[Passage, SectionReference]]:
    """Yield the references in a text, headings aside, to sections and appendices of its own report."""
    here, elsewhere = _here(text.texts.memo(report_names)), _ELSEWHERE
    for passage in text.passages:
        for reference in passage.section_references if passage.kind not in ("title", "heading") else ():
            if not reference.start and passage.text[0].isdigit():
                continue  # The paragraph's own number.
            is_elsewhere = elsewhere.match_at(passage, reference.end) or _is_of_law(passage, reference)
            if not is_elsewhere or here.match_at(passage, reference.end):
                yield passage, reference


_LAW = Phrase("{law}")

#: "resolutie 50 (1948), paragraaf 6"; "Verdrag van Parijs, bijlage 2"; "het verslag van de Algemene
#: Rekenkamer, paragraaf 3".
_OF_NAMED = Phrase(
    "{resolution} ,?",
    "{law} van|inzake|over|betreffende|met {word}...8 ,",
    "verslag|advies|onderzoek|rapport|brief|nota van de|het? {capital} {capital}...3? ,",
)


def _is_of_law(passage: Passage, reference: SectionReference) -> bool:
    """Tell whether a reference is to another text: one named right before it, or a law named in its sentence.

    A law has chapters, and appendices with a letter.
    """
    is_chapter = passage.text.startswith(("hoofdstuk", "titel"), reference.start)
    by_letter = reference.appendix and not any(map(str.isdigit, reference.numbers))
    sentence = passage.sentence_at(reference.start)
    if _OF_NAMED.match_before(passage, reference.start):
        return True
    return (is_chapter or by_letter) and bool(_LAW.find_in(passage, *sentence))


_OF = "(van|uit|in|bij|onder|behorend bij)"
_ELSEWHERE = Phrase(
    f",? {_OF} {{word}}", ",? {capital}", "daarvan|ervan", f",|en {{word}} {{digits}} ...3 ,? {_OF}"
)


@cache
def _here(names: ReportNames) -> Phrase:
    report = names.phrase("rapportage", "voortgangsrapportage", "rapport")
    return Phrase(f",? {_OF} dit|deze", f",? {_OF} de|het huidige? {report}")
