# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
r"""The Word file for LibreOffice: it looks the same, with what LibreOffice needs to lay it out.

LibreOffice evaluates every REF field again and ignores ``\* Lower`` (ECMA-376-1, 17.16.4.3): "see appendix 1"
would get a capital inside the sentence. In the copy such a field is a link with the text that Word shows. In
a footnote LibreOffice makes every link blue and underlined, whatever its style; there the copy gives its
words the look of the footnote.

Comments stay behind: LibreOffice may print them in the margin, and a PDF has none.

At the end of a page with footnotes, LibreOffice sometimes leaves out most rows of a table (see
:mod:`jvom.layout.lost_rows`). It keeps them when the first row may break across pages, or all rows.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from lxml import etree

from jvom.layout.printed import mark_sections, page_numbers_restart
from jvom.layout.result import Job
from jvom.ooxml.archive import Members, pack
from jvom.ooxml.names import qn, qnames
from jvom.ooxml.package import Package
from jvom.ooxml.tree import VAL, children, detach, find, parent_of, value
from jvom.ooxml.xml import serialized
from jvom.source import Span
from jvom.word.styles import TemplateStyles

Breaking: TypeAlias = Literal["none", "first", "all"]
"""Which rows of a table may break across pages although the document says otherwise."""

_LOWER = r"\* Lower"
_COMMENT = b"commentReference"
_COMMENT_MARKS = qnames("w:commentRangeStart w:commentRangeEnd")


def office_copy(file: bytes, job: Job, breaking: Breaking = "none") -> bytes:
    """Return the Word file for LibreOffice, which is the file itself when there is nothing to change."""
    members = Members(file)
    package = Package(members, Span(f"{job.document.file}.docx"))
    changed = {}
    (main, *notes) = (package.main, *package.related("footnotes"))
    for part in (main, *notes):
        marking = part == main and page_numbers_restart(job)
        data = members[part]
        letting_break = part == main and breaking != "none"
        if not (marking or letting_break or _LOWER.encode() in data or _COMMENT in data):
            continue
        root = package.root(part)
        if root is None:
            continue
        links = _link_lowercase_references(root)
        if part in notes:
            _look_like_text(links, TemplateStyles(package.related_root("styles")))
        if _COMMENT in data:
            _remove_comments(root)
        if marking:
            mark_sections(root)
        if letting_break:
            _let_rows_break(root, all_rows=breaking == "all")
        changed[part] = serialized(root)
    if not changed:
        return file
    return pack((part, [changed.get(part, data)]) for part, data in members.items())


def _let_rows_break(root: etree._Element, *, all_rows: bool) -> None:
    """Let rows break across pages, but not their paragraphs, so that a row of short cells stays whole."""
    for table in root.iter(qn("w:tbl")):
        rows = [row for row in children(table, "w:tr") if find(row, "w:trPr/w:tblHeader") is None]
        for row in rows if all_rows else rows[:1]:
            for mark in list(row.iter(qn("w:cantSplit"))):
                detach(mark)
            for paragraph in row.iter(qn("w:p")):
                _keep_lines(paragraph)


def _keep_lines(paragraph: etree._Element) -> None:
    """Keep the lines of a paragraph on one page."""
    properties = find(paragraph, "w:pPr")
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        paragraph.insert(0, properties)
    if find(properties, "w:keepLines") is None:
        # Only the style and keepNext come before it (ECMA-376-1, 17.3.1.26).
        before = [*children(properties, "w:pStyle"), *children(properties, "w:keepNext")]
        properties.insert(len(before), etree.Element(qn("w:keepLines")))


def _remove_comments(root: etree._Element) -> None:
    """Remove the marks of every comment; without one LibreOffice does not show what the comment says."""
    for mark in list(root.iter(*_COMMENT_MARKS)):
        detach(mark)
    for reference in list(root.iter(qn("w:commentReference"))):
        detach(parent_of(reference))


def _look_like_text(links: list[etree._Element], styles: TemplateStyles) -> None:
    """Give links in footnotes the colour of their paragraph, and no underline."""
    for link in links:
        colour = styles.colour(value(find(parent_of(link), "w:pPr/w:pStyle"))) or "auto"
        for run in children(link, "w:r"):
            # LibreOffice leaves runs with properties of their own as they are.
            if find(run, "w:rPr") is None:
                look = etree.Element(qn("w:rPr"))
                etree.SubElement(look, qn("w:color"), {VAL: colour})
                etree.SubElement(look, qn("w:u"), {VAL: "none"})
                run.insert(0, look)


def _link_lowercase_references(root: etree._Element) -> list[etree._Element]:
    """Turn each lowercase REF field into a link with the field's result as its text; return the links."""
    links = []
    for code in list(root.iter(qn("w:instrText"))):
        kind, bookmark, *_ = (code.text or "").split() + [""] * 2
        if kind != "REF" or _LOWER not in (code.text or ""):
            continue
        field = _field_around(code)
        separator = next(index for index, run in enumerate(field) if _marks(run, "separate"))
        link = etree.Element(qn("w:hyperlink"), {qn("w:anchor"): bookmark})
        field[0].addprevious(link)
        link.extend(field)  # this moves the runs
        for run in (*field[: separator + 1], field[-1]):
            link.remove(run)
        links.append(link)
    return links


def _field_around(code: etree._Element) -> list[etree._Element]:
    """Return the runs of a field that jvom wrote, from its begin mark to its end mark: all are siblings."""
    [run] = code.iterancestors(qn("w:r"))
    before = [run]
    after: list[etree._Element] = []
    while not _marks(before[0], "begin"):
        before[:0] = [_sibling(before[0].getprevious())]
    while not after or not _marks(after[-1], "end"):
        after.append(_sibling((after or before)[-1].getnext()))
    return before + after


def _sibling(run: etree._Element | None) -> etree._Element:
    if run is None:
        raise ValueError("a field without begin or end")
    return run


def _marks(run: etree._Element, kind: str) -> bool:
    """Return whether the run is this mark of a field."""
    mark = run.find(qn("w:fldChar"))
    return mark is not None and mark.get(qn("w:fldCharType")) == kind
