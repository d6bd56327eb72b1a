# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Cheap tests decide whether a pattern is tried at all: they may save time, and hide no match."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis import citation_pieces as pieces
from jvom.analysis import date_expressions, section_references
from jvom.analysis.citation_pieces import Piece
from jvom.analysis.passages import Passage, plain_passage
from tests.fuzzing import examples

#: What people type. Other scripts have capitals and digits that these patterns ignore.
ALPHABET = printable + "\u00a0‘’“”„…–€áäéèëïóöüçÉËÖ"


def a_date(passage: Passage) -> bool:
    return passage.has_digit or not date_expressions.DATE_WORDS.isdisjoint(passage.lowered_words)


def a_citation(passage: Passage) -> bool:
    starts = pieces.trigger_of(passage.text)
    return starts is not None and starts.search(passage.text) is not None


def a_reference(passage: Passage) -> bool:
    words = zip(passage.lowered_words, passage.words, strict=True)
    return any(section_references.with_a_word(passage.text, words))


PATTERNS: dict[str, tuple[re.Pattern[str], Callable[[Passage], bool]]] = {
    "citation": (re.compile(pieces._ANY_TRIGGER.pattern), a_citation),
    "section reference": (re.compile(section_references._REFERENCE.pattern, re.IGNORECASE), a_reference),
    "date": (re.compile(date_expressions._ANCHORS.pattern, re.IGNORECASE), a_date),
}


class Describe_cheap_tests:
    @examples(30)
    @given(data=st.data())
    @pytest.mark.parametrize("name", PATTERNS)
    def they_hide_no_match(self, name, data):
        pattern, test = PATTERNS[name]
        found = data.draw(st.from_regex(pattern, alphabet=st.sampled_from(ALPHABET)))

        assert test(plain_passage(found))

    @examples(20)
    @given(data=st.data())
    @pytest.mark.parametrize("name", [name for name, each in vars(pieces).items() if isinstance(each, Piece)])
    def they_try_each_piece_of_a_citation_where_it_is(self, name, data):
        piece: Piece = getattr(pieces, name)
        found = data.draw(st.from_regex(piece.pattern.pattern, alphabet=st.sampled_from(ALPHABET)))
        whole = re.search(piece.pattern.pattern, found)

        assert whole is not None
        assert piece.match(found, whole.start()) is not None
