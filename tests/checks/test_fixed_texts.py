# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the safe fixes leave behind: no new error, every address as it was, and nothing for a second run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jvom.analysis.addresses import find_addresses
from jvom.checks.fixes import MAX_PASSES, apply_fixes
from jvom.checks.registry import all_rules
from jvom.checks.run import check, check_texts
from jvom.checks.settings import Overrides
from jvom.findings import Report, Severity
from jvom.model import Dossier
from jvom.reading.fragment import read_fragment
from jvom.resolving.integrity import problems
from jvom.settings import Settings
from tests.checks.examples import BASE, read_again, rewrite
from tests.checks.examples import examples as examples_of
from tests.checks.examples import read as read_example
from tests.checks.reading import TODAY
from tests.checks.test_robust import WORDS
from tests.contents import read_dossier
from tests.fuzzing import examples

PATH = "tekst.md"
#: Its suggestions are never safe, and looking for them takes the most time.
WITHOUT_SPELLING = Overrides(ignore=("SPL",))
#: Every wrong text, of the page of a rule with a fix, that is Markdown.
WRONG = sorted(
    {
        text
        for rule in all_rules()
        for example in examples_of(rule.code, rule.page.text)
        for name, how, text in example.parts
        if rule.fixable
        and example.wrong
        and name.endswith(".md")
        and how != "heel"
        and not text.startswith("---")
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


IN_DOSSIER = [
    example
    for rule in all_rules()
    if rule.fixable and rule.code != "SPL001"
    for example in examples_of(rule.code, rule.page.text)
    if example.wrong and not any(name == "jvom.yml" for name, _, _ in example.parts)
]


def read(text: str) -> Report:
    fragment, found = read_fragment("tekst", text.encode("utf-8", "replace"), PATH)
    assert list(found) == []
    report = check_texts([fragment], Settings(), TODAY, WITHOUT_SPELLING)
    assert report.broken == ()
    return report


def errors(report: Report) -> list[str]:
    return [str(each.message) for each in report.findings if each.severity is Severity.ERROR]


SECTION = "rapport/slotbeschouwing.md"


def with_text(dossier: Dossier, typed: str) -> Dossier | None:
    """Return a dossier with another text in one of its sections; None when they do not fit."""
    old = dossier.section("slotbeschouwing")
    new, found = read_fragment(old.id, typed.encode("utf-8", "replace"), SECTION)
    new = replace(new, front=old.front, title=old.title)
    changed = replace(
        dossier, sections=tuple(new if each.id == old.id else each for each in dossier.sections)
    )
    return None if found or problems(changed) else changed


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read_dossier(BASE, 2025)


def texts_of(report: Report) -> dict[str, str]:
    return {file.path: "\n".join(file.lines) for file in report.files if not file.places}


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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one example after the other is made."""
    return tmp_path_factory.mktemp("voorbeeld")


class Describe_a_dossier_that_was_fixed:
    @pytest.mark.parametrize("example", IN_DOSSIER, ids=str)
    def it_has_no_more_errors_and_can_be_built(self, example, folder):
        report, content = read_example(example, folder), folder / "content"
        before, left = len(errors(report)), MAX_PASSES
        while left and (texts := apply_fixes(texts_of(report), report.findings).texts):
            rewrite(texts, folder)
            # A name that does not exist, or a text that can't be read, is raised.
            report, left = read_again(example, content, Settings()), left - 1

        assert left
        assert len(errors(report)) <= before

    def it_has_no_full_stop_behind_what_may_be_a_heading(self, dossier):
        typed = "Achtergrond en doel van het onderzoek\n\nDe missie eindigde in mei"
        changed = with_text(dossier, typed)
        assert changed is not None
        report = check(changed, Settings(), TODAY, Overrides(select=("PLH006",)))
        assert apply_fixes({SECTION: typed}, report.findings).texts == {SECTION: f"{typed}."}

    @given(TEXT)
    @examples(15)
    def it_keeps_its_addresses_whatever_was_typed(self, dossier, typed):
        before = typed = typed.replace("[^n]", "")
        counts: list[int] = []
        while (changed := with_text(dossier, typed)) and len(counts) < MAX_PASSES:
            report = check(changed, Settings(), TODAY, WITHOUT_SPELLING)
            counts.append(len(errors(report)))
            fixed_text = apply_fixes({SECTION: typed}, report.findings).texts.get(SECTION, typed)
            if fixed_text == typed:
                break
            typed = fixed_text

        assert len(counts) < MAX_PASSES
        assert counts[:1] >= counts[-1:]
        assert [each.text for each in find_addresses(typed)] == [each.text for each in find_addresses(before)]


class Describe_texts_that_were_fixed:
    def they_keep_two_footnotes_apart(self):
        holds("de [^n] [^n]")

    def they_keep_an_aside_of_which_only_one_mark_is_known(self):
        assert fixed("Wie een -tijdelijke- vergunning heeft, mag blijven.")[0].count("-") == 2

    @pytest.mark.parametrize("text", WRONG)
    def they_have_no_more_errors(self, text):
        holds(text)

    @given(TEXT)
    @examples(60)
    def they_have_no_more_errors_whatever_was_typed(self, text):
        if not list(read_fragment("tekst", text.encode(), PATH)[1]):
            holds(text)
