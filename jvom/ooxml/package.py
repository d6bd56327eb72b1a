# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a Word file and how they are related.

Nothing is loaded from outside and nothing runs, whatever the file refers to.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from jvom.messages import Message, msg
from jvom.ooxml.archive import LARGEST_FILE, SAVE_ANEW, TRUSTED, damaged, too_large, unpack
from jvom.ooxml.names import transitional
from jvom.ooxml.relationships import Relationship, read_relationships, rels_part
from jvom.source import CannotRun, Problem, Span


class Package:
    """A Word file by its `members`, the bytes of each part by name; `span` is where messages say it is.

    A part is parsed when it is first asked for; in a file saved as "Strict Open XML" it then has the
    transitional namespaces.
    """

    def __init__(self, members: Mapping[str, bytes], span: Span) -> None:
        self.span = span
        self._members = members
        self._roots: dict[str, etree._Element] = {}
        self._relationships: dict[str, Mapping[str, Relationship]] = {}

    @classmethod
    def open(cls, data: bytes, span: Span, what: Message) -> Package:
        """Return the Word file that these bytes are; `what` is how messages call it ("het bestand").

        Raises CannotRun for what is no Word file, is damaged, or is not safe to unpack.
        """
        if len(data) > LARGEST_FILE:
            raise CannotRun([too_large(span, what)])
        package = cls(unpack(data, span, what), span)
        root = package.root(package.main)
        if root is None or etree.QName(root).localname != "document":
            raise CannotRun([Problem(span, msg("{what} is geen Word-document", what=what), SAVE_ANEW)])
        return package

    @property
    def main(self) -> str:
        """The name of the part with the text (ECMA-376-1, 11.3.10), "" when the file names none."""
        return next((each.part for each in self._of_kind("", "officeDocument")), "")

    def root(self, part: str) -> etree._Element | None:
        """Return the root of a part, None when the file lacks it. Raises CannotRun when it is no XML."""
        if part not in self._members:
            return None
        if part not in self._roots:
            self._roots[part] = parse_part(transitional(self._members[part]), part, self.span)
        return self._roots[part]

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._members)

    def data(self, part: str) -> bytes | None:
        """Return the bytes of a part, None when there is no such part."""
        return self._members.get(part)

    def relationships(self, source: str) -> Mapping[str, Relationship]:
        """Return the relationships of a part by id; those of the file as a whole for ""."""
        if source not in self._relationships:
            found = read_relationships(self.root(rels_part(source)), source)
            self._relationships[source] = {each.id: each for each in found}
        return self._relationships[source]

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the parts to which the main part has a relationship of that kind (``footnotes``)."""
        found = (each.part for each in self._of_kind(self.main, kind))
        return tuple(dict.fromkeys(part for part in found if part in self._members))

    def related_root(self, kind: str) -> etree._Element | None:
        """Return the root of the first part of that kind, if there is one. Raises CannotRun."""
        return next((self.root(part) for part in self.related(kind)), None)

    @property
    def properties(self) -> etree._Element | None:
        """The core properties (title, author), if the file has them (ECMA-376-2, 11)."""
        return next((self.root(each.part) for each in self._of_kind("", "core-properties")), None)

    def _of_kind(self, source: str, kind: str) -> list[Relationship]:
        every = self.relationships(source).values()
        return [each for each in every if each.kind == kind and not each.external]


def parse_part(data: bytes, part: str, span: Span) -> etree._Element:
    """Return the root element of a part. Raises CannotRun when it is no XML, or has a DTD."""
    root = None
    if b"<!DOCTYPE" not in data:
        root = _parsed(data)
        if root is None:
            raise CannotRun([damaged(span, msg("onderdeel «{part}» is geen geldige XML", part=part))])
    # A DTD in UTF-16 is found only when it has been parsed.
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        what = msg("onderdeel «{part}» heeft een DTD, die van buiten kan laden", part=part)
        raise CannotRun([Problem(span, what, TRUSTED)])
    return root


def _parsed(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
