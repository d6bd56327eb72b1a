# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the wheel holds besides code: it is built for this, as for a release."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from jvom.checks.registry import all_rules
from tests.waiting import LIMIT
from tools.generated_files import ALL


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


class Describe_the_wheel:
    def it_holds_the_page_of_each_rule(self, names: set[str], project: Path) -> None:
        pages = {rule.page_file.relative_to(project).as_posix() for rule in all_rules()}

        assert pages - names == set()

    def it_holds_templates_schemas_and_the_example(self, names: set[str], project: Path) -> None:
        for folder in ("content", "schema", "templates"):
            files = {path.relative_to(project) for path in (project / folder).rglob("*") if path.is_file()}
            assert files
            assert {f"jvom/data/project/{path.as_posix()}" for path in files} - names == set()

    def it_has_the_name_that_the_readme_installs(self, wheel: Path, project: Path) -> None:
        readme = (project / "README.md").read_text(encoding="utf-8")
        assert f"pip install {wheel.name}" in readme

    def it_makes_and_builds_a_dossier_without_the_checkout(self, wheel: Path, tmp_path: Path) -> None:
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(tmp_path / "site")

        for arguments in (["init", "werk", "--from-example"], ["build", "--pages", "estimate"]):
            folder = tmp_path / "werk" if arguments[0] == "build" else tmp_path
            done = subprocess.run(
                [sys.executable, "-m", "jvom", *arguments],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
                capture_output=True,
                text=True,
                check=False,
                timeout=LIMIT,
            )
            assert done.returncode == 0, done.stderr
        assert (tmp_path / "werk/build/2025/rapport.docx").exists()

    def it_holds_the_generated_files(self, names: set[str]) -> None:
        assert set(ALL) - names == set()
