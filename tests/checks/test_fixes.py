# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.checks.fixes import apply_fixes, render_diff
from jvom.findings import Edit, Finding, Fix, Severity
from jvom.messages import msg
from jvom.source import Span


def finding(*edits: tuple[int, int, int, int, str], safe: bool = True, path: str = "a.md") -> Finding:
    made = tuple(
        Edit(Span(path, line, column, end_line, end_column), new)
        for line, column, end_line, end_column, new in edits
    )
    return Finding(
        code="LNG001",
        name="fixed-expression",
        severity=Severity.WARNING,
        span=made[0].span,
        message=msg("fout"),
        advice=msg("goed"),
        fix=Fix(made, safe),
    )


class Describe_applying_fixes:
    def it_changes_only_the_words(self):
        done = apply_fixes({"a.md": "Dit is te samen.\nEn dit.\n"}, [finding((1, 8, 1, 16, "samen"))])

        assert done.texts == {"a.md": "Dit is samen.\nEn dit.\n"}

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("\ufeffaa bb", "\ufeffaa cc"),
            ("aa bb\r\ndd\r\n", "aa cc\r\ndd\r\n"),
            ("aa bb\rdd", "aa cc\rdd"),
            ("aa bb\n\n", "aa cc\n\n"),
            ("aa bb\u2028dd", "aa cc\u2028dd"),
        ],
    )
    def it_keeps_the_rest_of_the_file(self, before, after):
        assert apply_fixes({"a.md": before}, [finding((1, 4, 1, 6, "cc"))]).texts == {"a.md": after}

    def it_joins_words_over_a_line_end(self):
        done = apply_fixes({"a.md": "te\r\nsamen\r\n"}, [finding((1, 1, 2, 6, "samen"))])

        assert done.texts == {"a.md": "samen\r\n"}

    def it_writes_the_line_ends_of_the_file(self):
        done = apply_fixes({"a.md": "aa\r\nbb\r\n"}, [finding((1, 3, 1, 3, "\n\ncc"))])

        assert done.texts == {"a.md": "aa\r\n\r\ncc\r\nbb\r\n"}

    def it_makes_a_fix_of_several_edits_whole(self):
        done = apply_fixes({"a.md": "aa bb cc"}, [finding((1, 7, 1, 9, "x"), (1, 1, 1, 3, "y"))])

        assert done.texts == {"a.md": "y bb x"}

    def but_edits_that_overlap_wait(self):
        first, second = finding((1, 1, 1, 6, "x")), finding((1, 4, 1, 9, "y"), (1, 10, 1, 12, "z"))

        done = apply_fixes({"a.md": "aa bb cc dd"}, [first, second])

        assert done.texts == {"a.md": "x cc dd"}
        assert done.fixed == (first,)

    def and_neighbours_do_not_overlap(self):
        done = apply_fixes({"a.md": "aabb"}, [finding((1, 1, 1, 3, "x")), finding((1, 3, 1, 5, "y"))])

        assert done.texts == {"a.md": "xy"}

    def it_leaves_unsafe_fixes_unless_asked(self):
        unsafe = finding((1, 1, 1, 3, "x"), safe=False)

        assert apply_fixes({"a.md": "aa"}, [unsafe]).texts == {}
        assert apply_fixes({"a.md": "aa"}, [unsafe], unsafe=True).texts == {"a.md": "x"}

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("in 2025", "in 2026"),
            ("20 mei", "20 juni"),
            ("op maandag", "op dinsdag"),
            ("elf man", "twaalf man"),
        ],
    )
    def it_never_changes_a_number_or_a_date(self, before, after):
        done = apply_fixes({"a.md": before}, [finding((1, 1, 1, len(before) + 1, after))], unsafe=True)

        assert done.texts == {}

    @pytest.mark.parametrize(("before", "after"), [("5700 man", "5.700 man"), ("een missie", "de missie")])
    def but_it_may_write_one_differently(self, before, after):
        done = apply_fixes({"a.md": before}, [finding((1, 1, 1, len(before) + 1, after))])

        assert done.texts == {"a.md": after}

    def and_make_a_reference_of_one(self):
        unsafe = finding((1, 5, 1, 20, "[](#unifil)"), safe=False)

        assert apply_fixes({"a.md": "Zie paragraaf 2.1.1."}, [unsafe], unsafe=True).texts == {
            "a.md": "Zie [](#unifil)."
        }

    @pytest.mark.parametrize("name", ["mandates.yml", "figures.yml"])
    def it_never_touches_mandates_or_figures(self, name):
        path = f"content/2025/{name}"

        assert apply_fixes({path: "aa"}, [finding((1, 1, 1, 3, "x"), path=path)], unsafe=True).texts == {}

    def it_leaves_places_that_are_not_there(self):
        assert (
            apply_fixes({"a.md": "aa"}, [finding((3, 1, 3, 2, "x")), finding((1, 9, 1, 12, "y"))]).texts == {}
        )
        assert apply_fixes({}, [finding((1, 1, 1, 2, "x"))]).texts == {}


class Describe_difference:
    def it_is_a_unified_diff(self):
        shown = render_diff({"a.md": "\ufeffaa\r\nbb\r\n"}, {"a.md": "\ufeffaa\r\ncc\r\n"})

        assert shown == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n aa\n-bb\n+cc\n"

    def it_shows_that_a_last_line_has_no_end(self):
        assert render_diff({"a.md": "aa"}, {"a.md": "bb"}).endswith("+bb\n\\ No newline at end of file\n")
