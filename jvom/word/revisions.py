# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Revisions: what Word shows as tracked changes (ECMA-376-1, 17.13.5).

What was deleted stays in the file as ``w:delText``; what was moved is there twice, in two ranges of one name.
"""

from __future__ import annotations

from itertools import count

from jvom.ooxml.xml import quote
from jvom.plan import Change, Paragraph, Revisor

_ELEMENTS: dict[Change, str] = {
    "inserted": "w:ins",
    "deleted": "w:del",
    "moved-here": "w:moveTo",
    "moved-away": "w:moveFrom",
}
_ROWS: dict[Change, str] = {
    "inserted": "w:ins",
    "deleted": "w:del",
    "moved-here": "w:ins",  # Word knows no moved rows
    "moved-away": "w:del",
}
_FIRST = 1_000_000  # above the ids of bookmarks, which are annotations too (17.13)
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class Revisions:
    """Writes the revisions of a document, each with an id of its own.

    Without a `revisor` there are none, and each method raises ValueError.
    """

    def __init__(self, revisor: Revisor | None) -> None:
        self._revisor = revisor
        self._ids = count(_FIRST)

    def runs(self, change: Change, runs: str) -> str:
        """Return the markup of runs (no hyperlinks) as changed; "" for none."""
        if not runs:
            return ""
        if change == "deleted":
            # The markup is ours, and in texts "<" is escaped.
            runs = runs.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ")
            runs = runs.replace("</w:t>", "</w:delText>")
        element = _ELEMENTS[change]
        return f"<{element}{self._attributes()}>{runs}</{element}>"

    def mark(self, change: Change) -> str:
        """Return what says in the properties of a paragraph that its mark was changed."""
        return f"<w:rPr><{_ELEMENTS[change]}{self._attributes()}/></w:rPr>"

    def row(self, change: Change) -> str:
        """Return what says in the properties of a row that it was changed."""
        return f"<{_ROWS[change]}{self._attributes()}/>"

    def former_paragraph(self, properties: str) -> str:
        """Return what says in the properties of a paragraph that it had others: a ``w:pPr``, or ""."""
        return f"<w:pPrChange{self._attributes()}>{properties or '<w:pPr/>'}</w:pPrChange>"

    def former_run(self, properties: str) -> str:
        """Return what says in the properties of a run that it had others: a ``w:rPr``, or ""."""
        return f"<w:rPrChange{self._attributes()}>{properties or '<w:rPr/>'}</w:rPrChange>"

    def range(self, paragraph: Paragraph) -> tuple[str, str]:
        """Return what begins the content of a moved paragraph, and what follows the paragraph."""
        if paragraph.change not in ("moved-here", "moved-away"):
            raise ValueError(f"a move {paragraph.move!r} of a paragraph that did not move")
        element, id_ = _ELEMENTS[paragraph.change], next(self._ids)
        start = f'<{element}RangeStart w:id="{id_}"{self._who()} w:name={quote(paragraph.move)}/>'
        return start, f'<{element}RangeEnd w:id="{id_}"/>'

    def _attributes(self) -> str:
        return f' w:id="{next(self._ids)}"{self._who()}'

    def _who(self) -> str:
        if self._revisor is None:
            raise ValueError("a revision in a document without a revisor")
        moment = quote(self._revisor.moment.strftime(_MOMENT))
        return f" w:author={quote(self._revisor.author)} w:date={moment}"
