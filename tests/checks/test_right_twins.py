# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Each rule with a fix leaves right sentences alone that look like its mistakes (right_twins.yml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from jvom.checks.registry import all_rules
from jvom.checks.settings import Overrides
from jvom.findings import Severity
from tests.checks.reading import reports

TWINS: dict[str, list[str]] = yaml.load(
    (Path(__file__).parent / "right_twins.yml").read_bytes(), Loader=yaml.CSafeLoader
)
#: What these fix is no sentence: a name of the dossier, a number of a section, a pasted table; and spelling
#: has tests of its own.
OTHERS = {"NAM002", "REF001", "STR014", "STR015", "LNG015", "SPL001"}


class Describe_a_rule_with_a_fix:
    @pytest.mark.parametrize("code", TWINS)
    def it_leaves_right_twins_alone(self, code):
        read = reports(TWINS[code], Overrides(select=(code,)))

        found = {
            sentence: [str(each.message) for each in report.findings if each.severity > Severity.INFO]
            for sentence, report in zip(TWINS[code], read, strict=True)
        }
        assert {sentence: messages for sentence, messages in found.items() if messages} == {}

    def it_has_twenty_of_them(self):
        fixable = {rule.code for rule in all_rules() if rule.fixable} - OTHERS

        assert {code for code in fixable if len(TWINS.get(code, ())) < 20} == set()
