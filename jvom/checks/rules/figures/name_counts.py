# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""FIG010: "beide" and other counts that differ from the number of names beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jvom.checks.rule import ERROR, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.dutch.characters import SPACE
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage

#: Things with a name, all of which a text may name.
_NAMED_NOUNS = (
    r"(?:(?:buur|lid|partner|kust|golf)?(?:landen|staten)|lidstaten|partijen|missies|operaties|organisaties|regio['’]s"
    r"|steden|plaatsen|schepen|fregatten|eenheden|partners|bondgenoten|deelnemers|oprichters|ministeries)"
)
_WORD = r"[A-ZÉ][\w'’-]{1,30}"
_NAME = rf"(?:(?:[Dd]e|[Hh]et){SPACE})?{_WORD}(?:{SPACE}(?:(?:van|de|der|het){SPACE})?{_WORD}){{0,3}}"
_NAMES = rf"{_NAME}(?:,{SPACE}{_NAME}){{0,12}}{SPACE}en{SPACE}{_NAME}(?![\w-])"
_COUNTS = {"beide": 2, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
_COUNT = "twee|drie|vier|vijf|zes"


_VERBS = ("zijn", "waren", "vormen", "vormden", "blijven")


@cache
def _counted() -> re.Pattern[str]:
    """What is counted: "beide landen", "alle drie de missies", "de twee oprichters"."""
    return re.compile(
        rf"(?<!\w)(?:(?P<both>[Bb]eide)|(?:[Aa]lle|[Dd]e){SPACE}(?P<number>{_COUNT})(?:{SPACE}de)?){SPACE}"
        rf"(?:[a-zë]{{4,20}}e{SPACE})?{_NAMED_NOUNS}(?!\w)"
    )


@cache
def _names_after() -> re.Pattern[str]:
    """The names after a count: "beide landen (A, B en C)", "alle drie de missies, A en B,"."""
    return re.compile(
        rf"(?::{SPACE}|,{SPACE}|{SPACE}\()(?P<names>{_NAMES})(?=[,).])|{SPACE}(?P<next>{_NAMES})"
    )


@cache
def _names_before() -> re.Pattern[str]:
    """The names before a count: "A, B en C zijn de twee oprichters"."""
    return re.compile(rf"(?P<names>{_NAMES}){SPACE}(?:{'|'.join(_VERBS)}){SPACE}\Z")


@cache
def _names_anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?!De{SPACE}|Het{SPACE}|In{SPACE}){_NAMES}")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[A-ZÉ]\w")


@rule(
    "FIG010",
    "names-against-count",
    ERROR,
    Scope.FRAGMENT,
    msg("Er staan meer of minder namen dan «beide» of het getal zegt"),
)
def names_against_count(text: TextView) -> Iterator[Violation]:
    """Meldt `beide`, `alle drie` en `de twee` bij namen waarvan er meer of minder zijn.

    De namen staan erachter (`beide landen, Egypte, Israël en Syrië,`), ervoor (`A, B en C zijn de twee
    oprichters`), of als enige namen in de zin ervoor.

    ## Waarom

    Wie een land aan een opsomming toevoegt, vergeet het woord dat ze telt. De lezer vraagt zich af wat er
    niet bij hoort.

    ## Voorbeelden

    ```fout
    Nederland sprak met Egypte, Israël en Syrië. Beide landen zijn tevreden. Beide landen, Egypte, Israël en
    Syrië, verlengden het bestand.

    === verwacht
    Beide
    Beide
    ```

    ```fout
    Alle drie de partnerlanden (Benin en Ghana) vroegen om training. Egypte, Israël en Syrië zijn de twee
    oprichters.

    === verwacht
    drie
    twee
    ```

    ```fout
    De vier partners, België, Duitsland en Frankrijk, doen mee. De beide landen Benin, Ghana en Togo ook.

    === verwacht
    vier
    beide
    ```

    ```goed
    De vier partners, waaronder België en Duitsland, doen mee, net als de beide landen Benin en Ghana.
    ```

    ```goed
    Nederland sprak met Egypte en Israël. Beide landen zijn tevreden. Alle drie de landen (Benin, Ghana en
    Togo) vroegen om training; beide missies, in Benin, Ghana en Togo, gingen door.
    ```

    ```goed
    In Benin, Ghana en Togo werken de EU en de VN. Beide organisaties zijn tevreden. Bosnië en Herzegovina en
    Servië zijn de twee buurlanden. Libanon en Syrië, beide landen van de Levant, grenzen aan zee.
    ```

    ## Herstellen

    Tel na, en verbeter het woord of de namen: schrijf bijvoorbeeld `alle drie de landen`.
    """
    for passage in text.passages_with(_COUNT_PHRASES):
        for match in _counted().finditer(passage.text):
            counted = match.span("both" if match["both"] else "number")
            names = _counted_names(passage, match)
            if names and _COUNTS[passage.text[slice(*counted)].lower()] not in (
                possible := _possible_counts(passage.text[slice(*names)])
            ):
                yield _violation(passage, counted, max(possible), names)


_COUNT_PHRASES = ("=beide", *(f"={word} {count}" for word in ("alle", "de") for count in _COUNT.split("|")))


def _possible_counts(names: str) -> frozenset[int]:
    """Return how many names there may be: an "en" may be part of one (Bosnië en Herzegovina)."""
    parts = re.split(rf",{SPACE}", names)
    joints = len(re.findall(rf"{SPACE}en{SPACE}", names))
    return frozenset(range(len(parts) + 1, len(parts) + joints + 1))


def _counted_names(passage: Passage, counted: re.Match[str]) -> tuple[int, int] | None:
    """Return the span of the counted names: after the count, before it, or in the sentence before."""
    text, start, end = passage.text, *counted.span()
    with_article = text[start] in "dD"
    # A colon or a bracket after "de vier landen" is left to FIG005.
    may_follow = text[end : end + 1] in ((",",) if with_article else (",", ":", " ")) and _NAME_FOLLOWS.match(
        text, end
    )
    if may_follow and (match := _names_after().match(text, end)):
        return match.span("next" if match["next"] else "names")
    if (with_article or counted["both"]) and text[max(0, start - 12) : start].rstrip().endswith(_VERBS):
        match = _names_before().search(text, passage.sentence_at(start)[0], start)
        if match:
            return match.span("names")
    if with_article:
        return None
    return _only_names(passage, start) if passage.sentence_at(start)[0] == start else None


_NAME_FOLLOWS = pattern(r"[,:]?\s\(?(?:[Dd]e\s|[Hh]et\s)?[A-ZÉ]")


def _only_names(passage: Passage, at: int) -> tuple[int, int] | None:
    """Return the span of the names in the sentence before, if it has no others."""
    before = [sentence for sentence in passage.sentences if sentence[1] <= at]
    if not before:
        return None
    start, end = before[-1]
    if " en " not in passage.text[start:end]:
        return None
    found = list(_names_anywhere().finditer(passage.text, start, end))
    if len(found) != 1:
        return None
    rest = passage.text[start + 1 : found[0].start()] + passage.text[found[0].end() : end]
    return None if _capital().search(rest) else found[0].span()


def _violation(passage: Passage, counted: tuple[int, int], named: int, names: tuple[int, int]) -> Violation:
    written = passage.text[slice(*counted)]
    return Violation(
        passage.span(*counted),
        msg("hier staat «{written}», en er zijn {count} namen", written=written, count=named),
        msg("tel na, en verbeter het woord of de namen"),
        related=(Related(passage.span(*names), msg("dit zijn de namen")),),
    )


RULES = (names_against_count,)
