# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names compared with the registers."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, name_places, run_together
from jvom.analysis.name_typos import name_typos
from jvom.analysis.near_names import near_names
from jvom.analysis.passages import RUNNING
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import plain_marks, words_of
from jvom.analysis.stretches import Stretch, outermost
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.names.known_misspellings import is_known_misspelling
from jvom.checks.rules.names.name_registers import Registered, registered
from jvom.checks.views import DossierView
from jvom.dutch.sorting import letters

_ABBREVIATION = Phrase(r"\( {abbreviation} \)")


class _Hit(Stretch, frozen=True):
    """Where a name is; `better` is what to write there, "" when it is right, and `sure` that it is meant."""

    name: Registered
    better: str
    sure: bool


def _hit(place: Stretch, name: Registered, better: str, *, sure: bool = True) -> _Hit:
    return _Hit(place.passage, place.start, place.end, name, better, sure)


@rule("NAM002", WARNING, Scope.DOSSIER, fixable=True, local=True)
def name_not_as_registered(dossier: DossierView) -> Iterator[Violation]:
    """A name is not as it is in the register."""
    register = tuple(registered(dossier))
    hits = [*_hits(dossier, register)]
    with_wrong = {id(hit.passage) for hit in hits if hit.better}
    beside = [hit for hit in hits if id(hit.passage) in with_wrong]
    beside.sort(key=lambda hit: (hit.sure, bool(hit.better)))
    named = outermost(beside, dossier.index.numbers)
    for hit in filter(_is_in_text, (*named, *_nearly(dossier, register))):
        if hit.better and not is_known_misspelling(dossier, hit.shown):
            yield correction(
                hit.passage,
                hit.start,
                hit.end,
                hit.better,
                "name",
                found=hit.shown,
                name=hit.name.right[0],
                related=hit.name.span,
                # The hyphen may well be what the register lacks: "Noord-Kivu".
                safe=hit.sure and hit.shown.count("-") <= hit.better.count("-"),
            )
    for place, meant in _typos(dossier, register):
        if not is_known_misspelling(dossier, place.shown):
            yield violation(place.span, "typo", found=place.text, name=meant)


def _is_in_text(hit: _Hit) -> bool:
    """Tell whether it is no name in a register, and no operation in the appendix, which others compare."""
    return hit.passage.document != "gegevens" and hit.passage.label != "operation"


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
                        yield _hit(place, name, name.right[0], sure=False)
        for form in name.right:
            if letters(form) in shorts:
                continue
            for place in (*name_places(dossier, form), *run_together(dossier, form)):
                differs = place.shown not in right and _differs(
                    place, form, name.strict_capitals or _is_introduced(place)
                )
                yield _hit(place, name, form if differs else "")


def _is_introduced(place: NamePlace) -> bool:
    """Tell whether an abbreviation in brackets follows a name, whose capitals are then those of the list.

    In Dutch, one word without any capital is a common noun.
    """
    is_common = place.text.islower() and place.is_dutch and place.first == place.last
    return not is_common and _ABBREVIATION.match_at(place.passage, place.end) is not None


def _differs(place: NamePlace, form: str, strict_capitals: bool) -> bool:
    """Tell whether the place has another spelling than `form`, and not only an allowed capital."""
    found, form = place.shown, plain_marks(form)
    # A name that ends in a full stop or begins with a mark is longer than its words.
    if form.startswith(found) or form.endswith(found) or found.isupper() or place.passage.text.isupper():
        return False
    if found.lower() != form.lower():
        return True
    if not strict_capitals:
        return _is_mixed(found, form) or _has_first_capital(place, form)
    if found[1:] == form[1:]:
        is_generic = words_of(form)[0] in word_class("generic_name")
        return form.islower() and _is_inside(place) if found[0].isupper() else not is_generic
    capitals = zip(found.split(), form.split(), strict=True)
    small = word_class("joining")
    return any(mine != other for mine, other in capitals if mine not in small)


def _has_first_capital(place: NamePlace, form: str) -> bool:
    """Tell whether only the first word of a term has a capital: "steun aan *Security sector reform*"."""
    first, *rest = place.shown.split()
    return (
        _is_inside(place)
        and not place.is_dutch
        and first.istitle()
        and all(map(str.islower, rest))
        and bool(rest)
        and (form.islower() or form.rsplit(maxsplit=1)[-1].istitle())
    )


def _is_inside(place: NamePlace) -> bool:
    """Tell whether a capital of the place is due to no sentence, heading or title that begins there."""
    return place.passage.kind in RUNNING and place.sentence[0] < place.start - 1 and not place.is_quoted


def _is_mixed(found: str, form: str) -> bool:
    """Tell whether some common words of a name lost the capital that others have: "Interim force"."""
    pairs = zip(found.split()[1:], form.split()[1:], strict=True)
    words = [mine for mine, other in pairs if other[0].isupper() and other[1:].islower()]
    common = {word.islower() for word in words if classes_of(word.lower()) or word.lower() in english()}
    return len(common) > 1


def _nearly(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[_Hit]:
    """Yield names with a word wrong or missing."""
    # Of a name in two registers, the one that is strict on capitals counts.
    strict_last = sorted(register, key=lambda name: name.strict_capitals)
    names = {form: name for name in strict_last for form in name.right if form[:1].isupper()}
    rejected = {plain_marks(form).lower() for name in register for form in name.wrong}
    proper = {form: name.strict_capitals for form, name in names.items()}
    for place, form in near_names(dossier, proper):
        if place.shown.lower() not in rejected:
            yield _hit(place, names[form], form, sure=False)


def _typos(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[tuple[NamePlace, str]]:
    names = [form for name in register if name.strict_capitals for form in name.right]
    names += [place for mission in dossier.dossier.missions.missions for place in mission.places]
    known = [form for name in register for form in (*name.right, *name.wrong)]
    return name_typos(dossier, names, known)
