# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every word that a Word file shows, gathered without knowing what is what: what a reading may not lose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import find

_P, _T, _MATH, _ROW, _HYPHEN = qnames("w:p w:t m:t w:tr w:noBreakHyphen")
_SHOWN = (_T, _MATH, _HYPHEN, *qnames("w:br w:tab w:cr"))
_ID = qn("w:id")
_NOTE_OF = dict(
    zip(qnames("w:footnote w:endnote"), qnames("w:footnoteReference w:endnoteReference"), strict=True)
)
UNREAD = frozenset(qnames("w:del w:moveFrom mc:Fallback"))
"""What holds words that are deleted, moved away, or there for a program that can't read the others."""


def is_unread(element: etree._Element) -> bool:
    """Return whether an element is deleted, perhaps with its row, or is the second of two alternatives."""
    return any(
        each.tag in UNREAD or (each.tag == _ROW and find(each, "w:trPr/w:del") is not None)
        for each in element.iterancestors()
    )


def shown_words(root: etree._Element, stories: Iterable[etree._Element]) -> Iterator[str]:
    """Yield every word of a body and of the notes that it refers to, but for those that are deleted.

    Of two alternatives, the first counts.
    """
    referred = {
        (each.tag, each.get(_ID, "")) for each in root.iter(*_NOTE_OF.values()) if not is_unread(each)
    }
    yield from _words_in(root)
    for story in stories:
        for note in story:
            if (_NOTE_OF.get(str(note.tag)), note.get(_ID, "")) in referred:
                yield from _words_in(note)


def _words_in(root: etree._Element) -> list[str]:
    found: list[str] = []
    for paragraph in root.iter(_P):
        text = []
        for each in paragraph.iter(*_SHOWN):
            if next(each.iterancestors(_P), None) is not paragraph or is_unread(each):
                continue
            if each.tag == _HYPHEN:
                text.append("-")
            else:
                text.append(each.text or "" if each.tag in (_T, _MATH) else " ")
        found.append("".join(text))
        # A deleted mark joins the paragraph to the next one beside it.
        following = paragraph.getnext()
        joins = following is not None and following.tag == _P
        found.append("" if joins and find(paragraph, "w:pPr/w:rPr/w:del") is not None else "\n")
    return "".join(found).replace("\N{SOFT HYPHEN}", "").split()
