# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.enumerations and jvom.analysis.marked_points."""

from __future__ import annotations

import pytest

from jvom.analysis.enumerations import find_enumerations
from jvom.analysis.marked_points import marked_points
from tests.checks.reading import passage
from tests.growth import LINEAR, growth


class Describe_the_enumerations_in_a_passage:
    @pytest.mark.parametrize(
        ("text", "members", "fewest"),
        [
            ("Drie pijlers: bestuur, recht en handel.", ("bestuur", "recht", "handel"), 3),
            ("Drie pijlers (bestuur, recht en handel) zijn er.", ("bestuur", "recht", "handel"), 3),
            ("Twee fasen, te weten opbouw en afbouw.", ("opbouw", "afbouw"), 2),
            ("Drie: a en b, c, en d.", ("a", "b", "c", "d"), 3),
            (
                "Twee taken: training, advies en hulp; en toezicht.",
                ("training, advies en hulp", "en toezicht"),
                2,
            ),
        ],
    )
    def they_have_their_members(self, text, members, fewest):
        (found,) = find_enumerations(passage(text))

        assert (found.members, found.fewest, found.most) == (members, fewest, len(members))

    def they_begin_where_they_are_opened(self):
        read = passage("Er zijn twee fasen (opbouw en afbouw), zei hij.")
        (found,) = find_enumerations(read)

        assert read.text[found.start : found.end] == "(opbouw en afbouw"

    @pytest.mark.parametrize("text", ["Een ding: bestuur.", "Bestuur, recht en handel.", "Hij zei: ja"])
    def they_have_an_opening_and_two_members(self, text):
        assert find_enumerations(passage(text)) == ()

    def they_are_found_in_linear_time(self):
        assert growth(find_enumerations, lambda size: passage("a: b, " * size), 200) < LINEAR


class Describe_marked_points:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("Twee doelen: (1) toezicht en (2) bijstand.", 2),
            ("Drie doelen: a) toezicht, b) bijstand, c) steun.", 3),
            ("Drie: i) toezicht, ii) bijstand, iii) steun.", 3),
        ],
    )
    def they_are_counted(self, text, count):
        found = marked_points(passage(text), 0, len(text))

        assert found is not None
        assert found.count == count

    @pytest.mark.parametrize("text", ["Zie pijler 1, 2 en 3.", "Eerst (1) toezicht.", "In 2) staat 1)."])
    def they_are_more_than_one_and_in_order(self, text):
        assert marked_points(passage(text), 0, len(text)) is None
