# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Steps in a tree of WordprocessingML elements, by their prefixed names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jvom.word.markup import VAL, name


def below(element: etree._Element | None, path: str) -> etree._Element | None:
    """Return the first element at the path (``w:pPr/w:sectPr``) below the element, if there is one."""
    if element is None:
        return None
    return element.find("/".join(map(name, path.split("/"))))


def value(element: etree._Element | None, default: str = "") -> str:
    """Return the ``w:val`` of the element, `default` without the attribute or the element."""
    return default if element is None else element.get(VAL, default)


def children(element: etree._Element | None, tag: str) -> Iterator[etree._Element]:
    """Yield the children with the tag; none when there is no element."""
    if element is not None:
        yield from element.iterchildren(name(tag))


def parent_of(element: etree._Element) -> etree._Element:
    """Return the parent of an element that is known to have one."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} stands on its own")
    return parent


def detach(element: etree._Element) -> None:
    """Take the element out of its parent, if it has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def is_in(element: etree._Element, root: etree._Element) -> bool:
    """Tell whether the element still hangs below the root; lxml's own trees remember what was taken out."""
    return any(ancestor is root for ancestor in element.iterancestors(root.tag))


def whole_number(text: str | None, default: int) -> int:
    """Return the number that an attribute holds, `default` when it is left out or holds none."""
    try:
        return default if text is None else int(text)
    except ValueError:
        return default
