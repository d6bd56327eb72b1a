# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a typed number of a figure or table, and what a fix makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from jvom.findings import Finding
from tests.checks.examples import TODAY, Example, findings, read

TABLE = "| Jaar | Aantal |\n| --- | ---: |\n| 2025 | 12 |\n\n: Inzet {}\n\n"
TWO = (
    TABLE.replace("{}", "{#tab-een}") + TABLE.replace("{}", "{#tab-twee}") + "Zie [](#tab-een,tab-twee).\n\n"
)
REPORT, NOTA = "rapport/slotbeschouwing.md", "nota.md"


def found(folder: Path, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what the rule finds in the base dossier with other texts."""
    example = Example("REF013", 1, True, tuple((file, "", text) for file, text in texts.items()), None, TODAY)
    return tuple(findings(example, read(example, folder)))


class Describe_a_typed_number:
    @pytest.mark.parametrize(
        ("typed", "link"),
        [
            ("tabel 2", "[](#tab-twee)"),
            ("Tabel 1", "[](#tab-een)"),
            ("tabellen 1 en 2", "[](#tab-een,tab-twee)"),
            ("tabellen 1 tot en met 2", "[](#tab-een..tab-twee)"),
            ("tabellen 1 t/m 2", "[](#tab-een..tab-twee)"),
        ],
    )
    def it_becomes_a_reference_when_that_is_wanted(self, tmp_path: Path, typed: str, link: str) -> None:
        (finding,) = found(tmp_path, {REPORT: f"{TWO}{typed} noemt het aantal."})

        assert finding.advice.format() == f"schrijf {link} als dat bedoeld is"
        assert finding.fix is not None
        assert [edit.replacement for edit in finding.fix.edits] == [link]
        assert not finding.fix.safe

    def it_asks_for_a_name_first_when_there_is_none(self, tmp_path: Path) -> None:
        (finding,) = found(tmp_path, {REPORT: TABLE.replace(" {}", "") + "Zie tabel 1."})

        assert finding.advice.format() == (
            "geef de figuur of tabel een naam, en verwijs ernaar met [](#tab-...)"
        )
        assert finding.fix is None

    def it_is_one_of_its_own_document(self, tmp_path: Path) -> None:
        (finding,) = found(tmp_path, {REPORT: TWO, NOTA: "## Aanleiding\n\nZie tabel 2."})

        assert finding.message.format() == "«tabel 2» is in dit document niet genummerd"

    @pytest.mark.parametrize(
        "elsewhere",
        [
            "Tabel 2 van het rapport noemt dat.",
            "Het jaarverslag noemt dat in tabel 2.",
            "In tabel 2 van de NAVO staat dat.",
            "Tabel 2 in de bijlage bij [@kst-29521-493] noemt dat.",
            "Tabel 2-1 en tabel 2.1 en tabel 2,5.",
            "> Dat staat in tabel 2.",
            'Hij zei: "Zie tabel 2."',
        ],
    )
    def but_not_one_of_another_source(self, tmp_path: Path, elsewhere: str) -> None:
        assert found(tmp_path, {REPORT: TWO + elsewhere}) == ()

    @pytest.mark.parametrize(
        "ours",
        [
            "Tabel 2 van dit rapport noemt dat.",
            "Deze rapportage noemt dat in tabel 2.",
            "Tabel 2 in bijlage 1 noemt dat.",
            "Dat staat in **tabel 2**.",
            "- dat staat in tabel 2",
            "Dat staat elders.[^a]\n\n[^a]: Zie tabel 2.",
        ],
    )
    def and_one_of_the_text_itself_wherever_it_is(self, tmp_path: Path, ours: str) -> None:
        assert len(found(tmp_path, {REPORT: TWO + ours})) == 1

    def it_is_none_in_a_reference_or_a_caption(self, tmp_path: Path) -> None:
        assert found(tmp_path, {REPORT: TWO}) == ()
