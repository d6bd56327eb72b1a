# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The ids of dossiers: a year, and a series for a report that has sisters in that year."""

from __future__ import annotations

import pytest

from jvom.dossier_ids import DossierId


class Describe_an_id:
    @pytest.mark.parametrize(
        ("text", "id"),
        [
            ("2026", DossierId(2026)),
            ("2026-althea", DossierId(2026, "althea")),
            ("2026-eutm2", DossierId(2026, "eutm2")),
        ],
    )
    def it_is_a_year_or_a_year_and_a_word(self, text, id):
        assert DossierId.parse(text) == id
        assert str(id) == text

    @pytest.mark.parametrize(
        "text",
        ["", "26", "20260", "2026-", "2026-Althea", "2026-2", "2026-a-b", "2026_a", "2026-a/..", "２０２６"],
    )
    def it_has_no_other_form(self, text):
        with pytest.raises(ValueError, match="^" if not text else None):
            DossierId.parse(text)

    @pytest.mark.parametrize(("id", "earlier"), [("2026", "2025"), ("2026-althea", "2025-althea")])
    def it_has_the_same_series_a_year_before(self, id, earlier):
        assert str(DossierId.parse(id).earlier) == earlier

    def it_comes_after_those_of_earlier_years_and_before_its_sisters(self):
        ids = list(map(DossierId.parse, ("2026-oostflank", "2025-zuid", "2026", "2026-althea")))

        assert list(map(str, sorted(ids))) == ["2025-zuid", "2026", "2026-althea", "2026-oostflank"]
        assert list(map(str, ids[0].sisters(ids))) == ["2026", "2026-althea"]
