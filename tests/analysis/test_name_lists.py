# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.name_lists."""

from __future__ import annotations

import pytest

from jvom.analysis.entities import entities
from tests.checks.reading import passage


class Describe_the_lists_of_names_in_a_passage:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("In Benin, Ghana en Togo was het stil.", [("Benin, Ghana en Togo", 3, 3)]),
            ("De EU en de Verenigde Staten van Amerika.", [("EU en de Verenigde Staten van Amerika", 2, 2)]),
            ("met Bosnië en Herzegovina en Servië", [("Bosnië en Herzegovina en Servië", 2, 3)]),
            ("met Benin en de buren, en Ghana", []),
        ],
    )
    def they_have_as_many_names_as_there_may_be(self, text, expected):
        read = passage(text)

        assert [
            (read.text[each.start : each.end], each.fewest, each.most) for each in entities(read, "names")
        ] == expected
