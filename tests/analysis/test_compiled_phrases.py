# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.compiled_phrases."""

from __future__ import annotations

import pytest

from jvom.analysis import compiled_phrases
from jvom.analysis.compiled_phrases import compiled, option, options
from jvom.analysis.entities import KINDS
from jvom.analysis.phrase_grammar import PhraseError, parse

PHRASES = (
    "in|tijdens de|=Deze verslagperiode",
    "van first={date:!quoted} (tot en met|t/m)? last={date}",
    "{start} zie ...3 *-bijlage ge*de...2 {end}",
    "van dag tot dag",
)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Let phrases be read from a file that the test writes."""
    path = tmp_path / "phrases.msgpack"
    monkeypatch.setattr(compiled_phrases, "_FILE", path)
    forget()
    yield path
    forget()


def forget():
    """Let the file, and what it depends on, be read again."""
    compiled_phrases._compiled.cache_clear()
    compiled_phrases.checksum.cache_clear()


def sequences(phrase):
    return tuple(each.sequence for each in options(phrase))


class Describe_the_compiled_phrases:
    @pytest.mark.parametrize("phrase", PHRASES)
    def they_are_what_the_phrases_say(self, phrase, file, monkeypatch):
        expected = parse(phrase, KINDS)
        file.write_bytes(compiled(PHRASES))
        monkeypatch.setattr(compiled_phrases, "parse", None)  # not needed

        assert sequences(phrase) == expected
        assert [each.words for each in options(phrase)] == [option(each).words for each in expected]

    def they_require_a_word_as_often_as_it_is_there(self):
        [read] = map(option, parse("van dag tot dag", KINDS))

        assert [sorted(words.forms) for words in read.words] == [["van"], ["dag"], ["tot"], ["dag"]]

    def they_leave_others_to_be_read(self, file):
        file.write_bytes(compiled(PHRASES))

        assert sequences("een ander") == parse("een ander", KINDS)

    def they_are_left_aside_when_out_of_date(self, file, tmp_path, monkeypatch):
        file.write_bytes(compiled(PHRASES).replace(b"\xaeverslagperiode", b"\xaeverantwoording"))
        assert sequences(PHRASES[0]) != parse(PHRASES[0], KINDS)

        changed = tmp_path / "grammar.py"
        changed.write_text("# another grammar")
        monkeypatch.setattr(compiled_phrases, "_SOURCES", (str(changed),))
        forget()
        assert sequences(PHRASES[0]) == parse(PHRASES[0], KINDS)

    def they_are_left_aside_when_broken_or_missing(self, file):
        assert sequences(PHRASES[0]) == parse(PHRASES[0], KINDS)
        forget()
        file.write_bytes(b"{")
        assert sequences(PHRASES[0]) == parse(PHRASES[0], KINDS)

    def they_are_the_same_in_any_order(self):
        assert compiled(PHRASES) == compiled([*reversed(PHRASES), PHRASES[0]])

    def they_refuse_a_bad_phrase(self):
        with pytest.raises(PhraseError):
            compiled(["{geen soort}"])
