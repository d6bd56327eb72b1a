# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Streets with the postcode of a P.O. box, and boxes with the postcode of a street."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.source import Span


@rule(
    "LET010",
    "address-mixed",
    WARNING,
    Scope.TEXTS,
    msg("Een adres mengt een straat met de postcode van een postbus"),
)
def address_mixed(texts: Texts) -> Iterator[Violation]:
    """An address mixes a street with the postcode of a PO box."""
    if isinstance(texts, DossierView):
        for lines, spans in _addresses(texts):
            for number, line in enumerate(lines):
                before = lines[number - 1] if number else ""
                for _, words in _mismatches(line, before):
                    yield Violation(spans[number], *words)
        yield from _conflicting_postcodes(texts)
        yield from _visiting_boxes(texts)
    for text in texts.texts:
        before = ""
        for passage in text.passages:
            if passage.kind == "value":
                continue
            for match, words in _mismatches(passage.text, before) if passage.has_digit else ():
                yield Violation(passage.span(match.start(), match.end()), *words)
            before = passage.text if len(passage.text) < _LONGEST_LINE else ""


_LONGEST_LINE = 60
_POSTCODE = pattern(r"(?P<digits>[1-9](?<![\w.][1-9])\d{3}) ?(?P<letters>[A-Z]{2})(?!\w)")
_BOX = pattern(r"\b(?:Postbus|P\.?O\.? ?[Bb]ox)\s+\d+\W{0,4}$")
_STREET = pattern(
    r"(?:^|[\s,(])[A-Z][^\W\d_]{2,}(?:[ .-][^\W\d_]+){0,4}\s\d{1,4}(?:\s?[a-zA-Z]|-\d{1,3})?\W{0,4}$"
)


def _mismatches(line: str, before: str) -> Iterator[tuple[re.Match[str], tuple[Message, Message]]]:
    for match in _POSTCODE.finditer(line):
        leading = line[: match.start()] or before
        number = int(match["digits"])
        advice = msg("kies tussen bezoekadres en postadres, en zoek de postcode erbij op")
        if _BOX.search(leading):
            if number % 100 >= 10 and number % 10:
                yield match, (msg("{code} is geen postcode van een postbus", code=match[0]), advice)
        elif _STREET.search(leading[-60:]) and _is_box_postcode(number):
            yield (
                match,
                (msg("{code} is een postcode van postbussen, hier staat een straat", code=match[0]), advice),
            )


def _is_box_postcode(number: int) -> bool:
    if number % 100 < 10 and number // 100 in (10, 25, 30, 35):
        return True
    return number % 10 == 0 and number != 1060


_STREET_AND_POSTCODE = pattern(
    r"(?P<at>\b(?:Postbus|[A-Z][\w.]{2,}(?: [\w.]+){0,3}) \d{1,6}[a-zA-Z]?),? "
    r"(?P<code>[1-9]\d{3} ?[A-Z]{2})\b"
)


def _conflicting_postcodes(dossier: DossierView) -> Iterator[Violation]:
    """Yield an address that occurs twice in the dossier with different postcodes."""
    seen: dict[str, tuple[str, Span]] = {}
    for address in _addresses(dossier):
        for match in _STREET_AND_POSTCODE.finditer(", ".join(address.lines)):
            code = match["code"].replace(" ", "")
            known, span = seen.setdefault(match["at"], (code, address.spans[-1]))
            if known != code and not any(_mismatches(match[0], "")):
                yield Violation(
                    address.spans[-1],
                    msg("{at} heeft in dit dossier twee postcodes", at=match["at"]),
                    msg("zoek op welke klopt"),
                    related=(Related(span, msg("hier staat de andere")),),
                )


def _visiting_boxes(dossier: DossierView) -> Iterator[Violation]:
    ministry = dossier.data.ministry
    for number, line in enumerate(ministry.visiting):
        if _BOX.search(line):
            yield Violation(
                ministry.at.item("visiting", number),
                msg("bij een postbus kan niemand op bezoek"),
                msg("zet hier straat en huisnummer, en de postbus bij postal"),
            )


class _Address(NamedTuple):
    lines: tuple[str, ...]
    spans: tuple[Span, ...]


def _addresses(dossier: DossierView) -> Iterator[_Address]:
    ministry = dossier.data.ministry
    yield _Address((ministry.return_address,), (ministry.at.value("return_address"),))
    for key, lines in (("visiting", ministry.visiting), ("postal", ministry.postal)):
        yield _Address(lines, tuple(ministry.at.item(key, number) for number in range(len(lines))))
    for recipient in dossier.data.letter.recipients:
        lines = recipient.address
        yield _Address(lines, tuple(recipient.at.item("address", number) for number in range(len(lines))))


RULES = (address_mixed,)
