# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers and addresses of persons that aren't marked, and so would be in the public version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from jvom.analysis.passages import Passage
from jvom.checks.report_names import report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.dutch.personal_numbers import (
    Found,
    find_bsn,
    find_iban,
    find_licence_plates,
    find_mail_addresses,
    find_phone_numbers,
)
from jvom.messages import Message, msg

MARK_IT = msg("markeer dit als persoonsgegeven, of haal dit weg")
# Without a dash, as that is slow to compile: dashes are replaced by hyphens first.
_DIGITS = pattern(r"\d[\d .()/-]{4,}\d")
#: A telephone number, a BSN and an IBAN have at least this many digits.
_FEWEST_DIGITS = 8
_IN_ADDRESSES = ("@", "at)", "at]", "apenstaart")
_VEHICLE = ("kenteken", "nummerplaat", "voertuig", "wagen")
_CAR = pattern(r"\bauto")


def is_marked(passage: Passage, start: int, end: int) -> bool:
    """Tell whether all the words there are kept from the public."""
    return all(part.style.withheld for part in passage.parts(start, end))


def _unmarked(
    passages: Iterable[Passage], find: Callable[[str], Iterable[Found]], what: Message
) -> Iterator[Violation]:
    for passage in passages:
        for start, end in find(passage.text):
            if not is_marked(passage, start, end):
                yield Violation(passage.span(start, end), what, MARK_IT)


def _with_long_number(texts: Texts) -> frozenset[int]:
    """Return the ids of the passages that may contain a person's number."""
    return frozenset(
        id(passage)
        for passage in texts.passages
        if passage.has_digit
        and any(_might_be_personal(run) for run in _DIGITS.findall(passage.text.replace("–", "-")))
    )


def _might_be_personal(run: str) -> bool:
    """Tell whether digits are enough for a telephone number, a BSN or an IBAN, and aren't two years."""
    digits = "".join(filter(str.isdigit, run))
    two_years = len(digits) == 8 and run != digits and digits[4:6] in ("19", "20")
    return len(digits) >= _FEWEST_DIGITS and not (two_years and ("(" in run or digits[:2] in ("19", "20")))


def _with_number(text: TextView) -> list[Passage]:
    ids = text.texts.memo(_with_long_number)
    return [passage for passage in text.passages if id(passage) in ids]


@rule("PUB001", "phone-number", WARNING, Scope.FRAGMENT, msg("Een telefoonnummer dat openbaar zou worden"))
def phone_number(text: TextView) -> Iterator[Violation]:
    """A telephone number that would become public."""
    what = msg("een telefoonnummer staat ook in de openbare versie")
    yield from _unmarked(_with_number(text), find_phone_numbers, what)


@rule("PUB002", "mail-address", WARNING, Scope.FRAGMENT, msg("Een e-mailadres dat openbaar zou worden"))
def mail_address(text: TextView) -> Iterator[Violation]:
    """An email address that would become public."""
    what = msg("een e-mailadres staat ook in de openbare versie")
    find = partial(find_mail_addresses, offices=text.texts.memo(report_names).words)
    yield from _unmarked(text.passages_with(_IN_ADDRESSES), find, what)
    for passage in text.passages:
        for part in passage.segments:
            address = part.style.address
            if not address.lower().startswith("mailto:") or part.style.withheld or part.start == part.end:
                continue
            if any(True for _ in find(address[7:])) and "@" not in passage.text:
                yield Violation(passage.span(part.start, part.end), what, MARK_IT)


@rule("PUB003", "citizen-service-number", ERROR, Scope.FRAGMENT, msg("Een burgerservicenummer in de tekst"))
def citizen_service_number(text: TextView) -> Iterator[Violation]:
    """A citizen service number (burgerservicenummer) in the text."""
    for passage in _with_number(text):
        for (start, end), named in find_bsn(passage.text):
            if is_marked(passage, start, end):
                continue
            what = msg("dit is een burgerservicenummer") if named else msg("dit kan een BSN zijn (elfproef)")
            severity = ERROR if named else WARNING
            yield Violation(passage.span(start, end), what, msg("haal het nummer weg"), severity=severity)


@rule("PUB004", "bank-account", WARNING, Scope.FRAGMENT, msg("Een rekeningnummer dat openbaar zou worden"))
def bank_account(text: TextView) -> Iterator[Violation]:
    """An account number that would become public."""
    what = msg("een rekeningnummer staat ook in de openbare versie")
    yield from _unmarked(_with_number(text), find_iban, what)


@rule("PUB006", "licence-plate", WARNING, Scope.FRAGMENT, msg("Een kenteken dat openbaar zou worden"))
def licence_plate(text: TextView) -> Iterator[Violation]:
    """A licence plate that would become public."""
    what = msg("een kenteken staat ook in de openbare versie")
    yield from _unmarked(
        filter(_mentions_vehicle, text.passages_with((*_VEHICLE, "auto"))), find_licence_plates, what
    )


def _mentions_vehicle(passage: Passage) -> bool:
    words = passage.lowered
    return any(map(words.__contains__, _VEHICLE)) or _CAR.search(words) is not None


RULES = (phone_number, mail_address, citizen_service_number, bank_account, licence_plate)
