# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.ooxml.values import is_off, is_true, whole_number


class Describe_an_attribute_of_on_or_off:
    @pytest.mark.parametrize("text", ["1", "true", "on"])
    def it_is_on(self, text):
        assert is_true(text)

    @pytest.mark.parametrize("text", [None, "", "0", "false", "off", "ja"])
    def it_is_not_on(self, text):
        assert not is_true(text)

    @pytest.mark.parametrize("text", ["0", "false", "off", "none", "False"])
    def it_takes_a_property_away(self, text):
        assert is_off(text)

    @pytest.mark.parametrize("text", ["", "1", "true", "single"])
    def it_leaves_a_property_on(self, text):
        assert not is_off(text)


class Describe_whole_number:
    @pytest.mark.parametrize(
        ("text", "found"),
        [("0", 0), ("12", 12), ("-3", -3), ("+4", 4), (" 7 ", 7), ("4294967295", 4294967295)],
    )
    def it_reads_what_the_standard_allows(self, text, found):
        assert whole_number(text, 9) == found

    @pytest.mark.parametrize(
        "text", [None, "", "1.5", "1_000", "drie", "٣", "²", "-", "1" * 11, "9" * 10_000]
    )
    def it_gives_the_default_for_anything_else(self, text):
        assert whole_number(text, 9) == 9
