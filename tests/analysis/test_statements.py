# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.statements."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.statements import Statement, are_close_amounts, find_statements, share_words
from tests.checks.reading import passage


def statements(text: str) -> Iterator[Statement]:
    return find_statements(passage(text), "verslag.md", lambda _: "")


def stated(text: str) -> list[str]:
    return [each.written for each in statements(text)]


class Describe_the_statements_in_a_passage:
    def they_have_the_words_names_and_years_of_their_sentence(self):
        (found,) = statements("In 2025 trainden twaalf militairen soldaten in Gao.")

        assert (found.written, found.quantity.noun) == ("twaalf", "militairen")
        assert found.terms == {"trainden", "soldaten"}
        assert (set(found.names), set(found.years), found.is_total) == ({"Gao"}, {"2025"}, False)

    def they_are_totals_by_the_word_for_it(self):
        found = statements("De kosten waren in totaal 12 miljoen euro. Er waren negen schepen.")

        assert [each.is_total for each in found] == [True, False]

    def they_are_no_questions_durations_percentages_or_parts_of_a_list(self):
        assert stated("Waren er tien schepen? Dat duurde drie weken, voor 12% van de militairen.") == []
        assert stated("Er waren vijf militairen en twee agenten.") == []
        assert stated("Van de vijf schepen zijn twee schepen oud.") == []


class Describe_two_statements:
    def they_may_share_words(self):
        one, two, three = (
            next(statements(text))
            for text in (
                "Nederland leverde twaalf militairen voor de opleiding van rekruten.",
                "Voor de opleiding van rekruten leverde Nederland tien militairen.",
                "Er waren twaalf militairen.",
            )
        )

        assert share_words(one, two)
        assert not share_words(one, three)

    def they_may_be_amounts_that_differ_little(self):
        one, two, three = (
            next(statements(f"De kosten waren {amount} miljoen euro.")) for amount in (10, 12, 13)
        )

        assert are_close_amounts(one, two)
        assert not are_close_amounts(one, three)
