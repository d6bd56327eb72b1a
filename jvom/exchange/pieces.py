# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A paragraph as flat pieces: words that look alike, and what a person can't change.

Marks inside one another come to the innermost, as in a Word file that jvom makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import quote

from jvom.dutch.typography import untypeset
from jvom.model import Fragment
from jvom.text import (
    Citation,
    CrossReference,
    FieldResult,
    FigureUse,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Picture,
    Remark,
    Space,
    Strong,
    Term,
    Text,
    Withheld,
    contents_of,
)


class Look(NamedTuple):
    """How a piece looks: the address that it links to, whether it is bold, its language ("" for Dutch)."""

    address: str = ""
    bold: bool = False
    language: str = ""


PLAIN = Look()


class Piece(NamedTuple):
    """Words, or what is between them.

    The text of a ``mark`` and of a ``remark`` is as it is typed ("{{ nmi_aims }}"), that of a ``note`` its
    label and that of a ``picture`` its path. A ``break`` is a forced new line.
    """

    kind: Literal["words", "mark", "note", "break", "picture", "remark"]
    text: str
    look: Look = PLAIN
    alternative: str = ""


TypedMark: TypeAlias = Callable[[Inline], str]
"""Returns a figure, citation, cross-reference or personal words as they are typed."""


def gathered(content: Inlines, typed: TypedMark, *, in_word: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph that was typed, or `in_word`, where bold words may be foreign too."""
    found: list[Piece] = []
    _gather(content, PLAIN, found.append, typed, in_word=in_word)
    return joined(found)


def _gather(
    content: Inlines, look: Look, add: Callable[[Piece], None], typed: TypedMark, *, in_word: bool
) -> None:
    for inline in content:
        match inline:
            case Text(value=value) | FieldResult(value=value):
                add(Piece("words", value, look))
            case Space(hard=hard):
                add(Piece("break", "\n", look) if hard else Piece("words", " ", look))
            case Term(content=inner, language=language):
                _gather(
                    inner, Look(look.address, in_word and look.bold, language), add, typed, in_word=in_word
                )
            case Strong(content=inner):
                _gather(inner, Look(look.address, True, look.language), add, typed, in_word=in_word)
            case Link(address=address, content=inner):
                _gather(inner, Look(address, False, look.language), add, typed, in_word=in_word)
            case Withheld(content=()):
                pass
            case Withheld() | FigureUse() | Citation() | CrossReference():
                add(Piece("mark", typed(inline), look))
            case NoteMark(label=label):
                add(Piece("note", label))
            case Picture(path=path, alternative=alternative):
                add(Piece("picture", path, PLAIN, alternative))
            case Remark():
                add(Piece("remark", typed(inline)))


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with words that look alike as one, without spaces around the whole and new lines."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if piece.kind == "words":
            if not piece.text:
                continue
            if last and last.kind == "words" and last.look == piece.look:
                found[-1] = last._replace(text=last.text + piece.text)
                continue
        found.append(piece)
    spaced = [_squeezed(piece) for piece in found]
    return tuple(_without_outer_space(_one_space(spaced)))


_SPACES = re.compile(r"\s+")


def _squeezed(piece: Piece) -> Piece:
    if piece.kind != "words":
        return piece
    return piece._replace(text=_SPACES.sub(" ", piece.text))


def _one_space(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without a space after another, or at either side of a new line."""
    made: list[Piece] = []
    spaced = False
    for at, piece in enumerate(pieces):
        if piece.kind == "words":
            text = piece.text
            if spaced or (made and made[-1].kind == "break"):
                text = text.lstrip(" ")
            if at + 1 < len(pieces) and pieces[at + 1].kind == "break":
                text = text.rstrip(" ")
            if not text:
                continue
            piece = piece._replace(text=text)
            spaced = text.endswith(" ")
        elif piece.kind != "note":
            spaced = False
        made.append(piece)
    return made


def _without_outer_space(pieces: list[Piece]) -> list[Piece]:
    while pieces and (pieces[0].kind == "break" or (pieces[0].kind == "words" and pieces[0].text[0] == " ")):
        if pieces[0].kind == "words" and pieces[0].text.strip():
            pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip())
        else:
            del pieces[0]
    while pieces and (
        pieces[-1].kind == "break" or (pieces[-1].kind == "words" and pieces[-1].text[-1] == " ")
    ):
        if pieces[-1].kind == "words" and pieces[-1].text.strip():
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
        else:
            del pieces[-1]
    return pieces


def key(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces to compare by: equal for two paragraphs that say and show the same."""
    made = []
    for piece in pieces:
        if piece.kind == "words":
            made.append(piece._replace(text=as_typed(piece.text), look=_known_look(piece.look)))
        elif piece.kind == "mark":
            made.append(piece._replace(look=_known_look(piece.look)))
        elif piece.kind != "remark":
            made.append(piece._replace(look=PLAIN, alternative=" ".join(piece.alternative.split())))
    return joined(made)


def as_typed(text: str) -> str:
    """Return words with plain spaces, hyphens and quotation marks, and without those that break a word."""
    return untypeset(text).replace("\N{SOFT HYPHEN}", "")


# RFC 3986, 2.2 and 2.3, and the percent sign of what is already encoded: as addresses are written in a file.
_SAFE = ":/?#[]@!$&'()*+,;=-._~%"


def _known_look(look: Look) -> Look:
    """Return a look as a Word file can hold it."""
    language = look.language.replace("_", "-").partition("-")[0].lower()
    if language in ("nl", "x", "zxx"):
        language = "und"  # italic, and of the language of the file
    return Look(quote(look.address, safe=_SAFE) if look.address else "", look.bold, language)


def words_of(pieces: Iterable[Piece], printed: Mapping[str, str]) -> str:
    """Return the words that the pieces print, as typed; `printed` is what each mark prints, if known."""
    found = []
    for piece in pieces:
        if piece.kind == "mark":
            found.append(printed.get(piece.text, ""))
        elif piece.kind == "words":
            found.append(piece.text)
        elif piece.kind == "break":
            found.append(" ")
    return " ".join(as_typed("".join(found)).split())


def look_of(fragment: Fragment, wanted: object) -> Look:
    """Return how the words around an inline of the fragment look; plain when it is not there."""
    for content in contents_of(fragment.all_blocks):
        if (look := _find(content, PLAIN, wanted)) is not None:
            return look
    return PLAIN


def _find(content: Inlines, look: Look, wanted: object) -> Look | None:
    for inline in content:
        if inline is wanted:
            return look
        inner: Look | None = None
        match inline:
            case Term(content=inside, language=language):
                inner = _find(inside, Look(look.address, False, language), wanted)
            case Strong(content=inside):
                inner = _find(inside, Look(look.address, True, look.language), wanted)
            case Link(address=address, content=inside):
                inner = _find(inside, Look(address, False, look.language), wanted)
        if inner is not None:
            return inner
    return None
