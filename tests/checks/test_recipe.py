# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule in CONTRIBUTING.md works as it is printed there, and is as short as it promises to be."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

import jvom.checks.run
import tests.checks.examples
from jvom.checks.registry import all_rules
from jvom.checks.rule import Rule, rules_of
from tests.checks.examples import examples, findings, marked, read
from tests.conftest import PROJECT

IMPORTS = """
from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView

"""
RECIPE = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## A rule\n")[2]
[CODE] = re.findall(r"^```python\n(.*?)^```$", RECIPE.partition("\n## ")[0], re.MULTILINE | re.DOTALL)
[PAGE] = re.findall(r"^````markdown\n(.*?)^````$", RECIPE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rule:
    """Return the rule of the recipe, which takes part in each check from now on."""
    module = tmp_path / "commanders.py"
    module.write_text(IMPORTS + CODE, encoding="utf-8")
    (tmp_path / "MAN099.md").write_text(PAGE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("commanders", module)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "commanders", made)
    spec.loader.exec_module(made)
    [found] = rules_of(made)
    rules = (*all_rules(), found)
    for place in (jvom.checks.run, tests.checks.examples):
        monkeypatch.setattr(place, "all_rules", lambda: rules)
    return found


class Describe_the_recipe_of_a_rule:
    def its_examples_are_true(self, recipe, tmp_path):
        for example in examples(recipe.code, recipe.page.text):
            report = read(example, tmp_path)

            found = findings(example, report)
            assert report.broken == ()
            assert bool(found) == example.wrong
            if example.expected is not None:
                assert [marked(report, each) for each in found] == list(example.expected)

    def it_takes_fewer_than_forty_lines_with_its_page(self):
        lines = [line for line in (CODE + PAGE).splitlines() if line.strip()]

        assert len(lines) < 40
