# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Cheap tests decide whether rules run their patterns at all: they may save time, and change no finding.

Every example of every rule and the texts of tests/dossiers are checked with each cheap test answering yes;
and Hypothesis generates matches of a pattern, which must pass the cheap test in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis import citation_pieces, date_expressions
from jvom.analysis.passages import Passage
from jvom.checks.run import check, check_texts
from jvom.checks.words.passage_search import PassageSearch
from jvom.findings import Report
from jvom.reading.fragment import read_fragment
from jvom.settings import Settings
from jvom.source import Span
from tests.checks.examples import Example, findings, marked, read
from tests.checks.reading import TODAY
from tests.checks.test_pages import ALL
from tests.contents import read_dossier
from tests.fuzzing import examples

Shortcut = Callable[[Passage], object]


def a_date(passage: Passage) -> bool:
    return passage.has_digit or not date_expressions.DATE_WORDS.isdisjoint(passage.lowered_words)


def a_citation(passage: Passage) -> bool:
    return citation_pieces.may_contain_citation(passage.text)


PATTERNS: dict[str, tuple[re.Pattern[str], Shortcut]] = {
    "citation": (citation_pieces.trigger(), a_citation),
    "date": (date_expressions._anchors(), a_date),
}
#: What people type. Other scripts have capitals and digits that these rules ignore.
ALPHABET = printable + "\u00a0‘’“”„…–€áäéèëïóöüçÉËÖ"
DOSSIERS = Path(__file__).resolve().parent.parent / "dossiers"


def without_shortcuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every cheap test answer yes."""

    def all_passages(whole, *needs, **more):
        return iter(whole.passages)

    monkeypatch.setattr(Passage, "has_digit", True)
    monkeypatch.setattr(PassageSearch, "passages_with", all_passages)
    monkeypatch.setattr(citation_pieces, "may_contain_citation", lambda text: True)


def loose_report(path: Path) -> Report:
    fragment, _ = read_fragment(path.stem, path.read_bytes(), path.name)
    return check_texts([fragment], Settings(), TODAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder where the examples' dossiers are made, one after another."""
    return tmp_path_factory.mktemp("voorbeeld")


class Describe_shortcuts:
    @pytest.mark.parametrize("example", ALL, ids=str)
    def they_hide_nothing_of_an_example(self, example: Example, folder, monkeypatch):
        without_shortcuts(monkeypatch)

        report = read(example, folder)

        found = findings(example, report)
        assert bool(found) == example.wrong
        if example.expected is not None:
            assert [marked(report, each) for each in found] == list(example.expected)

    @pytest.mark.parametrize("name", ["basis", "fouten"])
    def they_hide_nothing_of_a_dossier(self, name, monkeypatch):
        dossier = read_dossier(DOSSIERS / name, 2025)
        quickly = check(dossier, Settings(), TODAY).findings

        without_shortcuts(monkeypatch)

        assert check(dossier, Settings(), TODAY).findings == quickly

    @pytest.mark.parametrize(
        "path",
        [path for path in sorted((DOSSIERS / "los").iterdir()) if path.suffix in (".md", ".txt")],
        ids=lambda path: path.name,
    )
    def they_hide_nothing_of_a_loose_text(self, path, monkeypatch):
        quickly = loose_report(path).findings

        without_shortcuts(monkeypatch)

        assert loose_report(path).findings == quickly

    @pytest.mark.parametrize("name", PATTERNS)
    @given(data=st.data())
    @examples(25)
    def they_hide_nothing_that_a_pattern_matches(self, name, data):
        regex, shortcut = PATTERNS[name]
        text = data.draw(st.from_regex(re.compile(regex.pattern, regex.flags), alphabet=ALPHABET))

        assert shortcut(Passage(text, (), Span("tekst.md"), "paragraph", "tekst", "tekst", ()))
