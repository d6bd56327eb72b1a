# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Relationships: which part goes with which, and what is outside the file (ECMA-376-2, 9.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import lru_cache

import msgspec
from lxml import etree

from jvom.ooxml.names import NAMESPACES, qn
from jvom.ooxml.xml import serialized

ROOT, RELATIONSHIP = qn("rel:Relationships"), qn("rel:Relationship")

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""How the types begin that ECMA-376-1 and -4 give; behind it is the kind: ``footnotes``."""


class Relationship(msgspec.Struct, frozen=True):
    """A relationship, with its attributes as the file has them.

    `part` is the name of the part it leads to, "" when `target` is an address outside the file.
    """

    id: str
    type: str
    target: str
    external: bool
    part: str

    @property
    def kind(self) -> str:
        """The last word of the type, which is the same in strict and transitional files: ``footnotes``."""
        return self.type.rpartition("/")[2]

    @property
    def destination(self) -> str:
        """The name of the part it leads to, or the address outside the file."""
        return self.target if self.external else self.part


def read_relationships(root: etree._Element | None, source: str) -> list[Relationship]:
    """Return the relationships of a part, in order.

    `source` is the name of that part, "" for the file itself; `root` is the root of the part that
    :func:`rels_part` names, None when there is none.
    """
    found = []
    for each in () if root is None else root.iter(RELATIONSHIP):
        target, external = each.get("Target", ""), each.get("TargetMode") == "External"
        part = "" if external else part_at(target, source)
        found.append(Relationship(each.get("Id", ""), each.get("Type", ""), target, external, part))
    return found


def rels_part(source: str) -> str:
    """Return the name of the part with the relationships of a part, "" for those of the file."""
    return posixpath.join(posixpath.dirname(source), "_rels", f"{posixpath.basename(source)}.rels")


def source_of(rels: str) -> str:
    """Return the name of the part whose relationships these are, "" for the file itself."""
    return posixpath.join(posixpath.dirname(posixpath.dirname(rels)), posixpath.basename(rels)[:-5])


def relationships_part(relationships: Iterable[tuple[str, str, str, bool]]) -> bytes:
    """Return the part with relationships; each has its id, type and target, and whether that is outside."""
    root = etree.fromstring(f'<Relationships xmlns="{NAMESPACES["rel"]}"/>')
    for id_, kind, target, external in relationships:
        entry = etree.SubElement(root, RELATIONSHIP)
        entry.set("Id", id_)
        entry.set("Type", kind)
        entry.set("Target", target)
        if external:
            entry.set("TargetMode", "External")
    return serialized(root)


@lru_cache(maxsize=1024)
def part_at(target: str, source: str) -> str:
    """Return the name of the part that an internal target in the part `source` leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
