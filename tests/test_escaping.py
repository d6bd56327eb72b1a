# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing that comes from a file steers a terminal."""

from __future__ import annotations

import json
import sys
from functools import cache
from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.cli.language import translator
from jvom.cli.terminal import Terminal
from jvom.escaping import escape_controls, escape_in_json, escape_in_lines, replace_controls
from jvom.messages import msg
from jvom.source import Problem, Span

ANYTHING = st.text(st.characters(codec="utf-8"), max_size=30)
# The marks that Unicode Standard Annex 9 gives a class of their own, by the tables of Python.
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@cache
def unsafe() -> frozenset[str]:
    """Return the characters that may steer a terminal."""
    every = map(chr, range(sys.maxunicode + 1))
    return frozenset(
        each for each in every if category(each) in ("Cc", "Zl", "Zp") or bidirectional(each) in TURNING
    )


class Describe_text_of_a_file:
    def it_is_shown_without_any_character_that_steers(self) -> None:
        assert len(unsafe()) > 70
        for character in (*unsafe(), "\u200e", "\u200f", "\u061c"):
            for shown in (escape_controls(character), replace_controls(character)):
                assert len(shown) == 1 or shown.startswith("\\"), ascii(character)
                assert character not in shown, ascii(character)
            assert (character in escape_in_lines(character)) is (character in "\t\n")
            typed = json.dumps(character, ensure_ascii=False)
            assert json.loads(escape_in_json(typed)) == character

    @given(ANYTHING)
    def it_is_otherwise_as_it_was(self, text: str) -> None:
        plain = "".join(each for each in text if each == escape_controls(each))
        assert escape_controls(plain) == escape_in_lines(plain) == replace_controls(plain) == plain
        assert len(replace_controls(text)) == len(text)

    @given(ANYTHING)
    def it_means_the_same_in_json(self, text: str) -> None:
        assert json.loads(escape_in_json(json.dumps(text, ensure_ascii=False))) == text

    def it_is_escaped_in_messages_and_places(self) -> None:
        assert str(msg("«{a}» {b}", a="x\x1b[2J\ny", b=msg("{c}", c="\u202e"))) == "«x\\x1b[2J\\ny» \\u202e"
        assert str(Span("a\r\nb\x9b.md", 1, 2)) == "a\\r\\nb\\x9b.md:1:2"

    @given(ANYTHING)
    def it_never_reaches_a_terminal(self, text: str) -> None:
        with pytest.MonkeyPatch.context() as patched:
            written: list[str] = []
            for stream in ("stdout", "stderr"):
                patched.setattr(f"sys.{stream}", Stream(written))
            terminal = Terminal(translator("nl"))
            terminal.write(text)
            terminal.write(text, exact=True)
            terminal.write_json({text: [text]})
            terminal.write_error(text)
            terminal.inform(msg("{text}", text=text))
            terminal.list_problems([Problem(Span(text), msg("{a}", a=text), msg("doe iets"))])
            terminal.report_bug(ValueError(text))
            terminal.debug = True
            terminal.report_bug(ValueError(text))
        assert not {*"".join(written)} & unsafe() - {"\n", "\t"}


class Stream:
    """A terminal that keeps what it is sent."""

    def __init__(self, written: list[str]) -> None:
        self._written = written

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._written.append(text)
        return len(text)

    def flush(self) -> None:
        pass
