# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Attacks the promises of docs/security.md: ``python -m tests.attack [promise ...]``, all without one.

First the tests as `make test` runs them, then at full size, with the numbers that only `make fuzz` has.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SIZE = "30"
"""How many times the examples of `make test` each property gets."""

ATTACKS: dict[str, tuple[str, ...]] = {
    "seal": (
        "tests/sealing/",
        "tests/cli/test_seal_commit.py",
        "tests/cli/test_seal_refused.py",
        "tests/cli/test_sealed_sources.py",
        "tests/cli/test_verify.py",
        "tests/cli/test_verify_content.py",
    ),
    "signature": ("tests/cli/test_signatures.py",),
    "terminal": ("tests/test_escaping.py", "tests/cli/test_output.py", "tests/sealing/test_manifest.py"),
    "programs": ("tests/cli/test_seal_commit.py", "tests/cli/test_signatures.py", "tests/test_walls.py"),
    "preview": ("tests/preview/", "tests/cli/test_preview.py"),
    "files": (
        "tests/test_files.py",
        "tests/test_killed_deliveries.py",
        "tests/cli/test_killed_runs.py",
        "tests/cli/test_interruptions.py",
        "tests/cli/test_runs_at_once.py",
        "tests/cli/test_full_disks.py",
        "tests/cli/test_failing_libreoffice.py",
    ),
    "inputs": (
        "tests/cli/test_unreadable.py",
        "tests/cli/test_seal_refused.py",
        "tests/cli/test_verify.py",
        "tests/reading/test_dossier.py",
    ),
    "public": (
        "tests/documents/test_public.py",
        "tests/documents/test_inventory.py",
        "tests/documents/test_name_matching.py",
        "tests/cli/test_public_build.py",
        "tests/test_any_dossier.py",
    ),
    "templates": (
        "tests/word/test_hostile_templates.py",
        "tests/word/test_safety.py",
        "tests/word/test_traces.py",
    ),
    "pictures": ("tests/test_pictures.py",),
    "pdf": (
        "tests/layout/test_pdf_ua.py",
        "tests/layout/test_lost_rows.py",
        "tests/cli/test_inaccessible_pdfs.py",
        "tests/test_any_dossier.py",
    ),
    "names": ("tests/reading/test_names_and_blanks.py",),
    "time": (
        "tests/checks/test_long_texts.py",
        "tests/checks/test_robust.py",
        "tests/dutch/test_linear.py",
        "tests/reading/test_fragment_properties.py",
    ),
}
"""The tests that attack each promise, by its word on the page."""

_NO_TESTS = 5
"""The exit status of pytest when all tests are deselected."""


def attack(promises: Sequence[str]) -> int:
    """Run the tests of these promises, of all when there are none, and return the exit status."""
    unknown = [each for each in promises if each not in ATTACKS]
    if unknown:
        sys.stderr.write(f"{', '.join(unknown)}: choose from {', '.join(ATTACKS)}\n")
        return 2
    tests = dict.fromkeys(test for each in promises or ATTACKS for test in ATTACKS[each])
    status = 0
    for size in ("", os.environ.get("FUZZ") or SIZE):
        command = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *tests]
        done = subprocess.run(command, cwd=PROJECT, env={**os.environ, "FUZZ": size}, check=False)
        status = status or (done.returncode if done.returncode != _NO_TESTS else 0)
    return status


if __name__ == "__main__":
    sys.exit(attack(sys.argv[1:]))
