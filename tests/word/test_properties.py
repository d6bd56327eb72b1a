# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from jvom.ooxml.xml import IllFormedError
from jvom.plan import Properties
from jvom.source import Span
from jvom.word.package import build as build_package
from jvom.word.properties import w3c_date
from jvom.word.template import read_template
from tests.word.shorthand import document, rels, report_members, zipped

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


class Describe_the_properties_of_a_document:
    def they_are_title_subject_language_and_dates(self, build):
        said = {each.tag.rpartition("}")[2]: each.text for each in build().root("docProps/core.xml")}

        assert said == {
            "title": "Titel & al",
            "subject": "Onderwerp",
            "created": "2026-05-20T09:30:00Z",
            "modified": "2026-05-20T09:30:00Z",
            "language": "nl-NL",
        }

    def they_name_the_maker_of_the_file_and_nothing_else(self, build):
        [application] = build().root("docProps/app.xml")

        assert application.text == "jvom"

    def they_replace_those_of_the_template(self, build):
        members = report_members()
        members["docProps/core.xml"] = "<x><creator>J. Jansen</creator></x>"
        members["_rels/.rels"] = rels(
            ("rId1", "officeDocument", "word/document.xml"), ("rId2", CORE, "docProps/core.xml")
        )
        template = read_template(zipped(members), Span("x"))

        built = build(template=template)

        assert b"Jansen" not in built.archive.read("docProps/core.xml")
        assert [each.get("Target") for each in built.root("_rels/.rels")] == [
            "word/document.xml", "docProps/core.xml", "docProps/app.xml",
        ]  # fmt: skip

    @pytest.mark.parametrize("title", ["a\x01b", "a\ud800"])
    def they_refuse_what_xml_cannot_hold(self, report, title):
        plan = msgspec.structs.replace(document(), properties=Properties(title, "", datetime(2026, 5, 20)))

        with pytest.raises(IllFormedError):
            build_package(plan, report, {})


class Describe_w3c_date:
    def it_has_no_parts_of_a_second(self):
        assert w3c_date(datetime(2026, 5, 20, 1, 2, 3, 456, tzinfo=UTC)) == "2026-05-20T01:02:03Z"
