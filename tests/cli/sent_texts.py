# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text that was sent, and what people did to its file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from jvom.cli.app import run as main
from tests.exchange.returning import W, after, edited, elements, packed, paragraph, paragraph_with, parts, run

FILE = "2025-unifil-uitvraag.docx"
TEXT = "content/2025/rapport/unifil.md"
SENTENCE = "Een nieuwe zin voor de proef. Een tweede zin ernaast. En een derde zin."


def send(workspace: Path) -> Path:
    """Export a text, to which three sentences are added; return its file."""
    path = workspace / TEXT
    path.write_text(path.read_text().rstrip("\n") + f"\n\n{SENTENCE}\n")
    assert main(["export", "2025", "unifil", "--out", "uit"]) == 0
    return workspace / "uit" / FILE


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Replace a file by what `change` makes of it."""
    path.write_bytes(change(path.read_bytes()))


def deleted(author: str, text: str) -> str:
    return (
        f'<w:del w:id="901" w:author="{author}" w:date="2026-03-04T10:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def inserted(author: str, text: str) -> str:
    return f'<w:ins w:id="902" w:author="{author}" w:date="2026-03-04T10:00:00Z">{run(text)}</w:ins>'


def tracked(path: Path) -> None:
    """Make two people change the file: one adds words, another takes words away and puts others there."""

    def edit(root):
        each = paragraph_with(root, "Een nieuwe zin")
        properties = each.find(f"{W}pPr")
        for child in list(each):
            if child is not properties:
                each.remove(child)
        each.extend(
            elements(
                run("Een nieuwe zin voor de ")
                + deleted("Jansen", "proef")
                + inserted("Jansen", "toets")
                + run(". Een tweede zin ernaast. En een derde zin.")
                + inserted("Pieters", " Erbij.")
            )
        )

    path.write_bytes(edited(path.read_bytes(), edit))


def without_origin(path: Path) -> None:
    members = {name: data for name, data in parts(path.read_bytes()).items() if "customXml" not in name}
    rels = members["word/_rels/document.xml.rels"].decode()
    members["word/_rels/document.xml.rels"] = re.sub(
        r"<Relationship [^>]*customXml[^>]*/>", "", rels
    ).encode()
    types = members["[Content_Types].xml"].decode()
    members["[Content_Types].xml"] = re.sub(r"<Override [^>]*customXml[^>]*/>", "", types).encode()
    path.write_bytes(packed(members))


def with_picture(path: Path, kind: str, data: bytes) -> None:
    """Put a picture below a paragraph of the file, as Word does."""
    members = parts(path.read_bytes())
    members[f"word/media/nieuw.{kind}"] = data
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"<Override", f'<Default Extension="{kind}" ContentType="image/{kind}"/><Override'.encode(), 1
    )
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdP" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        b'/image" Target="media/nieuw.%b"/></Relationships>' % kind.encode(),
    )
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="77" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats'
        '.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
        'picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'r:embed="rIdP"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    path.write_bytes(edited(packed(members), after("Een nieuwe zin", paragraph(drawing))))
