# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names compared with the registers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.name_spellings import NamePlace, name_places, run_together
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import name_key, plain_marks, words_of
from jvom.analysis.word_classes import word_class
from jvom.checks.glossaries import without_remark
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.names.known_misspellings import is_known_misspelling
from jvom.checks.rules.names.name_typos import capital_word_typos, name_typos, small_word_typos
from jvom.checks.views import DossierView
from jvom.dutch.sorting import letters
from jvom.messages import msg
from jvom.source import Positions

#: Last words of English names that are always plural.
_ALWAYS_PLURAL = frozenset("Forces Nations Affairs Operations Rights Countries Services Guards".split())

_FEWEST_WORDS, _SHORTEST_NOUN, _STEM = 3, 3, 5
#: What comes behind a name that breaks off: no noun.
_CUT_OFF = Phrase(
    r",|;|:|.|\)|\*", "en|of|die", "{preposition|away_preposition}", "{verb}", "{finite_verb|plural_verb}"
)
#: Small words of English names, which have one number.
_ENGLISH = frozenset(("of", "for", "the", "and"))


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
    register = tuple(registered(dossier))
    order = {id(passage): number for number, passage in enumerate(dossier.passages)}

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
    yield from _cut_or_in_another_number(dossier, register)
    yield from _typos(dossier, register)
    yield from _other_words(dossier, register)


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
            words = form.split()
            if len(words) > 2 and words[-1] in _ALWAYS_PLURAL:
                for place in name_places(dossier, form[:-1]):
                    if place.shown not in right:
                        yield _Hit(place, name, name.name, rejected=True)
            for place in (*name_places(dossier, form), *run_together(dossier, form)):
                differs = place.shown not in right and _differs(place, form, name.strict_capitals)
                yield _Hit(place, name, _right_form(place, name) if differs else "")


def _differs(place: NamePlace, form: str, strict_capitals: bool) -> bool:
    """Tell whether the place has another spelling than `form`, and not only an allowed capital."""
    found, form = place.shown, plain_marks(form)
    # A name that ends in a full stop or begins with a mark is longer than its words.
    if form.startswith(found) or form.endswith(found) or found.isupper() or place.passage.text.isupper():
        return False
    if found.lower() != form.lower():
        return True
    if not strict_capitals:
        return False
    if found[1:] == form[1:]:
        return found[0].islower() and words_of(form)[0] not in word_class("generic_name")
    capitals = zip(found.split(), form.split(), strict=True)
    return any(mine != other for mine, other in capitals if mine.lower() not in word_class("joining"))


def _right_form(place: NamePlace, name: Registered) -> str:
    """Return the right form that the place misspells."""
    key = name_key(place.found)
    return next(
        (form for form in name.right if name_key(form) == key or "".join(words_of(form)) == key[0]), name.name
    )


def _violation(hit: _Hit) -> Violation:
    place, better = hit.place, hit.better
    wrong = msg("«{found}» heet «{name}»", found=place.shown, name=better)
    misspelled = msg("de naam «{name}» staat hier als «{found}»", found=place.shown, name=better)
    typed = place.passage.kind != "value"
    return Violation(
        place.span,
        wrong if hit.rejected else misspelled,
        msg("schrijf «{name}»", name=better),
        replace(place.passage, place.start, place.end, better, safe=not hit.rejected) if typed else None,
        related=quoted_at(hit.name.at.value(hit.name.key), hit.name.name),
    )


def _cut_or_in_another_number(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[Violation]:
    """Yield names of three words or more without their end, or with a word in the singular or plural."""
    found = [
        (place, form, name)
        for name in register
        for form in name.right
        if form.count(" ") >= _FEWEST_WORDS - 1
        for words in (form.split(),)
        for place in (*_cut(dossier, words, name.strict_capitals), *_in_another_number(dossier, words))
        if place.found[0] == form[0]
    ]
    right = {name_key(form) for name in register for form in name.right} if found else set()
    for place, form, name in found:
        if name_key(place.found) not in right:
            yield Violation(
                place.span,
                msg("de naam «{name}» staat hier als «{found}»", name=form, found=place.shown),
                msg("schrijf «{name}»", name=form),
                related=quoted_at(name.at.value(name.key), form),
            )


def _cut(dossier: DossierView, words: list[str], is_strict: bool) -> Iterator[NamePlace]:
    """Yield the places of a name that ends too early: behind a small word, or before its last word."""
    if words_of(words[0])[0] not in dossier.words:
        return
    for length in range(_FEWEST_WORDS - 1, len(words)):
        small = words[length - 1].lower() in word_class("joining")
        whole = length == len(words) - 1 and (is_strict or length >= _FEWEST_WORDS)
        for place in name_places(dossier, " ".join(words[:length])) if small or whole else ():
            after, last = place.word(len(place.words)), place.word(len(place.words) - 2)
            if after[:1].isupper() or after.lower()[:_STEM] == words[length].lower()[:_STEM]:
                continue
            is_name = not small or last[:1].isupper() == words[length - 2][0].isupper()
            ends = place.end == len(place.passage.text) or _CUT_OFF.match_at(place.passage, place.end)
            if is_name and ends:
                yield place


def _in_another_number(dossier: DossierView, words: list[str]) -> Iterator[NamePlace]:
    """Yield the places of a name of which one word has an s more or less."""
    if _ENGLISH.isdisjoint(words):
        return
    for at, word in enumerate(words):
        other = word.removesuffix("s") if word.endswith("s") else f"{word}s"
        if len(word) > _SHORTEST_NOUN and other.lower() in dossier.words:
            yield from name_places(dossier, " ".join((*words[:at], other, *words[at + 1 :])))


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


def _other_words(dossier: DossierView, register: tuple[Registered, ...]) -> Iterator[Violation]:
    strict = [form for name in register if name.strict_capitals for form in name.right if form[:1].isupper()]
    forms = {" ".join(words_of(form)): form for form in strict}
    rejected = {plain_marks(form).lower() for name in register for form in name.wrong}
    for place, meant in (*small_word_typos(dossier, forms), *capital_word_typos(dossier, forms)):
        if not is_known_misspelling(dossier, place.shown) and place.shown.lower() not in rejected:
            name = forms[meant]
            yield Violation(
                place.span,
                msg("de naam «{name}» staat hier als «{found}»", found=place.shown, name=name),
                msg("schrijf «{name}»", name=name),
            )


RULES = (name_not_as_registered,)
