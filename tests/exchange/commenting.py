# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Comments in returned files, as Word writes them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from tests.exchange.returning import (
    COMMENTS,
    DOCUMENT,
    WORD,
    W,
    edited,
    elements,
    packed,
    paragraph,
    parts,
    run,
)

EXTENDED = "word/commentsExtended.xml"
FIRST_ID = 900
"""What the ids of these comments begin with; those that are sent have lower ones."""
W14, W15 = (f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in (2010, 2012))
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def commented(data: bytes, words: str, said: str, author: str = "DJZ", part: str = DOCUMENT) -> bytes:
    """Return the file in which somebody selected words, which are in one run, and commented on them."""
    members = parts(data)
    if COMMENTS not in members:
        members = _with_part(members, COMMENTS, f'<w:comments xmlns:w="{WORD}"/>', _OFFICE, "comments")
    root = etree.fromstring(members[COMMENTS])
    id = str(FIRST_ID + len(root))
    [comment] = elements(
        f'<w:comment w:id="{id}" w:author="{author}" w:date="2026-03-04T10:00:00Z">'
        f"{paragraph(run(said))}</w:comment>"
    )
    root.append(comment)
    members[COMMENTS] = etree.tostring(root)

    def edit(body: Any) -> None:
        for text in body.iter(f"{W}t"):
            shown = (text.text or "").replace("\xa0", " ")
            if words in shown:
                break
        else:
            raise AssertionError(f"{words!r} is in no run")
        end = shown.index(words) + len(words)
        first = text.getparent()
        rest = deepcopy(first)
        for each, value in ((first, text.text[:end]), (rest, text.text[end:])):
            part_ = each.find(f"{W}t")
            part_.text = value
            part_.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        mark = elements(f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>')
        first.addprevious(elements(f'<w:commentRangeStart w:id="{id}"/>')[0])
        for each in reversed([*mark, rest]):
            first.addnext(each)

    return edited(packed(members), edit, part)


def without_comment(data: bytes, said: str) -> bytes:
    """Return the file in which somebody deleted a comment."""
    members = parts(data)
    root = etree.fromstring(members[COMMENTS])
    [comment] = [each for each in root if said in "".join(text.text or "" for text in each.iter(f"{W}t"))]
    root.remove(comment)
    members[COMMENTS] = etree.tostring(root)
    id = comment.get(f"{W}id")

    def edit(body: Any) -> None:
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for each in list(body.iter(f"{W}{name}")):
                if each.get(f"{W}id") == id:
                    gone = each.getparent() if name == "commentReference" else each
                    gone.getparent().remove(gone)

    return edited(packed(members), edit)


def answered(data: bytes, said: str, reply: str = "", author: str = "CDS", *, done: bool = False) -> bytes:
    """Return the file in which somebody replied to a comment, or said that it is dealt with."""
    members = parts(data)
    root = etree.fromstring(members[COMMENTS])
    [comment] = [each for each in root if said in "".join(text.text or "" for text in each.iter(f"{W}t"))]
    *_, last = comment.iter(f"{W}p")
    last.set(f"{{{W14}}}paraId", "0000AA01")
    lines = [f'<w15:commentEx w15:paraId="0000AA01" w15:done="{int(done)}"/>']
    if reply:
        [made] = elements(
            f'<w:comment w:id="9901" w:author="{author}" w:date="2026-03-05T10:00:00Z">'
            f"{paragraph(run(reply))}</w:comment>"
        )
        made.find(f"{W}p").set(f"{{{W14}}}paraId", "0000AA02")
        root.append(made)
        lines.append('<w15:commentEx w15:paraId="0000AA02" w15:paraIdParent="0000AA01" w15:done="0"/>')
    members[COMMENTS] = etree.tostring(root)
    xml = f'<w15:commentsEx xmlns:w15="{W15}">{"".join(lines)}</w15:commentsEx>'
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    return packed(_with_part(members, EXTENDED, xml, kind, "commentsExtended"))


def _with_part(members: dict[str, bytes], name: str, xml: str, relation: str, kind: str) -> dict[str, bytes]:
    """Return the members of a file with a part, and what says that it is there."""
    override = (
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/></Types>'
    )
    related = f'<Relationship Id="rId{kind}" Type="{relation}" Target="{name.removeprefix("word/")}"/>'
    return members | {
        name: xml.encode(),
        _TYPES: members[_TYPES].replace(b"</Types>", override.encode()),
        _RELATIONS: members[_RELATIONS].replace(b"</Relationships>", f"{related}</Relationships>".encode()),
    }
