# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text that came home: what is known of it, and the notices about it."""

from __future__ import annotations

import re

import msgspec

from jvom.dutch.typography import untypeset
from jvom.homing.markdown import typed_remark
from jvom.homing.origin import Origin
from jvom.homing.pieces import Piece, as_typed
from jvom.homing.rebuilding import Base
from jvom.homing.recognizing import is_withheld
from jvom.messages import Message, msg
from jvom.reading.word.returned import Returned
from jvom.source import Span
from jvom.text import Remark

_WORD = re.compile(r"\w+")
_LONGEST = 300


class Notice(msgspec.Struct, frozen=True):
    """What a person must know of a text that came home; with `person`, somebody must do something."""

    what: Message
    person: bool = False


class Account:
    """What is known of a returned file, and the notices about it."""

    def __init__(self, returned: Returned, origin: Origin, base: Base, path: str) -> None:
        self.returned, self.origin, self.base, self.path = returned, origin, base, path
        self.marks = {mark.typed: mark.printed for mark in origin.marks}
        self.notices: list[Notice] = []
        self.remarks: set[str] = set()

    def tell(self, what: Message, *, person: bool = False) -> None:
        """Add a notice."""
        self.notices.append(Notice(what, person))

    def tell_changed(self, mark: str) -> tuple[Piece, ...]:
        """Tell that a mark was replaced by words, and return that as a remark."""
        if is_withheld(mark):
            self.tell(msg("gemarkeerde woorden zijn weg: {mark}", mark=mark))
            return ()
        if mark.startswith("{{"):
            what = msg(
                "het cijfer {mark} ({printed}) is met de hand vervangen; "
                "klopt het niet meer, wijzig dan {file}",
                mark=mark,
                printed=self.marks.get(mark, ""),
                file="figures.yml",
            )
        elif mark.startswith("[@"):
            what = msg(
                "de bron {mark} is met de hand vervangen; klopt die niet meer, wijzig dan {file}",
                mark=mark,
                file="references.yml",
            )
        else:
            what = msg("de verwijzing {mark} is met de hand vervangen", mark=mark)
        self.tell(what, person=True)
        return (self.own_remark(what),)

    def own_remark(self, what: Message) -> Piece:
        """Return a remark of jvom itself about the text beside it."""
        typed = typed_remark(Remark(str(what), "jvom", None, Span(self.path)))
        self.remarks.add(typed)
        return Piece("remark", typed)

    def tell_gone(self, pairs: list[int]) -> None:
        """Tell which marked words went with their paragraph, and which controls were changed."""
        kept = set(pairs)
        for at, leaf in enumerate(self.base.leaves):
            if at in kept:
                continue
            for piece in leaf.all_pieces:
                if piece.kind == "mark" and is_withheld(piece.text):
                    self.tell(msg("gemarkeerde woorden zijn met hun alinea weg: {mark}", mark=piece.text))
        for number, shown in self.returned.marks.values():
            if not 0 < number <= len(self.origin.marks):
                continue
            mark = self.origin.marks[number - 1]
            if " ".join(untypeset(shown).split()) != " ".join(untypeset(mark.printed).split()):
                self.tell(
                    msg(
                        "het vaste veld {mark} is gewijzigd van «{printed}» in «{shown}»; "
                        "dat is niet overgenomen",
                        mark=mark.typed,
                        printed=mark.printed,
                        shown=shown,
                    ),
                    person=True,
                )

    @property
    def path_of_text(self) -> str:
        """The path of the text in its dossier."""
        return f"{self.origin.section}.md"


def one_line(text: str) -> str:
    """Return a text on one line in small letters, as typed."""
    return " ".join(untypeset(text).split()).lower()


def shortened(text: str) -> str:
    """Return a text that fits a message."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return _WORD.findall(as_typed(text).lower())
