# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The wheel, built once for all tests of it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import tool
from tests.waiting import LIMIT


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Return the wheel."""
    tool("hatchling", "hatchling" if importlib.util.find_spec("hatchling") else None)
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True, timeout=LIMIT)
    [made] = folder.glob("*.whl")
    return made
