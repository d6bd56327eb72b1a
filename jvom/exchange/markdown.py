# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pieces as they are typed: with the marks of a fragment, and escaped what could be taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from jvom.dutch.typography import typeset, untypeset
from jvom.exchange.pieces import PLAIN, Piece, gathered
from jvom.text import Citation, CrossReference, FigureUse, Inline, Inlines, Remark, Withheld

HOUSE_LANGUAGE = "en"
UNSPOKEN = "und"
# What could begin a mark of ours or of CommonMark within a line; a hyphen or a digit only at its start.
_SPECIAL = re.compile(r"[\\`*\[\]{}]|~(?=~)|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_LINE_START = re.compile(
    r"^(?:(#{1,6})(?=\s|$)|([-+])(?=\s|$)|(>)|(\d{1,9})([.)])(?=\s|$)|(=+|-+)(?=\s*$)|(~~~|:?-+:?\s*\|))"
)
# Bullets and dashes that a fragment refuses at the start of a line, as if a list was pasted there.
_PASTED = frozenset("•·▪■●○◦‣➢\N{EN DASH}\N{EM DASH}" + "".join(map(chr, range(0xF000, 0xF100))))
# Characters that no fragment may have, or that would be read as something else.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


class _Way(NamedTuple):
    """How words are typed: in the cell of a table, and with every sign escaped."""

    in_cell: bool
    strictly: bool


def typed_words(pieces: Iterable[Piece], *, in_cell: bool = False, strictly: bool = False) -> str:
    """Return the pieces of one paragraph as they are typed, on one line but for forced new lines."""
    return "".join(_linked(_with_remarks_behind_words([*pieces]), _Way(in_cell, strictly))).lstrip(" ")


def typed_paragraph(pieces: Iterable[Piece], *, strictly: bool = False) -> str:
    """Return a paragraph as it is typed: what begins a line can begin no list, heading or quotation."""
    return "\n".join(map(guarded, typed_words(pieces, strictly=strictly).split("\n")))


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
        case Withheld(content=content, whole=True):
            return f"{inline.mark} {typed_words(pieces_of(content))}".rstrip()
        case Withheld(content=content):
            return f"[{typed_words(pieces_of(content))}]{inline.mark}"
        case Remark():
            return typed_remark(inline)
    raise TypeError(type(inline).__name__)


def typed_remark(remark: Remark) -> str:
    """Return a remark as it is typed among words, on one line."""
    author = re.sub(r"[()<>:\s]+", " ", remark.author).strip()
    day = remark.date.isoformat()[:10] if remark.date else ""
    who = ", ".join(filter(None, (author, day)))
    text = " / ".join(" ".join(_CONTROL.sub(" ", line).split()) for line in remark.text.split("\n"))
    text = re.sub(r"-{2,}|-$", "\N{EN DASH}", text).replace("<!", "< !").replace("->", "- >")
    return f"<!-- opmerking{f' ({who})' if who else ''}: {text} -->"


def guarded(line: str) -> str:
    """Return a line that begins no list, heading or other block."""
    if line[:1] in _PASTED:
        return f"&#{ord(line[0])};{line[1:]}"
    found = _LINE_START.match(line)
    if found is None:
        return line
    if found[4]:
        return f"{found[4]}\\{line[len(found[4]) :]}"
    return f"\\{line}"


def _with_remarks_behind_words(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each remark behind the word that it is in, and behind words that look alike."""
    rest = pieces[::-1]
    made: list[Piece] = []
    while rest:
        piece = rest.pop()
        if piece.kind != "remark":
            made.append(piece)
            continue
        remarks = [piece]
        while rest and (rest[-1].kind in ("remark", "note", "mark") or _goes_on(made, rest[-1])):
            following = rest.pop()
            if following.kind == "remark":
                remarks.append(following)
                continue
            before, after = _at_space(following, made)
            made.append(before)
            if after.text:
                rest.append(after)
                break
        made += remarks
    return made


def _goes_on(made: list[Piece], following: Piece) -> bool:
    """Return whether words go on with those before them, without a space or in the same look."""
    if following.kind != "words":
        return False
    is_alike = bool(made) and made[-1].look == following.look != PLAIN
    return is_alike or not made or not following.text[0].isspace()


def _at_space(piece: Piece, made: list[Piece]) -> tuple[Piece, Piece]:
    """Return a piece up to its first space, and the rest of it; only plain words are cut in two."""
    space = re.search(r"(?<=\S)\s" if not made else r"\s", piece.text)
    if piece.kind != "words" or piece.look != PLAIN or space is None:
        return piece, piece._replace(kind="words", text="")
    return piece._replace(text=piece.text[: space.start()]), piece._replace(text=piece.text[space.start() :])


def _linked(pieces: list[Piece], way: _Way) -> Iterator[str]:
    for address, group in groupby(pieces, key=lambda piece: piece.look.address):
        inside = list(group)
        words = "".join(_bold(inside, way))
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


def _bold(pieces: list[Piece], way: _Way) -> Iterator[str]:
    for (bold, language), group in groupby(pieces, key=lambda piece: (piece.look.bold, piece.look.language)):
        words = "".join(_one(piece, way) for piece in group)
        yield _marked(words, bold, language)


def _marked(words: str, bold: bool, language: str) -> str:
    before, core, after = _cored(words)
    if not core:
        return words
    if bold:
        core = f"**{core}**"
    if language:
        core = f"*{core}*"
        if language not in (HOUSE_LANGUAGE, UNSPOKEN):
            core += f"{{lang={language}}}"
    return before + core + after


def _cored(words: str) -> tuple[str, str, str]:
    """Return the words without the spaces around them, which no mark may begin or end with."""
    core = words.strip(" \n")
    if not core:
        return words, "", ""
    begin = words.index(core)
    return words[:begin], core, words[begin + len(core) :]


def _one(piece: Piece, way: _Way) -> str:
    match piece.kind:
        case "words":
            return escaped(piece.text, in_cell=way.in_cell, strictly=way.strictly)
        case "mark":
            return piece.text
        case "remark":
            return " " + (piece.text.replace("|", "/") if way.in_cell else piece.text)
        case "note":
            return f"[^{piece.text}]"
        case "break":
            return " " if way.in_cell else "\\\n"
        case "picture":
            return ""


def escaped(text: str, *, in_cell: bool = False, strictly: bool = False) -> str:
    """Return words as they are typed: straight quotation marks, and nothing that could be a mark.

    With `strictly` every sign that could be part of one is escaped, and words look worse.
    """
    plain = _CONTROL.sub(" ", typed_typography(text))
    made = (_PUNCTUATION if strictly else _SPECIAL).sub(lambda found: "\\" + found[0], plain)
    return made if strictly or not in_cell else made.replace("|", "\\|")


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
