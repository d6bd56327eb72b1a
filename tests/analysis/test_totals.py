# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.totals."""

from __future__ import annotations

import pytest

from jvom.analysis.totals import find_splits
from tests.checks.reading import passage


def found(text: str) -> list[tuple[int, list[int], int]]:
    """Return the totals in a text, each with its parts and how many articles may be parts."""
    return [
        (int(each.total.number.value), [int(part.number.value) for part in each.parts], each.articles)
        for each in find_splits(passage(text))
    ]


class Describe_the_totals_in_a_passage:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Er waren 12 patrouilles: 7 in het noorden en 4 in het zuiden.", [(12, [7, 4], 0)]),
            ("Er zijn vijf adviseurs, van wie vier uit Assen en twee uit Weert.", [(5, [4, 2], 0)]),
            ("Van de 15 trainingen waren er 8 in Ghana en 6 in Benin.", [(15, [8, 6], 0)]),
            ("Er zijn vijf militairen en twee experts, samen negen functionarissen.", [(9, [5, 2], 0)]),
            ("Zij leverde negen mensen. Het ging om zes militairen en twee experts.", [(9, [6, 2], 0)]),
            (
                "De eenheid telde 120 militairen, verdeeld over Bagdad (80) en Erbil (30).",
                [(120, [80, 30], 0)],
            ),
            ("Er zijn negen mensen: zes militairen en een tolk.", [(9, [6], 1)]),
        ],
    )
    def they_have_their_parts(self, text, expected):
        assert found(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "De drie teams bestaan uit twee artsen en een tolk.",
            "Er waren drie trainingen: twee dagen in Accra en vier dagen in Cotonou.",
            "Zij telde 120 militairen, verdeeld over Bagdad (80), Erbil (30) en enkele kampen.",
        ],
    )
    def they_need_parts_of_the_same_kind(self, text):
        assert found(text) == []

    @pytest.mark.parametrize(
        ("text", "may_lack"),
        [
            ("Er waren 15 trainingen, waarvan 8 in Ghana en 6 in Benin.", False),
            ("Er waren 15 trainingen, waarvan 8 in Ghana en 6 in Benin; de andere was in zee.", True),
            ("Er waren 15 trainingen, waarvan 8 in Ghana en 2 in Benin.", True),
            ("Er waren 15 trainingen, onder andere 8 in Ghana en 6 in Benin.", True),
            ("Er waren 15 trainingen: 8 in Ghana en 6 in Benin.", False),
        ],
    )
    def they_may_lack_parts_by_their_words(self, text, may_lack):
        (split,) = find_splits(passage(text))

        assert split.may_lack_parts is may_lack
