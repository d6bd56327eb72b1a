# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The ministers named in letter and nota: who signs, on whose behalf, and who was consulted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from jvom.analysis.entities import entities
from jvom.analysis.offices import MINISTRIES, Office
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, TextView
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

_ON_BEHALF = Phrase("mede namens")


def _offices(passage: Passage, rank: str = "minister") -> Iterator[Office]:
    """Return the offices of that rank in a passage."""
    return (office for office in entities(passage, "office") if office.rank == rank)


def ministry_of(office: str) -> str:
    """Return the ministry of an office: "DE MINISTER VAN DEFENSIE" and "de minister van Defensie" alike."""
    words = office.split()
    for number, (word, joining) in enumerate(pairwise(office.lower().split()), 1):
        if word.endswith("minister") and joining in ("van", "voor"):
            return " ".join(words[number + 1 :]).strip(" .,")
    return ""


@cache
def _word_set(name: str) -> frozenset[str]:
    return frozenset(filter(str.isalnum, Tokens(name).lowered)) - {"en", "van", "de"}


@rule("LET006", ERROR, Scope.DOSSIER, msg("Brief, nota of rapport noemt een ambt anders dan het dossier"))
def office_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter, nota or report names an office otherwise than the dossier."""
    letter = dossier.data.letter
    signing = {
        _word_set(ministry_of(each.office)): each.at.value("office") for each in dossier.data.signatories
    }
    behalf = {
        _word_set(ministry_of(office)): (ministry_of(office), letter.at.item("on_behalf_of", number))
        for number, office in enumerate(letter.on_behalf_of)
    }
    text = dossier.text("brief")
    said = [*_on_behalf(text)] if text else []
    named = {_word_set(office.ministry) for _, office in said}
    for words, (name, span) in behalf.items():
        if words in signing:
            yield Violation(
                span,
                msg("de minister van {name} ondertekent zelf", name=name),
                msg("haal dit ambt weg uit on_behalf_of, of uit de ondertekenaars"),
                related=(Related(signing[words], msg("hier staat de ondertekenaar")),),
            )
        if words and words not in named and not (text and _names_later(text, name)):
            yield Violation(
                span,
                msg("in de brief staat niet dat die mede namens dit ambt gaat"),
                msg("noem het ambt in de brief, of haal het hier weg"),
            )
    for passage, office in said:
        if _word_set(office.ministry) not in behalf and not _respelled(office.ministry, dossier):
            yield Violation(
                passage.span(office.name_start, office.end),
                msg("on_behalf_of noemt de minister van {name} niet", name=office.ministry),
                msg("zet het ambt in on_behalf_of, of haal het hier weg"),
                related=(
                    Related(letter.at.value("on_behalf_of"), msg("hier staat namens wie de brief gaat")),
                ),
            )
    yield from _state_secretaries(dossier, text)
    for passage in dossier.passages:
        if passage.kind == "value":
            continue
        for office in _offices(passage):
            if right := _respelled(office.ministry, dossier):
                yield Violation(
                    passage.span(office.name_start, office.end),
                    msg("het dossier schrijft dit ministerie als «{name}»", name=right),
                    msg("schrijf het overal zo"),
                )


def _names_later(text: TextView, ministry: str) -> bool:
    """Tell whether a passage names a minister and later says "namens hem" or "namens haar"."""
    return any(ministry in passage.text and _FOR_WHOM.find_in(passage) for passage in text.passages)


_FOR_WHOM = Phrase("namens hem|haar|hen|deze|beide|beiden")


def _on_behalf(text: TextView, rank: str = "minister") -> Iterator[tuple[Passage, Office]]:
    """Yield the offices that the sentence with "mede namens" names after it."""
    for passage in text.passages:
        for match in _ON_BEHALF.find_in(passage):
            _, end = match.sentence
            for office in _offices(passage, rank):
                if match.end <= office.name_start < end:
                    yield passage, office


def _state_secretaries(dossier: DossierView, text: TextView | None) -> Iterator[Violation]:
    """Yield state secretaries whom the letter names behind "mede namens" but on_behalf_of does not."""
    letter = dossier.data.letter
    behalf = [office.lower() for office in letter.on_behalf_of]
    for passage, named in _on_behalf(text, "staatssecretaris") if text else ():
        written = passage.text[named.start : named.end].lower()
        if not any(written in office for office in behalf):
            yield Violation(
                passage.span(named.start, named.end),
                msg("on_behalf_of noemt deze staatssecretaris niet"),
                msg("zet het ambt in on_behalf_of, of haal het hier weg"),
                related=(
                    Related(letter.at.value("on_behalf_of"), msg("hier staat namens wie de brief gaat")),
                ),
            )


def _respelled(name: str, dossier: DossierView) -> str:
    """Return the known spelling of a ministry with the same words; "" when it is spelled right or unknown."""
    known = [ministry_of(office) for office in dossier.data.letter.on_behalf_of]
    known += MINISTRIES
    if name in known:
        return ""
    return next((right for right in known if _word_set(right) == _word_set(name)), "")


@rule("LET011", WARNING, Scope.DOSSIER, msg("Namens wie de brief gaat, staat niet bij Afgestemd met"))
def not_consulted(dossier: DossierView) -> Iterator[Violation]:
    """Those on whose behalf the letter goes are not listed under Afgestemd met."""
    data = dossier.data
    if data.nota is None:
        return
    asked = [*data.nota.coordinated_with, data.nota.sender]
    named: list[tuple[str, Span]] = [
        (ministry_of(office), data.letter.at.item("on_behalf_of", number))
        for number, office in enumerate(data.letter.on_behalf_of)
    ]
    named += [(ministry_of(each.office), each.at.value("office")) for each in data.signatories]
    for name, span in named:
        if (
            not name
            or _word_set(name) <= _word_set(data.ministry.name)
            or any(_names_ministry(each, name) for each in asked)
        ):
            continue
        yield Violation(
            span,
            msg("«Afgestemd met» noemt het ministerie van {name} niet", name=_full_name(name)),
            msg("stem de nota af met dat ministerie en zet het bij coordinated_with"),
            related=(
                Related(data.nota.at.value("coordinated_with"), msg("hier staat met wie is afgestemd")),
            ),
        )


def _full_name(name: str) -> str:
    return next((right for right in MINISTRIES if _word_set(right) == _word_set(name)), name)


def _names_ministry(consulted: str, name: str) -> bool:
    if _word_set(name) <= _word_set(consulted):
        return True
    short = next((short for right, short in MINISTRIES.items() if _word_set(right) == _word_set(name)), ())
    names = Tokens(consulted.replace("&", "")).lowered
    return any(each in names for each in short)


RULES = (office_differs, not_consulted)
