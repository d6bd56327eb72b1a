# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All revisions of a Word file accepted or rejected (ECMA-376-1, 17.13.5), and the words that are left."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import find, parent_of
from jvom.reading.word.reader import read_word
from jvom.text import Block, Heading, Inline, Link, List, Paragraph, Quote, Strong, Table, Term, Text

_Look = tuple[str, tuple[str, ...]]

MOVES = qnames("w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd")
_GONE_WHEN = {"accept": qnames("w:del w:moveFrom"), "reject": qnames("w:ins w:moveTo")}
_KEPT_WHEN = {"accept": qnames("w:ins w:moveTo"), "reject": qnames("w:del w:moveFrom")}
NUMBER = re.compile(r"\b\d(?:\.\d+)+\b|\b[Bb]ijlage \d\b|(?<=\bTabel)\s\d+\b")


def words(data: bytes) -> list[str]:
    """Return the words of a Word file as our reader reads them: text, notes, headers and footers.

    The numbers of sections are made anew, so those in references are left out.
    """
    text = "\n".join(read_word("a", data, "a.docx").lines)
    return NUMBER.sub("#", text).replace("\u00ad", "").split()


def looks(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Return each character of the body but spaces, with what it is in: heading, list, quotation, emphasis.

    The numbers of references are made anew, so they are left out.
    """
    text = read_word("a", data, "a.docx")
    notes = [_looks_of_blocks(note.blocks, ("note",)) for note in text.footnotes]
    return [*_looks_of_blocks(text.blocks, ()), *chain.from_iterable(notes)]


def _looks_of_blocks(blocks: Iterable[Block], around: tuple[str, ...]) -> Iterator[_Look]:
    for block in blocks:
        match block:
            case Heading(level=level):
                yield from _looks_of_inlines(block.content, (*around, f"heading {level}"))
            case Paragraph():
                yield from _looks_of_inlines(block.content, around)
            case Quote():
                yield from _looks_of_blocks(block.blocks, (*around, "quotation"))
            case List():
                kind = "numbers" if block.ordered else "bullets"
                for item in block.items:
                    yield from _looks_of_blocks(item.blocks, (*around, kind))
            case Table():
                for place, row in enumerate((block.header, *block.rows)):
                    for cell in row:
                        yield from _looks_of_inlines(cell.content, (*around, "cell" if place else "head"))


def _looks_of_inlines(content: Iterable[Inline], around: tuple[str, ...]) -> Iterator[_Look]:
    for inline in content:
        match inline:
            case Text(value=words):
                said = NUMBER.sub("", words)
                yield from ((each, around) for each in said if not each.isspace() and each != "\u00ad")
            case Term(language=language):
                yield from _looks_of_inlines(inline.content, (*around, f"term {language}"))
            case Strong():
                yield from _looks_of_inlines(inline.content, (*around, "strong"))
            case Link(address=address):
                yield from _looks_of_inlines(inline.content, (*around, address))
            case _:
                pass


def decided(data: bytes, decision: str) -> bytes:
    """Return the file with every revision taken in the same way: ``accept`` or ``reject``."""
    roots = _stories(data)
    for root in roots.values():
        _decide(root, decision)
    _drop_notes_without_reference(roots)
    return _with_parts(data, roots)


def _stories(data: bytes) -> dict[str, etree._Element]:
    """Return the roots of the parts that have text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"word/(document|footnotes|header\d*|footer\d*)\.xml", name)
        }


def _with_parts(data: bytes, roots: Mapping[str, etree._Element]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(roots[name]) if name in roots else old.read(name))
    return written.getvalue()


def _decide(root: etree._Element, decision: str) -> None:
    gone, kept = _GONE_WHEN[decision], _KEPT_WHEN[decision]
    for mark in list(root.iter(*MOVES)):
        parent_of(mark).remove(mark)
    for row in list(root.iter(qn("w:tr"))):
        properties = find(row, "w:trPr")
        for change in [] if properties is None else list(properties.iterchildren(*gone, *kept)):
            if change.tag in gone:
                parent_of(row).remove(row)
            else:
                parent_of(change).remove(change)
    for change in list(root.iter(*qnames("w:pPrChange w:rPrChange"))):
        properties = parent_of(change)
        if decision == "reject":
            for each in [each for each in properties if each.tag not in (qn("w:rPr"), qn("w:sectPr"))]:
                properties.remove(each)
            [former] = change
            for each in reversed(list(former)):
                properties.insert(0, each)
        else:
            properties.remove(change)
    joined = []
    for mark in list(root.iter(*gone, *kept)):
        parent = parent_of(mark)
        if parent.tag == qn("w:rPr") and parent_of(parent).tag == qn("w:pPr"):
            if mark.tag in gone:
                joined.append(parent_of(parent_of(parent)))
            parent.remove(mark)
        elif mark.tag in gone:
            parent.remove(mark)
        else:
            place = parent.index(mark)
            for each in reversed(list(mark)):
                parent.insert(place, each)
            parent.remove(mark)
    for text in list(root.iter(qn("w:delText"))):
        text.tag = qn("w:t")
    for paragraph in joined:
        _join_with_next(paragraph)
    for table in [each for each in root.iter(qn("w:tbl")) if find(each, "w:tr") is None]:
        parent_of(table).remove(table)


def _join_with_next(paragraph: etree._Element) -> None:
    """Remove the mark of a paragraph: what is in it goes on in the next, if that is a paragraph."""
    content = [each for each in paragraph if each.tag != qn("w:pPr")]
    after = paragraph.getnext()
    if content and after is not None and after.tag == qn("w:p"):
        place = 0 if find(after, "w:pPr") is None else 1
        for each in reversed(content):
            after.insert(place, each)
        content = []
    if not content:
        parent_of(paragraph).remove(paragraph)


def _drop_notes_without_reference(roots: Mapping[str, etree._Element]) -> None:
    used = {each.get(qn("w:id")) for root in roots.values() for each in root.iter(qn("w:footnoteReference"))}
    for note in list(roots.get("word/footnotes.xml", ())):
        if note.get(qn("w:type")) is None and note.get(qn("w:id")) not in used:
            parent_of(note).remove(note)


def without_margins(data: bytes) -> bytes:
    """Return the file with empty headers and footers."""
    roots = {name: each for name, each in _stories(data).items() if name.startswith(("word/h", "word/foot"))}
    roots.pop("word/footnotes.xml", None)
    for root in roots.values():
        for each in list(root):
            root.remove(each)
    return _with_parts(data, roots)


def part(data: bytes, name: str) -> etree._Element:
    """Return the root of a part of a Word file."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def accepted(data: bytes) -> bytes:
    return decided(data, "accept")


def rejected(data: bytes) -> bytes:
    return decided(data, "reject")
