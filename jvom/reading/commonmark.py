# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The one place that knows markdown-it: CommonMark, our syntax beside it, and where everything stands.

markdown-it gives block tokens their lines but inline tokens no place. Here every inline token gets the
offsets ``start`` and ``end`` into its block's content in ``token.meta``, as the parser passes over them;
the pieces that are made of them have them too.
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

# The rules that may make an inline of each mark, in order. All other characters are words: markdown-it would
# stop at each hyphen and colon, and ask every rule.
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
# The end of a label is looked for token by token.
_MARK_OR_END = re.compile("[" + re.escape("".join(_RULES) + "]") + "]")


class _State(StateInline):
    """An inline state that knows where its pending text began."""

    pending_start = 0

    def pend(self, text: str, start: int) -> None:
        """Add text, which stands at `start`, to what is pending; "" says where any is going to begin."""
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
            found = MARK.search(src, start, state.posMax)
            at = found.start() if found else state.posMax
            state.pend(src[start:at], start)
            state.pos = at
            if found is None:
                break
            state.pend("", at)
            made = len(state.tokens)
            if state.level < limit and any(rule(state, False) for rule in self.rules_at[found[0]]):
                if len(state.tokens) > made:
                    _place(state.tokens[made:], at, state.pos)
            else:
                state.pend(found[0], at)
                state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Parsed]) -> list[Parsed]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place(made: list[Parsed], start: int, end: int) -> None:
    """Give the tokens that one rule made of the source from `start` to `end` their own places."""
    made = [token for token in made if "start" not in token.meta]  # text before them has its place
    if len(made) == end - start and all(token.type == "text" and len(token.content) == 1 for token in made):
        # Marks of emphasis: a token each, of which some may open, some close, and some stay text.
        for offset, token in enumerate(made):
            token.meta["start"], token.meta["end"] = start + offset, start + offset + 1
    elif len(made) == 3 and made[0].info == "auto":
        for token in made:
            token.meta["start"], token.meta["end"] = start, end
        made[1].meta["start"], made[1].meta["end"] = start + 1, end - 1
    for token in made:
        token.meta.setdefault("start", start)
        token.meta.setdefault("end", end)


def _ours(name: str, pattern: re.Pattern[str]) -> Any:
    """Return an inline rule that makes one token `name` of what `pattern` finds at this place."""

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
    # After the blocks that hold others, as GitHub has it: what follows on "- " is no cell.
    md.block.ruler.before("lheading", "piped", table, {"alt": ["paragraph", "reference"]})
    # The text is decoded: its lines end alike, and it has no NUL. Inlines are read where blocks are.
    md.core.ruler.disable(["normalize", "inline"])
    inline = _Inline()
    md.inline = inline
    # Every address comes through, so that the reader can say what is wrong with it.
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    inline.ruler.before("link", "citation", _ours("citation", CITATION))
    inline.ruler.before("link", "figure", _ours("figure", FIGURE))
    inline.ruler.before("link", "cross_reference", _ours("cross_reference", CROSS_REFERENCE))
    inline.ruler.before("link", "note_mark", _ours("note_mark", NOTE_MARK))
    attrs_plugin(md, after=(), spans=True)
    footnote_plugin(md, inline=False, move_to_end=False, always_match_refs=True)
    front_matter_plugin(md)
    inline.ruler.enableOnly(
        [
            "autolink", "backticks", "citation", "cross_reference", "emphasis", "entity", "escape", "figure",
            "html_inline", "image", "link", "newline", "note_mark", "span", "text",
        ]
    )  # fmt: skip
    # Text stays in the pieces it was typed in: each piece has its own place.
    inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    md.core.ruler.disable("text_join")
    return md


def read_blocks(text: str, env: dict[str, Any]) -> list[Token]:
    """Return the tokens of the blocks; `env` is what they tell the inlines. Raises RecursionError."""
    return [*map(_token, _parser().parse(text, env))]


def read_pieces(content: str, env: dict[str, Any]) -> list[Piece]:
    """Return the pieces of a block with this content, in a text whose blocks left this `env`."""
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
