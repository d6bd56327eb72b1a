# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Fresh slips of each kind are found, and their right twins are not reported."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pytest

from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides
from jvom.findings import Finding, Report, Severity
from jvom.settings import Settings
from tests.checks.examples import Example, read
from tests.checks.reading import TODAY, fragment
from tests.checks.slips import FOLDER, Kind, Slip, kinds, parts

IN_TEXTS = [kind for path in sorted(FOLDER.glob("*.md")) for kind in kinds(path)]
#: Of each kind of slip, this part is found at least.
SHARE = 0.85


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one slip after the other is made."""
    return tmp_path_factory.mktemp("dossier")


class Found(NamedTuple):
    """A finding that is no mere remark, and the offsets in the text that it marks."""

    finding: Finding
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.finding.code} {self.finding.message}"


def found(text: str, kind: Kind, folder: Path) -> list[Found]:
    """Return what all rules find in a loose text, or those of its kind in a text of a dossier.

    Those of spelling read a loose text only when that is its kind.
    """
    if not kind.file:
        ignored = () if any(code.startswith("SPL") for code in kind.codes) else ("SPL",)
        report = check_texts([fragment(text)], Settings(), TODAY, Overrides(ignore=ignored))
        return list(_in(text, report))
    files = parts(text, kind.file)
    reports = (read(Example(code, 0, True, files, None, TODAY), folder) for code in sorted(kind.codes))
    return [each for report in reports for each in _in(files[0][2].rstrip(), report, kind.file)]


def _in(text: str, report: Report, file: str = "") -> Iterator[Found]:
    (lines,) = (each.lines for each in report.files if each.path.endswith(file))
    begin = "\n".join(lines).index(text)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for each in report.findings:
        span = each.span
        if span.path.endswith(file) and each.severity > Severity.INFO:
            start, end = (
                starts[span.line - 1] + span.column - 1,
                starts[span.end_line - 1] + span.end_column - 1,
            )
            yield Found(each, start - begin, end - begin)


def is_found(slip: Slip, kind: Kind, folder: Path) -> bool:
    return any(
        each.start <= slip.end and each.end >= slip.start
        for each in found(slip.wrong, kind, folder)
        if each.finding.code in kind.codes
    )


class Describe_slips:
    @pytest.mark.parametrize(
        ("kind", "slip"),
        [(kind, slip) for kind in IN_TEXTS for slip in kind.slips if not slip.is_missed],
        ids=str,
    )
    def they_are_found_at_their_place(self, kind, slip, folder):
        assert is_found(slip, kind, folder)

    @pytest.mark.parametrize(
        ("kind", "right"), [(kind, slip.right) for kind in IN_TEXTS for slip in kind.slips], ids=str
    )
    def their_right_twins_are_not_reported(self, kind, right, folder):
        assert [str(each) for each in found(right, kind, folder)] == []

    @pytest.mark.parametrize(
        ("kind", "right"), [(kind, right) for kind in IN_TEXTS for right in kind.right], ids=str
    )
    def they_are_not_seen_in_right_texts_that_look_alike(self, kind, right, folder):
        assert [str(each) for each in found(right, kind, folder)] == []

    @pytest.mark.parametrize("name", sorted({kind.name.partition(":")[0] for kind in IN_TEXTS}))
    def they_are_found_for_the_most_part(self, name):
        slips = [slip for kind in IN_TEXTS if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= SHARE * len(slips)
