# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Blocks in sentences, however their lines are broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.exchange.sentences import split, with_old_lines


class Describe_sentences:
    @given(st.text("Aa. \n->|<!", max_size=40))
    def they_are_the_whole_text(self, whole):
        assert "".join(split(whole)) == whole

    @pytest.mark.parametrize(
        ("old", "new", "made"),
        [
            ("Een\nzin. Twee zin.", "Een zin. Drie zin.", "Een\nzin. Drie zin."),
            ("- een\n  zin;\n- twee.", "- een zin;\n- drie.", "- een\n  zin;\n- drie."),
            ("> een\n> zin. Twee.", "> een zin. Drie.", "> een\n> zin. Drie."),
            ("| a |\n| - |\n| b  |", "| a |\n| --- |\n| b |\n| c |", "| a |\n| - |\n| b  |\n| c |"),
            ("Een. <!-- opmerking: a. B? -->\nTwee.", "Een. <!-- opmerking: a. B? --> Drie.",
             "Een. <!-- opmerking: a. B? --> Drie."),
            ("Een.  Twee\n  a.", "Een. Nieuw. Twee a.", "Een. Nieuw. Twee\n  a."),
        ],
    )  # fmt: skip
    def they_stay_as_they_were_typed(self, old, new, made):
        assert with_old_lines(old, new) == made
