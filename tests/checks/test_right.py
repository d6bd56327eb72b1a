# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""No rule reports correct Dutch: right.md has sentences that a coarser rule would stumble over.

right_texts.md has texts of more than one paragraph, with a line of dashes between them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides
from jvom.findings import Severity
from jvom.settings import Settings
from tests.checks.reading import TODAY, fragment

TYPED = (Path(__file__).parent / "right.md").read_text(encoding="utf-8")
TEXTS = (Path(__file__).parent / "right_texts.md").read_text(encoding="utf-8").split("\n---\n\n")
BLOCKS = [block for block in TYPED.split("\n\n") if not block.startswith("<!--")]


class Describe_right_dutch:
    @pytest.mark.parametrize("block", [*BLOCKS, *TEXTS])
    def it_stays_silent(self, block):
        report = check_texts([fragment(block)], Settings(), TODAY, Overrides(ignore=("SPL",)))

        assert [
            f"{finding.code} {finding.span}: {finding.message}"
            for finding in report.findings
            if finding.severity > Severity.INFO
        ] == []
