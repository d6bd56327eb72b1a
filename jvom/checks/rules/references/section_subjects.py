# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References to a section of which the sentence says that it is about something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.section_references import SectionReference
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.references.section_numbers import (
    Numbered,
    numbering,
    numbers_of_report,
    references_in,
)
from jvom.checks.views import DossierView, Texts, TextView
from jvom.messages import msg
from jvom.model import Mission
from jvom.text import CrossReference

#: By number, a section and the names that a sentence may use for it.
Known: TypeAlias = Mapping[str, tuple[Numbered, frozenset[str]]]


@rule("REF003", WARNING, Scope.TEXTS)
def section_about_something_else(texts: Texts) -> Iterator[Violation]:
    """The section referred to is about something else."""
    for text in texts.texts:
        known = _named(text)
        for passage, reference in references_in(text):
            if not reference.appendix and all(number in known for number in reference.numbers):
                start, end = passage.sentence_at(reference.start)
                yield from _other_section(passage, reference, passage.text[start:end], known)
    if isinstance(texts, DossierView):
        yield from _by_name(texts)


def _by_name(dossier: DossierView) -> Iterator[Violation]:
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
                    yield from _other_section(passage, reference, sentence, _named(text))


_SUBJECT = Phrase(
    "bijdrage|bijdragen|inzet|deelname|missie|operatie aan|van|in|op ...12"
    " staat|staan|komt|komen|is|zijn|wordt|worden ...5 in de?"
)


def _other_section(
    passage: Passage, reference: SectionReference, sentence: str, known: Known
) -> Iterator[Violation]:
    """Yield the violation when a sentence names another section than the one it refers to."""
    covered = _covered(reference, list(known))
    named = [number for number, (_, names) in known.items() if has_any_whole(sentence, names)]
    others = [number for number in named if number.count(".") == 2]
    if not others or not covered.isdisjoint(named):
        return
    first, other = known[reference.numbers[0]][0], known[others[0]][0]
    yield Violation(
        passage.span(reference.start, reference.end),
        msg(
            "paragraaf {number} is «{title}»; de zin gaat over «{other}»",
            number=first.number,
            title=first.title,
            other=other.title,
        ),
        msg("schrijf [](#{id}) als die paragraaf bedoeld is", id=other.id)
        if other.id
        else msg("bedoeld is misschien paragraaf {number}", number=other.number),
    )


def _covered(reference: SectionReference, order: list[str]) -> set[str]:
    """Return the numbers of the sections that a reference covers, with those below them."""
    meant = list(reference.numbers)
    if reference.through:
        first, last = sorted(order.index(number) for number in reference.numbers)
        meant = order[first : last + 1]
    return {number for number in order if f"{number}.".startswith(tuple(f"{each}." for each in meant))}


def _named(text: TextView) -> Known:
    """Return the sections that the text may refer to, with their names."""
    if isinstance(text.texts, DossierView):
        return text.texts.memo(_named_in_report)
    numbers = numbering(text)
    return {number: (each, _names(each)) for number, each in numbers.sections.items()} if numbers else {}


def _named_in_report(texts: Texts) -> Known:
    assert isinstance(texts, DossierView)
    known = {}
    for number, section in texts.memo(numbers_of_report).sections.items():
        view = texts.text(section.id)
        about = (texts.mission.get(each) for each in view.missions) if view else ()
        known[number] = section, _names(section, filter(None, about))
    return known


def _names(section: Numbered, missions: Iterable[Mission] = ()) -> frozenset[str]:
    """Return the names that a sentence may use for a section: its heading, its places and its missions'."""
    title, _, places = section.title.partition(" (")
    listed = places.rstrip(") ").replace(" en ", ", ").split(",")
    names = {title if "." in section.number else section.title}
    names |= {place.strip().removeprefix("de ") for place in listed}
    for mission in missions:
        names |= {mission.name, mission.official, *mission.accepted, *mission.places}
    return frozenset(name for name in names if len(name) > 2)


RULES = (section_about_something_else,)
