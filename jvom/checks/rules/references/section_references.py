# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References to sections and appendices that were typed as a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from jvom.analysis.section_references import SectionReference
from jvom.checks.replacements import replace
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.references.section_numbers import Numbered, numbering, typed_references
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.messages import Message, msg
from jvom.text import CrossReference

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage


@cache
def _number_in_heading() -> re.Pattern[str]:
    return re.compile(r"(?:Bijlage\s+(?:\d{1,2}|[A-Z])|\d{1,2}(?:\.\d{1,2}){0,3})[.:]?\s+(?=[^\W\d])")


@rule(
    "REF001",
    "typed-section-number",
    WARNING,
    Scope.DOSSIER,
    msg("Het nummer van een paragraaf is met de hand getypt"),
    fixable=True,
)
def typed_section_number(dossier: DossierView) -> Iterator[Violation]:
    """The number of a section is typed by hand."""
    numbers = numbering(dossier, ())
    if numbers is None:
        return
    found = dossier.memo(typed_references)
    for passage in dossier.passages:
        if passage.kind in ("title", "heading"):
            typed = passage.typed
            numbered = typed[:1].isdigit() or typed.startswith("Bijlage")
            if numbered and (match := _number_in_heading().match(typed)):
                yield Violation(
                    passage.span(0, len(match[0].rstrip())),
                    msg("dit nummer is getypt; een kop krijgt zijn nummer vanzelf"),
                    msg("haal het weg"),
                )
            continue
        for reference in found.get(id(passage), ()):
            known = numbers.appendices if reference.appendix else numbers.sections
            meant = [known.get(number) for number in reference.numbers]
            if all(meant):
                yield _typed_number(passage, reference, [each for each in meant if each])


def _typed_number(passage: Passage, reference: SectionReference, meant: list[Numbered]) -> Violation:
    joint = ".." if reference.through else ","
    link = f"[](#{joint.join(each.id for each in meant)})"
    titles = msg("«{first}»", first=meant[0].title)
    if len(meant) > 1:
        titles = msg("«{first}» en «{last}»", first=meant[0].title, last=meant[-1].title)
    fix = (
        None
        if passage.kind == "value"
        else replace(passage, reference.start, reference.end, link, safe=False)
    )
    return Violation(
        passage.span(reference.start, reference.end),
        msg("dit nummer is met de hand getypt; het is nu {titles}", titles=titles),
        msg("schrijf {link} als dat bedoeld is", link=link),
        fix,
    )


@rule(
    "REF002",
    "unknown-section",
    ERROR,
    Scope.TEXTS,
    msg("De tekst verwijst naar een paragraaf die er niet is"),
)
def unknown_section(texts: Texts) -> Iterator[Violation]:
    """The text refers to a section that is not there."""
    found = texts.memo(typed_references)
    for text in texts.texts:
        numbers = numbering(texts, text.passages)
        if numbers is None or not numbers.sections:
            continue
        for passage in text.passages:
            for reference in found.get(id(passage), ()):
                if reference.appendix:
                    continue
                missing = [number for number in reference.numbers if number not in numbers.sections]
                bare = passage.text[reference.start].isdigit()
                if missing and not (bare and missing[0].partition(".")[0] not in numbers.sections):
                    yield Violation(
                        passage.span(reference.start, reference.end),
                        msg("{number} bestaat niet in dit rapport", number=" en ".join(missing)),
                        _last_number_advice(missing[0], numbers.sections),
                    )


def _last_number_advice(number: str, known: Mapping[str, Numbered]) -> Message:
    above = number.rpartition(".")[0]
    last = [each for each in known if each.rpartition(".")[0] == above]
    if not last:
        return msg("zoek op welke paragraaf bedoeld is, en verwijs met de naam daarvan")
    return msg("het laatste nummer daar is {last}; verwijs met de naam van de paragraaf", last=last[-1])


