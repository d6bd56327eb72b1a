# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References to a section of which the sentence says that it is about something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.section_references import SectionReference
from jvom.analysis.tokens import Tokens, is_word
from jvom.analysis.whole_words import find_whole
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.section_numbers import (
    Numbered,
    numbering,
    numbers_of_report,
    references_in,
)
from jvom.checks.views import DossierView, Texts, TextView
from jvom.model import Mission
from jvom.text import CrossReference


class Known(msgspec.Struct, frozen=True):
    """Sections by number, and the numbers of those with a name: by its first word, then by itself."""

    sections: Mapping[str, Numbered]
    names: Mapping[str, Mapping[str, Sequence[str]]]


@rule("REF003", WARNING, Scope.TEXTS)
def section_about_something_else(texts: Texts) -> Iterator[Violation]:
    """The section referred to is about something else."""
    for text in texts.texts:
        known = _known(text)
        for passage, reference in references_in(text):
            if not reference.appendix and all(number in known.sections for number in reference.numbers):
                start, end = passage.sentence_at(reference.start)
                yield from _other_section(passage, reference, passage.text[start:end], known)
    if isinstance(texts, DossierView):
        yield from _referred_by_id(texts)


def _referred_by_id(dossier: DossierView) -> Iterator[Violation]:
    """Check references by name against the words right before them."""
    by_id = {section.id: number for number, section in dossier.memo(numbers_of_report).sections.items()}
    for text in dossier.texts:
        for passage in text.passages:
            for part in passage.segments:
                if part.kind != "reference" or not isinstance(part.source, CrossReference):
                    continue
                subject = _SUBJECT.match_before(passage, part.start)
                numbers = tuple(by_id[target] for target in part.source.targets if target in by_id)
                if subject and len(numbers) == len(part.source.targets):
                    reference = SectionReference(part.start, part.end, False, numbers, part.source.through)
                    sentence = passage.text[subject.start : part.start]
                    yield from _other_section(passage, reference, sentence, _known(text))


_SUBJECT = Phrase(
    "bijdrage|bijdragen|inzet|deelname|missie|operatie aan|van|in|op ...12"
    " staat|staan|komt|komen|is|zijn|wordt|worden ...5 in de?"
)


def _other_section(
    passage: Passage, reference: SectionReference, sentence: str, known: Known
) -> Iterator[Violation]:
    """Yield the violation when a sentence names another section than the one it refers to."""
    named = {
        number
        for word in set(Tokens(sentence).forms)
        for name, numbers in known.names.get(word, {}).items()
        if find_whole(sentence, name) >= 0
        for number in numbers
    }
    others = [number for number in named if number.count(".") == 2]
    meant = tuple(f"{number}." for number in _meant(reference, known))
    if not others or any(f"{number}.".startswith(meant) for number in named):
        return
    first = known.sections[reference.numbers[0]]
    other = known.sections[min(others, key=list(known.sections).index)]
    span, wording = passage.span_of(reference), "by-id" if other.id else "by-number"
    here, there = (first.number, first.title), (other.number, other.title)
    yield violation(span, wording, number=here[0], title=here[1], other=there[1], id=other.id, meant=there[0])


def _meant(reference: SectionReference, known: Known) -> Sequence[str]:
    """Return the numbers of the sections that a reference is to, without those below them."""
    if not reference.through:
        return reference.numbers
    order = list(known.sections)
    first, last = sorted(order.index(number) for number in reference.numbers)
    return order[first : last + 1]


def _known(text: TextView) -> Known:
    """Return the sections that the text may refer to, with their names."""
    if isinstance(text.texts, DossierView):
        return text.texts.memo(_known_in_report)
    return _by_name(numbering(text).sections, lambda _: ())


def _known_in_report(dossier: DossierView) -> Known:
    def missions(section: Numbered) -> Iterator[Mission]:
        view = dossier.text(section.id)
        return filter(None, map(dossier.mission.get, view.missions if view else ()))

    return _by_name(dossier.memo(numbers_of_report).sections, missions)


def _by_name(sections: Mapping[str, Numbered], missions: Callable[[Numbered], Iterable[Mission]]) -> Known:
    """Return sections by their names; `missions` gives what a section is about."""
    found: dict[str, dict[str, list[str]]] = {}
    for number, section in sections.items():
        for name in _names(section, missions(section)):
            word = next(filter(is_word, Tokens(name).forms), "")
            found.setdefault(word, {}).setdefault(name, []).append(number)
    return Known(sections, found)


def _names(section: Numbered, missions: Iterable[Mission]) -> frozenset[str]:
    """Return the names that a sentence may use for a section: its heading, its places and its missions'."""
    title, _, places = section.title.partition(" (")
    listed = places.rstrip(") ").replace(" en ", ", ").split(",")
    names = {title if "." in section.number else section.title}
    names |= {place.strip().removeprefix("de ") for place in listed}
    for mission in missions:
        names |= {mission.name, mission.official, *mission.accepted, *mission.places}
    return frozenset(name for name in names if len(name) > 2)
