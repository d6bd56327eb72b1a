# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.ooxml.names import declaration, qn
from jvom.ooxml.package import parse_part
from jvom.ooxml.styles import DEEPEST, Styles
from jvom.ooxml.tree import value
from jvom.source import Span


def styles(markup):
    return Styles(parse_part(f"<w:styles{declaration('w')}>{markup}</w:styles>".encode(), "", Span("")))


def style(id_, based_on="", content="", attributes=""):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:styleId="{id_}" {attributes}>{base}{content}</w:style>'


def ids(found, id_):
    return [each.get(qn("w:styleId")) for each in found.chain(id_)]


class Describe_a_chain_of_styles:
    def it_goes_from_the_style_to_what_it_is_based_on(self):
        assert ids(styles(style("C", "B") + style("A") + style("B", "A")), "C") == ["C", "B", "A"]

    @pytest.mark.parametrize(
        ("markup", "chain"),
        [
            (style("A", "A"), ["A"]),
            (style("A", "B") + style("B", "A"), ["A", "B"]),
            (style("A", "B") + style("B", "C") + style("C", "B"), ["A", "B", "C"]),
        ],
    )
    def it_ends_where_it_would_go_round(self, markup, chain):
        assert ids(styles(markup), "A") == chain

    def it_ends_at_a_style_that_is_not_there(self):
        assert ids(styles(style("A", "Weg")), "A") == ["A"]
        assert ids(styles(style("A")), "Weg") == []

    def it_is_not_read_for_ever(self):
        many = "".join(style(f"S{n}", f"S{n + 1}") for n in range(1_000))

        assert len(ids(styles(many), "S0")) == DEEPEST


class Describe_what_a_style_says:
    def it_is_said_by_the_nearest_that_says_it(self):
        found = styles(
            style("A", "B")
            + style("B", "C", '<w:rPr><w:sz w:val="18"/></w:rPr>')
            + style("C", "", '<w:rPr><w:sz w:val="22"/><w:color w:val="FF0000"/></w:rPr>')
        )

        assert value(found.find("A", "w:rPr/w:sz")) == "18"
        assert value(found.find("A", "w:rPr/w:color")) == "FF0000"
        assert found.find("A", "w:rPr/w:b") is None
        assert found.find("Weg", "w:rPr/w:sz") is None

    def it_has_a_name(self):
        found = styles(style("Kop1", content='<w:name w:val="heading 1"/>') + style("A"))

        assert found.name("Kop1") == "heading 1"
        assert found.name("A") == found.name("Weg") == ""


class Describe_the_defaults:
    def they_are_a_style_and_what_counts_below_it(self):
        found = styles(
            "<w:docDefaults/>"
            + style("T", attributes='w:type="table" w:default="1"')
            + style("A", attributes='w:type="paragraph"')
            + style("Standaard", attributes='w:type="paragraph" w:default="true"')
        )

        assert found.default == "Standaard"
        assert found.defaults.tag == qn("w:docDefaults")

    def they_may_be_missing(self):
        for found in (styles(style("A", attributes='w:type="paragraph" w:default="0"')), Styles(None)):
            assert found.default == ""
            assert found.defaults is None
            assert "Weg" not in found
