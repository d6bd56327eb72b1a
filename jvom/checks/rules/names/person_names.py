# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons: all signatories in the same form, and each person the same in every text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from jvom.analysis.entities import ending_at
from jvom.analysis.passages import Passage
from jvom.analysis.persons import Person, read_person
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.spelling_keys import words_of
from jvom.checks.outliers import outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.source import Span

_PERSON = Phrase("name={person}")


@rule("NAM008", WARNING, Scope.DOSSIER)
def signatory_name_forms(dossier: DossierView) -> Iterator[Violation]:
    """The signatories, or one person in two places, are not written in the same way."""
    for found in outliers(dossier.data.signatories, lambda each: _form_of(each.name)):
        signatory, first = found.item, found.example
        here, there = (each.at.value("name") for each in (signatory, first))
        yield violation(here, "signatory", name=signatory.name, other=first.name, related=there)
    yield from _in_texts(dossier)


def _form_of(name: str) -> tuple[bool, bool, bool, bool]:
    """Return whether a name has a title, initials, initials with a space between them, and a first name."""
    person = read_person(name)
    if person is None:
        return False, False, False, False
    return bool(person.titles), bool(person.initials), " " in person.initials, bool(person.given)


class _Mention(msgspec.Struct, frozen=True):
    """A mention of a person: its place, and the whole name."""

    span: Span
    name: str

    @property
    def form(self) -> str:
        return "".join(self.name.split()).lower()


def _in_texts(dossier: DossierView) -> Iterator[Violation]:
    """Yield the mentions of a person in another form than where the person signs, or than is usual."""
    signed: dict[tuple[str, str], _Mention] = {}
    for signatory in dossier.data.signatories:
        if person := read_person(signatory.name):
            signed[_key(person)] = _Mention(signatory.at.value("name"), signatory.name)
    mentions = {key: [mention] for key, mention in signed.items()}
    for passage, person in _persons(dossier, [surname for surname, _ in signed]):
        name = " ".join(passage.text[person.start : person.end].split())
        mentions.setdefault(_key(person), []).append(_Mention(passage.span_of(person), name))
    for key, of_person in mentions.items():
        right = signed[key].form if key in signed else ""
        for found in outliers(of_person, lambda each: each.form, partial(_rank, right)):
            here, there = found.item, found.example
            yield violation(here.span, "in-text", name=here.name, other=there.name, related=there.span)


def _rank(right: str, form: str, count: int) -> tuple[bool, int]:
    return form == right, count


def _persons(dossier: DossierView, signing: list[str]) -> Iterator[tuple[Passage, Person]]:
    """Yield the persons in the texts, in reading order; those without initials or title only if they sign."""
    found: dict[tuple[int, int], tuple[Passage, Person]] = {}
    order = dossier.index.numbers
    for surname in signing:
        for passage, number in dossier.words.get(words_of(surname)[-1], ()):
            person = ending_at(passage, "full_name", passage.words[number][1])
            if isinstance(person, Person) and _key(person)[0] == surname:
                found[order[id(passage)], person.end] = passage, person
    for match in _PERSON.find(dossier, Reads.TYPED):
        found[order[id(match.passage)], match.end] = match.passage, match.value("name", Person)
    return (found[key] for key in sorted(found) if found[key][0].kind != "value")


def _key(person: Person) -> tuple[str, str]:
    """Return the surname of a person, and the first letter of the first name or the initials."""
    return person.surname.split()[-1].lower(), (person.initials or person.given)[:1]
