# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier and loose texts with a slip of every kind: all are found in their place, and nothing else is."""

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
from tests.checks.slips import Found, Slip, compare, place, slips
from tests.checks.word_examples import word_file
from tests.conftest import PROJECT
from tests.contents import read_dossier

TODAY = date(2026, 4, 24)
DOSSIER = PROJECT / "tests" / "dossiers" / "fouten"
LOOSE = PROJECT / "tests" / "dossiers" / "los"
IN_DOSSIER = slips(DOSSIER / "verwacht.yml")
IN_LOOSE = slips(LOOSE / "verwacht.yml")
LOOSE_TEXTS = ("brief.md", "concept.txt", "goed.md", "mandaten.md", "rapport.md", "verslag.txt")

#: What the rules are asked to find: each kind by its name, with the kinds of the listing that are it.
ASKED: dict[str, dict[str, list[str]]] = yaml.safe_load((DOSSIER / "soorten.yml").read_text(encoding="utf-8"))


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
def dossier_found() -> Found:
    return compare(dossier_report(), IN_DOSSIER, f"{DOSSIER.as_posix()}/")


@cache
def loose_found(name: str) -> Found:
    return compare(loose_report(name), [slip for slip in IN_LOOSE if slip.path == name])


class Describe_a_dossier_with_every_kind_of_slip:
    @pytest.mark.parametrize("slip", IN_DOSSIER, ids=str)
    def it_is_found_in_its_place(self, slip):
        assert slip not in dossier_found().missed

    def it_gives_no_other_error_or_warning(self):
        assert _told(dossier_found().unexpected, dossier_report()) == []

    def it_breaks_no_rule(self):
        assert dossier_report().broken == ()

    @pytest.mark.parametrize(
        ("family", "asked"), [(family, asked) for family, kinds in ASKED.items() for asked in kinds]
    )
    def it_has_a_slip_of_every_kind_that_is_asked(self, family, asked):
        there = {slip.kind for slip in IN_DOSSIER if slip.family == family}
        assert ASKED[family][asked]
        assert set(ASKED[family][asked]) <= there

    def it_has_no_slip_of_a_kind_that_nobody_asked(self):
        asked = {
            (family, kind) for family, kinds in ASKED.items() for each in kinds.values() for kind in each
        }
        assert {(slip.family, slip.kind) for slip in IN_DOSSIER} <= asked


class Describe_loose_texts:
    @pytest.mark.parametrize("slip", IN_LOOSE, ids=str)
    def their_slips_are_found_in_their_place(self, slip):
        assert slip not in loose_found(slip.path).missed

    @pytest.mark.parametrize("name", LOOSE_TEXTS)
    def they_give_no_other_error_or_warning(self, name):
        assert _told(loose_found(name).unexpected, loose_report(name)) == []


class Describe_the_comparison:
    """It must be able to fail: a slip that is not there is missed, and a finding without a slip shows."""

    RIGHT = Slip(
        "PLH", "een woord", "goed.md", "crisisrespons", "crisisrespons", frozenset({"PLH001"}), frozenset()
    )

    def it_misses_what_no_finding_marks(self):
        assert compare(loose_report("goed.md"), [self.RIGHT]).missed == (self.RIGHT,)

    def it_shows_what_no_slip_accounts_for(self):
        report = loose_report("brief.md")
        assert compare(report, []).unexpected == report.findings

    def it_reads_over_the_end_of_a_line(self):
        slip = self.RIGHT._replace(words="de\nmissie", near="op de missie")
        assert place("Zij is op\nde  missie.", slip) == (10, 20)


def _told(findings: tuple[Finding, ...], report: Report) -> list[str]:
    return [
        f"{finding.span}: {finding.code} {report.by_path[finding.span.path].text_at(finding.span)}"
        for finding in findings
        if finding.severity > Severity.INFO
    ]
