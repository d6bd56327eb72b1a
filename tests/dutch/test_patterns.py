# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2

import importlib
import pkgutil
import re
from typing import Any

import pytest

import jvom.analysis
import jvom.checks
import jvom.dutch
from jvom.dutch.patterns import pattern


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


def _modules():
    for package in (jvom.analysis, jvom.checks, jvom.dutch):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(module.name)


PATTERNS = [
    pytest.param(each, id=f"{module.__name__}.{name}")
    for module in _modules()
    for name, value in vars(module).items()
    for each in (value, getattr(value, "pattern", None))
    if type(each) is type(pattern(""))
]


class Describe_the_patterns_of_the_rules:
    @pytest.mark.parametrize("each", PATTERNS)
    def they_all_compile(self, each):
        each.search("")

        assert isinstance(each.search.__self__, re.Pattern)
