# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.ooxml.measures import decimal, emu, twips


class Describe_twips:
    @pytest.mark.parametrize(
        ("text", "found"),
        [("1440", 1440), ("-20", -20), ("276.5", 276.5), ("1in", 1440), ("2.54cm", 1440), ("25.4mm", 1440),
         ("72pt", 1440), ("6pc", 1440), ("6pi", 1440), ("-1in", -1440)],
    )  # fmt: skip
    def they_are_counted_or_measured(self, text, found):
        assert twips(text, 7) == pytest.approx(found)

    @pytest.mark.parametrize("text", [None, "", "breed", "cm", "1 em", "inf", "nan", "1e999cm"])
    def they_are_the_default_for_anything_else(self, text):
        assert twips(text, 7) == 7


class Describe_decimal:
    @pytest.mark.parametrize(("text", "found"), [("4", 4), ("4.5", 4.5), (None, 7), ("x", 7), ("inf", 7)])
    def it_reads_a_number_or_gives_the_default(self, text, found):
        assert decimal(text, 7) == found


class Describe_emu:
    @pytest.mark.parametrize(("millimetres", "found"), [(1, 36_000), (25.4, 914_400), (0, 1)])
    def they_are_never_nothing(self, millimetres, found):
        assert emu(millimetres) == found
