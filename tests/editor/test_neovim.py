# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Neovim, without a screen, with its own client of the Language Server Protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checks.examples import BASE, TODAY
from tests.conftest import tool
from tests.waiting import LIMIT

SCRIPT = Path(__file__).with_name("neovim.lua")


@pytest.fixture
def neovim() -> Path:
    pytest.importorskip("pygls")
    return tool("Neovim", shutil.which("nvim"))


class Describe_neovim:
    def it_shows_findings_completes_and_fixes(self, neovim, tmp_path):
        shutil.copytree(BASE, tmp_path / "content")
        environment = os.environ | {
            "JVOM": str(Path(sys.executable).with_name("jvom")),
            "JVOM_DAY": TODAY.isoformat(),
            "JVOM_FILE": "content/2025/rapport/slotbeschouwing.md",
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
        }

        done = subprocess.run(
            [neovim, "--headless", "--clean", "-n", "-u", "NONE", "-l", SCRIPT],
            cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8",
            timeout=LIMIT, check=True,
        )  # fmt: skip
        got = json.loads(done.stdout)

        assert "failed" not in got, got
        assert "{{" in got["broken"]
        assert got["completion"] == {"label": "deployed_total", "detail": "twaalf"}
        assert got["completed"] == "😀 Dit is de de inzet van {{ deployed_total }}."
        assert got["finding"]["message"] == "«de» staat er twee keer; haal er een weg"
        assert got["fixed"] == "😀 Dit is de inzet van {{ deployed_total }}."
        assert got["stopped"]
        typed = got["completed"].encode()
        assert typed[got["finding"]["from"] : got["finding"]["to"]] == b"de de"
