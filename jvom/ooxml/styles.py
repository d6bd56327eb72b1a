# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Styles and what they are based on: whose properties count, and in which order (ECMA-376-1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.tree import children, find, value
from jvom.ooxml.values import is_true

DEEPEST = 20
"""How many styles are read of those that are based on one another: Word makes no more than a few."""


class Styles:
    """The styles of a file by id; `root` is its ``w:styles``, None when it has none.

    `default` is the id of the style of paragraphs that name none, "" when there is no such style (17.7.4.17);
    `defaults` is ``w:docDefaults``, what counts where no style says anything (17.7.5).
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id = {each.get(qn("w:styleId"), ""): each for each in children(root, "w:style")}
        self._chains: dict[str, tuple[etree._Element, ...]] = {}
        self.defaults = find(root, "w:docDefaults")
        self.default = next(
            (
                id_
                for id_, each in self._by_id.items()
                if each.get(qn("w:type")) == "paragraph" and is_true(each.get(qn("w:default")))
            ),
            "",
        )

    def __contains__(self, id_: str) -> bool:
        return id_ in self._by_id

    def elements(self) -> Iterable[etree._Element]:
        """Return every ``w:style``, in the order of the file."""
        return self._by_id.values()

    def name(self, id_: str) -> str:
        """Return the name of a style (17.7.4.9), "" when it has none or does not exist.

        Ids depend on the language of the Word that saved the file; names of built-in styles are English.
        """
        return value(find(self._by_id.get(id_), "w:name"))

    def chain(self, id_: str) -> tuple[etree._Element, ...]:
        """Return the style and all it is based on (17.7.4.3), itself first; nothing when it does not exist.

        A style that is based on itself, by whatever way, ends the chain.
        """
        if id_ not in self._chains:
            chain: list[etree._Element] = []
            at = id_
            while at in self._by_id and len(chain) < DEEPEST and self._by_id[at] not in chain:
                chain.append(self._by_id[at])
                at = value(find(chain[-1], "w:basedOn"))
            self._chains[id_] = tuple(chain)
        return self._chains[id_]

    def find(self, id_: str, path: str) -> etree._Element | None:
        """Return the element at the path in the style, or in the nearest style it is based on."""
        return next((found for each in self.chain(id_) if (found := find(each, path)) is not None), None)
