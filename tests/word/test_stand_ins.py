# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from jvom.documents.report import CONTRACT
from jvom.source import Span
from jvom.word.template import read_template, verify


def without(template: bytes, style: str) -> bytes:
    """Return the template without a style, as one that was made before jvom had it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(written, "w") as new:
        for member in old.namelist():
            pattern = rf'<w:style [^>]*w:styleId="{style}".*?</w:style>'
            new.writestr(member, re.sub(pattern.encode(), b"", old.read(member)))
    return written.getvalue()


def recoloured(template: bytes, colour: bytes) -> bytes:
    """Return the template with letters of that colour in a bar of the public version."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(written, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "word/styles.xml":
                head, bar, rest = re.split(rb'(<w:style [^>]*w:styleId="Gelakt".*?</w:style>)', data)
                data = head + re.sub(rb"<w:color [^>]*/>", colour, bar) + rest
            new.writestr(member, data)
    return written.getvalue()


def bar_of(template: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(template)) as opened:
        styles = opened.read("word/styles.xml").decode()
    found = re.search(r'w:styleId="Gelakt".*?</w:style>', styles)
    assert found is not None
    return found[0]


class Describe_a_bar_of_the_public_version:
    @pytest.mark.parametrize(
        "black",
        [
            b'<w:color w:val="000000"/>',
            b'<w:color w:val="auto"/>',
            b'<w:color w:val="000000" w:themeColor="text1"/>',
        ],
    )
    def it_gets_white_letters_when_they_are_as_black_as_it_is(self, project: Path, black: bytes):
        data = recoloured((project / "templates/rapport.docx").read_bytes(), black)
        assert '<w:color w:val="FFFFFF"/>' in bar_of(read_template(data, Span("oud.docx")).data)

    def but_those_that_can_be_read_stay(self, project: Path):
        data = recoloured((project / "templates/rapport.docx").read_bytes(), b'<w:color w:val="FFFF00"/>')
        assert '<w:color w:val="FFFF00"/>' in bar_of(read_template(data, Span("geel.docx")).data)


class Describe_a_template_that_is_older_than_a_style:
    def it_gets_one_like_an_older_style(self, project: Path):
        data = without((project / "templates/rapport.docx").read_bytes(), "TOC4")

        template = read_template(data, Span("oud.docx"))

        assert verify(template, CONTRACT) == []
        with zipfile.ZipFile(io.BytesIO(template.data)) as opened:
            styles = opened.read("word/styles.xml").decode()
        assert re.search(r'w:styleId="TOC4"><w:name w:val="toc 4"/><w:basedOn w:val="TOC1"/>', styles)

    def but_not_when_the_older_one_is_missing_too(self, project: Path):
        data = (project / "templates/rapport.docx").read_bytes()

        template = read_template(without(without(data, "TOC4"), "TOC1"), Span("stuk.docx"))

        assert len(verify(template, CONTRACT)) == 2
