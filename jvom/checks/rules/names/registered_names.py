# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names compared with the registers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.glossaries import without_remark
from jvom.checks.name_places import NamePlace, name_places, plain_marks, run_together, spelling_key, words_of
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.names.known_misspellings import is_known_misspelling
from jvom.checks.rules.names.name_typos import capital_word_typos, name_typos, small_word_typos
from jvom.checks.views import DossierView
from jvom.dutch.sorting import letters
from jvom.findings import Fix, Related
from jvom.messages import msg
from jvom.source import Positions

#: Words of a name whose capital does not matter.
_SMALL_WORDS = frozenset("of the in for and on to van de der het den en voor ter op aan".split())

#: First words of names that may be in lower case inside a sentence: "operatie Prosperity Guardian".
_GENERIC = frozenset(
    """
    operatie operation inzet missie mission minister ministerie staatssecretaris directie dienst raad wet
    verdrag kabinet programma project fregat
    """.split()
)


#: Last words of English names that are always plural.
_ALWAYS_PLURAL = frozenset("Forces Nations Affairs Operations Rights Countries Services Guards".split())


class Registered(msgspec.Struct, frozen=True):
    """A name in a register: the form to write, all right and wrong forms, and where the register has it.

    Its value there is that of `key`. With `strict_capitals`, other capitals are wrong; a long official name
    may be written without them.
    """

    name: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    strict_capitals: bool
    at: Positions
    key: str


def registered(view: DossierView) -> Iterator[Registered]:
    """Yield the names of missions.yml, names.yml, and the expansions of abbreviations.yml."""
    for mission in view.dossier.missions.missions:
        right = (mission.name, *mission.accepted)
        yield Registered(mission.name, right, mission.rejected, True, mission.at, "name")
        if mission.official not in right:
            yield Registered(mission.official, (mission.official,), (), False, mission.at, "official")
    for name in view.dossier.names.names:
        yield Registered(name.name, (name.name, *name.accepted), name.rejected, True, name.at, "name")
    for entry in view.dossier.glossary.abbreviations:
        expansion = without_remark(entry.expansion)
        yield Registered(expansion, (expansion,), (), False, entry.at, "expansion")


class _Hit(msgspec.Struct, frozen=True):
    place: NamePlace
    name: Registered
    wrong: bool
    rejected: bool


@rule(
    "NAM002",
    "name-not-as-registered",
    WARNING,
    Scope.DOSSIER,
    msg("Een naam staat er anders dan in het register"),
    fixable=True,
)
def not_as_registered(dossier: DossierView) -> Iterator[Violation]:
    """A name differs from the register."""
    abbreviations = {
        letters(form)
        for entry in dossier.dossier.glossary.abbreviations
        for form in (entry.abbreviation, *entry.also)
    }
    register = tuple(registered(dossier))
    right = {plain_marks(form) for name in register for form in name.right}
    hits: dict[int, list[_Hit]] = {}
    for name in register:
        for hit in _hits(dossier, name, right, abbreviations):
            hits.setdefault(id(hit.place.passage), []).append(hit)
    for passage in dossier.passages:
        in_passage = hits.get(id(passage), ())
        if not any(hit.wrong for hit in in_passage):
            continue
        reached = 0
        for hit in sorted(in_passage, key=lambda hit: (hit.place.start, -hit.place.end, hit.wrong)):
            if hit.place.end > reached:
                reached = hit.place.end
                if hit.wrong and _is_reported_here(dossier, hit, passage):
                    yield _violation(hit)
    yield from _typos(dossier, register)
    yield from _other_words(dossier, register)


