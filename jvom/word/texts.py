# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every text in a Word file, wherever it is: to search a built file for what may not be in it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jvom.ooxml.archive import Members
from jvom.ooxml.names import qn, qnames

# No word continues across one of these.
_PARAGRAPHS = qnames("w:p w:tbl w:tr w:tc w:sdt")
_SPACES = qnames("w:br w:cr w:tab w:noBreakHyphen")


def document_texts(data: bytes) -> Iterator[str]:
    """Yield the texts of every part of the file: by paragraph, its runs joined; then each text and attribute.

    The names of the parts are texts too. Pictures have none: they were stripped when they were read.
    """
    for part, content in Members(data).items():
        yield part
        if not part.endswith((".xml", ".rels")):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(content, parser)
        for paragraph in root.iter(qn("w:p")):
            yield _joined(paragraph)
        for element in root.iter():
            yield from (text for text in (element.text, element.tail) if text)
            yield from map(str, element.attrib.values())


def _joined(paragraph: etree._Element) -> str:
    words: list[str] = []
    for element in paragraph.iter():
        if element is not paragraph and element.tag in (*_PARAGRAPHS, *_SPACES):
            words.append(" ")
        elif element.tag in (qn("w:t"), qn("w:instrText")) and element.text:
            words.append(element.text)
    return "".join(words)
