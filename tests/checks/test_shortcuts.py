# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules ask quickly whether words may be there before they look closer: that may save time only.

Each example of each rule and the texts of tests/dossiers are read as if every passage may hold everything.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.checks.passages import Passage
from jvom.checks.run import check, check_texts
from jvom.checks.words.whole_text import WholeText
from jvom.dutch import citation_pieces
from jvom.findings import Report
from jvom.reading.fragment import read_fragment
from jvom.settings import Settings
from tests.checks.examples import Example, findings, marked, read
from tests.checks.reading import TODAY
from tests.checks.test_pages import ALL
from tests.contents import read_dossier

DOSSIERS = Path(__file__).resolve().parent.parent / "dossiers"


def without_shortcuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every shortcut say that what is looked for may be there."""

    def all_passages(whole, *needs, **more):
        return iter(whole.passages)

    def all_of_text(whole, text, *needs):
        return list(text.passages)

    monkeypatch.setattr(Passage, "may_hold", lambda passage, words: True)
    monkeypatch.setattr(Passage, "has_word", lambda passage, words: True)
    monkeypatch.setattr(Passage, "has_digit", True)
    monkeypatch.setattr(WholeText, "passages_with", all_passages)
    monkeypatch.setattr(WholeText, "in_text", all_of_text)
    monkeypatch.setattr(citation_pieces, "may_hold_a_citation", lambda text: True)


def loose_report(path: Path) -> Report:
    fragment, _ = read_fragment(path.stem, path.read_bytes(), path.name)
    return check_texts([fragment], Settings(), TODAY)


class Describe_shortcuts:
    @pytest.mark.parametrize("example", ALL, ids=str)
    def they_hide_nothing_of_an_example(self, example: Example, tmp_path, monkeypatch):
        without_shortcuts(monkeypatch)

        report = read(example, tmp_path)

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
