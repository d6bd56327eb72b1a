# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether an abbreviation is written out at its first use, once, in the words of the list, and used after."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from jvom.checks.abbreviation_candidates import candidates, singular
from jvom.checks.abbreviation_uses import RUNNING, Introduction, Use, accounts, registers
from jvom.checks.glossaries import Entry, without_remark
from jvom.checks.long_forms import is_short, long_form
from jvom.checks.rule import INFO, WARNING, Scope, Slip, rule
from jvom.checks.sequences import loose, words_of
from jvom.checks.views import DossierView, Texts
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

_NEAR = 250
_BRACKETS = re.compile(r"\(([^()\n]{2,120})\)")
#: Words before "van" and the like that make a name part of the title of an office or of a body.
_OFFICES = frozenset(
    """
    minister ministers ministerie ministeries staatssecretaris staatssecretarissen raad hof publicatieblad
    verdrag handvest delegatie lidstaten hoofdstad vertegenwoordiger voorzitter secretaris grondgebied
    verordening richtlijn besluit instellingen organen handvesten commissie comité organisatie
    """.split()
)
_FAMILIAR = ("EU", "NAVO", "VN", "VS")
_JOINS = frozenset("van voor der de het den des of the for".split())


def _span(use: Use) -> Span:
    return use.passage.span(use.start, use.end)


def _introduced(introduction: Introduction) -> Related:
    return Related(_span(introduction.short), msg("hier is de afkorting geïntroduceerd"))


@rule(
    "ABR003",
    "abbreviation-not-introduced",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting staat er bij het eerste gebruik niet voluit bij"),
)
def not_introduced(texts: Texts) -> Iterator[Slip]:
    """Meldt een afkorting die er bij het eerste gebruik in een document niet voluit bij staat.

    Brief, nota en rapport tellen elk apart. Koppen, tabellen en de lijst met afkortingen tellen niet als
    eerste gebruik. Zonder lijst van afkortingen meldt de regel een afkorting die de tekst pas later
    uitlegt.

    ## Waarom

    Wie het stuk van voren naar achteren leest, weet niet waar de afkorting voor staat.

    ## Voorbeelden

    ```fout
    De EU heeft de missie gesteund. Ook daarna bleef de Europese Unie (EU) betrokken bij het gebied.

    De EU blijft dat doen.

    === rapport/inleiding.md erbij
    Nederland werkt nauw samen met de EU.

    === verwacht
    EU
    ```

    ```fout nota.md erbij
    De inzet van UNIFIL is verlengd.

    === verwacht
    UNIFIL
    ```

    ```fout
    De EU-missie is beëindigd.

    === verwacht
    EU
    ```

    ```goed
    De Europese Unie (EU) heeft de missie gesteund. De EU blijft dat doen.
    ```

    ```goed
    De NAVO (de Noord-Atlantische Verdragsorganisatie) steunt dit. De EU, voluit de Europese Unie, ook.
    ```

    ```goed
    ## De rol van de EU

    De Europese Unie (EU) steunt de missie. De EU doet dat al jaren.
    ```

    ## Herstellen

    Schrijf de naam bij het eerste gebruik voluit, met de afkorting tussen haakjes:
    "de *Kosovo Force* (KFOR)".
    """
    for account in texts.once(accounts):
        first = next((use for use in account.uses if use.running and not use.within and not use.quoted), None)
        if not first or any(_near(first, name) for name in account.names):
            continue
        if any(True for _ in _other_name(account.entry, first, texts)):
            continue
        later = account.introductions
        yield Slip(
            _span(first),
            msg(
                "«{short}» staat hier voor het eerst, zonder dat de naam er voluit bij staat",
                short=first.found,
            )
            if not later
            else msg("«{short}» staat hier voordat de naam voluit is genoemd", short=first.found),
            msg("schrijf hier «{name} ({short})»", name=account.entry.name, short=first.found),
            related=(_introduced(later[0]),) if later else (),
        )

    yield from _unexplained(texts)