def _typos(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[Violation]:
    names = [form for name in register if name.strict_capitals for form in name.right]
    names += [place for mission in dossier.dossier.missions.missions for place in mission.places]
    known = [form for name in register for form in (*name.right, *name.wrong)]
    for place, meant in name_typos(dossier, names, known):
        passage = place.passage
        if not is_known_misspelling(dossier, plain_marks(place.found)):
            yield Violation(
                passage.span(place.start, place.end),
                msg("«{found}» lijkt een verschrijving van «{name}»", found=place.found, name=meant),
                msg("schrijf «{name}», of zet de andere naam in het register", name=meant),
            )


def _other_words(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[Violation]:
    forms = {
        " ".join(words_of(form)): form
        for name in register
        if name.strict_capitals
        for form in name.right
        if form[:1].isupper()
    }
    rejected = {plain_marks(form).lower() for name in register for form in name.wrong}
    for place, meant in (*small_word_typos(dossier, forms), *capital_word_typos(dossier, forms)):
        found = plain_marks(place.found)
        if not is_known_misspelling(dossier, found) and found.lower() not in rejected:
            yield Violation(
                place.passage.span(place.start, place.end),
                msg("de naam «{name}» staat hier als «{found}»", found=found, name=forms[meant]),
                msg("schrijf «{name}»", name=forms[meant]),
            )


def _is_reported_here(dossier: DossierView, hit: _Hit, passage: Passage) -> bool:
    """Tell whether no other rule reports it: one about the appendix, or about names that are always wrong."""
    if passage.kind == "value" and passage.section == "mandates.yml":
        return False
    return not is_known_misspelling(dossier, plain_marks(hit.place.found))


def _hits(dossier: DossierView, name: Registered, right: set[str], abbreviations: set[str]) -> Iterator[_Hit]:
    seen: set[tuple[int, int, int]] = set()
    for rejected in name.wrong:
        if letters(rejected) in abbreviations or letters(rejected).removesuffix("s") in abbreviations:
            continue
        for place in name_places(dossier, rejected):
            if plain_marks(place.found) == plain_marks(rejected):
                seen.add((id(place.passage), place.start, place.end))
                yield _Hit(place, name, True, True)
    for form in name.right:
        if letters(form) in abbreviations:
            continue
        if short := _singular(form):
            for place in name_places(dossier, short):
                if (id(place.passage), place.start, place.end) not in seen and plain_marks(
                    place.found
                ) not in right:
                    yield _Hit(place, name, True, True)
        for place in (*name_places(dossier, form), *run_together(dossier, form)):
            if (id(place.passage), place.start, place.end) not in seen:
                yield _Hit(
                    place,
                    name,
                    plain_marks(place.found) not in right and _differs(place, form, name.strict_capitals),
                    False,
                )


def _singular(form: str) -> str:
    """Return a name of three words or more without its plural s, when it is always plural; else ""."""
    words = form.split()
    return form[:-1] if len(words) > 2 and words[-1] in _ALWAYS_PLURAL else ""


def _differs(place: NamePlace, form: str, strict_capitals: bool) -> bool:
    """Tell whether the place has another spelling than `form`, and not only an allowed capital."""
    found, form = plain_marks(place.found), plain_marks(form)
    text = place.passage.text
    # A name that ends in a full stop or begins with a mark is longer than its words.
    if form.startswith(found) or form.endswith(found):
        return False
    if found.isupper() or text.isupper():
        return False
    if found.lower() != form.lower():
        return True
    if not strict_capitals:
        return False
    if found[1:] == form[1:]:
        return found[0].islower() and words_of(form)[0] not in _GENERIC
    pairs = zip(re.findall(r"\w+", found), re.findall(r"\w+", form), strict=True)
    return any(mine != other for mine, other in pairs if mine.lower() not in _SMALL_WORDS)


def _violation(hit: _Hit) -> Violation:
    place, name = hit.place, hit.name
    passage = place.passage
    better = name.name if hit.rejected else _misspelled_form(place, name)
    fix: Fix | None = None
    if passage.kind != "value":
        fix = replace(passage, place.start, place.end, better, safe=not hit.rejected)
    return Violation(
        passage.span(place.start, place.end),
        msg("«{found}» heet «{name}»", found=plain_marks(place.found), name=better)
        if hit.rejected
        else msg("de naam «{name}» staat hier als «{found}»", found=plain_marks(place.found), name=better),
        msg("schrijf «{name}»", name=better),
        fix,
        related=(Related(name.at.value(name.key), msg("hier staat «{name}»", name=name.name)),),
    )


def _misspelled_form(place: NamePlace, name: Registered) -> str:
    """Return the right form that the place misspells."""
    found = [spelling_key(word) for word in words_of(place.found)]
    for form in name.right:
        if [spelling_key(word) for word in words_of(form)] == found or "".join(words_of(form)) == found[0]:
            return form
    return name.name


RULES = (not_as_registered,)
