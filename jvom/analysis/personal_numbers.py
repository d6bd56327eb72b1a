# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers and addresses that belong to a person: telephone, e-mail, BSN, IBAN, licence plate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.dutch.patterns import pattern


class PersonalNumber(msgspec.Struct, frozen=True):
    """A number that belongs to a person, at text[start:end]; `named` when the text says what it is."""

    start: int
    end: int
    named: bool = False


class MailAddress(msgspec.Struct, frozen=True):
    """An e-mail address."""

    start: int
    end: int
    text: str

    def is_of_office(self, words: frozenset[str]) -> bool:
        """Tell whether it is of an office (info@, woordvoering@) or a unit, and of no person.

        `words` are more words, in small letters, that make an address that of an office.
        """
        local = re.split(r"@|\s?[\[(]", self.text)[0].lower()
        parts = set(re.split(r"[.+_-]", local))
        is_code = local.replace("-", "").isalpha() and self.text.split("@")[0].isupper()
        is_known = not parts.isdisjoint(word_class("mailbox") | words)
        is_known |= local.endswith(tuple(word_class("mailbox_ending")))
        return is_known or is_code or _belongs_to_unit(local, self.text) or any(map(_is_task, parts))


#: Shorter parts of an address are codes; surnames that are nouns, as "Koning", are no longer than the second.
_SHORTEST_NAME, _LONGEST_SURNAME = 5, 6

_BEFORE = r"(?<![\w+./-])(?<!\d )"
_AFTER = r"(?!\w|[./-]\d)"
_GAP = r"(?: ?[-–/.] ?| )"
# Dutch numbering plan: ten digits in all, of which mobile 06 or an area code of three or four.
_DUTCH_PHONE = pattern(
    rf"{_BEFORE}"
    r"(?:(?:\+ ?31|0031)[ .-]?(?:\(0\)[ .-]?)?(?P<national>[1-9]\d{0,2})|\((?P<round>0[1-9]\d{0,2})\)|"
    r"(?P<area>0[1-9]\d{0,2}))"
    rf"(?P<rest>(?:{_GAP}?\d){{6,8}}){_AFTER}"
)
_FOREIGN_PHONE = pattern(rf"{_BEFORE}(?:\+|00)(?!31)[1-9](?:(?:[ ./-]|\(0\) ?)?\d){{7,13}}{_AFTER}")
#: The start of every telephone number.
_ZERO_OR_PLUS = pattern(r"[0+](?:(?<=\+)|(?<!\w0))")
#: What has a number of its own: a team, a help line. With 088 those are numbers of organisations.
_OF_SERVICE = pattern(
    r"(?i:\b(?:\w*lijn|team\w*|\w*meldpunt|\w*centrum|\w*dienst|\w*loket|politie|\w*balie|\w*kamer|\w*punt"
    r"|pers\w*|(?:publieks)?voorlichting|informatie\w*|receptie|algemeen nummer|secretariaat)\b)"
    r"[^.;\n]{0,40}$"
)
#: Numbers of nine digits that organisations, cases and bills have.
_OF_ORGANISATION = pattern(
    r"(?i:\b(?:rsin|fiscaal ?nummer|kvk|btw|kamer van koophandel"
    r"|(?:zaak|dossier|referentie|factuur)(?:nummer|nr))\b[^.;\n]{0,25}$)"
)
#: Where travellers reach the Ministry of Foreign Affairs, day and night (nederlandwereldwijd.nl).
_FOREIGN_AFFAIRS = "0247247247"
_SERVICE = ("0800", "0900", "0906", "0909")

_MAIL = pattern(
    r"(?<![\w.+-])[\w+-](?:[\w.+-]{0,62}[\w+-])?(?:@| ?[\[(](?:at|apenstaartje)[\])] ?)"
    r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w@-])",
    re.IGNORECASE,
)

_NINE = pattern(
    # It begins with a digit, not with what may not be before it: that is found much faster.
    r"\d(?<![\w.,/-]\d)(?<!\d \d)(?:\d{7,8}|\d{3}\.\d{2}\.\d{3}|\d{2}[. ]\d{3}[. ]\d{3})"
    r"(?![\w/-]|[.,]\d| \d)"
)
# As printed on a passport; digits grouped in threes are an amount.
_GROUPED = pattern(r"\d{4}\.\d{2}\.\d{3}")
_NAMED = pattern(r"\b(?:bsn|bsn-nummer|burgerservicenummer|sofi-?nummer)\b[^\d]{0,30}$", re.IGNORECASE)

