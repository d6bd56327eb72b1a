# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from lxml import etree

from jvom.ooxml.names import NAMESPACES
from jvom.ooxml.relationships import OFFICE, part_at, read_relationships, rels_part, source_of


def relationships(*entries, source="word/document.xml"):
    markup = "".join(f"<Relationship {each}/>" for each in entries)
    root = etree.fromstring(f'<Relationships xmlns="{NAMESPACES["rel"]}">{markup}</Relationships>')
    return read_relationships(root, source)


class Describe_the_name_of_a_part:
    @pytest.mark.parametrize(
        ("source", "rels"),
        [
            ("", "_rels/.rels"),
            ("word/document.xml", "word/_rels/document.xml.rels"),
            ("a.xml", "_rels/a.xml.rels"),
        ],
    )
    def it_leads_to_its_relationships_and_back(self, source, rels):
        assert rels_part(source) == rels
        assert source_of(rels) == source

    @pytest.mark.parametrize(
        ("target", "source", "part"),
        [
            ("styles.xml", "word/document.xml", "word/styles.xml"),
            ("/word/styles.xml", "word/document.xml", "word/styles.xml"),
            ("../docProps/app.xml", "word/document.xml", "docProps/app.xml"),
            ("word/document.xml", "", "word/document.xml"),
            ("../../../etc/passwd", "word/document.xml", "etc/passwd"),
        ],
    )
    def it_is_found_from_a_target(self, target, source, part):
        assert part_at(target, source) == part


class Describe_a_relationship:
    def it_leads_to_a_part(self):
        [found] = relationships(f'Id="rId1" Type="{OFFICE}styles" Target="styles.xml"')

        assert (found.id, found.kind, found.external) == ("rId1", "styles", False)
        assert found.part == found.destination == "word/styles.xml"

    def it_leads_outside_the_file(self):
        [found] = relationships(
            f'Id="rId1" Type="{OFFICE}hyperlink" Target="https://www.nato.int/" TargetMode="External"'
        )

        assert found.external
        assert found.part == ""
        assert found.destination == "https://www.nato.int/"

    def it_may_say_nothing_of_itself(self):
        [found] = relationships("")

        assert (found.id, found.type, found.target) == ("", "", "")

    def it_needs_a_part_for_them(self):
        assert read_relationships(None, "word/document.xml") == []
