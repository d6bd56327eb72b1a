# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page on security says which tests attack each promise, and those are the ones that run."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.attack import ATTACKS, SIZE, attack
from tests.conftest import PROJECT
from tests.waiting import LIMIT

PAGE = (PROJECT / "docs/security.md").read_text(encoding="utf-8")


def section(promise: str) -> str:
    """Return the section of a promise."""
    (found,) = re.findall(rf"^## {promise}: .+?(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


class Describe_the_page_on_security:
    def it_has_a_section_for_each_promise_that_is_attacked(self) -> None:
        assert re.findall(r"^## (\w+):", PAGE, re.MULTILINE) == list(ATTACKS)

    @pytest.mark.parametrize("promise", ATTACKS)
    def it_names_the_tests_of_a_promise(self, promise: str) -> None:
        named = set(re.findall(r"`(tests/[\w/]+(?:\.py)?)`", section(promise)))
        assert all(any(test == each or test.startswith(each) for each in named) for test in ATTACKS[promise])
        for test in named | set(ATTACKS[promise]):
            assert (PROJECT / test).exists(), test


class Describe_an_attack:
    def it_knows_its_promises(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert attack(["zegel"]) == 2
        assert "zegel: choose from seal, signature" in capsys.readouterr().err

    def it_builds_sixty_dossiers_at_full_size(self) -> None:
        """Other ones in each run, but the same in all its processes, or pytest-xdist runs none of them."""
        first, same, other = (dossiers_of_run(run) for run in ("1a2b3c4d5e", "1a2b3c4d5e", "9f8e7d6c5b"))

        assert len(first) == len(other) == 60
        assert first == same
        assert not first & other


def dossiers_of_run(run: str) -> set[str]:
    """Return the names of the dossiers that a process of this run of pytest-xdist makes."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n0", "tests/test_any_dossier.py"]
    said = subprocess.run(
        command,
        cwd=PROJECT,
        env={**os.environ, "FUZZ": SIZE, "PYTEST_XDIST_TESTRUNUID": run},
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT,
    ).stdout
    return set(re.findall(r"it_has_pdfs_that_are_accessible\[(.+)\]", said))
