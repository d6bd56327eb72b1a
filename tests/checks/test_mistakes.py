# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier and loose texts with a mistake of every kind: all are found at their place, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from jvom.checks.registry import all_rules
from jvom.checks.run import check, check_texts
from jvom.checks.settings import Overrides
from jvom.findings import Finding, Report, Severity
from jvom.messages import msg
from jvom.model import Fragment
from jvom.reading.fragment import read_fragment
from jvom.reading.word.reader import read_word
from jvom.settings import Settings
from jvom.source import Problem, Span
from tests.checks.mistakes import Comparison, Mistake, compare, mistakes, place
from tests.checks.word_examples import word_file
from tests.conftest import PROJECT
from tests.contents import read_dossier

TODAY = date(2026, 4, 24)
DOSSIER = PROJECT / "tests" / "dossiers" / "fouten"
LOOSE = PROJECT / "tests" / "dossiers" / "los"
IN_DOSSIER = mistakes(DOSSIER / "verwacht.yml")
IN_LOOSE = mistakes(LOOSE / "verwacht.yml")
LOOSE_TEXTS = ("brief.md", "concept.txt", "goed.md", "mandaten.md", "rapport.md", "verslag.txt")

#: What the rules are required to find: each kind by name, with the corresponding kinds in the listing.
REQUIRED: dict[str, dict[str, list[str]]] = yaml.load(
    (DOSSIER / "soorten.yml").read_bytes(), Loader=yaml.CSafeLoader
)


@cache
def dossier_report() -> Report:
    report, template = DOSSIER / "gebouwd" / "rapport.txt", DOSSIER / "gebouwd" / "sjabloon.txt"
    built = [_word_file(report, report.as_posix()), _template(template)]
    return check(read_dossier(DOSSIER, 2025), Settings(), TODAY, Overrides(), all_rules(), built)


@cache
def loose_report(name: str) -> Report:
    path = LOOSE / name
    if path.suffix == ".txt":
        fragment = _word_file(path, name)
    else:
        fragment, _ = read_fragment(path.stem, path.read_bytes(), name)
    return check_texts([fragment], Settings(), TODAY, Overrides())


def _template(path: Path) -> Fragment:
    fragment = _word_file(path, path.as_posix())
    assert fragment.word is not None
    lacks = re.findall(r"^@mist (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    contract = tuple(Problem(Span(path.as_posix()), msg(what), msg("neem het over")) for what in lacks)
    return replace(fragment, word=replace(fragment.word, template=True, contract=contract))


def _word_file(path: Path, name: str) -> Fragment:
    return read_word(path.stem, word_file(path.read_text(encoding="utf-8")), name)


@cache
def dossier_comparison() -> Comparison:
    return compare(dossier_report(), IN_DOSSIER, f"{DOSSIER.as_posix()}/")


@cache
def loose_comparison(name: str) -> Comparison:
    return compare(loose_report(name), [mistake for mistake in IN_LOOSE if mistake.path == name])


class Describe_a_dossier_with_every_kind_of_mistake:
    @pytest.mark.parametrize("mistake", IN_DOSSIER, ids=str)
    def it_is_found_at_its_place(self, mistake):
        assert mistake not in dossier_comparison().missed

    def it_gives_no_other_error_or_warning(self):
        assert _printed(dossier_comparison().unexpected, dossier_report()) == []

    def it_breaks_no_rule(self):
        assert dossier_report().broken == ()

    @pytest.mark.parametrize(
        ("family", "asked"), [(family, asked) for family, kinds in REQUIRED.items() for asked in kinds]
    )
    def it_has_a_mistake_of_every_required_kind(self, family, asked):
        there = {mistake.kind for mistake in IN_DOSSIER if mistake.family == family}
        assert REQUIRED[family][asked]
        assert set(REQUIRED[family][asked]) <= there

    def it_has_no_mistake_of_another_kind(self):
        asked = {
            (family, kind) for family, kinds in REQUIRED.items() for each in kinds.values() for kind in each
        }
        assert {(mistake.family, mistake.kind) for mistake in IN_DOSSIER} <= asked


class Describe_loose_texts:
    @pytest.mark.parametrize("mistake", IN_LOOSE, ids=str)
    def their_mistakes_are_found_at_their_place(self, mistake):
        assert mistake not in loose_comparison(mistake.path).missed

    @pytest.mark.parametrize("name", LOOSE_TEXTS)
    def they_give_no_other_error_or_warning(self, name):
        assert _printed(loose_comparison(name).unexpected, loose_report(name)) == []


class Describe_the_comparison:
    """It must be able to fail: on a mistake without a finding, and on a finding without a mistake."""

    RIGHT = Mistake(
        "PLH", "een woord", "goed.md", "crisisrespons", "crisisrespons", frozenset({"PLH001"}), frozenset()
    )

    def it_misses_what_no_finding_marks(self):
        assert compare(loose_report("goed.md"), [self.RIGHT]).missed == (self.RIGHT,)

    def it_shows_findings_without_a_mistake(self):
        report = loose_report("brief.md")
        assert compare(report, []).unexpected == report.findings

    def it_reads_across_line_ends(self):
        mistake = self.RIGHT._replace(words="de\nmissie", near="op de missie")
        assert place("Zij is op\nde  missie.", mistake) == (10, 20)


def _printed(findings: tuple[Finding, ...], report: Report) -> list[str]:
    return [
        f"{finding.span}: {finding.code} {report.by_path[finding.span.path].text_at(finding.span)}"
        for finding in findings
        if finding.severity > Severity.INFO
    ]