def _unexplained(texts: Texts) -> Iterator[Slip]:
    """Yield, once a text, the abbreviations that a text without a list nowhere explains."""
    explained: dict[str, set[str]] = {}
    for register in texts.once(registers):
        if register.listed:
            continue
        for document in register.documents:
            for passage in document.passages:
                known = explained.setdefault(passage.whole.path, set(_FAMILIAR))
                known.update(word for entry in register.entries for word in entry.abbreviation.split())
                for each in candidates(passage) if passage.kind in RUNNING else ():
                    short = singular(each.found)
                    if short not in known:
                        known.add(short)
                        yield Slip(
                            passage.span(each.start, each.end),
                            msg("de tekst legt «{short}» nergens uit", short=short),
                            msg("schrijf de naam hier voluit, met de afkorting tussen haakjes"),
                            severity=INFO,
                        )


def _near(use: Use, name: Use) -> bool:
    """Tell whether the name stands in the sentence of the use, or shortly before it."""
    if name.number != use.number:
        return False
    _, end = use.passage.sentence_at(use.start)
    return use.start - _NEAR <= name.end and name.start < end


@rule(
    "ABR004",
    "abbreviation-introduced-twice",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting wordt twee keer geïntroduceerd"),
)
def introduced_twice(texts: Texts) -> Iterator[Slip]:
    """Meldt een afkorting die in hetzelfde document nog eens voluit wordt geïntroduceerd.

    ## Waarom

    Een tweede introductie is meestal een restant van een tekst die los is aangeleverd. De lezer vraagt zich
    af of er iets anders bedoeld is.

    ## Voorbeelden

    ```fout
    De Europese Unie (EU) steunt de missie. De EU blijft dat doen, want de Europese Unie (EU) hecht eraan.

    === verwacht
    Europese Unie (EU)
    ```

    ```fout
    De *Lebanese Armed Forces* (LAF) werkten samen met UNIFIL.

    === verwacht
    Lebanese Armed Forces* (LAF)
    ```

    ```goed
    De Europese Unie (EU) steunt de missie. De EU blijft dat doen.

    === nota.md erbij
    De Europese Unie (EU) is ingelicht. De EU stemt in.
    ```

    ## Herstellen

    Gebruik hier alleen de afkorting.
    """
    for account in texts.once(accounts):
        for again in account.introductions[1:]:
            start = min(again.name.start, again.short.start)
            end = max(again.name.end, again.short.end)
            text = again.name.passage.text
            end += text[end : end + 1] == ")"
            yield Slip(
                again.name.passage.span(start, end),
                msg("«{short}» is in dit document al eerder geïntroduceerd", short=again.short.found),
                msg("schrijf hier alleen «{short}»", short=again.short.found),
                related=(_introduced(account.introductions[0]),),
            )


@rule(
    "ABR005",
    "expansion-differs",
    WARNING,
    Scope.TEXTS,
    msg("De tekst schrijft een afkorting anders voluit dan de lijst"),
)
def expansion_differs(texts: Texts) -> Iterator[Slip]:
    """Meldt een afkorting die in de tekst anders voluit geschreven staat dan in de lijst met afkortingen.

    Hoofdletters, een meervoud en een toevoeging tussen haakjes achter de naam in de lijst tellen niet. Zonder
    lijst vergelijkt de regel met de eerste keer dat de tekst de afkorting uitlegt.

    ## Waarom

    De lezer vindt dan twee namen voor een zaak, en een van de twee is fout.

    ## Voorbeelden

    ```fout
    De *Lebanese Army Force* (LAF) werkt hieraan mee.

    === verwacht
    Lebanese Army Force
    ```

    ```fout
    De inzet van de Noord-Atlantische Verdragsorganisatie is beperkt. De *European Union* (EU) steunt dat.

    === verwacht
    European Union
    ```

    ```fout
    UNTSO (*United Nations Truce Supervisory Organization*) bestaat sinds 1948.

    === verwacht
    United Nations Truce Supervisory Organization
    ```

    ```goed
    De *Lebanese Armed Forces* (LAF) werken hieraan mee, net als de Europese Unie (EU).
    ```

    ```goed
    Het hoofdkwartier ligt in het zuiden van Libanon (UNIFIL) en in Jeruzalem (UNTSO).
    ```

    ## Herstellen

    Neem de naam uit de lijst over. Is de lijst fout, verbeter dan `abbreviations.yml`.
    """
    for account in texts.once(accounts):
        known = {(each.short.number, each.short.start) for each in account.introductions}
        for use in account.uses:
            if use.running and (use.number, use.start) not in known:
                yield from _other_name(account.entry, use, texts)


