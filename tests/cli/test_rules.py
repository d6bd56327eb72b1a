# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json

import pytest

from jvom.checks.registry import all_rules
from jvom.cli.terminal import Terminal
from jvom.cli.verbs.rule import RuleOptions, rule
from jvom.cli.verbs.rules import RulesOptions, rules
from jvom.source import CannotRun


@pytest.fixture
def terminal() -> Terminal:
    return Terminal(lambda text: text)


class Describe_rules:
    def they_list_every_rule(self, terminal, capsys):
        assert rules(terminal, RulesOptions()) == 0
        lines = capsys.readouterr().out.splitlines()

        assert [line for line in lines if line.startswith("MAN ")] == ["MAN  Mandaten en rechtsgrondslagen"]
        for each in all_rules():
            assert any(line.split()[:2] == [each.code, each.name] for line in lines)

    def they_list_them_for_a_program(self, terminal, capsys):
        rules(terminal, RulesOptions(json=True))
        listed = json.loads(capsys.readouterr().out)

        assert [each["code"] for each in listed["rules"]] == [each.code for each in all_rules()]


class Describe_rule:
    @pytest.mark.parametrize("selector", ["MAN001", "man001", "mandate-ended"])
    def it_shows_the_page(self, terminal, capsys, selector):
        assert rule(terminal, RuleOptions(name=selector)) == 0
        shown = capsys.readouterr().out

        assert shown.startswith("# MAN001 mandate-ended\n")
        assert "## Herstellen" in shown

    def but_not_of_an_unknown_rule(self, terminal):
        with pytest.raises(CannotRun) as raised:
            rule(terminal, RuleOptions(name="MAN01"))

        assert "MAN01" in str(raised.value.problems[0].what)
