# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages about missing headings: singular for one, plural for several."""

from __future__ import annotations

import pytest

from tests.checks.examples import TODAY, Example, findings, read

MISSION = "rapport/untso.md"
NOTA = "nota.md"
ABOUT = "## Over de missie\n\nUNTSO ziet toe op de bestanden.\n\n"
DEVELOPMENTS = "## Voor de missie relevante ontwikkelingen\n\nDe situatie bleef gespannen.\n\n"
FIRST = "## {}\n\nTekst.\n\n"
HEADINGS = ("Aanleiding", "Geadviseerd besluit", "Kernpunten", "Toelichting", "Financiële overwegingen",
            "Juridische overwegingen", "Communicatie")  # fmt: skip


class Describe_missing_headings:
    @pytest.mark.parametrize(
        ("code", "file", "text", "said"),
        [
            (
                "STR001",
                MISSION,
                ABOUT + DEVELOPMENTS,
                "hier ontbreekt de tussenkop «Militaire bijdrage»; zet de tussenkop erbij, met de tekst",
            ),
            (
                "STR001",
                MISSION,
                ABOUT,
                (
                    "hier ontbreken de tussenkoppen «Voor de missie relevante ontwikkelingen» en "
                    "«Militaire bijdrage»; zet de tussenkoppen erbij, met de tekst"
                ),
            ),
            (
                "STR005",
                NOTA,
                "".join(map(FIRST.format, HEADINGS)),
                (
                    "in de nota ontbreekt de kop «Informatie die niet openbaar wordt gemaakt»; "
                    "zet de kop erbij, met de tekst"
                ),
            ),
            (
                "STR005",
                NOTA,
                "".join(map(FIRST.format, HEADINGS[:-1])),
                (
                    "in de nota ontbreken de koppen «Communicatie» en «Informatie die niet openbaar wordt "
                    "gemaakt»; zet de koppen erbij, met de tekst"
                ),
            ),
        ],
    )
    def they_are_counted(self, tmp_path, code, file, text, said):
        example = Example(code, 1, True, ((file, "", text),), None, TODAY)

        found = findings(example, read(example, tmp_path))

        assert [f"{each.message}; {each.advice}" for each in found] == [said]


class Describe_the_fixed_headings:
    @pytest.mark.parametrize(
        ("code", "text"), [("STR001", DEVELOPMENTS + ABOUT), ("STR002", DEVELOPMENTS + ABOUT)]
    )
    def they_are_not_those_of_a_letter(self, tmp_path, code, text):
        example = Example(code, 1, False, (("brief.md", "erbij", f"\n{text}"),), None, TODAY)

        assert findings(example, read(example, tmp_path)) == []

    def they_say_nothing_of_civilians_in_a_text_that_is_not_there(self, tmp_path):
        empty = ABOUT + DEVELOPMENTS + "## Militaire en civiele bijdrage\n"
        example = Example("STR003", 1, False, ((MISSION, "", empty),), None, TODAY)

        assert findings(example, read(example, tmp_path)) == []
