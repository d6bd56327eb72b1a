# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Comments that come home as remarks, and pictures that go beside the text."""

from __future__ import annotations

from collections.abc import Collection

from jvom.homing.account import Account, one_line, shortened
from jvom.homing.leaves import Leaf
from jvom.homing.markdown import typed_remark
from jvom.homing.origin import Origin
from jvom.homing.rebuilding import Base
from jvom.homing.units import Entry
from jvom.homing.word_pieces import pictures_by_path
from jvom.messages import msg
from jvom.reading.word.comments import Said
from jvom.reading.word.returned import Returned
from jvom.source import Span
from jvom.text import Remark

_PICTURES = {".png", ".jpg", ".jpeg"}


class Comments(Account):
    """The comments of a returned file, and its pictures.

    `taken` are the names of the files beside the text.
    """

    def __init__(
        self, returned: Returned, origin: Origin, base: Base, path: str, taken: Collection[str]
    ) -> None:
        super().__init__(returned, origin, base, path)
        self.with_resolved = False
        self.taken = set(taken)
        self.pictures: dict[str, bytes] = {}
        self.known_pictures = pictures_by_path(returned, origin)
        self.own_remarks = {
            one_line(each.text): typed_remark(each) for each in base.fragment.remarks if each.within
        }
        self.said = {one_line(each) for each in origin.said}

    def remark(self, stands_for: str) -> str:
        """Return a comment as it is typed, "" for one that went along or was resolved."""
        said = self.returned.comments.get(stands_for)
        return self.typed_said(said) if said is not None else ""

    def typed_said(self, said: Said) -> str:
        """Return a comment with its replies as it is typed, "" for one that is not new."""
        known = one_line(said.text) in self.said
        if said.resolved and not self.with_resolved:
            return ""
        if known and not said.replies:
            return self.own_remarks.get(one_line(said.text), "")
        lines = [] if known and said.author == "jvom" else [said.text]
        lines += [f"{reply.author}: {reply.text}" if reply.author else reply.text for reply in said.replies]
        if known and said.author == "jvom":
            lines.insert(0, f"bij «{shortened(said.text)}»")
        remark = Remark(
            "\n".join(lines), said.author if said.author != "jvom" else "", said.date, Span(self.path)
        )
        typed = typed_remark(remark)
        self.remarks.add(typed)
        return typed

    def with_remarks(
        self, made: list[tuple[Entry, int]], leaves: list[Leaf], pairs: list[int]
    ) -> list[tuple[Entry, int]]:
        """Return the blocks with the new comments on those that stay as they are, on lines of their own."""
        own: dict[int, list[str]] = {}
        for leaf, at in zip(leaves, pairs, strict=True):
            if at >= 0:
                place = self.base.units.place("block", self.base.leaves[at].unit)
                new = [
                    piece.text
                    for piece in leaf.all_pieces
                    if piece.kind == "remark" and piece.text in self.remarks
                ]
                own.setdefault(place, []).extend(new)
        found: list[tuple[Entry, int]] = []
        for entry, place in made:
            texts = own.get(place, []) if isinstance(entry, int) else []
            if texts and self.base.units.units[place].text.startswith("#"):
                # Above a heading it would be about what is above that.
                found.append((" ".join([self.base.units.units[place].text, *texts]), place))
                continue
            found += [(text, -1) for text in texts]
            found.append((entry, place))
        found += [(typed, -1) for each in self.returned.loose if (typed := self.typed_said(each))]
        return found

    def picture_path(self, path: str) -> str:
        """Return where a picture is beside the text, by its path in the file; "" for one that is left out."""
        if path in self.known_pictures:
            return self.known_pictures[path]
        data = self.returned.pictures.get(path)
        suffix = "." + path.rpartition(".")[2].lower()
        if data is None or suffix not in _PICTURES:
            self.tell(
                msg(
                    "een afbeelding van het soort {kind} is niet overgenomen", kind=suffix.lstrip(".") or path
                ),
                person=True,
            )
            return ""
        name = self.origin.section.rpartition("/")[2]
        for known, picture in self.pictures.items():
            if picture == data:
                return known
        number = 1
        ending = ".jpg" if suffix == ".jpeg" else suffix
        while (made := f"{name}-afbeelding-{number}{ending}") in self.taken:
            number += 1
        self.taken.add(made)
        self.pictures[made] = data
        return made
