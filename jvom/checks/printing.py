# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the computed parts of a dossier's text print, in ordinary spaces as a typed text has."""

from __future__ import annotations

from msgspec.structs import replace

from jvom.dutch.characters import plain_spaces
from jvom.model import Dossier
from jvom.resolving.numbering import by_id, sections
from jvom.resolving.pieces import Piece
from jvom.resolving.printing import DossierPrinter
from jvom.text import Citation, CrossReference, FigureUse


class PlainPrinter(DossierPrinter):
    """Prints with the data of a dossier; every name in its text exists (see integrity)."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier, by_id(sections(dossier)))

    def figure(self, use: FigureUse) -> str:
        return plain_spaces(super().figure(use))

    def citation(self, use: Citation) -> tuple[Piece, ...]:
        return tuple(map(_plain, super().citation(use)))

    def cross_reference(self, use: CrossReference) -> tuple[Piece, ...]:
        return tuple(map(_plain, super().cross_reference(use)))


def _plain(piece: Piece) -> Piece:
    return replace(piece, text=plain_spaces(piece.text))
