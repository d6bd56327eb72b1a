# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the wheel holds besides code: it is built for this, as for a release."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from jvom.checks.registry import all_rules
from tests.conftest import tool
from tests.waiting import LIMIT
from tools.generated_files import ALL


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory, project: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    tool("hatchling", "hatchling" if importlib.util.find_spec("hatchling") else None)
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True, timeout=LIMIT)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


class Describe_the_wheel:
    def it_holds_the_page_of_each_rule(self, names: set[str], project: Path) -> None:
        pages = {rule.page_file.relative_to(project).as_posix() for rule in all_rules()}

        assert pages - names == set()

    def it_holds_the_generated_files(self, names: set[str]) -> None:
        assert set(ALL) - names == set()
