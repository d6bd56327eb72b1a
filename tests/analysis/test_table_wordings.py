# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.table_wordings."""

from __future__ import annotations

from jvom.analysis.table_wordings import short_and_full, table_wordings
from tests.checks.reading import passage


class Describe_the_wordings_of_tables:
    def they_have_two_forms_or_more_of_each_thing(self):
        assert all(len(forms) > 1 for forms in table_wordings())
        assert {"artikel", "art."} in [set(forms) for forms in table_wordings()]

    def they_are_found_by_their_phrases(self):
        articles = next(forms for forms in table_wordings() if "art." in forms)
        read = passage("Grondwet, art. 97")

        assert [name for name, phrase in articles.items() if phrase.find_in(read)] == ["art."]


class Describe_the_forms_of_a_name:
    def they_tell_a_longer_name_apart(self):
        short = short_and_full("EU", "Europese Unie")["EU"]

        assert ["longer" in each for each in short.find_in(passage("De EU en EU NAVFOR"))] == [False, True]