def _other_name(entry: Entry, use: Use, texts: Texts) -> Iterator[Slip]:
    text = use.passage.text
    if text[use.start - 1 : use.start] == "(" and text[use.end : use.end + 1] == ")":
        begin, end = _words_before(entry, use)
    elif text[use.end : use.end + 2] == " (" and (match := _BRACKETS.match(text, use.end + 1)):
        begin, end = match.span(1)
        words = match[1].split()
        if long_form(use.found, match[1]) != 0 or len(words) < 2 or not words[0][:1].isupper():
            return
    else:
        return
    if begin >= end or without_remark(text[begin:end]) == entry.name:
        return
    there = entry.expansion_at
    yield Slip(
        use.passage.span(begin, end),
        msg(
            "«{short}» staat hier voluit als «{name}»",
            short=use.found,
            name=" ".join(text[begin:end].split()),
        ),
        msg("schrijf «{name}», of verbeter de lijst", name=entry.name)
        if isinstance(texts, DossierView)
        else msg("schrijf overal hetzelfde: hier staat elders «{name}»", name=entry.name),
        related=(Related(there, msg("hier staat «{name}»", name=entry.expansion)),),
    )


def _words_before(entry: Entry, use: Use) -> tuple[int, int]:
    """Return the (start, end) of the words before "(KFOR)" that seem to be its name; (0, 0) for none.

    They are when their letters spell the abbreviation, or when half of them are those of the expansion.
    """
    passage = use.passage
    sentence, _ = passage.sentence_at(use.start)
    limit = max(sentence, use.start - 160)
    end = len(passage.text[: use.start - 1].rstrip(" \n'\"’”»"))
    before = passage.words[bisect_left(passage.words, (limit, 0)) : bisect_left(passage.words, (end, 0))]
    if not before:
        return 0, 0
    wanted = [loose(word) for word in words_of(entry.name)]
    near = before[-len(wanted) - 1 :]
    own = [loose(passage.text[start:stop].lower()) for start, stop in near]
    shared = [number for number, word in enumerate(own) if word in wanted and word not in _JOINS]
    content = [word for word in wanted if word not in _JOINS]
    if len(content) > 1 and 2 * len(shared) >= len(content) and _capital(passage.text, near[shared[0]]):
        first = shared[0]
        while first > 0 and _capital(passage.text, near[first - 1]) and near[first - 1][0] > sentence:
            first -= 1
        return near[first][0], before[-1][1]
    begin = long_form(use.found, passage.text[limit:end])
    if begin is None or not is_short(use.found) or not _names(passage.text[limit + begin : end]):
        return 0, 0
    return limit + begin, end


def _capital(text: str, word: tuple[int, int]) -> bool:
    return text[word[0]].isupper()


