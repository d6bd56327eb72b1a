# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaf blocks as they are typed: headings, lists, tables, quotations, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.exchange.leaves import Kind, Leaf, has_words, leaves_of, words
from jvom.exchange.markdown import escaped, typed_paragraph, typed_words
from jvom.exchange.marks import bracketed
from jvom.exchange.pieces import PLAIN, Piece, joined
from jvom.reading.attributes import LANDSCAPE
from jvom.reading.fragment import read_fragment

DEEPEST_LIST = 2
_HIGHEST, _LOWEST = 2, 4


def _typed_block(leaves: list[Leaf], marker: str = "-", *, strictly: bool = False) -> str:
    """Return the text of one block of the leaves; `marker` is that of a bulleted list. No leaves give ""."""
    if not leaves:
        return ""
    match leaves[0].kind:
        case "heading":
            return _heading(leaves[0], strictly)
        case "table":
            return _table(leaves[0], strictly)
        case "caption" if len(leaves) > 1 and leaves[1].kind == "table":
            return _table(leaves[1], strictly, caption=leaves[0])
        case "picture":
            return _picture(leaves, strictly)
        case "quote":
            return "\n>\n".join(
                "\n".join(f"> {line}" for line in _paragraph(leaf, strictly).split("\n")) for leaf in leaves
            )
        case "bullet" | "number" | "follow" if _is_list(leaves):
            return "\n".join(_list(leaves, marker, strictly))
    return "\n\n".join(_paragraph(leaf, strictly) for leaf in leaves)


def _paragraph(leaf: Leaf, strictly: bool) -> str:
    """Return a paragraph as it is typed, with the mark of the mission that it is about."""
    return f"{leaf.about} {typed_paragraph(leaf.pieces, strictly=strictly)}".lstrip(" ")


def _is_list(leaves: list[Leaf]) -> bool:
    """Return whether the leaves are those of a list: its first is an item."""
    return leaves[0].kind in ("bullet", "number")


def _heading(leaf: Leaf, strictly: bool) -> str:
    if not _says_something(leaf):
        return typed_paragraph(leaf.pieces, strictly=strictly)
    level = min(max(leaf.level, _HIGHEST), _LOWEST)
    pieces = [
        piece._replace(kind="words", text=" ") if piece.kind == "break" else piece for piece in leaf.pieces
    ]
    text = typed_words(pieces, strictly=strictly)
    if text.endswith("#"):
        text = f"{text[:-1]}\\#"
    return f"{'#' * level} {text}{' ' + LANDSCAPE if leaf.landscape else ''}"


def _says_something(leaf: Leaf) -> bool:
    return any(piece.kind in ("words", "mark") for piece in leaf.pieces)


def _picture(leaves: list[Leaf], strictly: bool) -> str:
    made = [piece.text for leaf in leaves for piece in leaf.pieces if piece.kind == "remark"]
    # A caption is plain text; one with more in it becomes a paragraph.
    below = [leaf for leaf in leaves[1:] if {piece.kind for piece in leaf.pieces} & {"note", "mark"}]
    picture = next((piece for piece in leaves[0].pieces if piece.kind == "picture"), None)
    if picture is not None:
        caption = " ".join(
            typed_words((each for each in leaf.pieces if each.kind != "remark"), strictly=True)
            for leaf in leaves
            if leaf.kind == "caption" and leaf not in below
        ).replace("\n", " ")
        shown = f' "{caption}"' if caption else ""
        alternative = escaped(picture.alternative, strictly=strictly)
        name = f"{{#{leaves[0].name}}}" if leaves[0].name else ""
        made.append(f"![{alternative}]({picture.text}{shown}){name}")
    made += [typed_paragraph(leaf.pieces, strictly=strictly) for leaf in below]
    return "\n\n".join(made)


