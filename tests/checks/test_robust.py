# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every rule on texts and data that no one would write: none may crash or take long."""

from __future__ import annotations

from collections import deque
from datetime import date
from functools import partial

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.checks.printing import PlainPrinter
from jvom.checks.registry import all_rules
from jvom.checks.rule import Rule, Scope
from jvom.checks.run import check, check_texts
from jvom.checks.views import DossierView, Texts, dossier_view
from jvom.model import Dossier
from jvom.reading.fragment import read_fragment
from jvom.settings import Settings
from jvom.times import Duration
from tests.checks.examples import BASE
from tests.checks.reading import TODAY, texts
from tests.contents import read_dossier
from tests.fuzzing import examples
from tests.growth import LINEAR, growth, growths

WORDS = [
    "de", "missie", "UNIFIL", "VNVR-resolutie", "1701", "(2006)", "(", ")", '"', "'", "20 mei", "2026",
    "jl.", "XX", "€", "42,2", "miljoen", "twaalf", "12", "-", "–", "/", ".", ",", ":", ";", "...",
    "EU-operatie", "Kamerstuk", "29 521,", "nr.", "493", "d.d.", "bijlage", "paragraaf", "2.3.1",
    "ngo's", "'s", "*Safe and Secure*", "**vet**", "[](#unifil)", "[@kst-29521-493]",
    "{{ deployed_total }}", "[^n]", "\n", "\n\n", "\n\n## ", "\n- ", "\n1. ", "\n> ",
    "\n| a | b |\n| --- | --- |\n| c | d |\n", "\\*", "&amp;", "é", "ǅ", "İ", "😀", "\u00a0", "\u200b",
    "\u0301", "ﬁ",
]  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=40).map(" ".join)


class Describe_every_rule:
    @given(TEXT)
    @examples(60)
    def it_survives_any_text(self, typed):
        raw = typed.encode("utf-8", "replace")
        fragment, _ = read_fragment("tekst", raw, "tekst.md")

        report = check_texts([fragment], Settings(), TODAY)

        assert [(each.code, each.trace) for each in report.broken] == []

    @given(TEXT, st.sampled_from(["inleiding", "unifil", "slotbeschouwing"]))
    @examples(60)
    def it_survives_any_text_in_a_dossier(self, dossier, typed, id):
        old = dossier.section(id)
        raw = typed.replace("[^n]", "").encode("utf-8", "replace")
        new, _ = read_fragment(id, raw, old.span.path)
        new = msgspec.structs.replace(new, front=old.front, title=old.title)
        sections = tuple(new if each.id == id else each for each in dossier.sections)
        changed = msgspec.structs.replace(dossier, sections=sections)

        report = check(changed, Settings(), TODAY, rules=all_rules()) if holds_together(changed) else None

        assert report is None or [(each.code, each.trace) for each in report.broken] == []

    def it_survives_a_region_that_is_only_a_dash(self, dossier):
        rows = tuple(msgspec.structs.replace(row, region="-") for row in dossier.mandates.rows)
        changed = msgspec.structs.replace(
            dossier, mandates=msgspec.structs.replace(dossier.mandates, rows=rows)
        )

        assert check(changed, Settings(), TODAY).broken == ()

    @given(st.data())
    @examples(60, shrink=False)
    def it_survives_any_data(self, dossier, data):
        day = st.dates(date(1900, 1, 1), date(2200, 12, 31))
        duration = st.one_of(
            day.map(Duration), st.sampled_from(Duration.WORDS).map(lambda word: Duration(None, word))
        )
        words = st.one_of(st.sampled_from(WORDS), st.text(min_size=1, max_size=30))
        rows = tuple(
            msgspec.structs.replace(
                row, operation=data.draw(words), region=data.draw(words), basis=data.draw(words),
                mandate=data.draw(duration), framework=data.draw(duration),
            )
            for row in dossier.mandates.rows
        )  # fmt: skip
        changed = msgspec.structs.replace(
            dossier,
            mandates=msgspec.structs.replace(
                dossier.mandates, rows=data.draw(st.sampled_from([rows, rows[:1], ()]))
            ),
            data=msgspec.structs.replace(
                dossier.data,
                title=data.draw(words),
                presentation_date=data.draw(day),
                council_of_ministers=data.draw(day),
                nota=msgspec.structs.replace(dossier.data.nota, title=data.draw(words), date=data.draw(day)),
                letter=msgspec.structs.replace(dossier.data.letter, subject=data.draw(words)),
            ),
        )

        report = check(changed, Settings(), data.draw(day))

        assert [(each.code, each.trace) for each in report.broken] == []


def holds_together(dossier: Dossier) -> bool:
    from jvom.resolving.integrity import problems

    return problems(dossier) == ()


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read_dossier(BASE, 2025)


PIECES = [
    "a", "X", "1", " ", ". ", "-", "aa ", "Aa ", "AA ", "a-", "1.", "1 ", "(", '"', "'s ", "de de ",
    "20 mei ", "€ 1 ", "VN resolutie 1 (2", "Kamerstuk 29 521, nr. ", "a, b en ", "woord" * 3 + "-",
    "é", "EU-",
]  # fmt: skip
SIZE = 12_000  # four times that is a fragment of fifteen pages on one line
RULES_OF_TEXTS = [rule for rule in all_rules() if rule.scope in (Scope.FRAGMENT, Scope.TEXTS)]


class Describe_the_time_of_every_rule:
    @pytest.mark.parametrize("piece", PIECES)
    def it_is_linear_in_one_long_line(self, piece):
        """A line that makes a bad search start again at every character."""

        def make(size: int) -> Texts:
            view = texts(f"x{piece * (size // len(piece))}\n")
            for passage in view.passages:
                _ = passage.sentences, passage.dutch, passage.typed
            _ = view.index.vocabulary
            return view

        parts = {rule.code: partial(run_rule, rule) for rule in RULES_OF_TEXTS}
        assert {code: times for code, times in growths(parts, make, SIZE).items() if times >= LINEAR} == {}


def run_rule(rule: Rule, view: Texts) -> None:
    """Run a rule on texts that have been read.

    What rules share (dates, quantities) is done by the first rule that uses it.
    """
    for each in view.texts if rule.scope is Scope.FRAGMENT else [view]:
        deque(rule.check(each), 0)


class Describe_the_time_of_a_run:
    def it_is_linear_in_the_words(self, dossier):
        view = dossier_view(dossier, TODAY, Settings(), PlainPrinter(dossier))

        def run(many: DossierView) -> None:
            for rule in all_rules():
                if rule.scope is not Scope.BUILT:
                    run_rule(rule, many)

        assert (
            growth(run, lambda copies: DossierView(dossier, view.texts * copies, TODAY, Settings()), 8)
            < LINEAR
        )
