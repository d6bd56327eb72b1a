# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of the README that install jvom, run as they are there: with pip, pipx and uv.

The wheel is built for this. What it needs comes from wheels made of what is installed here, without network.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.conftest import PROJECT, tool
from tests.tools import wheelhouse
from tests.waiting import LIMIT

BESIDE_PYTHON = Path(sys.executable).parent
LINES = re.findall(
    r"^ {4}((?:pip|pipx|uv) .*\.whl)$", (PROJECT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
)


def done(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> str:
    """Run a command in a folder and return what it printed."""
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=LIMIT
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Return a folder with the wheel of jvom, and in `needed` those of what it needs."""
    folder = tmp_path_factory.mktemp("shelf")
    shutil.copy(wheel, folder)
    (folder / "needed").mkdir()
    wheelhouse.fill(folder / "needed", "jvom")
    return folder


@pytest.fixture
def machine(shelf: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user without jvom, whose installers find packages on the shelf alone."""
    needed = str(shelf / "needed")
    of_pip = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": needed,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_COMPILE": "1",
    }
    of_pipx = {
        "PIPX_HOME": str(tmp_path / "pipx"),
        "PIPX_BIN_DIR": str(tmp_path / "bin"),
        "PIPX_DEFAULT_PYTHON": sys.executable,
    }
    of_uv = {
        "UV_OFFLINE": "1", "UV_FIND_LINKS": needed, "UV_NO_CONFIG": "1", "UV_PYTHON": sys.executable,
        "UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin"),
        "UV_CACHE_DIR": str(tmp_path / "cache"),
    }  # fmt: skip
    path = os.pathsep.join((str(tmp_path / "bin"), os.defpath))
    return {"HOME": str(tmp_path), "PATH": path, "LANG": "C.UTF-8", **of_pip, **of_pipx, **of_uv}


class Describe_the_lines_of_the_readme_that_install:
    def they_are_those_of_pip_pipx_and_uv(self) -> None:
        assert [line.partition(" ")[0] for line in LINES] == ["pip", "pipx", "uv"]

    @pytest.mark.parametrize("line", LINES)
    def they_install_a_jvom_that_works_anywhere(
        self, line: str, shelf: Path, machine: dict[str, str], tmp_path: Path
    ) -> None:
        installer, *arguments = shlex.split(line)
        jvom = tmp_path / "bin/jvom"
        if installer == "pip":
            done([sys.executable, "-m", "venv", tmp_path / "env"], tmp_path, machine)
            program, jvom = tmp_path / "env/bin/pip", tmp_path / "env/bin/jvom"
        else:
            program = tool(installer, shutil.which(installer, path=BESIDE_PYTHON))

        done([program, *arguments], shelf, machine)

        done([jvom, "init", "dossiers", "--year", "2026"], tmp_path, machine)
        done([jvom, "build", "--draft", "--no-check", "--pages", "estimate"], tmp_path / "dossiers", machine)
        assert (tmp_path / "dossiers/build/2026/rapport.docx").exists()
