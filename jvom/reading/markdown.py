# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads Markdown: the common forms directly, all others with markdown-it.

Nearly every text of a dossier has only the common forms, and needs no markdown-it, which is slow to import.
Both ways give the same fragment; a property test compares them.
"""

from __future__ import annotations

from typing import Any

from jvom.reading.pieces import Piece, split_pieces
from jvom.reading.plain_blocks import plain_blocks
from jvom.reading.tokens import Token


class Markdown:
    """Reads one decoded text: first its blocks, and then the pieces of each."""

    def __init__(self) -> None:
        self._env: dict[str, Any] = {}  # passes link definitions from markdown-it's blocks to its inlines

    def blocks(self, text: str) -> list[Token]:
        """Return the tokens of the blocks, front matter first when there is one.

        A paragraph or heading may be a single ``inline`` token, without opening and closing tokens; that of a
        heading has a tag. Raises RecursionError when blocks nest too deep.
        """
        tokens = plain_blocks(text)
        if tokens is None:
            from jvom.reading.commonmark import read_blocks

            tokens = read_blocks(text, self._env)
        return tokens

    @property
    def definitions(self) -> tuple[int, ...]:
        """The lines, from 0, of link reference definitions (CommonMark 4.7), which give no token."""
        references = [*self._env.get("references", {}).values(), *self._env.get("duplicate_refs", ())]
        return tuple(sorted(reference["map"][0] for reference in references))

    def pieces(self, content: str) -> list[Piece]:
        """Return the pieces of a block with this content."""
        pieces = split_pieces(content)
        if pieces is None:
            from jvom.reading.commonmark import read_pieces

            pieces = read_pieces(content, self._env)
        return pieces
