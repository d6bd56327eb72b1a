# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""No rule reports correct Dutch: right.md has sentences that a coarser rule would stumble over.

right_texts.md has texts of more than one paragraph, with a line of dashes between them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.checks.settings import Overrides
from jvom.findings import Severity
from tests.checks.reading import reports

TYPED = (Path(__file__).parent / "right.md").read_text(encoding="utf-8")
TEXTS = (Path(__file__).parent / "right_texts.md").read_text(encoding="utf-8").split("\n---\n\n")
BLOCKS = [block for block in TYPED.split("\n\n") if not block.startswith("<!--")]


class Describe_right_dutch:
    @pytest.mark.parametrize("typed", [BLOCKS, TEXTS], ids=["sentences", "texts"])
    def it_stays_silent(self, typed):
        assert [
            f"{finding.code} {report.by_path[finding.span.path].text_at(finding.span)}: {finding.message}"
            for report in reports(typed, Overrides(ignore=("SPL",)))
            for finding in report.findings
            if finding.severity > Severity.INFO
        ] == []
