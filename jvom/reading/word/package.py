# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a Word file. Nothing is loaded from outside and nothing runs, whatever the file refers to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from jvom.archive import (
    LARGEST_FILE,
    RELATIONSHIP,
    SAVE_ANEW,
    parse_part,
    relationships_of,
    target_of,
    too_large,
    unpack,
)
from jvom.messages import msg
from jvom.reading.word.names import STRICT
from jvom.source import CannotRun, Problem, Span

WHAT = msg("het bestand")


class Target(NamedTuple):
    """Where a relationship leads: the name of a part, or an address outside the file."""

    kind: str
    name: str
    external: bool


class Package:
    """A Word file; its parts are parsed when they are asked for, and then kept."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open the file with these bytes. Raises CannotRun for what is none, or not safe to unpack."""
        self.span = Span(path)
        if len(data) > LARGEST_FILE:
            raise CannotRun([too_large(self.span, WHAT)])
        self._members = unpack(data, self.span, WHAT)
        self._roots: dict[str, etree._Element] = {}
        self._targets: dict[str, Mapping[str, Target]] = {}
        main = [each for each in self.targets("").values() if each.kind == "officeDocument"]
        self.main = main[0].name if main else ""
        root = self.root(self.main)
        if root is None or etree.QName(root).localname != "document":
            raise CannotRun([Problem(self.span, msg("{what} is geen Word-document", what=WHAT), SAVE_ANEW)])
        self.document = root

    def root(self, part: str) -> etree._Element | None:
        """Return the root of a part, None when the part is not there. Raises CannotRun when it is no XML."""
        if part not in self._members:
            return None
        if part not in self._roots:
            data = self._members[part]
            if b"purl.oclc.org/ooxml" in data:
                for strict, usual in STRICT.items():
                    data = data.replace(strict, usual)
            self._roots[part] = parse_part(data, part, self.span)
        return self._roots[part]

    def targets(self, part: str) -> Mapping[str, Target]:
        """Return the relationships of a part by id; those of the file as a whole for ""."""
        if part not in self._targets:
            root = self.root(relationships_of(part))
            found = {}
            for each in () if root is None else root.iter(RELATIONSHIP):
                external = each.get("TargetMode") == "External"
                address = each.get("Target", "")
                if not external:
                    address = target_of(address, part)
                kind = each.get("Type", "").rpartition("/")[2]
                found[each.get("Id", "")] = Target(kind, address, external)
            self._targets[part] = found
        return self._targets[part]

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the parts to which the main part has a relationship of that kind (``footnotes``)."""
        return tuple(
            dict.fromkeys(
                each.name
                for each in self.targets(self.main).values()
                if each.kind == kind and not each.external and each.name in self._members
            )
        )

    def one(self, kind: str) -> etree._Element | None:
        """Return the root of the first part of that kind, if there is one."""
        return next((self.root(part) for part in self.related(kind)), None)

    @property
    def properties(self) -> etree._Element | None:
        """The core properties (title, author), if the file has them."""
        found = [each for each in self.targets("").values() if each.kind == "core-properties"]
        return self.root(found[0].name) if found else None
