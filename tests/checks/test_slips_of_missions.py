# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips in a text on several missions, and in what it says of the appendix, are found; nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from jvom.findings import CheckedFile, Finding, Severity
from jvom.source import Span
from tests.checks.examples import DEFAULT, Example, read
from tests.checks.reading import TODAY
from tests.checks.slips import FOLDER, Kind, Slip, kinds

OF_MISSIONS = FOLDER / "missies"
KINDS = [
    kind
    for path in sorted(OF_MISSIONS.glob("*.md"))
    if path.stem != "slotbeschouwing"
    for kind in kinds(path)
]
DATA = [
    (f"{name}.yml", "heel", (OF_MISSIONS / f"{name}.yml").read_text(encoding="utf-8"))
    for name in ("missions", "mandates")
]
FRONT_MATTER = (OF_MISSIONS / "slotbeschouwing.md").read_text(encoding="utf-8")
#: Of each kind of slip, this part is found at least.
SHARE = 0.85


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one slip after the other is made."""
    return tmp_path_factory.mktemp("dossier")


def findings(text: str, kind: Kind, folder: Path) -> list[tuple[Finding, list[tuple[int, int]]]]:
    """Return what the rules of a kind find in the dossier with that text, and where in the text."""
    part = (DEFAULT, "heel", f"{FRONT_MATTER}\n{text}\n")
    found = []
    for code in sorted(kind.codes):
        report = read(Example(code, 0, True, (*DATA, part), None, TODAY), folder)
        (file,) = (each for each in report.files if each.path.endswith(DEFAULT))
        for each in report.findings:
            if each.severity > Severity.INFO:
                spans = [each.span, *(related.span for related in each.related)]
                found.append((each, list(_offsets(text, file, spans))))
    return found


def _offsets(text: str, file: CheckedFile, spans: list[Span]) -> Iterator[tuple[int, int]]:
    begin = "\n".join(file.lines).index(text)
    starts = [0, *accumulate(len(line) + 1 for line in file.lines)]
    for span in spans:
        if span.path == file.path:
            place = (starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1)
            yield place[0] - begin, place[1] - begin


def is_found(slip: Slip, kind: Kind, folder: Path) -> bool:
    """Tell whether a slip is found at its place, or in the front matter if that is what it contradicts."""
    return any(
        start <= slip.end and (end >= slip.start or end < 0)
        for _, places in findings(slip.wrong, kind, folder)
        for start, end in places
    )


class Describe_slips_of_missions:
    @pytest.mark.parametrize(
        ("kind", "slip"),
        [(kind, slip) for kind in KINDS for slip in kind.slips if not slip.is_missed],
        ids=str,
    )
    def they_are_found_at_their_place(self, kind, slip, folder):
        assert is_found(slip, kind, folder)

    @pytest.mark.parametrize(
        ("kind", "right"),
        [(kind, slip.right) for kind in KINDS for slip in kind.slips]
        + [(kind, right) for kind in KINDS for right in kind.right],
        ids=str,
    )
    def their_right_twins_are_not_reported(self, kind, right, folder):
        assert [str(each.message) for each, _ in findings(right, kind, folder)] == []

    @pytest.mark.parametrize("name", sorted({kind.name.partition(":")[0] for kind in KINDS}))
    def they_are_found_for_the_most_part(self, name):
        slips = [slip for kind in KINDS if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= SHARE * len(slips)
