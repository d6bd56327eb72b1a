# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.personal_numbers import (
    find_bsn,
    find_iban,
    find_licence_plates,
    find_mail_addresses,
    find_phone_numbers,
    passes_eleven_test,
)

# A valid test number of the Dutch tax office's documentation kind: 9x1 + 8x1 + ... = 0 by 11.
BSN = "111222333"


def found(finder, text):
    return [text[each.start : each.end] for each in finder(text)]


class Describe_telephone_numbers:
    @pytest.mark.parametrize(
        "number",
        [
            "070-3188188", "070 318 81 88", "(070) 318 8188", "0703188188", "070 - 318 81 88", "070/3188188",
            "0118-123456", "06-12345678", "06 12 34 56 78", "06.12345678", "0612345678", "06 – 1234 5678",
            "+31 70 318 8188", "+31703188188", "+31 (0)70 3188188", "0031 6 12345678", "088-1234567",
            "+32 2 707 41 11", "0032 2 707 41 11", "+1 202 555 0143",
        ],
    )  # fmt: skip
    def it_finds_every_form(self, number):
        assert found(find_phone_numbers, f"Bel {number}.") == [number]

    @pytest.mark.parametrize(
        "text",
        [
            "01-02-2026", "2026-04-23 12:30", "29 521, nr. 493", "0 100 200 300", "0800-1351", "0900 1234567",
            "12 345 678 euro", "MINDEF20260027576", "0000000000", "artikel 0.1", "2025/0612345678x",
        ],
    )  # fmt: skip
    def but_not_other_numbers(self, text):
        assert found(find_phone_numbers, f"Zie {text} hier") == []


class Describe_other_personal_numbers:
    def it_tells_addresses_of_people_from_those_of_offices(self):
        text = "J.dVries@mindef.nl, a-b (at) minbuza.nl, info@mindef.nl en DCO-Woordvoering@mindef.nl"
        of_office = [each.is_of_office(frozenset()) for each in find_mail_addresses(text)]

        assert of_office == [False, False, True, True]

    def it_takes_words_of_the_house_for_those_of_an_office(self):
        one, other = find_mail_addresses("JVOM-2025@mindef.nl en r.jvomans@mindef.nl")

        assert not one.is_of_office(frozenset())
        assert one.is_of_office(frozenset({"jvom"}))
        assert not other.is_of_office(frozenset({"jvom"}))

    def it_takes_the_number_of_a_case_for_no_bsn_but_one_in_its_papers_is(self):
        assert list(find_bsn(f"zaaknummer {BSN}, RSIN {BSN} en dossiernr {BSN}")) == []
        assert len(list(find_bsn(f"In het dossier staat {BSN}. De zaak van {BSN} loopt."))) == 2

    def it_finds_a_bsn_by_the_eleven_test(self):
        text = f"BSN {BSN}, kenmerk {BSN}, 111222334, bsn: 1234.56.782, 123.456.782 en 123 456 782"

        assert [(text[each.start : each.end], each.named) for each in find_bsn(text)] == [
            (BSN, True),
            (BSN, False),
            ("1234.56.782", True),
        ]

    @given(st.integers(10_000_000, 999_999_999).map("{:09}".format))
    def it_finds_no_bsn_with_a_wrong_digit(self, digits):
        """The eleven test detects any single wrong digit."""
        if passes_eleven_test(digits):
            for place in range(9):
                wrong = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
                assert not passes_eleven_test(wrong)

    def it_finds_bank_accounts_with_correct_check_digits(self):
        text = "NL91 ABNA 0417 1643 00, NL92ABNA0417164300, BE68539007547034, GB29NWBK60161331926819"

        assert found(find_iban, text) == [
            "NL91 ABNA 0417 1643 00", "BE68539007547034", "GB29NWBK60161331926819",
        ]  # fmt: skip

    def it_finds_licence_plates(self):
        assert found(find_licence_plates, "12-ABC-3, DM-12-34, AB-CD-EF, 12-34-56, NH-90-X") == [
            "12-ABC-3", "DM-12-34",
        ]  # fmt: skip
