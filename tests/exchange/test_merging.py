# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Three-way merges of blocks and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.exchange.merging import Conflict, merge, merge_blocks, resolved
from jvom.exchange.sentences import split, with_old_lines

ITEM = st.sampled_from(["a b c", "d e f", "g h i", "a b x", "j k l", "m n o"])
ITEMS, UNIQUE = st.lists(ITEM, max_size=6), st.lists(ITEM, max_size=6, unique=True)


def shown(merged: list[str | Conflict]) -> set[str]:
    """Return every item that is there, in a conflict too."""
    return {
        each for item in merged for each in ([item] if isinstance(item, str) else [*item.ours, *item.theirs])
    }


class Describe_a_merge:
    @given(ITEMS, ITEMS)
    def it_takes_the_only_side_that_changed(self, base, other):
        assert merge(base, base, other) == other
        assert merge(base, other, base) == other

    @given(ITEMS, ITEMS)
    def it_takes_once_what_both_did(self, base, other):
        assert merge(base, other, other) == other

    @given(ITEMS, ITEMS, ITEMS)
    def it_loses_nothing_that_a_side_added(self, base, ours, theirs):
        merged = merge(base, ours, theirs)

        assert {*ours, *theirs} - {*base} <= shown(merged)

    @given(UNIQUE, UNIQUE, UNIQUE)
    def it_keeps_what_neither_side_touched(self, base, ours, theirs):
        merged = merge(base, ours, theirs)

        assert {*base} & {*ours} & {*theirs} <= shown(merged)

    def it_keeps_changes_side_by_side(self):
        assert merge(["a", "b", "c"], ["x", "b", "c"], ["a", "y", "c"]) == ["x", "y", "c"]

    def it_keeps_what_both_added_at_one_place(self):
        assert merge(["a"], ["a", "ons"], ["a", "hun"]) == ["a", "ons", "hun"]

    def but_tells_what_both_changed_otherwise(self):
        assert merge(["een twee"], ["een drie"], ["een vier"]) == [Conflict(("een drie",), ("een vier",))]

    def and_what_one_changed_and_the_other_took_away(self):
        assert merge(["een twee", "z"], ["een drie", "z"], ["z"]) == [Conflict(("een drie",), ()), "z"]


class Describe_a_merge_of_blocks:
    def it_goes_by_sentences(self):
        assert (
            merge_blocks("Een zin. Nog een.", "Een zin! Nog een.", "Een zin. Nog twee.")
            == "Een zin! Nog twee."
        )

    def it_merges_what_it_can_around_a_conflict(self):
        base, ours, theirs = (
            "Zin een. Zin twee. Zin drie.",
            "Zin een! Zin ons. Zin drie.",
            "Zin een. Zin hun. Zin drie!",
        )

        assert merge_blocks(base, ours, theirs) == Conflict(
            ("Zin een! Zin ons. Zin drie!",), ("Zin een! Zin hun. Zin drie!",)
        )

    def it_goes_by_lines_in_a_list(self):
        assert merge_blocks("- a;\n- b.", "- a, ja;\n- b.", "- a;\n- b, ja.") == "- a, ja;\n- b, ja."


class Describe_sentences:
    @given(st.text("Aa. \n", max_size=40))
    def they_are_the_whole_text(self, whole):
        assert "".join(split(whole)) == whole

    def they_stay_as_they_were_typed(self):
        assert with_old_lines("Een\nzin. Twee zin.", "Een zin. Drie zin.") == "Een\nzin. Drie zin."


class Describe_a_conflict:
    @pytest.mark.parametrize(
        ("side", "made"),
        [("ours", ["a"]), ("theirs", ["b"]), ("", ["<<<<<<< map\na\n=======\nb\n>>>>>>> terug.docx"])],
    )
    def it_is_marked_or_decided(self, side, made):
        assert resolved([Conflict(("a",), ("b",))], side, "terug.docx") == (made, 1)
