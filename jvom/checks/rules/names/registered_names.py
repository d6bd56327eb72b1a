# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names compared with the registers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, name_places, run_together
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import plain_marks, words_of
from jvom.analysis.word_classes import word_class
from jvom.checks.glossaries import without_remark
from jvom.checks.languages import english
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.names.known_misspellings import is_known_misspelling
from jvom.checks.rules.names.name_typos import name_typos
from jvom.checks.rules.names.near_names import near_names
from jvom.checks.views import DossierView
from jvom.dutch.sorting import letters
from jvom.messages import msg
from jvom.source import Positions

_ABBREVIATION = Phrase(r"\( {abbreviation} \)")


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
    """A place of a name; `better` is what to write there, "" when it is right."""

    place: NamePlace
    name: Registered
    better: str
    rejected: bool = False


@rule("NAM002", WARNING, Scope.DOSSIER, fixable=True, local=True)
def name_not_as_registered(dossier: DossierView) -> Iterator[Violation]:
    """A name is not as it is in the register."""
    register, order = tuple(registered(dossier)), dossier.index.numbers

    def rank(hit: _Hit) -> tuple[int, int, int, bool, bool]:
        place = hit.place
        return order[id(place.passage)], place.start, -place.end, not hit.rejected, bool(hit.better)

    reached = -1, 0
    for hit in sorted(_hits(dossier, register), key=rank):
        end = order[id(hit.place.passage)], hit.place.end
        if end > reached:
            reached = end
            if hit.better and _is_reported_here(dossier, hit.place):
                yield _violation(hit)
    yield from _nearly(dossier, register)
    yield from _typos(dossier, register)


def _is_reported_here(dossier: DossierView, place: NamePlace) -> bool:
    """Tell whether no other rule reports it: one about the appendix, or about names that are always wrong."""
    in_appendix = place.passage.section == "mandates.yml" and place.passage.label == "operation"
    return not in_appendix and not is_known_misspelling(dossier, place.shown)


def _hits(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[_Hit]:
    """Yield the places of all names that are no abbreviation, spelled right or wrong."""
    glossary = dossier.dossier.glossary.abbreviations
    shorts = {letters(form) for entry in glossary for form in (entry.abbreviation, *entry.also)}
    right = {plain_marks(form) for name in register for form in name.right}
    for name in register:
        for form in name.wrong:
            if shorts.isdisjoint((letters(form), letters(form).removesuffix("s"))):
                for place in name_places(dossier, form):
                    if place.shown == plain_marks(form):
                        yield _Hit(place, name, name.name, rejected=True)
        for form in name.right:
            if letters(form) in shorts:
                continue
            for place in (*name_places(dossier, form), *run_together(dossier, form)):
                strict = name.strict_capitals or _is_introduced(place)
                differs = place.shown not in right and _differs(place, form, strict)
                yield _Hit(place, name, form if differs else "")


def _is_introduced(place: NamePlace) -> bool:
    """Tell whether an abbreviation in brackets follows a name, whose capitals are then those of the list.

    Without any capital it is a common noun.
    """
    return not place.found.islower() and _ABBREVIATION.match_at(place.passage, place.end) is not None


def _differs(place: NamePlace, form: str, strict_capitals: bool) -> bool:
    """Tell whether the place has another spelling than `form`, and not only an allowed capital."""
    found, form = place.shown, plain_marks(form)
    # A name that ends in a full stop or begins with a mark is longer than its words.
    if form.startswith(found) or form.endswith(found) or found.isupper() or place.passage.text.isupper():
        return False
    if found.lower() != form.lower():
        return True
    if not strict_capitals:
        return _is_mixed(found, form)
    if found[1:] == form[1:]:
        return found[0].islower() and words_of(form)[0] not in word_class("generic_name")
    capitals = zip(found.split(), form.split(), strict=True)
    return any(mine != other for mine, other in capitals if mine.lower() not in word_class("joining"))


def _is_mixed(found: str, form: str) -> bool:
    """Tell whether some common words of a name lost the capital that others have: "Interim force"."""
    pairs = zip(found.split()[1:], form.split()[1:], strict=True)
    words = [mine for mine, other in pairs if other[0].isupper() and other[1:].islower()]
    common = {word.islower() for word in words if classes_of(word.lower()) or word.lower() in english()}
    return len(common) > 1


def _violation(hit: _Hit) -> Violation:
    place, better, name = hit.place, hit.better, hit.name
    return Violation(
        place.span,
        msg("de naam «{name}» staat hier als «{found}»", name=better, found=place.shown),
        msg("schrijf «{name}»", name=better),
        replace(place.passage, place.start, place.end, better, safe=not hit.rejected),
        related=quoted_at(name.at.value(name.key), name.name),
    )


def _nearly(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[Violation]:
    """Yield names of which a word is wrong or lacks."""
    names = {form: name for name in register for form in name.right if form[:1].isupper()}
    rejected = {plain_marks(form).lower() for name in register for form in name.wrong}
    proper = {form: name.strict_capitals for form, name in names.items()}
    for place, form in near_names(dossier, proper):
        if not is_known_misspelling(dossier, place.shown) and place.shown.lower() not in rejected:
            yield _violation(_Hit(place, names[form], form, rejected=True))


def _typos(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[Violation]:
    names = [form for name in register if name.strict_capitals for form in name.right]
    names += [place for mission in dossier.dossier.missions.missions for place in mission.places]
    known = [form for name in register for form in (*name.right, *name.wrong)]
    for place, meant in name_typos(dossier, names, known):
        if not is_known_misspelling(dossier, place.shown):
            yield Violation(
                place.span,
                msg("«{found}» lijkt een verschrijving van «{name}»", found=place.found, name=meant),
                msg("schrijf «{name}», of zet de andere naam in het register", name=meant),
            )


RULES = (name_not_as_registered,)
