# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossier that a mistyped number was meant to be."""

from __future__ import annotations

import pytest

from jvom.checks.rules.references.unknown_dossiers import intended_dossier, known_dossiers
from jvom.dutch.kamerstukken import write_dossier


class Describe_the_dossier_that_is_meant:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("29 251", "29 521"),
            ("29 2521", "29 521"),
            ("29 52", "29 521"),
            ("92 521", "29 521"),
            ("29 521", ""),
            ("29 531", ""),
            ("35 925", ""),
        ],
    )
    def it_is_a_typo_away(self, written, expected):
        assert intended_dossier(written, ["29 521"]) == expected

    def it_may_differ_in_one_digit_when_asked(self):
        assert intended_dossier("29 531", ["29 521"], any_digit=True) == "29 521"

    def it_is_never_another_known_one(self):
        assert [each for each in known_dossiers() if intended_dossier(each, known_dossiers())] == []
        assert [each for each in known_dossiers() if write_dossier(each) != each] == []
