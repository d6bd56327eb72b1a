# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.source import Span
from jvom.word.template import read_template
from tests.word.shorthand import PORTRAIT, package_members, r, rels, section, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

BODY = (
    '<w:p w:rsidR="00A1" w:rsidRDefault="00A2" w:rsidP="00A4" w:rsidSect="00A5" w14:paraId="1F"'
    ' w14:textId="2F"><w:pPr><w:rPr/></w:pPr>'
    '<w:proofErr w:type="spellStart"/><w:commentRangeStart w:id="0"/><w:r w:rsidRPr="00A3"><w:t>a</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    '<w:r><w:lastRenderedPageBreak/><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>{section(PORTRAIT)}'
)
SETTINGS = (
    '<w:writeProtection w:recommended="1"/><w:updateFields w:val="true"/>'
    '<w:docVars><w:docVar w:name="auteur" w:val="J. Jansen"/></w:docVars>'
    '<w:rsids><w:rsidRoot w:val="00A1"/></w:rsids><!-- J. Jansen --><w:listSeparator w:val=";"/>'
    '<w15:docId w15:val="{00A1}"/>'
)
TRACES = (
    "rsid 00A1 Jansen paraId textId proofErr comment lastRenderedPageBreak dirty updateFields docVar "
    "writeProtection docId glossary people thumbnail customXml"
)
SECRET = "<w:x xmlns:w='urn:x'>J. Jansen</w:x>"


@pytest.fixture(scope="module")
def built():
    from jvom.word.package import build
    from tests.word.shorthand import Built, document

    members = package_members(BODY, settings=SETTINGS, header=f'<w:p w:rsidR="00A1">{r("kop")}</w:p>')
    strangers = {
        "word/comments.xml": f"{OFFICE}/comments",
        "word/commentsExtended.xml": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        "word/people.xml": "http://schemas.microsoft.com/office/2011/relationships/people",
        "word/glossary.xml": f"{OFFICE}/glossaryDocument",
        "customXml/item1.xml": f"{OFFICE}/customXml",
    }
    outside = {
        "docProps/custom.xml": f"{OFFICE}/custom-properties",
        "docProps/thumbnail.xml": f"{PACKAGE}/metadata/thumbnail",
    }
    members.update(dict.fromkeys([*strangers, *outside], SECRET))
    main = str(members["word/_rels/document.xml.rels"]).removesuffix("</Relationships>")
    members["word/_rels/document.xml.rels"] = (
        main
        + "".join(
            f'<Relationship Id="x{number}" Type="{kind}" Target="/{part}"/>'
            for number, (part, kind) in enumerate(strangers.items())
        )
        + "</Relationships>"
    )
    members["_rels/.rels"] = rels(
        ("rId1", "officeDocument", "word/document.xml"),
        *((f"y{number}", kind, part) for number, (part, kind) in enumerate(outside.items())),
    )
    return Built(build(document(), read_template(zipped(members), Span("x")), {}))


class Describe_a_built_file:
    @pytest.mark.parametrize("trace", TRACES.split())
    def it_keeps_no_trace_of(self, built, trace):
        for name in built.archive.namelist():
            assert trace not in name
            assert trace.encode() not in built.archive.read(name)

    def it_keeps_the_text(self, built):
        assert built.text() == ["a"]
        assert built.text("word/header.xml") == ["kop"]
        assert built.xpath("//w:listSeparator/@w:val", "word/settings.xml") == [";"]
