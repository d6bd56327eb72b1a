# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every rule's page is whole and true: its examples are run from the page itself.

One rule: ``pytest tests/checks/test_pages.py -n0 -k MAN001``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jvom.checks.fixes import apply_fixes
from jvom.checks.pages import generated_files
from jvom.checks.registry import RETIRED, all_rules, families
from jvom.findings import Finding
from tests.checks.examples import Example, examples, findings, marked, read

RULES = Path(__file__).resolve().parents[2] / "jvom" / "checks" / "rules"
SECTIONS = ["Wat de regel doet", "Waarom", "Voorbeelden", "Herstellen"]
ALL = [example for rule in all_rules() for example in examples(rule.code, rule.page.text)]
WORST = {rule.code: rule.worst for rule in all_rules()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one example after the other is made."""
    return tmp_path_factory.mktemp("voorbeeld")


class Describe_the_examples:
    @pytest.mark.parametrize("example", ALL, ids=str)
    def they_are_true(self, example: Example, folder):
        report = read(example, folder)

        found = findings(example, report)
        assert report.broken == ()
        assert bool(found) == example.wrong, [f"{each.span}: {each.message}" for each in found]
        if example.expected is not None:
            assert [marked(report, each) for each in found] == list(example.expected)
        assert all(reads_well(each) for each in found)
        assert all(each.severity <= WORST[each.code] for each in found)
        texts = {file.path: "\n".join(file.lines) for file in report.files}
        assert [
            str(each.message)
            for each in found
            if each.fix and not apply_fixes(texts, [each], unsafe=True).fixed
        ] == []


def reads_well(finding: Finding) -> bool:
    """Tell whether message and advice are filled in, and end without a full stop as all others do."""
    return all(
        text and not text.endswith(".") and "{" not in text.replace("{.liggend}", "")
        for text in (finding.message.format(), finding.advice.format())
    )


class Describe_the_rules:
    @pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
    def they_have_a_complete_page(self, rule):
        kinds = {example.wrong for example in examples(rule.code, rule.page.text)}

        outside = re.sub(r"^```.*?^```", "", rule.page.text, flags=re.MULTILINE | re.DOTALL)
        assert re.findall(r"^## (.+)$", outside, re.MULTILINE) == SECTIONS
        assert kinds == {True, False}
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert rule.page.summary.format()[0].isupper()
        assert not rule.page.summary.format().endswith(".")

    def they_have_a_code_and_a_name_of_their_own(self):
        codes = [rule.code for rule in all_rules()]
        names = [rule.name for rule in all_rules()]

        assert len(set(codes)) == len(codes)
        assert len(set(names)) == len(names)
        assert not RETIRED & set(codes)

    def they_are_in_their_family(self):
        codes = [family.code for family in families()]

        assert len(set(codes)) == len(codes)
        for rule in all_rules():
            assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)
            assert rule.code[:3] in codes

    def they_have_their_title_above_their_page(self):
        for rule in all_rules():
            if not rule.of_words:
                first = rule.page_file.read_text(encoding="utf-8").partition("\n\n")[0]
                assert first == f"# {rule.code} {rule.name}"

    def they_have_a_page_each_and_no_page_is_left_over(self):
        in_code = {rule.page_file for rule in all_rules() if not rule.of_words}

        assert set(RULES.rglob("*.md")) == in_code


class Describe_the_index:
    def it_is_current(self, project):
        """When this fails: `jvom rules --write`."""
        for path, data in generated_files().items():
            assert (project / path).read_bytes() == data

    def its_links_lead_to_the_page_of_each_rule(self, project):
        folder = project / "docs" / "rules"
        links = re.findall(r"^\| \[(\w+)\]\((.+?)\) \|", (folder / "index.md").read_text(), re.MULTILINE)

        assert {code: (folder / link).resolve() for code, link in links} == {
            rule.code: rule.page_file for rule in all_rules()
        }