def _names(text: str) -> bool:
    """Tell whether words look like a name: all but small joining words have a capital."""
    words = [word for word in re.findall(r"\w+", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


@rule(
    "ABR008",
    "full-name-after-abbreviation",
    WARNING,
    Scope.TEXTS,
    msg("De volledige naam staat er nog nadat de afkorting is geïntroduceerd"),
)
def full_name_again(texts: Texts) -> Iterator[Slip]:
    """Meldt een naam die voluit staat nadat in hetzelfde document de afkorting is geïntroduceerd.

    Koppen, tabellen en namen waar deze naam een deel van is ("Raad van de Europese Unie") tellen niet. In een
    losse tekst is het ter overweging.

    ## Waarom

    Wie een afkorting invoert, belooft die te gebruiken. Wisselen tussen de twee doet de lezer zoeken naar een
    verschil.

    ## Voorbeelden

    ```fout
    De Europese Unie (EU) steunt de missie. De EU en de Europese Unie als geheel blijven betrokken.

    === verwacht
    Europese Unie
    ```

    ```fout
    De samenwerking met de *Lebanese Armed Forces* verliep goed.

    === verwacht
    Lebanese Armed Forces
    ```

    ```goed
    De Europese Unie (EU) steunt de missie. De EU doet dat met een besluit van de Raad van de Europese Unie.
    ```

    ```goed
    De Europese Unie (EU) steunt de missie. De EU vroeg daarvoor "het oordeel van de Europese Unie".
    ```

    ## Herstellen

    Schrijf de afkorting.
    """
    severity = None if isinstance(texts, DossierView) else INFO
    for account in texts.once(accounts):
        if not account.introductions:
            continue
        first = account.introductions[0]
        own = {(each.name.number, each.name.start) for each in account.introductions}
        for name in account.names:
            if (
                name.running
                and (name.number, name.start) > first.at
                and (name.number, name.start) not in own
                and not name.within
                and not _is_part_of_a_name(name)
                and not name.quoted
            ):
                yield Slip(
                    _span(name),
                    msg("de afkorting «{short}» is al geïntroduceerd", short=first.short.found),
                    msg("schrijf «{short}»", short=first.short.found),
                    related=(_introduced(first),),
                    severity=severity,
                )


def _is_part_of_a_name(use: Use) -> bool:
    """Tell whether a capital or the title of an office before or behind makes the name part of another."""
    text, words = use.passage.text, use.passage.words
    at = bisect_left(words, (use.start, 0))
    sentence, _ = use.passage.sentence_at(use.start)
    joined = False
    while (
        at > 0 and words[at - 1][0] >= sentence and text[words[at - 1][1] : words[at][0]] in (" ", "\n", "-")
    ):
        at -= 1
        start, end = words[at]
        word = text[start:end]
        if word.lower() in _JOINS:
            joined = True
            continue
        return (word[0].isupper() and start > sentence) or (joined and word.lower() in _OFFICES)
    return False


@rule(
    "ABR009",
    "abbreviation-used-once",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting wordt geïntroduceerd en daarna niet meer gebruikt"),
)
def used_once(texts: Texts) -> Iterator[Slip]:
    """Meldt een afkorting die een document introduceert en daarna niet meer gebruikt.

    In een losse tekst is het ter overweging.

    ## Waarom

    Een afkorting kost de lezer moeite; die loont alleen als zij vaker voorkomt.

    ## Voorbeelden

    ```fout
    De Europese Unie (EU) steunt de missie. Ook de Verenigde Staten doen dat.

    === verwacht
    EU
    ```

    ```goed
    De Europese Unie (EU) steunt de missie. Voor de EU-lidstaten is dat van belang.
    ```

    ```goed
    De Europese Unie steunt de missie.
    ```

    ## Herstellen

    Schrijf alleen de naam voluit. In het rapport verdwijnt de afkorting dan uit de lijst.
    """
    severity = None if isinstance(texts, DossierView) else INFO
    for account in texts.once(accounts):
        if not account.introductions:
            continue
        first = account.introductions[0]
        own = {(each.short.number, each.short.start) for each in account.introductions}
        if all((use.number, use.start) in own for use in account.uses):
            yield Slip(
                _span(first.short),
                msg("«{short}» komt na deze introductie niet meer voor", short=first.short.found),
                msg("schrijf alleen «{name}»", name=account.entry.name),
                severity=severity,
            )


RULES = (not_introduced, introduced_twice, expansion_differs, full_name_again, used_once)
