# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A finding as an item of a page: above all, what its fix is shown to do."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from jvom.findings import Edit, Fix
from jvom.output.finding_note import finding_note
from jvom.source import Span
from tests.output.reports import ERROR, TEXT, dutch

FILES = {TEXT.path: TEXT}


def edit(begin: tuple[int, int], end: tuple[int, int], replacement: str) -> str:
    fix = Fix((Edit(Span(TEXT.path, *begin, *end), replacement),))
    note = finding_note(replace(ERROR, fix=fix), "b1", FILES, dutch, "")
    found = re.search(r'<span class="edit" lang="nl">(.*?)</span>', note, re.DOTALL)
    assert found is not None
    return found[1]


class Describe_a_note:
    @pytest.mark.parametrize(
        ("begin", "end", "replacement", "shown"),
        [
            ((1, 8), (1, 16), "samen", "Dit is <del>te samen</del><ins>samen</ins> een zin."),
            ((1, 16), (1, 16), ",", "Dit is te samen<ins>,</ins> een zin."),
            ((1, 8), (1, 11), "", "Dit is <del>te </del>samen een zin."),
            ((1, 17), (1, 17), "<b>", "Dit is te samen <ins>&lt;b&gt;</ins>een zin."),
            ((1, 25), (2, 1), " ", "Dit is te samen een zin.<del>↵\n</del><ins> </ins>"),
        ],
    )
    def it_shows_what_a_fix_takes_out_and_puts_in(self, begin, end, replacement, shown):
        assert edit(begin, end, replacement) == shown

    def it_shows_a_long_change_in_part(self):
        assert len(edit((1, 1), (1, 1), "x" * 9000)) < 400

    def it_says_which_fix_is_to_be_read_afterwards(self):
        unsafe = replace(ERROR, fix=Fix((Edit(Span(TEXT.path, 1, 1, 1, 1), "x"),), safe=False))

        assert "--unsafe-fixes" in finding_note(unsafe, "b1", FILES, dutch, "")
        assert "--unsafe-fixes" not in finding_note(ERROR, "b1", FILES, dutch, "")

    def it_opens_the_page_of_its_rule_where_there_is_one(self):
        assert 'href="/regel/LNG001"' in finding_note(ERROR, "b1", FILES, dutch, "/regel/LNG001")
        assert "<a " not in finding_note(ERROR, "b1", FILES, dutch, "")

    def it_names_the_owners_of_its_text(self):
        files = {TEXT.path: replace(TEXT, owners=("DGB", "CDS & BZ"))}

        note = finding_note(ERROR, "b1", files, dutch, "")

        assert 'data-owners="[&quot;DGB&quot;, &quot;CDS &amp; BZ&quot;]"' in note
