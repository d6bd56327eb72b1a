# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two contents of a paragraph as one with revisions: by sentence, then by whole words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec.structs import replace
from rapidfuzz.distance import LCSseq

from jvom.alignment import align, likeness
from jvom.comparing.tokens import Token, Words, content_of, tokens
from jvom.dutch.sentences import sentences
from jvom.plan import Change, Inline, Note, NumberReference, Paragraph, Revised, Run

LEAST_SHARED = 1 / 3
"""How much two sentences must share to be read as one that was changed."""

_SHORT_WORD = 4
"""A lone unchanged word of at most this many letters between two changes is read as part of both."""

_AS_NOTE: dict[Change, Change] = {"moved-away": "deleted", "moved-here": "inserted"}


class _Piece(NamedTuple):
    """A token that is old, new or the same, and then what it was."""

    kind: Literal["same", "old", "new"]
    token: Token
    former: Token | None = None


def revised(old: tuple[Inline, ...], new: tuple[Inline, ...], moved: bool = False) -> tuple[Inline, ...]:
    """Return the new content with its changes from the old as revisions.

    With `moved` it is that of a paragraph that moved here: what it kept is marked as moved, and what it lost
    is in the other place.
    """
    before, after = tokens(old), tokens(new)
    before, after = _with_paired_notes(before, after)
    content: list[Inline] = []
    for kind, group in groupby(_pieces(before, after), lambda piece: piece.kind):
        pieces = list(group)
        made = [piece.token for piece in pieces]
        if kind == "same" and moved:
            content.append(_marked("moved-here", made))
        elif kind == "same":
            content += content_of(map(_same, pieces))
        elif kind == "new":
            content.append(_marked("inserted", made))
        elif not moved:
            content.append(_marked("deleted", made))
    return tuple(content)


