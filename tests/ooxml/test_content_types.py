# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from lxml import etree

from jvom.ooxml.content_types import MAIN, content_types_part, read_content_types
from jvom.ooxml.names import NAMESPACES


def listed(entries, *parts):
    root = etree.fromstring(f'<Types xmlns="{NAMESPACES["ct"]}">{entries}</Types>')
    return read_content_types(root, parts)


class Describe_the_content_type_of_a_part:
    def it_is_that_of_its_name_before_that_of_its_extension(self):
        entries = (
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>'
        )

        found = listed(entries, "word/document.xml", "word/other.xml", "word/picture.png")

        assert found == {"word/document.xml": MAIN, "word/other.xml": "application/xml"}

    def it_does_not_depend_on_case(self):
        entries = (
            '<Default Extension="PNG" ContentType="image/png"/><Override PartName="/A.xml" ContentType="a"/>'
        )

        assert listed(entries, "x.png", "a.XML") == {"x.png": "image/png", "a.XML": "a"}

    def it_is_unknown_without_a_list(self):
        assert read_content_types(None, ["word/document.xml"]) == {}


class Describe_the_part_that_lists_them:
    def it_reads_back_the_same(self):
        types = {"word/document.xml": MAIN, "word/a&b.png": "image/png"}
        part = content_types_part((f"/{name}", kind) for name, kind in types.items())

        assert read_content_types(etree.fromstring(part), types) == types
