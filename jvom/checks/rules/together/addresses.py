# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Streets with the postcode of a P.O. box, and boxes with the postcode of a street."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jvom.analysis.postal_addresses import Postcode, find_postcodes, is_box
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.source import Span


@rule("LET010", WARNING, Scope.TEXTS)
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
            for postcode, words in _mismatches(passage.text, before):
                yield Violation(passage.span(postcode.start, postcode.end), *words)
            before = passage.text if len(passage.text) < _LONGEST_LINE else ""


_LONGEST_LINE = 60


def _mismatches(line: str, before: str) -> Iterator[tuple[Postcode, tuple[Message, Message]]]:
    advice = msg("kies tussen bezoekadres en postadres, en zoek de postcode erbij op")
    for postcode in find_postcodes(line, before):
        code, number = line[postcode.start : postcode.end], postcode.digits
        if postcode.place == "box" and number % 100 >= 10 and number % 10:
            yield postcode, (msg("{code} is geen postcode van een postbus", code=code), advice)
        elif postcode.place == "street" and _is_box_postcode(number):
            what = msg("{code} is een postcode van postbussen, hier staat een straat", code=code)
            yield postcode, (what, advice)


def _is_box_postcode(number: int) -> bool:
    if number % 100 < 10 and number // 100 in (10, 25, 30, 35):
        return True
    return number % 10 == 0 and number != 1060


def _conflicting_postcodes(dossier: DossierView) -> Iterator[Violation]:
    """Yield an address that occurs twice in the dossier with different postcodes."""
    seen: dict[str, tuple[str, Span]] = {}
    for address in _addresses(dossier):
        whole = ", ".join(address.lines)
        mismatched = {postcode.start for postcode, _ in _mismatches(whole, "")}
        for postcode in find_postcodes(whole):
            code = f"{postcode.digits}{postcode.letters}"
            if not postcode.address:
                continue
            known, span = seen.setdefault(postcode.address, (code, address.spans[-1]))
            if known != code and postcode.start not in mismatched:
                yield Violation(
                    address.spans[-1],
                    msg("{at} heeft in dit dossier twee postcodes", at=postcode.address),
                    msg("zoek op welke klopt"),
                    related=(Related(span, msg("hier staat de andere")),),
                )


def _visiting_boxes(dossier: DossierView) -> Iterator[Violation]:
    ministry = dossier.data.ministry
    for number, line in enumerate(ministry.visiting):
        if is_box(line):
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
