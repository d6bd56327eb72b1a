# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The ministers named in letter and nota: who signs, on whose behalf, and who was consulted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, TextView
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

#: The ministries by their full names, with the short names that notas use, in lower case and without
#: punctuation.
_MINISTRIES = {
    "Algemene Zaken": ("az",),
    "Asiel en Migratie": ("aenm", "am"),
    "Binnenlandse Zaken en Koninkrijksrelaties": ("bzk",),
    "Buitenlandse Zaken": ("bz", "buza"),
    "Defensie": ("def", "mindef", "defensie"),
    "Economische Zaken": ("ez",),
    "Economische Zaken en Klimaat": ("ezk",),
    "Financiën": ("fin", "financien"),
    "Infrastructuur en Waterstaat": ("ienw", "iw"),
    "Justitie en Veiligheid": ("jenv", "jv", "minjenv", "mjenv"),
    "Klimaat en Groene Groei": ("kgg",),
    "Landbouw, Visserij, Voedselzekerheid en Natuur": ("lvvn",),
    "Onderwijs, Cultuur en Wetenschap": ("ocw",),
    "Sociale Zaken en Werkgelegenheid": ("szw",),
    "Volksgezondheid, Welzijn en Sport": ("vws",),
    "Volkshuisvesting en Ruimtelijke Ordening": ("vro",),
}

_NAME = r"[A-Z][a-zë]+(?:(?:, | en | & |,? )(?:[A-Z][a-zë]+|zaken|veiligheid|samenwerking)){0,6}"
_OFFICE = pattern(
    rf"\b[Mm]inisters?\s+(?:van|voor)\s+(?P<first>{_NAME})(?:\s+en\s+(?:van|voor)\s+(?P<second>{_NAME}))?"
)
#: A ministry in lower case, unless it is another country's: "de Iraakse minister van defensie".
_LOWER_CASE = pattern(
    r"(?<![a-zë]{2}e\s)\b[Mm]inisters?\s+(?:van|voor)\s+(?P<name>"
    + "|".join(re.escape(name.lower()) for name in sorted(_MINISTRIES, key=len, reverse=True))
    + r")(?!\w|-|\s+van\s+(?:de\s+|het\s+)?[A-Z])"
)
_LOWER_CASE_SIGN = pattern(r"inisters?\s+(?:van|voor)\s+[a-z]")
_ON_BEHALF = pattern(r"\bmede\s+namens\b", re.IGNORECASE)


class Office(msgspec.Struct, frozen=True):
    """A ministry whose minister is named in a text."""

    name: str
    passage: Passage
    start: int
    end: int


def offices_in(passage: Passage) -> Iterator[Office]:
    """Yield the ministries that follow "minister van" in a passage."""
    if "inister" not in passage.text:
        return
    for match in _OFFICE.finditer(passage.text):
        for group in ("first", "second"):
            if match[group]:
                name = _whole_name(match[group])
                start = match.start(group)
                yield Office(name, passage, start, start + len(name))
    for match in _LOWER_CASE.finditer(passage.text) if _LOWER_CASE_SIGN.search(passage.text) else ():
        yield Office(match["name"], passage, *match.span("name"))


def _whole_name(matched: str) -> str:
    """Return the ministry's name alone when the match runs on past it."""
    for length in range(len(matched), 0, -1):
        if matched[:length] in _MINISTRIES and not matched[length : length + 1].isalpha():
            longer = matched[length:].lower().startswith((" en klimaat",))
            if not longer:
                return matched[:length]
    return matched


def ministry_of(office: str) -> str:
    """Return the ministry of an office: "DE MINISTER VAN DEFENSIE" and "de minister van Defensie" alike."""
    words = office.split()
    for number, (word, joining) in enumerate(pairwise(office.lower().split()), 1):
        if word.endswith("minister") and joining in ("van", "voor"):
            return " ".join(words[number + 1 :]).strip(" .,")
    return ""


@cache
def _word_set(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower().replace("&", " en "))) - {"en", "van", "de"}


