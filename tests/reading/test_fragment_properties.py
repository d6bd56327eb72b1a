# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is typed can be read, and everything that is read has its right place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.reading.fragment import MAX_LINE, read_fragment
from jvom.source import Span
from jvom.text import Heading, Paragraph
from tests.conftest import PROJECT
from tests.fuzzing import examples
from tests.growth import LINEAR, growth
from tests.reading.shorthand import PATH, cut, inlines, misplaced, read

PIECES = [
    "a", "Woord", " ", "  ", "é😀", "\t", "*", "**", "***", "_", "__", "*term*", "**sterk**", "*x*{lang=fr}",
    "{lang=", "{", "}", "[", "]", "(", ")", "![", "](", "[](#nmi)", "[](#a,b)", "[](#a..b)", "[@kst-1]",
    "[@a; @b, datum]", "{{ figuur }}", "{{", "}}", "[^n]", "\n[^n]: ", "[naam]{.persoonsgegeven}",
    "{mission=unifil} ", "\n{mission=a}\n", "{mission=",
    '[a]{.gelakt grond="5.1.2i"}', '{.gelakt grond="5.2"} ', "\n{.gelakt}\n", "{.gelakt",
    "[a]{.x}", "[w](https://w.nl)", "[w](x.md)", "<https://w.nl>", "<a@b.nl>", "<", ">", "<b>", "</b>",
    "<!--", "-->", "<!-- jvom: ignore[A] b -->", "`", "``", "```\n", "~~~\n", "\\", "\\*", "\\|", "\\\n",
    "  \n", "\n", "\n\n", "\n    ", "\n# ", "\n## ", "\n### x ##\n", "\n- ", "\n  - ", "\n    - ", "\n1. ",
    "\n10000000. ", "\n> ", ">", "\n---\n", "\n===\n", "***\n", "|", "\n| a | b |\n| - | - |\n| c | d |",
    "\n| ", " | ", "&amp;", "&#1;", "&#12;", "&nbsp;", "&", "&#x2028;", "\n[x]: https://y.nl\n", "\xa0",
    "\u2028", "\x00", "\x0c", "\u200b", "\ufeff", "![k](k.png)", "![k](k.png \"b\")", "---\n", "title: x\n",
    "\n<div>\n", "javascript:", "\u3000",
]  # fmt: skip
FRONTS = ["", "", "---\ntitle: T *x*\n---\n", "---\n", "---\ntitle: [\n---\n", "---\n---\n", "\ufeff"]

markdown = st.builds(
    lambda front, pieces: front + "".join(pieces), st.sampled_from(FRONTS), st.lists(st.sampled_from(PIECES))
)


class Describe_any_text:
    @given(st.binary())
    def it_is_read_or_refused_as_bytes(self, raw):
        fragment, problems = read_fragment("tekst", raw, PATH)

        assert misplaced(fragment) == []
        try:
            raw.decode()
        except UnicodeDecodeError:
            assert problems

    @given(st.text())
    def it_is_read_or_refused_as_characters(self, text):
        read(text)

    @given(markdown)
    @examples(400)
    def it_is_read_as_markdown_with_every_place_right(self, text):
        fragment, problems = read(text)

        assert misplaced(fragment) == []
        lines = len(fragment.lines)
        for problem in problems:
            assert problem.span.path == PATH
            assert 0 <= problem.span.line <= lines
            assert str(problem.what)
            assert str(problem.advice)

    @given(markdown)
    @examples(200)
    def it_reads_the_same_with_the_line_ends_of_windows(self, text):
        one, problems = read(text.replace("\r", ""))
        other, others = read(text.replace("\r", "").replace("\n", "\r\n"))

        assert (other.blocks, other.footnotes, other.title) == (one.blocks, one.footnotes, one.title)
        assert others == problems

    @given(st.lists(st.sampled_from([piece for piece in PIECES if not piece.startswith("![")])))
    @examples(200)
    def it_keeps_within_its_own_block(self, pieces):
        fragment, problems = read("".join(pieces))

        for block in fragment.blocks:
            whole = cut(fragment.lines, block.span)
            # After a refused first character, the rest may begin with a space, or be one beside others.
            assert whole.strip() or any("deze code is geen teken" in str(each.what) for each in problems)
            assert problems or whole == whole.lstrip(" \t")
            if isinstance(block, Paragraph | Heading):
                first, last = block.content[0].span, block.content[-1].span
                assert (first.line, first.column) >= (block.span.line, block.span.column)
                assert (last.end_line, last.end_column) <= (block.span.end_line, block.span.end_column)


class Describe_the_dossiers_at_hand:
    @pytest.mark.parametrize("path", sorted((PROJECT / "content").rglob("*.md")), ids=lambda path: path.stem)
    def it_has_every_place_right(self, path):
        fragment, problems = read_fragment(path.stem, path.read_bytes(), PATH)

        assert problems == []
        assert misplaced(fragment) == []
        assert inlines(fragment)


class Describe_a_line_that_no_one_types:
    @pytest.mark.parametrize(
        "piece",
        [
            "[",
            "*",
            "{",
            "<!--",
            "<!-- jvom: ignore ",
            "`",
            "` ",
            "> ",
            "| a",
            "a \\| b |c\nd\n",
            "![",
            "[^",
            "[@",
            "*a ",
            "[a]{",
            "\\",
            "[a](",
        ],
    )
    def it_is_read_in_linear_time(self, piece):
        """Lines that make a parser start again at every character."""
        assert growth(read, lambda size: piece * (size // len(piece)), 3_000) < LINEAR

    @pytest.mark.parametrize("piece", ["[", "*", "`", "a ", "> ", "|"])
    def it_is_refused_when_it_is_a_megabyte_long(self, piece):
        def typed(size):
            return "## Kop\n\n" + piece * (size // len(piece))

        _, problems = read(typed(1_000_000))

        assert growth(read, typed, 250_000) < LINEAR
        assert [(p.span, str(p.what)) for p in problems] == [
            (Span(PATH, 3, 1, 3, 1_000_001), "deze regel is 1000000 tekens lang")
        ]

    def it_may_be_as_long_as_many_pages(self):
        fragment, problems = read("a " * (MAX_LINE // 2))

        assert problems == []
        assert len(fragment.blocks) == 1

    @pytest.mark.parametrize("text", [">" * 5000 + " a", "\n".join("  " * n + "- a" for n in range(400))])
    def it_is_refused_when_it_nests_endlessly(self, text):
        _, problems = read(text)

        assert problems
