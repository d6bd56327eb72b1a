# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The input and the output of the layout of a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from jvom.plan import Contents, Document
from jvom.source import Problem
from jvom.word.template import Template

Engine: TypeAlias = Literal["exact", "estimate"]
"""How the page numbers were found: by LibreOffice, or from the widths of letters."""


class Job(msgspec.Struct, frozen=True):
    """A document to lay out, and the template it is built with.

    `places` are bookmarks in it whose pages are asked, besides those of the headings in its contents.
    """

    document: Document
    template: Template
    places: tuple[str, ...] = ()

    @property
    def has_contents(self) -> bool:
        """Whether the document shows page numbers of its own headings."""
        return any(
            isinstance(block, Contents) for blocks in self.document.blocks.values() for block in blocks
        )

    @property
    def needs_pages(self) -> bool:
        """Whether anything asks on which page it is."""
        return self.has_contents or bool(self.places)


class Obstacles(msgspec.Struct, frozen=True):
    """Why a PDF does not claim to conform to PDF/UA; nothing is known when both are empty.

    `characters` are those that no font shows; `links` are outside the structure, each by its address, or by
    the description of an internal one.
    """

    characters: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class Layout(msgspec.Struct, frozen=True):
    """The built files, by the documents' file names without extension.

    `pages` has the printed page of each bookmark of the documents with a table of contents, and `places` that
    of each place that a job asked for; `pdfs` is empty when none were requested. `reasons` say why no better
    engine was used. `obstacles` has each PDF that does not claim to conform to PDF/UA.
    """

    engine: Engine
    files: Mapping[str, bytes]
    pdfs: Mapping[str, bytes]
    pages: Mapping[str, Mapping[str, int]]
    reasons: tuple[Problem, ...] = ()
    obstacles: Mapping[str, Obstacles] = {}
    places: Mapping[str, Mapping[str, int]] = {}
