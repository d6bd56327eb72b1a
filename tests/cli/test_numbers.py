# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.cli.numbers import write_number


class Describe_a_number:
    @pytest.mark.parametrize(
        ("number", "decimals", "dutch", "english"),
        [
            (148, 0, "148", "148"),
            (8219, 0, "8.219", "8,219"),
            (10.7, 1, "10,7", "10.7"),
            (10.25, 1, "10,3", "10.3"),
            (1234.56, 1, "1.234,6", "1,234.6"),
            (1_000_000, 0, "1.000.000", "1,000,000"),
        ],
    )
    def it_is_written_as_the_language_does(
        self, number: float, decimals: int, dutch: str, english: str
    ) -> None:
        assert write_number(number, "nl", decimals) == dutch
        assert write_number(number, "en", decimals) == english
