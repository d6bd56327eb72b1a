# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Fresh slips of each kind are found, and their right twins are not reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides
from jvom.findings import Finding, Severity
from jvom.settings import Settings
from tests.checks.examples import DEFAULT, Example, read
from tests.checks.reading import TODAY, fragment
from tests.checks.slips import FOLDER, Kind, Slip, kinds

IN_DOSSIER = [kind for path in sorted((FOLDER / "dossier").glob("*.md")) for kind in kinds(path)]
REGISTERS = [
    (path.name, "", path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "dossier").glob("*.yml"))
]
IN_TEXTS = [kind for path in sorted(FOLDER.glob("*.md")) for kind in kinds(path)]
#: Of each kind of slip, this part is found at least.
SHARE = 0.85


def findings(text: str, kind: Kind) -> list[Finding]:
    """Return the errors and warnings on a text; on spelling only when the kind is about that."""
    ignored = () if any(code.startswith("SPL") for code in kind.codes) else ("SPL",)
    report = check_texts([fragment(text)], Settings(), TODAY, Overrides(ignore=ignored))
    return [finding for finding in report.findings if finding.severity > Severity.INFO]


def findings_in_dossier(text: str, folder: Path) -> list[Finding]:
    """Return the errors and warnings on a text of the base dossier with more registers, without spelling."""
    parts = (*REGISTERS, (DEFAULT, "", f"{text}\n"))
    report = read(Example("SUP", 0, True, parts, None, TODAY), folder)
    return [
        finding
        for finding in report.findings
        if finding.severity > Severity.INFO and not finding.code.startswith("SPL")
    ]


def is_found(slip: Slip, kind: Kind) -> bool:
    starts = [0]
    for line in slip.wrong.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return any(
        starts[each.span.line - 1] + each.span.column - 1 <= slip.end
        and starts[each.span.end_line - 1] + each.span.end_column - 1 >= slip.start
        for each in findings(slip.wrong, kind)
        if each.code in kind.codes
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("slips")


class Describe_slips:
    @pytest.mark.parametrize(
        ("kind", "slip"),
        [(kind, slip) for kind in IN_TEXTS for slip in kind.slips if not slip.is_missed],
        ids=str,
    )
    def they_are_found_at_their_place(self, kind, slip):
        assert is_found(slip, kind)

    @pytest.mark.parametrize(
        ("kind", "right"), [(kind, slip.right) for kind in IN_TEXTS for slip in kind.slips], ids=str
    )
    def their_right_twins_are_not_reported(self, kind, right):
        assert [f"{each.code} {each.message}" for each in findings(right, kind)] == []

    @pytest.mark.parametrize(
        ("kind", "right"), [(kind, right) for kind in IN_TEXTS for right in kind.right], ids=str
    )
    def they_are_not_seen_in_right_texts_that_look_alike(self, kind, right):
        assert [f"{each.code} {each.message}" for each in findings(right, kind)] == []

    @pytest.mark.parametrize("name", sorted({kind.name.partition(":")[0] for kind in IN_TEXTS}))
    def they_are_found_for_the_most_part(self, name):
        slips = [slip for kind in IN_TEXTS if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= SHARE * len(slips)


class Describe_slips_in_a_dossier:
    @pytest.mark.parametrize(
        ("kind", "slip"),
        [(kind, slip) for kind in IN_DOSSIER for slip in kind.slips if not slip.is_missed],
        ids=str,
    )
    def they_are_found(self, kind, slip, folder):
        found = findings_in_dossier(slip.wrong, folder)
        assert [each.code for each in found if each.code in kind.codes and each.span.path.endswith(DEFAULT)]

    @pytest.mark.parametrize(
        "right",
        [slip.right for kind in IN_DOSSIER for slip in kind.slips]
        + [right for kind in IN_DOSSIER for right in kind.right],
    )
    def their_right_twins_are_not_reported(self, right, folder):
        assert [f"{each.code} {each.message}" for each in findings_in_dossier(right, folder)] == []

    @pytest.mark.parametrize("name", sorted({kind.name.partition(":")[0] for kind in IN_DOSSIER}))
    def they_are_found_for_the_most_part(self, name):
        slips = [slip for kind in IN_DOSSIER if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= SHARE * len(slips)
