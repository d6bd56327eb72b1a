# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The folder of a user, in which jvom runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.cli.interrupted_runs import Workspace
from tests.cli.workspaces import make_workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a small dossier and the templates, and go there."""
    monkeypatch.chdir(make_workspace(tmp_path))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture(scope="module")
def workspace_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[str]], Workspace]:
    """Return a function that gives the workspace of a command, built once, with its earlier output."""

    @cache
    def built(command: Sequence[str]) -> Workspace:
        return Workspace(tmp_path_factory.mktemp(command[0]), command)

    return lambda command: built(command).restore()
