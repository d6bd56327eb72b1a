# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Long markup that never becomes elements: a mark in the tree keeps its place until the part is written.

As elements, a report of a hundred times the size would take three times the memory and twice the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from jvom.ooxml.names import NAMESPACES
from jvom.ooxml.xml import well_formed

_TARGET = "jvom"
_OPENING, _CLOSING = f"<?{_TARGET} ".encode(), b"?>"
_TABLE = "table"


class Splices:
    """Markup by the number of its mark."""

    def __init__(self) -> None:
        self._pieces: list[list[str]] = []

    def mark(self, pieces: Iterable[str], *, ends_in_table: bool = False) -> etree._Element:
        """Return a mark (a processing instruction) to put where the markup belongs."""
        self._pieces.append(list(pieces))
        number = len(self._pieces) - 1
        return etree.ProcessingInstruction(_TARGET, f"{number} {_TABLE}" if ends_in_table else str(number))

    def serialize(self, root: etree._Element) -> Iterator[bytes]:
        """Yield the part with this root as it goes into the file, with the markup in place of its marks.

        Raises IllFormedError for markup that is no XML; a part without marks was parsed before, and is not.
        """
        before, *marked = etree.tostring(_declaring(root), encoding="UTF-8", standalone=True).split(_OPENING)
        return well_formed(self._segments(before, marked)) if marked else iter([before])

    def _segments(self, before: bytes, marked: list[bytes]) -> Iterator[bytes]:
        yield before
        for each in marked:
            instruction, _, after = each.partition(_CLOSING)
            yield "".join(self._pieces[int(instruction.split()[0])]).encode()
            yield after


def _declaring(root: etree._Element) -> etree._Element:
    """Return the root, or a copy that declares the prefixes of our markup."""
    wanted = {prefix: NAMESPACES[prefix] for prefix in ("w", "r")}
    if wanted.items() <= root.nsmap.items():
        return root
    named = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    copy = etree.Element(root.tag, nsmap=named | wanted)
    for key, value in root.attrib.items():
        copy.set(key, value)
    copy.extend(deepcopy(root))
    return copy


def marks_table(element: etree._Element) -> bool:
    """Tell whether the element marks markup that ends in a table."""
    return isinstance(element, etree._ProcessingInstruction) and (element.text or "").endswith(_TABLE)
