# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from lxml import etree

from jvom.plan import Paragraph, Run
from jvom.word.bookmarks import Bookmarks
from tests.word.shorthand import PORTRAIT, p, r, root, sdt, section


def mark(id_: int, name: str, content: str = "") -> str:
    return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id_}"/>'


class Describe_a_bookmark:
    @pytest.mark.parametrize("name", ["_Toc1", "_Ref_nmi", "Bijlage_1", "é", "a" * 40])
    def it_has_a_name_that_word_takes(self, name):
        assert f'w:name="{name}"' in Bookmarks([]).around(name, "")

    @pytest.mark.parametrize("name", ["", "1a", "a b", "a-b", "a" * 41, "a.b", 'a"b'])
    def it_has_no_other_name(self, name):
        with pytest.raises(ValueError, match="no name for a bookmark"):
            Bookmarks([]).around(name, "")

    def it_has_a_name_of_its_own_whatever_its_case(self):
        bookmarks = Bookmarks([])
        bookmarks.around("_Ref_a", "")

        with pytest.raises(ValueError, match="two bookmarks"):
            bookmarks.around("_REF_A", "")


class Describe_the_bookmarks_of_a_template:
    @pytest.fixture
    def names(self, build, make_template):
        def fill(body: str) -> list[tuple[str, str]]:
            heading = Paragraph("Heading1", (Run("Kop"),), heading=1, bookmark="Kop")
            built = build({"a": (heading,)}, template=make_template(body + sdt("a", p()) + section(PORTRAIT)))
            starts, ends = built.xpath("//w:bookmarkStart"), built.xpath("//w:bookmarkEnd")
            assert len(starts) == len(ends)
            return [(str(each.values()[0]), str(each.values()[1])) for each in starts]

        return fill

    def they_stay_and_ids_continue_after_theirs(self, names):
        assert names(p(mark(3, "Betreft"))) == [("3", "Betreft"), ("4", "Kop")]

    @pytest.mark.parametrize("name", ["_GoBack", "_Toc123"])
    def they_are_removed_when_hidden(self, names, name):
        assert names(p(mark(3, name))) == [("1", "Kop")]

    def they_are_removed_when_their_name_is_needed(self, names):
        assert names(p(mark(3, "kop"))) == [("4", "Kop")]

    def they_are_removed_when_one_end_was(self, names):
        half = p('<w:bookmarkStart w:id="3" w:name="x"/>' + sdt("b", r("x") + '<w:bookmarkEnd w:id="3"/>'))

        assert [name for _, name in names(half)] == ["Kop"]

    def they_are_read_from_every_part(self):
        parts = [etree.fromstring(root("hdr", p(mark(9, "Betreft"))).encode())]

        assert 'w:id="10"' in Bookmarks(parts).around("a", "")
