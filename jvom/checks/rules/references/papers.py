# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Parliamentary papers: those in the register of a dossier, and those that texts cite by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jvom.analysis.citations import Citation
from jvom.analysis.passages import Passage
from jvom.checks.views import DossierView, Texts
from jvom.model import Kamerstuk


def papers(texts: Texts) -> Mapping[str, Kamerstuk]:
    """Return the parliamentary papers in the register, by their names; none without a dossier."""
    if not isinstance(texts, DossierView):
        return {}
    references = texts.dossier.references.references.items()
    return {name: paper for name, paper in references if isinstance(paper, Kamerstuk)}


def typed_citations(texts: Texts) -> Iterator[tuple[Passage, Citation]]:
    """Yield the citations of parliamentary papers that were typed."""
    for passage in texts.passages:
        for citation in passage.citations:
            if citation.kind in ("kamerstuk", "document") and passage.is_typed(citation.start, citation.end):
                yield passage, citation
