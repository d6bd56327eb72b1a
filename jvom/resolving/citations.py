# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a citation prints: the house form of a Kamerstuk, or the title of a publication."""

from __future__ import annotations

from jvom.dutch import dates
from jvom.dutch.kamerstukken import write_kamerstuk
from jvom.model import Kamerstuk, Publication, Reference, ReferenceData
from jvom.resolving.pieces import Piece
from jvom.text import Citation
from jvom.times import LooseDate


def write_citation(citation: Citation, data: ReferenceData) -> tuple[Piece, ...]:
    """Return the pieces that a citation prints; KeyError for a reference that does not exist.

    Papers of one dossier go together ("Kamerstukken 29 521, nrs. 505 en 512") unless dates are asked for.
    """
    cited = [data.references[name] for name in citation.references]
    papers = [reference for reference in cited if isinstance(reference, Kamerstuk)]
    if not citation.dated and len(papers) == len(cited) and len({paper.dossier for paper in papers}) == 1:
        return (Piece(write_kamerstuk(papers[0].dossier, [paper.number for paper in papers])),)
    pieces: list[Piece] = []
    for place, reference in enumerate(cited):
        if place:
            pieces.append(Piece(" en " if place == len(cited) - 1 else ", "))
        pieces += _one(reference, citation.dated)
    return tuple(pieces)


def write_loose_date(date: LooseDate) -> str:
    """Return "4 april 2025", "augustus 2022" or "2022", as exact as the date is known."""
    if day := date.exact:
        return dates.write_date(day)
    return dates.write_month(date.year, date.month) if date.month else str(date.year)


def _one(reference: Reference, dated: bool) -> list[Piece]:
    match reference:
        case Kamerstuk():
            text = write_kamerstuk(reference.dossier, [reference.number])
            if dated:
                text += f" van {write_loose_date(reference.date)}"
            return [Piece(text)]
        case Publication():
            language = "" if reference.language == "nl" else reference.language
            pieces = [Piece("“"), Piece(reference.title, language), Piece("”")]
            if dated:
                details = [reference.publisher] if reference.publisher else []
                details += [f"kenmerk {reference.number}"] if reference.number else []
                details.append(write_loose_date(reference.date))
                pieces.append(Piece(f" ({', '.join(details)})"))
            return pieces
