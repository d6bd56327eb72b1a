# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The shortcuts of our parser come to what CommonMark's own rules come to."""

from __future__ import annotations

from contextlib import contextmanager
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from jvom.reading import markdown
from jvom.reading.fragment import read_fragment
from jvom.reading.markdown import Markdown
from jvom.reading.pieces import split_pieces
from tests.reading.test_fragment_properties import PIECES

MARKS = [
    "*a", "b*", "*c*", "*q w*", "*a_b*", "*a.*", "*.a*", "-*t*", '"*u*"', "(*z*)", "*w*s", "x*y*", "*é è*",
    "| *a \\| b* |\n|---|\n| **k *l \\| m* n** |", "a | *b*\n-|-\n", "Tekst\n===", "# Kop", "Kop #", " x",
]  # fmt: skip


def without_shortcuts():
    parser = markdown._parser.__wrapped__()
    parser.block.ruler.disable("lone_line")
    return parser


PLAIN = without_shortcuts()


@contextmanager
def by_the_rules():
    with (
        patch.object(markdown, "_parser", lambda: PLAIN),
        patch.object(markdown, "split_pieces", lambda text: None),
    ):
        yield


def read(text):
    fragment, problems = read_fragment("a", text.encode(), "a.md")
    return fragment.blocks, fragment.footnotes, fragment.suppressions, problems


class Describe_the_shortcuts:
    @given(st.lists(st.sampled_from(MARKS) | st.sampled_from(PIECES), max_size=20).map("".join))
    @example("*q [l](https://a.nl) x*a*")
    @example("*a *b*")
    @example("**a *b* c**")
    def they_change_nothing(self, text):
        with by_the_rules():
            expected = read(text)

        assert read(text) == expected

    def they_are_taken(self):
        """So that the comparison compares something."""
        text = "## Kop\n\nDe *term* staat er."

        reader, by_rule = Markdown(), Markdown()
        tokens = reader.blocks(text)
        with by_the_rules():
            longer = by_rule.blocks(text)
            pieces = by_rule.pieces(longer[4].content)

        assert [token.type for token in tokens] == ["inline", "inline"]
        assert [token.type for token in longer] == [
            "heading_open", "inline", "heading_close", "paragraph_open", "inline", "paragraph_close"
        ]  # fmt: skip
        assert [piece.type for piece in split_pieces(tokens[1].content) or ()] == ["text", "term", "text"]
        assert [piece.type for piece in pieces] == ["text", "em_open", "text", "em_close", "text"]