@rule(
    "REF003",
    "section-about-something-else",
    WARNING,
    Scope.TEXTS,
    msg("De paragraaf waarnaar verwezen wordt, gaat over iets anders"),
)
def section_about_something_else(texts: Texts) -> Iterator[Violation]:
    """The section referred to is about something else."""
    found = texts.memo(typed_references)
    for text in texts.texts:
        numbers = numbering(texts, text.passages) if found else None
        if numbers is None:
            continue
        names: dict[str, frozenset[str]] | None = None
        for passage in text.passages:
            for reference in found.get(id(passage), ()):
                if reference.appendix or not all(each in numbers.sections for each in reference.numbers):
                    continue
                names = names or _names(texts, numbers.sections)
                start, end = passage.sentence_at(reference.start)
                if violation := _other_section_named(
                    passage, reference, passage.text[start:end], numbers.sections, names
                ):
                    yield violation
    if isinstance(texts, DossierView):
        yield from _check_named_references(texts)


def _check_named_references(dossier: DossierView) -> Iterator[Violation]:
    """Check references by name against the words right before them."""
    names: dict[str, frozenset[str]] | None = None
    places = (place for word in _PRINTED for place in dossier.words.get(word, ()))
    for passage in {id(passage): passage for passage, _ in places}.values():
        for part in passage.segments:
            if part.kind != "reference" or not isinstance(part.source, CrossReference):
                continue
            near = max(0, part.start - _SUBJECT_REACH)
            if passage.lowered[near : part.start].split()[-1:] not in (["in"], ["de"]):
                continue
            words = _SUBJECT.search(passage.text, near, part.start)
            if words is None:
                continue
            numbered = numbering(dossier, ())
            known = numbered.sections if numbered else {}
            number = {section.id: number for number, section in known.items()}
            if all(target in number for target in part.source.targets):
                names = names or _names(dossier, known)
                numbers = tuple(number[target] for target in part.source.targets)
                reference = SectionReference(part.start, part.end, False, numbers, part.source.through)
                if violation := _other_section_named(passage, reference, words[0], known, names):
                    yield violation


_SUBJECT_REACH = 140
#: How a reference is printed.
_PRINTED = ("paragraaf", "paragrafen")
_SUBJECT = pattern(
    r"\b(?:[Bb]ijdragen?|[Ii]nzet|[Dd]eelname|[Mm]issie|[Oo]peratie)\s(?:aan|van|in|op)\s[^.;,()]{2,60}?"
    r"\s(?:staat|staan|komt|komen|is|zijn|wordt|worden)\s(?:[^.;,()]{1,30}\s)?in\s(?:de\s)?\Z"
)


def _other_section_named(
    passage: Passage,
    reference: SectionReference,
    sentence: str,
    known: Mapping[str, Numbered],
    names: Mapping[str, frozenset[str]],
) -> Violation | None:
    """Return the violation when a sentence names another section than the one it refers to."""
    covered = _covered(reference, known)
    if any(_names_section(sentence, names[number]) for number in covered):
        return None
    for number, other in known.items():
        if number not in covered and number.count(".") == 2 and _names_section(sentence, names[number]):
            first = known[reference.numbers[0]]
            return Violation(
                passage.span(reference.start, reference.end),
                msg(
                    "paragraaf {number} is «{title}»; de zin gaat over «{other}»",
                    number=first.number,
                    title=first.title,
                    other=other.title,
                ),
                msg("schrijf [](#{id}) als die paragraaf bedoeld is", id=other.id)
                if other.id
                else msg("bedoeld is misschien paragraaf {number}", number=number),
            )
    return None


def _covered(reference: SectionReference, known: Mapping[str, Numbered]) -> list[str]:
    """Return the numbers of the sections that a reference covers, with those below them."""
    order = list(known)
    if reference.through:
        first, last = sorted(order.index(number) for number in reference.numbers)
        meant = order[first : last + 1]
    else:
        meant = list(reference.numbers)
    return [
        number for number in order if any(number == each or number.startswith(f"{each}.") for each in meant)
    ]


