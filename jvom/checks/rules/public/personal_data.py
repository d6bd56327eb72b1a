# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers and addresses of persons that aren't marked, and so would be in the public version."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.personal_numbers import MailAddress, PersonalNumber, find_mail_addresses
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.report_names import report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts

_MAIL = Phrase("address={mail_address:!personal}")
_CITIZEN = Phrase("number={bsn:!personal}")
_PLATE = Phrase("{licence_plate:!personal}")


@rule("PUB002", WARNING, Scope.TEXTS, local=True)
def mail_address(texts: Texts) -> Iterator[Violation]:
    """An email address that would become public."""
    house = texts.memo(report_names).words
    for match in _MAIL.find(texts):
        if not match.value("address", MailAddress).is_of_office(house):
            yield violation(match.span)
    for passage in texts.passages:
        for part in passage.segments:
            scheme, _, address = part.style.address.partition(":")
            hidden = scheme != "mailto" or part.style.withheld or "@" in passage.text
            if not hidden and not all(each.is_of_office(house) for each in find_mail_addresses(address)):
                yield violation(passage.span_of(part))


@rule("PUB003", ERROR, Scope.TEXTS, local=True)
def citizen_service_number(texts: Texts) -> Iterator[Violation]:
    """A citizen service number (burgerservicenummer) in the text."""
    for match in _CITIZEN.find(texts):
        named = match.value("number", PersonalNumber).named
        yield violation(match.span, "named" if named else "likely", severity=ERROR if named else WARNING)


@rule("PUB006", WARNING, Scope.TEXTS, local=True)
def licence_plate(texts: Texts) -> Iterator[Violation]:
    """A licence plate that would become public."""
    for match in _PLATE.find(texts):
        if _mentions_vehicle(match.passage):
            yield violation(match.span)


def _mentions_vehicle(passage: Passage) -> bool:
    vehicles = word_class("vehicle")
    return any(
        word.startswith("auto") or any(map(word.__contains__, vehicles)) for word in passage.lowered_words
    )
