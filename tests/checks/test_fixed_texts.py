# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the safe fixes leave behind: no new error, every address as it was, and nothing for a second run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.addresses import find_addresses
from jvom.checks.fixes import MAX_PASSES, apply_fixes
from jvom.checks.registry import all_rules
from jvom.checks.run import check_texts
from jvom.findings import Report, Severity
from jvom.reading.fragment import read_fragment
from jvom.settings import Settings
from tests.checks.examples import examples as examples_of
from tests.checks.reading import TODAY
from tests.checks.test_robust import WORDS
from tests.fuzzing import examples

PATH = "tekst.md"
#: Every wrong text of a page that is Markdown.
WRONG = sorted(
    {
        text
        for rule in all_rules()
        for example in examples_of(rule.code, rule.page)
        for name, how, text in example.parts
        if example.wrong and name.endswith(".md") and how != "heel" and not text.startswith("---")
    }
)
ADDRESSES = [
    "https://www.rijksoverheid.nl/vn-missie/financiele-nota,evaluatie", "http://nato.int/kosovo--force",
    "j.de.vries@mindef.nl", "concept_nota-vn.docx", "[de site](https://eu-missie.eu/web-site/lid-staten)",
    "<https://unric.org/nl/blauw-helm>", "veiligheidsraad.org/zo-wie-zo",
]  # fmt: skip
MISTAKES = [
    "web site", "lid staten", "sowieso", "zo wie zo", "onze landen", "de de", "Nederlandse strijd krachten",
    "Safe and Secure", "ten alle tijden", "VN missie", "VN-Missie", "(VN", "de tweede kamer", "9 Maart",
    "financiele", "Veiligheidsraads", "EU lidstaat", "( EUTM )", ",en", "20%", "1000000", "t.b.v.", "tbv",
]  # fmt: skip
TEXT = st.lists(st.sampled_from([*WORDS, *ADDRESSES, *MISTAKES]), max_size=40).map(" ".join)


def read(text: str) -> Report:
    fragment, problems = read_fragment("tekst", text.encode("utf-8", "replace"), PATH)
    assert list(problems) == []
    return check_texts([fragment], Settings(), TODAY)


def errors(report: Report) -> list[str]:
    return [str(each.message) for each in report.findings if each.severity is Severity.ERROR]


def fixed(text: str) -> tuple[str, Report]:
    """Return a text with all safe fixes, and the report of the last check."""
    for _ in range(MAX_PASSES):
        report = read(text)
        done = apply_fixes({PATH: text}, report.findings)
        if not done.fixed:
            return text, report
        text = done.texts.get(PATH, text)
    raise AssertionError("the fixes undo one another")


def holds(text: str) -> None:
    after, report = fixed(text)
    assert len(errors(report)) <= len(errors(read(text)))
    assert [each.text for each in find_addresses(after)] == [each.text for each in find_addresses(text)]


class Describe_texts_that_were_fixed:
    @pytest.mark.parametrize("text", WRONG)
    def they_have_no_more_errors(self, text):
        holds(text)

    @given(TEXT)
    @examples(60)
    def they_have_no_more_errors_whatever_was_typed(self, text):
        if not list(read_fragment("tekst", text.encode(), PATH)[1]):
            holds(text)
