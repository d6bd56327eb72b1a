# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The comments of a Word file, each with the replies to it and whether it was dealt with."""

from __future__ import annotations

from datetime import date

import msgspec

from jvom.ooxml.names import NAMESPACES, qn
from jvom.ooxml.package import Package
from jvom.ooxml.tree import children, text_of
from jvom.ooxml.values import is_true

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Said(msgspec.Struct, frozen=True):
    """A comment, or a reply to one; the lines of `text` are its paragraphs."""

    author: str
    date: date | None
    text: str
    replies: tuple[Said, ...] = ()
    resolved: bool = False


def comment_threads(package: Package) -> dict[str, Said]:
    """Return the comments by id, each with its replies ([MS-DOCX] 2.5.1, commentsExtended)."""
    root = package.related_root("comments")
    extended = {
        each.get(f"{_W15}paraId", ""): each for each in children(package.related_root("commentsExtended"))
    }
    by_paragraph: dict[str, str] = {}
    made: dict[str, Said] = {}
    parents: dict[str, str] = {}
    w14 = f"{{{NAMESPACES['w14']}}}paraId"
    for comment in children(root, "w:comment"):
        id = comment.get(qn("w:id"), "")
        paragraphs = list(comment.iter(qn("w:p")))
        last = paragraphs[-1].get(w14, "") if paragraphs else ""
        by_paragraph[last] = id
        more = extended.get(last)
        resolved = more is not None and is_true(more.get(f"{_W15}done"))
        if more is not None and more.get(f"{_W15}paraIdParent"):
            parents[id] = more.get(f"{_W15}paraIdParent", "")
        text = "\n".join(filter(None, (" ".join(text_of(each).split()) for each in paragraphs)))
        made[id] = Said(
            comment.get(qn("w:author"), ""), _day(comment.get(qn("w:date"), "")), text, (), resolved
        )
    for id, above in parents.items():
        parent = by_paragraph.get(above, "")
        if parent in made and id in made and parent != id:
            reply = made.pop(id)
            made[parent] = msgspec.structs.replace(made[parent], replies=(*made[parent].replies, reply))
    return {id: each for id, each in made.items() if each.text}


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
