# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds faults in a Word file that validators miss: things that must agree across the file.

Microsoft's Open XML SDK and openxml-audit check each part against the schema; this checks that ids differ,
references lead somewhere, and fields and tables add up.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from lxml import etree

from jvom.ooxml.names import NAMESPACES, qn
from jvom.ooxml.tree import children, find, value

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DATES = ("{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified")
_ID = qn("w:id")
_STYLED = (("w:pStyle", "paragraph"), ("w:rStyle", "character"), ("w:tblStyle", "table"))
_REFERRING_FIELDS = ("REF", "PAGEREF", "NOTEREF")


def lint(docx: bytes) -> list[str]:
    """Return the faults in the Word file with these bytes, part by part; nothing when there are none."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(docx))
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError):
        return ["het bestand is geen Word-document"]
    roots: dict[str, etree._Element] = {}
    found: list[str] = []
    for part in sorted(parts):
        if part.endswith((".xml", ".rels")):
            try:
                roots[part] = etree.fromstring(parts[part], etree.XMLParser(resolve_entities=False))
            except etree.XMLSyntaxError:
                found.append(f"{part}: geen geldige XML")
    if "word/document.xml" not in roots:
        return [*found, "het bestand is geen Word-document"]
    stories = {
        part: root for part, root in roots.items() if root.tag in map(qn, ("w:document", "w:hdr", "w:ftr"))
    }
    notes = roots.get("word/footnotes.xml")
    written = stories if notes is None else {**stories, "word/footnotes.xml": notes}
    found += _relations(parts, roots)
    found += _ids(written)
    found += _bookmarks(written)
    found += _notes(stories, notes)
    found += _comments(stories, roots.get("word/comments.xml"))
    for part, root in written.items():
        found += _fields(part, root)
        found += _controls(part, root)
        found += _tables(part, root)
        found += _styles(part, root, roots.get("word/styles.xml"))
        found += _numbers(part, root, roots.get("word/numbering.xml"))
    found += _properties(roots.get("docProps/core.xml"))
    return found


def _twice(ids: Iterable[str]) -> list[str]:
    return sorted(each for each, count in Counter(ids).items() if count > 1)


def _relations(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """Relationship ids that are used must exist, and lead to existing parts."""
    prefix = f"{{{NAMESPACES['r']}}}"
    for part, root in roots.items():
        if part.endswith(".rels"):
            source = posixpath.dirname(posixpath.dirname(part))
            entries = list(root.iter(_RELATIONSHIPS))
            for id_ in _twice(each.get("Id", "") for each in entries):
                yield f"{part}: relatie {id_} komt twee keer voor"
            for each in entries:
                target = posixpath.normpath(posixpath.join("/", source, each.get("Target", ""))).lstrip("/")
                if each.get("TargetMode") != "External" and target not in parts:
                    yield f"{part}: onderdeel {target} ontbreekt"
            continue
        rels = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
        there = {each.get("Id") for each in roots[rels].iter(_RELATIONSHIPS)} if rels in roots else set()
        used = {
            id_
            for element in root.iter()
            for key, id_ in element.attrib.items()
            if str(key).startswith(prefix)
        }
        for id_ in sorted(map(str, used - there)):
            yield f"{part}: relatie {id_} ontbreekt"


def _ids(stories: Mapping[str, etree._Element]) -> Iterator[str]:
    """Content controls and drawings have ids that differ in the whole document."""
    kinds = (
        ("inhoudsbesturingselement", "w:sdtPr", lambda each: value(find(each, "w:id"))),
        ("tekening", "wp:docPr", lambda each: each.get("id", "")),
    )
    for kind, tag, id_of in kinds:
        ids = (id_of(each) for root in stories.values() for each in root.iter(qn(tag)))
        for id_ in _twice(filter(None, ids)):
            yield f"twee keer {kind} met nummer {id_}"


def _bookmarks(stories: Mapping[str, etree._Element]) -> Iterator[str]:
    """Bookmarks have names and ids that differ, and both ends in one part."""
    starts = [each for root in stories.values() for each in root.iter(qn("w:bookmarkStart"))]
    for label in _twice(each.get(qn("w:name"), "").lower() for each in starts):
        yield f"twee bladwijzers heten {label}"
    for id_ in _twice(each.get(_ID, "") for each in starts):
        yield f"twee bladwijzers hebben nummer {id_}"
    for part, root in stories.items():
        begun = Counter(each.get(_ID, "") for each in root.iter(qn("w:bookmarkStart")))
        ended = Counter(each.get(_ID, "") for each in root.iter(qn("w:bookmarkEnd")))
        for id_ in sorted((begun - ended) + (ended - begun)):
            yield f"{part}: bladwijzer {id_} heeft niet één begin en één eind"
    names = {each.get(qn("w:name"), "") for each in starts}
    for part, root in stories.items():
        wanted = {each.get(qn("w:anchor"), "") for each in root.iter(qn("w:hyperlink"))} - {""}
        for code in _codes(root):
            words = code.split()
            if len(words) > 1 and words[0].upper() in _REFERRING_FIELDS:
                wanted.add(words[1])
        for bookmark in sorted(wanted - names):
            yield f"{part}: verwijzing naar ontbrekende bladwijzer {bookmark}"


def _codes(root: etree._Element) -> Iterator[str]:
    """Yield the instruction of each field."""
    for simple in root.iter(qn("w:fldSimple")):
        yield simple.get(qn("w:instr"), "")
    open_fields: list[str] = []
    for element in root.iter(qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:instrText"):
            if open_fields:
                open_fields[-1] += element.text or ""
        elif element.get(qn("w:fldCharType")) == "begin":
            open_fields.append("")
        elif element.get(qn("w:fldCharType")) == "end" and open_fields:
            yield open_fields.pop()


def _fields(part: str, root: etree._Element) -> Iterator[str]:
    """Fields nest: begin, perhaps separate, end; none asks to be updated."""
    for story in children(root, "w:footnote") if root.tag == qn("w:footnotes") else [root]:
        stages: list[str] = []
        sound = True
        for mark in story.iter(qn("w:fldChar")):
            kind = mark.get(qn("w:fldCharType"), "")
            if kind == "begin":
                stages.append(kind)
            elif not stages or (kind == "separate" and stages[-1] == kind):
                sound = False
            elif kind == "separate":
                stages[-1] = kind
            else:
                stages.pop()
        if stages or not sound:
            yield f"{part}: een veld heeft geen begin of geen eind"
    if any(each.get(qn("w:dirty")) for each in root.iter(qn("w:fldChar"), qn("w:fldSimple"))):
        yield f"{part}: een veld vraagt te worden bijgewerkt"


def _controls(part: str, root: etree._Element) -> Iterator[str]:
    """Content controls have content, and it isn't a placeholder."""
    for sdt in root.iter(qn("w:sdt")):
        tag = value(find(sdt, "w:sdtPr/w:tag"), "?")
        content = find(sdt, "w:sdtContent")
        if content is None or not len(content):
            yield f"{part}: inhoudsbesturingselement «{tag}» is leeg"
        if find(sdt, "w:sdtPr/w:showingPlcHdr") is not None:
            yield f"{part}: inhoudsbesturingselement «{tag}» is niet ingevuld"


