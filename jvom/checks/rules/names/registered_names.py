# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names against the registers of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.glossaries import without_remark
from jvom.checks.name_places import NamePlace, name_places, plain_marks, run_together, spelling_key, words_of
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.names.misspelled_names import is_known_misspelling
from jvom.checks.rules.names.nearly_names import nearly_names, with_another_word, with_other_small_words
from jvom.checks.views import DossierView
from jvom.dutch.sorting import letters
from jvom.findings import Fix, Related
from jvom.messages import msg
from jvom.source import Positions

#: Words of a name whose capital does not matter.
_SMALL = frozenset("of the in for and on to van de der het den en voor ter op aan".split())

#: First words of names that may be small in a sentence: "operatie Prosperity Guardian".
_GENERIC = frozenset(
    """
    operatie operation inzet missie mission minister ministerie staatssecretaris directie dienst raad wet
    verdrag kabinet programma project fregat
    """.split()
)


#: Last words of English names that are no names in the singular.
_PLURAL = frozenset("Forces Nations Affairs Operations Rights Countries Services Guards".split())


class Registered(msgspec.Struct, frozen=True):
    """A name of a register: the form to write, all that is right, all that is wrong, and where it stands.

    It stands as `key` at a place of the register. `firm` tells that capitals count; those of a long official
    name may differ, and all be small.
    """

    name: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    firm: bool
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
    """Meldt een missie, land, plaats, ambt of organisatie met een andere schrijfwijze dan in het register.

    De goede namen staan in `missions.yml` (`name`, `official`, `accepted`), in `names.yml` en, voluit, in
    `abbreviations.yml`. Gemeld worden de vormen onder `rejected`, en elke vorm die alleen in een
    koppelteken, spatie, hoofdletter, accent of Britse spelling afwijkt. Ook een woord met een hoofdletter dat
    in een letter van een naam verschilt en niet in het woordenboek staat. Afkortingen zelf zijn voor ABR007.

    ## Waarom

    Een zaak heeft in alle documenten een naam. Twee vormen doen denken aan twee zaken.

    ## Voorbeelden

    ```fout missions.yml
    missions:
      - id: unifil
        name: Operatie Prosperity Guardian
        accepted: [Prosperity Guardian]
        rejected: [Prosperity Guardians]

    === rapport/slotbeschouwing.md
    Prosperity Guardians is beëindigd. Operatie Prosperity-Guardian en prosperity Guardian volgden.

    === verwacht
    Prosperity Guardians
    Operatie Prosperity-Guardian
    prosperity Guardian
    ```

    ```fout names.yml
    names:
      - {name: Zr.Ms. De Ruyter, kind: zaak, rejected: [Zr.Ms. de Ruyter, Hr.Ms. De Ruyter]}
      - {name: minister voor Klimaat en Energie, kind: ambt, rejected: [minister voor KE]}

    === rapport/slotbeschouwing.md
    Zr.Ms. de Ruyter ondersteunde de operatie. De minister voor KE stemde in.
    De minister voor Klimaat en energie deed dat ook.

    === verwacht
    Zr.Ms. de Ruyter
    minister voor KE
    minister voor Klimaat en energie
    ```

    ```fout names.yml
    names:
      - {name: Mitrovica, kind: plaats}
      - {name: Naqoura, kind: plaats}

    === rapport/slotbeschouwing.md
    In Mitrovia bleef het rustig, in Naquora niet. De burgemeester van Mitrovica noemde de Libische pers.

    === verwacht
    Mitrovia
    Naquora
    ```

    ```fout names.yml
    names:
      - {name: Charles de Gaulle, kind: zaak}
      - {name: Inspectie Militaire Gezondheidszorg, kind: organisatie}
      - {name: Zr.Ms. Johan de Witt, kind: zaak}
      - {name: Zr.Ms. De Ruyter, kind: zaak}

    === rapport/slotbeschouwing.md
    De Charles du Gaulle vertrok. De Inspectie voor de Militaire Gezondheidszorg schreef daarover. De Zr.Ms.
    Johan de Wit en de Zr.Ms. De Ruijter voeren mee.

    === verwacht
    Charles du Gaulle
    Inspectie voor de Militaire Gezondheidszorg
    Zr.Ms. Johan de Wit
    Zr.Ms. De Ruijter
    ```

    ```fout
    De *Lebanese Armed Force* ontwapende.

    === verwacht
    Lebanese Armed Force
    ```

    ```fout
    De *United Nations Truce Supervision Organisation* en de *Lebanese Armed-Forces* werken samen.

    === verwacht
    United Nations Truce Supervision Organisation
    Lebanese Armed-Forces
    ```

    ```goed names.yml
    names:
      - {name: Zr.Ms. De Ruyter, kind: zaak, rejected: [De Ruyter]}
      - {name: Westelijke Jordaanoever, kind: plaats}

    === rapport/slotbeschouwing.md
    Zr.Ms. De Ruyter voer uit; op de Westelijke
    Jordaanoever bleef het onrustig. De jaarlijkse voortgangsrapportage overige missiebijdragen noemt dat.
    ```

    ## Herstellen

    Schrijf de naam zoals het register hem heeft. Is de andere vorm ook goed, zet hem dan onder `accepted`.
    """
    shorts = {
        letters(form)
        for entry in dossier.dossier.glossary.abbreviations
        for form in (entry.abbreviation, *entry.also)
    }
    everything = tuple(registered(dossier))
    right = {plain_marks(form) for name in everything for form in name.right}
    hits: dict[int, list[_Hit]] = {}
    for name in everything:
        for hit in _hits(dossier, name, right, shorts):
            hits.setdefault(id(hit.place.passage), []).append(hit)
    for passage in dossier.passages:
        here = hits.get(id(passage), ())
        if not any(hit.wrong for hit in here):
            continue
        reached = 0
        for hit in sorted(here, key=lambda hit: (hit.place.start, -hit.place.end, hit.wrong)):
            if hit.place.end > reached:
                reached = hit.place.end
                if hit.wrong and _is_ours(dossier, hit, passage):
                    yield _slip(hit)
    yield from _nearly(dossier, everything)
    yield from _other_small_words(dossier, everything)


