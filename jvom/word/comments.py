# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Comments in the margin: the range and the reference in the text, the comments in a part of their own.

ECMA-376-1, 17.13.4. A document without comments has no such part.
"""

from __future__ import annotations

from datetime import date, datetime

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from jvom.ooxml.names import declaration
from jvom.ooxml.xml import quote
from jvom.plan import Comment
from jvom.word import markup
from jvom.word.parts import xml_part
from jvom.word.splices import Splices

_EMPTY = f"<w:comments{declaration('w', 'r')}/>"


class Comments:
    """The comments of a document, whose main part is `main`."""

    def __init__(self, main: Part) -> None:
        self._main = main
        self._open: dict[int, str] = {}
        self._written: dict[int, str] = {}

    def start(self, comment: Comment) -> str:
        """Return the mark that begins the commented range. Raises ValueError when it has begun already."""
        if comment.id in self._open or comment.id in self._written:
            raise ValueError(f"comment {comment.id} begins twice")
        number = self._open[comment.id] = str(len(self._open) + len(self._written))
        return f'<w:commentRangeStart w:id="{number}"/>'

    def end(self, comment: Comment) -> str:
        """Return the mark where it ends, and the reference to the comment. Raises ValueError unless begun."""
        if comment.id not in self._open:
            raise ValueError(f"comment {comment.id} ends where it did not begin")
        number = self._open.pop(comment.id)
        self._written[comment.id] = _written(comment, number)
        return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'

    def finish(self, splices: Splices) -> None:
        """Add the part with the comments. Raises ValueError for one that never ended."""
        if self._open:
            raise ValueError(f"comments without an end: {sorted(self._open)}")
        if self._written:
            part = xml_part(self._main, RT.COMMENTS, "/word/comments.xml", CT.WML_COMMENTS, _EMPTY)
            part.element.append(splices.mark(self._written.values()))


def _written(comment: Comment, number: str) -> str:
    attributes = f"w:id={quote(number)} w:author={quote(comment.author)}"
    if comment.date is not None:
        attributes += f" w:date={quote(_moment(comment.date))}"
    if initials := _initials(comment.author):
        attributes += f" w:initials={quote(initials)}"
    mark = "<w:r><w:annotationRef/></w:r>"
    paragraphs = [
        markup.paragraph("", ("" if index else mark) + markup.run(line))
        for index, line in enumerate(comment.text.split("\n"))
    ]
    return f"<w:comment {attributes}>{''.join(paragraphs)}</w:comment>"


def _moment(day: date) -> str:
    """Return the day, or the moment, as an xsd:dateTime; Word takes it for local time."""
    hour = day.time() if isinstance(day, datetime) else datetime.min.time()
    return f"{day.year:04}-{day.month:02}-{day.day:02}T{hour:%H:%M:%S}Z"


def _initials(author: str) -> str:
    """Return at most nine letters, the most that Word takes (ECMA-376-1, 17.13.4.2)."""
    words = author.split()
    return (author if len(words) == 1 else "".join(word[0] for word in words))[:9]