def _tables(part: str, root: etree._Element) -> Iterator[str]:
    """Rows fill the grid, merged cells continue cells of their width, and a cell ends in a paragraph."""
    for number, table in enumerate(root.iter(qn("w:tbl")), 1):
        grid = len(list(children(find(table, "w:tblGrid"), "w:gridCol")))
        above: dict[int, int] = {}
        rows = list(_inside(table, "w:tr"))
        if not rows:
            yield f"{part}: tabel {number} heeft geen rijen"
        for row in rows:
            column = _count(find(row, "w:trPr/w:gridBefore"), 0)
            merged: dict[int, int] = {}
            for cell in _inside(row, "w:tc"):
                span = _count(find(cell, "w:tcPr/w:gridSpan"), 1)
                merge = find(cell, "w:tcPr/w:vMerge")
                if merge is not None:
                    merged[column] = span
                    if value(merge, "continue") == "continue" and above.get(column) != span:
                        yield f"{part}: tabel {number}: losse samengevoegde cel"
                column += span
            column += _count(find(row, "w:trPr/w:gridAfter"), 0)
            if column != grid:
                yield f"{part}: tabel {number}: een rij vult de kolommen niet"
            above = merged
    for cell in root.iter(qn("w:tc")):
        last = cell[-1] if len(cell) else None
        if last is None or last.tag not in (qn("w:p"), qn("w:sdt")) or not _holds_paragraph(cell):
            yield f"{part}: een tabelcel eindigt niet met een alinea"


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, including those in a content control."""
    for child in element:
        if child.tag == qn(tag):
            yield child
        elif child.tag == qn("w:sdt"):
            content = find(child, "w:sdtContent")
            if content is not None:
                yield from _inside(content, tag)


def _holds_paragraph(cell: etree._Element) -> bool:
    last = cell[-1]
    while last.tag == qn("w:sdt"):
        content = find(last, "w:sdtContent")
        if content is None or not len(content):
            return False
        last = content[-1]
    return last.tag == qn("w:p")


def _count(element: etree._Element | None, default: int) -> int:
    number = value(element)
    return int(number) if number.isdecimal() else default


def _notes(stories: Mapping[str, etree._Element], notes: etree._Element | None) -> Iterator[str]:
    """Each reference has a note, each note one reference."""
    written = [
        each.get(_ID, "")
        for each in children(notes, "w:footnote")
        if each.get(qn("w:type")) in (None, "normal")
    ]
    used = [each.get(_ID, "") for root in stories.values() for each in root.iter(qn("w:footnoteReference"))]
    for id_ in sorted(set(used) - set(written)):
        yield f"voetnoot {id_} ontbreekt"
    for id_ in sorted(set(written) - set(used)):
        yield f"naar voetnoot {id_} verwijst niets"
    for id_ in sorted({*_twice(used), *_twice(each.get(_ID, "") for each in children(notes, "w:footnote"))}):
        yield f"voetnoot {id_} komt twee keer voor"


def _comments(stories: Mapping[str, etree._Element], comments: etree._Element | None) -> Iterator[str]:
    """Each comment has one begin, one end and one reference, in that order."""
    written = [each.get(_ID, "") for each in children(comments, "w:comment")]
    marks: dict[str, list[str]] = {}
    for root in stories.values():
        for each in root.iter(*map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))):
            marks.setdefault(each.get(_ID, ""), []).append(etree.QName(each).localname)
    for id_ in sorted({*written, *marks}):
        if written.count(id_) != 1 or marks.get(id_) != [
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
        ]:
            yield f"opmerking {id_} is niet heel"


def _styles(part: str, root: etree._Element, styles: etree._Element | None) -> Iterator[str]:
    """Styles that are used exist, and have the right kind."""
    for tag, kind in _STYLED:
        there = {
            each.get(qn("w:styleId"))
            for each in children(styles, "w:style")
            if each.get(qn("w:type")) == kind
        }
        for style in sorted({value(each) for each in root.iter(qn(tag))}):
            if style not in there:
                yield f"{part}: stijl {style} ontbreekt"


def _numbers(part: str, root: etree._Element, numbering: etree._Element | None) -> Iterator[str]:
    """Lists that are used exist."""
    there = {each.get(qn("w:numId"), "") for each in children(numbering, "w:num")} | {"0"}
    for num in sorted({value(each) for each in root.iter(qn("w:numId"))} - there):
        yield f"{part}: lijst {num} ontbreekt"


def _properties(core: etree._Element | None) -> Iterator[str]:
    """Dates are W3CDTF, in full."""
    for tag in _DATES:
        for each in () if core is None else core.iter(tag):
            try:
                sound = datetime.fromisoformat(each.text or "").tzinfo is not None
            except ValueError:
                sound = False
            if not sound:
                yield "docProps/core.xml: onjuiste datum «{date}»".format(date=each.text or "")
