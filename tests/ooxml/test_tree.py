# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.ooxml.names import qn
from jvom.ooxml.tree import children, detach, find, is_in, is_on, number, parent_of, text_of, value
from jvom.ooxml.xml import parse


def one(markup):
    [element] = parse(markup)
    return element


class Describe_find:
    def it_goes_step_by_step(self):
        paragraph = one('<w:p><w:pPr><w:numPr/><w:pStyle w:val="Kop"/></w:pPr></w:p>')

        assert value(find(paragraph, "w:pPr/w:pStyle")) == "Kop"

    @pytest.mark.parametrize("path", ["w:rPr", "w:pPr/w:rPr", "w:rPr/w:b"])
    def it_gives_none_when_a_step_is_missing(self, path):
        assert find(one("<w:p><w:pPr/></w:p>"), path) is None

    def it_leads_nowhere_from_nowhere(self):
        assert find(None, "w:pPr") is None


class Describe_children:
    def they_have_the_tag(self):
        row = one("<w:tr><w:trPr/><w:tc/><w:sdt><w:tc/></w:sdt><w:tc/></w:tr>")

        assert [each.tag for each in children(row, "w:tc")] == [qn("w:tc")] * 2

    def they_are_all_elements_without_one(self):
        properties = one("<w:pPr><!-- van de maker --><w:b/><w:i/></w:pPr>")

        assert [each.tag for each in children(properties)] == [qn("w:b"), qn("w:i")]

    def they_are_none_of_nothing(self):
        assert list(children(None, "w:tc")) == []


class Describe_the_value_of_an_element:
    def it_is_text(self):
        assert value(one('<w:x w:val="a"/>'), "b") == "a"
        assert value(one("<w:x/>"), "b") == value(None, "b") == "b"

    def it_is_a_number(self):
        assert number(one('<w:x w:val="3"/>'), 1) == 3
        assert number(one('<w:x w:val="drie"/>'), 1) == number(one("<w:x/>"), 1) == number(None, 1) == 1

    @pytest.mark.parametrize(
        ("markup", "on"),
        [
            ("<w:b/>", True),
            ('<w:b w:val="1"/>', True),
            ('<w:b w:val="off"/>', False),
            ('<w:u w:val="none"/>', False),
        ],
    )
    def it_is_on_or_off(self, markup, on):
        assert is_on(one(markup)) is on

    def it_is_neither_when_there_is_no_element(self):
        assert is_on(None) is None


class Describe_text_of:
    def it_joins_the_runs(self):
        runs = one("<w:p><w:r><w:t>Zr.</w:t><w:tab/></w:r><w:ins><w:r><w:t>Ms.</w:t></w:r></w:ins></w:p>")

        assert text_of(runs) == "Zr.Ms."

    def it_takes_other_elements_too(self):
        runs = one("<w:p><w:r><w:t>a</w:t><w:delText>b</w:delText><w:instrText>c</w:instrText></w:r></w:p>")

        assert text_of(runs, "w:delText", "w:t") == "ab"


class Describe_an_element_in_its_tree:
    def it_has_a_parent(self):
        paragraph = one("<w:p><w:r/></w:p>")

        assert parent_of(paragraph[0]) is paragraph

    def it_has_none_as_a_root(self):
        root = parent_of(one("<w:p/>"))

        with pytest.raises(ValueError, match="no parent"):
            parent_of(root)

    def it_is_below_the_root_until_it_is_detached(self):
        paragraph = one("<w:p><w:r><w:t/></w:r></w:p>")
        text = paragraph[0][0]

        assert is_in(text, paragraph)
        detach(paragraph[0])
        assert not is_in(text, paragraph)
