# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pieces as they are typed: with the marks of a fragment, and whatever could be taken for one escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from jvom.dutch.typography import typeset, untypeset
from jvom.homing.pieces import Piece, gathered
from jvom.text import Citation, CrossReference, FigureUse, Inline, Inlines, Personal

HOUSE_LANGUAGE = "en"
# What could begin a mark of ours or of CommonMark within a line; a hyphen or a digit only at its start.
_SPECIAL = re.compile(r"[\\`*_\[\]<&|]|\{\{|!(?=\[)|~~|(?<=\n)[ \t]+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(
    r"^(?:(#{1,6})(?=\s|$)|([-+])(?=\s|$)|(>)|(\d{1,9})([.)])(?=\s|$)|(=+|-+)(?=\s*$)|(~~~))"
)
_URL = re.compile(r"(?:https?|ftp|mailto):|www\.", re.IGNORECASE)
# Characters that no fragment may have, or that would be read as something else.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def typed_words(pieces: Iterable[Piece], *, in_cell: bool = False) -> str:
    """Return the pieces of one paragraph as they are typed, on one line but for forced new lines."""
    return "".join(_linked([*pieces], in_cell))


def typed_paragraph(pieces: Iterable[Piece]) -> str:
    """Return a paragraph as it is typed: what begins a line can begin no list, heading or quotation."""
    return "\n".join(map(guarded, typed_words(pieces).split("\n")))


def pieces_of(content: Inlines) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph that was typed."""
    return gathered(content, typed_mark)


def typed_mark(inline: Inline) -> str:
    """Return a figure, citation, cross-reference or personal words as they are typed. Raises TypeError."""
    match inline:
        case FigureUse(name=name):
            return f"{{{{ {name} }}}}"
        case Citation(references=references, dated=dated):
            return f"[{'; '.join(f'@{each}' for each in references)}{', datum' if dated else ''}]"
        case CrossReference(targets=targets, through=through):
            return f"[](#{('..' if through else ',').join(targets)})"
        case Personal(content=content):
            return f"[{typed_words(pieces_of(content))}]{{.persoonsgegeven}}"
    raise TypeError(type(inline).__name__)


def guarded(line: str) -> str:
    """Return a line that begins no list, heading or other block."""
    found = _LINE_START.match(line)
    if found is None:
        return line
    if found[4]:
        return f"{found[4]}\\{line[len(found[4]) :]}"
    return f"\\{line}"


def _linked(pieces: list[Piece], in_cell: bool) -> Iterator[str]:
    for address, group in groupby(pieces, key=lambda piece: piece.look.address):
        inside = list(group)
        words = "".join(_bold(inside, in_cell))
        if not address or not words.strip():
            yield words
        else:
            before, core, after = _cored(words)
            yield f"{before}[{core}]({_address(address)}){after}"


def _address(address: str) -> str:
    clean = _CONTROL.sub("", address)
    if re.search(r"[\s()<>]", clean):
        return "<" + re.sub(r"[\s<>\\]", lambda found: f"%{ord(found[0]):02X}", clean) + ">"
    return clean.replace("\\", "%5C")


def _bold(pieces: list[Piece], in_cell: bool) -> Iterator[str]:
    for (bold, language), group in groupby(pieces, key=lambda piece: (piece.look.bold, piece.look.language)):
        words = "".join(_one(piece, in_cell) for piece in group)
        yield _marked(words, bold, language)


def _marked(words: str, bold: bool, language: str) -> str:
    before, core, after = _cored(words)
    if not core:
        return words
    if bold:
        core = f"**{core}**"
    if language:
        core = f"*{core}*"
        if language != HOUSE_LANGUAGE:
            core += f"{{lang={language}}}"
    return before + core + after


def _cored(words: str) -> tuple[str, str, str]:
    """Return the words without the spaces around them, which no mark may begin or end with."""
    core = words.strip(" \n")
    if not core:
        return words, "", ""
    begin = words.index(core)
    return words[:begin], core, words[begin + len(core) :]


def _one(piece: Piece, in_cell: bool) -> str:
    match piece.kind:
        case "words":
            return escaped(piece.text)
        case "mark":
            return piece.text
        case "note":
            return f"[^{piece.text}]"
        case "break":
            return " " if in_cell else "\\\n"
        case "picture":
            return ""


def escaped(text: str) -> str:
    """Return words as they are typed: straight quotation marks, and nothing that could be a mark."""
    plain = _CONTROL.sub(" ", typed_typography(text))
    return _SPECIAL.sub(_escape, plain)


def _escape(found: re.Match[str]) -> str:
    return "\\" + found[0] if found[0] != "{{" else "\\{\\{"


def typed_typography(text: str) -> str:
    """Return text with the straight marks, spaces and hyphens that jvom prints as these; others stay."""
    plain = untypeset(text)
    if plain == text:
        return text
    printed = typeset(plain)
    # What typesetting would not print again was meant: an en dash between words, a narrow space.
    return "".join(
        typed if typed == was or shown == was or _same_kind(was, shown) else was
        for was, typed, shown in zip(text, plain, printed, strict=True)
    )


_KINDS = tuple(map(frozenset, ('“”„"', "‘’'", "\u00a0\u202f ", "\u2011-")))


def _same_kind(was: str, shown: str) -> bool:
    """Tell whether a character is only another form of what jvom prints: of a quotation mark, or a space."""
    return any(was in kind and shown in kind for kind in _KINDS)
