# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Revisions: what Word shows as tracked changes (ECMA-376-1, 17.13.5).

What was deleted stays in the file as ``w:delText``; what was moved is there twice, in two ranges of one name.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import count, cycle

from jvom.ooxml.xml import quote
from jvom.plan import Change, Revisor

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
_APART = timedelta(minutes=2)
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class Revisions:
    """Writes the revisions of a document, each with an id of its own.

    Without a `revisor` there are none, and each method raises ValueError.
    """

    def __init__(self, revisor: Revisor | None) -> None:
        self._revisor = revisor
        self._ids = count(_FIRST)
        self._moments = cycle((timedelta(), _APART))
        self._after = next(self._moments)

    def next_paragraph(self) -> None:
        """Date what follows some minutes from what came before.

        LibreOffice joins what was inserted at the end of a paragraph with what was inserted at the start of
        the next, when both have the same author and minute, and rejects the end of the paragraph with it.
        """
        self._after = next(self._moments)

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

    def range(self, change: Change | None, move: str) -> tuple[str, str]:
        """Return what begins a place that a move is from or to, and what ends it."""
        if change not in ("moved-here", "moved-away"):
            raise ValueError(f"a move {move!r} of what did not move")
        element, id_ = _ELEMENTS[change], next(self._ids)
        start = f'<{element}RangeStart w:id="{id_}"{self._who()} w:name={quote(move)}/>'
        return start, f'<{element}RangeEnd w:id="{id_}"/>'

    def _attributes(self) -> str:
        return f' w:id="{next(self._ids)}"{self._who()}'

    def _who(self) -> str:
        if self._revisor is None:
            raise ValueError("a revision in a document without a revisor")
        moment = quote((self._revisor.moment + self._after).strftime(_MOMENT))
        return f" w:author={quote(self._revisor.author)} w:date={moment}"
