# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Controls that show the same datum, and the part that holds it."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import date
from typing import Any

import pypdfium2
import pytest
from lxml import etree
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from jvom.documents.dossier import documents
from jvom.layout.cache import Cache
from jvom.layout.conversion import convert
from jvom.layout.soffice import find_office
from jvom.plan import Contents, Document, Hyperlink, LineBreak, Run
from jvom.word.package import build as build_package
from jvom.word.template import open_template
from tests.conftest import PROJECT
from tests.contents import basis, with_texts
from tests.waiting import LIMIT
from tests.word.lint import lint
from tests.word.shorthand import p, r, sdt, zipped

PART, PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
ONCE = p(sdt("titel", r("x"))) + p(sdt("datum", r("x")))
TWICE = {"body": ONCE, "header": p(sdt("datum", r("x")))}


def resolved(data: bytes) -> list[tuple[Any, Any, Any]]:
    """Return the bound controls as another program reads them: their tag, their words, and their data."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        stores: dict[Any, Any] = {}
        for name in archive.namelist():
            if name.startswith("customXml/itemProps"):
                item = etree.fromstring(archive.read(name)).get(
                    "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
                )
                stores[item] = etree.fromstring(archive.read(name.replace("Props", "")))
        for name in archive.namelist():
            if not name.startswith("word/") or not name.endswith(".xml"):
                continue
            root: Any = etree.fromstring(archive.read(name))
            for sdt_ in root.iterfind(".//w:sdt", WORD):
                binding = sdt_.find("w:sdtPr/w:dataBinding", WORD)
                if binding is None:
                    continue
                w = f"{{{WORD['w']}}}"
                prefix, uri = binding.get(f"{w}prefixMappings").removeprefix("xmlns:").split("=")
                [node] = stores[binding.get(f"{w}storeItemID")].xpath(
                    binding.get(f"{w}xpath"), namespaces={prefix: uri.strip("'")}
                )
                shown = "".join(
                    "\n" if each.tag == f"{w}br" else each.text or ""
                    for each in sdt_.iterfind("w:sdtContent//*", WORD)
                    if each.tag in (f"{w}t", f"{w}br")
                )
                found.append((sdt_.find("w:sdtPr/w:tag", WORD).get(f"{w}val"), shown, node.text))
    return found


class Describe_controls_that_show_the_same_datum:
    def they_are_bound_to_what_they_print(self, build, make_template):
        content = {"datum": (Run("20 mei 2026"),), "titel": (Run("Titel"),)}
        built = build({}, content, template=make_template(**TWICE))

        assert resolved(built.data) == [("datum", "20 mei 2026", "20 mei 2026")] * 2

    def they_may_have_several_lines(self, build, make_template):
        content = {"datum": (Run("CONCEPT"), LineBreak(), Run("versie 0.3"))}
        built = build({}, content, template=make_template(**TWICE))

        assert resolved(built.data) == [("datum", "CONCEPT\nversie 0.3", "CONCEPT\nversie 0.3")] * 2
        assert built.xpath("//w:sdt[w:sdtPr/w:tag/@w:val='datum']/w:sdtPr/w:text/@w:multiLine") == ["1"]

    @pytest.mark.parametrize(
        "content",
        [
            (Run("20 mei "), Run("2026", "Strong")),
            (Run("20 mei "), Hyperlink("https://www.defensie.nl", (Run("2026"),))),
        ],
        ids=["two looks", "a link"],
    )
    def but_not_when_their_words_are_more_than_a_text(self, build, make_template, content):
        template = make_template(p(sdt("datum", r("x"))) + p(sdt("datum", r("x"))))
        built = build({}, {"datum": content}, template=template)

        assert resolved(built.data) == []
        assert PART.encode() not in built.data

    def but_not_when_they_are_empty_or_alone(self, build, make_template):
        assert resolved(build({}, {"datum": ()}, template=make_template(**TWICE)).data) == []
        assert resolved(build({}, {"datum": (Run("x"),)}, template=make_template(ONCE)).data) == []

    def but_not_when_they_keep_a_value_of_their_own(self, build, make_template):
        dated = sdt("datum", r("x")).replace("</w:sdtPr>", "<w:date/></w:sdtPr>")
        template = make_template(p(dated) + p(dated))

        assert resolved(build({}, {"datum": (Run("x"),)}, template=template).data) == []


class Describe_the_documents_of_a_dossier:
    @pytest.mark.parametrize("public", [False, True])
    @pytest.mark.parametrize("draft", [False, True])
    def they_hold_what_they_print_and_no_more(self, public, draft):
        dossier = replace(basis(), data=replace(basis().data, version="0.3"))
        made = documents(dossier, draft=draft, public=public, as_of=date(2026, 3, 4))
        for each in made:
            template = open_template(PROJECT / "templates" / f"{each.template}.docx")
            data = build_package(each, template, _pages(each))
            found = resolved(data)
            assert all(shown == held for _, shown, held in found)
            expected = {"datum", "referentie"} if each.template != "rapport" else set()
            assert {tag for tag, _, _ in found} == expected | ({"concept"} if draft else set())
            assert lint(data) == []

    def they_show_another_datum_everywhere_when_the_part_holds_it(self, soffice, tmp_path):
        """LibreOffice is the other program here: it shows the data of the part, on page 1 and in headers."""
        [nota] = documents(with_texts(basis(), {"nota": "Lang.\n\n" * 60}), ("nota",))
        made = build_package(nota, open_template(PROJECT / "templates/nota.docx"), {})
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        [was] = {held for tag, _, held in resolved(made) if tag == "referentie"}
        members[PART] = members[PART].replace(was.encode(), b"MINDEF1234")
        changed = zipped(members)

        office = find_office(os.environ["PATH"], os.environ, Cache(tmp_path), program=soffice, seconds=LIMIT)
        made_pdf = convert({"nota": changed}, office, Cache(tmp_path))["nota"]
        with pypdfium2.PdfDocument(made_pdf) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        assert len(texts) > 1
        assert [text.count("MINDEF1234") for text in texts] == [1] * len(texts)
        assert not any(was in text for text in texts)

    def they_are_valid(self, tmp_path):
        for each in documents(basis(), ("nota",), draft=True):
            path = tmp_path / f"{each.file}.docx"
            path.write_bytes(build_package(each, open_template(PROJECT / "templates/nota.docx"), {}))
            assert [str(each) for each in OpenXmlValidator().validate(str(path)).errors] == []


def _pages(document: Document) -> dict[str, int]:
    contents = [each for each in document.blocks.get("inhoud", ()) if isinstance(each, Contents)]
    return {entry.bookmark: 1 for each in contents for entry in each.entries}
