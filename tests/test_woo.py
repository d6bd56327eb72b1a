# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The grounds of the Wet open overheid."""

from __future__ import annotations

import pytest

from jvom.woo import GROUNDS, PERSONAL_DATA, article, code_of, in_order


class Describe_the_grounds:
    def they_are_those_of_the_law(self):
        first, second = (
            [code[-1] for code in GROUNDS if code.startswith(start)] for start in ("5.1.1", "5.1.2")
        )

        assert "".join(first) == "abcde"
        assert "".join(second) == "abcdefghi"
        assert list(GROUNDS)[-2:] == ["5.1.5", "5.2"]
        assert "persoonlijke levenssfeer" in GROUNDS[PERSONAL_DATA]

    @pytest.mark.parametrize("code", GROUNDS)
    def they_have_a_place_in_the_law_that_gives_their_code_again(self, code):
        assert code_of(article(code)) == code
        assert code_of(code) == code

    @pytest.mark.parametrize(
        ("code", "place"),
        [
            ("5.1.2e", "artikel 5.1, lid 2, onder e"),
            ("5.1.5", "artikel 5.1, lid 5"),
            ("5.2", "artikel 5.2"),
        ],
    )
    def they_are_cited_as_lawyers_do(self, code, place):
        assert article(code) == place

    @pytest.mark.parametrize("said", ["artikel 5.1", "artikel 5.1, lid 9", "artikel 5.2, lid 3", "10.2.e"])
    def but_nothing_else_is_one(self, said):
        assert code_of(said) not in GROUNDS

    def they_are_named_in_the_order_of_the_law(self):
        assert in_order({"5.2", "5.1.2i", "5.1.1b", "5.1.2e"}) == ["5.1.1b", "5.1.2e", "5.1.2i", "5.2"]
