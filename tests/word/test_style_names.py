# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.word.style_names import name_in_word


class Describe_the_name_of_a_style:
    @pytest.mark.parametrize(
        ("id", "name"),
        [
            ("BodyText", "Platte tekst (Body Text)"), ("Heading1", "Kop 1 (Heading 1)"),
            ("TOCHeading", "Kop van inhoudsopgave (TOC Heading)"), ("TOC2", "Inhopg 2 (TOC 2)"),
            ("ListBullet2", "Lijst opsom.teken 2 (List Bullet 2)"), ("Tussenkop2", "Tussenkop2"),
            ("Hyperlink", "Hyperlink"),
        ],
    )  # fmt: skip
    def it_is_the_one_that_a_dutch_word_shows(self, id, name):
        assert name_in_word(id) == name
