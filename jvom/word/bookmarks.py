# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Bookmarks: names for places, each with an id that is unique in the document."""

from __future__ import annotations

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.tree import detach, is_in
from jvom.ooxml.values import whole_number
from jvom.ooxml.xml import quote
from jvom.plan import LONGEST_BOOKMARK

_START, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_ID, _NAME = qn("w:id"), qn("w:name")


class Bookmarks:
    """Issues bookmarks, each name once; `roots` are the parts that may have bookmarks already.

    The template's own hidden ones (``_GoBack``, an old ``_Toc``) are removed.
    """

    def __init__(self, roots: list[etree._Element]) -> None:
        self._roots = roots
        self._existing = [mark for root in roots for mark in root.iter(_START, _END)]
        hidden = {mark.get(_ID) for mark in self._existing if mark.get(_NAME, "").startswith("_")}
        for mark in self._existing:
            if mark.get(_ID) in hidden:
                detach(mark)
        self._existing = [mark for mark in self._existing if mark.get(_ID) not in hidden]
        self._names: set[str] = set()
        self._next = 1 + max((whole_number(mark.get(_ID), 0) for mark in self._existing), default=0)

    def around(self, bookmark: str, content: str) -> str:
        """Return the content with the bookmark around it.

        Raises ValueError for a name that was issued before, whatever its case, or that Word refuses: a name
        begins with a letter or underscore, continues with those and digits, and has at most 40 characters.
        """
        plain = bookmark.replace("_", "a")
        if not (plain.isalnum() and not plain[0].isdecimal() and len(bookmark) <= LONGEST_BOOKMARK):
            raise ValueError(f"no name for a bookmark: {bookmark!r}")
        if bookmark.lower() in self._names:
            raise ValueError(f"two bookmarks with the name {bookmark!r}")
        self._names.add(bookmark.lower())
        number = self._next
        self._next += 1
        return (
            f'<w:bookmarkStart w:id="{number}" w:name={quote(bookmark)}/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def finish(self) -> None:
        """Remove the template's bookmarks that now lack an end, or whose name was issued."""
        there = [mark for mark in self._existing if any(is_in(mark, root) for root in self._roots)]
        starts = {
            mark.get(_ID)
            for mark in there
            if mark.tag == _START and mark.get(_NAME, "").lower() not in self._names
        }
        ends = {mark.get(_ID) for mark in there if mark.tag == _END}
        for mark in there:
            if mark.get(_ID) not in starts & ends:
                detach(mark)
