# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The content of a paragraph as tokens: whole words, the spaces and signs between them, notes, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from jvom.plan import (
    CommentEnd,
    CommentStart,
    Hyperlink,
    Image,
    Inline,
    LineBreak,
    Locked,
    Note,
    NumberReference,
    Revised,
    Run,
    plain_text,
)

# Signs that keep a word together when a letter or digit follows: "EU-missie", "1.300", "foto's", "en/of".
_TOKEN = re.compile(r"[^\W_](?:\w|[-.,:/@'’&+\u00ad\u2011](?=\w))*|\s|.", re.DOTALL)
_SAME = str.maketrans({"\u00ad": "", "\u2011": "-", "\u00a0": " ", "\u202f": " "})
"""Typography, which depends on what is around a word and on the width of a column."""


class Token(NamedTuple):
    """A piece of content; two with the same `key` are the same. `is_word` counts for likeness."""

    key: str
    inline: Inline
    address: str = ""
    is_word: bool = False

    @property
    def text(self) -> str:
        """The words as they print."""
        return plain_text((self.inline,))


class Words(NamedTuple):
    """Content as tokens, with the keys of all and of the words alone."""

    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    words: tuple[str, ...]


def tokens(content: Iterable[Inline]) -> Words:
    """Return content without revisions as tokens."""
    made = tuple(_tokens(content))
    keys = tuple([token.key for token in made])
    return Words(made, keys, tuple([token.key for token in made if token.is_word]))


def note_text(note: Note) -> str:
    """Return the words of a note, a paragraph a line."""
    return "\n".join(plain_text(paragraph.content) for paragraph in note.paragraphs)


def content_of(made: Iterable[Token]) -> tuple[Inline, ...]:
    """Return tokens as content again: runs and links that look the same are one."""
    found: list[Inline] = []
    runs: list[Run] = []
    address = ""

    def end() -> None:
        if runs:
            joined = tuple(_joined(runs))
            found.extend((Hyperlink(address, joined),) if address else joined)
            runs.clear()

    for token in made:
        if token.address != address or not isinstance(token.inline, Run):
            end()
            address = token.address
        if isinstance(token.inline, Run):
            runs.append(token.inline)
        else:
            found.append(token.inline)
    end()
    return tuple(found)


def _joined(runs: list[Run]) -> Iterator[Run]:
    pieces: list[str] = []
    for place, run in enumerate(runs):
        pieces.append(run.text)
        after = runs[place + 1] if place + 1 < len(runs) else None
        if after is None or (after.style, after.language) != (run.style, run.language):
            yield replace(run, text="".join(pieces))
            pieces = []


def _tokens(content: Iterable[Inline]) -> Iterator[Token]:
    for inline in content:
        match inline:
            case Run():
                yield from _of_run(inline, "")
            case Hyperlink(address=address, content=runs):
                for run in runs:
                    yield from _of_run(run, address)
            case LineBreak():
                yield Token("\n", inline)
            case NumberReference(bookmark=bookmark):
                yield Token(f"\0number {bookmark}", inline, is_word=True)
            case Note():
                yield Token(f"\0note {note_text(inline).translate(_SAME)}", inline)
            case Image(data=data, description=description):
                yield Token(f"\0image {hash(data)} {len(data)} {description}", inline, is_word=True)
            case Locked(content=locked):
                yield from _tokens(locked)
            case CommentStart() | CommentEnd():
                pass
            case Revised():
                raise ValueError("what has revisions can't be compared")


def _of_run(run: Run, address: str) -> Iterator[Token]:
    # A black bar is another thing than the word that stands for it.
    suffix = f"\0{address}" if address else "\0bar" if run.style == "Gelakt" else ""
    for piece in _TOKEN.findall(run.text):
        key = piece.translate(_SAME)
        yield Token(key + suffix, replace(run, text=piece), address, piece[0].isalnum())
