# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from lxml import etree

from jvom.ooxml.names import NAMESPACES
from jvom.ooxml.xml import IllFormedError
from jvom.word.splices import Splices, marks_table
from tests.word.shorthand import shorthand

W = NAMESPACES["w"]


def written(root: etree._Element, splices: Splices) -> str:
    return shorthand(etree.fromstring(b"".join(splices.serialize(root))))


class Describe_Splices:
    def they_put_markup_where_its_mark_is(self):
        splices = Splices()
        root = etree.fromstring(f'<w:body xmlns:w="{W}"><w:tc/><w:tc/></w:body>')
        root[1].append(splices.mark(["<w:p>", "<w:r/></w:p>"]))
        root[0].append(splices.mark(["<w:p/>", "<w:p/>"]))

        assert written(root, splices) == "w:body/(w:tc/(w:p,w:p),w:tc/w:p/w:r)"

    def they_leave_a_part_without_marks_as_it_is(self):
        root = etree.fromstring(f'<w:body xmlns:w="{W}"><w:p/></w:body>')

        assert written(root, Splices()) == "w:body/w:p"

    def they_declare_what_the_markup_needs(self):
        splices = Splices()
        root = etree.fromstring(f'<body xmlns="{W}" xmlns:v="urn:v" v:a="1"><p/></body>')
        root.append(splices.mark(['<w:hyperlink r:id="x"/>']))

        assert written(root, splices) == "w:body{a=1}/(w:p,w:hyperlink{r:id=x})"

    @pytest.mark.parametrize(
        "markup", ["<w:p>", "<w:t>\x01</w:t>", "<w:t>\ud800</w:t>", "<w:t>\x00</w:t>", "<q:p/>"]
    )
    def they_refuse_what_is_not_xml(self, markup):
        splices = Splices()
        root = etree.fromstring(f'<w:body xmlns:w="{W}"/>')
        root.append(splices.mark([markup]))

        with pytest.raises(IllFormedError, match="no XML"):
            written(root, splices)

    @pytest.mark.parametrize("is_table", [True, False])
    def they_know_what_ends_in_a_table(self, is_table):
        assert marks_table(Splices().mark([], ends_in_table=is_table)) is is_table
