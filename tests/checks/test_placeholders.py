# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A placeholder in a text is also one in a field, and never an abbreviation."""

from __future__ import annotations

import pytest

from jvom.analysis.abbreviations import find_abbreviations
from jvom.dutch.placeholders import PLACEHOLDERS
from tests.checks.examples import TODAY, Example, findings, marked, read
from tests.checks.reading import passage


class Describe_an_open_place:
    @pytest.mark.parametrize("words", PLACEHOLDERS)
    def it_is_found_in_a_text_and_in_a_field(self, tmp_path, words):
        for code, file, text in (
            ("PLH001", "rapport/slotbeschouwing.md", f"Het aantal is {words}.\n"),
            ("PLH003", "dossier.yml", f"nota: {{signed_how: {words}}}\n"),
        ):
            example = Example(code, 1, True, ((file, "", text),), None, TODAY)

            report = read(example, tmp_path / code)

            assert [marked(report, each) for each in findings(example, report)] == [words]

    @pytest.mark.parametrize("words", [words for words in PLACEHOLDERS if " " not in words])
    def it_is_no_abbreviation(self, words):
        assert find_abbreviations(passage(f"Het aantal is {words}, zegt men.")) == ()


class Describe_a_paragraph_that_stops_at_a_conjunction:
    @pytest.mark.parametrize(("after", "expected"), [("De Kamer leest het.", 1), ("a. ja.", 0)])
    def it_is_not_ended_unless_an_item_follows(self, tmp_path, after, expected):
        text = f"De missie is verlengd, en\n\n{after}\n"
        example = Example("PLH006", 1, True, (("rapport/slotbeschouwing.md", "", text),), None, TODAY)

        assert len(findings(example, read(example, tmp_path))) == expected


class Describe_an_open_value:
    @pytest.mark.parametrize("code", ["DAT005", "LET001", "LET003", "LET013", "LET015", "FIG005", "PLH003"])
    def it_is_named_by_its_own_rule_alone(self, tmp_path, code):
        null = "{id: eerste-kamer, reference: null, date: null}"
        parts = (
            ("dossier.yml", "", f"letter: {{recipients: [{null}, {null.replace('eerste', 'tweede')}]}}\n"),
            ("figures.yml", "", "figures: {deployed_total: {value: null}, untso_staff: {value: null}}\n"),
        )
        for each, expected in ((code, 0), ("PLH011", 6)):
            example = Example(each, 1, True, parts, None, TODAY)

            assert len(findings(example, read(example, tmp_path / each))) == expected


class Describe_a_text_that_is_not_final:
    @pytest.mark.parametrize(
        ("status", "said"),
        [
            ("outline", "dit fragment is nog schets; laat DJZ het afronden en zet status: final"),
            ("draft", "dit fragment is nog concept; laat DJZ het afronden en zet status: final"),
            ("review", "dit fragment wordt nog gelezen; zet status: final als het volgens DJZ af is"),
        ],
    )
    def it_is_reported_with_its_owner(self, tmp_path, status, said):
        text = f"---\ntitle: Slotbeschouwing\nowner: DJZ\nstatus: {status}\n---\n\nDe inzet loopt door.\n"
        example = Example("PLH008", 1, True, (("rapport/slotbeschouwing.md", "", text),), None, TODAY)

        found = findings(example, read(example, tmp_path))

        assert [f"{each.message}; {each.advice}" for each in found] == [said]
