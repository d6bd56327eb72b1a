# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Three-way merges of blocks and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.exchange.merging import Conflict, merge, merge_blocks, resolved

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


class Describe_lines_that_were_broken_otherwise:
    def they_are_no_change(self):
        base = "Een zin die lang is. Een tweede zin. En een derde zin.\n"
        ours = "Een zin die\nlang is. Een tweede\nzin. En een derde zin.\n"
        theirs = "Een zin die lang is. Een andere zin. En een derde zin.\n"

        assert merge_blocks(base, ours, theirs) == "Een zin die\nlang is. Een andere zin. En een derde zin."

    def they_are_none_in_a_list_either(self):
        base = "- een lange regel;\n- twee."
        ours = "- een lange\n  regel;\n- twee."
        theirs = "- een lange regel;\n- drie;\n- vier."

        assert merge_blocks(base, ours, theirs) == "- een lange\n  regel;\n- drie;\n- vier."

    def they_are_none_in_a_quotation(self):
        base, ours = "> Een zin die\n> lang is. Nog een.", "> Een zin\n> die lang is. Nog een."

        assert merge_blocks(base, ours, "> Een zin die lang is. Nog twee.") == (
            "> Een zin\n> die lang is. Nog twee."
        )

    def but_where_the_same_sentence_changed_it_is_a_conflict(self):
        merged = merge_blocks("Een zin. Twee zin.", "Een\nzin. Drie zin.", "Een zin. Vier zin.")

        assert merged == Conflict(("Een\nzin. Drie zin.",), ("Een\nzin. Vier zin.",))


class Describe_a_remark_in_a_merge:
    NOTE = "<!-- opmerking (DJZ): klopt? Ja. -->"

    def it_comes_in_where_the_sentence_changed_in_the_folder(self):
        theirs = f"Een zin. {self.NOTE} Nog een."

        assert merge_blocks("Een zin. Nog een.", "Een regel. Nog een.", theirs) == (
            f"Een regel. {self.NOTE} Nog een."
        )

    def and_stays_where_the_sentence_changed_in_word(self):
        ours = f"Een zin. {self.NOTE} Nog een."

        assert merge_blocks("Een zin. Nog een.", ours, "Een regel. Nog een.") == (
            f"Een regel. {self.NOTE} Nog een."
        )

    def it_goes_where_one_side_took_it_out(self):
        base = f"Een zin. {self.NOTE} Nog een."

        assert merge_blocks(base, f"Een regel. {self.NOTE} Nog een.", "Een zin. Nog een.") == (
            "Een regel. Nog een."
        )

    def it_may_come_from_both_sides(self):
        other = "<!-- opmerking: hoezo? -->"

        assert merge_blocks("Een zin.", f"Een zin. {self.NOTE}", f"Een zin. {other}") == (
            f"Een zin. {self.NOTE} {other}"
        )


class Describe_a_conflict:
    @pytest.mark.parametrize(
        ("side", "made"),
        [("ours", ["a"]), ("theirs", ["b"]), ("", ["<<<<<<< map\na\n=======\nb\n>>>>>>> terug.docx"])],
    )
    def it_is_marked_or_decided(self, side, made):
        assert resolved([Conflict(("a",), ("b",))], side, "terug.docx") == (made, 1)
