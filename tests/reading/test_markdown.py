# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The shortcuts of our parser give the same result as CommonMark's own rules."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jvom.reading import markdown
from jvom.reading.fragment import read_fragment
from jvom.reading.markdown import Markdown
from jvom.reading.pieces import split_pieces
from jvom.reading.plain_blocks import plain_blocks
from tests.reading.test_fragment_properties import PIECES

MARKS = [
    "*a", "b*", "*c*", "*q w*", "*a_b*", "*a.*", "*.a*", "-*t*", '"*u*"', "(*z*)", "*w*s", "x*y*", "*é è*",
    "| *a \\| b* |\n|---|\n| **k *l \\| m* n** |", "a | *b*\n-|-\n", "Tekst\n===", "# Kop", "Kop #", " x",
]  # fmt: skip

# Complete and nearly complete blocks, as their meaning depends on those beside them.
PLAIN = [
    "---\ntitle: Een\n---\n", "\n", "\n\n", "\n \t\n", "## Kop", "###\tKop ", "## *Een* {{ n }}",
    "#### a # b", "# \xa0x", "Woorden", "Regel\nregel", "*term* a", "**b**", "[@kst-1] is", "[](#nmi) zegt",
    "{mission=a} Zij", "{mission=a}", "- {mission=a} punt",
    "[^a]: Een noot.", "[^b]: [@kst-1, datum].", "[@a]: x", "2 dagen", "2.5 km", "2. Twee", "2) Twee", "12",
    "- punt", "- punt\n- *punt*;", "* punt", "+ punt\n+ 1. punt", "- punt\n* punt", "- - a", "-",
    "| a | b |\n| --- | ---: |\n| 1 | 2 |", "| a |\n|:-:|\n| 1 | 2 |\n|  |", "| a \\| b |\n| - |",
    "| a | b |\n| - |", "| a |", "| - |", "| x", "<!-- a -->", "<!-- jvom: ignore[A] b -->", "<!-- a",
    "-->", "===", "---", "  x", "\tx", "> x", "x  ", "x\xa0", "\xa0", "(x)", "…", "“Ja”", "{{ n }} a",
]  # fmt: skip
WHOLE = [
    "",
    "\n\n",
    "Tekst",
    "---\ntitle: T\n---\n\nTekst\n",
    "---\n---\nTekst\n",
    "Een regel\nen nog een.  \n\n## Kop\nTekst\n",
    "Tekst:\n\n- een *x*;\n- twee.\n\n\nTekst",
    "<!-- jvom: ignore[DAT001] reden -->\nTekst\n",
    "Tekst[^a]\n\n[^a]: Een noot.\n\n[^b]: [@kst-1, datum].\n",
    "| a | b |\n| --- | ---: |\n| 1 | *c* |\n| 3 |\n| 4 | 5 | 6 |\n",
]
ALMOST = [
    "---\ntitle: T\n",
    "---\ntitle: T\n...\n",
    "----\na: b\n----\n",
    "Tekst\n---\n",
    "Tekst\n- punt\n",
    "Tekst\n## Kop\n",
    "- punt\n\n- punt\n",
    "- punt\n  - punt\n",
    "- punt\nlui\n",
    "1. punt\n",
    "    code\n",
    "***\n",
    "[@a]: https://a.nl\n",
    "[^a]: Een noot.\nnog wat\n",
    "[^a]: Een noot.\n\n    nog wat\n",
    "a | b\n-|-\n",
    "| a |\n\nTekst",
    "| a |\n| - |\n| b |\ntekst",
    "<!-- over\nregels -->\n",
    "> citaat\n",
    "Tekst\xa0\n",
]


@contextmanager
def by_the_rules():
    with (
        patch.object(markdown, "plain_blocks", lambda text: None),
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

    @given(st.lists(st.sampled_from(PLAIN), max_size=12).map("".join), st.sampled_from(PIECES))
    def they_change_nothing_of_plain_text_with_one_mark(self, text, piece):
        for typed in (text, text + piece, piece + text):
            with by_the_rules():
                expected = read(typed)

            assert read(typed) == expected

    @pytest.mark.parametrize("text", WHOLE)
    def they_change_nothing_of_blocks(self, text):
        with by_the_rules():
            expected = read(text)

        assert plain_blocks(text) is not None
        assert read(text) == expected

    def they_need_no_markdown_it(self):
        """Its import would slow down every build."""
        code = (
            "import sys; from jvom.reading.fragment import read_fragment; "
            f"[read_fragment('a', text.encode(), 'a.md') for text in {WHOLE!r}]; "
            "print('markdown_it' in sys.modules)"
        )
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

        assert said.strip() == "False"

    @pytest.mark.parametrize("text", ALMOST)
    def but_what_may_be_another_block_is_not_plain(self, text):
        with by_the_rules():
            expected = read(text)

        assert plain_blocks(text) is None
        assert read(text) == expected

    def they_are_used(self):
        """Otherwise the comparison would prove nothing."""
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
