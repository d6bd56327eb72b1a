# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Markup typed in data files, where it would be printed as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.resolving.integrity import problems
from tests.contents import copy_basis, read_dossier


def marked(folder: Path, name: str, before: str, after: str) -> list[str]:
    """Return the line, the words at the place and the message of each problem after a change in a file."""
    content = copy_basis(folder)
    path = content / name
    typed = path.read_text(encoding="utf-8")
    assert before in typed
    path.write_text(typed.replace(before, after, 1), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").split("\n")
    return [
        f"{lines[p.span.line - 1][p.span.column - 1 : p.span.end_column - 1]}: {p.what}"
        for p in problems(read_dossier(content, 2025))
    ]


def told(*marks: str) -> list[str]:
    return [f"{mark}: «{mark}» zou gedrukt worden zoals het er staat" for mark in marks]


class Describe_marks_in_data:
    @pytest.mark.parametrize(
        "mark",
        ["*term*", "**kop**", "*een hele term*", "{{ deployed_total }}", "[](#unifil)",
         "[@kst-29521-493]", "[^1]", "[site](https://x.nl)", "==geel==", "~~weg~~"],
    )  # fmt: skip
    @pytest.mark.parametrize("key", ["  title: ", "  subject: "])
    def they_are_refused_in_words_that_are_printed(self, tmp_path: Path, key: str, mark: str) -> None:
        assert marked(tmp_path, "2025/dossier.yml", key, f"{key}Over {mark} ") == told(mark)

    def they_are_refused_in_abbreviations_and_titles_of_publications(self, tmp_path: Path) -> None:
        in_list = marked(tmp_path, "abbreviations.yml", "expansion: ", "expansion: De *lange* vorm ")
        reference = "references:\n  plan: {type: publicatie, title: Het *plan*, date: 2025}\n"
        in_title = marked(tmp_path / "b", "2025/references.yml", "references:\n", reference)

        assert in_list == told("*lange*")
        assert in_title == told("*plan*")

    def they_are_told_one_by_one_and_within_quotation_marks(self, tmp_path: Path) -> None:
        found = marked(tmp_path, "2025/dossier.yml", "subject: ", 'subject: "*een* en [](#twee)" # ')

        assert found == told("*een*", "[](#twee)")

    def they_are_refused_in_lists_and_rows(self, tmp_path: Path) -> None:
        assert marked(tmp_path, "2025/dossier.yml", "address: [", 'address: ["*Plein* 4", ') == told(
            "*Plein*"
        )
        assert marked(tmp_path / "b", "2025/mandates.yml", "basis: ", "basis: de *basis* van ") == told(
            "*basis*"
        )

    @pytest.mark.parametrize("words", ["5*3 en 4*2", "een * en nog een *", "a == b == c", "[sic]", "{x}"])
    def but_not_other_words(self, tmp_path: Path, words: str) -> None:
        assert marked(tmp_path, "2025/dossier.yml", "  subject: ", f"  subject: Over {words} ") == []

    def and_not_in_comments_and_what_is_not_printed(self, tmp_path: Path) -> None:
        assert marked(tmp_path, "2025/figures.yml", "source: ", "source: de *bron* van ") == []
        assert marked(tmp_path / "b", "2025/dossier.yml", "year: ", "# *let op*\nyear: ") == []
