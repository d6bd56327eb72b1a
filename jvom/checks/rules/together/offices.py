# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The ministers named in letter and nota: who signs, on whose behalf, and who was consulted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise

from jvom.analysis.entities import entities
from jvom.analysis.offices import Office, ministries
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, TextView

_ON_BEHALF = Phrase("mede namens")


#: How alike the name of a ministry and its misspelling are.
_LIKENESS = 0.88


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


@rule("LET006", ERROR, Scope.DOSSIER)
def office_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter, nota or report names an office otherwise than the dossier."""
    yield from _on_behalf_of(dossier)
    for passage in dossier.passages:
        for office in entities(passage, "office") if passage.kind != "value" else ():
            if office.rank == "minister" and (right := _respelled(office.ministry, dossier)):
                yield violation(passage.span(office.name_start, office.end), "ministry-name", name=right)


def _on_behalf_of(dossier: DossierView) -> Iterator[Violation]:
    """Compare on whose behalf the letter goes with who signs it, and with what its text says."""
    letter, text = dossier.data.letter, dossier.text("brief")
    signing = {
        _word_set(ministry_of(each.office)): each.at.value("office") for each in dossier.data.signatories
    }
    said = [*_named_on_behalf(text)] if text else []
    named = {_word_set(office.ministry) for _, office in said if office.rank == "minister"}
    behalf: set[frozenset[str]] = set()
    for number, name in enumerate(map(ministry_of, letter.on_behalf_of)):
        span, right = letter.at.item("on_behalf_of", number), _meant(name)
        words = _word_set(right or name)
        behalf.add(words)
        if right:
            yield violation(span, "ministry-name", name=right)
            continue
        if words in signing:
            yield violation(span, "signs-too", name=name, related=signing[words])
        # A text may name a minister and later say "namens hem".
        later = text and any(name in line.text and _FOR_WHOM.find_in(line) for line in text.passages)
        if words and words not in named and not later:
            yield violation(span, "not-in-letter")
    for passage, office in said:
        start, ministry = office.name_start, office.ministry
        is_known = _word_set(ministry) in behalf or bool(_respelled(ministry, dossier))
        if office.rank != "minister":
            start, written = office.start, passage.text[office.start : office.end].lower()
            is_known = any(written in each.lower() for each in letter.on_behalf_of)
        if not is_known:
            listed = letter.at.value("on_behalf_of")
            yield violation(passage.span(start, office.end), "not-listed", related=listed)


_FOR_WHOM = Phrase("namens hem|haar|hen|deze|beide|beiden")


def _named_on_behalf(text: TextView) -> Iterator[tuple[Passage, Office]]:
    """Yield the offices that the sentence with "mede namens" names after it."""
    for passage in text.passages:
        for match in _ON_BEHALF.find_in(passage):
            for office in entities(passage, "office"):
                if match.end <= office.name_start < match.sentence[1]:
                    yield passage, office


def _respelled(name: str, dossier: DossierView) -> str:
    """Return how the dossier spells a ministry; "" when it is spelled right or unknown."""
    known = [*map(ministry_of, dossier.data.letter.on_behalf_of), *ministries()]
    right = _spelling(name, known)
    return right if right != name else ""


def _spelling(name: str, known: Collection[str]) -> str:
    """Return the known spelling of a ministry with the same words, or else the name itself."""
    alike = (right for right in known if _word_set(right) == _word_set(name))
    return name if name in known else next(alike, name)


def _meant(name: str) -> str:
    """Return the ministry that a name is a misspelling of; "" when it is one, or near none."""
    if _spelling(name, ministries()) in ministries():
        return ""
    from difflib import get_close_matches  # only needed for a name that is no ministry

    return next(iter(get_close_matches(name, ministries(), n=1, cutoff=_LIKENESS)), "")


@rule("LET011", WARNING, Scope.DOSSIER)
def not_consulted(dossier: DossierView) -> Iterator[Violation]:
    """Those on whose behalf the letter goes are not listed under Afgestemd met."""
    data, nota, letter = dossier.data, dossier.data.nota, dossier.data.letter
    if nota is None:
        return
    named = [(each, letter.at.item("on_behalf_of", at)) for at, each in enumerate(letter.on_behalf_of)]
    named += [(each.office, each.at.value("office")) for each in data.signatories]
    asked = (*nota.coordinated_with, nota.sender)
    for office, span in named:
        typed = ministry_of(office)
        name = _spelling(_meant(typed) or typed, ministries())
        own = _word_set(name) <= _word_set(data.ministry.name)
        if not own and not any(_names_ministry(each, name) for each in asked):
            yield violation(span, name=name, related=nota.at.value("coordinated_with"))


def _names_ministry(consulted: str, name: str) -> bool:
    short = set(ministries().get(name, ()))
    words = Tokens(consulted.replace("&", "")).lowered
    return _word_set(name) <= _word_set(consulted) or not short.isdisjoint(words)
