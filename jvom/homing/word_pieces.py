# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pieces of a paragraph of a returned Word file: its locked controls and comments are marks again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jvom.homing.markdown import typed_mark
from jvom.homing.origin import Origin
from jvom.homing.pieces import Look, Piece, gathered, joined
from jvom.reading.word.returned import Returned, digest_of_picture
from jvom.text import Inlines

_STANDS_IN = re.compile("([\U00100000-\U0010fffd])")


class WordPieces:
    """Makes pieces of inlines of a returned file.

    `remark` returns a comment as it is typed, "" for one that is left out; `note` the label of a footnote by
    the number that Word gives it; `picture` the path of a picture by that in the file.
    """

    def __init__(
        self,
        returned: Returned,
        origin: Origin,
        *,
        remark: Callable[[str], str],
        note: Callable[[str], str],
        picture: Callable[[str], str],
    ) -> None:
        self.marks, self.origin = returned.marks, origin
        self.remark, self.note, self.picture = remark, note, picture

    def __call__(self, content: Inlines) -> tuple[Piece, ...]:
        found: list[Piece] = []
        for piece in gathered(content, typed_mark, in_word=True):
            match piece.kind:
                case "words":
                    found += self._words(piece)
                case "note":
                    found.append(piece._replace(text=self.note(piece.text)))
                case "picture":
                    found.append(piece._replace(text=self.picture(piece.text)))
                case _:
                    found.append(piece)
        return joined(found)

    def _words(self, piece: Piece) -> list[Piece]:
        found: list[Piece] = []
        for part in _STANDS_IN.split(piece.text):
            if part in self.marks:
                number, shown = self.marks[part]
                if 0 < number <= len(self.origin.marks):
                    mark = self.origin.marks[number - 1]
                    look = Look(mark.address, mark.bold, mark.language)
                    found.append(Piece("mark", mark.typed, look))
                else:
                    found.append(piece._replace(text=shown))
            elif _STANDS_IN.fullmatch(part):
                if typed := self.remark(part):
                    found.append(Piece("remark", typed))
            elif part:
                found.append(piece._replace(text=part))
        return found


def pictures_by_path(returned: Returned, origin: Origin) -> Mapping[str, str]:
    """Return the path of each picture that was exported, by its path in the returned file."""
    found = {}
    for path, data in returned.pictures.items():
        known = origin.pictures.get(digest_of_picture(data))
        if known:
            found[path] = known
    return found
