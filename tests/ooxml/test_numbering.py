# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.ooxml.names import declaration
from jvom.ooxml.numbering import Lists, level_index
from jvom.ooxml.package import parse_part
from jvom.ooxml.tree import find, value
from jvom.source import Span

NUMBERING = (
    '<w:abstractNum w:abstractNumId="4">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:pStyle w:val="Kop2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num>'
)


def lists():
    markup = f"<w:numbering{declaration('w')}>{NUMBERING}</w:numbering>"
    return Lists(parse_part(markup.encode(), "", Span("")))


class Describe_a_list:
    def it_has_the_levels_of_its_definition(self):
        assert lists().definition_id("7") == "4"
        assert [level_index(each) for each in lists().levels("7")] == ["0", "1"]

    def it_has_a_level_by_its_index(self):
        assert value(find(lists().level("7", "1"), "w:numFmt")) == "bullet"
        assert lists().level("7", "2") is None

    def it_has_a_level_for_a_style(self):
        assert lists().level_of_style("7", "Kop2") == "1"
        assert lists().level_of_style("7", "Kop1") == "0"

    def it_has_none_without_a_definition(self):
        for num in ("8", "9"):
            assert list(lists().levels(num)) == []
        assert list(Lists(None).levels("7")) == []
