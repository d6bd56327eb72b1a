# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The only module that uses markdown-it: CommonMark with our own syntax, and the place of every token.

markdown-it gives block tokens their lines but inline tokens no place. Here every inline token gets the
offsets ``start`` and ``end`` into its block's content in ``token.meta``, as the parser passes over them;
the pieces made of the tokens keep them.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import table
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token as Parsed
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from jvom.reading.pieces import CITATION, CROSS_REFERENCE, FIGURE, MARK, NOTE_MARK, Piece
from jvom.reading.tokens import Token

# The rules to try at each mark, in order. All other characters are words; markdown-it by itself would try
# every rule at each hyphen and colon.
_RULES = {
    "\n": ("newline",),
    "\\": ("escape",),
    "`": ("backticks",),
    "*": ("emphasis",),
    "_": ("emphasis",),
    "[": ("citation", "cross_reference", "note_mark", "link", "span"),
    "{": ("figure",),
    "!": ("image",),
    "<": ("autolink", "html_inline"),
    "&": ("entity",),
}
# The end of a label is searched token by token.
_MARK_OR_END = re.compile("[" + re.escape("".join(_RULES) + "]") + "]")


class _State(StateInline):
    """An inline state that records where its pending text began."""

    pending_start = 0

    def pend(self, text: str, start: int) -> None:
        """Append text at offset `start` to the pending text; "" only records where that will begin."""
        if not self.pending:
            self.pending_start = start
        if text:
            self.append_pending(text)

    def pushPending(self) -> Parsed:  # noqa: N802 (markdown-it's name)
        token = super().pushPending()
        token.meta = {"start": self.pending_start, "end": self.pending_start + len(token.content)}
        return token


class _Inline(ParserInline):
    """The inline parser, noting for each token the part of the source that made it."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _MARK_OR_END

    @cached_property
    def rules_at(self) -> dict[str, list[Any]]:
        """The rules to try at each mark."""
        named = dict(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        return {mark: [named[name] for name in names if name in named] for mark, names in _RULES.items()}

    def tokenize(self, state: _State) -> None:  # type: ignore[override]  # `parse` makes no other
        src, limit = state.src, state.md.options["maxNesting"]
        while (start := state.pos) < state.posMax:
            mark = MARK.search(src, start, state.posMax)
            at = mark.start() if mark else state.posMax
            state.pend(src[start:at], start)
            state.pos = at
            if mark is None:
                break
            state.pend("", at)
            count = len(state.tokens)
            if state.level < limit and any(rule(state, False) for rule in self.rules_at[mark[0]]):
                if len(state.tokens) > count:
                    _place(state.tokens[count:], at, state.pos)
            else:
                state.pend(mark[0], at)
                state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Parsed]) -> list[Parsed]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place(tokens: list[Parsed], start: int, end: int) -> None:
    """Set the places of the tokens that one rule made from `start` to `end` of the source."""
    tokens = [token for token in tokens if "start" not in token.meta]  # the text before them has a place
    if len(tokens) == end - start and all(
        token.type == "text" and len(token.content) == 1 for token in tokens
    ):
        # Each mark of emphasis is a token, which may open, close, or remain text.
        for offset, token in enumerate(tokens):
            token.meta["start"], token.meta["end"] = start + offset, start + offset + 1
    elif len(tokens) == 3 and tokens[0].info == "auto":
        for token in tokens:
            token.meta["start"], token.meta["end"] = start, end
        tokens[1].meta["start"], tokens[1].meta["end"] = start + 1, end - 1
    for token in tokens:
        token.meta.setdefault("start", start)
        token.meta.setdefault("end", end)


def _own_rule(name: str, pattern: re.Pattern[str]) -> Any:
    """Return an inline rule that makes a token `name` where `pattern` matches."""

    def rule(state: StateInline, silent: bool) -> bool:
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.content = match[1].strip()
        state.pos = match.end()
        return True

    return rule


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark")
    # After the container blocks, as on GitHub: "- " begins a list item, not a cell.
    md.block.ruler.before("lheading", "piped", table, {"alt": ["paragraph", "reference"]})
    # Decoding has normalized line ends and refused NUL already, and `read_pieces` reads the inlines.
    md.core.ruler.disable(["normalize", "inline"])
    inline = _Inline()
    md.inline = inline
    # Let every address through, so that the reader can report what is wrong with it.
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    inline.ruler.before("link", "citation", _own_rule("citation", CITATION))
    inline.ruler.before("link", "figure", _own_rule("figure", FIGURE))
    inline.ruler.before("link", "cross_reference", _own_rule("cross_reference", CROSS_REFERENCE))
    inline.ruler.before("link", "note_mark", _own_rule("note_mark", NOTE_MARK))
    attrs_plugin(md, after=(), spans=True)
    footnote_plugin(md, inline=False, move_to_end=False, always_match_refs=True)
    front_matter_plugin(md)
    inline.ruler.enableOnly(
        [
            "autolink", "backticks", "citation", "cross_reference", "emphasis", "entity", "escape", "figure",
            "html_inline", "image", "link", "newline", "note_mark", "span", "text",
        ]
    )  # fmt: skip
    # Keep text in the pieces it was typed in, as each has its own place.
    inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    md.core.ruler.disable("text_join")
    return md


def read_blocks(text: str, env: dict[str, Any]) -> list[Token]:
    """Return the tokens of the blocks, and fill `env` for the inlines. Raises RecursionError."""
    return [*map(_token, _parser().parse(text, env))]


def read_pieces(content: str, env: dict[str, Any]) -> list[Piece]:
    """Return the pieces of a block with this content; `env` is what `read_blocks` filled."""
    md = _parser()
    return [*map(_piece, md.inline.parse(content, md, env, []))]


def _token(token: Parsed) -> Token:
    return Token(
        type=token.type,
        tag=token.tag,
        nesting=token.nesting,
        level=token.level,
        lines=(token.map[0], token.map[1]) if token.map else None,
        content=token.content,
        markup=token.markup,
        attributes=token.attrs,
        label=token.meta.get("label", ""),
    )


def _piece(token: Parsed) -> Piece:
    return Piece(
        type=token.type,
        content=token.content,
        start=token.meta["start"],
        end=token.meta["end"],
        attributes=token.attrs,
        pieces=[*map(_piece, token.children or ())],
    )
