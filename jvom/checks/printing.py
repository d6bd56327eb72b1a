# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the computed parts of a dossier's text print: figures, citations, cross-references."""

from __future__ import annotations

from jvom.dutch.characters import plain_spaces
from jvom.model import Dossier
from jvom.resolving.citations import citation_text
from jvom.resolving.crossreferences import crossreference_text
from jvom.resolving.figures import write_figure
from jvom.resolving.numbering import by_id, sections
from jvom.text import Citation, CrossReference, FigureUse


class DossierPrinter:
    """Prints with the data of a dossier, in plain spaces; every name in its text exists (see integrity)."""

    def __init__(self, dossier: Dossier) -> None:
        self.figures, self.references = dossier.figures.figures, dossier.references
        self.numbered = by_id(sections(dossier))

    def figure(self, use: FigureUse) -> str:
        return plain_spaces(write_figure(self.figures[use.name]))

    def citation(self, use: Citation) -> str:
        return plain_spaces(citation_text(use, self.references))

    def cross_reference(self, use: CrossReference) -> str:
        return plain_spaces(crossreference_text(use, self.numbered))
