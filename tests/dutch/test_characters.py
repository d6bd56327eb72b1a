# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `jvom.dutch.characters`."""

from __future__ import annotations

import re
import sys

from jvom.dutch.characters import SPACE, plain_spaces


class Describe_plain_spaces:
    def it_replaces_every_character_that_a_pattern_takes_for_a_space(self) -> None:
        spaces = [
            character for character in map(chr, range(sys.maxunicode + 1)) if re.fullmatch(SPACE, character)
        ]

        assert plain_spaces("".join(spaces)) == " " * len(spaces)

    def it_keeps_every_offset(self) -> None:
        assert plain_spaces("€\u202f5\u00a0miljoen,\nof\u2009meer") == "€ 5 miljoen, of meer"
