# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.phrase_grammar."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.phrase_grammar import PhraseError, parse
from jvom.analysis.phrase_items import Entity, Item, Skip, Words

KINDS = frozenset(("date", "person"))


def read(phrase: str) -> tuple[tuple[Item, ...], ...]:
    return parse(phrase, KINDS)


def word(*forms: str, **more: object) -> Item:
    return Item(Words(frozenset(forms)), **more)  # type: ignore[arg-type]


class Describe_a_phrase:
    def it_is_a_sequence_of_words(self):
        assert read("in het verslagjaar") == ((word("in"), word("het"), word("verslagjaar")),)

    def it_has_alternatives_for_a_word(self):
        assert read("in|tijdens de|deze") == ((word("in", "tijdens"), word("de", "deze")),)

    def it_has_alternatives_of_several_words_in_brackets(self):
        assert read("(tot en met|t/m) nu") == (
            (word("tot"), word("en"), word("met"), word("nu")),
            (word("t"), word("/", joined=True), word("m", joined=True), word("nu")),
        )

    def it_may_leave_a_word_out(self):
        assert read("tot en? nu") == ((word("tot"), word("en", optional=True), word("nu")),)

    def it_may_leave_a_group_out(self):
        assert read("tot (en met)? nu") == (
            (word("tot"), word("en"), word("met"), word("nu")),
            (word("tot"), word("nu")),
        )

    def it_names_a_part(self):
        assert read("van first={date}") == ((word("van"), Item(Entity(("date",)), name="first")),)

    def it_names_a_group(self):
        assert read("x=(de mens)") == ((word("de", name="x"), word("mens", name="x")),)

    def it_repeats_a_word(self):
        assert read("op|van...3? {date}") == (
            (word("op", "van", most=3, optional=True), Item(Entity(("date",)))),
        )

    def it_takes_several_kinds_of_entities(self):
        assert read("{date|person}") == ((Item(Entity(("date", "person"))),),)

    def it_takes_the_beginning_or_the_end_of_a_word(self):
        assert read("missie* *ing") == ((Item(Words(starts=("missie",))), Item(Words(endings=("ing",)))),)

    def it_takes_the_beginning_of_the_last_word_of_a_chain(self):
        assert read("golan-hoogte*") == (
            (
                word("golan"),
                word("-", joined=True),
                Item(Words(starts=("hoogte",)), joined=True),
            ),
        )

    def it_is_exact_where_it_has_capitals(self):
        assert read("=de Kamer") == (
            (Item(Words(exact=frozenset(("de",)))), Item(Words(exact=frozenset(("Kamer",))))),
        )

    def it_skips_words(self):
        assert read("zie ... bijlage ...3 nu")[0][1] == Item(Skip(6))
        assert read("zie ... bijlage ...3 nu")[0][3] == Item(Skip(3))

    def it_takes_marks_as_they_are_and_others_after_a_backslash(self):
        assert read(r"\(zie, {date}\)") == (
            (
                word("("),
                word("zie", joined=True),
                word(",", joined=True),
                Item(Entity(("date",))),
                word(")", joined=True),
            ),
        )

    @pytest.mark.parametrize(
        ("phrase", "at", "reason"),
        [
            ("", 0, "must be there"),
            ("en? ...", 0, "must be there"),
            ("van {dag}", 5, "there is no «dag»"),
            ("van {date", 9, "«}» is missing"),
            ("van {word:dag}", 10, "there is no trait «dag»"),
            ("*-een-twee", 0, "one word"),
            ("{word}-*en", 6, "a word goes before"),
            ("(tot|met", 8, "«)» is missing"),
            ("tot)", 3, "no opening bracket"),
            ("tot ?", 4, "a word or a mark is missing"),
            ("een|", 4, "a word or a mark is missing"),
            ("een *\\ ", 4, "a word or a mark is missing"),
            ("*woord*", 0, "not both"),
            ("x=(een y=twee)", 0, "named group"),
            ("t/m...2", 0, "repeated"),
            ("(een twee)...2", 0, "repeated"),
            ("een \\", 5, "backslash"),
            ("(a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c)", 63, "several"),
        ],
    )
    def it_is_refused_with_the_place_of_what_is_wrong(self, phrase, at, reason):
        with pytest.raises(PhraseError, match=re.escape(reason)) as refused:
            read(phrase)

        assert refused.value.at == at

    @given(st.text(alphabet="ab A|(){}?=*\\.,/1-:!", max_size=30))
    def it_is_read_or_refused_with_a_place_inside(self, phrase):
        at, sequences = 0, tuple[tuple[Item, ...], ...]()
        try:
            sequences = read(phrase)
        except PhraseError as error:
            at = error.at

        assert 0 <= at <= len(phrase)
        assert all(any(not item.optional for item in sequence) for sequence in sequences)
