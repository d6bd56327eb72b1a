# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether an abbreviation is written out at its first use, only there, and used after."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.checks.abbreviation_candidates import candidates, singular
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_expansions import other_name, place, shown
from jvom.checks.rules.abbreviations.abbreviation_uses import RUNNING, Use, accounts, registers
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.messages import msg

_NEAR = 250
_FAMILIAR = ("EU", "NAVO", "VN", "VS")


@rule(
    "ABR003",
    "abbreviation-not-introduced",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting staat er bij het eerste gebruik niet voluit bij"),
)
def not_introduced(texts: Texts) -> Iterator[Violation]:
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
    Met Verordening (EU) 2021/947 is geld vrijgemaakt. De Europese Unie (EU) doet dat vaker; de EU betaalt.
    De *Combined Task Force* (CTF) 150 vertrok, en een andere CTF bleef.
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
    for account in texts.memo(accounts):
        first = next(
            (
                use
                for use in account.uses
                if use.running and not use.within and not use.quoted and not _is_of_an_act(use)
            ),
            None,
        )
        if not first or any(_near(first, name) for name in account.names):
            continue
        if any(True for _ in other_name(account.entry, first, texts)):
            continue
        later = account.introductions
        yield Violation(
            place(first),
            msg(
                "«{short}» staat hier voor het eerst, zonder dat de naam er voluit bij staat",
                short=first.found,
            )
            if not later
            else msg("«{short}» staat hier voordat de naam voluit is genoemd", short=first.found),
            msg("schrijf hier «{name} ({short})»", name=account.entry.name, short=first.found),
            related=(shown(later[0]),) if later else (),
        )

    yield from _unexplained(texts)


def _is_of_an_act(use: Use) -> bool:
    """Tell whether it belongs to the number of an act of the EU: "Besluit (GBVB) 2024/583"."""
    text = use.passage.text
    before, after = text[max(0, use.start - 1) : use.start], text[use.end : use.end + 14]
    if before == "(" and any(map(str.isdigit, after)):
        return _NUMBER_OF_ACT.match(after) is not None
    return before == "/"


_NUMBER_OF_ACT = pattern(r"\)\s(?:nr\.\s)?\d{1,4}/\d")


def _unexplained(texts: Texts) -> Iterator[Violation]:
    """Yield, once a text, the abbreviations that a text without a list nowhere explains."""
    explained: dict[str, set[str]] = {}
    for register in texts.memo(registers):
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
                        if _behind_a_term(passage, each.start, each.end):
                            continue
                        yield Violation(
                            passage.span(each.start, each.end),
                            msg("de tekst legt «{short}» nergens uit", short=short),
                            msg("schrijf de naam hier voluit, met de afkorting tussen haakjes"),
                            severity=INFO,
                        )


def _behind_a_term(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a foreign term stands right before an abbreviation in brackets, whatever its letters."""
    text = passage.text
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")" or start < 3:
        return False
    return any(part.style.language for part in passage.parts(start - 3, start - 2))


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
def introduced_twice(texts: Texts) -> Iterator[Violation]:
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
    for account in texts.memo(accounts):
        for again in account.introductions[1:]:
            start = min(again.name.start, again.short.start)
            end = max(again.name.end, again.short.end)
            text = again.name.passage.text
            end += text[end : end + 1] == ")"
            yield Violation(
                again.name.passage.span(start, end),
                msg("«{short}» is in dit document al eerder geïntroduceerd", short=again.short.found),
                msg("schrijf hier alleen «{short}»", short=again.short.found),
                related=(shown(account.introductions[0]),),
            )


@rule(
    "ABR009",
    "abbreviation-used-once",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting wordt geïntroduceerd en daarna niet meer gebruikt"),
)
def used_once(texts: Texts) -> Iterator[Violation]:
    """Meldt een afkorting die een document introduceert en daarna niet meer gebruikt.

    In een losse tekst is het ter overweging.

    ## Waarom

    Een afkorting kost de lezer moeite; dat loont alleen als die vaker voorkomt.

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
    for account in texts.memo(accounts):
        if not account.introductions:
            continue
        first = account.introductions[0]
        own = {(each.short.number, each.short.start) for each in account.introductions}
        if all((use.number, use.start) in own for use in account.uses):
            yield Violation(
                place(first.short),
                msg("«{short}» komt na deze introductie niet meer voor", short=first.short.found),
                msg("schrijf alleen «{name}»", name=account.entry.name),
                severity=severity,
            )


RULES = (not_introduced, introduced_twice, used_once)
