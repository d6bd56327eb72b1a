# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of staff that aren't marked, and so would be in the public version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jvom.analysis.compounds import compounds
from jvom.analysis.persons import Person
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.stretches import Stretch, outermost
from jvom.analysis.traits import has_trait
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern

_AUTHORED = "((opgesteld|behandeld|geparafeerd|akkoord bevonden) door|inlichtingen bij|vragen aan)"
_HEER = "(de heer|dhr|mevrouw|mevr|=mw|Mw)"
_FUNCTION = "({function}|*-{function}) (ter zee|der mariniers|der eerste|1e klasse)?"

_STAFF = Phrase(
    f"({{staff}}|behandelend ambtenaar) (voor deze nota)? is|was? :? ({_HEER} .?)? name={{person|full_name}}"
)
_AUTHOR = Phrase(f"{_AUTHORED} :? ({_HEER} .?)? name={{person}}")
#: "Opgesteld door" may also be followed by the name of a ministry, so the first name must be a common one.
_KNOWN_AUTHOR = Phrase(f"{_AUTHORED} :? name={{full_name}}")
_COURTESY = Phrase(f"{_HEER} .? name={{person|full_name|surname}}")
_WITH_FUNCTION = Phrase(
    f"{_FUNCTION} ,? name={{person}}", rf"name={{person}} (,|is|\(|als) de|een? {_FUNCTION}"
)
_WITH_RANK = Phrase("({rank}|*-{rank}) (ter zee)? name={surname}")
_FORMAL = Phrase("name={person}")

#: In or beside what comes before a name, these make it that of a public person. They may be parts of words.
_PUBLIC = pattern(
    r"minister|staatssecretaris|kamerl[ei]d|\bl[ei]d(?:en)?\b|motie|amendement|president|premier|koning|"
    r"voorzitter|ambassadeur|(?<!directeur-)generaal|admiraal|commissaris|gezant|burgemeester|"
    r"hoge vertegenwoordiger|fractie|rapporteur|vragen van|indiener|griffier|\bc\.s\.|"
    r"regering|regime|junta|staatsgreep|rebel|milities?|krijgsheer",
    re.IGNORECASE,
)
#: A year in which nobody served who does now: "in 1963 werd kolonel W.A. van Heuven benoemd".
_LONG_AGO = pattern(r"\b(?:1[5-8]\d\d|19[0-7]\d)\b")
_OFFICE = Phrase(
    "{public_office} (van|voor {capital}...2 (en {capital}...2)?)? ,? {name_prefix}...2? {capital}...2?"
)
_PARTY = Phrase(r"\({party}-?")
#: What follows a rank when it names a service, a unit or a country: "van de Franse marine".
_SERVICE = Phrase(
    "uit|in {capital}",
    "{name_prefix}...2 {force_name|short_form}",
    "{name_prefix}...2 {capital} {capital}",
    "{name_prefix}...2 {capital} {word}? {armed_force}",
)


# In a loose text a name may be public; a dossier has registers of public persons.
@rule("PUB005", WARNING, Scope.TEXTS, loose=INFO)
def staff_name(texts: Texts) -> Iterator[Violation]:
    """The name of an official that would become public."""
    known = texts.memo(_public_persons)
    private = (
        Stretch(match.passage, match["name"].start, match["name"].end)
        for match in _found(texts)
        if _is_private(match, known) and not _has_office(texts, match.value("name", Person))
    )
    for name in outermost(private, texts.index.numbers):
        yield violation(name.span, name=name.text)


def _found(texts: Texts) -> list[Match]:
    """Return what may be the names of staff."""
    found = [match for phrase in (_STAFF, _AUTHOR, _COURTESY, _WITH_FUNCTION) for match in phrase.find(texts)]
    found += [
        match
        for match in _KNOWN_AUTHOR.find(texts)
        if match.value("name", Person).given.lower() in word_class("first_name")
    ]
    found += [match for match in _WITH_RANK.find(texts) if match.passage.document != "tekst"]
    # A nota names its authors and signatories, whatever the words around their names.
    found += [match for match in _FORMAL.find(texts) if match.passage.document == "nota"]
    return [match for match in found if match.passage.label not in ("name", "office")]


def _is_private(match: Match, known: frozenset[str]) -> bool:
    passage, (start, end) = match.passage, (match["name"].start, match["name"].end)
    text, words = passage.text, passage.text[start:end].split()
    if _SERVICE.match_at(passage, start) or _LONG_AGO.search(text):
        return False
    if (
        len(words) > 1
        and compounds().parts(words[0].lower())
        and words[0].lower() not in word_class("first_name")
    ):
        return False  # "de projectleider Grondzaken van het Kernteam"
    if has_trait(passage, "personal", start, end) or words[-1].lower() in known | word_class("address_form"):
        return False
    # An apposition may be far from its office: "de minister voor Basisonderwijs en Media, de heer Slob".
    is_apposition = text[: match.start].rstrip().endswith((",", "("))
    around = text[max(0, match.start - (120 if is_apposition else 50)) : start]
    return not (_PUBLIC.search(around) or _PARTY.match_at(passage, end) or _PUBLIC.match(text, end + 1))


def _has_office(texts: Texts, person: Person) -> bool:
    """Tell whether a text names a person with a public office: "minister Kaag"."""
    surname = person.surname.lower().split()[-1].rpartition("-")[2]
    return any(
        _OFFICE.match_before(passage, passage.words[number][0])
        for passage, number in texts.words.get(surname, ())
    )


def _public_persons(texts: Texts) -> frozenset[str]:
    """Return the surnames of the signatories and of the persons in names.yml, in lower case."""
    if not isinstance(texts, DossierView):
        return frozenset()
    names = [signatory.name for signatory in texts.data.signatories]
    names += [each.name for each in texts.dossier.names.names if each.kind == "persoon"]
    surnames = [name.split()[-1].lower() for name in names if name.split()]
    # "Yeşilgöz-Zegerius" is also called by the first part alone.
    return frozenset((*surnames, *(surname.partition("-")[0] for surname in surnames)))
