# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the computed parts of a dossier's text print: figures, citations, cross-references."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from jvom.model import Caption, Dossier
from jvom.resolving.citations import write_citation
from jvom.resolving.crossreferences import write_crossreference
from jvom.resolving.figures import write_figure
from jvom.resolving.numbering import Section
from jvom.resolving.pieces import Piece
from jvom.text import Citation, CrossReference, FigureUse


class Printer(Protocol):
    """How the computed parts of a text are printed."""

    def figure(self, use: FigureUse) -> str: ...

    def citation(self, use: Citation) -> tuple[Piece, ...]: ...

    def cross_reference(self, use: CrossReference) -> tuple[Piece, ...]: ...


class DossierPrinter:
    """Prints with the data of a dossier. Raises KeyError for a name that does not exist (see `integrity`).

    `numbered` are the sections of the report by their id.
    """

    def __init__(self, dossier: Dossier, numbered: Mapping[str, Section]) -> None:
        self.figures, self.references = dossier.figures.figures, dossier.references
        self.numbered = numbered
        self._dossier = dossier
        self._captions: Mapping[str, Caption] | None = None

    @property
    def captions(self) -> Mapping[str, Caption]:
        """The captions that have a name, by that name."""
        if self._captions is None:
            from jvom.resolving.captions import by_name, captions

            self._captions = by_name(captions(self._dossier))
        return self._captions

    def figure(self, use: FigureUse) -> str:
        return write_figure(self.figures[use.name])

    def citation(self, use: Citation) -> tuple[Piece, ...]:
        return write_citation(use, self.references)

    def cross_reference(self, use: CrossReference) -> tuple[Piece, ...]:
        named = any(target.startswith(("fig-", "tab-")) for target in use.targets)
        return write_crossreference(use, self.numbered, self.captions if named else {})
