# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2

import re
from functools import cache
from typing import Any

import msgspec
import pytest

from jvom.dutch import patterns
from jvom.dutch.patterns import compiled_pattern, pattern
from tools import generated_files


class Describe_a_pattern:
    def it_is_not_compiled_before_it_is_used(self):
        wrong = pattern("(")

        with pytest.raises(re.error):
            wrong.search("text")

    def it_finds_what_the_compiled_one_finds(self):
        late, compiled = (
            pattern(r"(?P<word>\w+)s", re.IGNORECASE),
            re.compile(r"(?P<word>\w+)s", re.IGNORECASE),
        )
        text = "Missies en LANDS belang"

        assert [match.groupdict() for match in late.finditer(text)] == [
            match.groupdict() for match in compiled.finditer(text)
        ]
        assert [match.span() for match in late.finditer(text, 5)] == [
            match.span() for match in compiled.finditer(text, 5)
        ]
        assert late.sub("x", text) == compiled.sub("x", text)
        assert late.groupindex == compiled.groupindex

    def it_then_has_the_methods_of_the_compiled_one(self):
        late: Any = pattern("a")
        late.search("a")

        assert late.search.__self__ is late.match.__self__
        assert isinstance(late.search.__self__, re.Pattern)


@cache
def patterns_in_code() -> tuple[tuple[str, int], ...]:
    """Return the text and flags of each pattern in the code."""
    return tuple((each.text, each.given_flags) for each in generated_files.patterns_in_code())


def problem(text: str, flags: int) -> str:
    """Return why a pattern does not compile; "" when it does."""
    try:
        re.compile(text, flags)
    except re.error as error:
        return str(error)
    return ""


class Describe_the_patterns_of_the_rules:
    def they_all_compile(self):
        assert len(patterns_in_code()) > 100
        assert {each: told for each in patterns_in_code() if (told := problem(*each))} == {}

    def they_are_compiled_with_the_package_as_re_compiles_them(self, monkeypatch):
        expected = {each: re.compile(*each) for each in patterns_in_code()}
        monkeypatch.delattr(re, "compile")

        made = {pattern: compiled_pattern(*pattern) for pattern in expected}

        assert made == expected
        assert {pattern: each.groupindex for pattern, each in made.items()} == {
            pattern: each.groupindex for pattern, each in expected.items()
        }

    @pytest.mark.parametrize(
        "file", [None, b"no msgpack", msgspec.msgpack.encode(("another", {"0 a(b)": b""}))]
    )
    def but_without_a_file_of_this_python_they_are_compiled_anew(self, file, tmp_path, monkeypatch):
        monkeypatch.setattr(patterns, "DATA", tmp_path)
        patterns._compiled.cache_clear()
        if file:
            (tmp_path / "patterns.msgpack").write_bytes(file)

        try:
            assert compiled_pattern("a(b)", 0) == re.compile("a(b)")
        finally:
            patterns._compiled.cache_clear()
