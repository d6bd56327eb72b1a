# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips in names and abbreviations are found in a dossier with registers, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.findings import Finding, Severity
from tests.checks.examples import DEFAULT, Example, read
from tests.checks.reading import TODAY
from tests.checks.slips import FOLDER, kinds

IN_DOSSIER = [kind for path in sorted((FOLDER / "dossier").glob("*.md")) for kind in kinds(path)]
REGISTERS = [
    (path.name, "", path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "dossier").glob("*.yml"))
]
#: Of each kind of slip, this part is found at least.
SHARE = 0.85


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one slip after the other is made."""
    return tmp_path_factory.mktemp("dossier")


def findings(text: str, folder: Path) -> list[Finding]:
    """Return the errors and warnings on a text of the base dossier with more registers, without spelling."""
    report = read(Example("SUP", 0, True, (*REGISTERS, (DEFAULT, "", f"{text}\n")), None, TODAY), folder)
    return [
        finding
        for finding in report.findings
        if finding.severity > Severity.INFO and not finding.code.startswith("SPL")
    ]


class Describe_slips_in_a_dossier:
    @pytest.mark.parametrize(
        ("kind", "slip"),
        [(kind, slip) for kind in IN_DOSSIER for slip in kind.slips if not slip.is_missed],
        ids=str,
    )
    def they_are_found(self, kind, slip, folder):
        found = findings(slip.wrong, folder)
        assert [each.code for each in found if each.code in kind.codes and each.span.path.endswith(DEFAULT)]

    @pytest.mark.parametrize(
        "right",
        [slip.right for kind in IN_DOSSIER for slip in kind.slips]
        + [right for kind in IN_DOSSIER for right in kind.right],
    )
    def their_right_twins_are_not_reported(self, right, folder):
        assert [f"{each.code} {each.message}" for each in findings(right, folder)] == []

    @pytest.mark.parametrize("name", sorted({kind.name.partition(":")[0] for kind in IN_DOSSIER}))
    def they_are_found_for_the_most_part(self, name):
        slips = [slip for kind in IN_DOSSIER if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= SHARE * len(slips)