def whole(change: Change, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return content that was changed as a whole."""
    return (_marked(change, tokens(content).tokens),) if content else ()


def share(old: Words, new: Words) -> float:
    """Return how alike two contents are, from 0 to 1; without words it is all or nothing."""
    if old.keys == new.keys:
        return 1.0
    return likeness(old.words, new.words)


def _marked(change: Change, made: Iterable[Token]) -> Revised:
    is_old = change in ("deleted", "moved-away")
    return Revised(change, content_of(_within(change, token, is_old) for token in made))


def _within(change: Change, token: Token, is_old: bool) -> Token:
    """Return a token for use in a revision: a note is changed with it, and what is old has no fields."""
    match token.inline:
        case Note(paragraphs=paragraphs):
            change = _AS_NOTE.get(change, change)  # a move has a range, which notes can't have
            marked = (replace(each, content=whole(change, each.content)) for each in paragraphs)
            return token._replace(inline=Note(tuple(marked)))
        case NumberReference(text=text) if is_old:
            return token._replace(inline=Run(text))  # its bookmark may be gone
        case _:
            return token


def _with_paired_notes(old: Words, new: Words) -> tuple[Words, Words]:
    """Return the tokens with one key for all notes that are in one alone, so that they can pair."""
    notes = [{token.key for token in each.tokens if isinstance(token.inline, Note)} for each in (old, new)]
    if not notes[0] or not notes[1] or notes[0] == notes[1]:
        return old, new
    both = notes[0] & notes[1]

    def paired(words: Words) -> Words:
        keys = tuple(
            "\0note" if isinstance(token.inline, Note) and token.key not in both else token.key
            for token in words.tokens
        )
        made = (token._replace(key=key) for token, key in zip(words.tokens, keys, strict=True))
        return words._replace(tokens=tuple(made), keys=keys)

    return paired(old), paired(new)


def _pieces(old: Words, new: Words) -> Iterator[_Piece]:
    """Yield all tokens of both, each as old, new or the same; what is old before what is new."""
    if old.keys == new.keys:
        yield from _kept(old.tokens, new.tokens)
        return
    before, after = _by_sentence(old), _by_sentence(new)

    def score(one: int, other: int) -> float:
        shared = share(before[one], after[other])
        return shared * (1 + len(before[one].words) + len(after[other].words)) * (shared >= LEAST_SHARED)

    gone: list[Token] = []
    made: list[Token] = []
    for one, other in align([each.keys for each in before], [each.keys for each in after], score):
        if other is None and one is not None:
            gone += before[one].tokens
        elif one is None and other is not None:
            made += after[other].tokens
        elif one is not None and other is not None:
            for tokens_old, tokens_new, same in _changes(before[one], after[other]):
                gone += tokens_old
                made += tokens_new
                if same:
                    yield from _settled(gone, made)
                    yield from same
                    gone, made = [], []
    yield from _settled(gone, made)


def _settled(gone: list[Token], made: list[Token]) -> Iterator[_Piece]:
    yield from (_Piece("old", token) for token in gone)
    yield from (_Piece("new", token) for token in made)


def _kept(old: Iterable[Token], new: Iterable[Token]) -> list[_Piece]:
    return [_Piece("same", other, one) for one, other in zip(old, new, strict=True)]


def _by_sentence(words: Words) -> list[Words]:
    """Return the tokens of each sentence; the space after it belongs to it."""
    text = "".join(token.text for token in words.tokens)
    starts = [start for start, _ in sentences(text)][1:]
    found: list[list[Token]] = [[]]
    at = 0
    for token in words.tokens:
        if starts and at >= starts[0]:
            starts.pop(0)
            found.append([])
        found[-1].append(token)
        at += len(token.text)
    return [
        Words(tuple(made), tuple(each.key for each in made), tuple(each.key for each in made if each.is_word))
        for made in found
    ]


_Changed = tuple[Sequence[Token], Sequence[Token], list[_Piece]]
"""What is gone and what is new, and what is the same behind it."""


def _changes(old: Words, new: Words) -> list[_Changed]:
    """Return the changes within a sentence, without islands that are too small to read."""
    found: list[_Changed] = [((), (), [])]
    for block in LCSseq.opcodes(old.keys, new.keys):
        gone = old.tokens[block.src_start : block.src_end]
        made = new.tokens[block.dest_start : block.dest_end]
        if block.tag == "equal":
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + _kept(gone, made))
            continue
        last_gone, last_made, last_same = found[-1]
        if not last_same:
            found[-1] = ((*last_gone, *gone), (*last_made, *made), [])
        elif (last_gone or last_made) and _is_island(last_same):
            between = [piece.token for piece in last_same]
            island = old.tokens[block.src_start - len(between) : block.src_start]
            found[-1] = ((*last_gone, *island, *gone), (*last_made, *between, *made), [])
        else:
            found.append((gone, made, []))
    return found


def _is_island(same: list[_Piece]) -> bool:
    """Tell whether what is the same between two changes is too little to stand alone."""
    words = [piece.token.text for piece in same if piece.token.is_word]
    notes = any(isinstance(piece.token.inline, Note) for piece in same)
    return not notes and (not words or (len(words) == 1 and len(words[0]) <= _SHORT_WORD))


def _same(piece: _Piece) -> Token:
    """Return the token as it is now; a note has the changes within it."""
    former, now = piece.former.inline if piece.former else None, piece.token.inline
    if not isinstance(former, Note) or not isinstance(now, Note) or former == now:
        return piece.token
    return piece.token._replace(inline=Note(revised_paragraphs(former.paragraphs, now.paragraphs)))


# --- paragraphs ----------------------------------------------------------------------------------


def revised_paragraphs(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a note or cell with their changes; the first of both are one."""
    if old == new:
        return new
    if len(old) == 1 and len(new) == 1:
        return (replace(new[0], content=revised(old[0].content, new[0].content)),)
    before = [tokens(each.content) for each in old]
    after = [tokens(each.content) for each in new]

    def score(one: int, other: int) -> float:
        shared = share(before[one], after[other])
        return shared if shared >= LEAST_SHARED else 0.0

    found: list[Paragraph] = []
    for one, other in align([each.keys for each in before], [each.keys for each in after], score):
        if one is not None and other is not None:
            found.append(replace(new[other], content=revised(old[one].content, new[other].content)))
        elif one is not None:
            found.append(whole_paragraph("deleted", old[one]))
        elif other is not None:
            found.append(whole_paragraph("inserted", new[other]))
    return tuple(found)


def whole_paragraph(change: Change, paragraph: Paragraph) -> Paragraph:
    """Return a paragraph that was changed as a whole."""
    return replace(paragraph, content=whole(change, paragraph.content), change=change)
