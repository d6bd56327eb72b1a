# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a name in full is the one of the list, and gives way to its abbreviation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from jvom.checks.glossaries import GlossaryEntry, without_remark
from jvom.checks.long_forms import is_short_form, long_form
from jvom.checks.name_places import spelling_key, words_of
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import Introduction, Use, accounts
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

_BRACKETS = pattern(r"\(([^()\n]{2,120})\)")
#: Words before "van" and the like that make a name part of the title of an office or of a body.
_OFFICES = frozenset(
    """
    minister ministers ministerie ministeries staatssecretaris staatssecretarissen raad hof publicatieblad
    verdrag handvest delegatie lidstaten hoofdstad vertegenwoordiger voorzitter secretaris grondgebied
    generaal commissaris gezant rapporteur
    verordening richtlijn besluit instellingen organen handvesten commissie comité organisatie
    """.split()
)
_JOINS = frozenset("van voor der de het den des of the for".split())
#: "Verdrag betreffende de werking van de Europese Unie".
_OF_TREATIES = frozenset(("betreffende", "werking"))


def place(use: Use) -> Span:
    """Return where a use stands."""
    return use.passage.span(use.start, use.end)


def shown(introduction: Introduction) -> Related:
    """Return the place of an introduction, for a finding that speaks of it."""
    return Related(place(introduction.short), msg("hier is de afkorting geïntroduceerd"))


@rule(
    "ABR005",
    "expansion-differs",
    WARNING,
    Scope.TEXTS,
    msg("De tekst schrijft een afkorting anders voluit dan de lijst"),
)
def expansion_differs(texts: Texts) -> Iterator[Violation]:
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
    for account in texts.memo(accounts):
        known = {(each.short.number, each.short.start) for each in account.introductions}
        for use in account.uses:
            if use.running and (use.number, use.start) not in known:
                yield from other_name(account.entry, use, texts)


def other_name(entry: GlossaryEntry, use: Use, texts: Texts) -> Iterator[Violation]:
    """Yield a slip when the name beside a use is another than that of its entry."""
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
    yield Violation(
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


def _words_before(entry: GlossaryEntry, use: Use) -> tuple[int, int]:
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
    wanted = [spelling_key(word) for word in words_of(entry.name)]
    near = before[-len(wanted) - 1 :]
    own = [spelling_key(passage.text[start:stop].lower()) for start, stop in near]
    shared = [number for number, word in enumerate(own) if word in wanted and word not in _JOINS]
    content = [word for word in wanted if word not in _JOINS]
    if len(content) > 1 and 2 * len(shared) >= len(content) and _capital(passage.text, near[shared[0]]):
        first = shared[0]
        while first > 0 and _capital(passage.text, near[first - 1]) and near[first - 1][0] > sentence:
            first -= 1
        return near[first][0], before[-1][1]
    begin = long_form(use.found, passage.text[limit:end])
    if begin is None or not is_short_form(use.found) or not _names(passage.text[limit + begin : end]):
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
def full_name_again(texts: Texts) -> Iterator[Violation]:
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
    De Europese Unie (EU) steunt de missie. De EU doet dat met een besluit van de Raad van de Europese Unie,
    op grond van het Verdrag betreffende de Europese Unie.
    ```

    ```goed
    De Europese Unie (EU) steunt de missie. De EU vroeg daarvoor "het oordeel van de Europese Unie".
    ```

    ## Herstellen

    Schrijf de afkorting.
    """
    severity = None if isinstance(texts, DossierView) else INFO
    for account in texts.memo(accounts):
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
                yield Violation(
                    place(name),
                    msg("de afkorting «{short}» is al geïntroduceerd", short=first.short.found),
                    msg("schrijf «{short}»", short=first.short.found),
                    related=(shown(first),),
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
        if word.lower() in _JOINS or word in _OF_TREATIES:
            joined = True
            continue
        return (word[0].isupper() and start > sentence) or (joined and word.lower() in _OFFICES)
    return False


RULES = (expansion_differs, full_name_again)
