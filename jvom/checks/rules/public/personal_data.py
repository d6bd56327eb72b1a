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
    """Meldt een telefoonnummer dat niet als persoonsgegeven gemarkeerd is.

    De regel kent vaste en mobiele nummers in alle gangbare schrijfwijzen, ook met +31 of een ander land.
    Gratis en betaalde nummers (0800, 0900) zijn van diensten en blijven buiten beschouwing.

    ## Waarom

    Brief en nota worden openbaar. Het nummer van een medewerker hoort daar niet in.

    ## Voorbeelden

    ```fout
    Bel voor vragen 070-318 81 88 of (070) 3188188, of mobiel 06-12345678 of +31 6 12 34 56 78.

    === verwacht
    070-318 81 88
    (070) 3188188
    06-12345678
    +31 6 12 34 56 78
    ```

    ```fout nota.md
    De opsteller is bereikbaar op 0031 (0)70 3188188 en in Brussel op +32 2 707 41 11.

    === verwacht
    0031 (0)70 3188188
    +32 2 707 41 11
    ```

    ```goed
    Bel voor vragen [070-318 81 88]{.persoonsgegeven}, of 0800-1351. Op 01-02-2026 waren er 0 van de 100
    functies gevuld, tegen 12 345 678 euro. Het dossier heeft nummer 29 521.
    ```

    ## Herstellen

    Markeer het nummer met `[070-318 81 88]{.persoonsgegeven}`, of haal het weg.
    """
    what = msg("een telefoonnummer staat ook in de openbare versie")
    yield from _unmarked(_with_number(text), find_phone_numbers, what)


@rule("PUB002", "mail-address", WARNING, Scope.FRAGMENT, msg("Een e-mailadres dat openbaar zou worden"))
def mail_address(text: TextView) -> Iterator[Violation]:
    """Meldt een e-mailadres van een persoon dat niet als persoonsgegeven gemarkeerd is.

    Adressen van een afdeling (`info@`, `woordvoering@`) zijn geen persoonsgegeven. Ook een adres achter een
    link telt, en een adres met (at) in plaats van @.

    ## Waarom

    Brief en nota worden openbaar. Het adres van een medewerker is een persoonsgegeven.

    ## Voorbeelden

    ```fout
    Stuur een bericht aan J.dVries@mindef.nl of aan a.bakker (at) minbuza.nl.

    === verwacht
    J.dVries@mindef.nl
    a.bakker (at) minbuza.nl
    ```

    ```fout
    Vraag het [de opsteller](mailto:jan.devries@mindef.nl).

    === verwacht
    de opsteller
    ```

    ```goed
    Stuur een bericht aan info@rijksoverheid.nl, postbus.jvom@mindef.nl, dgb@mindef.nl,
    EFV-tender-wederopbouw@minbuza.nl of [j.devries@mindef.nl]{.persoonsgegeven}.
    ```

    ## Herstellen

    Markeer het adres met `[naam@mindef.nl]{.persoonsgegeven}`, of noem het adres van de afdeling.
    """
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
    """Meldt negen cijfers die een burgerservicenummer (BSN) kunnen zijn en niet gemarkeerd zijn.

    De regel gebruikt de elfproef. Staat er BSN bij, dan is het een fout; anders een waarschuwing, want een op
    de elf andere nummers komt ook door de proef.

    ## Waarom

    Een BSN mag alleen gebruikt worden waar de wet dat zegt, en hoort in geen enkele versie van deze stukken.

    ## Voorbeelden

    ```fout
    Het gaat om BSN 111222333 en om burgerservicenummer 1234.56.782, en misschien om 123456782.

    === verwacht
    111222333
    1234.56.782
    123456782
    ```

    ```goed
    De referentie is 123456789, het bedrag 123.456.782 euro en het kenmerk MINDEF123456782.
    ```

    ## Herstellen

    Haal het nummer weg.
    """
    for passage in _with_number(text):
        for (start, end), named in find_bsn(passage.text):
            if is_marked(passage, start, end):
                continue
            what = msg("dit is een burgerservicenummer") if named else msg("dit kan een BSN zijn (elfproef)")
            severity = ERROR if named else WARNING
            yield Violation(passage.span(start, end), what, msg("haal het nummer weg"), severity=severity)


@rule("PUB004", "bank-account", WARNING, Scope.FRAGMENT, msg("Een rekeningnummer dat openbaar zou worden"))
def bank_account(text: TextView) -> Iterator[Violation]:
    """Meldt een rekeningnummer (IBAN) met kloppende controlecijfers dat niet gemarkeerd is.

    ## Waarom

    Een rekeningnummer kan van een persoon zijn, en nodigt uit tot misbruik.

    ## Voorbeelden

    ```fout
    Maak het bedrag over op NL91 ABNA 0417 1643 00 of BE68539007547034.

    === verwacht
    NL91 ABNA 0417 1643 00
    BE68539007547034
    ```

    ```goed
    Maak het bedrag over op [NL91ABNA0417164300]{.persoonsgegeven}; NL92ABNA0417164300 bestaat niet.
    ```

    ## Herstellen

    Markeer het nummer met `[...]{.persoonsgegeven}`, of haal het weg.
    """
    what = msg("een rekeningnummer staat ook in de openbare versie")
    yield from _unmarked(_with_number(text), find_iban, what)


@rule("PUB006", "licence-plate", WARNING, Scope.FRAGMENT, msg("Een kenteken dat openbaar zou worden"))
def licence_plate(text: TextView) -> Iterator[Violation]:
    """Meldt het kenteken van een voertuig dat niet gemarkeerd is.

    De regel leest alleen alinea's die over een voertuig of kenteken gaan: buiten die alinea's heeft veel
    anders dezelfde vorm.

    ## Waarom

    Een kenteken leidt naar een persoon, of naar een voertuig dat beveiliging nodig heeft.

    ## Voorbeelden

    ```fout
    Het voertuig met kenteken 12-ABC-3 raakte beschadigd, de dienstauto DM-12-34 niet.

    === verwacht
    12-ABC-3
    DM-12-34
    ```

    ```goed
    Het voertuig met kenteken [12-ABC-3]{.persoonsgegeven} raakte beschadigd.

    De helikopters NH-90-30 vlogen boven zone 12-ABC-3.
    ```

    ## Herstellen

    Markeer het kenteken met `[12-ABC-3]{.persoonsgegeven}`, of haal het weg.
    """
    what = msg("een kenteken staat ook in de openbare versie")
    yield from _unmarked(
        filter(_mentions_vehicle, text.passages_with((*_VEHICLE, "auto"))), find_licence_plates, what
    )


def _mentions_vehicle(passage: Passage) -> bool:
    words = passage.lowered
    return any(map(words.__contains__, _VEHICLE)) or _CAR.search(words) is not None


RULES = (phone_number, mail_address, citizen_service_number, bank_account, licence_plate)
