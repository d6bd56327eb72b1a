# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.messages import msg
from jvom.ooxml.archive import pack
from jvom.ooxml.names import NAMESPACES, STRICT, declaration, qn
from jvom.ooxml.package import Package, parse_part
from jvom.ooxml.relationships import OFFICE
from jvom.source import CannotRun, Span

SPAN = Span("proef.docx")
WHAT = msg("het bestand")


def rels(*entries):
    markup = "".join(f'<Relationship Id="r{n}" {each}/>' for n, each in enumerate(entries))
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{markup}</Relationships>'.encode()


def members(**changed):
    return {
        "_rels/.rels": rels(f'Type="{OFFICE}officeDocument" Target="word/document.xml"'),
        "word/document.xml": f"<w:document{declaration('w')}/>".encode(),
        "word/_rels/document.xml.rels": rels(
            f'Type="{OFFICE}header" Target="h1.xml"',
            f'Type="{OFFICE}header" Target="h2.xml"',
            f'Type="{OFFICE}header" Target="h1.xml"',
            f'Type="{OFFICE}header" Target="gone.xml"',
            f'Type="{OFFICE}styles" Target="https://example.org/styles.xml" TargetMode="External"',
        ),
        "word/h1.xml": f"<w:hdr{declaration('w')}/>".encode(),
        "word/h2.xml": f"<w:hdr{declaration('w')}/>".encode(),
    } | {name.replace("__", "/") + ".xml": data for name, data in changed.items()}


def opened(found):
    return Package.open(pack((name, [data]) for name, data in found.items()), SPAN, WHAT)


class Describe_a_package:
    def it_finds_its_text(self):
        package = opened(members())

        assert package.main == "word/document.xml"
        assert package.root(package.main).tag == qn("w:document")

    def it_parses_a_part_once(self):
        package = opened(members())

        assert package.root("word/h1.xml") is package.root("word/h1.xml")

    def it_has_related_parts_once_each_when_they_are_there(self):
        package = opened(members())

        assert package.related("header") == ("word/h1.xml", "word/h2.xml")
        assert package.related_root("header") is package.root("word/h1.xml")

    def it_never_goes_outside_the_file(self):
        package = opened(members())

        assert package.related("styles") == ()
        assert package.related_root("styles") is None

    def it_gives_nothing_for_a_part_it_lacks(self):
        package = opened(members())

        assert package.root("word/gone.xml") is None
        assert package.relationships("word/h1.xml") == {}
        assert package.properties is None

    def it_reads_a_strict_file_as_any_other(self):
        strict = f'<w:document xmlns:w="{STRICT}wordprocessingml/main"/>'.encode()

        package = opened(members(word__document=strict))

        assert package.root(package.main).tag == qn("w:document")


class Describe_what_is_no_package:
    @pytest.mark.parametrize(
        "found",
        [
            {"a.txt": b"a"},
            {"_rels/.rels": rels()},
            {name: data for name, data in members().items() if name != "word/document.xml"},
            members(word__document=b"<html/>"),
        ],
    )
    def it_has_no_document(self, found):
        with pytest.raises(CannotRun, match="geen Word-document"):
            opened(found)

    @pytest.mark.parametrize("data", [b"", b"<a>", b"\x00", b"<a/><b/>"])
    def it_has_a_part_that_is_no_xml(self, data):
        with pytest.raises(CannotRun, match="geen geldige XML"):
            parse_part(data, "word/styles.xml", SPAN)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def it_has_a_part_with_a_dtd(self, encoding):
        with pytest.raises(CannotRun, match="DTD"):
            parse_part("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode(encoding), "word/styles.xml", SPAN)
