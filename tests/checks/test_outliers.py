# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.checks.outliers import outliers


def is_capital(word: str) -> bool | None:
    return word[0].isupper() if word else None


class Describe_outliers:
    def they_are_the_items_unlike_most(self):
        (found,) = outliers(["Aa", "bb", "Cc"], is_capital)

        assert (found.item, found.form, found.usual, found.example) == ("bb", False, True, "Aa")
        assert found.rarer

    def they_are_the_later_ones_when_two_forms_are_equally_common(self):
        (found,) = outliers(["aa", "Bb"], is_capital)

        assert found.item == "Bb"
        assert not found.rarer

    def they_are_told_by_another_rank_when_asked(self):
        found = outliers(["aa", "bb", "Cc"], is_capital, lambda form, count: (form, count))

        assert [each.item for each in found] == ["aa", "bb"]

    def but_items_without_a_form_do_not_count(self):
        assert list(outliers(["", "aa", ""], is_capital)) == []