@rule(
    "LET006",
    "office-differs",
    ERROR,
    Scope.DOSSIER,
    msg("Brief, nota of rapport noemt een ambt anders dan het dossier"),
)
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
    named = {_word_set(office.name) for office in said}
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
    for office in said:
        if _word_set(office.name) not in behalf and not _respelled(office.name, dossier):
            yield Violation(
                office.passage.span(office.start, office.end),
                msg("on_behalf_of noemt de minister van {name} niet", name=office.name),
                msg("zet het ambt in on_behalf_of, of haal het hier weg"),
                related=(
                    Related(letter.at.value("on_behalf_of"), msg("hier staat namens wie de brief gaat")),
                ),
            )
    yield from _state_secretaries(dossier, text)
    for passage in dossier.passages:
        if passage.kind == "value":
            continue
        for office in offices_in(passage):
            if right := _respelled(office.name, dossier):
                yield Violation(
                    passage.span(office.start, office.end),
                    msg("het dossier schrijft dit ministerie als «{name}»", name=right),
                    msg("schrijf het overal zo"),
                )


def _names_later(text: TextView, ministry: str) -> bool:
    """Tell whether a passage names a minister and later says "namens hem" or "namens haar"."""
    return any(
        ministry in passage.text and _FOR_WHOM.search(passage.text) is not None
        for passage in text.passages_with(("=namens",))
    )


_FOR_WHOM = pattern(r"\bnamens\s+(?:hem|haar|hen|deze|beiden?)\b")


def _on_behalf(text: TextView) -> Iterator[Office]:
    for passage in text.passages_with(("=mede namens",)):
        for match in _ON_BEHALF.finditer(passage.text):
            _, end = passage.sentence_at(match.start())
            yield from (office for office in offices_in(passage) if match.end() <= office.start < end)


def _state_secretaries(dossier: DossierView, text: TextView | None) -> Iterator[Violation]:
    """Yield state secretaries whom the letter names behind "mede namens" but on_behalf_of does not."""
    letter = dossier.data.letter
    behalf = [office.lower() for office in letter.on_behalf_of]
    for passage in text.passages_with(("staatssecretaris",)) if text else ():
        for said in _ON_BEHALF.finditer(passage.text):
            end = passage.sentence_at(said.start())[1]
            for match in _STATE_SECRETARY.finditer(passage.text, said.end(), end):
                if not any(match[0].lower() in office for office in behalf):
                    yield Violation(
                        passage.span(*match.span()),
                        msg("on_behalf_of noemt deze staatssecretaris niet"),
                        msg("zet het ambt in on_behalf_of, of haal het hier weg"),
                        related=(
                            Related(
                                letter.at.value("on_behalf_of"), msg("hier staat namens wie de brief gaat")
                            ),
                        ),
                    )


_STATE_SECRETARY = pattern(rf"\bstaatssecretaris\s+(?:van|voor)\s+{_NAME}")


def _respelled(name: str, dossier: DossierView) -> str:
    """Return the known spelling of a ministry with the same words; "" when it is spelled right or unknown."""
    known = [ministry_of(office) for office in dossier.data.letter.on_behalf_of]
    known += _MINISTRIES
    if name in known:
        return ""
    return next((right for right in known if _word_set(right) == _word_set(name)), "")


@rule(
    "LET011",
    "not-consulted",
    WARNING,
    Scope.DOSSIER,
    msg("Namens wie de brief gaat, staat niet bij Afgestemd met"),
)
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
    return next((right for right in _MINISTRIES if _word_set(right) == _word_set(name)), name)


def _names_ministry(consulted: str, name: str) -> bool:
    if _word_set(name) <= _word_set(consulted):
        return True
    short = next((short for right, short in _MINISTRIES.items() if _word_set(right) == _word_set(name)), ())
    tokens = {token.lower().replace("&", "") for token in re.findall(r"[^\s(),/-]+", consulted)}
    return any(each in tokens for each in short)


RULES = (office_differs, not_consulted)
