# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.ooxml.sections import is_landscape, measure, page_size, text_height, text_width
from jvom.ooxml.xml import parse


def section(markup):
    [found] = parse(f"<w:sectPr>{markup}</w:sectPr>")
    return found


class Describe_the_pages_of_a_section:
    def they_are_a4_upright_with_margins_of_an_inch_when_nothing_is_said(self):
        for found in (section(""), None):
            assert page_size(found) == (11906, 16838)
            assert not is_landscape(found)
            assert (text_width(found), text_height(found)) == (11906 - 2880, 16838 - 2880)

    def they_lie_on_their_long_side(self):
        assert is_landscape(section('<w:pgSz w:w="16838" w:h="11906"/>'))

    def they_may_be_measured_in_other_units(self):
        assert page_size(section('<w:pgSz w:w="210mm" w:h="29.7cm"/>')) == (11906, 16838)

    def they_have_margins(self):
        found = section('<w:pgMar w:top="-1000" w:bottom="900" w:left="800" w:right="700" w:gutter="100"/>')

        assert text_width(found) == 11906 - 1600
        assert text_height(found) == 16838 - 1900

    @pytest.mark.parametrize(
        ("columns", "width"),
        [
            ('<w:cols w:num="2" w:space="1026"/>', 4000),
            ('<w:cols w:num="2"/>', 4153),
            ('<w:cols w:num="1" w:space="1000"/>', 9026),
            ('<w:cols w:num="2"><w:col w:w="3000"/><w:col w:w="5000"/></w:cols>', 3000),
        ],
    )
    def they_may_have_columns(self, columns, width):
        assert text_width(section(columns)) == width


class Describe_measure:
    def it_gives_the_default_for_what_is_not_there(self):
        size = section('<w:pgSz w:w="12.6" w:h="x"/>')[0]

        assert (measure(size, "w:w", 5), measure(size, "w:h", 5), measure(None, "w:w", 5)) == (13, 5, 5)
