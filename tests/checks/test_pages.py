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
from jvom.checks.wordings import without_front_matter, wordings_of
from jvom.findings import Finding
from tests.checks.examples import Example, examples, findings, marked, read

RULES = Path(__file__).resolve().parents[2] / "jvom" / "checks" / "rules"
SECTIONS = ["Wat de regel doet", "Waarom", "Voorbeelden", "Herstellen", "Meldingen"]
REPEATING = ("LNG037", "PUB011", "TPL001")
#: The messages that no example shows, by rule: of loose texts, which none is; and of what none can have.
NOT_SHOWN = {
    "ABR002": "not-in-text",
    "ABR003": "not-explained",
    "ABR005": "not-as-elsewhere",
    "AKK002": "outdated",
    "LET007": "text",
    "MAN006": "not-in-table",
    "MAN007": "not-in-text",
    "MAN010": "scattered",
    "PLH003": "label",
    "PLH008": "without-status",
    "PUB007": "anonymous",
    "PUB008": "inserted deleted",
    "REF003": "by-number",
    "RES003": "unknown",
    "RES004": "elsewhere",
    "SPL003": "no-hunspell",
    "STR008": "number-missing",
    "STR016": "begins-with-noun capital sentence upright noun",
}
WORST = {rule.code: rule.worst for rule in all_rules()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one example after the other is made."""
    return tmp_path_factory.mktemp("voorbeeld")


class Describe_the_examples:
    @pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
    def they_are_true_and_show_what_the_rule_can_say(self, rule, folder):
        found = [
            finding for each in examples(rule.code, rule.page.text) for finding in true_findings(each, folder)
        ]

        if not rule.of_words:
            said = {(each.message.text, each.advice.text) for each in found}
            wordings = wordings_of(rule.page_file)
            not_shown = {id for id, each in wordings.items() if (each.message, each.advice) not in said}
            assert not_shown == set(NOT_SHOWN.get(rule.code, "").split())
            values = set().union(*(each.values for each in wordings.values()))
            assert all(values.issuperset(each.message.values) for each in found)


def true_findings(example: Example, folder: Path) -> list[Finding]:
    """Return what its rule finds in an example, which is as the example says."""
    report = read(example, folder)
    found = findings(example, report)
    assert report.broken == (), str(example)
    assert bool(found) == example.wrong, [str(example), *(f"{each.span}: {each.message}" for each in found)]
    if example.expected is not None:
        assert [marked(report, each) for each in found] == list(example.expected), str(example)
    assert all(reads_well(each) for each in found), str(example)
    assert all(each.severity <= WORST[each.code] for each in found), str(example)
    texts = {file.path: "\n".join(file.lines) for file in report.files}
    assert [
        str(each.message) for each in found if each.fix and not apply_fixes(texts, [each], unsafe=True).fixed
    ] == []
    return found


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
        # A rule that repeats what others say has no messages of its own.
        sections = SECTIONS[:-1] if rule.code in REPEATING else SECTIONS
        assert re.findall(r"^## (.+)$", outside, re.MULTILINE) == sections
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
                typed = rule.page_file.read_text(encoding="utf-8")
                first = without_front_matter(typed).partition("\n\n")[0]
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
