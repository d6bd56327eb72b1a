# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.sealing.printed_seal import (
    BLANK,
    SAMPLE,
    grouped,
    print_seal,
    print_seal_in_pdf,
    without_seal,
    without_seal_in_pdf,
    write_line,
)
from tests.sealing.shorthand import CODES, LIST, LIST_PDF

SEAL = st.text("0123456789abcdef", min_size=64, max_size=64)


class Describe_a_seal_on_the_checklist:
    @given(SEAL)
    def it_can_be_taken_out_again(self, seal: str) -> None:
        assert without_seal(print_seal(LIST, seal), seal) == LIST
        assert without_seal_in_pdf(print_seal_in_pdf(LIST_PDF, seal), seal) == LIST_PDF

    @given(SEAL, SEAL)
    def it_is_that_seal_and_no_other(self, seal: str, other: str) -> None:
        if seal != other:
            with pytest.raises(ValueError, match="not shown once"):
                without_seal_in_pdf(print_seal_in_pdf(LIST_PDF, seal), other)

    def it_may_wrap_in_a_pdf(self) -> None:
        first, second = grouped(BLANK)[:53], grouped(BLANK)[54:]
        blank = b"a" + write_line(first, CODES) + b"b" + write_line(second, CODES) + b"c"
        printed = print_seal_in_pdf(blank, SAMPLE)
        shown = write_line(grouped(SAMPLE)[:53], CODES), write_line(grouped(SAMPLE)[54:], CODES)
        assert printed == b"a" + shown[0] + b"b" + shown[1] + b"c"
        assert without_seal_in_pdf(printed, SAMPLE) == blank

    @pytest.mark.parametrize(
        "pdf",
        [
            b"",
            LIST_PDF.replace(b"jvom", b"JVOM"),
            LIST_PDF + LIST_PDF,
            LIST_PDF.replace(b"> Tj", b"> TJ"),
            LIST_PDF.replace(b"> Tj", b"0> Tj"),
            # Two digits with one code: then a reader sees the same for both.
            LIST_PDF.replace(b"0123456789abcdef 0102", b"0123456789abcdef 0101"),
        ],
    )
    def it_is_in_no_other_pdf(self, pdf: bytes) -> None:
        with pytest.raises(ValueError, match=r"not shown once|half a code|two digits"):
            print_seal_in_pdf(pdf, SAMPLE)

    def it_needs_a_font_with_every_digit(self) -> None:
        with pytest.raises(KeyError):
            write_line("01", {"0": 1, "1": 2})
