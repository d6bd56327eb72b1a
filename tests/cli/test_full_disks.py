# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Disks without room: earlier output stays intact."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.interrupted_runs import (
    BUILD,
    SEAL,
)
from tests.cli.workspaces import LESSER, change

pytestmark = pytest.mark.skipif(os.name == "nt", reason="op Windows kan een proces zo niet gestopt worden")


class Describe_a_disk_without_room:
    @pytest.mark.parametrize("command", [BUILD, SEAL], ids=lambda command: command[0])
    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO])
    def it_leaves_earlier_files_intact(
        self,
        workspace: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        command: Sequence[str],
        number: int,
    ) -> None:
        assert run([*command]) == 0
        out = workspace / "build/2025"
        before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")

        def full(_: int) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr("jvom.files.os.fsync", full)
        capsys.readouterr()
        assert run([*command]) == 2
        said = capsys.readouterr().err.splitlines()[-1]
        assert said.startswith("build/2025/")
        assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before

    def it_leaves_no_folder_behind(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(Path, "replace", full)
        assert run([*BUILD]) == 2
        assert list((workspace / "build/2025").iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a separate disk of 96 kB; only root can mount one."""
    place = tmp_path / "klein"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(place)], capture_output=True, check=False
    ) if sys.platform == "linux" and os.geteuid() == 0 else None  # fmt: skip
    if mounted is None or mounted.returncode:
        pytest.skip("hier mag geen kleine schijf gemaakt worden")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)


class Describe_a_real_disk:
    def it_may_be_full(self, workspace: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["build", "--pages", "estimate", "--out", str(small_disk)]) == 0
        before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        capsys.readouterr()
        for command in (["build", "--public", "--pages", "estimate"], ["seal", *LESSER]):
            assert run([*command, "--out", str(small_disk)]) == 2
            said = capsys.readouterr().err.splitlines()[-1]
            assert said.endswith(
                ": de schijf is vol; maak ruimte; de bestanden die er al stonden zijn onveranderd"
            )
            assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before

    def it_may_be_read_only(
        self, workspace: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (small_disk / "nota.docx").write_bytes(b"eerder")
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True, capture_output=True)
        for command in (["build", "--pages", "estimate"], ["seal", *LESSER]):
            assert run([*command, "--out", str(small_disk)]) == 2
            assert "hier mag jvom niet schrijven" in capsys.readouterr().err
        assert [path.name for path in small_disk.iterdir()] == ["nota.docx"]
