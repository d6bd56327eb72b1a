# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons: all signatories in the same form, and each person the same in every text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span

_INITIALS = pattern(r"(?:[A-Z][a-z]?\.\s?)+")
_TITLE_STARTS = ("drs", "dr", "mr", "ir", "ing", "prof", "bc", "kol", "gen")
_TITLES = pattern(rf"(?:(?:{'|'.join(_TITLE_STARTS)})\.\s*)+", re.IGNORECASE)
_PREFIXES = frozenset("van de der den het ter ten te 't ’t in op von la el du".split())
_TITLE_WORDS = ("drs", "dr", "mr", "ir", "ing", "prof")


@rule(
    "NAM008",
    "signatory-name-forms",
    WARNING,
    Scope.DOSSIER,
    msg("De ondertekenaars, of een persoon op twee plaatsen, staan er niet op dezelfde manier"),
)
def name_forms(dossier: DossierView) -> Iterator[Violation]:
    """The signatories, or one person in two places, are not written in one way."""
    signatories = dossier.data.signatories
    forms = [_form_of(signatory.name) for signatory in signatories]
    usual = max(dict.fromkeys(forms), key=forms.count)
    first = signatories[forms.index(usual)]
    for signatory, form in zip(signatories, forms, strict=True):
        if form != usual:
            yield Violation(
                signatory.at.value("name"),
                msg("«{name}» heeft een andere vorm dan «{other}»", name=signatory.name, other=first.name),
                msg("schrijf alle ondertekenaars met voorletters, of allen met voornaam"),
                related=(Related(first.at.value("name"), msg("hier staat «{name}»", name=first.name)),),
            )
    yield from _in_texts(dossier)


def _form_of(name: str) -> tuple[bool, str]:
    """Return whether a name has a title, and its form: initials (spaced or not), first name or surname."""
    title = _TITLES.match(name) if name.lower().startswith(_TITLE_STARTS) else None
    rest = name[title.end() :] if title else name
    if initials := _INITIALS.match(rest):
        return title is not None, "initials apart" if " " in initials[0].strip() else "initials"
    first, *others = rest.split() or [""]
    return title is not None, "first name" if others and first.lower() not in _PREFIXES else "surname"


# --- in the texts --------------------------------------------------------------------------------


class _Mention(msgspec.Struct, frozen=True):
    """A mention of a person: its place, the whole name, and the first letter of first name or initials."""

    span: Span
    name: str
    letter: str


@cache
def _person() -> re.Pattern[str]:
    capital = "[A-ZÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŞŠÝŽ]"
    return re.compile(
        r"(?<![\w.])(?P<titles>(?:(?i:drs|dr|mr|ir|ing|prof)\.\s){0,3})"
        rf"(?:(?P<initials>(?:{capital}[a-z]?\.\s?){{1,6}})|(?P<given>{capital}[a-zà-ÿ]{{1,20}}\s))"
        r"(?P<surname>(?:(?:[Vv]an|[Dd]e[nr]?|[Hh]et|[Tt]e[nr]?|['’]t|[Ii]n|[Oo]p|[Vv]on|[Ll]a|[Ee]l|[Dd]u)\s){0,3}"
        rf"{capital}[\w’'-]{{1,30}})"
    )


def _in_texts(dossier: DossierView) -> Iterator[Violation]:
    signing = {
        _surname(signatory.name): _Mention(
            signatory.at.value("name"), signatory.name, _letter(signatory.name)
        )
        for signatory in dossier.data.signatories
        if signatory.name.split()
    }
    mentions: dict[tuple[str, str], list[_Mention]] = {}
    for passage in _passages(dossier, signing):
        at = 0
        while match := _person().search(passage.typed, at):
            surname = _surname(match["surname"])
            # Two capitalized words are a person only when they end in the surname of a signatory.
            if match["given"] and not match["titles"] and surname not in signing:
                at = match.end("given") - 1
                continue
            at = match.end()
            name = " ".join(match[0].split())
            span = passage.span(match.start(), match.end())
            letter = (match["initials"] or match["given"])[0]
            mentions.setdefault((surname, letter), []).append(_Mention(span, name, letter))
    for (surname, letter), of_person in mentions.items():
        right = signing.get(surname)
        if right is None or right.letter not in ("", letter):
            spellings = [_comparable(mention.name) for mention in of_person]
            right = of_person[spellings.index(max(dict.fromkeys(spellings), key=spellings.count))]
        for mention in of_person:
            if _comparable(mention.name) != _comparable(right.name) and right.letter:
                yield Violation(
                    mention.span,
                    msg("«{name}» staat elders als «{other}»", name=mention.name, other=right.name),
                    msg("schrijf een persoon overal op dezelfde manier"),
                    related=(Related(right.span, msg("hier staat «{name}»", name=right.name)),),
                )


def _passages(dossier: DossierView, signing: dict[str, _Mention]) -> Iterator[Passage]:
    """Yield the passages with the surname of a signatory, a title or an initial, in reading order."""
    ids: set[int] = set()
    surnames = {part for name in signing for part in re.findall(r"\w+", name)}
    for word in (*_TITLE_WORDS, *ascii_lowercase, *surnames):
        for passage, number in dossier.words.get(word, ()):
            start, end = passage.words[number]
            # Without a full stop "MR" is the council of ministers, not a title.
            has_stop = passage.text[end : end + 1] == "." and (len(word) > 1 or passage.text[start].isupper())
            if passage.kind != "value" and (has_stop or (word in surnames and len(word) > 1)):
                ids.add(id(passage))
    return (passage for passage in dossier.passages if id(passage) in ids) if ids else iter(())


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _letter(name: str) -> str:
    """Return the first letter of the first name or the initials; "" when there is only a surname."""
    title, form = _form_of(name)
    rest = _TITLES.sub("", name, count=1) if title else name
    return "" if form == "surname" else rest[:1]


def _comparable(name: str) -> str:
    return "".join(name.split()).lower()


RULES = (name_forms,)
