# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Steps between the elements of a part, by their prefixed names. A step from None leads to None."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.values import is_off, whole_number

VAL = qn("w:val")
_TEXT = qn("w:t")


def find(element: etree._Element | None, path: str) -> etree._Element | None:
    """Return the element at the path (``w:pPr/w:sectPr``) below the element, the first at each step.

    None when there is none.
    """
    for step in _steps(path):
        if element is None:
            return None
        # Twice as fast as lxml's own find(), which interprets its path each time.
        element = next(element.iterchildren(step), None)
    return element


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(map(qn, path.split("/")))


def children(element: etree._Element | None, tag: str = "") -> Iterator[etree._Element]:
    """Yield the children with the tag, or all without one; none when there is no element."""
    if element is not None:
        yield from element.iterchildren(qn(tag) if tag else "*")


def value(element: etree._Element | None, default: str = "") -> str:
    """Return the ``w:val`` of the element, `default` without the attribute or the element."""
    return default if element is None else element.get(VAL, default)


def number(element: etree._Element | None, default: int = 0) -> int:
    """Return the ``w:val`` of the element as a whole number, `default` when it is none."""
    return default if element is None else whole_number(element.get(VAL), default)


def is_on(element: etree._Element | None) -> bool | None:
    """Tell whether a toggle such as ``w:b`` is on; None when it is not there (ECMA-376-1, 17.17.4)."""
    return None if element is None else not is_off(element.get(VAL, "1"))


def text_of(element: etree._Element, *tags: str) -> str:
    """Return the text of all runs below the element, joined; of other elements than ``w:t`` with `tags`."""
    wanted = tuple(map(qn, tags)) or (_TEXT,)
    return "".join([each.text or "" for each in element.iter(*wanted)])


def parent_of(element: etree._Element) -> etree._Element:
    """Return the parent of an element that is known to have one. Raises ValueError."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} has no parent")
    return parent


def detach(element: etree._Element) -> None:
    """Remove the element from its parent, if it has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def is_in(element: etree._Element, root: etree._Element) -> bool:
    """Tell whether the element is still below the root; lxml keeps removed elements in their tree."""
    return any(ancestor is root for ancestor in element.iterancestors(root.tag))