_IBAN = pattern(r"[A-Z](?<!\w[A-Z])[A-Z]\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_IBAN_LENGTHS = range(15, 35)

# The forms ("sidecodes") of Dutch licence plates since 1951, as RDW lists them; letters and digits.
_PLATE_FORMS = frozenset(
    "LL-99-99 99-99-LL 99-LL-99 LL-99-LL LL-LL-99 99-LL-LL 99-LLL-9 9-LLL-99 LL-999-L L-999-LL LLL-99-L "
    "L-99-LLL 9-LL-999 999-LL-9".split()
)
_PLATE = pattern(r"[A-Z0-9](?<![\w-].)[A-Z0-9]{0,2}-[A-Z0-9]{2,3}-[A-Z0-9]{1,3}(?![\w-])")


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def find_phone_numbers(text: str) -> Iterator[PersonalNumber]:
    """Yield telephone numbers, but for those of services: 0800, 0900, and 088 behind the name of one."""
    if not _ZERO_OR_PLUS.search(text):
        return
    for match in _DUTCH_PHONE.finditer(text):
        area = match["round"] or match["area"] or f"0{match['national']}"
        digits = area + _digits(match["rest"])
        # The first gap may only come after the area code: 0 100 200 300 is no telephone number.
        is_split_well = match["rest"][0].isdigit() or area == "06" or len(area) in (3, 4)
        if digits.startswith("088") and _OF_SERVICE.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        if digits == _FOREIGN_AFFAIRS:
            continue
        if len(digits) == 10 and not digits.startswith(_SERVICE) and is_split_well:
            yield PersonalNumber(*match.span())
    for match in _FOREIGN_PHONE.finditer(text):
        yield PersonalNumber(*match.span())


def landline_numbers(text: str, numbers: Iterable[PersonalNumber]) -> Iterator[PersonalNumber]:
    """Yield telephone numbers in a text but for mobile ones, 06 or +31 6, which are always somebody's."""
    for number in numbers:
        digits = _digits(text[number.start : number.end]).removeprefix("00").removeprefix("31")
        if not digits.lstrip("0").startswith("6"):
            yield number


def find_mail_addresses(text: str) -> Iterator[MailAddress]:
    """Yield the e-mail addresses in a text."""
    if "@" in text or "at)" in text or "at]" in text or "apenstaartje" in text:
        for match in _MAIL.finditer(text):
            yield MailAddress(*match.span(), match[0])


def _belongs_to_unit(local: str, address: str) -> bool:
    """Return whether an address is of a unit: three parts with hyphens, or a short code at a ministry.

    Embassies are called by their town: kabul@minbuza.nl.
    """
    if local.count("-") > 1:
        return True
    found = re.search(r"@min([a-z]{2,10})\.nl$", address, re.IGNORECASE)
    short = max(map(len, local.split("-"))) < _SHORTEST_NAME and local.replace("-", "").isalpha()
    return found is not None and (short or (local.isalpha() and found[1].lower() == "buza"))


def _is_task(part: str) -> bool:
    """Tell whether a part of an address is a noun for what an office does, and no surname: "training"."""
    return (
        len(part) > _LONGEST_SURNAME
        and part.endswith(tuple(word_class("task_ending")))
        and "n" in classes_of(part)
    )


def find_bsn(text: str) -> Iterator[PersonalNumber]:
    """Yield citizen service numbers.

    All pass the eleven test; one without its name must have nine digits and not look like an amount.
    """
    for match in _NINE.finditer(text):
        digits = _digits(match[0])
        if not passes_eleven_test(digits.zfill(9)):
            continue
        named = bool(_NAMED.search(text, max(0, match.start() - 60), match.start()))
        if not named and _OF_ORGANISATION.search(text, max(0, match.start() - 40), match.start()):
            continue
        if named or (match[0] == digits and len(digits) == 9) or _GROUPED.fullmatch(match[0]):
            yield PersonalNumber(*match.span(), named)


def passes_eleven_test(digits: str) -> bool:
    """Return whether nine digits pass the eleven test of a BSN (Logisch Ontwerp BSN): the last weighs -1."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and total != 0


def find_iban(text: str) -> Iterator[PersonalNumber]:
    """Yield bank accounts with correct check digits (ISO 13616: the remainder modulo 97 is 1)."""
    for match in _IBAN.finditer(text):
        plain = match[0].replace(" ", "")
        if len(plain) not in _IBAN_LENGTHS or (plain.startswith("NL") and len(plain) != 18):
            continue
        rotated = plain[4:] + plain[:4]
        if int("".join(str(int(each, 36)) for each in rotated)) % 97 == 1:
            yield PersonalNumber(*match.span())


def find_licence_plates(text: str) -> Iterator[PersonalNumber]:
    """Yield whatever has the form of a Dutch licence plate."""
    for match in _PLATE.finditer(text) if "-" in text else ():
        form = re.sub("[0-9]", "9", re.sub("[A-Z]", "L", match[0]))
        if form in _PLATE_FORMS:
            yield PersonalNumber(*match.span())
