# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every text in a Word file, wherever it is: to search a built file for what may not be in it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lxml import etree

from jvom.ooxml.archive import Members
from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import VAL, find

# No word continues across one of these.
_PARAGRAPHS = qnames("w:p w:tbl w:tr w:tc w:sdt")
_WORD = qn("w:p")[:-1]
_ALIAS = qn("w:alias")
# Elements with words that a person typed in an attribute.
_SAYING = qnames(
    "w:tblCaption w:tblDescription w:alias w:tag w:bookmarkStart w:hyperlink w:docVar w:lvlText w:comment "
    "w:helpText w:statusText w:default w:listItem w:docPart"
)
# Types, ids of relationships, and fonts.
_FIXED = ("Type", "ContentType", "Id", "typeface", qn("xsi:type"), qn("r:id"), qn("r:embed"))
_STANDARD_PART = re.compile(
    r"(?:\.\./)*(?:word/)?(?:_rels/)?(?:document|styles|settings|webSettings|fontTable|numbering|footnotes|endnotes"
    r"|(?:theme/)?theme[0-9]*|header[0-9]*|footer[0-9]*|media/image[0-9]+)\.(?:xml|png|jpeg|jpg)(?:\.rels)?"
    r"|(?:\.\./)*customXml/(?:_rels/)?item(?:Props)?[0-9]+\.xml(?:\.rels)?"
    r"|_rels/\.rels|docProps/(?:app|core)\.xml|\[Content_Types\]\.xml"
)
_SPACES = qnames("w:br w:cr w:tab w:noBreakHyphen")


def document_texts(data: bytes, own: Container[str] = (), printed: Container[str] = ()) -> Iterator[str]:
    """Yield the texts of every part of the file: by paragraph, its runs joined; then each text and attribute.

    Names of parts and bookmarks are texts too, but not the names of styles, fonts and kinds of things, nor
    what is in `own`: those are there whatever a dossier says. Runs that are in `printed`, without the spaces
    around them, are left out as well. Pictures have none: they were stripped.
    """
    for part, content in Members(data).items():
        if not _STANDARD_PART.fullmatch(part):
            yield part
        if not part.endswith((".xml", ".rels")):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(content, parser)
        for paragraph in root.iter(qn("w:p")):
            yield _joined(paragraph, printed)
        for element in root.iter():
            if not _is_contents(element):
                for text in (element.text, element.tail):
                    if text and text not in own and text.strip() not in printed:
                        yield text
            for key, value in element.attrib.items():
                if _says_something(element, str(key), str(value), own) and str(value) not in printed:
                    yield str(value)


def _says_something(element: etree._Element, attribute: str, value: str, own: Container[str]) -> bool:
    """Tell whether an attribute may be of a person: it has no word of Word's own, or of jvom's."""
    if value in own or attribute in _FIXED or _STANDARD_PART.fullmatch(value.lstrip("/")):
        return False
    if element.tag == _ALIAS:
        tag = find(element.getparent(), "w:tag")
        return tag is None or tag.get(VAL, "") not in own
    # All others of this namespace are one of a fixed number of words, a number, or the id or name of a style.
    return not attribute.startswith(_WORD) or element.tag in _SAYING


def _is_contents(element: etree._Element) -> bool:
    """Tell whether an element is the code of a table of contents, which names styles."""
    return element.tag == qn("w:instrText") and (element.text or "").split()[:1] == ["TOC"]


def _joined(paragraph: etree._Element, printed: Container[str]) -> str:
    words: list[str] = []
    for element in paragraph.iter():
        if element is not paragraph and element.tag in (*_PARAGRAPHS, *_SPACES):
            words.append(" ")
        elif element.tag in (qn("w:t"), qn("w:instrText")) and element.text and not _is_contents(element):
            words.append(" " if element.text.strip() in printed else element.text)
    return "".join(words)
