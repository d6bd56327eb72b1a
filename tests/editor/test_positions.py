# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.editor.positions import UTF8, UTF16, UTF32, as_range, as_span, column, lines_of, units
from jvom.source import Span

ENCODINGS = (UTF8, UTF16, UTF32)
LINES = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=30)


class Describe_a_place_in_a_line:
    @pytest.mark.parametrize(("encoding", "count"), [(UTF8, 7), (UTF16, 4), (UTF32, 3)])
    def it_is_counted_in_the_units_of_the_encoding(self, encoding, count):
        assert units("é😀a!", 4, encoding) == count
        assert column("é😀a!", count, encoding) == 4

    @pytest.mark.parametrize("inside", [3, 4, 5])
    def it_is_that_of_the_character_when_it_is_inside_one(self, inside):
        assert column("é😀a", inside, UTF8) == 2

    def it_is_at_most_the_end_of_the_line(self):
        assert column("ab", 99) == 3
        assert units("ab", 99) == 2

    @given(line=LINES, data=st.data())
    def it_comes_back_as_it_was(self, line, data):
        at = data.draw(st.integers(1, len(line) + 1))

        for encoding in ENCODINGS:
            assert column(line, units(line, at, encoding), encoding) == at


class Describe_a_span:
    @given(lines=st.lists(LINES, min_size=1, max_size=4).map(tuple), data=st.data())
    def it_comes_back_as_it_was(self, lines, data):
        places = sorted(
            (line, data.draw(st.integers(1, len(lines[line - 1]) + 1)))
            for line in data.draw(st.lists(st.integers(1, len(lines)), min_size=2, max_size=2))
        )
        span = Span("a.md", *places[0], *places[1])

        for encoding in ENCODINGS:
            assert as_span("a.md", *as_range(span, lines, encoding), lines, encoding) == span

    def it_is_the_first_line_for_a_whole_file(self):
        assert as_range(Span("a.md"), ("é😀", "b")) == ((0, 0), (0, 3))
        assert as_range(Span("a.md"), ()) == ((0, 0), (0, 0))

    def it_stays_in_a_text_that_became_shorter(self):
        assert as_range(Span("a.md", 9, 1, 9, 5), ("ab",)) == ((0, 0), (0, 2))
        assert as_range(Span("a.md", 1, 2, 7, 5), ("ab", "c")) == ((0, 1), (1, 1))


class Describe_the_lines_of_a_text:
    def they_are_those_that_jvom_reads(self):
        assert lines_of("\ufeffa\r\nb\rc\u2028d\n") == ("a", "b", "c\u2028d", "")
