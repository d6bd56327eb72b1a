# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a rule as HTML, for a page that has it inside."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from jvom.findings import RuleDescription
from jvom.output.wording import as_sentence

_KINDS = {"fout": "Fout", "goed": "Goed"}
_EXPECTED = "\n=== verwacht"
_LEVELS_DOWN = 1
"""The sections of a page are of level 2; here they are below the name of the rule, of level 2 itself."""


def rule_page(rule: RuleDescription) -> str:
    """Return what the page of a rule says, below a heading of level 2.

    Links only lead to the web: the other files that a page refers to are not there.
    """
    page = rule.page()
    said = str(_reader().render(page.text)) if page.text else ""
    summary = escape(as_sentence(page.summary.text))
    return f"<h2>{escape(rule.code)} {escape(rule.name)}</h2>\n<p>{summary}</p>\n{said}"


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("fence", _example)
    reader.add_render_rule("heading_open", _heading)
    reader.add_render_rule("heading_close", _heading)
    reader.add_render_rule("link_open", _link)
    reader.add_render_rule("link_close", _link)
    reader.add_render_rule("image", _picture)
    return reader


def _example(self: Any, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    """Return an example: whether it is wrong or right, its file, and its text without what a test expects."""
    del self, options, env
    kind, file, *_ = (*tokens[at].info.split(), "", "")  # behind the file is what only its test needs
    text = tokens[at].content.partition(_EXPECTED)[0].rstrip("\n")
    head = " ".join(filter(None, (_KINDS.get(kind, kind), file)))
    caption = f"<figcaption>{escape(head)}</figcaption>" if head else ""
    return f'<figure class="example {escape(kind)}">{caption}<pre>{escape(text)}</pre></figure>\n'


def _heading(self: Any, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    del self, options, env
    level = int(tokens[at].tag[1:]) + _LEVELS_DOWN
    return f"<h{level}>" if tokens[at].nesting > 0 else f"</h{level}>\n"


def _picture(self: Any, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    del self, options, env
    return escape(tokens[at].content)


def _link(self: Any, tokens: Sequence[Token], at: int, options: Any, env: MutableMapping[str, Any]) -> str:
    del self, options, env
    opening = at
    while tokens[opening].type != "link_open":
        opening -= 1
    address = str(tokens[opening].attrs["href"])
    if not address.startswith("https://"):
        return ""
    return f'<a href="{escape(address)}">' if opening == at else "</a>"
