# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The house form of a parliamentary paper."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.dutch.kamerstukken import write_dossier, write_kamerstuk
from jvom.model import DossierNumber


class Describe_write_kamerstuk:
    @pytest.mark.parametrize(
        ("dossier", "numbers", "written"),
        [
            ("29521", [493], "Kamerstuk 29 521, nr. 493"),
            ("29 521", ["505", "512"], "Kamerstukken 29 521, nrs. 505 en 512"),
            ("29 521", [505, 512, 513], "Kamerstukken 29 521, nrs. 505, 512 en 513"),
            ("21 501-02", [2648], "Kamerstuk 21 501-02, nr. 2648"),
            ("21501-02", [2648], "Kamerstuk 21 501-02, nr. 2648"),
            ("36 800 V", [5], "Kamerstuk 36 800 V, nr. 5"),
            ("29 521", ["BE"], "Kamerstuk 29 521, BE"),
            ("15 575", ["1-5"], "Kamerstukken 15 575, nrs. 1-5"),
            ("29 521", [], "Kamerstuk 29 521"),
        ],
    )
    def it_writes_the_house_form(self, dossier, numbers, written):
        assert write_kamerstuk(dossier, numbers) == written

    @pytest.mark.parametrize("dossier", ["", "29 2521", "2952", "29 521, nr. 1", "x"])
    def it_refuses_what_is_no_dossier(self, dossier):
        with pytest.raises(ValueError, match="dossier"):
            write_dossier(dossier)

    @given(st.from_regex(get_args(DossierNumber)[1].pattern))
    def but_none_that_the_data_may_have(self, dossier):
        assert write_dossier(dossier).replace(" ", "").startswith(dossier[:5])
