# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A mistake that several rules find is reported once."""

from __future__ import annotations

import pytest
from msgspec import structs

from jvom.checks.deduplication import deduplicate
from jvom.findings import Finding, Related, Severity
from jvom.messages import msg
from jvom.source import Span


def finding(code, column, length=5, severity=Severity.WARNING, path="nota.md"):
    return Finding(
        code=code,
        name=code,
        severity=severity,
        span=Span(path, 3, column, 3, column + length),
        message=msg("fout"),
        advice=msg("verbeter het"),
    )


def codes(*findings):
    return [each.code for each in deduplicate(findings)]


class Describe_deduplicate:
    @pytest.mark.parametrize(
        ("knows", "silent"),
        [
            ("NAM003", "SPL001"),
            ("LET006", "NAM005"),
            ("LET006", "LNG003"),
            ("DAT010", "LNG018"),
            ("MAN005", "MAN003"),
            ("NAM005", "LNG023"),
            ("LNG010", "LNG028"),
            ("LNG010", "LNG034"),
        ],
    )
    def it_keeps_the_most_specific_rule(self, knows, silent):
        assert codes(finding(silent, 10), finding(knows, 12)) == [knows]
        assert codes(finding(knows, 2, 20), finding(silent, 10)) == [knows]

    def it_keeps_both_where_they_do_not_overlap(self):
        assert codes(finding("SPL001", 10), finding("NAM003", 15)) == ["SPL001", "NAM003"]
        assert codes(finding("SPL001", 10), finding("NAM003", 10, path="brief.md")) == ["SPL001", "NAM003"]

    def it_has_no_text_follow_a_name_that_is_wrong_itself(self):
        name = finding("LNG037", 9, 10, path="names.yml")
        follows = structs.replace(finding("NAM002", 4), related=(Related(name.span, msg("zo")),))

        assert codes(follows, name) == ["LNG037"]
        assert codes(follows, finding("LNG037", 30, path="names.yml")) == ["NAM002", "LNG037"]

    def it_keeps_both_where_they_are_about_other_things(self):
        assert codes(finding("REF004", 10), finding("REF005", 10)) == ["REF004", "REF005"]

    def it_never_drops_the_more_severe(self):
        error = finding("LNG018", 10, severity=Severity.ERROR)
        assert codes(error, finding("DAT010", 10)) == ["LNG018", "DAT010"]

    def it_keeps_the_order(self):
        assert codes(finding("LNG011", 30), finding("SPL001", 4), finding("NAM003", 4)) == [
            "LNG011",
            "NAM003",
        ]
