# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Any bytes that claim to be a Word file are read, or refused with the reason."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jvom.model import Fragment
from jvom.ooxml import archive
from jvom.reading.word.reader import read_word
from jvom.source import CannotRun
from jvom.text import Text, walk, walk_blocks
from tests.fuzzing import examples
from tests.reading.test_word import item, read
from tests.word.shorthand import p, package_members, r, section, zipped

MARKUP = [
    *(f"<w:{each}>" for each in "p r tbl tr tc sdt sdtContent txbxContent drawing ins del".split()),
    *(f"</w:{each}>" for each in "p r tbl tr tc sdt sdtContent txbxContent drawing ins del".split()),
    *(f'<w:fldChar w:fldCharType="{each}"/>' for each in ("begin", "separate", "end")),
    "<w:t>a</w:t>",
    "<w:instrText>TOC</w:instrText>",
    '<w:footnoteReference w:id="x"/>',
    '<w:tcPr><w:gridSpan w:val="99999"/><w:vMerge/></w:tcPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="77"/><w:numId w:val="4"/></w:numPr></w:pPr>',
]


class Describe_a_file_that_is_no_word_document:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"%PDF-1.7", "geen Word-document"),
            (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 500, "van vóór 2007"),
            (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "geen Word-document"),
            (zipped({"_rels/.rels": "<x"}), "geen geldige XML"),
        ],
    )
    def it_is_refused_with_the_reason(self, data, said):
        with pytest.raises(CannotRun, match=said):
            read_word("a", data, "a.docx")

    def it_has_a_dtd(self):
        parts = package_members(p(r("x")))
        parts["word/document.xml"] = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'

        with pytest.raises(CannotRun, match="DTD"):
            read_word("a", zipped(parts), "a.docx")

    def it_is_a_bomb(self, monkeypatch):
        parts = package_members(p(r("x")))
        parts["word/media/a.bin"] = b"\0" * 3_000_000

        with pytest.raises(CannotRun, match="zipbom"):
            read_word("a", zipped(parts), "a.docx")
        monkeypatch.setattr(archive, "LARGEST_TOTAL", 100)
        with pytest.raises(CannotRun, match="te groot"):
            read_word("a", zipped(package_members(p(r("x")))), "a.docx")

    @pytest.mark.parametrize("byte", [0, 255])
    def it_is_damaged_in_one_place_of_its_directory(self, byte):
        whole = zipped(package_members(p(r("Kop"))))
        for place in range(whole.index(b"PK\x01\x02"), len(whole)):
            damaged = whole[:place] + bytes([byte]) + whole[place + 1 :]
            with suppress(CannotRun):
                read_word("a", damaged, "a.docx")

    @given(st.data())
    @examples(150)
    def it_is_damaged_somewhere_and_refused_or_read(self, data):
        whole = bytearray(zipped(package_members(p(r("Kop"), "Heading1") + item("een", 4) + section(""))))
        for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=8)):
            whole[place] = data.draw(st.integers(0, 255))
        cut = data.draw(st.integers(0, 200))

        # Anything but a refusal is a crash.
        with suppress(CannotRun):
            fragment = read_word("a", bytes(whole[: len(whole) - cut]), "a.docx")
            assert len(fragment.lines) == len(fragment.places)

    @given(st.lists(st.sampled_from(MARKUP), max_size=40))
    @examples(200)
    def it_has_elements_in_odd_places(self, pieces):
        # A lenient parser makes it well-formed, as Word's own files always are.
        declared = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        tree = etree.fromstring(
            f"<w:body {declared}>{''.join(pieces)}</w:body>", etree.XMLParser(recover=True)
        )
        body = "".join(etree.tostring(each, encoding="unicode") for each in (() if tree is None else tree))

        fragment = read(body)

        assert len(fragment.lines) == len(fragment.places)
        assert all(0 < each.span.line <= len(fragment.lines) for each in walked(fragment))


def walked(fragment: Fragment) -> list[Text]:
    return [each for each in walk_blocks(fragment.blocks) + walk(fragment.title) if isinstance(each, Text)]
