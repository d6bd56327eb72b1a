# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The one place that knows markdown-it: CommonMark, our syntax beside it, and where every token stands.

markdown-it gives block tokens their lines but inline tokens no place. Here every inline token gets the
offsets ``start`` and ``end`` into its block's content in ``token.meta``, as the parser passes over them.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, heading, table
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

_FIGURE = re.compile(r"\{\{([^{}\n]*)\}\}")
_CITATION = re.compile(r"\[@([^\[\]\n]*)\]")
_CROSS_REFERENCE = re.compile(r"\[\]\(#([^()\n]*)\)")
_NOTE_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")

# A foreign term in plain words. What stands before it must be nothing that its first asterisk could close,
# and what is in it no mark of its own: then CommonMark's delimiters (6.2) come to the same.
_TERM = re.compile(r"(?:^|(?<=[\s(“‘\"'/–-]))\*([^\W_](?:[^*_`\[\]<>&!\\{}\n]*[^\W_])?)\*(?!\*)")

# The marks at which an inline can begin, and the rules that may make one of it, in order. All other
# characters are words: markdown-it would stop at each hyphen and colon, and ask every rule.
_RULES = {
    "\n": ("newline",),
    "\\": ("escape",),
    "`": ("backticks",),
    "*": ("term", "emphasis"),
    "_": ("emphasis",),
    "[": ("citation", "cross_reference", "note_mark", "link", "span"),
    "{": ("figure",),
    "!": ("image",),
    "<": ("autolink", "html_inline"),
    "&": ("entity",),
}
_MARK = re.compile("[" + re.escape("".join(_RULES)) + "]")
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

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
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
            found = _MARK.search(src, start, state.posMax)
            at = found.start() if found else state.posMax
            state.pend(src[start:at], start)
            state.pos = at
            if found is None:
                break
            state.pend("", at)
            made = len(state.tokens)
            if state.level < limit and self._one_of(self.rules_at[found[0]], state):
                if len(state.tokens) > made:
                    _place(state.tokens[made:], at, state.pos)
            else:
                state.pend(found[0], at)
                state.pos += 1
        if state.pending:
            state.pushPending()

    @staticmethod
    def _one_of(rules: list[Any], state: StateInline) -> bool:
        for rule in rules:  # noqa: SIM110 (the innermost loop of all reading: a generator costs a tenth)
            if rule(state, False):
                return True
        return False

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        if not _MARK.search(src):
            if src:
                tokens.append(Token("text", "", 0, content=src, meta={"start": 0, "end": len(src)}))
            return tokens
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place(made: list[Token], start: int, end: int) -> None:
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


def _lone_line(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """Read a line that no other follows on: a paragraph when it begins with a letter, a heading after #.

    It can be nothing else, and so the most common blocks are known without asking the rule of every other.
    The paragraph is its ``inline`` token alone.
    """
    alone = line + 1 >= last or state.isEmpty(line + 1)
    if silent or not alone or state.sCount[line] - state.blkIndent > 3:
        return False
    first, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if state.src[first] == "#":
        return heading(state, line, last, silent)
    if not state.src[first].isalpha():
        return False
    state.line = line + 1
    inline = state.push("inline", "", 0)
    inline.content = mdTrim(state.src[first:end])
    inline.map, inline.children = [line, state.line], []
    return True


def _term(state: StateInline, silent: bool) -> bool:
    """Make one token of a foreign term in plain words, the commonest mark; ``emphasis`` reads the others."""
    match = None if silent else _TERM.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    state.push("term", "em", 0).content = match[1]
    state.pos = match.end()
    return True


def _between(name: str, pattern: re.Pattern[str], opening: str) -> Any:
    """Return an inline rule that makes one token `name` of what `pattern` finds at this place."""

    def rule(state: StateInline, silent: bool) -> bool:
        if not state.src.startswith(opening, state.pos):
            return False
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
    md.block.ruler.before("code", "lone_line", _lone_line)
    md.core.ruler.disable("normalize")  # the text is decoded: its lines end alike, and it has no NUL
    inline = _Inline()
    md.inline = inline
    # Every address comes through, so that the reader can say what is wrong with it.
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    inline.ruler.before("link", "citation", _between("citation", _CITATION, "[@"))
    inline.ruler.before("link", "figure", _between("figure", _FIGURE, "{{"))
    inline.ruler.before("link", "cross_reference", _between("cross_reference", _CROSS_REFERENCE, "[](#"))
    inline.ruler.before("link", "note_mark", _between("note_mark", _NOTE_MARK, "[^"))
    inline.ruler.before("emphasis", "term", _term)
    attrs_plugin(md, after=(), spans=True)
    footnote_plugin(md, inline=False, move_to_end=False, always_match_refs=True)
    front_matter_plugin(md)
    inline.ruler.enableOnly(
        [
            "autolink", "backticks", "citation", "cross_reference", "emphasis", "entity", "escape", "figure",
            "html_inline", "image", "link", "newline", "note_mark", "span", "term", "text",
        ]
    )  # fmt: skip
    # Text stays in the pieces it was typed in: each piece has its own place.
    inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    md.core.ruler.disable("text_join")
    return md


def tokens(text: str) -> tuple[list[Token], tuple[int, ...]]:
    """Return the tokens of a Markdown text as `decoding` leaves it, front matter first when there is one.

    A paragraph of one line is an ``inline`` token, without a ``paragraph_open`` and ``paragraph_close``.

    With them come the lines, from 0, on which CommonMark sees a link reference definition (section 4.7):
    such a line makes no token.
    """
    env: dict[str, Any] = {}
    found = _parser().parse(text, env)
    definitions = [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]
    return found, tuple(sorted(definition["map"][0] for definition in definitions))


def line_tokens(text: str) -> list[Token]:
    """Return the inline tokens of a text that is no more than a line: nothing in it makes a block."""
    (inline,) = _parser().parseInline(text)
    return inline.children or []


_TERM_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
_LANGUAGE = re.compile(r"\s*lang=\"?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\"?\s*")


def term_attributes(text: str) -> tuple[int, str | None]:
    """Read the ``{lang=fr}`` that may follow a foreign term.

    Returns its length in `text`, 0 when there is no whole one, and the language, None for what is none.
    """
    match = _TERM_ATTRIBUTES.match(text)
    if match is None:
        return 0, (None if text.startswith("{") and not text.startswith("{{") else "")
    language = _LANGUAGE.fullmatch(match[1])
    return match.end(), language[1] if language else None
