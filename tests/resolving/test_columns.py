# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.resolving import columns
from jvom.resolving.columns import FOREIGN, LANDSCAPE, PORTRAIT, CellText, Columns

WORDS = st.text(st.sampled_from("aAé1 -/\u00a0"), max_size=120)


def fit_columns(heads: Sequence[str], rows: Sequence[Sequence[str]], line: float = PORTRAIT) -> Columns:
    def cells(texts: Sequence[str]) -> list[CellText]:
        return [CellText(text, text) for text in texts]

    return columns.fit_columns(cells(heads), list(map(cells, rows)), line)


class Describe_fit_columns:
    def they_follow_what_the_columns_say(self):
        year, number, words = fit_columns(
            ["Jaar", "Aantal", "Toelichting"],
            [["2024", "12", "Een toelichting die over meer dan een regel loopt " * 3], ["2025", "9", "Kort"]],
        ).shares

        assert year < number < 0.2 < 0.6 < words

    def they_leave_room_for_the_longest_word(self):
        mission, words = fit_columns(
            ["Missie", "Wat"], [["EUNAVFOR ASPIDES", "lang " * 40], ["28\u00a0februari\u00a02027", "a"]]
        ).shares

        # 130 mm fit some 82 small letters; the date is one word, since its spaces don't break.
        assert mission * 82 > len("28 februari 2027")
        assert words > 0.6

    @pytest.mark.parametrize("long", ["https://www.defensie.nl/" + "a" * 50, "a" * 200])
    def they_break_no_word_of_a_column_beside_one_that_does_not_fit(self, long):
        *others, address = fit_columns(
            ["Missie", "Rechtsbasis", "Aantal", "Adres"],
            [["UNIFIL", "Veiligheidsraad", "12", "a"], ["EUNAVFOR", "onbepaald", "1.200", long]],
        ).shares

        # 82 small letters fit on a line; capitals take more.
        needs = [1.35 * len("EUNAVFOR"), len("Veiligheidsraad"), 1.22 * len("Aantal")]
        assert all(share * 82 > need for share, need in zip(others, needs, strict=True))
        assert address * 82 > 35

    def they_share_equally_when_all_words_are_too_long(self):
        assert fit_columns(["a" * 90, "a" * 60, "a" * 70], []).shares == pytest.approx((1 / 3, 1 / 3, 1 / 3))

    def they_have_room_for_every_word_when_all_fit(self):
        assert fit_columns(["Missie", "Wat"], [["UNIFIL", "a" * 60]]).rooms == ()

    def they_give_the_room_for_a_word_when_some_do_not_fit(self):
        narrow, wide = fit_columns(["Jaar", "a" * 100], [["2025", ""]]).rooms

        # The year in bold needs no more; the rest of the line, except the space between columns, is left.
        assert narrow == pytest.approx(1.22 * (1.35 + 3))
        assert narrow + wide == pytest.approx(82 - 2 * 3)

    @given(st.integers(1, 6).flatmap(lambda n: st.lists(st.tuples(*[WORDS] * n), min_size=1, max_size=5)))
    def they_sum_to_one_and_are_never_zero(self, rows):
        shares = fit_columns(rows[0], rows[1:]).shares

        assert sum(shares) == pytest.approx(1)
        assert all(share > 0 for share in shares)


class Describe_columns_that_need_hyphens:
    TYPED = ["1.234.567.890,00", "Verantwoordelijkheidsverdeling"]

    def they_never_break_a_number_when_words_can_give_way(self):
        made = fit_columns(["a"] * 4, [[self.TYPED[0], self.TYPED[0], *self.TYPED[1:] * 2]])

        number = 1.15 * 12 + 4
        assert made.rooms[0] >= number
        assert made.rooms[1] >= number
        assert made.too_wide == ""

    def they_say_what_does_not_fit_even_so(self):
        made = fit_columns(["Aantal"] * 13, [["1.234.567"] * 12 + ["Verantwoordelijkheid"]])

        assert made.too_wide == "1.234.567"
        assert sum(made.shares) == pytest.approx(1)

    def they_have_more_room_on_a_landscape_page(self):
        assert fit_columns(["Aantal"] * 13, [["1.234"] * 13]).too_wide == "1.234"
        assert fit_columns(["Aantal"] * 13, [["1.234"] * 13], LANDSCAPE).too_wide == ""

    def they_keep_words_in_another_language_whole(self):
        english = CellText("counterterrorism", FOREIGN * len("counterterrorism"))
        dutch = CellText("samenwerkingsverband", "samenwerkingsverband")

        assert columns.fit_columns([dutch] * 5, [[dutch] * 5]).too_wide == ""
        assert columns.fit_columns([dutch] * 5, [[english] * 5]).too_wide == "counterterrorism"

    @pytest.mark.parametrize(
        "address", ["https://www.defensie.nl/" + "a" * 90, "voorlichting.defensie@mindef.nl"]
    )
    def they_let_an_address_break_anywhere(self, address):
        assert fit_columns(["Adres"] * 6, [[address] * 6]).too_wide == ""

    @given(st.integers(2, 9).flatmap(lambda n: st.lists(st.tuples(*[WORDS] * n), min_size=1, max_size=4)))
    def they_sum_to_one_and_break_nothing_that_they_do_not_name(self, rows):
        made = fit_columns(rows[0], rows[1:])

        assert sum(made.shares) == pytest.approx(1)
        if made.rooms and not made.too_wide:
            for row in rows[1:]:
                for text, room in zip(row, made.rooms, strict=True):
                    numbers = "".join(char if char.isdigit() else " " for char in text).split()
                    assert all(1.15 * len(number) <= room + 0.01 for number in numbers)