def _names(texts: Texts, known: Mapping[str, Numbered]) -> dict[str, frozenset[str]]:
    """Return, by number, the names that a sentence may use for a section: its heading, mission and places."""
    by_number = {}
    for number, section in known.items():
        title, _, places = section.title.partition(" (")
        names = {title if number.count(".") else section.title}
        names |= {place.strip().removeprefix("de ") for place in _BETWEEN_PLACES.split(places.rstrip(") "))}
        text = texts.text(section.id) if isinstance(texts, DossierView) else None
        if text and isinstance(texts, DossierView) and (mission := texts.mission.get(text.mission)):
            names |= {mission.name, mission.official, *mission.accepted, *mission.places}
        by_number[number] = frozenset(name for name in names if len(name) > 2)
    return by_number


_BETWEEN_PLACES = pattern(r",\s|\sen\s")


def _names_section(sentence: str, names: frozenset[str]) -> bool:
    return any(name in sentence and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) for name in names)


@rule(
    "REF009",
    "unknown-appendix",
    ERROR,
    Scope.TEXTS,
    msg("De tekst verwijst naar een bijlage die er niet is"),
)
def unknown_appendix(texts: Texts) -> Iterator[Violation]:
    """The text refers to an appendix that is not there."""
    found = texts.memo(typed_references)
    for text in texts.texts:
        numbers = numbering(texts, text.passages)
        if numbers is None:
            continue
        if isinstance(texts, DossierView) and len(numbers.appendices) == 1:
            for passage in text.passages_with(("=de bijlagen",)):
                for match in passage.find(_plural_appendices(texts.memo(report_names))):
                    yield Violation(
                        passage.span(*match.span()),
                        _appendix_count(1),
                        msg("schrijf «bijlage», of noem het nummer"),
                        severity=WARNING,
                    )
        for passage in text.passages:
            references = found.get(id(passage), ())
            if not references:
                continue
            known = set(numbers.appendices)
            if isinstance(texts, DossierView):
                if passage.document in ("brief", "nota") and texts.data.nota:
                    known |= {str(number + 1) for number in range(texts.data.nota.attachments)}
            elif not known:
                continue
            for reference in references:
                if passage.document == "tekst" and passage.text[reference.start] in "Aa":
                    continue  # An "annex" or "appendix" belongs to a treaty or contract.
                if (
                    reference.appendix
                    and any(number not in known for number in reference.numbers)
                    and not _belongs_to_treaty(passage, reference)
                ):
                    yield Violation(
                        passage.span(reference.start, reference.end),
                        _appendix_count(len(known)),
                        msg("noem de bijlage die er is, of voeg deze toe"),
                    )


_TREATY = ("verdrag", "protocol", "akkoord", "overeenkomst", "conventie", "richtlijn", "verordening")


def _belongs_to_treaty(passage: Passage, reference: SectionReference) -> bool:
    """Tell whether an appendix with a letter or Roman number belongs to a treaty in the sentence."""
    start, end = passage.sentence_at(reference.start)
    sentence = passage.lowered[start:end]
    return not any(map(str.isdigit, reference.numbers)) and any(map(sentence.__contains__, _TREATY))


@cache
def _plural_appendices(names: ReportNames) -> re.Pattern[str]:
    return re.compile(
        r"\b[Dd]e bijlagen(?= (?:bij|van|achter) (?:deze|de|het|dit) "
        rf"(?:voortgangs)?(?:{names.one_of('rapportage', 'rapport')})\b)"
    )


def _appendix_count(count: int) -> Message:
    if count == 0:
        return msg("er zijn geen bijlagen")
    if count == 1:
        return msg("er is maar een bijlage")
    return msg("er zijn maar {count} bijlagen", count=count)


RULES = (typed_section_number, unknown_section, section_about_something_else, unknown_appendix)
