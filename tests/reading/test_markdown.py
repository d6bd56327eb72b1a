# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The shortcuts of our parser come to what CommonMark's own rules come to."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jvom.reading import markdown
from jvom.reading.fragment import read_fragment
from tests.reading.test_fragment_properties import PIECES

MARKS = [
    "*a", "b*", "*c*", "*q w*", "*a_b*", "*a.*", "*.a*", "-*t*", '"*u*"', "(*z*)", "*w*s", "x*y*", "*é è*",
    "| *a \\| b* |\n|---|\n| **k *l \\| m* n** |", "a | *b*\n-|-\n", "Tekst\n===", "# Kop", "Kop #", " x",
]  # fmt: skip


def without_shortcuts():
    parser = markdown._parser.__wrapped__()
    parser.block.ruler.disable("lone_line")
    parser.inline.ruler.disable("term")
    return parser


PLAIN = without_shortcuts()


def by_the_rules():
    return patch.object(markdown, "_parser", lambda: PLAIN)


def read(text):
    fragment, problems = read_fragment("a", text.encode(), "a.md")
    return fragment.blocks, fragment.footnotes, fragment.suppressions, problems


class Describe_the_shortcuts:
    @given(st.lists(st.sampled_from(MARKS) | st.sampled_from(PIECES), max_size=20).map("".join))
    @example("*q [l](https://a.nl) x*a*")
    @example("*a *b*")
    @example("**a *b* c**")
    @settings(deadline=None)
    def they_change_nothing(self, text):
        with by_the_rules():
            expected = read(text)

        assert read(text) == expected

    def they_are_taken(self):
        """So that the comparison compares something."""
        text = "## Kop\n\nDe *term* staat er."

        tokens, _ = markdown.tokens(text)
        with by_the_rules():
            longer, _ = markdown.tokens(text)

        assert [token.type for token in tokens[3:]] == ["inline"]
        assert [token.type for token in longer[3:]] == ["paragraph_open", "inline", "paragraph_close"]
        assert "term" in [token.type for token in tokens[3].children or ()]
        assert "em_open" in [token.type for token in longer[4].children or ()]
