# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file of a text in units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.exchange.text_files import Entry, read_text_file, written
from tests.conftest import PROJECT

LINES = st.sampled_from(
    [
        "",
        "Tekst.",
        "## Kop",
        "- a",
        "  - b",
        "> citaat",
        "| a | b |",
        "| - | - |",
        "[^n]: noot",
        "    meer",
        "<!-- x -->",
    ]
)
FILES = sorted((PROJECT / "content").rglob("*.md"))


class Describe_units:
    @given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n"]))
    def they_are_the_whole_file(self, lines, newline):
        text = newline.join(["---", "title: T", "---", *lines])

        base = read_text_file("rapport/x", text, "x.md")

        assert written(base, [Entry(each) for each in range(len(base.units))]) == text

    @pytest.mark.parametrize("path", FILES, ids=lambda each: each.stem)
    def they_are_in_this_dossier(self, path):
        text = path.read_text()
        base = read_text_file("rapport/x", text, "x.md")

        assert written(base, [Entry(each) for each in range(len(base.units))]) == text

    def they_are_parted_by_a_blank_line_when_one_is_new(self):
        base = read_text_file("rapport/x", "Een.\n\n\nTwee.\n", "x.md")

        assert written(base, [Entry(0), Entry(-1, "Nieuw."), Entry(1)]) == "Een.\n\n\nNieuw.\n\nTwee.\n"
        assert written(base, [Entry(1), Entry(0)]) == "Twee.\n\nEen.\n"
        assert written(base, [Entry(-1, "Nieuw.")]) == "Nieuw.\n"
