# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons: all signatories in the same form, and each person the same in every text."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.entities import ending_at
from jvom.analysis.passages import Passage
from jvom.analysis.persons import Person, read_person
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.spelling_keys import words_of
from jvom.checks.outliers import outliers
from jvom.checks.rule import WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.views import DossierView
from jvom.messages import msg
from jvom.source import Span

_PERSON = Phrase("name={person}")


@rule("NAM008", WARNING, Scope.DOSSIER)
def signatory_name_forms(dossier: DossierView) -> Iterator[Violation]:
    """The signatories, or one person in two places, are not written in the same way."""
    for found in outliers(dossier.data.signatories, lambda each: _form_of(each.name)):
        signatory, first = found.item, found.example
        yield Violation(
            signatory.at.value("name"),
            msg("«{name}» heeft een andere vorm dan «{other}»", name=signatory.name, other=first.name),
            msg("schrijf alle ondertekenaars met voorletters, of allen met voornaam"),
            related=quoted_at(first.at.value("name"), first.name),
        )
    yield from _in_texts(dossier)


def _form_of(name: str) -> tuple[bool, bool, bool, bool]:
    """Return whether a name has a title, initials, initials with a space between them, and a first name."""
    person = read_person(name)
    if person is None:
        return False, False, False, False
    return bool(person.titles), bool(person.initials), " " in person.initials, bool(person.given)


class _Mention(msgspec.Struct, frozen=True):
    """A mention of a person: its place, the whole name, and the first letter of first name or initials."""

    span: Span
    name: str
    letter: str

    @property
    def key(self) -> str:
        return "".join(self.name.split()).lower()


def _in_texts(dossier: DossierView) -> Iterator[Violation]:
    signing: dict[str, _Mention] = {}
    for signatory in dossier.data.signatories:
        if person := read_person(signatory.name):
            letter = (person.initials or person.given)[:1]
            signing[_surname(person)] = _Mention(signatory.at.value("name"), signatory.name, letter)
    mentions: dict[tuple[str, str], list[_Mention]] = {}
    for passage, person in _persons(dossier, signing):
        letter = (person.initials or person.given)[0]
        name = " ".join(passage.text[person.start : person.end].split())
        mention = _Mention(passage.span(person.start, person.end), name, letter)
        mentions.setdefault((_surname(person), letter), []).append(mention)
    for (surname, letter), of_person in mentions.items():
        signed = signing.get(surname)
        yield from _other_forms(of_person, signed if signed and signed.letter == letter else None)


def _other_forms(mentions: list[_Mention], signed: _Mention | None) -> Iterator[Violation]:
    """Yield the mentions of a person in another form than where the person signs, or than is usual."""
    every = [signed, *mentions] if signed else mentions
    for found in outliers(every, lambda each: each.key, lambda form, n: (signed and form == signed.key, n)):
        name, right = found.item.name, found.example
        yield Violation(
            found.item.span,
            msg("«{name}» staat elders als «{other}»", name=name, other=right.name),
            msg("schrijf een persoon overal op dezelfde manier"),
            related=quoted_at(right.span, right.name),
        )


def _persons(dossier: DossierView, signing: dict[str, _Mention]) -> Iterator[tuple[Passage, Person]]:
    """Yield the persons in the texts, in reading order; those without initials or title only if they sign."""
    found: dict[tuple[int, int], tuple[Passage, Person]] = {}
    order = {id(passage): number for number, passage in enumerate(dossier.passages)}
    for surname in signing:
        for passage, number in dossier.words.get(words_of(surname)[-1], ()):
            person = ending_at(passage, "full_name", passage.words[number][1])
            if isinstance(person, Person) and _surname(person) == surname:
                found[order[id(passage)], person.end] = passage, person
    for match in _PERSON.find(dossier, Reads.TYPED):
        found[order[id(match.passage)], match.end] = match.passage, match.value("name", Person)
    return (found[key] for key in sorted(found) if found[key][0].kind != "value")


def _surname(person: Person) -> str:
    return person.surname.split()[-1].lower()


RULES = (signatory_name_forms,)
