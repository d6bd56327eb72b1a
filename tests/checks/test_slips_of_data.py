# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips in data that are printed are found, as they are in texts, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jvom.findings import Finding, Severity
from tests.checks.examples import Example, read
from tests.checks.reading import TODAY
from tests.checks.slips import FOLDER, Kind, Slip, kinds

OF_DATA = FOLDER / "gegevens"
KINDS = [kind for path in sorted(OF_DATA.glob("*.md")) for kind in kinds(path)]
REGISTERS = [
    *(FOLDER / "dossier" / name for name in ("abbreviations.yml", "names.yml")),
    FOLDER / "missies" / "missions.yml",
    OF_DATA / "mandates.yml",
]
DATA = [(path.name, "heel", path.read_text(encoding="utf-8")) for path in REGISTERS]
#: By what a line begins with: the file, and where in it the value is.
FIELDS = {
    "basis": ("mandates.yml", "rows: [{mission: euam, basis: @}]"),
    "inzet": ("mandates.yml", "rows: [{mission: euam, operation: @}]"),
    "regio": ("mandates.yml", "rows: [{mission: unifil, region: @}]"),
    "betreft": ("dossier.yml", "letter: {subject: @}"),
    "antwoord": ("dossier.yml", "letter: {reply: @}"),
    "namens": ("dossier.yml", "letter: {on_behalf_of: [@]}"),
    "contact": ("dossier.yml", "letter: {contact: [@]}"),
    "nota": ("dossier.yml", "nota: {title: @}"),
    "akkoord": ("dossier.yml", "nota: {signed_how: @}"),
    "omslag": ("dossier.yml", "report: {title: @}"),
    "ondertitel": ("dossier.yml", "report: {subtitle: @}"),
    "bron": ("references.yml", "references: {bron: {type: publicatie, date: 2024-03, title: @}}"),
    "uitgever": (
        "references.yml",
        "references: {bron: {type: publicatie, date: 2024-03, title: Evaluatie, publisher: @}}",
    ),
}
#: The rules that compare the value with another, which a slip of one value need not change.
OTHER_RULES = ("LET", "MAN008", "MAN009", "ABR002", "VRG", "DAT010", "PUB")
#: Of each kind of slip, this part is found at least.
SHARE = 0.85


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one slip after the other is made."""
    return tmp_path_factory.mktemp("dossier")


def findings(line: str, kind: Kind, folder: Path) -> list[Finding]:
    """Return the errors and warnings on a value in the dossier."""
    field, _, value = line.partition(": ")
    file, place = FIELDS[field]
    typed = json.dumps(value, ensure_ascii=False)
    data = place.replace("@", typed)
    text = "Dat staat in [@bron, datum].\n"
    parts = (
        *DATA,
        (file, "", f"{data}\n"),
        *([("rapport/slotbeschouwing.md", "", text)] if "bron" in place else []),
    )
    report = read(Example("SUP", 0, True, parts, None, TODAY), folder)
    path = next(each.path for each in report.files if each.path.endswith(file))
    (number,) = (at for at, each in enumerate(report.by_path[path].lines, 1) if typed in each)
    return [
        each
        for each in report.findings
        if each.severity > Severity.INFO
        and each.span.path == path
        and each.span.line == number
        and not each.code.startswith(OTHER_RULES)
    ]


def is_found(slip: Slip, kind: Kind, folder: Path) -> bool:
    return any(each.code in kind.codes for each in findings(slip.wrong, kind, folder))


class Describe_slips_in_printed_data:
    @pytest.mark.parametrize(
        ("kind", "slip"),
        [(kind, slip) for kind in KINDS for slip in kind.slips if not slip.is_missed],
        ids=str,
    )
    def they_are_found(self, kind, slip, folder):
        assert is_found(slip, kind, folder)

    @pytest.mark.parametrize(
        ("kind", "right"),
        [(kind, slip.right) for kind in KINDS for slip in kind.slips]
        + [(kind, right) for kind in KINDS for right in kind.right],
        ids=str,
    )
    def their_right_twins_are_not_reported(self, kind, right, folder):
        assert [f"{each.code} {each.message}" for each in findings(right, kind, folder)] == []

    @pytest.mark.parametrize("name", sorted({kind.name.partition(":")[0] for kind in KINDS}))
    def they_are_found_for_the_most_part(self, name):
        slips = [slip for kind in KINDS if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= SHARE * len(slips)