def _nearly(dossier: DossierView, everything: tuple[Registered, ...]) -> Iterator[Violation]:
    names = [form for name in everything if name.firm for form in name.right]
    names += [place for mission in dossier.dossier.missions.missions for place in mission.places]
    known = [form for name in everything for form in (*name.right, *name.wrong)]
    for place, meant in nearly_names(dossier, names, known):
        passage = place.passage
        if not is_known_misspelling(dossier, plain_marks(place.found)):
            yield Violation(
                passage.span(place.start, place.end),
                msg("«{found}» lijkt een verschrijving van «{name}»", found=place.found, name=meant),
                msg("schrijf «{name}», of zet de andere naam in het register", name=meant),
            )


def _other_small_words(dossier: DossierView, everything: tuple[Registered, ...]) -> Iterator[Violation]:
    forms = {
        " ".join(words_of(form)): form
        for name in everything
        if name.firm
        for form in name.right
        if form[:1].isupper()
    }
    rejected = {plain_marks(form).lower() for name in everything for form in name.wrong}
    for place, meant in (*with_other_small_words(dossier, forms), *with_another_word(dossier, forms)):
        found = plain_marks(place.found)
        if not is_known_misspelling(dossier, found) and found.lower() not in rejected:
            yield Violation(
                place.passage.span(place.start, place.end),
                msg("de naam «{name}» staat hier als «{found}»", found=found, name=forms[meant]),
                msg("schrijf «{name}»", name=forms[meant]),
            )


def _is_ours(dossier: DossierView, hit: _Hit, passage: Passage) -> bool:
    """Tell whether no other rule reports it: one on the appendix, or on names that are always wrong."""
    if passage.kind == "value" and passage.section == "mandates.yml":
        return False
    return not is_known_misspelling(dossier, plain_marks(hit.place.found))


def _hits(dossier: DossierView, name: Registered, right: set[str], shorts: set[str]) -> Iterator[_Hit]:
    seen: set[tuple[int, int, int]] = set()
    for rejected in name.wrong:
        if letters(rejected) in shorts or letters(rejected).removesuffix("s") in shorts:
            continue
        for place in name_places(dossier, rejected):
            if plain_marks(place.found) == plain_marks(rejected):
                seen.add((id(place.passage), place.start, place.end))
                yield _Hit(place, name, True, True)
    for form in name.right:
        if letters(form) in shorts:
            continue
        if short := _in_the_singular(form):
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
                    plain_marks(place.found) not in right and _differs(place, form, name.firm),
                    False,
                )


def _in_the_singular(form: str) -> str:
    """Return a name of three words or more without its s, when that is always there; "" for others."""
    words = form.split()
    return form[:-1] if len(words) > 2 and words[-1] in _PLURAL else ""


def _differs(place: NamePlace, form: str, firm: bool) -> bool:
    """Tell whether what stands there is another spelling, and not the same with a capital more or less."""
    found, form = plain_marks(place.found), plain_marks(form)
    text = place.passage.text
    # A name that ends in a full stop or begins with a mark is longer than its words.
    if form.startswith(found) or form.endswith(found):
        return False
    if found.isupper() or text.isupper():
        return False
    if found.lower() != form.lower():
        return True
    if not firm:
        return False
    if found[1:] == form[1:]:
        return found[0].islower() and words_of(form)[0] not in _GENERIC
    pairs = zip(re.findall(r"\w+", found), re.findall(r"\w+", form), strict=True)
    return any(mine != other for mine, other in pairs if mine.lower() not in _SMALL)


def _slip(hit: _Hit) -> Violation:
    place, name = hit.place, hit.name
    passage = place.passage
    better = name.name if hit.rejected else _form(place, name)
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


def _form(place: NamePlace, name: Registered) -> str:
    """Return the right form that is spelled otherwise here."""
    found = [spelling_key(word) for word in words_of(place.found)]
    for form in name.right:
        if [spelling_key(word) for word in words_of(form)] == found or "".join(words_of(form)) == found[0]:
            return form
    return name.name


RULES = (not_as_registered,)
