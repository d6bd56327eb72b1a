# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Bookmarks: a name for a place, with an id of its own in the whole document."""

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
    """Gives out bookmarks, each name once; `roots` are the parts whose bookmarks are there already.

    Of the template's own, the hidden ones (``_GoBack``, an old ``_Toc``) go.
    """

    def __init__(self, roots: list[etree._Element]) -> None:
        self._roots = roots
        self._theirs = [mark for root in roots for mark in root.iter(_START, _END)]
        hidden = {mark.get(_ID) for mark in self._theirs if mark.get(_NAME, "").startswith("_")}
        for mark in self._theirs:
            if mark.get(_ID) in hidden:
                detach(mark)
        self._theirs = [mark for mark in self._theirs if mark.get(_ID) not in hidden]
        self._names: set[str] = set()
        self._next = 1 + max((whole_number(mark.get(_ID), 0) for mark in self._theirs), default=0)

    def around(self, bookmark: str, content: str) -> str:
        """Return the content with the bookmark around it.

        Raises ValueError for a name that Word refuses (it begins with a letter or underscore, goes on with
        those and digits, has 40 characters at most) or that was given out before; Word ignores case there.
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
        """Take out the template's bookmarks that now lack an end, or whose name was given out."""
        there = [mark for mark in self._theirs if any(is_in(mark, root) for root in self._roots)]
        starts = {
            mark.get(_ID)
            for mark in there
            if mark.tag == _START and mark.get(_NAME, "").lower() not in self._names
        }
        ends = {mark.get(_ID) for mark in there if mark.tag == _END}
        for mark in there:
            if mark.get(_ID) not in starts & ends:
                detach(mark)