def _table(leaf: Leaf, strictly: bool, caption: Leaf | None = None) -> str:
    header, *rows = leaf.rows
    heads = [typed_words(cell, in_cell=True, strictly=strictly) for cell in header]
    if not any(heads):
        heads = [f"Kolom {number}" for number in range(1, len(heads) + 1)]
    lines = [_row(heads), _row(["---:" if at in leaf.right else "---" for at in range(len(heads))])]
    if leaf.filled:
        lines.append(f"| {{{{ {leaf.filled} }}}} |")
    else:
        lines += [_row([typed_words(cell, in_cell=True, strictly=strictly) for cell in row]) for row in rows]
    said = typed_paragraph(caption.pieces, strictly=strictly).replace("\n", " ") if caption else ""
    marks = " ".join(([f"#{leaf.name}"] if leaf.name else []) + ([".liggend"] if leaf.landscape else []))
    if said or marks:
        lines += ["", " ".join(filter(None, (f": {said}" if said else "", f"{{{marks}}}" if marks else "")))]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _list(leaves: list[Leaf], marker: str, strictly: bool) -> Iterator[str]:
    numbers = [0] * (DEEPEST_LIST + 1)
    indents = ["", ""]
    depth = 0
    for leaf in leaves:
        text = _paragraph(leaf, strictly)
        if not _says_something(leaf):
            text = f"… {text}".rstrip()
        if leaf.kind == "follow":
            indent = indents[min(leaf.level or depth, depth)]
            yield ""
            yield from (f"{indent}{line}" for line in text.split("\n"))
            continue
        at = min(max(leaf.level, 1), DEEPEST_LIST, depth + 1)
        if at > depth:
            numbers[at] = 0
        depth = at
        if leaf.kind == "number":
            numbers[at] = numbers[at] + 1 if numbers[at] else max(leaf.start, 0)
            sign = f"{numbers[at]}."
        else:
            sign = marker
        before = indents[at - 1]
        indents = [*indents[:at], before + " " * (len(sign) + 1)]
        first, *others = text.split("\n")
        yield f"{before}{sign} {first}"
        yield from (f"{indents[at]}{line}" for line in others)


def typed(leaves: list[Leaf], marker: str = "-") -> str:
    """Return the text of a block, in the best-looking form that is read back as these leaves.

    Where Markdown can't mark words, as with a bold colon behind a letter, their looks are lost but not the
    words.
    """
    words_only, pictures = _without_pictures(leaves)
    if pictures:
        blocks = [typed(words_only, marker) if any(map(has_words, words_only)) else "", *map(typed, pictures)]
        return "\n\n".join(filter(None, blocks))
    leaves = [leaf.changed(bracketed) for leaf in leaves]
    plain = [_without_looks(leaf) for leaf in leaves]
    forms = ((leaves, False), (leaves, True), (plain, False))
    for shown, strictly in forms:
        text = _typed_block(shown, marker, strictly=strictly)
        if reads_as(text, shown):
            return text
    if len(plain) > 1 and plain[0].kind == "picture":
        # A caption that the format refuses, such as one with a mark in it, becomes a paragraph.
        return "\n\n".join(typed([leaf._replace(kind=_below(leaf))]) for leaf in leaves)
    return _typed_block(plain, marker, strictly=True)


def _below(leaf: Leaf) -> Kind:
    return "paragraph" if leaf.kind == "caption" else leaf.kind


def _without_pictures(leaves: list[Leaf]) -> tuple[list[Leaf], list[list[Leaf]]]:
    """Return the leaves without the pictures among their words, and those: each must be a block."""
    if leaves and leaves[0].kind == "picture":
        return leaves, []
    pictures = [
        [Leaf("picture", 0, (piece,))]
        for leaf in leaves
        for piece in leaf.all_pieces
        if piece.kind == "picture" and piece.text
    ]

    def without(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return joined(piece for piece in pieces if piece.kind != "picture")

    return ([leaf.changed(without) for leaf in leaves], pictures) if pictures else (leaves, [])


def _without_looks(leaf: Leaf) -> Leaf:
    def plain(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return joined(piece._replace(look=PLAIN) for piece in pieces)

    return leaf.changed(plain)


def reads_as(text: str, leaves: list[Leaf]) -> bool:
    """Return whether a text is read as the leaves, word for word."""
    fragment, problems = read_fragment("x", text.encode("utf-8", "replace"), "x")
    if problems:
        return False
    read = leaves_of(fragment)
    return [_content(leaf) for leaf in read] == [_content(leaf) for leaf in leaves]


def _content(leaf: Leaf) -> tuple[str, list[Piece]]:
    shown = words(leaf, {})
    others = [
        piece._replace(look=piece.look._replace(address=""))
        for piece in leaf.all_pieces
        if piece.kind == "mark"
    ]
    return shown, others
