# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.joined_adjectives."""

from __future__ import annotations

import pytest

from jvom.analysis.joined_adjectives import adjectives_apart
from tests.checks.reading import texts


def apart(text: str) -> list[str]:
    return [pair.words[0] for pair in adjectives_apart(texts(text))]


class Describe_a_noun_before_an_adjective:
    @pytest.mark.parametrize(
        ("text", "noun"),
        [
            ("Een regio gerichte aanpak volgde.", "regio"),
            ("Het gebied is conflict gevoelig.", "conflict"),
            ("De staf bepleit informatie gestuurd optreden.", "informatie"),
        ],
    )
    def it_is_its_first_part(self, text, noun):
        assert apart(text) == [noun]

    @pytest.mark.parametrize(
        "text",
        [
            "Een op de regio gerichte aanpak volgde.",
            "Het is bekend dat de landen gebonden zijn.",
            "Het gebied is conflict vrij van geweld.",
        ],
    )
    def but_not_with_a_preposition_or_when_the_adjective_is_on_its_own(self, text):
        assert apart(text) == []
